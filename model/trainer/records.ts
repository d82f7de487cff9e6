import type {SplitChoice} from "./split.ts";

/*
 * The best split of one feature in shared memory, as threads hand it to the one that grows the tree: float64 gain, left
 * gradient and left hessian; int32 found, bin, side of missing values (−1: none missing), whether it is a set of
 * categories; and the set, a bit a bin.
 */

export const recordBytes = 3 * 8 + 4 * 4 + 32;

interface Views {
  f64: Float64Array;
  i32: Int32Array;
}

export function writeRecord({f64, i32}: Views, address: number, found: boolean, choice: SplitChoice): void {
  f64[address >>> 3] = choice.gain;
  f64[(address >>> 3) + 1] = choice.leftGradient;
  f64[(address >>> 3) + 2] = choice.leftHessian;
  const at = (address >>> 2) + 6;
  i32[at] = Number(found);
  i32[at + 1] = choice.bin;
  i32[at + 2] = choice.missingLeft === null ? -1 : Number(choice.missingLeft);
  i32[at + 3] = Number(choice.bins !== null);
  if (!choice.bins) return;
  i32.fill(0, at + 4, at + 12);
  for (const bin of choice.bins) i32[at + 4 + (bin >>> 5)]! |= 1 << (bin & 31);
}

/** Completes the record of a number whose gain and sums are written; bin −1 says that there is no split. */
export function writeNumeric({i32}: Views, address: number, bin: number, missingLeft: boolean | null): void {
  const at = (address >>> 2) + 6;
  i32[at] = Number(bin >= 0);
  i32[at + 1] = bin;
  i32[at + 2] = missingLeft === null ? -1 : Number(missingLeft);
  i32[at + 3] = 0;
}

/** Whether the feature has a split that gains more than the floor. */
export function isFound({i32}: Views, address: number): boolean {
  return i32[(address >>> 2) + 6] !== 0;
}

export function gainOf({f64}: Views, address: number): number {
  return f64[address >>> 3]!;
}

export function readRecord({f64, i32}: Views, address: number, feature: number): SplitChoice {
  const at = (address >>> 2) + 6;
  const bins: number[] = [];
  for (let bin = 0; bin < 256; ++bin) if (i32[at + 4 + (bin >>> 5)]! & (1 << (bin & 31))) bins.push(bin);
  return {
    gain: f64[address >>> 3]!,
    feature,
    bin: i32[at + 1]!,
    bins: i32[at + 3] === 1 ? bins : null,
    missingLeft: i32[at + 2] === -1 ? null : i32[at + 2] === 1,
    leftGradient: f64[(address >>> 3) + 1]!,
    leftHessian: f64[(address >>> 3) + 2]!
  };
}
