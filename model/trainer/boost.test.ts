import {expect, test} from "vitest";
import {ensembleSchema, type Tree} from "../contract/ensemble.ts";
import {compileEnsemble, evaluate, leafOf} from "../ensemble/evaluate.ts";
import {Booster} from "./boost.ts";
import {encodeMatrix} from "./dictionary.ts";
import type {Matrix} from "./matrix.ts";
import {parseParameters, type ParametersInput} from "./parameters.ts";
import {allRows, syntheticProblem} from "./synthetic-matrix.ts";
import {validationLoss} from "./validation-metric.ts";
import {outcomeWeights, weightedRows} from "./weights.ts";

const problem = syntheticProblem(3000);

function boost(
  {matrix, labels}: {matrix: Matrix; labels: Uint8Array},
  input: ParametersInput,
  weights: Float64Array | null = null
) {
  const parameters = parseParameters({n_estimators: 20, ...input});
  const rows = weightedRows(allRows(matrix.rows), weights);
  const dictionary = encodeMatrix(matrix);
  const watched = new Int32Array(0);
  const rounds = parameters.n_estimators;
  const booster = new Booster({dictionary, labels, weights, rows, watched, parameters, rounds});
  const {signed} = outcomeWeights(labels, weights, rows, parameters);
  const losses: number[] = [];
  while (booster.rounds < rounds && booster.step()) {
    const scores = booster.margins.map((margin) => margin + booster.baseScore);
    losses.push(validationLoss(parameters.metric, signed, scores));
  }
  return {booster, losses, ensemble: booster.ensemble()};
}

const settings: Record<string, ParametersInput> = {
  plain: {},
  shallow: {max_depth: 3, num_leaves: 64},
  penalised: {reg_alpha: 1, reg_lambda: 10, min_split_gain: 0.1, min_child_samples: 50},
  sampled: {subsample: 0.6, subsample_freq: 2, colsample_bytree: 0.5, seed: 3},
  weighted: {scale_pos_weight: 10},
  balanced: {is_unbalance: true},
  undersampled: {neg_bagging_fraction: 0.4, subsample_freq: 1, seed: 3},
  "few features a node": {feature_fraction_bynode: 0.4, seed: 3},
  monotone: {monotone_constraints: [1, -1, 1, -1, 0, 0, 1]},
  coarse: {max_bin: 16, max_cat_to_onehot: 1, cat_smooth: 1, min_data_per_group: 5}
};

test.each(Object.entries(settings))("%s: trees break no contract", (_, parameters) => {
  const {ensemble} = boost(problem, parameters);
  expect(ensembleSchema.parse(ensemble)).toEqual(ensemble);
  expect(ensemble.trees).toHaveLength(20);
  for (const tree of ensemble.trees)
    for (const value of [...tree.threshold, ...tree.leafValue, ...tree.gain]) expect(value).toSatisfy(Number.isFinite);
});

test.each(Object.entries(settings))(
  "%s: the scores that boosting tracked are the ensemble's, to the last bit",
  (_, parameters) => {
    const {ensemble, booster} = boost(problem, parameters);
    const scores = evaluate(compileEnsemble(ensemble), problem.matrix.columns);
    expect(scores).toEqual(booster.margins.map((margin) => margin + booster.baseScore));
  }
);

test.each(Object.entries(settings))("%s: covers count the training rows that pass", (_, parameters) => {
  const {ensemble} = boost(problem, parameters);
  const {matrix} = problem;
  const compiled = compileEnsemble(ensemble);
  let start = 0;
  for (const [t, tree] of ensemble.trees.entries()) {
    const counts = new Array<number>(tree.leafValue.length).fill(0);
    for (let row = 0; row < matrix.rows; ++row)
      counts[
        leafOf(
          compiled,
          t,
          matrix.columns.map((column) => column[row]!)
        ) - start
      ]!++;
    expect(tree.leafCover).toEqual(counts);
    expect(tree.nodeCover[0]).toBe(matrix.rows);
    for (const node of tree.nodeCover.keys())
      expect(coverOf(tree, tree.left[node]!) + coverOf(tree, tree.right[node]!)).toBe(tree.nodeCover[node]);
    start += tree.leafValue.length;
  }
});

function coverOf(tree: Tree, child: number): number {
  return child < 0 ? tree.leafCover[~child]! : tree.nodeCover[child]!;
}

function depthOf(tree: Tree, child: number): number {
  return child < 0 ? 0 : 1 + Math.max(depthOf(tree, tree.left[child]!), depthOf(tree, tree.right[child]!));
}

test("every leaf holds min_child_samples rows, whatever the hessians promised", () => {
  for (const tree of boost(problem, {scale_pos_weight: 30, min_child_samples: 40, n_estimators: 60}).ensemble.trees)
    expect(Math.min(...tree.leafCover)).toBeGreaterThanOrEqual(40);
});

