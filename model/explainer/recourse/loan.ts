import type {ModelInput} from "../../contract/scoring-model.ts";

/** A loan as it is asked for, and the income that is to repay it. NaN is not known. */
export interface Loan {
  /** Sums in the portfolio's currency. */
  credit: number;
  /** What is paid back each month. */
  instalment: number;
  /** Of what the credit is to pay for. */
  price: number;
  income: number;
  /** How many instalments there are. */
  months: number;
  /** A line of credit, which has neither a duration nor a price of its own: its instalment is a share of its limit. */
  revolving: boolean;
}

/**
 * The loan that a client's features tell of; its duration isn't among them.
 * @param features ids of the feature catalogue: a model's inputs, or the features of a manifest
 * @param values one a feature, a category's code; null or NaN is missing
 */
export function readLoan(
  features: readonly Pick<ModelInput, "id" | "categories">[],
  values: ArrayLike<number | null>
): Loan {
  const valueOf = (id: string): number => {
    const place = features.findIndex((feature) => feature.id === id);
    return place < 0 ? NaN : (values[place] ?? NaN);
  };
  const type = features.find(({id}) => id === "credit_type")?.categories?.[valueOf("credit_type")];
  return {
    credit: valueOf("credit_amount"),
    instalment: valueOf("instalment"),
    price: valueOf("goods_price"),
    income: valueOf("income"),
    months: NaN,
    revolving: type === "Revolving loans"
  };
}

/** The part of the price that the credit doesn't cover; 0 where it covers fees or insurance too, or the price isn't known. */
export function downPaymentOf({credit, price}: Pick<Loan, "credit" | "price">): number {
  return price > credit ? price - credit : 0;
}
