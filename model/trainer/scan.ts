import type {FitMemory} from "./fit-memory.ts";
import {writeNumeric} from "./records.ts";
import type {SearchedNode, SplitFeature} from "./split.ts";

/**
 * Finds the best split of a number without constraints by the kernel, as `SplitSearch` would the plain way, and writes
 * its record. `cells`, `zero` (a cell of zero) and `record` are addresses; penalties are in steps.
 */
export function scanFeature(
  memory: FitMemory,
  zero: number,
  {valueBins, missingBin}: SplitFeature,
  cells: number,
  {gradient, hessian, least, floor}: SearchedNode,
  l1: number,
  l2: number,
  record: number
): void {
  const {kernels, f64, i32} = memory;
  const missing = missingBin < 0 ? zero : cells + 8 * missingBin;
  const hasMissing = i32[missing / 4] !== 0 || i32[missing / 4 + 1] !== 0;
  f64[record / 8] = -Infinity;
  // Rows without a value on the right; all values against them is one of these splits. Then on the left.
  const end = hasMissing ? valueBins : valueBins - 1;
  let bin = kernels.scanNumber(cells, end, zero, gradient, hessian, least, l1, l2, floor, record);
  let missingLeft: boolean | null = hasMissing ? false : null;
  if (hasMissing) {
    const most = bin < 0 ? floor : f64[record / 8]!;
    const other = kernels.scanNumber(cells, valueBins - 1, missing, gradient, hessian, least, l1, l2, most, record);
    if (other >= 0) {
      bin = other;
      missingLeft = true;
    }
  }
  writeNumeric(memory, record, bin, missingLeft);
}
