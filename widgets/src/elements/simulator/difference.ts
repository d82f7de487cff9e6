import type {FamilyId} from "../../../../model/contract/feature.ts";
import {roundContributions} from "../../../../model/explainer/reasons/apportion.ts";
import {loanFeatures} from "../../../../model/explainer/recourse/loan-features.ts";
import {encode, type FeatureCodes} from "../../../../model/explainer/tree-shap/feature-codes.ts";
import type {Outcome, Simulation} from "./simulation.ts";

/** An information that is another with another loan. */
export interface MovedFeature {
  /** Its place in the manifest. */
  index: number;
  before: number;
  after: number;
  /** Whole points that its contribution moved by. */
  points: number;
  /** Whether it is a quantity of the loan itself, or computed from one. */
  part: "loan" | "computed";
}

export interface MovedFamily {
  family: FamilyId;
  points: number;
  /** The weightiest first. */
  features: MovedFeature[];
}

/** An information that stays as it is, and weighs otherwise beside another loan. */
export interface ShiftedFeature {
  index: number;
  points: number;
}

/** Where the difference of two scores comes from: families + unchanged = points, without remainder. */
export interface Difference {
  points: number;
  /** Whose informations changed, the weightiest first. */
  families: MovedFamily[];
  unchanged: {points: number; features: ShiftedFeature[]};
}

/** What an applicant asks for, by the contract's names of it: its amounts and what is paid back each month. */
const loanParts = new Set(["credit_amount", "instalment", "goods_price"]);
/** What two sums of the same terms in another order may differ by, in log-odds. */
const noise = 1e-12;
/** A share of a value that nobody notices. */
const nothing = 1e-4;
const linked = new Set(loanFeatures.map(({id}) => id));

/**
 * Explains the points that another loan adds or takes: what moved is each contribution, on the secant between the two
 * scores, so that the parts add up to the whole and what didn't move in log-odds doesn't in points.
 */
export function explainDifference(simulation: Simulation, outcome: Outcome): Difference {
  const {simulator, features, places, row, before, contributions} = simulation;
  const points = outcome.score.points - before.points;
  const perLogOdds = simulator.link.pointsPerLogOdds(before.raw, outcome.score.raw);
  const exact = places.map((_, i) => {
    const by = outcome.contributions[i]! - contributions[i]!;
    return Math.abs(by) < noise ? 0 : by * perLogOdds;
  });
  const groupOf = places.map((place, i) =>
    hasMoved(row[i]!, outcome.row[i]!, simulator.explainer.codes[i]!) ? features[place]!.family : null
  );
  const rounded = roundContributions(0, exact, groupOf, points);
  const families = new Map<FamilyId, MovedFamily>();
  const unchanged: Difference["unchanged"] = {points: 0, features: []};
  for (const {family, points} of rounded.families) {
    if (family === null) unchanged.points = points;
    else families.set(family, {family, points, features: []});
  }
  places.forEach((index, i) => {
    const part = {index, points: rounded.features[i]!};
    const family = groupOf[i]!;
    if (family === null) {
      if (part.points !== 0) unchanged.features.push(part);
      return;
    }
    const {id} = features[index]!;
    families.get(family)!.features.push({
      ...part,
      before: row[i]!,
      after: outcome.row[i]!,
      part: linked.has(id) && !loanParts.has(id) ? "computed" : "loan"
    });
  });
  for (const {features} of families.values()) features.sort(weightiest);
  unchanged.features.sort(weightiest);
  return {points, families: [...families.values()].sort(weightiest), unchanged};
}

/** Sums are whole, so that a ratio may move by next to nothing: where the model takes both for the same, it hasn't. */
function hasMoved(before: number, after: number, codes: FeatureCodes): boolean {
  if (Object.is(before, after)) return false;
  return Math.abs(after - before) > Math.abs(before) * nothing || encode(codes, before) !== encode(codes, after);
}

function weightiest(a: {points: number}, b: {points: number}): number {
  return Math.abs(b.points) - Math.abs(a.points);
}

/** Asking for less, or for more, may move a score the other way than people expect. */
export type Surprise = "lessLowers" | "moreRaises";

/**
 * Whether a score moves against what one would expect of the sum that is borrowed: it falls with less credit and no
 * larger an instalment, or rises with more credit and no smaller an instalment.
 */
export function surpriseOf({loan, before}: Simulation, {loan: other, score}: Outcome): Surprise | null {
  const by = score.points - before.points;
  if (other.credit < loan.credit && !(other.instalment > loan.instalment) && by < 0) return "lessLowers";
  return other.credit > loan.credit && !(other.instalment < loan.instalment) && by > 0 ? "moreRaises" : null;
}
