import {type Column, atLeastZero, atMostZero, id, integer, real, text} from "./column.ts";

/** One row a credit that another institution reported to the credit bureau. */
export const bureauColumns: Column[] = [
  id("SK_ID_CURR", "The client's application."),
  id("SK_ID_BUREAU", "Number of the credit at the bureau."),
  text("CREDIT_ACTIVE", "Whether the credit is active, closed, sold or bad debt."),
  text("CREDIT_CURRENCY", "Currency of the credit, recoded."),
  integer("DAYS_CREDIT", "Day on which the credit was asked for, in days from the application.", {range: atMostZero}),
  integer("CREDIT_DAY_OVERDUE", "Days past due at the time of the application.", {range: atLeastZero}),
  integer("DAYS_CREDIT_ENDDATE", "Day on which the credit was to end, in days from the application.", {nullable: true}),
  integer("DAYS_ENDDATE_FACT", "Day on which a closed credit ended, in days from the application.", {
    nullable: true,
    range: atMostZero
  }),
  real("AMT_CREDIT_MAX_OVERDUE", "Largest amount overdue so far.", {nullable: true, range: atLeastZero}),
  integer("CNT_CREDIT_PROLONG", "Number of times that the credit was prolonged.", {range: atLeastZero}),
  real("AMT_CREDIT_SUM", "Amount of the credit.", {nullable: true, range: atLeastZero}),
  real("AMT_CREDIT_SUM_DEBT", "Amount still owed.", {nullable: true}),
  real("AMT_CREDIT_SUM_LIMIT", "Limit of the credit card.", {nullable: true}),
  real("AMT_CREDIT_SUM_OVERDUE", "Amount overdue at the time of the application.", {range: atLeastZero}),
  text("CREDIT_TYPE", "Kind of credit: consumer, car, card, mortgage and so on."),
  integer("DAYS_CREDIT_UPDATE", "Day of the bureau's last news of the credit, in days from the application."),
  real("AMT_ANNUITY", "Annuity: amount of each instalment.", {nullable: true, range: atLeastZero})
];
