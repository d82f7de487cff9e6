import type {Steps} from "./quantize.ts";

/** What a node must give its children, and what its leaf values are penalised with. */
export interface SplitParameters {
  min_child_samples: number;
  min_child_weight: number;
  reg_alpha: number;
  reg_lambda: number;
  cat_smooth: number;
  cat_l2: number;
  max_cat_threshold: number;
  max_cat_to_onehot: number;
  min_data_per_group: number;
}

/** A feature as the search sees it. */
export interface SplitFeature {
  categorical: boolean;
  /** Bins of values, the first of the feature's histogram. */
  valueBins: number;
  /** The bin of missing values, last of the feature's histogram; −1 when no training row lacks a value. */
  missingBin: number;
  /** 1 or −1 where the score may only rise or only fall as the value rises; else 0. */
  monotone: number;
}

/** A node's sums, in steps, and what its split must be and its leaf values may be. */
export interface SearchedNode {
  count: number;
  gradient: number;
  hessian: number;
  /** The hessian, in steps, that a child needs (see `leastHessian`). */
  least: number;
  /** The gain that a split must exceed. */
  floor: number;
  /** Bounds of leaf values, which monotone constraints set; infinite without. */
  lower: number;
  upper: number;
}

/** Cells of histograms, each the two halves of a packed sum: gradient `i32[2k + 1]`, hessian `u32[2k]`. */
export interface Cells {
  i32: Int32Array;
  u32: Uint32Array;
}

/**
 * The best split of a node so far. `gain` is what the two children's scores G²/(H + λ) add to, in quantised units,
 * −Infinity when there is none.
 */
export interface SplitChoice {
  gain: number;
  /** Place of the feature in the list searched. */
  feature: number;
  /** Of a number: the last bin that goes left; values between it and the next bin with rows go right. */
  bin: number;
  /** Of a category: the bins that go left; null of a number. */
  bins: number[] | null;
  /** Where the rows without a value go; null when the node has none. */
  missingLeft: boolean | null;
  /** Sums of what goes left, in steps. */
  leftGradient: number;
  leftHessian: number;
}

export function noSplit(): SplitChoice {
  return {gain: -Infinity, feature: -1, bin: -1, bins: null, missingLeft: null, leftGradient: 0, leftHessian: 0};
}

/** G²/(H + λ) after soft thresholding of G by the L1 penalty: twice the loss that the best leaf value takes away. */
export function nodeScore(gradient: number, hessian: number, l1: number, l2: number): number {
  const magnitude = Math.abs(gradient) - l1;
  return magnitude > 0 ? (magnitude * magnitude) / (hessian + l2) : 0;
}

/** The leaf value that minimises the second-order loss: −G/(H + λ), G soft-thresholded. */
export function leafOutput(gradient: number, hessian: number, l1: number, l2: number): number {
  const magnitude = Math.abs(gradient) - l1;
  return magnitude > 0 ? (-Math.sign(gradient) * magnitude) / (hessian + l2) : 0;
}

/** Twice the loss that the best leaf value between two bounds takes away. */
export function boundedScore(
  gradient: number,
  hessian: number,
  l1: number,
  l2: number,
  lower: number,
  upper: number
): number {
  const best = leafOutput(gradient, hessian, l1, l2);
  if (best >= lower && best <= upper) return nodeScore(gradient, hessian, l1, l2);
  const value = Math.min(Math.max(best, lower), upper);
  return -(2 * (gradient * value + l1 * Math.abs(value)) + (hessian + l2) * value * value);
}

/**
 * Searches histograms for the split of most gain, as LightGBM does.
 *
 * Histograms have no counts. Within a node a count is estimated from the hessians (count ≈ H × node count / node H), so
 * that one bound on H stands for both `min_child_samples` and `min_child_weight`; whoever applies the split counts the
 * children and, if one is too small, searches again with a larger `strictness`.
 *
 * A monotone constraint is LightGBM's "basic" one: a split against it is none, and values below a split that heeds it
 * stay on their side of the middle between its two children's.
 */
export class SplitSearch {
  /** Penalties in quantised steps. */
  readonly l1: number;
  readonly l2: number;
  private readonly categoryL2: number;
  private readonly parameters: SplitParameters;
  private readonly steps: Steps;
  private readonly sorter: Candidate[] = [];

