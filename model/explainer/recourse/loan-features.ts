import type {Loan} from "./loan.ts";

/** A feature that is computed from the loan asked for, as far as it moves with it. */
export interface LoanFeature {
  /** Its id in the feature catalogue. */
  id: string;
  /** Its value with another loan, from its value with the loan before: doubles, not yet rounded to the feature table's floats. */
  follow(value: number, before: Loan, after: Loan): number;
}

/** The `ratio` of the features' SQL: nothing unless b is positive. */
const ratio = (a: number, b: number): number => (b > 0 ? a / b : NaN);

/** A ratio to something that isn't in the features moves with what does change, from its value before. */
const withCredit = (value: number, before: Loan, after: Loan): number => value * ratio(after.credit, before.credit);
const withInstalment = (value: number, before: Loan, after: Loan): number =>
  value * ratio(after.instalment, before.instalment);

/**
 * Every feature that reads the credit, the instalment or the price of the loan asked for (AMT_CREDIT, AMT_ANNUITY and
 * AMT_GOODS_PRICE of the application), with the formula that `model/features/*.sql` has for it. Where that formula reads
 * the application alone the value is the SQL's to the last bit; where it divides by something of another table, which
 * the features don't hold, it is the SQL's to the last bits of a float.
 */
export const loanFeatures: readonly LoanFeature[] = [
  // application
  {id: "credit_amount", follow: (_, __, {credit}) => credit},
  {id: "instalment", follow: (_, __, {instalment}) => instalment},
  {id: "goods_price", follow: (_, __, {price}) => price},
  {id: "credit_in_instalments", follow: (_, __, {credit, instalment}) => ratio(credit, instalment)},
  {id: "credit_to_price", follow: (_, __, {credit, price}) => ratio(credit, price)},
  {id: "credit_to_income", follow: (_, __, {credit, income}) => ratio(credit, income)},
  {id: "instalment_to_income", follow: (_, __, {instalment, income}) => ratio(instalment, income)},
  {id: "income_after_instalment", follow: (_, __, {instalment, income}) => income - instalment},
  // bureau
  {
    id: "total_debt_to_income",
    follow: (value, before, after) => value + ratio(after.credit - before.credit, after.income)
  },
  {id: "credit_to_bureau_largest", follow: withCredit},
  {id: "credit_to_bureau_closed", follow: withCredit},
  {id: "credit_to_bureau_latest", follow: withCredit},
  // previous_application
  {id: "credit_to_earlier_mean", follow: withCredit},
  {id: "credit_to_earlier_largest", follow: withCredit},
  {id: "credit_to_earlier_latest", follow: withCredit},
  {id: "earlier_refused_to_credit", follow: (value, before, after) => value * ratio(before.credit, after.credit)},
  {id: "instalment_to_earlier_largest", follow: withInstalment},
  {id: "instalment_to_earlier_latest", follow: withInstalment},
  {
    id: "total_instalments_to_income",
    follow: (value, before, after) => value + ratio(after.instalment - before.instalment, after.income)
  },
  // installments_payments
  {id: "instalment_to_paid_mean", follow: withInstalment},
  {id: "instalment_to_paid_largest", follow: withInstalment}
];
