import type {Ensemble, Tree} from "../contract/ensemble.ts";
import {createRandom, sample, type Random} from "../metrics/random.ts";
import {findBins, type FeatureBins} from "./bins.ts";
import type {Dictionary} from "./dictionary.ts";
import {blockRows, giveMemory, type FitMemory, type Layout} from "./fit-memory.ts";
import {TreeGrower, type BinnedTree} from "./grow.ts";
import {layOut, treeFeatures, type WatchedRows} from "./lay-out.ts";
import type {Parameters} from "./parameters.ts";
import {stepScales, type Steps} from "./quantize.ts";
import {frame, TaskRunner, tasks, type TaskKind} from "./tasks.ts";
import type {Team} from "./team.ts";
import {toTree} from "./to-tree.ts";
import {outcomeWeights} from "./weights.ts";

/** Rounds in a row that may find no split, when each draws other rows or features, before boosting gives up. */
const barrenRounds = 10;

export interface BoosterRequest {
  dictionary: Dictionary;
  /** 0 or 1 of each row of the dictionary, and what each weighs (1 when null). */
  labels: Uint8Array;
  weights: Float64Array | null;
  /** Rows to train on, ascending, of weights above 0; bins are found from these alone. */
  rows: Int32Array;
  /** Rows whose scores are kept up to date. */
  watched: Int32Array;
  parameters: Parameters;
  /** Rounds to come: a forest's trees are averaged over so many. */
  rounds: number;
  /** Threads to share the work with. */
  team?: Team | undefined;
}

/**
 * Gradient boosting of binary log loss with Newton steps (Friedman, 2001; Chen and Guestrin, 2016). Scores start from
 * the log-odds of the share of positives, weights of the outcomes apart, as LightGBM's do. Everything random is drawn
 * from `seed`. A random forest takes each tree's step from there, and averages the steps.
 */
export class Booster {
  /** The prior's log-odds. */
  readonly baseScore: number;
  /**
   * The sum of leaf values of each training row (of boosted trees; a forest keeps none), and of each watched row: raw
   * scores are these plus `baseScore`. They are of shared memory that `close` gives back.
   */
  readonly margins: Float64Array;
  readonly watched: Float64Array;
  private readonly parameters: Parameters;
  private readonly bins: FeatureBins[];
  private readonly memory: FitMemory;
  private readonly layout: Layout;
  private readonly watchedRows: WatchedRows;
  /** Of the features that can be split, the columns. */
  private readonly columns: number[];
  private readonly packsTrees: boolean;
  private readonly grower: TreeGrower;
  private readonly random: Random;
  private readonly runTask: (kind: TaskKind, parts: number) => void;
  private readonly shrinkage: number;
  /** Rows of either outcome, which are drawn from apart. */
  private readonly byOutcome: [Int32Array, Int32Array];
  private features: Int32Array;
  private bag: Int32Array;
  private outOfBag: Int32Array = new Int32Array(0);
  private readonly trees: Tree[] = [];
  private attempts = 0;

  constructor({dictionary, labels, weights, rows, watched, parameters, rounds, team}: BoosterRequest) {
    this.parameters = parameters;
    this.random = createRandom(parameters.seed);
    this.shrinkage = parameters.boosting === "rf" ? 1 / rounds : parameters.learning_rate;
    this.bins = findBins(dictionary, rows, parameters);
    const laid = layOut({dictionary, bins: this.bins, rows, watched, parameters, threads: team?.threads ?? 1});
    this.memory = laid.memory;
    this.layout = laid.layout;
    this.watchedRows = laid.watched;
    this.columns = laid.columns;
    this.packsTrees = laid.packsTrees;
    const {f64} = this.memory;
    const {margins, weights: weightsAt} = this.layout;
    this.margins = f64.subarray(margins / 8, margins / 8 + rows.length);
    this.watched = f64.subarray(laid.watched.margins / 8, laid.watched.margins / 8 + watched.length);

    const {signed, baseScore} = outcomeWeights(labels, weights, rows, parameters);
    f64.set(signed, weightsAt / 8);
    this.baseScore = baseScore;
    const all = Int32Array.from(rows.keys());
    this.byOutcome = [all.filter((row) => signed[row]! < 0), all.filter((row) => signed[row]! > 0)];
    this.bag = all;
    this.features = Int32Array.from(this.columns.keys());
    const runner = new TaskRunner(this.memory, this.layout, 0);
    this.runTask = team
      ? team.attach(this.memory, this.layout)
      : (kind, parts) => {
          for (let part = 0; part < parts; ++part) runner.run(kind, part);
        };
    const usedBins = this.columns.map((column) => this.bins[column]!);
    this.grower = new TreeGrower(this.memory, this.layout, usedBins, laid.histograms, this.runTask, this.random);
  }

  /** Rounds so far: the number of trees. */
  get rounds(): number {
    return this.trees.length;
  }