test("trees are no deeper than max_depth and have no more than num_leaves leaves", () => {
  for (const tree of boost(problem, settings.shallow!).ensemble.trees) expect(depthOf(tree, 0)).toBeLessThanOrEqual(3);
  for (const tree of boost(problem, {num_leaves: 5}).ensemble.trees)
    expect(tree.leafValue.length).toBeLessThanOrEqual(5);
});

test.each(["plain", "penalised", "coarse"])("%s: each round lowers the training loss", (name) => {
  const {losses} = boost(problem, {...settings[name], n_estimators: 60, early_stopping_rounds: 0});
  for (const [round, loss] of losses.entries()) if (round > 0) expect(loss).toBeLessThan(losses[round - 1]!);
});

test("class weights and sample weights of the same worth give the same trees", () => {
  const weights = Float64Array.from(problem.labels, (label) => (label === 1 ? 3 : 1));
  const [byClass, bySample] = [boost(problem, {scale_pos_weight: 3}), boost(problem, {}, weights)];
  const [tree, other] = [byClass.ensemble.trees[0]!, bySample.ensemble.trees[0]!];
  // They start elsewhere: sample weights count in the prior, class weights don't.
  expect(bySample.ensemble.baseScore - byClass.ensemble.baseScore).toBeCloseTo(Math.log(3), 12);
  expect(other.splitFeature[0]).toBe(tree.splitFeature[0]);
  const positives = problem.labels.reduce((sum, label) => sum + label, 0);
  const balanced = boost(problem, {is_unbalance: true}).ensemble;
  const share = Math.max(positives, 3000 - positives) / Math.min(positives, 3000 - positives);
  const flip = positives > 1500;
  if (!flip) expect(balanced).toEqual(boost(problem, {scale_pos_weight: share}).ensemble);
});

test("a row of weight 0 is as good as absent", () => {
  const weights = Float64Array.from(problem.labels, (_, row) => (row % 3 === 0 ? 0 : 0.5 + (row % 5)));
  const {ensemble} = boost(problem, {n_estimators: 5}, weights);
  const kept = allRows(3000).filter((row) => row % 3 !== 0);
  const part = {
    matrix: {
      ...problem.matrix,
      rows: kept.length,
      columns: problem.matrix.columns.map((column) => Float32Array.from(kept, (row) => column[row]!))
    },
    labels: Uint8Array.from(kept, (row) => problem.labels[row]!)
  };
  expect(
    boost(
      part,
      {n_estimators: 5},
      Float64Array.from(kept, (row) => weights[row]!)
    ).ensemble
  ).toEqual(ensemble);
});

test("a row of weight 2 is as good as two", () => {
  const twice = allRows(3000).filter((row) => row % 2 === 0);
  const all = [...allRows(3000), ...twice];
  const repeated = {
    matrix: {
      ...problem.matrix,
      rows: all.length,
      columns: problem.matrix.columns.map((column) => Float32Array.from(all, (row) => column[row]!))
    },
    labels: Uint8Array.from(all, (row) => problem.labels[row]!)
  };
  const loose = {
    n_estimators: 3,
    min_child_samples: 1,
    min_child_weight: 5,
    max_bin: 255,
    min_data_in_bin: 1,
    num_leaves: 4
  };
  const weights = Float64Array.from({length: 3000}, (_, row) => (row % 2 === 0 ? 2 : 1));
  // Of columns whose bins the weights don't change.
  const few = ({matrix, labels}: typeof problem) => {
    return {matrix: {...matrix, inputs: matrix.inputs.slice(2, 4), columns: matrix.columns.slice(2, 4)}, labels};
  };
  const [a, b] = [boost(few(problem), loose, weights).ensemble, boost(few(repeated), loose).ensemble];
  expect(b.baseScore).toBeCloseTo(a.baseScore, 12);
  for (const [t, tree] of a.trees.entries()) {
    expect(b.trees[t]!.splitFeature).toEqual(tree.splitFeature);
    expect(b.trees[t]!.threshold).toEqual(tree.threshold);
    for (const [leaf, value] of tree.leafValue.entries()) expect(b.trees[t]!.leafValue[leaf]).toBeCloseTo(value, 6);
  }
});

test("undersampling leaves rows of one outcome out, and still counts them", () => {
  const {ensemble} = boost(problem, {neg_bagging_fraction: 0.1, subsample_freq: 1, n_estimators: 10});
  const plain = boost(problem, {n_estimators: 10}).ensemble;
  expect(ensemble.trees[0]!.nodeCover[0]).toBe(3000);
  const mean = (trees: Tree[]) => {
    const scores = evaluate(compileEnsemble({...plain, trees}), problem.matrix.columns);
    return scores.reduce((sum, score) => sum + score, 0) / scores.length;
  };
  expect(mean(ensemble.trees)).toBeGreaterThan(mean(plain.trees) + 0.5);
});

test("a seed gives one ensemble, and another seed another", () => {
  const json = (seed: number) => JSON.stringify(boost(problem, {...settings.sampled, seed}).ensemble);
  expect(json(3)).toBe(json(3));
  expect(json(3)).not.toBe(json(4));
});

