import type {Columns} from "../../ensemble/evaluate.ts";
import type {TreeExplainer} from "./explainer.ts";
import {encode} from "./feature-codes.ts";
import {ruleOf} from "./quadrature.ts";
import {RowExplainer} from "./row-explainer.ts";

/** Two features, or one feature twice. */
export type FeaturePair = readonly [feature: number, other: number];

/**
 * SHAP interaction values for chosen pairs of features (Lundberg et al., Nature Machine Intelligence, 2020): row after
 * row in `out`, which has (to − from) × pairs places, in log-odds.
 *
 * Of two features the value is half of what they do together beyond what each does, averaged over what else is known: it
 * is the same for (i, j) and (j, i). Of (i, i) it is the main effect of i, what is left of its contribution. Over all j,
 * (i, i) included, the values of (i, j) add up to the contribution of i.
 *
 * As with contributions, a leaf's game is a product, so that with o and z of its conditions
 *
 *   Φ_ij = ½ · leaf value · ∫ (o_i − z_i) · (o_j − z_j) · Π_{k ≠ i, j} (z_k·(1 − t) + o_k·t) dt
 *
 * and the sum of these over j ≠ i is the integral of a derivative: with products over k ≠ i,
 *
 *   Φ_ii = φ_i − ½ · leaf value · (o_i − z_i) · (Π o_k − Π z_k)
 */
export function explainInteractions(
  explainer: TreeExplainer,
  columns: Columns,
  pairs: readonly FeaturePair[],
  out: Float64Array,
  {from = 0, to = columns[0]?.length ?? 0}: {from?: number; to?: number} = {}
): Float64Array {
  const {numbers, different} = numberPairs(explainer, pairs);
  const leaves = pairedLeaves(explainer, different);
  const rows = new RowExplainer(explainer);
  const rowCodes = new Uint32Array(explainer.codes.length);
  const contributions = new Float64Array(explainer.codes.length);
  const values = new Float64Array(different.size);
  const mainEffects = pairs.some(([i, j]) => i === j);
  for (let row = from; row < to; row++) {
    for (let i = 0; i < rowCodes.length; i++) rowCodes[i] = encode(explainer.codes[i]!, columns[i]![row]!);
    if (mainEffects) rows.explain(rowCodes, contributions.fill(0));
    values.fill(0);
    const met = rows.meet(rowCodes);
    for (const leaf of leaves) addLeaf(explainer, leaf, met, values);
    const at = (row - from) * pairs.length;
    for (let k = 0; k < pairs.length; k++) {
      const [i, j] = pairs[k]!;
      out[at + k] = values[numbers[k]!]! + (i === j ? contributions[i]! : 0);
    }
  }
  return out;
}

/** Pairs without regard to order: which each is, and their numbers by `pairKey`. */
function numberPairs({codes}: TreeExplainer, pairs: readonly FeaturePair[]) {
  const different = new Map<number, number>();
  const numbers = pairs.map(([i, j]) => {
    const key = pairKey(codes.length, i, j);
    const number = different.get(key) ?? different.size;
    different.set(key, number);
    return number;
  });
  return {numbers, different};
}

function pairKey(features: number, i: number, j: number): number {
  return Math.min(i, j) * features + Math.max(i, j);
}

/** A leaf on whose path are both features of some pair. */
interface PairedLeaf {
  readonly value: number;
  readonly nodes: number;
  readonly conditions: Int32Array;
  /** Three numbers a pair: the places of its conditions, the same twice for a main effect, and its number. */
  readonly pairs: Int32Array;
  /** The pairs' values by which conditions are met, a bit each; NaN until they are known. Null where they are too many. */
  readonly known: Float64Array | null;
}

/** Values that are kept of a leaf, and of all leaves, at most. */
const mostOfLeaf = 2 ** 13;
const mostOfAll = 2 ** 23;