  /** Adds one tree; false when there is no split left to make. */
  step(): boolean {
    const {colsample_bytree, feature_fraction_bynode} = this.parameters;
    if (this.columns.length === 0) return false;
    const sampled = this.samplesRows() || colsample_bytree < 1 || feature_fraction_bynode < 1;
    for (let barren = 0; barren < (sampled ? barrenRounds : 1); ++barren) {
      this.drawRows();
      this.drawFeatures();
      this.attempts++;
      const {index} = this.layout;
      this.memory.i32.set(this.bag, index / 4);
      const grown = this.grower.grow({...this.quantize(), count: this.bag.length, features: this.features});
      if (!grown) continue;
      const {tree, leafStart, leafEnd} = grown;
      for (let leaf = 0; leaf < tree.leafValue.length; ++leaf) tree.leafValue[leaf]! *= this.shrinkage;
      if (this.parameters.boosting === "gbdt")
        for (const [leaf, value] of tree.leafValue.entries())
          this.memory.kernels.addToRows(
            index + 4 * leafStart[leaf]!,
            index + 4 * leafEnd[leaf]!,
            this.layout.margins,
            value
          );
      const covers = Float64Array.from(leafStart, (start, leaf) => leafEnd[leaf]! - start);
      this.scoreOthers(tree, covers);
      this.trees.push(toTree(tree, covers, this.columns, this.bins));
      return true;
    }
    return false;
  }

  /** The ensemble of the trees so far. */
  ensemble(): Ensemble {
    return {featureCount: this.bins.length, baseScore: this.baseScore, trees: [...this.trees]};
  }

  /** Gives the memory back: of this booster nothing but its ensemble may be used afterwards. */
  close(): void {
    giveMemory(this.memory.memory);
  }

  /** Computes the gradients of the sample, rounds them to steps, and sums these. */
  private quantize(): {gradient: number; hessian: number; steps: Steps} {
    const {memory, layout, bag} = this;
    const at = layout.frame / 8;
    const blocks = Math.ceil(bag.length / blockRows);
    const sumBlocks = (place: number) => {
      let sum = 0;
      for (let block = 0; block < blocks; ++block) sum += memory.f64[layout.blockSums / 8 + 4 * block + place]!;
      return sum;
    };
    memory.f64[at + frame.sample] = bag.length;
    memory.f64[at + frame.baseScore] = this.baseScore;
    this.runTask(tasks.gradients, blocks);
    const {gradientScale, hessianScale} = stepScales(sumBlocks(0), sumBlocks(1), bag.length);
    const steps = {gradientStep: 1 / gradientScale, hessianStep: 1 / hessianScale};
    memory.f64[at + frame.gradientScale] = gradientScale;
    memory.f64[at + frame.hessianScale] = hessianScale;
    memory.f64[at + frame.gradientStep] = steps.gradientStep;
    memory.f64[at + frame.hessianStep] = steps.hessianStep;
    this.runTask(tasks.quantize, blocks);
    return {gradient: sumBlocks(2), hessian: sumBlocks(3), steps};
  }

  private samplesRows(): boolean {
    const {subsample, subsample_freq, pos_bagging_fraction, neg_bagging_fraction} = this.parameters;
    return subsample_freq > 0 && (subsample < 1 || pos_bagging_fraction < 1 || neg_bagging_fraction < 1);
  }

  /** Draws the rows of this round; between draws they stay. */
  private drawRows(): void {
    const {subsample, subsample_freq, pos_bagging_fraction, neg_bagging_fraction} = this.parameters;
    const {rows} = this.layout;
    if (!this.samplesRows() || this.attempts % subsample_freq !== 0) return;
    if (subsample < 1) this.bag = sample(rows, Math.max(1, Math.floor(subsample * rows)), this.random);
    else {
      const parts = [neg_bagging_fraction, pos_bagging_fraction].map((fraction, outcome) => {
        const all = this.byOutcome[outcome]!;
        const drawn = sample(all.length, Math.max(1, Math.floor(fraction * all.length)), this.random);
        return drawn.map((place) => all[place]!);
      });
      this.bag = Int32Array.from([...parts[0]!, ...parts[1]!]).sort();
    }
    this.outOfBag = complement(this.bag, rows);
  }

  /** Draws the features of this round, and packs them side by side where that pays. */
  private drawFeatures(): void {
    const all = this.columns.length;
    const count = treeFeatures(all, this.parameters);
    if (count < all) this.features = sample(all, count, this.random);
    if (!this.packsTrees) return;
    const {slots, groups} = this.layout;
    const {i32} = this.memory;
    i32.fill(-1, slots / 4, slots / 4 + 16 * groups.length);
    i32.set(this.features, slots / 4);
    this.runTask(tasks.packLines, groups.length);
  }

  /** Brings the margins of rows that the tree wasn't grown on up to date, and counts the training rows among them. */
  private scoreOthers({leafValue}: BinnedTree, covers: Float64Array): void {
    const {outOfBag, memory, layout} = this;
    const {others, columns, rows, margins, nodes, tables, leaves} = layout;
    for (const [leaf, value] of leafValue.entries()) {
      memory.f64[leaves / 8 + 2 * leaf] = value;
      memory.i32[leaves / 4 + 4 * leaf + 2] = 0;
    }
    if (outOfBag.length > 0) {
      memory.i32.set(outOfBag, others / 4);
      memory.kernels.scoreRows(others, others + 4 * outOfBag.length, columns, rows, margins, nodes, tables, leaves);
      for (let leaf = 0; leaf < covers.length; ++leaf) covers[leaf]! += memory.i32[leaves / 4 + 4 * leaf + 2]!;
      // A forest's trees don't correct one another.
      if (this.parameters.boosting === "rf") this.margins.fill(0);
    }
    const {index, ...watched} = this.watchedRows;
    const end = index + 4 * watched.rows;
    memory.kernels.scoreRows(index, end, watched.columns, watched.rows, watched.margins, nodes, tables, leaves);
  }
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
