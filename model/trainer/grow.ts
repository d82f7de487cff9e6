import type {BinnedRows, FeatureBins} from "./bins.ts";
import type {HistogramBuilder} from "./histogram.ts";
import type {Parameters} from "./parameters.ts";
import type {Quantized} from "./quantize.ts";
import {leafOutput, noSplit, SplitSearch, type NodeSums, type SplitChoice, type SplitFeature} from "./split.ts";

/** A tree over bins: what boosting needs to score binned rows, and what `toTree` needs to write it down. */
export interface BinnedTree {
  /** Per internal node: the column of its feature, and for each of 256 bins whether it goes left. */
  feature: number[];
  goesLeft: Uint8Array[];
  /** Children ≥ 0 are nodes, others leaves `~child`. */
  left: number[];
  right: number[];
  splits: NodeSplit[];
  /** Leaf values before the learning rate. */
  leafValue: Float64Array;
}

/** What a node asks, in bins. */
export interface NodeSplit {
  /** Of a number: the last bin that goes left; −1 of a category. */
  bin: number;
  /** Of a category: the bins that go left; null of a number. */
  bins: number[] | null;
  defaultLeft: boolean;
  /** What the split adds to ΣG²/(H + λ), less `min_split_gain`. */
  gain: number;
}

/** The rows that a tree is grown on, and what each contributes. */
export interface GrowInput {
  /** Rows of the sample, ascending; reordered so that each leaf's rows are together. */
  index: Int32Array;
  gradients: Float64Array;
  hessians: Float64Array;
  quantized: Quantized;
  /** Places of the features to search, in the grower's list. */
  features: Int32Array;
}

/** A grown tree and which of `index` each leaf has: leaf k's rows are index[leafStart[k] … leafEnd[k]). */
export interface GrownTree {
  tree: BinnedTree;
  leafStart: Int32Array;
  leafEnd: Int32Array;
}

interface Leaf extends NodeSums {
  start: number;
  depth: number;
  /** L2 penalty of its value: larger under a split by a set of categories. */
  l2: number;
  /** Null when no split is to be searched. */
  histogram: Float64Array | null;
  best: SplitChoice;
  strictness: number;
  /** The features that may split it. */
  features: Int32Array;
  /** The node whose child it is, and on which side; −1 at the root. */
  parent: number;
  onLeft: boolean;
}

/** Grows trees leaf by leaf: each time, the leaf whose split gains most is split (Shi, 2007, best-first trees). */
export class TreeGrower {
  private readonly parameters: Parameters;
  private readonly data: BinnedRows;
  /** The columns that are features here: those with something to split. */
  private readonly columns: number[];
  private readonly bins: FeatureBins[];
  private readonly features: SplitFeature[];
  private readonly histograms: HistogramBuilder;
  private readonly toLeft: Int32Array;
  private readonly toRight: Int32Array;

  constructor(
    parameters: Parameters,
    data: BinnedRows,
    columns: number[],
    bins: FeatureBins[],
    histograms: HistogramBuilder
  ) {
    this.parameters = parameters;
    this.data = data;
    this.columns = columns;
    this.bins = bins;
    this.features = bins.map(({categorical, valueBins, missingBin, hasMissing}) => ({
      categorical,
      valueBins,
      missingBin: hasMissing ? missingBin : -1
    }));
    this.histograms = histograms;
    this.toLeft = new Int32Array(data.rows);
    this.toRight = new Int32Array(data.rows);
  }

