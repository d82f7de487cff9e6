import type {Ensemble, MissingType, Tree} from "../contract/ensemble.ts";
import {LimpideError} from "../contract/errors.ts";

/** A value as near to 0 as this counts as 0 where 0 is missing: LightGBM's kZeroThreshold, a float32. */
export const zeroThreshold = Math.fround(1e-35);

/** The bits of a node's `decision`, as LightGBM's decision_type has them. */
export const categoricalBit = 1;
export const defaultLeftBit = 2;
export const missingBits: Record<MissingType, number> = {none: 0, zero: 4, nan: 8};

/**
 * An ensemble laid out for evaluation: the nodes of all trees one after the other, and so the leaves. A child ≥ 0 is a
 * node, a child < 0 is the leaf `~child`; both count over the whole ensemble.
 */
export interface CompiledEnsemble {
  readonly featureCount: number;
  readonly baseScore: number;
  /** One a tree: its root, as a child is written. */
  readonly roots: Int32Array;
  readonly feature: Int32Array;
  readonly threshold: Float64Array;
  readonly decision: Uint8Array;
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** Where a categorical node's bitset starts in `bits`, and how many words it has. */
  readonly setStart: Int32Array;
  readonly setWords: Int32Array;
  readonly bits: Uint32Array;
  readonly leafValue: Float64Array;
  /** The share of its parent's training rows that each node, and each leaf, received; 1 at a root. */
  readonly nodeShare: Float64Array;
  readonly leafShare: Float64Array;
}

/** The features of several rows, one array a feature; float32 from the feature table, float64 from an imported model's. */
export type Columns = readonly (Float32Array | Float64Array)[];

/**
 * Lays an ensemble out for {@link evaluate}.
 * @throws {LimpideError} E_MODEL when a split names a feature or a child that isn't there, or when a tree's nodes and
 * leaves are not each reached once.
 */
export function compileEnsemble(ensemble: Ensemble): CompiledEnsemble {
  const nodeCount = ensemble.trees.reduce((sum, tree) => sum + tree.splitFeature.length, 0);
  const leafCount = ensemble.trees.reduce((sum, tree) => sum + tree.leafValue.length, 0);
  const compiled = {
    featureCount: ensemble.featureCount,
    baseScore: ensemble.baseScore,
    roots: new Int32Array(ensemble.trees.length),
    feature: new Int32Array(nodeCount),
    threshold: new Float64Array(nodeCount),
    decision: new Uint8Array(nodeCount),
    left: new Int32Array(nodeCount),
    right: new Int32Array(nodeCount),
    setStart: new Int32Array(nodeCount),
    setWords: new Int32Array(nodeCount),
    leafValue: new Float64Array(leafCount),
    nodeShare: new Float64Array(nodeCount),
    leafShare: new Float64Array(leafCount)
  };
  const bits: number[] = [];
  let nodes = 0;
  let leaves = 0;
  ensemble.trees.forEach((tree, t) => {
    checkTree(tree, t, ensemble.featureCount);
    const place = (child: number): number => (child < 0 ? ~(leaves + ~child) : nodes + child);
    compiled.roots[t] = tree.splitFeature.length > 0 ? nodes : ~leaves;
    compiled.leafValue.set(tree.leafValue, leaves);
    if (tree.splitFeature.length > 0) compiled.nodeShare[nodes] = 1;
    else compiled.leafShare[leaves] = 1;
    for (let i = 0; i < tree.splitFeature.length; i++) {
      const node = nodes + i;
      const categories = tree.categories[i]!;
      compiled.feature[node] = tree.splitFeature[i]!;
      compiled.threshold[node] = tree.threshold[i]!;
      compiled.decision[node] =
        (categories ? categoricalBit : 0) | (tree.defaultLeft[i] ? defaultLeftBit : 0) | missingBits[tree.missing[i]!];
      compiled.left[node] = place(tree.left[i]!);
      compiled.right[node] = place(tree.right[i]!);
      if (categories) {
        const words = bitset(categories);
        compiled.setStart[node] = bits.length;
        compiled.setWords[node] = words.length;
        for (const word of words) bits.push(word);
      }
      const [leftShare, rightShare] = coverShares(tree, i);
      for (const [child, share] of [
        [compiled.left[node], leftShare],
        [compiled.right[node], rightShare]
      ] as const) {
        if (child < 0) compiled.leafShare[~child] = share;
        else compiled.nodeShare[child] = share;
      }
    }
    nodes += tree.splitFeature.length;
    leaves += tree.leafValue.length;
  });
  return {...compiled, bits: Uint32Array.from(bits)};
}

/** Whether a row whose feature has this value goes left at a node. */
export function goesLeft(compiled: CompiledEnsemble, node: number, value: number): boolean {
  const decision = compiled.decision[node]!;
  if (decision & categoricalBit) {
    if (value !== value) return (decision & missingBits.nan) !== 0 && (decision & defaultLeftBit) !== 0;
    // A code is read as LightGBM reads it, truncated towards 0.
    const code = Math.trunc(value);
    const word = Math.floor(code / 32);
    if (word < 0 || word >= compiled.setWords[node]!) return false;
    return ((compiled.bits[compiled.setStart[node]! + word]! >>> (code - word * 32)) & 1) === 1;
  }
  if (value !== value) {
    if (decision & missingBits.nan) return (decision & defaultLeftBit) !== 0;
    value = 0;
  }
  if (decision & missingBits.zero && value >= -zeroThreshold && value <= zeroThreshold) {
    return (decision & defaultLeftBit) !== 0;
  }
  return value <= compiled.threshold[node]!;
}

