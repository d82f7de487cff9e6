/**
 * A quantile of sorted values, by linear interpolation: definition 7 of Hyndman and Fan (The American Statistician,
 * 1996), NumPy's default. NaN of no value.
 *
 * @param p 0 to 1
 */
export function quantileSorted(sorted: ArrayLike<number>, p: number): number {
  if (sorted.length === 0) return NaN;
  const position = (sorted.length - 1) * p;
  const below = Math.floor(position);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  const share = position - below;
  // From the nearer end, as NumPy does: the last bit is the same too.
  return share < 0.5 ? low + (high - low) * share : high - (high - low) * (1 - share);
}

/** Values of clients, NaN where missing. */
export type Values = Float32Array | Float64Array | readonly number[];

/** The values that are known (not NaN), ascending, as doubles. */
export function knownSorted(values: Values): Float64Array {
  const known = new Float64Array(values.length);
  let count = 0;
  for (const value of values) if (value === value) known[count++] = value;
  return known.subarray(0, count).sort();
}

/** How many of ascending values are below one; with `orEqual`, below or equal to it. */
export function countBelow(sorted: ArrayLike<number>, value: number, orEqual = false): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value || (orEqual && sorted[middle] === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}
