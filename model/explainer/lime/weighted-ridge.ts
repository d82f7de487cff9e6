import {LimpideError} from "../../contract/errors.ts";

/** Weighted rows by their first and second moments: all that a ridge regression needs to know of them. */
export interface WeightedMoments {
  /** Columns of the design. */
  readonly width: number;
  readonly means: Float64Array;
  readonly labelMean: number;
  /** Σ w (x_i − mean_i)(x_j − mean_j): width × width, symmetric. */
  readonly gram: Float64Array;
  /** Σ w (x_i − mean_i)(y − mean). */
  readonly cross: Float64Array;
  /** Σ w (y − mean)². */
  readonly labelVariation: number;
}

export interface RidgeFit {
  intercept: number;
  /** One a chosen column, in the order in which they were chosen. */
  coefficients: Float64Array;
  /** Weighted R² on the rows of the fit; 1 when the labels are all the same, as scikit-learn has it. */
  rSquared: number;
}

/**
 * The moments of a design, row after row. Zeros cost nothing, nor do ones in a column that has more of them than of
 * anything else. Entries should be of the order of 1, since products are summed before means are taken off.
 * @throws {LimpideError} E_MODEL when a label is no number, E_PARAMETER when sizes differ or no weight is positive
 */
export function weightedMoments(
  design: ArrayLike<number>,
  labels: ArrayLike<number>,
  weights: ArrayLike<number>,
  width: number
): WeightedMoments {
  const rows = labels.length;
  if (design.length !== rows * width || weights.length !== rows) {
    throw new LimpideError(
      "E_PARAMETER",
      `${rows} labels and ${weights.length} weights for a design of ${design.length} entries in ${width} columns`
    );
  }
  let total = 0;
  let labelMean = 0;
  let constant = true;
  for (let row = 0; row < rows; row++) {
    if (!Number.isFinite(labels[row]!)) {
      throw new LimpideError("E_MODEL", "the model gives no finite number", {row: row + 1, value: String(labels[row])});
    }
    total += weights[row]!;
    labelMean += weights[row]! * labels[row]!;
    constant &&= labels[row] === labels[0];
  }
  if (!(total > 0)) throw new LimpideError("E_PARAMETER", `weights add up to ${total}: a fit needs some`);
  // The mean of equal numbers is that number, whatever rounding says.
  labelMean = constant ? labels[0]! : labelMean / total;

  // Centred moments are the same whatever a column is counted from.
  const origin = mostlyOne(design, width);
  const means = new Float64Array(width);
  const gram = new Float64Array(width * width);
  const cross = new Float64Array(width);
  const places = new Int32Array(width);
  const values = new Float64Array(width);
  let labelVariation = 0;
  for (let row = 0; row < rows; row++) {
    const weight = weights[row]!;
    const deviation = labels[row]! - labelMean;
    labelVariation += weight * deviation * deviation;
    let count = 0;
    for (let column = 0, at = row * width; column < width; column++, at++) {
      const value = design[at]! - origin[column]!;
      if (value === 0) continue;
      places[count] = column;
      values[count++] = value;
    }
    for (let i = 0; i < count; i++) {
      const weighted = weight * values[i]!;
      means[places[i]!]! += weighted;
      cross[places[i]!]! += weighted * deviation;
      const start = places[i]! * width;
      for (let j = 0; j <= i; j++) gram[start + places[j]!]! += weighted * values[j]!;
    }
  }
  for (let i = 0; i < width; i++) means[i]! /= total;
  for (let i = 0; i < width; i++) {
    for (let j = 0; j <= i; j++) {
      const centred = gram[i * width + j]! - total * means[i]! * means[j]!;
      gram[i * width + j] = centred;
      gram[j * width + i] = centred;
    }
  }
  for (let i = 0; i < width; i++) means[i]! += origin[i]!;
  return {width, means, labelMean, gram, cross, labelVariation};
}

/** 1 for the columns that are more often 1 than not, 0 for the others. */
function mostlyOne(design: ArrayLike<number>, width: number): Uint8Array {
  const ones = new Uint32Array(width);
  for (let at = 0; at < design.length;) {
    for (let column = 0; column < width; column++, at++) if (design[at] === 1) ones[column]!++;
  }
  return Uint8Array.from(ones, (count) => (2 * count * width > design.length ? 1 : 0));
}

/**
 * Weighted ridge regression on some columns (Hoerl and Kennard, Technometrics, 1970): minimises
 * Σ w (y − intercept − x·β)² + penalty · |β|², the intercept unpenalised. Solved by Cholesky's decomposition.
 *
 * @throws {LimpideError} E_PARAMETER unless the penalty is positive, which makes the solution unique
 */
export function fitRidge(moments: WeightedMoments, chosen: readonly number[], penalty: number): RidgeFit {
  if (!(penalty > 0)) throw new LimpideError("E_PARAMETER", `a ridge penalty must be positive, not ${penalty}`);
  const {width, means, gram, cross, labelMean, labelVariation} = moments;
  const size = chosen.length;
  const system = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      system[i * size + j] = gram[chosen[i]! * width + chosen[j]!]! + (i === j ? penalty : 0);
    }
  }
  const coefficients = solveCholesky(
    system,
    Float64Array.from(chosen, (column) => cross[column]!)
  );
  let intercept = labelMean;
  let explained = 0;
  for (let i = 0; i < size; i++) {
    const start = chosen[i]! * width;
    intercept -= coefficients[i]! * means[chosen[i]!]!;
    // The residual sum is S_yy − 2 β·c + β·Gβ, so that this is what the fit takes off it.
    let product = 0;
    for (let j = 0; j < size; j++) product += gram[start + chosen[j]!]! * coefficients[j]!;
    explained += coefficients[i]! * (2 * cross[chosen[i]!]! - product);
  }
  return {intercept, coefficients, rSquared: labelVariation > 0 ? explained / labelVariation : 1};
}

/** Solves a symmetric positive definite system, which it overwrites; so is the right side, by the solution. */
function solveCholesky(system: Float64Array, right: Float64Array): Float64Array {
  const n = right.length;
  for (let j = 0; j < n; j++) {
    for (let i = j; i < n; i++) {
      let sum = system[i * n + j]!;
      for (let k = 0; k < j; k++) sum -= system[i * n + k]! * system[j * n + k]!;
      system[i * n + j] = i === j ? Math.sqrt(sum) : sum / system[j * n + j]!;
    }
  }
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) right[i]! -= system[i * n + k]! * right[k]!;
    right[i]! /= system[i * n + i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) right[i]! -= system[k * n + i]! * right[k]!;
    right[i]! /= system[i * n + i]!;
  }
  return right;
}
