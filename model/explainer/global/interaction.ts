import type {Partition} from "./value-groups.ts";

/** The groups of a sample by one feature, as many as `count`; −1 for none. */
export interface Cells {
  of: Int16Array;
  count: number;
}

export function cellsOf({of, groups}: Partition): Cells {
  return {of, count: groups.length};
}

export interface Interaction {
  /** An index into the other features. */
  feature: number;
  /** Share of the contribution's variance, 0 to 1. */
  share: number;
}

/** Standard deviations past which a split is no chance, though it is the best of hundreds. */
const beyondChance = 4;

/**
 * The feature that a contribution depends on most where its own value is held: within groups of clients of about the
 * same value, by how much less contributions vary when each group is split by the other feature. Groups by chance
 * explain something too: variances are divided by degrees of freedom (adjusted R²; Wherry, 1931), so that a feature
 * without effect explains about nothing; what a normal spread could explain by chance is passed over.
 *
 * The shap package's `approximate_interactions` (Lundberg et al., 2020) does likewise, with correlations within windows
 * along the feature's value in place of splits; a split also sees what rises and falls, missing values and categories.
 *
 * @param contributions of one feature, one a client
 * @param own clients parted by the feature itself, finely
 * @param others clients parted by each feature that may interact, coarsely; undefined where it may not
 */
export function strongestInteraction(
  contributions: ArrayLike<number>,
  own: Cells,
  others: readonly (Cells | undefined)[]
): Interaction | null {
  const everyone: Cells = {of: own.of.map((group) => Math.min(group, 0)), count: 1};
  const all = variation(contributions, everyone, everyone);
  const apart = variation(contributions, own, everyone);
  if (!(all.within > 0) || apart.freedom <= 0) return null;
  const total = all.within / all.freedom;
  const residual = apart.within / apart.freedom;
  let strongest: Interaction | null = null;
  others.forEach((other, feature) => {
    if (other === undefined || other.count < 2) return;
    const {within, freedom} = variation(contributions, own, other);
    if (freedom <= 0) return;
    const explained = 1 - within / freedom / residual;
    // What a split without effect explains varies about 0, as the variance of F has it.
    const chance = Math.sqrt(2 * (apart.freedom - freedom)) / freedom;
    const share = Math.min(1, (explained * residual) / total);
    if (explained > beyondChance * chance && share > (strongest?.share ?? 0)) strongest = {feature, share};
  });
  return strongest;
}

/** Σ (value − mean of its cell)², over the cells of two partitions, and how many more values than cells there are. */
function variation(values: ArrayLike<number>, first: Cells, second: Cells): {within: number; freedom: number} {
  const cells = first.count * second.count;
  const sums = new Float64Array(cells);
  const counts = new Uint32Array(cells);
  let squares = 0;
  let n = 0;
  for (let i = 0; i < first.of.length; i++) {
    if (first.of[i]! < 0 || second.of[i]! < 0) continue;
    const cell = first.of[i]! * second.count + second.of[i]!;
    const value = values[i]!;
    sums[cell]! += value;
    counts[cell]!++;
    squares += value * value;
    n++;
  }
  let between = 0;
  let used = 0;
  for (let cell = 0; cell < cells; cell++) {
    if (counts[cell] === 0) continue;
    between += sums[cell]! ** 2 / counts[cell]!;
    used++;
  }
  return {within: Math.max(0, squares - between), freedom: n - used};
}