  constructor(parameters: SplitParameters, steps: Steps) {
    this.parameters = parameters;
    this.steps = steps;
    this.l1 = parameters.reg_alpha / steps.gradientStep;
    this.l2 = parameters.reg_lambda / steps.hessianStep;
    this.categoryL2 = (parameters.reg_lambda + parameters.cat_l2) / steps.hessianStep;
  }

  /** A node's own score, in the units of `SplitChoice.gain`. */
  score({gradient, hessian, lower, upper}: SearchedNode): number {
    const unit = this.valueUnit;
    return boundedScore(gradient, hessian, this.l1, this.l2, lower / unit, upper / unit);
  }

  /** What a leaf value of quantised sums is worth. */
  get valueUnit(): number {
    return this.steps.gradientStep / this.steps.hessianStep;
  }

  /** What a gain of quantised sums is worth. */
  get gainUnit(): number {
    return (this.steps.gradientStep * this.steps.gradientStep) / this.steps.hessianStep;
  }

  /** The value of a leaf with these sums; `l2` in units of hessian. */
  value(gradient: number, hessian: number, l2: number, lower: number, upper: number): number {
    const value = leafOutput(gradient, hessian, this.l1, l2 / this.steps.hessianStep) * this.valueUnit;
    return Math.min(Math.max(value, lower), upper);
  }

  /** The L2 penalty of the leaf values that a split makes, in units of hessian. */
  outputL2(choice: SplitChoice, feature: SplitFeature): number {
    const {reg_lambda, cat_l2} = this.parameters;
    return choice.bins && !this.takesOne(feature) ? reg_lambda + cat_l2 : reg_lambda;
  }

  /** The hessian that a child needs, in steps. */
  leastHessian(count: number, hessian: number, strictness: number): number {
    const {min_child_samples, min_child_weight} = this.parameters;
    const bySamples = ((strictness * min_child_samples - 0.5) * hessian) / count;
    return Math.max(bySamples, min_child_weight / this.steps.hessianStep, 1);
  }

  /**
   * Updates `best` with the best split of one feature, whose cells start at `first`. Says whether the feature has any
   * split that gains more than the node's floor.
   */
  search(cells: Cells, first: number, place: number, feature: SplitFeature, node: SearchedNode, best: SplitChoice) {
    return feature.categorical
      ? this.searchCategories(cells, first, place, feature, node, best)
      : this.searchNumber(cells, first, place, feature, node, best);
  }

  /** The plain way, for nodes under constraints; without any, the kernel `scanNumber` finds the same. */
  private searchNumber(
    cells: Cells,
    first: number,
    place: number,
    {valueBins, missingBin, monotone}: SplitFeature,
    node: SearchedNode,
    best: SplitChoice
  ): boolean {
    const {i32, u32} = cells;
    const hasMissing = missingBin >= 0 && isFilled(cells, first + missingBin);
    let found = false;
    // Rows without a value on the right; all values against them is one of these splits. Then on the left.
    for (const missingLeft of hasMissing ? [false, true] : [null]) {
      let leftGradient = missingLeft ? i32[2 * (first + missingBin) + 1]! : 0;
      let leftHessian = missingLeft ? u32[2 * (first + missingBin)]! : 0;
      const end = missingLeft === false ? valueBins : valueBins - 1;
      for (let bin = 0; bin < end; ++bin) {
        if (!isFilled(cells, first + bin)) continue; // no row: the split before does as well
        leftGradient += i32[2 * (first + bin) + 1]!;
        leftHessian += u32[2 * (first + bin)]!;
        if (leftHessian < node.least) continue;
        if (node.hessian - leftHessian < node.least) break;
        // Between missing and present values there is no order to keep.
        const order = bin === valueBins - 1 ? 0 : monotone;
        const gain = this.pairScore(node, leftGradient, leftHessian, this.l2, order);
        if (!(gain > node.floor)) continue;
        found = true;
        if (gain > best.gain)
          Object.assign(best, {gain, feature: place, bin, bins: null, missingLeft, leftGradient, leftHessian});
      }
    }
    return found;
  }

  /** What two children score under their parent's bounds; −Infinity if their values are against the order asked. */
  private pairScore(node: SearchedNode, gradient: number, hessian: number, l2: number, monotone: number): number {
    const {l1} = this;
    const lower = node.lower / this.valueUnit;
    const upper = node.upper / this.valueUnit;
    const otherGradient = node.gradient - gradient;
    const otherHessian = node.hessian - hessian;
    if (monotone !== 0) {
      const value = Math.min(Math.max(leafOutput(gradient, hessian, l1, l2), lower), upper);
      const other = Math.min(Math.max(leafOutput(otherGradient, otherHessian, l1, l2), lower), upper);
      if (monotone > 0 ? value > other : value < other) return -Infinity;
    }
    return (
      boundedScore(gradient, hessian, l1, l2, lower, upper) +
      boundedScore(otherGradient, otherHessian, l1, l2, lower, upper)
    );
  }

