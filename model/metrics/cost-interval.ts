import {costOf, leastCostPolicy, outcomesByThreshold, outcomesOfCounts, type ThresholdOutcomes} from "./cost.ts";
import type {Outcomes} from "./outcomes.ts";
import {percentileInterval} from "./percentile-interval.ts";
import {createRandom} from "./random.ts";

/** A figure that was computed from a sample, with its 95 % interval. */
export interface Interval {
  value: number;
  low: number;
  high: number;
}

/** The least-cost threshold of a sample and what it costs a client, each with what another sample would have said. */
export interface CostIntervals {
  /** Whole points. */
  threshold: Interval;
  /** Cost a client of the least-cost threshold, in refused good clients; of each new sample, at the threshold chosen here. */
  costPerClient: Interval;
  /** Samples drawn. */
  samples: number;
}

/**
 * Percentile bootstrap of the least-cost threshold and of its cost (Efron and Tibshirani, 1993, chapter 13): clients are
 * drawn with replacement, and the threshold is searched anew in each sample. The cost is that of the threshold in force,
 * since a threshold chosen in the very sample that it is judged by looks cheaper than it is.
 *
 * @param points whole points, one a client
 * @throws {LimpideError} E_TARGET unless both outcomes occur
 */
export function costIntervals(
  points: ArrayLike<number>,
  outcomes: Outcomes,
  costRatio: number,
  {samples = 1000, seed = 0}: {samples?: number; seed?: number} = {}
): CostIntervals {
  const thresholds = outcomesByThreshold(points, outcomes);
  const {threshold} = leastCostPolicy(thresholds, costRatio);
  const n = points.length;
  const lowest = thresholds[0]!.threshold;
  const cells = thresholds.length - 1;
  const random = createRandom(seed, n);
  const chosen: number[] = [];
  const costs: number[] = [];
  const defaultsAt = new Uint32Array(cells);
  const repaidAt = new Uint32Array(cells);
  for (let sample = 0; sample < samples; sample++) {
    defaultsAt.fill(0);
    repaidAt.fill(0);
    for (let i = 0; i < n; i++) {
      const client = Math.floor(random() * n);
      (outcomes[client] ? defaultsAt : repaidAt)[points[client]! - lowest]!++;
    }
    const redrawn = outcomesOfCounts(defaultsAt, repaidAt, lowest);
    chosen.push(leastCostPolicy(redrawn, costRatio).threshold);
    costs.push(costOf(redrawn[threshold - lowest]!, costRatio) / n);
  }
  // Between two whole thresholds, the wider one.
  const {low, high} = percentileInterval(chosen);
  return {
    threshold: {value: threshold, low: Math.floor(low), high: Math.ceil(high)},
    costPerClient: {value: costOf(thresholds[threshold - lowest]!, costRatio) / n, ...percentileInterval(costs)},
    samples
  };
}

/** One least-cost threshold a ratio: what becomes of the policy when a missed default costs more or less. */
export interface RatioPoint {
  costRatio: number;
  threshold: number;
  /** In refused good clients, of the threshold, of accepting everyone and of refusing everyone. */
  cost: number;
  acceptAll: number;
  refuseAll: number;
  /** Share of clients who are accepted, and of those the share who default. */
  accepted: number;
  acceptedDefaults: number;
}

/** The least-cost threshold and its cost at several cost ratios. */
export function costByRatio(thresholds: readonly ThresholdOutcomes[], ratios: readonly number[]): RatioPoint[] {
  const [everyone, nobody] = [thresholds[0]!, thresholds.at(-1)!];
  const clients = everyone.falseNegatives + everyone.trueNegatives;
  return ratios.map((costRatio) => {
    const {threshold} = leastCostPolicy(thresholds, costRatio);
    const found = thresholds[threshold - everyone.threshold]!;
    const accepted = found.falseNegatives + found.trueNegatives;
    return {
      costRatio,
      threshold,
      cost: costOf(found, costRatio),
      acceptAll: costOf(everyone, costRatio),
      refuseAll: costOf(nobody, costRatio),
      accepted: accepted / clients,
      acceptedDefaults: accepted === 0 ? 0 : found.falseNegatives / accepted
    };
  });
}
