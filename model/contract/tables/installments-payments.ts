import {type Column, atLeastZero, atMostZero, id, integer, real} from "./column.ts";

/** One row a payment of an instalment of an earlier credit, or an instalment that was not paid. */
export const installmentsPaymentsColumns: Column[] = [
  id("SK_ID_PREV", "Number of the earlier application."),
  id("SK_ID_CURR", "The client's present application."),
  integer("NUM_INSTALMENT_VERSION", "Version of the instalment calendar; 0 is a credit card's.", {range: atLeastZero}),
  integer("NUM_INSTALMENT_NUMBER", "Number of the instalment in its calendar.", {range: atLeastZero}),
  integer("DAYS_INSTALMENT", "Day on which the instalment was due, in days from the application.", {
    range: atMostZero
  }),
  integer("DAYS_ENTRY_PAYMENT", "Day on which it was paid, in days from the application.", {
    nullable: true,
    range: atMostZero
  }),
  real("AMT_INSTALMENT", "Amount due.", {range: atLeastZero}),
  real("AMT_PAYMENT", "Amount paid.", {nullable: true, range: atLeastZero})
];
