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
