import type {Ensemble, Tree} from "../contract/ensemble.ts";
import {createRandom, sample, type Random} from "../metrics/random.ts";
import type {BinnedRows, FeatureBins} from "./bins.ts";
import {leavesOf, TreeGrower, type BinnedTree} from "./grow.ts";
import {HistogramBuilder} from "./histogram.ts";
import {joinLanes} from "./lanes.ts";
import type {Parameters} from "./parameters.ts";
import {quantize} from "./quantize.ts";
import {toTree} from "./to-tree.ts";

/** Rounds in a row that may find no split, when each draws other rows or features, before boosting gives up. */
const barrenRounds = 10;

/**
 * Gradient boosting of binary log loss with Newton steps (Friedman, 2001; Chen and Guestrin, 2016). Scores start from
 * the log-odds of the share of positives, `scale_pos_weight` apart, as LightGBM's do. Everything random is drawn from `seed`.
 */
export class Booster {
  /** The prior's log-odds. */
  readonly baseScore: number;
  /** The sum of leaf values of each training row; its raw score is this plus `baseScore`. */
  readonly margins: Float64Array;
  private readonly parameters: Parameters;
  private readonly data: BinnedRows;
  private readonly labels: Uint8Array;
  private readonly bins: FeatureBins[];
  private readonly grower: TreeGrower;
  private readonly histograms: HistogramBuilder;
  private readonly random: Random;
  /** Of the features that can be split, the number, and the places of those that a round uses. */
  private readonly featureCount: number;
  private features: Int32Array;
  private bag: Int32Array;
  private outOfBag: Int32Array;
  private readonly gradients: Float64Array;
  private readonly hessians: Float64Array;
  private readonly packed: Float64Array;
  private readonly watched: {data: BinnedRows; margins: Float64Array; all: Int32Array; leaves: Uint16Array}[] = [];
  private readonly trees: Tree[] = [];
  private attempts = 0;

  constructor(data: BinnedRows, labels: Uint8Array, bins: FeatureBins[], parameters: Parameters) {
    const {seed, min_child_samples} = parameters;
    this.parameters = parameters;
    this.data = data;
    this.labels = labels;
    this.bins = bins;
    this.random = createRandom(seed);
    let positives = 0;
    for (let row = 0; row < data.rows; ++row) positives += labels[row]!;
    this.baseScore = Math.log(positives / (data.rows - positives));
    this.margins = new Float64Array(data.rows);
    this.gradients = new Float64Array(data.rows);
    this.hessians = new Float64Array(data.rows);
    this.packed = new Float64Array(data.rows);

    const columns = bins.flatMap((feature, i) => (canSplit(feature, data.columns[i]!, min_child_samples) ? [i] : []));
    const used = columns.map((i) => bins[i]!);
    this.featureCount = columns.length;
    this.features = Int32Array.from(columns.keys());
    const lanes = joinLanes(columns.map((i) => ({bins: data.columns[i]!, size: bins[i]!.bins})));
    const sizes = used.map((feature) => feature.bins);
    this.histograms = new HistogramBuilder(lanes, sizes, data.rows);
    this.grower = new TreeGrower(parameters, data, columns, used, this.histograms);
    this.bag = Int32Array.from({length: data.rows}, (_, row) => row);
    this.outOfBag = new Int32Array(0);
  }

  /** Rounds so far: the number of trees. */
  get rounds(): number {
    return this.trees.length;
  }

  /** Keeps the margins of other rows up to date from now on; to be called before the first round. */
  watch(data: BinnedRows): Float64Array {
    const margins = new Float64Array(data.rows);
    const all = Int32Array.from({length: data.rows}, (_, row) => row);
    this.watched.push({data, margins, all, leaves: new Uint16Array(data.rows)});
    return margins;
  }

