import {auc} from "../metrics/ranking.ts";
import type {Parameters} from "./parameters.ts";

/**
 * What early stopping minimises on validation rows, given their raw scores: the mean log loss, weighted as in training,
 * or 1 − AUC.
 */
export function validationLoss(
  {metric, scale_pos_weight}: Pick<Parameters, "metric" | "scale_pos_weight">,
  labels: ArrayLike<number>,
  scores: Float64Array
): number {
  return metric === "auc" ? 1 - auc(scores, labels) : logLoss(labels, scores, scale_pos_weight);
}

function logLoss(labels: ArrayLike<number>, scores: Float64Array, positiveWeight: number): number {
  let sum = 0;
  let weights = 0;
  for (let row = 0; row < scores.length; ++row) {
    const positive = labels[row] === 1;
    const weight = positive ? positiveWeight : 1;
    // −log of the sigmoid, from the side that doesn't overflow.
    const margin = positive ? scores[row]! : -scores[row]!;
    sum += weight * (Math.log1p(Math.exp(-Math.abs(margin))) + Math.max(0, -margin));
    weights += weight;
  }
  return sum / weights;
}
