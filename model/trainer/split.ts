import {packing, type Quantized} from "./quantize.ts";

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
}

/** The sums of a node's rows. */
export interface NodeSums {
  count: number;
  /** Packed sum of gradients and hessians. */
  packed: number;
}

/**
 * The best split of a node so far. `gain` is what the two children's scores G²/(H + λ) add to, in quantised units (see
 * `scoreUnit`), −Infinity when there is none.
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
  /** Packed sum of what goes left. */
  leftPacked: number;
}

export function noSplit(): SplitChoice {
  return {gain: -Infinity, feature: -1, bin: -1, bins: null, missingLeft: null, leftPacked: 0};
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

/**
 * Searches histograms of packed gradients for the split of most gain, as LightGBM does.
 *
 * Histograms have no counts. Within a node a count is estimated from the hessians (count ≈ H × node count / node H), so
 * that one bound on H stands for both `min_child_samples` and `min_child_weight`; whoever applies the split counts the
 * children and, if one is too small, searches again with a larger `strictness`.
 */
export class SplitSearch {
  private readonly parameters: SplitParameters;
  /** In quantised steps. */
  private readonly l1: number;
  private readonly l2: number;
  private readonly categoryL2: number;
  private readonly hessianStep: number;
  private readonly sorter: {bin: number; order: number; packed: number; count: number}[] = [];

  constructor(parameters: SplitParameters, {gradientStep, hessianStep}: Quantized) {
    this.parameters = parameters;
    this.hessianStep = hessianStep;
    this.l1 = parameters.reg_alpha / gradientStep;
    this.l2 = parameters.reg_lambda / hessianStep;
    this.categoryL2 = (parameters.reg_lambda + parameters.cat_l2) / hessianStep;
  }

  /** A node's own score, in the units of `SplitChoice.gain`. */
  score(packed: number): number {
    const gradient = Math.floor(packed / packing);
    return nodeScore(gradient, packed - gradient * packing, this.l1, this.l2);
  }

  /** Whether the left side has most of the node: where values go that are missing, but were not when it was split. */
  leftIsLarger({leftPacked}: SplitChoice, {packed}: NodeSums): boolean {
    const hessian = (sum: number) => sum - Math.floor(sum / packing) * packing;
    return 2 * hessian(leftPacked) >= hessian(packed);
  }

  /** The L2 penalty of the leaf values that a split makes, in units of hessian. */
  outputL2(choice: SplitChoice, feature: SplitFeature): number {
    const {reg_lambda, cat_l2} = this.parameters;
    return choice.bins && !this.takesOne(feature) ? reg_lambda + cat_l2 : reg_lambda;
  }

  /**
   * Updates `best` with the best split of one feature, whose histogram starts at `offset`. Says whether the feature has
   * any split that gains more than `floor`.
   */
  search(
    histogram: Float64Array,
    offset: number,
    place: number,
    feature: SplitFeature,
    node: NodeSums,
    strictness: number,
    floor: number,
    best: SplitChoice
  ): boolean {
    const least = this.leastHessian(node, strictness);
    return feature.categorical
      ? this.searchCategories(histogram, offset, place, feature, node, least, floor, best)
      : this.searchNumber(histogram, offset, place, feature, node.packed, least, floor, best);
  }

  /** The hessian that a child needs, in steps. */
  private leastHessian({count, packed}: NodeSums, strictness: number): number {
    const hessian = packed - Math.floor(packed / packing) * packing;
    const {min_child_samples, min_child_weight} = this.parameters;
    const bySamples = ((strictness * min_child_samples - 0.5) * hessian) / count;
    return Math.max(bySamples, min_child_weight / this.hessianStep, 1);
  }

  private searchNumber(
    histogram: Float64Array,
    offset: number,
    place: number,
    {valueBins, missingBin}: SplitFeature,
    total: number,
    least: number,
    floor: number,
    best: SplitChoice
  ): boolean {
    const missing = missingBin < 0 ? 0 : histogram[offset + missingBin]!;
    const {l1, l2} = this;
    let found = false;
    // Rows without a value on the right; all values against them is one of these splits.
    const end = missing === 0 ? valueBins - 1 : valueBins;
    let bin = scanNumber(histogram, offset, end, 0, total, least, l1, l2, floor, scan);
    if (bin >= 0) {
      found = true;
      if (scan.gain > best.gain) setNumeric(best, scan, place, bin, missing === 0 ? null : false);
    }
    if (missing === 0) return found;
    bin = scanNumber(histogram, offset, valueBins - 1, missing, total, least, l1, l2, floor, scan);
    if (bin >= 0) {
      found = true;
      if (scan.gain > best.gain) setNumeric(best, scan, place, bin, true);
    }
    return found;
  }

  /** Whether a split on this feature takes one category against all others. */
  private takesOne({valueBins, missingBin}: SplitFeature): boolean {
    return valueBins + (missingBin < 0 ? 0 : 1) <= this.parameters.max_cat_to_onehot;
  }

  private searchCategories(
    histogram: Float64Array,
    offset: number,
    place: number,
    feature: SplitFeature,
    node: NodeSums,
    least: number,
    floor: number,
    best: SplitChoice
  ): boolean {
    const {valueBins, missingBin} = feature;
    const one = this.takesOne(feature);
    const totalGradient = Math.floor(node.packed / packing);
    const totalHessian = node.packed - totalGradient * packing;
    const countFactor = node.count / totalHessian;
    const {cat_smooth, max_cat_threshold, min_data_per_group} = this.parameters;
    const smooth = cat_smooth / this.hessianStep;
    const missing = missingBin < 0 ? 0 : histogram[offset + missingBin]!;

    // Rare categories share the bin after the values': it is never among those that go left.
    const {sorter} = this;
    let used = 0;
    for (let k = 0; k <= valueBins; ++k) {
      const bin = k < valueBins ? k : missingBin;
      if (bin < 0) continue;
      const packed = histogram[offset + bin]!;
      const gradient = Math.floor(packed / packing);
      const hessian = packed - gradient * packing;
      const count = hessian * countFactor;
      if (packed === 0 || (!one && Math.round(count) < cat_smooth)) continue;
      const entry = (sorter[used++] ??= {bin: 0, order: 0, packed: 0, count: 0});
      entry.bin = bin;
      entry.order = gradient / (hessian + smooth);
      entry.packed = packed;
      entry.count = count;
    }
    if (used === 0) return false;
    let found = false;
    const candidates = sorter.slice(0, used);
    if (!one) candidates.sort((a, b) => a.order - b.order || a.bin - b.bin);

    const l2 = one ? this.l2 : this.categoryL2;
    const most = one ? used : Math.min(max_cat_threshold, (used + 1) >> 1);
    for (let direction = 0; direction < (one ? 1 : 2); ++direction) {
      let left = 0;
      let group = 0;
      for (let i = 0; i < most; ++i) {
        const {packed, count} = candidates[direction === 0 ? i : used - 1 - i]!;
        left = one ? packed : left + packed;
        group += count;
        const gradient = Math.floor(left / packing);
        const hessian = left - gradient * packing;
        if (hessian < least) continue;
        const rest = totalHessian - hessian;
        if (one) {
          if (rest < least) continue;
        } else {
          if (rest < least || rest * countFactor < min_data_per_group - 0.5) break;
          if (group < min_data_per_group - 0.5) continue;
          group = 0;
        }
        const gain = nodeScore(gradient, hessian, this.l1, l2) + nodeScore(totalGradient - gradient, rest, this.l1, l2);
        if (!(gain > floor)) continue;
        found = true;
        if (!(gain > best.gain)) continue;
        const chosen = one
          ? [candidates[i]!.bin]
          : (direction === 0 ? candidates.slice(0, i + 1) : candidates.slice(used - 1 - i)).map(({bin}) => bin);
        best.gain = gain;
        best.feature = place;
        best.bin = -1;
        best.missingLeft = missing === 0 ? null : chosen.includes(missingBin);
        best.bins = chosen.filter((bin) => bin !== missingBin);
        best.leftPacked = left;
      }
    }
    return found;
  }
}

/** The result of a scan: scalar fields, so that the hot loop allocates nothing. */
interface Scan {
  gain: number;
  left: number;
}
const scan: Scan = {gain: 0, left: 0};

function setNumeric(best: SplitChoice, {gain, left}: Scan, place: number, bin: number, missingLeft: boolean | null) {
  best.gain = gain;
  best.feature = place;
  best.bin = bin;
  best.bins = null;
  best.missingLeft = missingLeft;
  best.leftPacked = left;
}

/**
 * Scans bins 0 … end−1 as the last bin of the left side, which starts with `left`. Writes gain and packed left sum into
 * `result`, and returns the bin; −1 when nothing beats `gain`.
 */
function scanNumber(
  histogram: Float64Array,
  offset: number,
  end: number,
  left: number,
  total: number,
  least: number,
  l1: number,
  l2: number,
  gain: number,
  result: Scan
): number {
  const inverse = 1 / packing;
  const totalGradient = Math.floor(total * inverse);
  const totalHessian = total - totalGradient * packing;
  const most = totalHessian - least;
  let found = -1;
  for (let bin = 0; bin < end; ++bin) {
    const packed = histogram[offset + bin]!;
    if (packed === 0) continue; // no row: the split before does as well
    left += packed;
    const gradient = Math.floor(left * inverse);
    const hessian = left - gradient * packing;
    if (hessian < least) continue;
    if (hessian > most) break;
    const rest = totalHessian - hessian;
    let a = Math.abs(gradient);
    let b = Math.abs(totalGradient - gradient);
    if (l1 > 0) {
      a = a > l1 ? a - l1 : 0;
      b = b > l1 ? b - l1 : 0;
    }
    const u = hessian + l2;
    const v = rest + l2;
    const above = a * a * v + b * b * u;
    const below = u * v;
    if (!(above > gain * below)) continue; // a division saved, mostly
    gain = above / below;
    found = bin;
    result.left = left;
  }
  result.gain = gain;
  return found;
}
