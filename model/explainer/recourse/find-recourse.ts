import {LimpideError} from "../../contract/errors.ts";
import type {DecisionChange, LeverId, LoanChange, Recourse, RecourseSolution} from "../../contract/recourse.ts";
import {type Candidate, otherLoans} from "./candidates.ts";
import {chooseDiverse, type Way} from "./choose-diverse.ts";
import {type AskedFor, loanAskedFor, type RecourseEngine, rowWithLoan, scoreCandidates, scoreRow} from "./engine.ts";
import {findMargins} from "./find-margins.ts";
import {downPaymentOf, type Loan} from "./loan.ts";

export interface RecourseOptions extends AskedFor {
  /** `accept` (the default): the threshold is enough. `clear`: above the band of review too. */
  goal?: Recourse["goal"];
}

/**
 * The smallest changes of the loan with which the model would recommend the same client (recourse: Ustun, Spangher and
 * Liu, 2019), at most three that move different levers (Mothilal, Sharma and Tan, 2020); none when no loan of the grid
 * does, or the goal is reached already. Only the loan moves, and whatever is computed from it. A solution's cost is the
 * sum over its levers of greater / smaller − 1, so that halving the credit costs as much as doubling the duration: 1.
 *
 * Sound: each solution is scored again from its whole row. Complete: every loan of the grid is scored, so there is a
 * solution where one exists, the first is the cheapest of all, and each is the cheapest that moves its levers.
 *
 * @param row one value a model input, NaN where missing
 * @throws {LimpideError} E_DECISION when a solution scored again isn't what the search said
 */
export function findRecourse(engine: RecourseEngine, row: ArrayLike<number>, options: RecourseOptions = {}): Recourse {
  const {goal = "accept"} = options;
  const {policy} = engine;
  const {loan, monthsEstimated} = loanAskedFor(engine, row, options);
  const needed = goal === "clear" ? Math.max(policy.threshold, policy.reviewTo + 1) : policy.threshold;
  const {points} = scoreRow(engine, row);
  const candidates = points >= needed ? [] : otherLoans(loan, engine.grid);
  const raw = scoreCandidates(engine, row, loan, candidates);
  const solutions = chooseDiverse(cheapestByLevers(candidates, raw, engine, needed)).map((found): RecourseSolution => {
    const {candidate} = found;
    const again = scoreRow(engine, rowWithLoan(engine, row, loan, candidate.loan));
    if (again.raw !== found.raw || again.recommendation !== "accept") {
      throw new LimpideError("E_DECISION", `a loan was found to reach ${found.points} points, but has ${again.points}`);
    }
    return {
      levers: [...candidate.levers],
      changes: changesOf(loan, candidate),
      cost: candidate.cost,
      points: again.points,
      recommendation: again.recommendation,
      review: again.review
    };
  });
  return {
    kind: "recourse",
    goal,
    points,
    needed,
    tried: raw === null ? 0 : candidates.length,
    monthsEstimated,
    solutions
  };
}

/** A loan that reaches the goal. */
interface Found extends Way {
  candidate: Candidate;
  raw: number;
  points: number;
}

/** Of the loans that reach the goal, the cheapest a set of levers; of equally cheap ones, the one of most points. */
function cheapestByLevers(
  candidates: readonly Candidate[],
  raw: Float64Array | null,
  engine: RecourseEngine,
  needed: number
): Found[] {
  const best = new Map<string, Found>();
  raw?.forEach((each, i) => {
    const points = engine.points(each);
    if (!(points >= needed)) return;
    const candidate = candidates[i]!;
    const key = candidate.levers.join();
    const held = best.get(key);
    const gain = held === undefined ? 1 : held.candidate.cost - candidate.cost || points - held.points;
    if (gain > 0) best.set(key, {candidate, raw: each, points});
  });
  return [...best.values()];
}

/** What would change a client's decision: recourse for a refusal, how safe it is for an acceptance. */
export function findDecisionChange(
  engine: RecourseEngine,
  row: ArrayLike<number>,
  options: AskedFor = {}
): DecisionChange {
  return scoreRow(engine, row).recommendation === "accept"
    ? findMargins(engine, row, options)
    : findRecourse(engine, row, options);
}

/** What an applicant asks for otherwise, and what follows from it. */
function changesOf(loan: Loan, {levers, loan: other, downPayment}: Candidate): LoanChange[] {
  const before = {...loan, downPayment: downPaymentOf(loan)};
  const after = {...other, downPayment};
  const change = (quantity: LoanChange["quantity"], linked: boolean): LoanChange => ({
    quantity,
    unit: quantity === "months" ? "months" : "money",
    before: before[quantity],
    after: after[quantity],
    linked
  });
  const followers: readonly LoanChange["quantity"][] = ["credit", "downPayment", "price", "instalment"];
  return [
    ...levers.map((lever) => change(lever, false)),
    ...followers
      .filter((quantity) => !levers.includes(quantity as LeverId))
      // A quantity that isn't known is NaN, which equals nothing.
      .filter((quantity) => before[quantity] >= 0 && before[quantity] !== after[quantity])
      .map((quantity) => change(quantity, true))
  ];
}
