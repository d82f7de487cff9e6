/** Bits of a packed number that sum hessians; gradients have those above it. */
const hessianBits = 26;
/** Multiplies and divides a packed number to part its two halves. */
export const packing = 2 ** hessianBits;

/**
 * Gradients and hessians as whole steps, packed two in one float64: gradient × 2²⁶ + hessian. Sums of packed numbers
 * are sums of integers below 2⁵³, hence exact: they don't depend on the order of addition, one histogram may be
 * subtracted from another without a trace, and a histogram costs one addition a value where two are usual.
 *
 * (Quantised training: Shi et al., 2022, "Quantized training of gradient boosting decision trees". The steps are much
 * finer here, and leaf values are computed from unrounded sums.)
 */
export interface Quantized {
  /** One a row; those of rows outside the sample are left as they were. */
  packed: Float64Array;
  /** What one step of gradient and one of hessian are worth. */
  gradientStep: number;
  hessianStep: number;
}

/**
 * Quantises the gradients and hessians of some rows. Steps are chosen so that the sums of magnitudes over all of them
 * fit; rounding errors are carried to the next row (error diffusion), so that sums keep no bias.
 */
export function quantize(
  gradients: Float64Array,
  hessians: Float64Array,
  rows: Int32Array,
  packed: Float64Array
): Quantized {
  const n = rows.length;
  let gradientSum = 0;
  let hessianSum = 0;
  for (let i = 0; i < n; ++i) {
    gradientSum += Math.abs(gradients[rows[i]!]!);
    hessianSum += hessians[rows[i]!]!;
  }
  // A rounded value exceeds its own by at most 1, hence the n steps kept in reserve.
  const gradientScale = (2 * packing - 2 - n) / (gradientSum || 1);
  const hessianScale = (packing - 1 - n) / (hessianSum || 1);
  let gradientError = 0;
  let hessianError = 0;
  for (let i = 0; i < n; ++i) {
    const row = rows[i]!;
    const gradient = gradients[row]! * gradientScale + gradientError;
    const hessian = hessians[row]! * hessianScale + hessianError;
    const gradientSteps = Math.floor(gradient + 0.5);
    const hessianSteps = Math.floor(hessian + 0.5);
    gradientError = gradient - gradientSteps;
    hessianError = hessian - hessianSteps;
    packed[row] = gradientSteps * packing + hessianSteps;
  }
  return {packed, gradientStep: 1 / gradientScale, hessianStep: 1 / hessianScale};
}
