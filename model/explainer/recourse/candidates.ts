import type {LeverId, RecourseGrid} from "../../contract/recourse.ts";
import {durations, instalmentFor} from "./duration.ts";
import {downPaymentOf, type Loan} from "./loan.ts";

/** A loan to try in place of the one asked for. */
export interface Candidate {
  /** What the applicant asks for otherwise, in the order of the contract. */
  levers: readonly LeverId[];
  loan: Loan;
  downPayment: number;
  /** The sum over the levers of greater / smaller − 1: of the credit for sums, of the duration for months. */
  cost: number;
}

/**
 * Every other loan of the grid that asks for less, pays more in cash, or takes another time: what may turn a refusal
 * into an acceptance. Less credit is either a smaller purchase (the price follows) or a larger down payment (the price
 * stays), not both at once; either goes with any duration. Sums are whole, so that what is shown is what is scored.
 */
export function otherLoans(loan: Loan, grid: RecourseGrid): Candidate[] {
  if (!(loan.credit > 0)) return [];
  const others = durationsBeside(loan, grid);
  const financings = [unchanged(loan), ...smallerCredits(loan, grid), ...largerDownPayments(loan, grid)];
  const largest = largestInstalment(loan, grid);
  return financings
    .flatMap((financing) => [financing, ...otherDurations(loan, financing, others)])
    .filter(({levers, loan: {instalment}}) => levers.length > 0 && !(instalment > largest));
}

/** The values of one lever in one direction, nearest first, the other levers as they are. */
export interface Path {
  lever: LeverId;
  direction: "up" | "down";
  candidates: Candidate[];
}

/** Where an acceptance may be lost: more or less credit, another duration, a smaller down payment if there is one. */
export function paths(loan: Loan, grid: RecourseGrid): Path[] {
  if (!(loan.credit > 0)) return [];
  const durations = otherDurations(loan, unchanged(loan), durationsBeside(loan, grid));
  const largest = largestInstalment(loan, grid);
  const all: Path[] = [
    {lever: "credit", direction: "up", candidates: largerCredits(loan, grid)},
    {lever: "credit", direction: "down", candidates: smallerCredits(loan, grid)},
    {lever: "downPayment", direction: "down", candidates: smallerDownPayments(loan, grid)},
    {lever: "months", direction: "up", candidates: durations.filter(({loan: {months}}) => months > loan.months)},
    {
      lever: "months",
      direction: "down",
      candidates: durations.filter(({loan: {months}}) => months < loan.months).reverse()
    }
  ];
  return all
    .map((path) => ({...path, candidates: path.candidates.filter(({loan: {instalment}}) => !(instalment > largest))}))
    .filter(({candidates}) => candidates.length > 0);
}

/** The round sum nearest to a given one, by their ratio: 1, 2, 2.5 or 5 times a power of ten, whole and at least 1. */
export function roundStep(sum: number): number {
  let power = 1;
  while (power * 10 <= sum) power *= 10;
  const share = sum / power;
  // Two steps are equally near where the square is their product.
  const nearest = steps.reduce((best, step) => (share * share >= best * step ? step : best));
  return Math.ceil(nearest * power);
}

const steps = [1, 2, 2.5, 5, 10];

function unchanged(loan: Loan): Candidate {
  return {levers: [], loan, downPayment: downPaymentOf(loan), cost: 0};
}

function smallerCredits(loan: Loan, grid: RecourseGrid): Candidate[] {
  const step = roundStep(loan.credit * grid.sumStep);
  const least = Math.max(grid.credit[0], loan.credit * (1 - grid.largestChange), step);
  const out: Candidate[] = [];
  for (let credit = (Math.ceil(loan.credit / step) - 1) * step; credit >= least; credit -= step) {
    out.push(purchase(loan, credit));
  }
  return out;
}