  /** Grows one tree; null when the root has no split worth making. */
  grow(input: GrowInput): GrownTree | null {
    const {index, quantized} = input;
    const {reg_lambda, num_leaves} = this.parameters;
    const search = new SplitSearch(this.parameters, quantized);
    let packed = 0;
    for (const row of index) packed += quantized.packed[row]!;
    const root: Leaf = {
      start: 0,
      count: index.length,
      packed,
      depth: 0,
      l2: reg_lambda,
      histogram: null,
      best: noSplit(),
      strictness: 1,
      features: input.features,
      parent: -1,
      onLeft: false
    };
    if (this.mayBeSplit(root)) {
      root.histogram = this.histograms.allocate();
      this.histograms.build(index, 0, index.length, quantized.packed, root.features, root.histogram);
      this.findBest(root, search, quantized);
    }

    const leaves = [root];
    const tree: BinnedTree = {
      feature: [],
      goesLeft: [],
      left: [],
      right: [],
      splits: [],
      leafValue: new Float64Array(0)
    };
    while (leaves.length < num_leaves) {
      let k = 0;
      for (let i = 1; i < leaves.length; ++i) if (leaves[i]!.best.gain > leaves[k]!.best.gain) k = i;
      const leaf = leaves[k]!;
      if (leaf.best.gain === -Infinity) break;
      const children = this.split(leaf, input, tree, search, leaves.length + 1 < num_leaves);
      if (!children) {
        this.findBest(leaf, search, quantized);
        continue;
      }
      const node = tree.feature.length - 1;
      if (leaf.parent >= 0) (leaf.onLeft ? tree.left : tree.right)[leaf.parent] = node;
      tree.left[node] = ~k;
      tree.right[node] = ~leaves.length;
      leaves[k] = children[0];
      leaves.push(children[1]);
      for (const child of children) if (child.histogram) this.findBest(child, search, quantized);
    }
    for (const {histogram} of leaves) if (histogram) this.histograms.release(histogram);
    if (leaves.length === 1) return null;

    tree.leafValue = Float64Array.from(leaves, (leaf) => this.leafValue(leaf, input));
    return {
      tree,
      leafStart: Int32Array.from(leaves, ({start}) => start),
      leafEnd: Int32Array.from(leaves, ({start, count}) => start + count)
    };
  }

  private mayBeSplit({count, depth}: Leaf): boolean {
    const {max_depth, min_child_samples} = this.parameters;
    return count >= 2 * min_child_samples && count >= 2 && (max_depth < 0 || depth < max_depth);
  }

  /** Sets a leaf's best split; its gain becomes what it adds, in units of the loss. */
  private findBest(leaf: Leaf, search: SplitSearch, {gradientStep, hessianStep}: Quantized): void {
    const best = noSplit();
    const {offsets} = this.histograms;
    const parent = search.score(leaf.packed);
    const unit = (gradientStep * gradientStep) / hessianStep;
    const {min_split_gain} = this.parameters;
    const floor = parent + min_split_gain / unit;
    // As in LightGBM, a feature without any gain here isn't tried again further down.
    leaf.features = leaf.features.filter((place) =>
      search.search(leaf.histogram!, offsets[place]!, place, this.features[place]!, leaf, leaf.strictness, floor, best)
    );
    best.gain = best.feature < 0 ? -Infinity : (best.gain - parent) * unit - min_split_gain;
    leaf.best = best;
  }

  /**
   * Applies a leaf's best split. Returns the children, with histograms where they are to be split further, or null when
   * one has too few rows after all: the leaf is then to be searched again.
   */
  private split(
    leaf: Leaf,
    input: GrowInput,
    tree: BinnedTree,
    search: SplitSearch,
    more: boolean
  ): [Leaf, Leaf] | null {
    const {best, start, count} = leaf;
    const {index, quantized} = input;
    const bins = this.bins[best.feature]!;
    const column = this.data.columns[this.columns[best.feature]!]!;
    const defaultLeft = best.missingLeft ?? search.leftIsLarger(best, leaf);
    const table = leftTable(best, bins, defaultLeft);
    const end = start + count;
    const leftCount = this.partition(index, start, end, column, table);
    const rightCount = count - leftCount;
    const {min_child_samples} = this.parameters;
    const smaller = Math.min(leftCount, rightCount);
    if (smaller < min_child_samples) {
      // The hessians promised more rows than there are: ask for as many more.
      leaf.strictness *= Math.max(1.1, Math.min(4, min_child_samples / Math.max(smaller, 1)));
      return null;
    }
    this.commit(index, start, end, leftCount);

    const node = tree.feature.length;
    tree.feature.push(this.columns[best.feature]!);
    tree.goesLeft.push(table);
    tree.left.push(0);
    tree.right.push(0);
    tree.splits.push({bin: best.bin, bins: best.bins, defaultLeft, gain: best.gain});

    const l2 = search.outputL2(best, this.features[best.feature]!);
    const common = {
      depth: leaf.depth + 1,
      l2,
      histogram: null,
      strictness: 1,
      features: leaf.features,
      parent: node
    };
    const left: Leaf = {...common, start, count: leftCount, packed: best.leftPacked, best: noSplit(), onLeft: true};
    const right: Leaf = {
      ...common,
      start: start + leftCount,
      count: rightCount,
      packed: leaf.packed - best.leftPacked,
      best: noSplit(),
      onLeft: false
    };
    if (more && (this.mayBeSplit(left) || this.mayBeSplit(right)))
      this.shareHistogram(leaf, left, right, index, quantized);
    else this.histograms.release(leaf.histogram!);
    leaf.histogram = null;
    return [left, right];
  }

