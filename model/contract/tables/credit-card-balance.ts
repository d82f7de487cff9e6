import {type Column, atLeastZero, atMostZero, id, integer, real, text} from "./column.ts";

const count = (name: string, meaning: string) => integer(name, meaning, {nullable: true, range: atLeastZero});

/** One row a month of an earlier credit card. */
export const creditCardBalanceColumns: Column[] = [
  id("SK_ID_PREV", "Number of the earlier application."),
  id("SK_ID_CURR", "The client's present application."),
  integer("MONTHS_BALANCE", "Month, in months from the application.", {range: atMostZero}),
  real("AMT_BALANCE", "Balance in the month; negative when the client is in credit."),
  real("AMT_CREDIT_LIMIT_ACTUAL", "Limit of the card in the month.", {range: atLeastZero}),
  real("AMT_DRAWINGS_ATM_CURRENT", "Amount drawn at cash machines in the month.", {nullable: true}),
  real("AMT_DRAWINGS_CURRENT", "Amount drawn in the month."),
  real("AMT_DRAWINGS_OTHER_CURRENT", "Amount of other drawings in the month.", {nullable: true}),
  real("AMT_DRAWINGS_POS_CURRENT", "Amount of purchases in the month.", {nullable: true}),
  real("AMT_INST_MIN_REGULARITY", "Least amount to repay in the month.", {nullable: true, range: atLeastZero}),
  real("AMT_PAYMENT_CURRENT", "Amount repaid in the month.", {nullable: true, range: atLeastZero}),
  real("AMT_PAYMENT_TOTAL_CURRENT", "Amount repaid in the month in all.", {range: atLeastZero}),
  real("AMT_RECEIVABLE_PRINCIPAL", "Principal owed."),
  real("AMT_RECIVABLE", "Amount owed."),
  real("AMT_TOTAL_RECEIVABLE", "Amount owed in all."),
  count("CNT_DRAWINGS_ATM_CURRENT", "Number of drawings at cash machines in the month."),
  integer("CNT_DRAWINGS_CURRENT", "Number of drawings in the month.", {range: atLeastZero}),
  count("CNT_DRAWINGS_OTHER_CURRENT", "Number of other drawings in the month."),
  count("CNT_DRAWINGS_POS_CURRENT", "Number of purchases in the month."),
  count("CNT_INSTALMENT_MATURE_CUM", "Number of instalments paid so far."),
  text("NAME_CONTRACT_STATUS", "Status of the contract in the month."),
  integer("SK_DPD", "Days past due in the month.", {range: atLeastZero}),
  integer("SK_DPD_DEF", "Days past due in the month, small debts apart.", {range: atLeastZero})
];
