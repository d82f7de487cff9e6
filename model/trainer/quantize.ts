/**
 * Gradients and hessians as whole steps, packed two in one 64-bit integer: gradient × 2³² + hessian. Sums of packed
 * numbers are sums of integers, hence exact: they don't depend on the order of addition nor on the number of threads,
 * one histogram may be subtracted from another without a trace, and a histogram costs one addition a value where two
 * are usual. Split gains and leaf values both come from these sums.
 *
 * (Quantised training: Shi et al., 2022, "Quantized training of gradient boosting decision trees". The steps are much
 * finer here: 2³¹ of them make up the sum of all gradients.)
 */
export interface Steps {
  /** What one step of gradient and one of hessian are worth. */
  gradientStep: number;
  hessianStep: number;
}

/** Steps in a unit of gradient and of hessian, such that sums over some rows fit. */
export function stepScales(
  gradientMagnitude: number,
  hessianSum: number,
  rows: number
): {gradientScale: number; hessianScale: number} {
  // Rounding may add up to one step a row, hence the steps kept in reserve.
  return {
    gradientScale: (2 ** 31 - 2 - rows) / (gradientMagnitude || 1),
    hessianScale: (2 ** 32 - 2 - rows) / (hessianSum || 1)
  };
}