  /** Whether a split on this feature takes one category against all others. */
  private takesOne({valueBins, missingBin}: SplitFeature): boolean {
    return valueBins + (missingBin < 0 ? 0 : 1) <= this.parameters.max_cat_to_onehot;
  }

  private searchCategories(
    cells: Cells,
    first: number,
    place: number,
    feature: SplitFeature,
    node: SearchedNode,
    best: SplitChoice
  ): boolean {
    const {missingBin} = feature;
    const one = this.takesOne(feature);
    const countFactor = node.count / node.hessian;
    const {max_cat_threshold, min_data_per_group} = this.parameters;
    const hasMissing = missingBin >= 0 && isFilled(cells, first + missingBin);
    const used = this.gatherCategories(cells, first, feature, countFactor, one);
    if (used === 0) return false;
    let found = false;
    const candidates = this.sorter.slice(0, used);
    if (!one) candidates.sort((a, b) => a.order - b.order || a.bin - b.bin);

    const l2 = one ? this.l2 : this.categoryL2;
    const most = one ? used : Math.min(max_cat_threshold, (used + 1) >> 1);
    for (let direction = 0; direction < (one ? 1 : 2); ++direction) {
      let leftGradient = 0;
      let leftHessian = 0;
      let group = 0;
      for (let i = 0; i < most; ++i) {
        const {gradient, hessian, count} = candidates[direction === 0 ? i : used - 1 - i]!;
        leftGradient = one ? gradient : leftGradient + gradient;
        leftHessian = one ? hessian : leftHessian + hessian;
        group += count;
        if (leftHessian < node.least) continue;
        const rest = node.hessian - leftHessian;
        if (one) {
          if (rest < node.least) continue;
        } else {
          if (rest < node.least || rest * countFactor < min_data_per_group - 0.5) break;
          if (group < min_data_per_group - 0.5) continue;
          group = 0;
        }
        const gain = this.pairScore(node, leftGradient, leftHessian, l2, 0);
        if (!(gain > node.floor)) continue;
        found = true;
        if (!(gain > best.gain)) continue;
        const chosen = one
          ? [candidates[i]!.bin]
          : (direction === 0 ? candidates.slice(0, i + 1) : candidates.slice(used - 1 - i)).map(({bin}) => bin);
        best.gain = gain;
        best.feature = place;
        best.bin = -1;
        best.missingLeft = hasMissing ? chosen.includes(missingBin) : null;
        best.bins = chosen.filter((bin) => bin !== missingBin);
        best.leftGradient = leftGradient;
        best.leftHessian = leftHessian;
      }
    }
    return found;
  }

  /** Puts the categories that a split may choose among into `sorter`, and returns how many there are. */
  private gatherCategories(
    cells: Cells,
    first: number,
    {valueBins, missingBin}: SplitFeature,
    countFactor: number,
    one: boolean
  ): number {
    const {i32, u32} = cells;
    const {cat_smooth} = this.parameters;
    const smooth = cat_smooth / this.steps.hessianStep;
    let used = 0;
    // Rare categories share the bin after the values': it is never among those that go left.
    for (let k = 0; k <= valueBins; ++k) {
      const bin = k < valueBins ? k : missingBin;
      if (bin < 0) continue;
      const gradient = i32[2 * (first + bin) + 1]!;
      const hessian = u32[2 * (first + bin)]!;
      const count = hessian * countFactor;
      if (!isFilled(cells, first + bin) || (!one && Math.round(count) < cat_smooth)) continue;
      const entry = (this.sorter[used++] ??= {bin: 0, order: 0, gradient: 0, hessian: 0, count: 0});
      entry.bin = bin;
      entry.order = gradient / Math.max(hessian + smooth, Number.EPSILON);
      entry.gradient = gradient;
      entry.hessian = hessian;
      entry.count = count;
    }
    return used;
  }
}

function isFilled({i32, u32}: Cells, cell: number): boolean {
  return u32[2 * cell] !== 0 || i32[2 * cell + 1] !== 0;
}

/** A category that a split may send left. */
interface Candidate {
  bin: number;
  order: number;
  gradient: number;
  hessian: number;
  count: number;
}
