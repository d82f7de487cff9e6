import {LimpideError} from "../model/contract/errors.ts";
import type {Calibration} from "../model/contract/scoring-model.ts";
import {compileCalibration} from "../model/ensemble/calibration.ts";
import {fitPlatt, logLoss} from "../model/metrics/calibration.ts";
import {fitIsotonicCalibration} from "../model/metrics/isotonic.ts";
import {sigmoid} from "../model/metrics/sigmoid.ts";

const methods = {platt: fitPlatt, isotonic: fitIsotonicCalibration};

/** A calibration, and what each way to calibrate costs in log loss on clients that it wasn't fitted on. */
export interface CalibrationChoice {
  /** Fitted on all clients by the method of least log loss; null when higher scores don't go with more defaults. */
  calibration: Calibration | null;
  /** Of raw scores as they are, taken for log-odds. */
  none: number;
  platt: number;
  isotonic: number;
}

/**
 * Chooses between Platt's and isotonic calibration by log loss out of fold: each fold's clients are calibrated by what
 * the other folds' clients say.
 *
 * @param raw scores by models that didn't see the client
 * @param folds the fold of each client
 */
export function chooseCalibration(raw: Float64Array, labels: Uint8Array, folds: Uint8Array): CalibrationChoice {
  const losses = {
    platt: crossFitted(raw, labels, folds, "platt"),
    isotonic: crossFitted(raw, labels, folds, "isotonic")
  };
  const method = losses.isotonic < losses.platt ? "isotonic" : "platt";
  return {calibration: fit(method, raw, labels), none: logLoss(raw.map(sigmoid), labels), ...losses};
}

function crossFitted(raw: Float64Array, labels: Uint8Array, folds: Uint8Array, method: keyof typeof methods): number {
  const probabilities = new Float64Array(raw.length);
  for (const fold of new Set(folds)) {
    const others = labels.filter((_, i) => folds[i] !== fold);
    const calibration = fit(
      method,
      raw.filter((_, i) => folds[i] !== fold),
      others
    );
    const rate = others.reduce((sum, outcome) => sum + outcome, 0) / others.length;
    const probability = calibration ? compileCalibration(calibration) : () => rate;
    for (let i = 0; i < raw.length; i++) if (folds[i] === fold) probabilities[i] = probability(raw[i]!);
  }
  return logLoss(probabilities, labels);
}

/** Null for scores that don't go with defaults, as a small portfolio's may not. */
function fit(method: keyof typeof methods, raw: Float64Array, labels: Uint8Array): Calibration | null {
  try {
    return methods[method](raw, labels);
  } catch (error) {
    if (error instanceof LimpideError && error.code === "E_TARGET") return null;
    throw error;
  }
}
