import {type Column, atMostZero, id, integer, text} from "./column.ts";

/** One row a month of a credit at the bureau. */
export const bureauBalanceColumns: Column[] = [
  id("SK_ID_BUREAU", "Number of the credit at the bureau."),
  integer("MONTHS_BALANCE", "Month, in months from the application; 0 is the latest, -1 the month before.", {
    range: atMostZero
  }),
  text(
    "STATUS",
    "Status in the month: 0 nothing past due, 1 to 5 past due by up to 30, 60, 90, 120 and more days or sold.",
    {
      sentinels: [
        {value: "C", meaning: "closed"},
        {value: "X", meaning: "not known"}
      ]
    }
  )
];
