import type {Distribution} from "../model/contract/cohort.ts";

/** What is known of each client besides features, a byte a row. */
export interface Outcomes {
  /** 1 defaulted, 0 repaid, 255 unknown. */
  outcomes: Uint8Array;
  /** 1 where the model recommends acceptance. */
  accepted: Uint8Array;
}

/** How the values of some rows spread over bins. `edges` are bin edges; null counts the codes 0 … `categories` − 1. */
export function distribution(
  column: Float32Array,
  rows: Int32Array,
  {outcomes, accepted}: Outcomes,
  bins: {edges: readonly number[]} | {categories: number}
): Distribution {
  const edges = "edges" in bins ? bins.edges : null;
  const size = edges === null ? (bins as {categories: number}).categories : edges.length - 1;
  const counts = new Array<number>(size).fill(0);
  const labelled = new Array<number>(size).fill(0);
  const defaults = new Array<number>(size).fill(0);
  const acceptances = new Array<number>(size).fill(0);
  const known = new Float32Array(rows.length);
  let count = 0;
  for (const row of rows) {
    const value = column[row]!;
    if (Number.isNaN(value)) continue;
    known[count++] = value;
    const bin = edges === null ? value : binOf(edges, value);
    counts[bin]!++;
    acceptances[bin]! += accepted[row]!;
    const outcome = outcomes[row]!;
    if (outcome <= 1) {
      labelled[bin]!++;
      defaults[bin]! += outcome;
    }
  }
  return {
    count,
    missing: rows.length - count,
    quantiles: edges === null || count === 0 ? null : quantiles(known.subarray(0, count).sort()),
    edges: edges === null ? null : [...edges],
    counts,
    labelled,
    defaults,
    accepted: acceptances
  };
}

/** The bin of a value: the last one whose lower edge is not above it; values beyond the ends fall in the end bins. */
function binOf(edges: readonly number[], value: number): number {
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
  return [0.05, 0.25, 0.5, 0.75, 0.95].map((p) => quantileSorted(sorted, p));
}

export function quantileSorted(sorted: Float32Array, p: number): number {
  const position = (sorted.length - 1) * p;
  const below = Math.floor(position);
  const a = sorted[below]!;
  const b = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return plain(a + (b - a) * (position - below));
}

/** Six significant digits: all that 32-bit floats hold, without the noise of their binary digits. */
export function plain(value: number): number {
  return Number(value.toPrecision(6));
}

/**
 * Bin edges that a person can read, over what nearly everyone has: round steps from the 0.5th to the 99.5th percentile,
 * about `target` bins; the end bins take what lies beyond. Few distinct whole values get a bin each.
 */
export function readableEdges(column: Float32Array, target = 20): number[] {
  const known = column.filter((value) => !Number.isNaN(value)).sort();
  if (known.length === 0) return [0, 1];
  const low = quantileSorted(known, 0.005);
  const high = quantileSorted(known, 0.995);
  const largest = Math.max(Math.abs(low), Math.abs(high));
  // Beyond 2^24 every 32-bit float is whole, and being whole says nothing.
  if (known.every(Number.isInteger) && high - low < target && largest < 2 ** 24) {
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
