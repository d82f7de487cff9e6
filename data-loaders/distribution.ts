/** The bin of a value: the last one whose lower edge is not above it; values beyond the ends fall in the end bins. */
export function binOf(edges: readonly number[], value: number): number {
  let low = 0;
  let high = edges.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (edges[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Quantiles 5, 25, 50, 75 and 95 % of sorted values, by linear interpolation (R-7; Hyndman & Fan, 1996). */
export function quantiles(sorted: Float32Array): number[] {
  return quantilesOf(sorted.length, (place) => sorted[place]!);
}

/** The same of `count` values, of which only those at some places of their order are looked at. */
export function quantilesOf(count: number, valueAt: (place: number) => number): number[] {
  return [0.05, 0.25, 0.5, 0.75, 0.95].map((p) => quantileOf(count, valueAt, p));
}

export function quantileSorted(sorted: Float32Array, p: number): number {
  return quantileOf(sorted.length, (place) => sorted[place]!, p);
}

function quantileOf(count: number, valueAt: (place: number) => number, p: number): number {
  const position = (count - 1) * p;
  const below = Math.floor(position);
  const a = valueAt(below);
  const b = valueAt(Math.min(below + 1, count - 1));
  return plain(a + (b - a) * (position - below));
}

/** Six significant digits: all that 32-bit floats hold, without the noise of their binary digits. */
export function plain(value: number): number {
  return Number(value.toPrecision(6));
}

/**
 * Bin edges that a person can read, over what nearly everyone has: round steps from the 0.5th to the 99.5th percentile,
 * about `target` bins; the end bins take what lies beyond. Few distinct whole values get a bin each.
 * @param sorted the known values, ascending
 */
export function readableEdges(sorted: Float32Array, target = 20): number[] {
  if (sorted.length === 0) return [0, 1];
  const low = quantileSorted(sorted, 0.005);
  const high = quantileSorted(sorted, 0.995);
  const largest = Math.max(Math.abs(low), Math.abs(high));
  // Beyond 2^24 every 32-bit float is whole, and being whole says nothing.
  if (high - low < target && largest < 2 ** 24 && sorted.every(Number.isInteger)) {
    const first = Math.floor(low);
    return Array.from({length: Math.max(1, Math.floor(high) - first + 1) + 1}, (_, i) => first + i);
  }
  // Edges are written with six digits: a step below that would write the same edge twice.
  const step = roundStep(Math.max((high - low) / target, largest * 1e-5));
  const first = Math.floor(low / step);
  const last = Math.max(first + 1, Math.ceil(high / step));
  return Array.from({length: last - first + 1}, (_, i) => plain((first + i) * step));
}

/** The step of 1, 2 or 5 times a power of ten that is not below `step`. */
function roundStep(step: number): number {
  if (!(step > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(step));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= step * (1 - 1e-9))!;
  return factor * power;
}