function largerCredits(loan: Loan, grid: RecourseGrid): Candidate[] {
  const step = roundStep(loan.credit * grid.sumStep);
  const most = Math.min(grid.credit[1], loan.credit * (1 + grid.largestChange));
  const out: Candidate[] = [];
  for (let credit = (Math.floor(loan.credit / step) + 1) * step; credit <= most; credit += step) {
    out.push(purchase(loan, credit));
  }
  return out;
}

/** A smaller or larger purchase: the price follows the credit. */
function purchase(loan: Loan, credit: number): Candidate {
  const price = Math.round((loan.price * credit) / loan.credit);
  return {
    levers: ["credit"],
    loan: otherTerms(loan, credit, price, loan.months),
    downPayment: downPaymentOf({credit, price}),
    cost: distance(loan.credit, credit)
  };
}

function largerDownPayments(loan: Loan, grid: RecourseGrid): Candidate[] {
  if (loan.revolving || !(loan.price > 0)) return [];
  const step = roundStep(loan.price * grid.sumStep);
  const present = downPaymentOf(loan);
  const least = Math.max(grid.credit[0], loan.credit * (1 - grid.largestChange), 1);
  const most = loan.price * grid.largestDownPayment;
  const out: Candidate[] = [];
  for (let payment = (Math.floor(present / step) + 1) * step; payment <= most; payment += step) {
    const candidate = payInCash(loan, payment);
    if (candidate.loan.credit < least) break;
    out.push(candidate);
  }
  return out;
}

function smallerDownPayments(loan: Loan, grid: RecourseGrid): Candidate[] {
  const present = downPaymentOf(loan);
  if (loan.revolving || !(present > 0)) return [];
  const step = roundStep(loan.price * grid.sumStep);
  const most = Math.min(grid.credit[1], loan.credit * (1 + grid.largestChange));
  const out: Candidate[] = [];
  for (let payment = (Math.ceil(present / step) - 1) * step; payment >= 0; payment -= step) {
    const candidate = payInCash(loan, payment);
    if (candidate.loan.credit > most) break;
    out.push(candidate);
  }
  return out;
}

/** The same purchase, so much of it paid in cash: the credit changes by what the down payment does. */
function payInCash(loan: Loan, downPayment: number): Candidate {
  const credit = Math.round(loan.credit - (downPayment - downPaymentOf(loan)));
  return {
    levers: ["downPayment"],
    loan: otherTerms(loan, credit, loan.price, loan.months),
    downPayment,
    cost: distance(loan.credit, credit)
  };
}

/** A financing with every other duration, shortest first. */
function otherDurations(loan: Loan, financing: Candidate, durations: readonly Duration[]): Candidate[] {
  const {credit, price} = financing.loan;
  const levers = [...financing.levers, "months"] as const;
  return durations.map(({months, cost}) => ({
    levers,
    loan: otherTerms(loan, credit, price, months),
    downPayment: financing.downPayment,
    cost: financing.cost + cost
  }));
}

interface Duration {
  months: number;
  cost: number;
}

/** The grid's durations other than that of the loan; none of a loan that costs less than nothing, for that can't be held. */
function durationsBeside(loan: Loan, grid: RecourseGrid): Duration[] {
  if (!(loan.months >= loan.credit / loan.instalment)) return [];
  return durations(grid)
    .filter((months) => months !== loan.months)
    .map((months) => ({months, cost: distance(loan.months, months)}));
}

/** The same applicant's loan on other terms. */
function otherTerms(loan: Loan, credit: number, price: number, months: number): Loan {
  const {income, revolving} = loan;
  return {credit, instalment: instalmentFor(loan, credit, months), price, income, months, revolving};
}

/** Symmetric, and by a division alone: every browser has the same bits. */
function distance(before: number, after: number): number {
  return Math.max(before, after) / Math.min(before, after) - 1;
}

/** The highest instalment that the income bears: the grid's share of it, or what is asked for already. */
export function largestInstalment({instalment, income}: Loan, {largestInstalmentShare}: RecourseGrid): number {
  const share = income * largestInstalmentShare;
  return share > instalment ? share : instalment;
}
