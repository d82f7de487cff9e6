import {sample, type Random} from "../metrics/random.ts";
import type {FeatureBins} from "./bins.ts";
import type {FitMemory, Layout} from "./fit-memory.ts";
import type {Steps} from "./quantize.ts";
import {gainOf, isFound, readRecord, recordBytes} from "./records.ts";
import {noSplit, SplitSearch, type SearchedNode, type SplitChoice} from "./split.ts";
import {frame, setNode, tasks, type TaskKind} from "./tasks.ts";

/** A tree over bins: what `toTree` needs to write it down. */
export interface BinnedTree {
  /** Per internal node: the place of its feature. */
  feature: number[];
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

/** What a tree is grown on: the sample in `Layout.index`, its sums in steps, and the features to search. */
export interface GrowInput {
  count: number;
  gradient: number;
  hessian: number;
  steps: Steps;
  features: Int32Array;
}

/** A grown tree and which rows of `Layout.index` each leaf has: those from leafStart[k] to leafEnd[k]. */
export interface GrownTree {
  tree: BinnedTree;
  leafStart: Int32Array;
  leafEnd: Int32Array;
}

interface Leaf {
  /** Of its rows in the index: the first, and how many. */
  start: number;
  count: number;
  /** Sums in steps. */
  gradient: number;
  hessian: number;
  depth: number;
  /** L2 penalty of its value: larger under a split by a set of categories. */
  l2: number;
  /** Bounds of its value. */
  lower: number;
  upper: number;
  /** Address; 0 when no split is to be searched. */
  histogram: number;
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
  private readonly memory: FitMemory;
  private readonly layout: Layout;
  private readonly bins: FeatureBins[];
  /** Histograms that no leaf has. */
  private readonly free: number[];
  private readonly runTask: (kind: TaskKind, parts: number) => void;
  /** Draws the features that a node sees. */
  private readonly random: Random;
  private search: SplitSearch;
  private steps: Steps = {gradientStep: 1, hessianStep: 1};
  private treeFeatures: Int32Array = new Int32Array(0);

  constructor(
    memory: FitMemory,
    layout: Layout,
    bins: FeatureBins[],
    histograms: number[],
    runTask: (kind: TaskKind, parts: number) => void,
    random: Random
  ) {
    this.memory = memory;
    this.layout = layout;
    this.bins = bins;
    this.free = histograms;
    this.runTask = runTask;
    this.random = random;
    this.search = new SplitSearch(layout.parameters, this.steps);
  }

  /** Grows one tree, and leaves its nodes' columns, children and tables in the layout; null when the root has no split. */
  grow({count, gradient, hessian, steps, features}: GrowInput): GrownTree | null {
    const {reg_lambda, num_leaves} = this.layout.parameters;
    this.steps = steps;
    this.search = new SplitSearch(this.layout.parameters, steps);
    this.treeFeatures = features;
    const root: Leaf = {
      ...{start: 0, count, gradient, hessian, depth: 0, l2: reg_lambda, lower: -Infinity, upper: Infinity},
      ...{histogram: 0, best: noSplit(), strictness: 1, features, parent: -1, onLeft: false}
    };
    if (this.mayBeSplit(root)) {
      root.histogram = this.free.pop()!;
      this.buildAndSearch(root, null, features, [root]);
    }
    const leaves = [root];
    const tree: BinnedTree = {feature: [], left: [], right: [], splits: [], leafValue: new Float64Array(0)};
    while (leaves.length < num_leaves) {
      let k = 0;
      for (let i = 1; i < leaves.length; ++i) if (leaves[i]!.best.gain > leaves[k]!.best.gain) k = i;
      const leaf = leaves[k]!;
      if (leaf.best.gain === -Infinity) break;
      const children = this.split(leaf, tree, leaves.length + 1 < num_leaves);
      if (!children) {
        this.searchAgain(leaf);
        continue;
      }
      const node = tree.feature.length - 1;
      if (leaf.parent >= 0) (leaf.onLeft ? tree.left : tree.right)[leaf.parent] = node;
      tree.left[node] = ~k;
      tree.right[node] = ~leaves.length;
      leaves[k] = children[0];
      leaves.push(children[1]);
    }
    for (const {histogram} of leaves) if (histogram !== 0) this.free.push(histogram);
    if (leaves.length === 1) return null;
    this.writeNodes(tree);
    tree.leafValue = Float64Array.from(leaves, ({gradient, hessian, l2, lower, upper}) =>
      this.search.value(gradient, hessian, l2, lower, upper)
    );
    return {
      tree,
      leafStart: Int32Array.from(leaves, ({start}) => start),
      leafEnd: Int32Array.from(leaves, ({start, count}) => start + count)
    };
  }

