import type {Ensemble, Tree} from "../../contract/ensemble.ts";

/**
 * Shapley values from their definition, by all 2^F subsets of features: slow, obvious, and written from the contract
 * alone, to judge the fast ones by. `bias` is the value of the empty subset.
 */
export function bruteForceShapley(
  ensemble: Ensemble,
  row: ArrayLike<number>
): {contributions: Float64Array; bias: number} {
  const n = ensemble.featureCount;
  const values = subsetValues(ensemble, row);
  const contributions = new Float64Array(n);
  for (let feature = 0; feature < n; feature++) {
    for (let known = 0; known < 2 ** n; known++) {
      if (known & (1 << feature)) continue;
      const size = countBits(known);
      const weight = (factorial(size) * factorial(n - size - 1)) / factorial(n);
      contributions[feature]! += weight * (values[known | (1 << feature)]! - values[known]!);
    }
  }
  return {contributions, bias: values[0]!};
}

/**
 * SHAP interaction values from their definition (Lundberg et al., Nature Machine Intelligence, 2020): a row and a column
 * a feature, main effects on the diagonal.
 */
export function bruteForceInteractions(ensemble: Ensemble, row: ArrayLike<number>): Float64Array[] {
  const n = ensemble.featureCount;
  const values = subsetValues(ensemble, row);
  const {contributions} = bruteForceShapley(ensemble, row);
  const matrix = Array.from({length: n}, () => new Float64Array(n));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      if (i === j) continue;
      const [one, other] = [1 << i, 1 << j];
      for (let known = 0; known < 2 ** n; known++) {
        if (known & (one | other)) continue;
        const size = countBits(known);
        const weight = (factorial(size) * factorial(n - size - 2)) / (2 * factorial(n - 1));
        const both = values[known | one | other]! - values[known | one]! - values[known | other]! + values[known]!;
        matrix[i]![j]! += weight * both;
      }
    }
  }
  // Only now: a main effect is what the others leave.
  matrix.forEach((effects, i) => (effects[i] = effects.reduce((left, effect) => left - effect, contributions[i]!)));
  return matrix;
}

/** The expected score for each set of known features, a bit each. */
function subsetValues(ensemble: Ensemble, row: ArrayLike<number>): number[] {
  return Array.from({length: 2 ** ensemble.featureCount}, (_, known) =>
    ensemble.trees.reduce((sum, tree) => sum + expectedTree(tree, row, known), ensemble.baseScore)
  );
}

/**
 * The expected value of a tree when the features of the bit set `known` are known: EXPVALUE, Algorithm 1 of Lundberg et
 * al. (2018). A split on an unknown feature averages its children by their covers.
 */
function expectedTree(tree: Tree, row: ArrayLike<number>, known: number): number {
  const valueOf = (child: number): number => {
    if (child < 0) return tree.leafValue[~child]!;
    const feature = tree.splitFeature[child]!;
    const [left, right] = [tree.left[child]!, tree.right[child]!];
    if (known & (1 << feature)) return valueOf(splitsLeft(tree, child, row[feature]!) ? left : right);
    const [leftCover, rightCover] = [coverOf(tree, left), coverOf(tree, right)];
    if (leftCover + rightCover === 0) return (valueOf(left) + valueOf(right)) / 2;
    return (leftCover * valueOf(left) + rightCover * valueOf(right)) / (leftCover + rightCover);
  };
  return valueOf(tree.splitFeature.length > 0 ? 0 : -1);
}

/** The decision rule, read off the contract of {@link Tree}. */
export function splitsLeft(tree: Tree, node: number, value: number): boolean {
  const missing = tree.missing[node]!;
  const categories = tree.categories[node]!;
  if (categories)
    return Number.isNaN(value) ? missing === "nan" && tree.defaultLeft[node]! : categories.includes(value);
  const isMissing =
    (missing === "nan" && Number.isNaN(value)) ||
    (missing === "zero" && (Number.isNaN(value) || Math.abs(value) <= Math.fround(1e-35)));
  if (isMissing) return tree.defaultLeft[node]!;
  return (Number.isNaN(value) ? 0 : value) <= tree.threshold[node]!;
}

function coverOf(tree: Tree, child: number): number {
  return child < 0 ? tree.leafCover[~child]! : tree.nodeCover[child]!;
}

function countBits(set: number): number {
  let count = 0;
  for (let rest = set; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}

function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1);
}
