/** The seven tables; `application` is application_train and application_test together. */
export const tableNames = [
  "application",
  "bureau",
  "bureau_balance",
  "previous_application",
  "POS_CASH_balance",
  "installments_payments",
  "credit_card_balance"
] as const;
export type TableName = (typeof tableNames)[number];
