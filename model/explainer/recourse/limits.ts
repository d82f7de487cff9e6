import type {LeverId, RecourseGrid} from "../../contract/recourse.ts";
import {largestInstalment, roundStep} from "./candidates.ts";
import {durations} from "./duration.ts";
import {downPaymentOf, type Loan} from "./loan.ts";
import {onTerms, type Terms, termsAsked, withCredit, withDownPayment, withMonths} from "./terms.ts";

/**
 * Why a loan isn't simulated. `usualCredit`, `usualMonths`: the portfolio has hardly any such loan. `change`: too far from
 * the credit asked for. `cash`: more in cash than is usual. `instalment`: more than the income bears.
 */
export const limitIds = ["usualCredit", "change", "cash", "instalment", "usualMonths"] as const;
export type LimitId = (typeof limitIds)[number];

/** How far one lever moves, the others as they are asked for. */
export interface LeverRange {
  lever: LeverId;
  /** Ascending: the grid's values, and the one that is asked for. */
  stops: number[];
  asked: number;
  /** Why it ends there. */
  ends: [low: LimitId | null, high: LimitId | null];
}

/** Which sums and durations a client's simulation keeps to. */
interface Bounds {
  credit: [low: number, high: number];
  /** The largest share of the price that is paid in cash. */
  cash: number;
  months: [low: number, high: number];
  instalment: number;
}

/** The levers that a loan has: those of which the grid knows another value. None where the credit isn't known. */
export function leverRanges(loan: Loan, grid: RecourseGrid): LeverRange[] {
  if (!(loan.credit > 0)) return [];
  const bounds = boundsOf(loan, grid);
  const asked = termsAsked(loan);
  const within = (terms: Terms) => {
    const limit = brokenLimit(loan, grid, terms);
    return limit === null || limit === "instalment";
  };
  const ranges: LeverRange[] = [];
  const add = (lever: LeverId, at: number, values: readonly number[], ends: LeverRange["ends"]) => {
    const allowed = values.filter((value) => within(moved(loan, asked, lever, value)));
    const stops = [...new Set([...allowed, at])].sort((a, b) => a - b);
    if (stops.length > 1) ranges.push({lever, stops, asked: at, ends});
  };
  const step = roundStep(loan.credit * grid.sumStep);
  const [least, most] = bounds.credit;
  add("credit", loan.credit, multiples(step, Math.max(least, step), most), [
    least > loan.credit * (1 - grid.largestChange) ? "usualCredit" : "change",
    most < loan.credit * (1 + grid.largestChange) ? "usualCredit" : "change"
  ]);
  if (!loan.revolving && loan.price > 0) {
    const present = downPaymentOf(loan);
    const largest = loan.price * bounds.cash;
    // Whichever is reached first: what is usual in cash, or the least credit.
    add("downPayment", present, multiples(roundStep(loan.price * grid.sumStep), 0, largest), [
      loan.credit + present > most ? (most < loan.credit * (1 + grid.largestChange) ? "usualCredit" : "change") : null,
      loan.credit + present - largest < least ? "change" : "cash"
    ]);
  }
  if (loan.months >= loan.credit / loan.instalment) {
    add("months", loan.months, durations(grid), ["usualMonths", "usualMonths"]);
  }
  return ranges;
}

/** What keeps a loan from being simulated; null where nothing does. The loan asked for always is. */
export function brokenLimit(loan: Loan, grid: RecourseGrid, terms: Terms): LimitId | null {
  const {loan: other, downPayment} = onTerms(loan, terms);
  const {credit, cash, months, instalment} = boundsOf(loan, grid);
  if (other.credit < credit[0]) return credit[0] > loan.credit * (1 - grid.largestChange) ? "usualCredit" : "change";
  if (other.credit > credit[1]) return credit[1] < loan.credit * (1 + grid.largestChange) ? "usualCredit" : "change";
  // Sums are whole, so that a share may be passed by less than 1.
  if (downPayment < 0 || downPayment >= other.price * cash + 1) return "cash";
  if (other.months < months[0] || other.months > months[1]) return "usualMonths";
  return other.instalment > instalment ? "instalment" : null;
}

/**
 * Terms with one lever moved as far towards a value as is simulated: to the value itself, or to the last of the lever's
 * stops before it, and the limit that is in the way.
 */
export function moveLever(
  loan: Loan,
  grid: RecourseGrid,
  terms: Terms,
  lever: LeverId,
  value: number
): {terms: Terms; limit: LimitId | null} {
  const wanted = moved(loan, terms, lever, value);
  const limit = brokenLimit(loan, grid, wanted);
  if (limit === null) return {terms: wanted, limit};
  const from = valueOf(loan, terms, lever);
  const stops = leverRanges(loan, grid).find((range) => range.lever === lever)?.stops ?? [];
  const between = stops.filter((stop) => (value > from ? stop > from && stop < value : stop < from && stop > value));
  if (value > from) between.reverse();
  const nearest = between.map((stop) => moved(loan, terms, lever, stop)).find((each) => !brokenLimit(loan, grid, each));
  return {terms: nearest ?? terms, limit};
}

/** Where a lever stands. */
export function valueOf(loan: Loan, terms: Terms, lever: LeverId): number {
  return lever === "downPayment" ? onTerms(loan, terms).downPayment : terms[lever];
}

function moved(loan: Loan, terms: Terms, lever: LeverId, value: number): Terms {
  // What is asked for needn't be whole; back there, it is that again.
  const asked = termsAsked(loan);
  if (lever === "months") return value === asked.months ? {...terms, months: value} : withMonths(terms, value);
  if (lever === "credit") return value === asked.credit ? {...terms, credit: value} : withCredit(terms, value);
  return withDownPayment(loan, terms, value);
}

function boundsOf(loan: Loan, grid: RecourseGrid): Bounds {
  const {credit, price} = loan;
  const usual = durations(grid);
  return {
    credit: [
      Math.min(credit, Math.max(grid.credit[0], credit * (1 - grid.largestChange))),
      Math.max(credit, Math.min(grid.credit[1], credit * (1 + grid.largestChange)))
    ],
    cash: Math.max(grid.largestDownPayment, price > 0 ? downPaymentOf(loan) / price : 0),
    months: [Math.min(loan.months, ...usual.slice(0, 1)), Math.max(loan.months, ...usual.slice(-1))],
    instalment: largestInstalment(loan, grid)
  };
}

function multiples(step: number, from: number, to: number): number[] {
  const out: number[] = [];
  for (let value = Math.ceil(from / step) * step; value <= to; value += step) out.push(value);
  return out;
}