test("the order of the rows matters no more than rounding does", () => {
  const {matrix, labels} = problem;
  const reversed = {
    matrix: {...matrix, columns: matrix.columns.map((column) => column.slice().reverse())},
    labels: labels.slice().reverse()
  };
  const [a, b] = [boost(problem, {n_estimators: 1}).ensemble, boost(reversed, {n_estimators: 1}).ensemble];
  expect(b.baseScore).toBe(a.baseScore);
  const [tree, other] = [a.trees[0]!, b.trees[0]!];
  expect(other.splitFeature).toEqual(tree.splitFeature);
  expect(other.threshold).toEqual(tree.threshold);
  expect(other.leafCover).toEqual(tree.leafCover);
  for (const [leaf, value] of tree.leafValue.entries()) expect(other.leafValue[leaf]).toBeCloseTo(value, 7);
});

test("boosting starts from the share of positives", () => {
  const {booster} = boost(problem, {n_estimators: 1});
  const share = problem.labels.reduce((sum, label) => sum + label, 0) / problem.labels.length;
  expect(1 / (1 + Math.exp(-booster.baseScore))).toBeCloseTo(share, 12);
});

test("where nothing was missing in training, a missing value goes with most rows", () => {
  const rows = 100;
  const column = Float32Array.from({length: rows}, (_, row) => row);
  const labels = Uint8Array.from(column, (value) => (value < 31 ? 1 : 0));
  const matrix = {rows, inputs: [{id: "x", categories: null}], columns: [column]};
  const tree = boost({matrix, labels}, {num_leaves: 2, n_estimators: 1}).ensemble.trees[0]!;
  expect(tree.threshold).toEqual([30.5]);
  expect(tree.missing).toEqual(["nan"]);
  expect(tree.defaultLeft).toEqual([false]);
});

test("missing values alone can be told from all others", () => {
  const rows = 100;
  const column = Float32Array.from({length: rows}, (_, row) => (row % 4 === 0 ? NaN : row));
  const labels = Uint8Array.from(column, (value) => (Number.isNaN(value) ? 1 : 0));
  const matrix = {rows, inputs: [{id: "x", categories: null}], columns: [column]};
  const tree = boost({matrix, labels}, {num_leaves: 2, n_estimators: 1}).ensemble.trees[0]!;
  expect(tree.leafCover).toEqual([75, 25]);
  expect(tree.threshold[0]).toBeGreaterThan(1e38);
  expect(tree.defaultLeft).toEqual([false]);
});

test.each([
  ["constant columns", 50, () => 7],
  ["columns that are all missing", 200, () => NaN],
  ["three rows", 3, (row: number) => row]
])("with %s there is no tree, and the score is the prior's", (_, rows, value) => {
  const column = Float32Array.from({length: rows}, (_, row) => value(row));
  const matrix = {
    rows,
    inputs: [
      {id: "x", categories: null},
      {id: "y", categories: Array.from({length: 60}, (_, code) => String(code))}
    ],
    columns: [column, column]
  };
  const {ensemble} = boost({matrix, labels: Uint8Array.from(column, (_, row) => row % 2)}, {});
  expect(ensemble.trees).toEqual([]);
  expect(ensemble.baseScore).toSatisfy(Number.isFinite);
});

test("constant and all-missing columns among others change nothing", () => {
  const {matrix, labels} = problem;
  const extra = [new Float32Array(3000).fill(7), new Float32Array(3000).fill(NaN)];
  const wider = {
    ...matrix,
    inputs: [...matrix.inputs, {id: "constant", categories: null}, {id: "missing", categories: null}],
    columns: [...matrix.columns, ...extra]
  };
  expect(boost({matrix: wider, labels}, {}).ensemble.trees).toEqual(boost(problem, {}).ensemble.trees);
});

test("100,000 categories train a sound model", () => {
  const rows = 120_000;
  const categories = Array.from({length: 100_000}, (_, code) => String(code));
  const matrix = {
    rows,
    inputs: [{id: "id", categories}],
    columns: [Float32Array.from({length: rows}, (_, row) => row % 100_000)]
  };
  const labels = Uint8Array.from({length: rows}, (_, row) => Number(row % 7 === 0));
  const {ensemble, booster} = boost({matrix, labels}, {cat_smooth: 1, min_data_in_bin: 1, min_data_per_group: 1});
  expect(booster.margins.every(Number.isFinite)).toBe(true);
  expect(ensembleSchema.parse(ensemble)).toEqual(ensemble);
});

test("a category for nearly every row trains a sound model", () => {
  const rows = 2000;
  const categories = Array.from({length: 5000}, (_, code) => String(code));
  const matrix = {
    rows,
    inputs: [{id: "id", categories}, problem.matrix.inputs[0]!],
    columns: [Float32Array.from({length: rows}, (_, row) => row), problem.matrix.columns[0]!.slice(0, rows)]
  };
  const {booster} = boost({matrix, labels: problem.labels.slice(0, rows)}, {cat_smooth: 1, min_data_per_group: 1});
  expect(booster.margins.every(Number.isFinite)).toBe(true);
});
