import {LimpideError} from "../contract/errors.ts";
import type {Parameters} from "./parameters.ts";

/** What a row may weigh, unless it is 0: further apart, sums would lose the lighter rows. */
const leastWeight = 1e-6;
const mostWeight = 1e6;

/**
 * Sample weights in shared memory; null when there are none. Throws `E_VALUE_RANGE` with the row of the first that is
 * neither 0 nor from 10⁻⁶ to 10⁶, and when they aren't one a row.
 */
export function parseWeights(weights: ArrayLike<number> | undefined, rows: number): Float64Array | null {
  if (!weights) return null;
  if (weights.length !== rows) throw new LimpideError("E_VALUE_RANGE", `${weights.length} weights for ${rows} rows`);
  const shared = new Float64Array(new SharedArrayBuffer(8 * rows));
  for (let row = 0; row < rows; ++row) {
    const weight = weights[row]!;
    if (weight !== 0 && !(weight >= leastWeight && weight <= mostWeight))
      throw new LimpideError("E_VALUE_RANGE", `a weight is 0, or from ${leastWeight} to ${mostWeight}`, {
        row: row + 1,
        value: String(weight)
      });
    shared[row] = weight;
  }
  return shared;
}

/** The rows that weigh something. A row of weight 0 takes no part in training, nor in finding bins. */
export function weightedRows(rows: Int32Array, weights: Float64Array | null): Int32Array {
  return weights ? rows.filter((row) => weights[row]! > 0) : rows;
}

/** Throws `E_TARGET` unless both outcomes are among the rows that weigh something. */
export function checkWeightedLabels(labels: ArrayLike<number>, rows: Int32Array, weights: Float64Array | null): void {
  const used = weightedRows(rows, weights);
  const positives = used.reduce((sum, row) => sum + labels[row]!, 0);
  if (used.length === 0) throw new LimpideError("E_TARGET", "all weights are 0");
  if (positives === 0 || positives === used.length)
    throw new LimpideError("E_TARGET", `all outcomes of rows with a weight are ${positives === 0 ? 0 : 1}`);
}

/** What a row whose outcome is 0, and one whose outcome is 1, weighs beside its own weight (LightGBM's `label_weights`). */
export function classWeights(
  {scale_pos_weight, is_unbalance}: Pick<Parameters, "scale_pos_weight" | "is_unbalance">,
  positives: number,
  negatives: number
): [number, number] {
  if (!is_unbalance) return [1, scale_pos_weight];
  return positives > negatives ? [positives / negatives, 1] : [1, negatives / positives];
}

/**
 * Each row's weight, with a minus where the outcome is 0; and the log-odds of the share of positives, which sample
 * weights count in and class weights don't, as in LightGBM.
 */
export function outcomeWeights(
  labels: Uint8Array,
  weights: Float64Array | null,
  rows: Int32Array,
  parameters: Parameters
): {signed: Float64Array; baseScore: number} {
  const counts = [0, 0];
  const sums = [0, 0];
  for (const row of rows) {
    counts[labels[row]!]!++;
    sums[labels[row]!]! += weights ? weights[row]! : 1;
  }
  const ofClass = classWeights(parameters, counts[1]!, counts[0]!);
  const signed = new Float64Array(rows.length);
  for (const [i, row] of rows.entries()) {
    const label = labels[row]!;
    signed[i] = (2 * label - 1) * ofClass[label]! * (weights ? weights[row]! : 1);
  }
  return {signed, baseScore: Math.log(sums[1]! / sums[0]!)};
}
