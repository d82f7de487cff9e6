import {LimpideError} from "../contract/errors.ts";
import {minimise} from "./minimise.ts";

export interface LogisticOptions {
  /** Inverse of the L2 penalty's strength, as in scikit-learn: the loss is ½‖w‖² + C Σ log loss. */
  C?: number;
  /** Weighs the two outcomes so that each counts for half of the clients. */
  balanced?: boolean;
  /** Weights of the rows; 1 each unless told. */
  weights?: Float64Array | undefined;
  /** Largest component of the gradient at the end, a row. */
  tolerance?: number;
}

/** A model of the log-odds: intercept + Σ coefficient × value. */
export interface LogisticModel {
  coefficients: Float64Array;
  intercept: number;
}

/**
 * Logistic regression with an L2 penalty that spares the intercept (Hastie et al., 2009, section 4.4).
 *
 * @param rows values, row after row, `outcomes.length × width`; no value is missing
 * @throws {LimpideError} E_TARGET unless both outcomes occur, E_PARAMETER for a C that isn't positive
 */
export function fitLogistic(
  rows: Float64Array,
  width: number,
  outcomes: ArrayLike<number>,
  {C = 1, balanced = false, weights, tolerance = 1e-9}: LogisticOptions = {}
): LogisticModel {
  const n = outcomes.length;
  if (!(C > 0)) throw new LimpideError("E_PARAMETER", `C is ${C}, and must be positive`);
  let defaults = 0;
  for (let i = 0; i < n; i++) defaults += outcomes[i]!;
  if (defaults === 0 || defaults === n) {
    throw new LimpideError("E_TARGET", `${defaults} defaults of ${n} clients: both outcomes are needed`);
  }
  const ofDefault = balanced ? n / (2 * defaults) : 1;
  const ofRepaid = balanced ? n / (2 * (n - defaults)) : 1;
  const weight = (i: number) => (outcomes[i] ? ofDefault : ofRepaid) * (weights?.[i] ?? 1);

  // The intercept comes last. Everything is divided by n × C, so that the tolerance means the same for any size.
  const parameters = new Float64Array(width + 1);
  parameters[width] = Math.log((defaults * ofDefault) / ((n - defaults) * ofRepaid));
  const penalty = 1 / (n * C);
  const objective = (x: Float64Array, gradient: Float64Array): number => {
    let loss = 0;
    gradient.fill(0);
    for (let i = 0, start = 0; i < n; i++, start += width) {
      let z = x[width]!;
      for (let j = 0; j < width; j++) z += x[j]! * rows[start + j]!;
      const w = weight(i) / n;
      loss += w * (Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - (outcomes[i] ? z : 0));
      const error = w * (1 / (1 + Math.exp(-z)) - outcomes[i]!);
      for (let j = 0; j < width; j++) gradient[j]! += error * rows[start + j]!;
      gradient[width]! += error;
    }
    for (let j = 0; j < width; j++) {
      loss += (penalty / 2) * x[j]! * x[j]!;
      gradient[j]! += penalty * x[j]!;
    }
    return loss;
  };
  minimise(objective, parameters, {tolerance});
  return {coefficients: parameters.slice(0, width), intercept: parameters[width]!};
}

/** The log-odds of the row that starts at `start`. */
export function logisticScore({coefficients, intercept}: LogisticModel, rows: Float64Array, start = 0): number {
  let z = intercept;
  for (let j = 0; j < coefficients.length; j++) z += coefficients[j]! * rows[start + j]!;
  return z;
}
