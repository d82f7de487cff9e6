import {type Column, atLeastZero, atMostZero, id, integer, notAvailable, text} from "./column.ts";

/** One row a month of an earlier point-of-sale or cash loan. */
export const posCashBalanceColumns: Column[] = [
  id("SK_ID_PREV", "Number of the earlier application."),
  id("SK_ID_CURR", "The client's present application."),
  integer("MONTHS_BALANCE", "Month, in months from the application.", {range: atMostZero}),
  integer("CNT_INSTALMENT", "Term of the loan in instalments, which may change with time.", {
    nullable: true,
    range: atLeastZero
  }),
  integer("CNT_INSTALMENT_FUTURE", "Instalments left to pay.", {nullable: true, range: atLeastZero}),
  text("NAME_CONTRACT_STATUS", "Status of the contract in the month.", {sentinels: notAvailable}),
  integer("SK_DPD", "Days past due in the month.", {range: atLeastZero}),
  integer("SK_DPD_DEF", "Days past due in the month, small debts apart.", {range: atLeastZero})
];
