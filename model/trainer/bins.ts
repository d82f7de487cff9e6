import {binEnds} from "./bin-ends.ts";
import type {Dictionary, DictionaryColumn} from "./dictionary.ts";

/** Largest finite float32: a threshold that every number is at or under, so that only a missing value goes right. */
export const largestFloat = 3.4028234663852886e38;

/**
 * How one feature falls into bins. Of a number: bins 0 … `valueBins`−1 in ascending order, then one for missing values.
 * Of a category: bins 0 … `valueBins`−1 by falling frequency, then one for all other categories, then missing.
 */
export interface FeatureBins {
  categorical: boolean;
  /** Bins of values, those of missing values and of other categories apart. */
  valueBins: number;
  /** The bin of missing values, wherever they come from. */
  missingBin: number;
  /** Whether training rows have missing values. */
  hasMissing: boolean;
  /** Length of the feature's histogram: `missingBin` when nothing is missing, one more otherwise. */
  bins: number;
  /** Of a number: bin b holds the values x with thresholds[b−1] < x ≤ thresholds[b]; the last is `largestFloat`. */
  thresholds: Float64Array;
  /** Of a category: the code that each value bin holds. */
  categories: Int32Array;
  /** The bin of each code of the dictionary, `size` (missing) included. */
  binOf: Uint8Array;
}

export interface BinningParameters {
  max_bin: number;
  min_data_in_bin: number;
}

/** Finds the bins of every column from the rows given, and no others. */
export function findBins(dictionary: Dictionary, rows: Int32Array, parameters: BinningParameters): FeatureBins[] {
  return dictionary.columns.map((column) => findColumnBins(column, rows, parameters));
}

function findColumnBins(column: DictionaryColumn, rows: Int32Array, parameters: BinningParameters): FeatureBins {
  const counts = new Int32Array(column.size + 1);
  const {codes} = column;
  for (const row of rows) counts[codes[row]!]!++;
  return column.categorical ? categoricalBins(counts, parameters) : numericBins(column.values, counts, parameters);
}

/**
 * Bins of a number: each distinct value its own where there are few, else of about equal count with frequent values on
 * their own (see `binEnds`). `counts` is of each distinct value, then of missing ones.
 */
export function numericBins(
  values: Float32Array,
  counts: Int32Array,
  {max_bin, min_data_in_bin}: BinningParameters
): FeatureBins {
  const size = values.length;
  const hasMissing = counts[size]! > 0;
  const present = new Int32Array(size); // places of the values that these rows have
  const presentCounts = new Int32Array(size);
  let distinct = 0;
  let negatives = 0;
  for (let code = 0; code < size; ++code) {
    if (counts[code] === 0) continue;
    present[distinct] = code;
    presentCounts[distinct++] = counts[code]!;
    if (values[code]! < 0) ++negatives;
  }
  const ends = binEnds(
    presentCounts.subarray(0, distinct),
    negatives,
    negatives < distinct && values[present[negatives]!] === 0 ? 1 : 0,
    max_bin - (hasMissing ? 1 : 0),
    min_data_in_bin
  );
  const valueBins = ends.length + 1;
  const thresholds = new Float64Array(valueBins).fill(largestFloat);
  for (const [bin, end] of ends.entries())
    thresholds[bin] = midpoint(values[present[end]!]!, values[present[end + 1]!]!);
  // Values that these rows lack are placed by the thresholds, as the model will place them.
  const binOf = new Uint8Array(size + 1);
  for (let code = 0, bin = 0; code < size; ++code) {
    while (values[code]! > thresholds[bin]!) ++bin;
    binOf[code] = bin;
  }
  binOf[size] = valueBins;
  return {
    categorical: false,
    valueBins,
    missingBin: valueBins,
    hasMissing,
    bins: valueBins + (hasMissing ? 1 : 0),
    thresholds,
    categories: new Int32Array(0),
    binOf
  };
}

/** A float32 t with a ≤ t < b, halfway where there is room: `x <= t` tells a from b, in float32 as in float64. */
function midpoint(a: number, b: number): number {
  const middle = Math.fround((a + b) / 2);
  return middle < b ? middle : a;
}

/** Share of the rows whose categories get a bin each before rare ones are lumped together, as in LightGBM. */
const keptShare = 0.99;

/**
 * Bins of categories by falling frequency (by code where equal). Lumped into "other" are those with fewer than
 * `min_data_in_bin` rows and, when they don't all fit, the rarest: those beyond 99 % of the rows, or beyond the bins.
 */
export function categoricalBins(counts: Int32Array, {max_bin, min_data_in_bin}: BinningParameters): FeatureBins {
  const size = counts.length - 1;
  const hasMissing = counts[size]! > 0;
  const present: number[] = [];
  let total = 0;
  for (let code = 0; code < size; ++code) {
    if (counts[code]! > 0) present.push(code);
    total += counts[code]!;
  }
  present.sort((a, b) => counts[b]! - counts[a]! || a - b);
  const room = max_bin - 2;
  const kept: number[] = [];
  let used = 0;
  for (const code of present) {
    if (kept.length === room || (present.length > room && used >= keptShare * total)) break;
    if (counts[code]! < min_data_in_bin && kept.length > 1) break;
    kept.push(code);
    used += counts[code]!;
  }
  const valueBins = kept.length;
  const binOf = new Uint8Array(size + 1).fill(valueBins);
  for (const [bin, code] of kept.entries()) binOf[code] = bin;
  binOf[size] = valueBins + 1;
  return {
    categorical: true,
    valueBins,
    missingBin: valueBins + 1,
    hasMissing,
    bins: valueBins + 1 + (hasMissing ? 1 : 0),
    thresholds: new Float64Array(0),
    categories: Int32Array.from(kept),
    binOf
  };
}

/** Writes the bins of some rows of a column, by bins that these or other rows gave. */
export function binColumn({codes}: DictionaryColumn, rows: Int32Array, {binOf}: FeatureBins, into: Uint8Array): void {
  for (let i = 0; i < rows.length; ++i) into[i] = binOf[codes[rows[i]!]!]!;
}