  /** Adds one tree; false when there is no split left to make. */
  step(): boolean {
    const {subsample, subsample_freq, colsample_bytree} = this.parameters;
    if (this.featureCount === 0) return false;
    const sampled = (subsample < 1 && subsample_freq > 0) || colsample_bytree < 1;
    this.findGradients();
    for (let barren = 0; barren < (sampled ? barrenRounds : 1); ++barren) {
      this.drawRows();
      this.drawFeatures();
      this.attempts++;
      const index = this.bag.slice();
      const {gradients, hessians} = this;
      const quantized = quantize(gradients, hessians, index, this.packed);
      const grown = this.grower.grow({index, gradients, hessians, quantized, features: this.features});
      if (!grown) continue;
      const {tree, leafStart, leafEnd} = grown;
      const {learning_rate} = this.parameters;
      for (let leaf = 0; leaf < tree.leafValue.length; ++leaf) tree.leafValue[leaf]! *= learning_rate;
      const covers = new Float64Array(tree.leafValue.length);
      for (let leaf = 0; leaf < covers.length; ++leaf) {
        covers[leaf] = leafEnd[leaf]! - leafStart[leaf]!;
        for (let i = leafStart[leaf]!; i < leafEnd[leaf]!; ++i) this.margins[index[i]!]! += tree.leafValue[leaf]!;
      }
      this.scoreOthers(tree, covers);
      this.trees.push(toTree(tree, covers, this.bins));
      return true;
    }
    return false;
  }

  /** The ensemble of the first `rounds` trees. */
  ensemble(rounds = this.trees.length): Ensemble {
    return {featureCount: this.bins.length, baseScore: this.baseScore, trees: this.trees.slice(0, rounds)};
  }

  private findGradients(): void {
    const {margins, labels, gradients, hessians, baseScore} = this;
    const {scale_pos_weight} = this.parameters;
    for (let row = 0; row < margins.length; ++row) {
      const label = labels[row]!;
      const weight = label === 1 ? scale_pos_weight : 1;
      const probability = 1 / (1 + Math.exp(-(margins[row]! + baseScore)));
      gradients[row] = weight * (probability - label);
      hessians[row] = weight * probability * (1 - probability);
    }
  }

  /** Draws the rows of this round; between draws they stay. */
  private drawRows(): void {
    const {subsample, subsample_freq} = this.parameters;
    const {rows} = this.data;
    if (subsample >= 1 || subsample_freq === 0 || this.attempts % subsample_freq !== 0) return;
    this.bag = sample(rows, Math.max(1, Math.floor(subsample * rows)), this.random);
    this.outOfBag = complement(this.bag, rows);
  }

  private drawFeatures(): void {
    const {colsample_bytree} = this.parameters;
    if (colsample_bytree >= 1) return;
    const count = Math.max(Math.round(colsample_bytree * this.featureCount), Math.min(2, this.featureCount));
    this.features = sample(this.featureCount, count, this.random);
  }

  /** Brings the margins of rows that the tree wasn't grown on up to date, and counts the training rows among them. */
  private scoreOthers(tree: BinnedTree, covers: Float64Array): void {
    const {outOfBag} = this;
    if (outOfBag.length > 0) {
      const leaves = new Uint16Array(outOfBag.length);
      leavesOf(tree, this.data, outOfBag, leaves);
      for (let i = 0; i < outOfBag.length; ++i) {
        this.margins[outOfBag[i]!]! += tree.leafValue[leaves[i]!]!;
        covers[leaves[i]!]!++;
      }
    }
    for (const {data, margins, all, leaves} of this.watched) {
      leavesOf(tree, data, all, leaves);
      for (let row = 0; row < data.rows; ++row) margins[row]! += tree.leafValue[leaves[row]!]!;
    }
  }
}

/** Whether some split of a feature could leave `least` rows on both sides. */
function canSplit({categorical, valueBins, missingBin}: FeatureBins, column: Uint8Array, least: number): boolean {
  const rows = column.length;
  if (rows < 2 * least) return false;
  const counts = new Int32Array(256);
  for (let row = 0; row < rows; ++row) counts[column[row]!]!++;
  if (categorical) return counts.filter((count) => count > 0).length > 1;
  const enough = (left: number) => left >= least && rows - left >= least;
  let left = 0;
  for (let bin = 0; bin < valueBins; ++bin) {
    left += counts[bin]!;
    if (enough(left) || enough(left + counts[missingBin]!)) return true;
  }
  return false;
}

/** 0 … total−1 without the rows of an ascending sample. */
function complement(rows: Int32Array, total: number): Int32Array {
  const others = new Int32Array(total - rows.length);
  let next = 0;
  let count = 0;
  for (let row = 0; row < total; ++row) {
    if (rows[next] === row) ++next;
    else others[count++] = row;
  }
  return others;
}
