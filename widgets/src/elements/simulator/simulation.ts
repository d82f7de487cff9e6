import type {ManifestFeature} from "../../../../model/contract/manifest.ts";
import type {LeverId, RecourseGrid} from "../../../../model/contract/recourse.ts";
import type {ScoringModel} from "../../../../model/contract/scoring-model.ts";
import {evaluateRow} from "../../../../model/ensemble/evaluate.ts";
import {compileLink, type Link, type Score} from "../../../../model/ensemble/scoring.ts";
import {
  compileRecourse,
  loanAskedFor,
  rowWithLoan,
  scoreRow,
  type RecourseEngine
} from "../../../../model/explainer/recourse/engine.ts";
import {leverRanges, type LeverRange} from "../../../../model/explainer/recourse/limits.ts";
import {type Loan, readLoan} from "../../../../model/explainer/recourse/loan.ts";
import {onTerms, type Terms, termsAsked} from "../../../../model/explainer/recourse/terms.ts";
import {compileExplainer, type TreeExplainer} from "../../../../model/explainer/tree-shap/explainer.ts";
import {explain} from "../../../../model/explainer/tree-shap/row-explainer.ts";
import {BookError} from "../../book/book-error.ts";
import type {Client} from "../../book/book.ts";

// The explainer by its files: what explains many rows at a time assembles WebAssembly as it loads.

/** How far a recomputed raw score may be from the record's: both are sums of the same leaves, in another order perhaps. */
const tolerance = 1e-5;

/** What a book's file of the model holds. */
export interface BookModel {
  model: ScoringModel;
  /** Which other loans may be tried. */
  grid: RecourseGrid;
  /** The raw score, in log-odds, before any feature speaks. */
  base: number;
}

/** A model made ready, once for all clients of a book. */
export interface Simulator {
  readonly engine: RecourseEngine;
  readonly explainer: TreeExplainer;
  readonly link: Link;
  readonly version: string;
}

/** A client whose loan can be moved. */
export interface Simulation {
  readonly simulator: Simulator;
  readonly features: readonly ManifestFeature[];
  /** One value a model input. */
  readonly row: Float64Array;
  /** Of each model input, its place in the manifest. */
  readonly places: readonly number[];
  readonly loan: Loan;
  readonly monthsEstimated: boolean;
  readonly ranges: readonly LeverRange[];
  /** The score of the loan asked for, and its contributions in log-odds, one a model input. */
  readonly before: Score;
  readonly contributions: Float64Array;
}

/** Why a client's loan can't be moved: it isn't known, or what is computed from it isn't what the record has. */
export type Unable = "credit" | "instalment" | "inconsistent" | "noOther";

/** The same client with another loan. */
export interface Outcome {
  readonly terms: Terms;
  readonly loan: Loan;
  readonly downPayment: number;
  readonly score: Score;
  readonly row: Float64Array;
  /** One a model input, in log-odds. */
  readonly contributions: Float64Array;
}

/**
 * @param json the book's file of the model, which its publisher sealed
 * @throws {BookError} E_BOOK_INTEGRITY when it isn't a model, or its base isn't that of its trees
 */
export function openSimulator(json: unknown): Simulator {
  try {
    const {model, grid, base} = json as BookModel;
    const engine = compileRecourse(model, grid);
    const explainer = compileExplainer(engine.scorer.compiled);
    if (!(Math.abs(explainer.bias - base) <= tolerance)) throw new RangeError("the base isn't that of the trees");
    return {engine, explainer, link: compileLink(model), version: model.version};
  } catch (error) {
    throw new BookError("E_BOOK_INTEGRITY", `the book's model is broken: ${String(error)}`);
  }
}

/**
 * Makes a client ready. Nothing is simulated from another score than the one that decided: the record's values have to
 * give the record's score.
 *
 * @throws {BookError} E_BOOK_INTEGRITY when they don't, or when the record is of another model
 */
export function openSimulation(simulator: Simulator, {manifest, record}: Client): Simulation | Unable {
  const {engine, explainer} = simulator;
  if (simulator.version !== record.model) {
    throw new BookError("E_BOOK_INTEGRITY", "the record and the model are of different versions");
  }
  const places = engine.inputs.map(({id}) => {
    const place = manifest.features.findIndex((feature) => feature.id === id);
    if (place < 0) throw new BookError("E_BOOK_INTEGRITY", `the model reads ${id}, which no record has`);
    return place;
  });
  const row = Float64Array.from(places, (place) => Math.fround(record.values[place] ?? NaN));
  // The score that decided, whose last bits another runtime added up.
  const before = engine.score(record.raw);
  const isRecords =
    Math.abs(scoreRow(engine, row).raw - record.raw) <= tolerance &&
    before.points === record.points &&
    before.recommendation === record.recommendation &&
    before.review === record.review;
  if (!isRecords) throw new BookError("E_BOOK_INTEGRITY", "the record's values don't give the record's score");
  const {loan, monthsEstimated} = loanAskedFor(engine, row, {
    loan: loanIn(simulator, manifest.features, record.values)
  });
  const unable = whyUnable(engine, row, loan, before);
  if (unable) return unable;
  const ranges = leverRanges(loan, engine.grid);
  if (ranges.length === 0) return "noOther";
  return {
    simulator,
    features: manifest.features,
    row,
    places,
    loan,
    monthsEstimated,
    ranges,
    before,
    contributions: explain(explainer, row)
  };
}

/** Scores and explains a client with other terms. */
export function simulate(simulation: Simulation, terms: Terms): Outcome {
  const {simulator, row, loan: asked, before, contributions} = simulation;
  const {loan, downPayment} = onTerms(asked, terms);
  if (loan === asked) return {terms, loan, downPayment, score: before, row, contributions};
  const {engine, explainer} = simulator;
  const other = rowWithLoan(engine, row, asked, loan);
  return {
    terms,
    loan,
    downPayment,
    score: scoreRow(engine, other),
    row: other,
    contributions: explain(explainer, other)
  };
}

export function asAsked(simulation: Simulation): Outcome {
  return simulate(simulation, termsAsked(simulation.loan));
}

export function rangeOf({ranges}: Simulation, lever: LeverId): LeverRange | undefined {
  return ranges.find((range) => range.lever === lever);
}

/** The amounts are in the record even where the model doesn't read them; that a loan is a line of credit is told by the model. */
function loanIn({engine}: Simulator, features: readonly ManifestFeature[], values: readonly (number | null)[]): Loan {
  const inputs = engine.inputs.map(({id}) => values[features.findIndex((feature) => feature.id === id)] ?? null);
  const {credit, instalment, price, income, months} = readLoan(
    features,
    values.map((value) => (value === null ? null : Math.fround(value)))
  );
  return {credit, instalment, price, income, months, revolving: readLoan(engine.inputs, inputs).revolving};
}

function whyUnable(engine: RecourseEngine, row: Float64Array, loan: Loan, {raw}: Score): Unable | undefined {
  if (!(loan.credit > 0)) return "credit";
  // Whatever has a value keeps one, and with the loan asked for it keeps the score.
  const again = rowWithLoan(engine, row, loan, loan);
  if (engine.read.some(({place}) => Number.isNaN(again[place]!) && !Number.isNaN(row[place]!))) return "instalment";
  return Math.abs(evaluateRow(engine.scorer.compiled, again) - raw) > tolerance ? "inconsistent" : undefined;
}