/**
 * Whether each of `count` rows of a feature's column, from `start` on, goes left at a node: 1 or 0, into `out` from
 * `at` on. The common split, a number's with NaN missing, is decided without a branch a row.
 */
export function goLeft(
  compiled: CompiledEnsemble,
  node: number,
  column: Float32Array | Float64Array,
  start: number,
  count: number,
  out: Uint8Array,
  at: number
): void {
  const decision = compiled.decision[node]!;
  if ((decision & ~defaultLeftBit) === missingBits.nan) {
    const threshold = compiled.threshold[node]!;
    if (decision & defaultLeftBit) for (let i = 0; i < count; i++) out[at + i] = column[start + i]! > threshold ? 0 : 1;
    else for (let i = 0; i < count; i++) out[at + i] = column[start + i]! <= threshold ? 1 : 0;
  } else {
    for (let i = 0; i < count; i++) out[at + i] = goesLeft(compiled, node, column[start + i]!) ? 1 : 0;
  }
}

/** The leaf, counted over the whole ensemble, that a row reaches in a tree. */
export function leafOf(compiled: CompiledEnsemble, tree: number, row: ArrayLike<number>): number {
  let node = compiled.roots[tree]!;
  while (node >= 0) {
    node = goesLeft(compiled, node, row[compiled.feature[node]!]!) ? compiled.left[node]! : compiled.right[node]!;
  }
  return ~node;
}

/** The raw score, in log-odds, of one row: one value a feature, NaN where missing. */
export function evaluateRow(compiled: CompiledEnsemble, row: ArrayLike<number>): number {
  let sum = 0;
  for (let tree = 0; tree < compiled.roots.length; tree++) sum += compiled.leafValue[leafOf(compiled, tree, row)]!;
  return sum + compiled.baseScore;
}

/** The raw scores, in log-odds, of the rows of a table, in order. */
export function evaluate(
  compiled: CompiledEnsemble,
  columns: Columns,
  out = new Float64Array(columns[0]?.length ?? 0)
): Float64Array {
  const row = new Float64Array(compiled.featureCount);
  for (let i = 0; i < out.length; i++) {
    readRow(columns, i, row);
    out[i] = evaluateRow(compiled, row);
  }
  return out;
}

/**
 * The raw scores of a model that adds up in float32, as XGBoost does: base score first, then each tree in order, rounded
 * at each step. Features are rounded to float32 before they are compared.
 */
export function evaluateFloat32(
  compiled: CompiledEnsemble,
  columns: Columns,
  out = new Float64Array(columns[0]?.length ?? 0)
): Float64Array {
  const row = new Float32Array(compiled.featureCount);
  for (let i = 0; i < out.length; i++) {
    readRow(columns, i, row);
    let sum = Math.fround(compiled.baseScore);
    for (let tree = 0; tree < compiled.roots.length; tree++) {
      sum = Math.fround(sum + Math.fround(compiled.leafValue[leafOf(compiled, tree, row)]!));
    }
    out[i] = sum;
  }
  return out;
}

/** Copies one row of a table into `row`, one value a feature. */
export function readRow(columns: Columns, index: number, row: Float32Array | Float64Array): void {
  for (let feature = 0; feature < row.length; feature++) row[feature] = columns[feature]![index]!;
}

function bitset(codes: readonly number[]): Uint32Array {
  const words = new Uint32Array(codes.length > 0 ? Math.floor(codes.reduce((a, b) => Math.max(a, b)) / 32) + 1 : 0);
  for (const code of codes) words[Math.floor(code / 32)]! |= 1 << (code % 32);
  return words;
}

/**
 * How a split shares its rows between left and right. Shares are taken of the children's sum, not of the node's own
 * cover, so that they add up to 1 even where a source rounds its covers; a node that no row reached is shared evenly.
 */
function coverShares(tree: Tree, node: number): [number, number] {
  const coverOf = (child: number): number => (child < 0 ? tree.leafCover[~child]! : tree.nodeCover[child]!);
  const left = coverOf(tree.left[node]!);
  const right = coverOf(tree.right[node]!);
  return left + right > 0 ? [left / (left + right), right / (left + right)] : [0.5, 0.5];
}

/** Walks a tree from its root: each split and each leaf must be met exactly once. */
function checkTree(tree: Tree, index: number, featureCount: number): void {
  const fail = (message: string): never => {
    throw new LimpideError("E_MODEL", `tree ${index}: ${message}`);
  };
  const n = tree.splitFeature.length;
  if (tree.leafValue.length !== n + 1) fail(`${n} splits need ${n + 1} leaves, not ${tree.leafValue.length}`);
  const metNode = new Uint8Array(n);
  const metLeaf = new Uint8Array(n + 1);
  const toVisit = n > 0 ? [0] : [];
  let splits = 0;
  for (let i = toVisit.pop(); i !== undefined; i = toVisit.pop()) {
    splits++;
    metNode[i] = 1;
    const feature = tree.splitFeature[i]!;
    if (feature >= featureCount) fail(`split ${i} reads feature ${feature} of ${featureCount}`);
    for (const child of [tree.left[i]!, tree.right[i]!]) {
      const met = child < 0 ? metLeaf : metNode;
      const place = child < 0 ? ~child : child;
      if (place >= met.length) fail(`split ${i} has no child ${child}`);
      if (met[place]) fail(`the child ${child} of split ${i} is met twice`);
      met[place] = 1;
      if (child >= 0) toVisit.push(child);
    }
  }
  if (splits !== n) fail(`${n - splits} of ${n} splits cannot be reached`);
}
