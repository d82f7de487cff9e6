import {ascendingOrder, countOutcomes, type Outcomes} from "./outcomes.ts";

/** Measures of how well scores rank defaults above repayments: a higher score is a riskier client. */

/**
 * Area under the ROC curve: the chance that a client who defaulted scores higher than one who repaid, ties counting a
 * half (Mann and Whitney, 1947; Hanley and McNeil, 1982).
 * @throws {LimpideError} E_TARGET unless both outcomes occur
 */
export function auc(scores: ArrayLike<number>, outcomes: Outcomes): number {
  const {defaults, repaid} = countOutcomes(scores, outcomes);
  let wins = 0;
  let repaidBelow = 0;
  for (const tie of ties(scores, outcomes, ascendingOrder(scores))) {
    wins += tie.defaults * (repaidBelow + tie.repaid / 2);
    repaidBelow += tie.repaid;
  }
  return wins / (defaults * repaid);
}

/** One point a distinct score: the rates among clients who score at least `threshold`. */
export interface RocPoint {
  threshold: number;
  /** Share of those who repaid. */
  falsePositiveRate: number;
  /** Share of those who defaulted. */
  truePositiveRate: number;
}

/** The ROC curve from (0, 0), at an infinite threshold, to (1, 1): every distinct score, the highest first. */
export function rocCurve(scores: ArrayLike<number>, outcomes: Outcomes): RocPoint[] {
  const {defaults, repaid} = countOutcomes(scores, outcomes);
  const curve = [{threshold: Infinity, falsePositiveRate: 0, truePositiveRate: 0}];
  let truePositives = 0;
  let falsePositives = 0;
  for (const tie of ties(scores, outcomes, ascendingOrder(scores).reverse())) {
    truePositives += tie.defaults;
    falsePositives += tie.repaid;
    curve.push({
      threshold: tie.score,
      falsePositiveRate: falsePositives / repaid,
      truePositiveRate: truePositives / defaults
    });
  }
  return curve;
}

export interface PrecisionRecallPoint {
  threshold: number;
  /** Share of the clients who score at least `threshold` who defaulted. */
  precision: number;
  /** Share of those who defaulted who score at least `threshold`. */
  recall: number;
}

/** The precision-recall curve: every distinct score, the highest first. */
export function precisionRecallCurve(scores: ArrayLike<number>, outcomes: Outcomes): PrecisionRecallPoint[] {
  const {defaults} = countOutcomes(scores, outcomes);
  let truePositives = 0;
  let flagged = 0;
  return ties(scores, outcomes, ascendingOrder(scores).reverse()).map((tie) => {
    truePositives += tie.defaults;
    flagged += tie.defaults + tie.repaid;
    return {threshold: tie.score, precision: truePositives / flagged, recall: truePositives / defaults};
  });
}

/** Average precision: Σ (recall − previous recall) · precision over the curve's points, without interpolation. */
export function averagePrecision(scores: ArrayLike<number>, outcomes: Outcomes): number {
  let sum = 0;
  let previous = 0;
  for (const {precision, recall} of precisionRecallCurve(scores, outcomes)) {
    sum += (recall - previous) * precision;
    previous = recall;
  }
  return sum;
}

/**
 * The Kolmogorov-Smirnov statistic of scoring: the most by which the share of defaults at or above a score exceeds that
 * of repayments. One-sided: a score that ranks backwards gets 0.
 */
export function kolmogorovSmirnov(scores: ArrayLike<number>, outcomes: Outcomes): number {
  return rocCurve(scores, outcomes).reduce(
    (most, point) => Math.max(most, point.truePositiveRate - point.falsePositiveRate),
    0
  );
}

interface Tie {
  score: number;
  defaults: number;
  repaid: number;
}

/** The outcomes of each distinct score, in the given order of places. */
function ties(scores: ArrayLike<number>, outcomes: Outcomes, order: Uint32Array): Tie[] {
  const groups: Tie[] = [];
  let last: Tie | undefined;
  for (const place of order) {
    if (!last || last.score !== scores[place]) {
      last = {score: scores[place]!, defaults: 0, repaid: 0};
      groups.push(last);
    }
    if (outcomes[place]) last.defaults++;
    else last.repaid++;
  }
  return groups;
}

/** Gini's coefficient of the ranking, as credit scoring reports it: 2 AUC − 1. */
export function gini(scores: ArrayLike<number>, outcomes: Outcomes): number {
  return 2 * auc(scores, outcomes) - 1;
}
