import {categoricalBit, goesLeft, missingBits, zeroThreshold, type CompiledEnsemble} from "../../ensemble/evaluate.ts";
import type {CodeSet} from "./code-set.ts";

/**
 * A feature's values as the splits of an ensemble tell them apart: values of one code go the same way at every split.
 * Splits then compare small integers, whatever kind of split and of missing value there is.
 */
export interface FeatureCodes {
  /** Ascending. A number's code is how many of them it exceeds; a missing value's is `cuts.length + 1`. */
  readonly cuts: Float64Array;
}

/** The code that a missing value has in memory, whatever the feature: just before 0, codes being taken as a circle. */
export const missingCode = 0xffffffff;

/** A code's place in the order of a feature's codes, where the missing value's comes last. */
export function placeOf({cuts}: FeatureCodes, code: number): number {
  return code === missingCode ? cuts.length + 1 : code;
}

/** The code at a place. */
export function codeAt({cuts}: FeatureCodes, place: number): number {
  return place === cuts.length + 1 ? missingCode : place;
}

/** The codes of each feature. */
export function featureCodes(compiled: CompiledEnsemble): FeatureCodes[] {
  const cuts = Array.from({length: compiled.featureCount}, () => new Set<number>());
  compiled.feature.forEach((feature, node) => {
    for (const cut of cutsOf(compiled, node)) cuts[feature]!.add(cut);
  });
  return cuts.map((set) => ({cuts: Float64Array.from(set).sort()}));
}

/** The code of a value, {@link missingCode} of NaN. */
export function encode({cuts}: FeatureCodes, value: number): number {
  return value === value ? countBelow(cuts, value) : missingCode;
}

/** The places of the codes that go left at a node. */
export function leftCodes(compiled: CompiledEnsemble, node: number, {cuts}: FeatureCodes): CodeSet {
  // Between two cuts of its own a node doesn't tell values apart: one of them speaks for all.
  const own = [...cutsOf(compiled, node), Infinity];
  const changes: number[] = [];
  let start = 0;
  const add = (left: boolean, from: number): void => {
    if (left !== (changes.length % 2 === 1)) changes.push(from);
  };
  for (const cut of own) {
    add(goesLeft(compiled, node, cut), start);
    start = cut === Infinity ? cuts.length : countBelow(cuts, cut) + 1;
  }
  add(goesLeft(compiled, node, NaN), cuts.length + 1);
  return changes;
}

/** How many of the ascending cuts are below a number. */
function countBelow(cuts: Float64Array, value: number): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (cuts[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The greatest numbers below which (and at which) a node decides otherwise than above, ascending. */
function cutsOf(compiled: CompiledEnsemble, node: number): number[] {
  const decision = compiled.decision[node]!;
  if (decision & categoricalBit) return categoryCuts(compiled, node);
  const threshold = compiled.threshold[node]!;
  if (!(decision & missingBits.zero)) return [threshold];
  return [...new Set([threshold, nextBelow(-zeroThreshold), zeroThreshold])].sort((a, b) => a - b);
}

/** Codes are read truncated: c stands for [c, c + 1), and 0 for (−1, 1). */
function categoryCuts({bits, setStart, setWords}: CompiledEnsemble, node: number): number[] {
  const start = setStart[node]!;
  const codes = setWords[node]! * 32;
  const cuts: number[] = [];
  let before = 0;
  for (let code = 0; code <= codes; code++) {
    const inside = code < codes ? (bits[start + (code >> 5)]! >>> (code & 31)) & 1 : 0;
    if (inside !== before) cuts.push(code === 0 ? -1 : nextBelow(code));
    before = inside;
  }
  return cuts;
}

/** The greatest double below a number that isn't 0. */
function nextBelow(value: number): number {
  const bits = new BigInt64Array(Float64Array.of(value).buffer);
  bits[0]! += value > 0 ? -1n : 1n;
  return new Float64Array(bits.buffer)[0]!;
}