function pairedLeaves({parts, conditions, codes}: TreeExplainer, different: ReadonlyMap<number, number>): PairedLeaf[] {
  const {factorStart, askStart, common, condition, leafStart, leafValue, leafEnd} = parts;
  const leaves: PairedLeaf[] = [];
  let kept = 0;
  for (let part = 0; part < parts.count; part++) {
    const shared: number[] = [];
    const last = factorStart[part + 1]! - 1;
    for (let f = factorStart[part]!; f <= last; f++) {
      for (let c = 0; c < common[f]!; c++) shared.push(condition[askStart[f]! + c]!);
    }
    let start = askStart[last]! + common[last]!;
    for (let leaf = leafStart[last]!; leaf < leafStart[last + 1]!; leaf++) {
      const asked = [...shared, ...condition.subarray(start, leafEnd[leaf])];
      start = leafEnd[leaf]!;
      const pairs: number[] = [];
      for (let a = 0; a < asked.length; a++) {
        for (let b = 0; b <= a; b++) {
          const [i, j] = [conditions.feature[asked[a]!]!, conditions.feature[asked[b]!]!];
          const number = different.get(pairKey(codes.length, i, j));
          if (number !== undefined) pairs.push(a, b, number);
        }
      }
      if (pairs.length === 0) continue;
      const size = 2 ** asked.length * (pairs.length / 3);
      const keep = size <= mostOfLeaf && kept + size <= mostOfAll;
      if (keep) kept += size;
      leaves.push({
        value: leafValue[leaf]!,
        nodes: parts.nodes[part]!,
        conditions: Int32Array.from(asked),
        pairs: Int32Array.from(pairs),
        known: keep ? new Float64Array(size).fill(NaN) : null
      });
    }
  }
  return leaves;
}

/** Adds what a leaf gives to the pairs of a row. */
function addLeaf(explainer: TreeExplainer, leaf: PairedLeaf, met: Float64Array, values: Float64Array): void {
  const {conditions, pairs, known} = leaf;
  const count = pairs.length / 3;
  let state = 0;
  for (let c = 0; known && c < conditions.length; c++) state |= met[conditions[c]!]! << c;
  const table = known ?? new Float64Array(count);
  const at = state * count;
  if (!known || Number.isNaN(known[at])) leafValues(explainer, leaf, met, table, at);
  for (let k = 0; k < count; k++) values[pairs[3 * k + 2]!]! += table[at + k]!;
}

/** What a leaf gives to each of its pairs, into `out` from `at` on. */
function leafValues(
  {conditions: {share}}: TreeExplainer,
  {value, nodes: count, conditions, pairs}: PairedLeaf,
  met: Float64Array,
  out: Float64Array,
  at: number
): void {
  out.fill(0, at, at + pairs.length / 3);
  // What no training row passes, and this row doesn't either, makes every product 0.
  for (const number of conditions) if (share[number] === 0 && met[number] === 0) return;
  const {nodes, weights} = ruleOf(count);
  const gains = new Float64Array(conditions.length);
  for (let q = 0; q < count; q++) {
    let product = 0.5 * value * weights[q]!;
    for (let c = 0; c < conditions.length; c++) {
      const z = share[conditions[c]!]!;
      const o = met[conditions[c]!]!;
      const term = z * (1 - nodes[q]!) + o * nodes[q]!;
      product *= term;
      gains[c] = (o - z) / term;
    }
    for (let k = 0; 3 * k < pairs.length; k++) {
      const [a, b] = [pairs[3 * k]!, pairs[3 * k + 1]!];
      if (a !== b) out[at + k]! += product * gains[a]! * gains[b]!;
    }
  }
  for (let k = 0; 3 * k < pairs.length; k++) {
    const place = pairs[3 * k]!;
    if (place !== pairs[3 * k + 1]) continue;
    let known = 1;
    let unknown = 1;
    for (let c = 0; c < conditions.length; c++) {
      if (c === place) continue;
      known *= met[conditions[c]!]!;
      unknown *= share[conditions[c]!]!;
    }
    const number = conditions[place]!;
    out[at + k] = -0.5 * value * (met[number]! - share[number]!) * (known - unknown);
  }
}