  /** Builds the histogram of the smaller child; the larger one's is what is left of the parent's. */
  private shareHistogram(leaf: Leaf, left: Leaf, right: Leaf, index: Int32Array, {packed}: Quantized): void {
    const [small, large] = left.count <= right.count ? [left, right] : [right, left];
    const histogram = this.histograms.allocate();
    this.histograms.build(index, small.start, small.start + small.count, packed, small.features, histogram);
    if (this.mayBeSplit(large)) {
      this.histograms.subtract(leaf.histogram!, histogram);
      large.histogram = leaf.histogram;
    } else {
      this.histograms.release(leaf.histogram!);
    }
    if (this.mayBeSplit(small)) small.histogram = histogram;
    else this.histograms.release(histogram);
  }

  /** Parts rows into `toLeft` and `toRight`, each side in its former order; returns how many go left. */
  private partition(index: Int32Array, start: number, end: number, column: Uint8Array, table: Uint8Array): number {
    const {toLeft, toRight} = this;
    let left = 0;
    let right = 0;
    for (let i = start; i < end; ++i) {
      const row = index[i]!;
      const goesLeft = table[column[row]!]!;
      toLeft[left] = row;
      toRight[right] = row;
      left += goesLeft;
      right += 1 - goesLeft;
    }
    return left;
  }

  /** Puts the rows parted back, those that go left first. */
  private commit(index: Int32Array, start: number, end: number, leftCount: number): void {
    index.set(this.toLeft.subarray(0, leftCount), start);
    index.set(this.toRight.subarray(0, end - start - leftCount), start + leftCount);
  }

  /** A leaf's value from its rows' own gradients, not their quantised ones. */
  private leafValue({start, count, l2}: Leaf, {index, gradients, hessians}: GrowInput): number {
    let gradient = 0;
    let hessian = 0;
    for (let i = start; i < start + count; ++i) {
      gradient += gradients[index[i]!]!;
      hessian += hessians[index[i]!]!;
    }
    return leafOutput(gradient, hessian, this.parameters.reg_alpha, l2);
  }
}

/** For each bin, whether it goes left. */
function leftTable({bin, bins: chosen}: SplitChoice, {missingBin}: FeatureBins, defaultLeft: boolean): Uint8Array {
  const table = new Uint8Array(256);
  if (chosen) for (const one of chosen) table[one] = 1;
  else table.fill(1, 0, bin + 1);
  table[missingBin] = defaultLeft ? 1 : 0;
  return table;
}

/** The leaf that each of some binned rows reaches. */
export function leavesOf(tree: BinnedTree, {columns}: BinnedRows, rows: Int32Array, leaves: Uint16Array): void {
  const {feature, left, right, goesLeft} = tree;
  for (let i = 0; i < rows.length; ++i) {
    const row = rows[i]!;
    let node = 0;
    while (node >= 0) node = goesLeft[node]![columns[feature[node]!]![row]!] ? left[node]! : right[node]!;
    leaves[i] = ~node;
  }
}
