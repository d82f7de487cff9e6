import {LimpideError} from "../model/contract/errors.ts";
import type {Calibration, Scale} from "../model/contract/scoring-model.ts";
import {probabilityOf} from "../model/ensemble/scoring.ts";
import {fitPlatt} from "../model/metrics/calibration.ts";
import {leastCostPolicy, outcomesByThreshold} from "../model/metrics/cost.ts";
import {pointsOf} from "./training.ts";

/** Probabilities and decisions that no choice has seen: each fold's come from what the other folds' clients say. */
export interface CrossFitted {
  probabilities: Float64Array;
  /** 1 accepted, 0 refused. */
  accepted: Uint8Array;
}

/**
 * Calibrates raw scores and sets the threshold for each fold on the other folds. A threshold that is judged by the
 * clients that it was chosen on looks cheaper than it will be; so does a calibration look truer.
 *
 * @param raw out-of-fold scores
 * @param folds the fold of each client
 */
export function crossFit(
  raw: Float64Array,
  labels: Uint8Array,
  folds: Uint8Array,
  {scale, costRatio}: {scale: Scale; costRatio: number}
): CrossFitted {
  const probabilities = new Float64Array(raw.length);
  const accepted = new Uint8Array(raw.length);
  for (const fold of new Set(folds)) {
    const others = raw.filter((_, i) => folds[i] !== fold);
    const outcomes = labels.filter((_, i) => folds[i] !== fold);
    const calibration = calibrate(others, outcomes);
    if (calibration === null) {
      // A score that ranks the wrong way says less than the default rate does.
      const rate = outcomes.reduce((sum, outcome) => sum + outcome, 0) / outcomes.length;
      for (let i = 0; i < raw.length; i++) {
        if (folds[i] !== fold) continue;
        probabilities[i] = rate;
        accepted[i] = Number(costRatio * rate <= 1 - rate);
      }
      continue;
    }
    const {threshold} = leastCostPolicy(
      outcomesByThreshold(pointsOf(others, {calibration, scale}), outcomes),
      costRatio
    );
    const points = pointsOf(raw, {calibration, scale});
    for (let i = 0; i < raw.length; i++) {
      if (folds[i] !== fold) continue;
      probabilities[i] = probabilityOf(raw[i]!, calibration);
      accepted[i] = Number(points[i]! >= threshold);
    }
  }
  return {probabilities, accepted};
}

/** Null for scores that don't go with defaults, as a small portfolio's may not. */
function calibrate(raw: Float64Array, outcomes: Uint8Array): Calibration | null {
  try {
    return fitPlatt(raw, outcomes);
  } catch (error) {
    if (error instanceof LimpideError && error.code === "E_TARGET") return null;
    throw error;
  }
}
