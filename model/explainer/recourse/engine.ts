import {LimpideError} from "../../contract/errors.ts";
import type {RecourseGrid} from "../../contract/recourse.ts";
import type {ModelInput, Policy, ScoringModel} from "../../contract/scoring-model.ts";
import {compileEnsemble, evaluateRow} from "../../ensemble/evaluate.ts";
import {compileLink, compileScore, type Score, wholePoints} from "../../ensemble/scoring.ts";
import type {Candidate} from "./candidates.ts";
import {estimateMonths} from "./duration.ts";
import {loanFeatures, type LoanFeature} from "./loan-features.ts";
import {type Loan, readLoan} from "./loan.ts";
import {compileVariants, scoreVariants, type VariantScorer} from "./variants.ts";

/** A model made ready to score a client's row with other loans. */
export interface RecourseEngine {
  readonly inputs: readonly ModelInput[];
  readonly grid: RecourseGrid;
  readonly policy: Policy;
  readonly score: (raw: number) => Score;
  /** Whole points of a raw score. */
  readonly points: (raw: number) => number;
  readonly scorer: VariantScorer;
  /** The model's inputs that move with the loan, and where they are in a row. */
  readonly moving: readonly Moving[];
  /** Those of them that a tree reads. */
  readonly read: readonly Moving[];
}

/** An input that moves with the loan. */
export interface Moving {
  place: number;
  feature: LoanFeature;
}

/** Which loan a client asks for, where a row of the model's inputs doesn't say all that is known of it. */
export interface AskedFor {
  /** Read from the row by default. */
  loan?: Loan;
  /** The duration that is asked for; estimated by default. */
  months?: number;
}

/** @throws {LimpideError} E_MODEL when the ensemble is broken, or reads another number of features than the model names */
export function compileRecourse(model: ScoringModel, grid: RecourseGrid): RecourseEngine {
  const {inputs, ensemble, policy} = model;
  if (inputs.length !== ensemble.featureCount) {
    throw new LimpideError("E_MODEL", `${inputs.length} inputs are named, ${ensemble.featureCount} are read`);
  }
  const moving = loanFeatures
    .map((feature) => ({place: inputs.findIndex(({id}) => id === feature.id), feature}))
    .filter(({place}) => place >= 0);
  const compiled = compileEnsemble(ensemble);
  const split = new Set(compiled.feature);
  const read = moving.filter(({place}) => split.has(place));
  const scorer = compileVariants(
    compiled,
    read.map(({place}) => place)
  );
  const link = compileLink(model);
  return {
    inputs,
    grid,
    policy,
    score: compileScore(model),
    points: (raw) => wholePoints(link.points(raw)),
    scorer,
    moving,
    read
  };
}

/** The loan that a row asks for, its duration estimated unless it is given. */
export function loanAskedFor(
  {inputs, grid}: Pick<RecourseEngine, "inputs" | "grid">,
  row: ArrayLike<number>,
  {loan = readLoan(inputs, row), months}: AskedFor = {}
): {loan: Loan; monthsEstimated: boolean} {
  const known = months ?? loan.months;
  if (known > 0) return {loan: {...loan, months: known}, monthsEstimated: false};
  const estimated = estimateMonths(loan, grid);
  return {loan: {...loan, months: estimated}, monthsEstimated: !Number.isNaN(estimated)};
}

/** A row with another loan: every input that reads the loan follows, all others stay. */
export function rowWithLoan(engine: RecourseEngine, row: ArrayLike<number>, before: Loan, after: Loan): Float64Array {
  const out = Float64Array.from(row);
  for (const {place, feature} of engine.moving) out[place] = Math.fround(feature.follow(row[place]!, before, after));
  return out;
}

/**
 * Raw scores, in log-odds, of a client with other loans: the same bits as those of their whole rows. Null when they
 * can't be known: an input that a tree reads has a value, and would lose it because what it is computed from is missing.
 */
export function scoreCandidates(
  engine: RecourseEngine,
  row: ArrayLike<number>,
  loan: Loan,
  candidates: readonly Candidate[]
): Float64Array | null {
  const columns: Float32Array[] = [];
  for (const {place, feature} of engine.read) {
    const value = row[place]!;
    const column = new Float32Array(candidates.length);
    for (let i = 0; i < candidates.length; i++) {
      const followed = feature.follow(value, loan, candidates[i]!.loan);
      if (followed !== followed && value === value) return null;
      column[i] = followed;
    }
    columns.push(column);
  }
  return scoreVariants(engine.scorer, row, columns, candidates.length);
}

/** A client's score as the row is. */
export function scoreRow({scorer, score}: RecourseEngine, row: ArrayLike<number>): Score {
  return score(evaluateRow(scorer.compiled, row));
}
