/**
 * The 2.5 % and 97.5 % percentiles of a figure over resamples, between neighbours by linear interpolation (the R-7
 * method: Hyndman and Fan, 1996): the percentile interval of Efron and Tibshirani (1993, chapter 13).
 *
 * @param resampled the figure of each resample, at least one
 */
export function percentileInterval(resampled: ArrayLike<number>): {low: number; high: number} {
  const sorted = Float64Array.from(resampled).sort();
  const at = (share: number): number => {
    const place = share * (sorted.length - 1);
    const below = Math.floor(place);
    const above = Math.min(below + 1, sorted.length - 1);
    return sorted[below]! + (place - below) * (sorted[above]! - sorted[below]!);
  };
  return {low: at(0.025), high: at(0.975)};
}
