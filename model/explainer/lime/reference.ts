import {LimpideError} from "../../contract/errors.ts";
import type {Columns} from "../../ensemble/evaluate.ts";
import {knownSorted, quantileSorted, type Values} from "../global/quantile.ts";

/** The part of a feature's values that a row falls in: what LIME's binary representation says yes or no to. */
export type LimeBin =
  | {kind: "missing"}
  /** A code of the feature's categories. */
  | {kind: "category"; code: number}
  /** above < value ≤ upTo; null where there is no bound. */
  | {kind: "interval"; above: number | null; upTo: number | null};

/** The rows that perturbations are drawn from, each feature parted in bins. */
export interface LimeReference {
  readonly rows: number;
  /** One array a feature. */
  readonly columns: Columns;
  /** Where a number's bins end, ascending; null of a category. */
  readonly cuts: readonly (Float64Array | null)[];
  /** The bin of each row, one array a feature. */
  readonly bins: readonly Uint16Array[];
}

/** The bin of a missing value, after any other. */
const missingBin = 0xffff;

/**
 * Parts a table as LIME does: numbers at their quartiles (`binCount` = 4; equal quartiles count once), a category by its
 * codes. The published method knows no missing value; here it is a bin of its own, since for these data a value that is
 * absent says something, and any number put in its place would be invented.
 *
 * @param categorical whether each feature is told by its values one by one: categories, and flags, of which quartiles
 * would make a single bin where most have one
 * @throws {LimpideError} E_PARAMETER when there is no row or no bin
 */
export function prepareLime(
  columns: Columns,
  categorical: readonly boolean[],
  {binCount = 4}: {binCount?: number} = {}
): LimeReference {
  const rows = columns[0]?.length ?? 0;
  if (rows === 0) throw new LimpideError("E_PARAMETER", "LIME needs rows to draw perturbations from");
  if (!(binCount >= 2)) throw new LimpideError("E_PARAMETER", `LIME needs 2 bins or more, not ${binCount}`);
  const cuts = columns.map((column, feature) => (categorical[feature] ? null : quantileCuts(column, binCount)));
  const bins = columns.map((column, feature) =>
    Uint16Array.from(column, (value: number) => binOf(cuts[feature]!, value))
  );
  return {rows, columns, cuts, bins};
}

function quantileCuts(column: Values, binCount: number): Float64Array {
  const sorted = knownSorted(column);
  if (sorted.length === 0) return new Float64Array();
  const cuts = Float64Array.from({length: binCount - 1}, (_, i) => quantileSorted(sorted, (i + 1) / binCount));
  return cuts.filter((cut, i) => i === 0 || cut !== cuts[i - 1]);
}

/** The bin of a value: how many cuts are below it, or a category's code. */
export function binOf(cuts: Float64Array | null, value: number): number {
  if (value !== value) return missingBin;
  if (cuts === null) return value;
  let bin = 0;
  while (bin < cuts.length && cuts[bin]! < value) bin++;
  return bin;
}

/** What a bin stands for. */
export function describeBin(cuts: Float64Array | null, bin: number): LimeBin {
  if (bin === missingBin) return {kind: "missing"};
  if (cuts === null) return {kind: "category", code: bin};
  return {kind: "interval", above: cuts[bin - 1] ?? null, upTo: cuts[bin] ?? null};
}

/** The share of the reference's rows in a bin of a feature. */
export function shareOfBin({bins, rows}: LimeReference, feature: number, bin: number): number {
  let count = 0;
  for (const other of bins[feature]!) if (other === bin) count++;
  return count / rows;
}
