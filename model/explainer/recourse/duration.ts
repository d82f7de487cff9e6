import type {RecourseGrid} from "../../contract/recourse.ts";
import type {Loan} from "./loan.ts";

/*
 * A credit C that is paid back in n instalments A costs A·n − C in all. Told per month and per unit lent, that is the
 * charge c = A/C − 1/n: the flat rate of a lender's scale (add-on interest). A loan's own charge is held while its
 * duration changes, so A' = C'·(1/n' + c): a stand-in for the lender's scale, which knows no rate that depends on the
 * duration and no fee. With an unchanged duration A' = A·C'/C, which holds for a constant interest rate too.
 */

/**
 * The likeliest duration of a loan of which credit and instalment alone are known: of the durations that the grid has,
 * the one nearest to that which the grid's monthly charge gives, but long enough that the loan costs something. NaN
 * where there is none.
 *
 * On 9,135 earlier cash loans of Home Credit, whose durations are known, a charge of 0.016 finds 69 in 100 exactly and
 * 89 in 100 within six months.
 */
export function estimateMonths(
  {credit, instalment, revolving}: Pick<Loan, "credit" | "instalment" | "revolving">,
  grid: Pick<RecourseGrid, "monthStep" | "months" | "monthlyCharge">
): number {
  if (revolving || !(credit > 0 && instalment > 0)) return NaN;
  // 1/n = A/C − c is spread more evenly than n, and is 0 or less where no duration is long enough.
  const inverse = instalment / credit - grid.monthlyCharge;
  let best = NaN;
  for (const months of durations(grid)) {
    if (chargeOf({credit, instalment, months}) < 0) continue;
    if (Number.isNaN(best) || Math.abs(1 / months - inverse) < Math.abs(1 / best - inverse)) best = months;
  }
  return best;
}

/** The durations that a grid has, ascending. */
export function durations({monthStep, months: [from, to]}: Pick<RecourseGrid, "monthStep" | "months">): number[] {
  const out: number[] = [];
  for (let months = Math.max(1, Math.ceil(from / monthStep)) * monthStep; months <= to; months += monthStep) {
    out.push(months);
  }
  return out;
}

/** What a loan costs a month, as a share of the credit. */
export function chargeOf({credit, instalment, months}: Pick<Loan, "credit" | "instalment" | "months">): number {
  return instalment / credit - 1 / months;
}

/** The instalment of a loan with another credit, another duration, or both: whole units of the currency. */
export function instalmentFor(loan: Loan, credit: number, months: number): number {
  const exact =
    months === loan.months || Number.isNaN(months)
      ? (loan.instalment * credit) / loan.credit
      : credit * (1 / months + chargeOf(loan));
  return Math.round(exact);
}
