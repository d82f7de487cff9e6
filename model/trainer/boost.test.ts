import {expect, test} from "vitest";
import {ensembleSchema, type Tree} from "../contract/ensemble.ts";
import {compileEnsemble, evaluate, leafOf} from "../ensemble/evaluate.ts";
import {binRows, findBins} from "./bins.ts";
import {Booster} from "./boost.ts";
import {encodeMatrix} from "./dictionary.ts";
import type {Matrix} from "./matrix.ts";
import {parseParameters, type ParametersInput} from "./parameters.ts";
import {allRows, syntheticProblem} from "./synthetic-matrix.ts";
import {validationLoss} from "./validation-metric.ts";

const problem = syntheticProblem(3000);

function boost({matrix, labels}: {matrix: Matrix; labels: Uint8Array}, input: ParametersInput) {
  const parameters = parseParameters({n_estimators: 20, ...input});
  const dictionary = encodeMatrix(matrix);
  const rows = allRows(matrix.rows);
  const bins = findBins(dictionary, rows, parameters);
  const booster = new Booster(binRows(dictionary, rows, bins), labels, bins, parameters);
  const losses: number[] = [];
  while (booster.rounds < parameters.n_estimators && booster.step()) {
    const scores = booster.margins.map((margin) => margin + booster.baseScore);
    losses.push(validationLoss(parameters, labels, scores));
  }
  return {booster, losses, ensemble: booster.ensemble()};
}

const settings: Record<string, ParametersInput> = {
  plain: {},
  shallow: {max_depth: 3, num_leaves: 64},
  penalised: {reg_alpha: 1, reg_lambda: 10, min_split_gain: 0.1, min_child_samples: 50},
  sampled: {subsample: 0.6, subsample_freq: 2, colsample_bytree: 0.5, seed: 3},
  weighted: {scale_pos_weight: 10},
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
  for (const [leaf, value] of tree.leafValue.entries()) expect(other.leafValue[leaf]).toBeCloseTo(value, 10);
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
  ["columns that are all missing", 50, () => NaN],
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
