import {type Policy, reviewTolerance} from "../contract/scoring-model.ts";
import {countOutcomes, type Outcomes} from "./outcomes.ts";

/** What becomes of labelled clients when those of at least `threshold` points are accepted. */
export interface ThresholdOutcomes {
  threshold: number;
  /** Defaults accepted: missed defaults. */
  falseNegatives: number;
  /** Defaults refused. */
  truePositives: number;
  /** Good clients refused. */
  falsePositives: number;
  /** Good clients accepted. */
  trueNegatives: number;
}

/**
 * The outcomes at every whole-point threshold, from the lowest points, where everyone is accepted, to one more than the
 * highest, where everyone is refused.
 * @param points whole points, one a client
 * @throws {LimpideError} E_TARGET unless both outcomes occur
 */
export function outcomesByThreshold(points: ArrayLike<number>, outcomes: Outcomes): ThresholdOutcomes[] {
  countOutcomes(points, outcomes);
  let lowest = Infinity;
  let highest = -Infinity;
  for (const one of Array.from(points)) {
    lowest = Math.min(lowest, one);
    highest = Math.max(highest, one);
  }
  const defaultsAt = new Uint32Array(highest - lowest + 1);
  const repaidAt = new Uint32Array(highest - lowest + 1);
  for (let i = 0; i < points.length; i++) (outcomes[i] ? defaultsAt : repaidAt)[points[i]! - lowest]!++;

  return outcomesOfCounts(defaultsAt, repaidAt, lowest);
}

/** As {@link outcomesByThreshold}, of how many defaulted and repaid at each whole number of points from `lowest` on. */
export function outcomesOfCounts(defaultsAt: Uint32Array, repaidAt: Uint32Array, lowest: number): ThresholdOutcomes[] {
  const defaults = defaultsAt.reduce((sum, count) => sum + count, 0);
  const repaid = repaidAt.reduce((sum, count) => sum + count, 0);
  let truePositives = 0;
  let falsePositives = 0;
  return Array.from({length: defaultsAt.length + 1}, (_, i) => {
    const outcomes = {
      threshold: lowest + i,
      falseNegatives: defaults - truePositives,
      truePositives,
      falsePositives,
      trueNegatives: repaid - falsePositives
    };
    truePositives += defaultsAt[i] ?? 0;
    falsePositives += repaidAt[i] ?? 0;
    return outcomes;
  });
}

/** The cost of a threshold, in refused good clients, where a missed default costs `costRatio` of them. */
export function costOf(
  outcomes: Pick<ThresholdOutcomes, "falseNegatives" | "falsePositives">,
  costRatio: number
): number {
  return costRatio * outcomes.falseNegatives + outcomes.falsePositives;
}

/**
 * The policy of least cost. Of thresholds that cost the same, the lowest is taken: it refuses the fewest people. The
 * review band is the run of thresholds around it that cost at most `tolerance` more than the least: at those points the
 * data barely tell acceptance from refusal.
 * @param thresholds as {@link outcomesByThreshold} gives them
 * @param tolerance a share of the least cost
 */
export function leastCostPolicy(
  thresholds: readonly ThresholdOutcomes[],
  costRatio: number,
  tolerance = reviewTolerance
): Policy {
  let best = 0;
  thresholds.forEach((outcomes, i) => {
    if (costOf(outcomes, costRatio) < costOf(thresholds[best]!, costRatio)) best = i;
  });
  const limit = costOf(thresholds[best]!, costRatio) * (1 + tolerance);
  const within = (i: number): boolean => i >= 0 && i < thresholds.length && costOf(thresholds[i]!, costRatio) <= limit;
  let from = best;
  let to = best;
  while (within(from - 1)) from--;
  while (within(to + 1)) to++;
  return {
    costRatio,
    threshold: thresholds[best]!.threshold,
    reviewFrom: thresholds[from]!.threshold,
    reviewTo: thresholds[to]!.threshold
  };
}
