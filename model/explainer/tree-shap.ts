import {goLeft, type Columns, type CompiledEnsemble} from "../ensemble/evaluate.ts";
import {gaussLegendre} from "./quadrature.ts";

/**
 * Exact path-dependent TreeSHAP: the Shapley values that Algorithm 2 of Lundberg et al. (Nature Machine Intelligence,
 * 2020) computes, by integration in place of its subset weights.
 *
 * On the path to a leaf, each feature j has a share z (of the training rows that its splits let through, when j is
 * unknown) and an indicator o (whether the row passes its splits). The game of that leaf is a product over features, so
 * its Shapley values are integrals over t, the chance that a feature is known (Owen, Management Science, 1972):
 *
 *   φ_j = leaf value · ∫ (o_j − z_j) · Π_{i ≠ j} (z_i·(1 − t) + o_i·t) dt
 *
 * The integrand is a polynomial in t of one degree less than the path has features, so that a Gauss-Legendre rule of
 * half as many nodes is exact. All terms are ≥ 0: nothing cancels. One walk down a tree carries the products, one walk
 * up gathers the leaves below each edge, and an edge adds to its feature what that feature changed there.
 */
export interface TreeExplainer {
  readonly compiled: CompiledEnsemble;
  /** The expected raw score, by covers: base score and each tree's mean, in log-odds. */
  readonly bias: number;
  readonly trees: readonly ExplainedTree[];
}

/**
 * A tree's splits, parents before children. Split s has two edges: 2s + 2 to its left child, 2s + 3 to its right one.
 * Edge 0 stands above the root, and for "no edge above on that feature": there, every row is on the path.
 */
interface ExplainedTree {
  readonly splits: number;
  /** The split's node in the compiled ensemble, and its feature. */
  readonly node: Int32Array;
  readonly feature: Int32Array;
  /** The edge that leads to the split. */
  readonly parent: Int32Array;
  /** The last edge above that splits on the same feature. */
  readonly previous: Int32Array;
  /** The weights of the quadrature. */
  readonly weights: Float64Array;
  /**
   * What a split does in each of its three states (see {@link explainTree}), at each node of the quadrature, four
   * numbers each: what the product above is multiplied by towards the left and towards the right (leaf values
   * included), and what the split adds to its feature for each unit below on the left and on the right.
   */
  readonly tables: Float64Array;
}

/** Prepares an ensemble for {@link explain}: what depends on the trees alone is computed once. */
export function compileExplainer(compiled: CompiledEnsemble): TreeExplainer {
  const trees: ExplainedTree[] = [];
  let bias = compiled.baseScore;
  for (const root of compiled.roots) {
    bias += expectedValue(compiled, root);
    if (root >= 0) trees.push(prepareTree(compiled, root));
  }
  return {compiled, bias, trees};
}

/** The contributions of a row, one a feature, in log-odds: the explainer's bias plus their sum is the raw score. */
export function explain(explainer: TreeExplainer, row: ArrayLike<number>): Float64Array {
  const columns = Array.from({length: explainer.compiled.featureCount}, (_, feature) => Float64Array.of(row[feature]!));
  return explainRows(explainer, columns, new Float64Array(columns.length), {from: 0, to: 1});
}

export interface ExplainOptions {
  /** The first row to explain, and the one after the last; by default all. */
  from?: number;
  to?: number;
  /** Called after each block of rows with the number done so far. */
  onProgress?: (rows: number) => void;
}

/** How many rows are explained between two reports of progress. */
const blockRows = 256;

/**
 * The contributions of the rows of a table, row after row in `out`, which has (to − from) × featureCount places.
 */
export function explainRows(
  explainer: TreeExplainer,
  columns: Columns,
  out: Float64Array,
  {from = 0, to = columns[0]?.length ?? 0, onProgress}: ExplainOptions = {}
): Float64Array {
  const {compiled} = explainer;
  const width = compiled.featureCount;
  const scratch = scratchOf(explainer, Math.min(blockRows, to - from));
  out.fill(0, 0, (to - from) * width);
  for (let start = from; start < to; start += blockRows) {
    const count = Math.min(blockRows, to - start);
    // Trees outside, rows inside: a tree's tables stay in the processor's cache.
    for (const tree of explainer.trees) {
      for (let s = 0; s < tree.splits; s++) {
        goLeft(compiled, tree.node[s]!, columns[tree.feature[s]!]!, start, count, scratch.lefts, s * count);
      }
      for (let i = 0; i < count; i++) explainTree(tree, i, count, out, (start + i - from) * width, scratch);
    }
    onProgress?.(start + count - from);
  }
  return out;
}

interface Scratch {
  /** Whether each row of a block goes left at each split: split by split, row by row. */
  lefts: Uint8Array;
  /** o of each edge. */
  on: Uint8Array;
  /** Where the table of each split's state starts. */
  entry: Int32Array;
  /** The products at each edge, one a quadrature node; on the way up, the sums of the leaves below it. */
  products: Float64Array;
}

function scratchOf({trees}: TreeExplainer, rows: number): Scratch {
  const most = (size: (tree: ExplainedTree) => number): number => trees.reduce((m, tree) => Math.max(m, size(tree)), 0);
  return {
    lefts: new Uint8Array(most((tree) => tree.splits) * rows),
    on: new Uint8Array(most((tree) => 2 * tree.splits + 2)),
    entry: new Int32Array(most((tree) => tree.splits)),
    products: new Float64Array(most((tree) => (2 * tree.splits + 2) * tree.weights.length))
  };
}

