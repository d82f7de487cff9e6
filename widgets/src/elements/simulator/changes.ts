import type {LoanChange, QuantityId} from "../../../../model/contract/recourse.ts";
import {downPaymentOf, type Loan} from "../../../../model/explainer/recourse/loan.ts";
import {
  type Terms,
  termsAsked,
  withCredit,
  withDownPayment,
  withMonths
} from "../../../../model/explainer/recourse/terms.ts";
import type {Outcome, Simulation} from "./simulation.ts";

/** A quantity of the loan, asked for and simulated. */
export interface QuantityChange {
  quantity: QuantityId;
  before: number;
  after: number;
}

/** What is otherwise than in the loan asked for; a quantity that isn't known never is. */
export function changesOf(
  {loan}: Pick<Simulation, "loan">,
  outcome: Pick<Outcome, "loan" | "downPayment">
): QuantityChange[] {
  const before = quantitiesOf(loan, downPaymentOf(loan));
  const after = quantitiesOf(outcome.loan, outcome.downPayment);
  return quantities
    .map((quantity) => ({quantity, before: before[quantity], after: after[quantity]}))
    .filter(({before, after}) => before >= 0 && before !== after);
}

/** The terms that a loan found by recourse, or by margins, asks for. */
export function termsOf(loan: Loan, changes: readonly Pick<LoanChange, "quantity" | "after" | "linked">[]): Terms {
  let terms = termsAsked(loan);
  for (const {quantity, after, linked} of changes) {
    if (linked) continue;
    if (quantity === "credit") terms = withCredit(terms, after);
    else if (quantity === "downPayment") terms = withDownPayment(loan, terms, after);
    else if (quantity === "months") terms = withMonths(terms, after);
  }
  return terms;
}

function quantitiesOf({credit, months, price, instalment}: Loan, downPayment: number): Record<QuantityId, number> {
  return {credit, downPayment, months, price, instalment};
}

// The contract's own list would bring zod along.
const quantities: readonly QuantityId[] = ["credit", "downPayment", "months", "price", "instalment"];
