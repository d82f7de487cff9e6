import {countOutcomes, type Outcomes} from "./outcomes.ts";

/**
 * Standard error of the area under the ROC curve: how far the figure would move on another sample of clients of the
 * same size (DeLong, DeLong & Clarke-Pearson, Biometrics 44, 1988; the variance by mid-ranks of Sun & Xu, IEEE Signal
 * Processing Letters 21, 2014).
 *
 * @param scores higher for a likelier default; ties count half
 * @throws {LimpideError} E_TARGET unless both outcomes occur
 */
export function aucStandardError(scores: ArrayLike<number>, outcomes: Outcomes): number {
  countOutcomes(scores, outcomes);
  const positives: number[] = [];
  const negatives: number[] = [];
  for (let i = 0; i < scores.length; i++) (outcomes[i] === 1 ? positives : negatives).push(scores[i]!);
  const ofPositives = sampleVariance(placements(positives, negatives));
  const ofNegatives = sampleVariance(placements(negatives, positives));
  return Math.sqrt(ofPositives / positives.length + ofNegatives / negatives.length);
}

/**
 * How much better one score ranks the same clients than another, with the standard error of the difference (DeLong,
 * DeLong & Clarke-Pearson, 1988): two models err on much the same clients, so that their difference varies less from
 * sample to sample than either does.
 *
 * @throws {LimpideError} E_TARGET unless both outcomes occur
 */
export function aucDifference(
  scores: ArrayLike<number>,
  others: ArrayLike<number>,
  outcomes: Outcomes
): {value: number; standardError: number} {
  countOutcomes(scores, outcomes);
  const part = (values: ArrayLike<number>, outcome: number) =>
    Array.from(values).filter((_, i) => outcomes[i] === outcome);
  const differences = (of: number, among: number) => {
    const first = placements(part(scores, of), part(scores, among));
    const second = placements(part(others, of), part(others, among));
    return first.map((placement, i) => placement - second[i]!);
  };
  const ofDefaults = differences(1, 0);
  const ofRepaid = differences(0, 1);
  return {
    value: ofDefaults.reduce((sum, value) => sum + value, 0) / ofDefaults.length,
    standardError: Math.sqrt(
      sampleVariance(ofDefaults) / ofDefaults.length + sampleVariance(ofRepaid) / ofRepaid.length
    )
  };
}

/** For each value, the share of the others that are below it; equal ones count half. */
function placements(values: readonly number[], others: readonly number[]): number[] {
  const sorted = Float64Array.from(others).sort();
  return values.map(
    (value) => (countBelow(sorted, value, false) + countBelow(sorted, value, true)) / 2 / sorted.length
  );
}

function countBelow(sorted: Float64Array, value: number, orEqual: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value || (orEqual && sorted[middle] === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sampleVariance(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}