/**
 * Adds a tree's contributions for row `i` of a block of `count` rows to `out`, from `offset` on. A split is in state 0
 * when the row has left the path on the same feature above, 1 when it goes left here, 2 when it goes right.
 */
function explainTree(
  {splits, feature, parent, previous, weights, tables}: ExplainedTree,
  i: number,
  count: number,
  out: Float64Array,
  offset: number,
  {lefts, on, entry, products}: Scratch
): void {
  const width = weights.length;
  on[0] = 1;
  for (let q = 0; q < width; q++) products[q] = weights[q]!;
  for (let s = 0; s < splits; s++) {
    const before = on[previous[s]!]!;
    const left = before & lefts[s * count + i]!;
    on[2 * s + 2] = left;
    on[2 * s + 3] = before - left;
    let above = parent[s]! * width;
    let below = (2 * s + 2) * width;
    let at = (3 * s + 2 * before - left) * 4 * width;
    entry[s] = at;
    for (let q = 0; q < width; q++, above++, below++, at += 4) {
      const product = products[above]!;
      products[below] = product * tables[at]!;
      products[below + width] = product * tables[at + 1]!;
    }
  }
  for (let s = splits - 1; s >= 0; s--) {
    let above = parent[s]! * width;
    let below = (2 * s + 2) * width;
    let at = entry[s]!;
    let sum = 0;
    for (let q = 0; q < width; q++, above++, below++, at += 4) {
      const left = products[below]!;
      const right = products[below + width]!;
      sum += left * tables[at + 2]! + right * tables[at + 3]!;
      products[above] = left + right;
    }
    out[offset + feature[s]!]! += sum;
  }
}

/** o before a split, and o of its left and right edges, in each state. */
const states = [
  [0, 0, 0],
  [1, 1, 0],
  [1, 0, 1]
] as const;

function prepareTree(compiled: CompiledEnsemble, root: number): ExplainedTree {
  const node: number[] = [];
  const parent: number[] = [];
  const previous: number[] = [];
  // Of each edge: the value of the leaf it leads to (1 where it leads to a split), and the share of rows that the edges
  // of its feature, down to this one, let through together.
  const leafValue = [1, 1];
  const share = [1, 1];
  let most = 0;

  // A queue in place of recursion: a chain of splits may be deeper than the call stack.
  const open: {split: number; above: number; features: number}[] = [{split: root, above: 0, features: 0}];
  for (let next = open.shift(); next; next = open.shift()) {
    const feature = compiled.feature[next.split]!;
    let same = next.above;
    while (same > 0 && compiled.feature[node[splitOf(same)]!] !== feature) same = parent[splitOf(same)]!;
    const features = next.features + (same === 0 ? 1 : 0);
    most = Math.max(most, features);
    for (const child of [compiled.left[next.split]!, compiled.right[next.split]!]) {
      if (child >= 0) open.push({split: child, above: share.length, features});
      share.push(shareOf(compiled, child) * share[same]!);
      leafValue.push(child < 0 ? compiled.leafValue[~child]! : 1);
    }
    node.push(next.split);
    parent.push(next.above);
    previous.push(same);
  }

  const {nodes, weights} = gaussLegendre(Math.ceil(most / 2));
  const tables = new Float64Array(node.length * states.length * nodes.length * 4);
  let at = 0;
  for (let s = 0; s < node.length; s++) {
    const zBefore = share[previous[s]!]!;
    for (const [before, ...sides] of states) {
      for (const t of nodes) {
        // A term is 0 only where no training row passes: then all products below are 0, and so is all they add.
        const termBefore = zBefore * (1 - t) + before * t;
        const gainBefore = termBefore > 0 ? (before - zBefore) / termBefore : 0;
        for (const [side, o] of sides.entries()) {
          const edge = 2 * s + 2 + side;
          const z = share[edge]!;
          const term = z * (1 - t) + o * t;
          tables[at + side] = termBefore > 0 ? (term / termBefore) * leafValue[edge]! : 0;
          tables[at + 2 + side] = (term > 0 ? (o - z) / term : 0) - gainBefore;
        }
        at += 4;
      }
    }
  }
  return {
    splits: node.length,
    node: Int32Array.from(node),
    feature: Int32Array.from(node, (split) => compiled.feature[split]!),
    parent: Int32Array.from(parent),
    previous: Int32Array.from(previous),
    weights,
    tables
  };
}

/** The split that an edge leaves. */
function splitOf(edge: number): number {
  return (edge >> 1) - 1;
}

/** The mean of a tree's leaf values, by the shares of training rows on the way to each. */
function expectedValue(compiled: CompiledEnsemble, root: number): number {
  let sum = 0;
  const open: [child: number, share: number][] = [[root, 1]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [child, share] = next;
    if (child < 0) sum += share * compiled.leafValue[~child]!;
    else {
      for (const below of [compiled.left[child]!, compiled.right[child]!]) {
        open.push([below, share * shareOf(compiled, below)]);
      }
    }
  }
  return sum;
}

function shareOf(compiled: CompiledEnsemble, child: number): number {
  return child < 0 ? compiled.leafShare[~child]! : compiled.nodeShare[child]!;
}
