import {auc} from "../metrics/ranking.ts";
import type {Parameters} from "./parameters.ts";

/**
 * What early stopping minimises on validation rows, given their raw scores: the mean log loss, or 1 − AUC. Log loss
 * counts each row by its weight, whose sign tells the outcome (see `outcomeWeights`); AUC counts pairs of rows alike.
 */
export function validationLoss(metric: Parameters["metric"], signed: Float64Array, scores: Float64Array): number {
  return metric === "auc"
    ? 1 -
        auc(
          scores,
          Uint8Array.from(signed, (weight) => Number(weight > 0))
        )
    : logLoss(signed, scores);
}

function logLoss(signed: Float64Array, scores: Float64Array): number {
  let sum = 0;
  let weights = 0;
  for (let row = 0; row < scores.length; ++row) {
    const weight = Math.abs(signed[row]!);
    // −log of the sigmoid, from the side that doesn't overflow.
    const margin = signed[row]! > 0 ? scores[row]! : -scores[row]!;
    sum += weight * (Math.log1p(Math.exp(-Math.abs(margin))) + Math.max(0, -margin));
    weights += weight;
  }
  return sum / weights;
}