  private mayBeSplit({count, depth}: Leaf): boolean {
    const {max_depth, min_child_samples} = this.layout.parameters;
    return count >= 2 * min_child_samples && count >= 2 && (max_depth < 0 || depth < max_depth);
  }

  /**
   * Builds a leaf's histogram of `needed` features, takes it from its sibling's where there is one, and finds the best
   * splits of `searched`, two leaves at most.
   */
  private buildAndSearch(built: Leaf, sibling: Leaf | null, needed: Int32Array, searched: Leaf[]): void {
    const {layout, memory} = this;
    const at = layout.frame / 8;
    memory.f64[at + frame.start] = layout.index + 4 * built.start;
    memory.f64[at + frame.end] = layout.index + 4 * (built.start + built.count);
    memory.f64[at + frame.small] = built.histogram;
    memory.f64[at + frame.large] = sibling?.histogram ?? 0;
    this.markFeatures(layout.needed, needed);
    this.searchLeaves(searched, (parts) => this.runTask(tasks.search, parts));
  }

  /** Searches a leaf once more, when its best split turned out to leave too few rows on a side. */
  private searchAgain(leaf: Leaf): void {
    this.memory.f64[this.layout.frame / 8 + frame.small] = 0;
    this.searchLeaves([leaf], (parts) => this.runTask(tasks.search, parts));
  }

  private searchLeaves(leaves: Leaf[], run: (parts: number) => void): void {
    const {layout, memory, search} = this;
    const {min_split_gain} = layout.parameters;
    const scores = leaves.map((leaf) => search.score(this.nodeOf(leaf, 0)));
    const chosen = leaves.map((leaf) => this.drawFeatures(leaf));
    for (const k of [0, 1] as const) {
      const leaf = leaves[k];
      const floor = leaf ? scores[k]! + min_split_gain / search.gainUnit : 0;
      setNode(memory, layout, k, leaf ? this.nodeOf(leaf, floor) : null, leaf?.histogram ?? 0);
      if (leaf) this.markFeatures(layout.searched[k], chosen[k]!);
    }
    run(layout.units.length);
    for (const [k, leaf] of leaves.entries()) this.takeBest(leaf, layout.records[k]!, scores[k]!, chosen[k]!);
  }

  private nodeOf({count, gradient, hessian, strictness, lower, upper}: Leaf, floor: number): SearchedNode {
    const least = this.search.leastHessian(count, hessian, strictness);
    return {count, gradient, hessian, least, floor, lower, upper};
  }

  private markFeatures(address: number, features: Int32Array): void {
    const {bytes} = this.memory;
    bytes.fill(0, address, address + this.layout.features.length);
    for (const feature of features) bytes[address + feature] = 1;
  }

  /** The features of a leaf that its search sees. */
  private drawFeatures(leaf: Leaf): Int32Array {
    const share = this.layout.parameters.feature_fraction_bynode;
    if (share === 1) return leaf.features;
    const all = this.treeFeatures;
    const drawn = new Set(
      sample(all.length, Math.max(1, Math.round(share * all.length)), this.random).map((place) => all[place]!)
    );
    return leaf.features.filter((feature) => drawn.has(feature));
  }

  /** Sets a leaf's best split from the records; its gain becomes what it adds, in units of the loss. */
  private takeBest(leaf: Leaf, records: number, score: number, searched: Int32Array): void {
    const {memory, layout, search} = this;
    let best = -1;
    let most = -Infinity;
    const barren = new Set<number>();
    for (const feature of searched) {
      const record = records + feature * recordBytes;
      if (!isFound(memory, record)) barren.add(feature);
      else if (gainOf(memory, record) > most) {
        most = gainOf(memory, record);
        best = feature;
      }
    }
    leaf.best = best < 0 ? noSplit() : readRecord(memory, records + best * recordBytes, best);
    if (best >= 0) leaf.best.gain = (most - score) * search.gainUnit - layout.parameters.min_split_gain;
    // As in LightGBM, a feature without any gain here isn't tried again further down.
    if (barren.size > 0) leaf.features = leaf.features.filter((feature) => !barren.has(feature));
  }

