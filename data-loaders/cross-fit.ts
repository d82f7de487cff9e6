import type {Scale} from "../model/contract/scoring-model.ts";
import {compileCalibration} from "../model/ensemble/calibration.ts";
import {pointsOf} from "../model/ensemble/scoring.ts";
import {leastCostPolicy, outcomesByThreshold} from "../model/metrics/cost.ts";
import {chooseCalibration} from "./choose-calibration.ts";

/** Probabilities and decisions that no choice has seen: each fold's come from what the other folds' clients say. */
export interface CrossFitted {
  probabilities: Float64Array;
  /** 1 accepted, 0 refused. */
  accepted: Uint8Array;
}

/**
 * Calibrates raw scores and sets the threshold for each fold on the other folds. A threshold that is judged by the
 * clients that it was chosen on looks cheaper than it will be; so does a calibration look truer. Scores that say
 * nothing, or rank the wrong way, count as the default rate: everyone is accepted or refused, whichever costs less.
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
    const isOther = (_: number, i: number) => folds[i] !== fold;
    const others = raw.filter(isOther);
    const outcomes = labels.filter(isOther);
    const {calibration} = chooseCalibration(others, outcomes, folds.filter(isOther));
    if (calibration === null) {
      const rate = outcomes.reduce((sum, outcome) => sum + outcome, 0) / outcomes.length;
      for (let i = 0; i < raw.length; i++) {
        if (folds[i] !== fold) continue;
        probabilities[i] = rate;
        accepted[i] = Number(costRatio * rate <= 1 - rate);
      }
      continue;
    }
    const probability = compileCalibration(calibration);
    const {threshold} = leastCostPolicy(
      outcomesByThreshold(pointsOf(others, {calibration, scale}), outcomes),
      costRatio
    );
    const points = pointsOf(raw, {calibration, scale});
    for (let i = 0; i < raw.length; i++) {
      if (folds[i] !== fold) continue;
      probabilities[i] = probability(raw[i]!);
      accepted[i] = Number(points[i]! >= threshold);
    }
  }
  return {probabilities, accepted};
}
