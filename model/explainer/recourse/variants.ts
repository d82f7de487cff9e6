import {type CompiledEnsemble, defaultLeftBit, goesLeft, leafOf, missingBits} from "../../ensemble/evaluate.ts";

/** An ensemble of which some features vary while all others stay those of one row. */
export interface VariantScorer {
  readonly compiled: CompiledEnsemble;
  /** By feature: its place among the features that vary, −1 where it stays. */
  readonly place: Int32Array;
  /** By tree: whether it has a split on a feature that varies. */
  readonly varies: Uint8Array;
}

/** @param varying features, counted as the ensemble counts them, in the order in which their columns will be given */
export function compileVariants(compiled: CompiledEnsemble, varying: readonly number[]): VariantScorer {
  const place = new Int32Array(compiled.featureCount).fill(-1);
  varying.forEach((feature, i) => (place[feature] = i));
  const varies = Uint8Array.from(compiled.roots, (root) => Number(reads(compiled, root, place)));
  return {compiled, place, varies};
}

/**
 * Raw scores, in log-odds, of variants of one row: the same bits that `evaluateRow` gives for each. Trees without a
 * split on what varies are walked once; the others are walked with all variants together, which part at such splits
 * alone.
 * @param columns one a feature that varies: its value in each variant
 */
export function scoreVariants(
  {compiled, place, varies}: VariantScorer,
  row: ArrayLike<number>,
  columns: readonly Float32Array[],
  count: number
): Float64Array {
  const {feature, left, right, leafValue, roots} = compiled;
  const sums = new Float64Array(count);
  // A permutation of the variants: those that stand at one node are neighbours.
  const order = Uint32Array.from({length: count}, (_, i) => i);

  const walk = (root: number, from: number, to: number): void => {
    let node = root;
    while (node >= 0) {
      const varying = place[feature[node]!]!;
      if (varying < 0) {
        node = goesLeft(compiled, node, row[feature[node]!]!) ? left[node]! : right[node]!;
        continue;
      }
      const middle = part(compiled, node, columns[varying]!, order, from, to);
      if (middle === to) node = left[node]!;
      else if (middle === from) node = right[node]!;
      else {
        walk(left[node]!, from, middle);
        from = middle;
        node = right[node]!;
      }
    }
    const value = leafValue[~node]!;
    for (let i = from; i < to; i++) sums[order[i]!]! += value;
  };

  for (let tree = 0; tree < roots.length; tree++) {
    if (varies[tree]) walk(roots[tree]!, 0, count);
    else {
      const value = leafValue[leafOf(compiled, tree, row)]!;
      for (let i = 0; i < count; i++) sums[i]! += value;
    }
  }
  for (let i = 0; i < count; i++) sums[i]! += compiled.baseScore;
  return sums;
}

/** Puts the variants from `from` to `to` that go left at a node before those that go right; returns where these begin. */
function part(
  compiled: CompiledEnsemble,
  node: number,
  column: Float32Array,
  order: Uint32Array,
  from: number,
  to: number
): number {
  let middle = from;
  // The common split, a number's with NaN missing, needs no call a variant.
  const isPlain = (compiled.decision[node]! & ~defaultLeftBit) === missingBits.nan;
  const threshold = compiled.threshold[node]!;
  const missingLeft = (compiled.decision[node]! & defaultLeftBit) !== 0;
  for (let i = from; i < to; i++) {
    const variant = order[i]!;
    const value = column[variant]!;
    const isLeft = isPlain
      ? missingLeft
        ? !(value > threshold)
        : value <= threshold
      : goesLeft(compiled, node, value);
    if (!isLeft) continue;
    order[i] = order[middle]!;
    order[middle++] = variant;
  }
  return middle;
}

function reads(compiled: CompiledEnsemble, node: number, place: Int32Array): boolean {
  if (node < 0) return false;
  if (place[compiled.feature[node]!]! >= 0) return true;
  return reads(compiled, compiled.left[node]!, place) || reads(compiled, compiled.right[node]!, place);
}