  /**
   * Applies a leaf's best split. Returns the children, searched where they may be split further, or null when one has
   * too few rows after all: the leaf is then to be searched again.
   */
  private split(leaf: Leaf, tree: BinnedTree, more: boolean): [Leaf, Leaf] | null {
    const {layout} = this;
    const {best, start, count} = leaf;
    const feature = layout.features[best.feature]!;
    const defaultLeft = best.missingLeft ?? 2 * best.leftHessian >= leaf.hessian;
    const node = tree.feature.length;
    const table = layout.tables + 256 * node;
    this.writeTable(table, best, defaultLeft);
    const leftCount = this.partition(start, count, layout.columns + best.feature * layout.rows, table);
    const rightCount = count - leftCount;
    const {min_child_samples} = layout.parameters;
    const smaller = Math.min(leftCount, rightCount);
    if (smaller < min_child_samples) {
      // The hessians promised more rows than there are: ask for as many more.
      leaf.strictness *= Math.max(1.1, Math.min(4, min_child_samples / Math.max(smaller, 1)));
      return null;
    }
    tree.feature.push(best.feature);
    tree.left.push(0);
    tree.right.push(0);
    tree.splits.push({bin: best.bin, bins: best.bins, defaultLeft, gain: best.gain});

    const {leftGradient, leftHessian} = best;
    const rightGradient = leaf.gradient - leftGradient;
    const rightHessian = leaf.hessian - leftHessian;
    const common = {
      ...{depth: leaf.depth + 1, l2: this.search.outputL2(best, feature), histogram: 0, strictness: 1},
      ...{features: leaf.features, parent: node, lower: leaf.lower, upper: leaf.upper}
    };
    const sums = {gradient: leftGradient, hessian: leftHessian};
    const left: Leaf = {...common, ...sums, start, count: leftCount, best: noSplit(), onLeft: true};
    const rest = {gradient: rightGradient, hessian: rightHessian};
    const right: Leaf = {
      ...common,
      ...rest,
      start: start + leftCount,
      count: rightCount,
      best: noSplit(),
      onLeft: false
    };
    if (feature.monotone !== 0 && best.bin < feature.valueBins - 1) this.bound(left, right, feature.monotone);
    if (more && (this.mayBeSplit(left) || this.mayBeSplit(right))) this.searchChildren(leaf, left, right);
    else this.free.push(leaf.histogram);
    leaf.histogram = 0;
    return [left, right];
  }

  /** Keeps all values of two children on their sides of the middle, in the order asked. */
  private bound(left: Leaf, right: Leaf, monotone: number): void {
    const value = ({gradient, hessian, l2, lower, upper}: Leaf) =>
      this.search.value(gradient, hessian, l2, lower, upper);
    const middle = (value(left) + value(right)) / 2;
    const [low, high] = monotone > 0 ? [left, right] : [right, left];
    low.upper = Math.min(low.upper, middle);
    high.lower = Math.max(high.lower, middle);
  }

  /** Builds the histogram of the smaller child; the larger one's is what is left of the parent's. */
  private searchChildren(leaf: Leaf, left: Leaf, right: Leaf): void {
    const [small, large] = left.count <= right.count ? [left, right] : [right, left];
    small.histogram = this.free.pop()!;
    large.histogram = leaf.histogram;
    const searched = [small, large].filter((child) => this.mayBeSplit(child));
    this.buildAndSearch(small, this.mayBeSplit(large) ? large : null, small.features, searched);
    for (const child of [small, large]) {
      if (searched.includes(child)) continue;
      this.free.push(child.histogram);
      child.histogram = 0;
    }
  }

  /** Writes, for each bin, whether it goes left. */
  private writeTable(address: number, {bin, bins: chosen, feature}: SplitChoice, defaultLeft: boolean): void {
    const table = this.memory.bytes.subarray(address, address + 256);
    table.fill(0);
    if (chosen) for (const one of chosen) table[one] = 1;
    else table.fill(1, 0, bin + 1);
    table[this.bins[feature]!.missingBin] = Number(defaultLeft);
  }

  /** Parts a leaf's rows, those that go left first; returns how many there are. */
  private partition(start: number, count: number, column: number, table: number): number {
    const {kernels} = this.memory;
    const {index, spill} = this.layout;
    const from = index + 4 * start;
    // Addresses come back signed.
    return ((kernels.partition(from, from + 4 * count, column, table, spill) >>> 0) - from) / 4;
  }

  private writeNodes({feature, left, right}: BinnedTree): void {
    const {i32} = this.memory;
    for (const [node, column] of feature.entries()) {
      const at = this.layout.nodes / 4 + 4 * node;
      // Right before left: the kernel steps back by 4 bytes where a bin goes left.
      i32[at] = column;
      i32[at + 1] = left[node]!;
      i32[at + 2] = right[node]!;
    }
  }
}
