import {expect, test} from "vitest";
import {compileEnsemble, evaluate} from "../ensemble/evaluate.ts";
import {auc} from "../metrics/ranking.ts";
import {syntheticProblem} from "./synthetic-matrix.ts";
import {train} from "./train.ts";

const {matrix, labels} = syntheticProblem(2000);

test("the model ranks rows that it never saw", async () => {
  const {ensemble, rounds} = await train(matrix, labels, {n_estimators: 40, learning_rate: 0.05});
  expect(rounds).toBe(40);
  const other = syntheticProblem(2000, 77);
  expect(auc(evaluate(compileEnsemble(ensemble), other.matrix.columns), other.labels)).toBeGreaterThan(0.75);
});

test("rounds may be given, or found by early stopping", async () => {
  expect((await train(matrix, labels, {n_estimators: 40}, {rounds: 4})).ensemble.trees).toHaveLength(4);
  expect((await train(matrix, labels, {n_estimators: 500, early_stopping_rounds: 8})).rounds).toBeLessThan(490);
});

const sampled = {subsample: 0.7, subsample_freq: 1, colsample_bytree: 0.5};
test.each([
  ["plain", {}],
  ["sampled", sampled],
  ["stopped early", {early_stopping_rounds: 5}],
  ["monotone", {monotone_constraints: "1,0,0,0,0,0,1"}],
  ["a forest", {boosting: "rf" as const, ...sampled}]
])("%s: one thread or three, and again, the model is the same to the last byte", async (_, parameters) => {
  const large = syntheticProblem(20_000, 5);
  const models = [];
  for (const threads of [1, 3, 1])
    models.push(await train(large.matrix, large.labels, {n_estimators: 25, ...parameters}, {threads}));
  expect(JSON.stringify(models[1])).toBe(JSON.stringify(models[0]));
  expect(JSON.stringify(models[2])).toBe(JSON.stringify(models[0]));
});

test("a forest ranks rows that it never saw, and its scores are means of its trees'", async () => {
  const parameters = {boosting: "rf" as const, n_estimators: 50, subsample: 0.6, subsample_freq: 1};
  const {ensemble, rounds} = await train(matrix, labels, parameters);
  expect(rounds).toBe(50);
  const other = syntheticProblem(2000, 77);
  expect(auc(evaluate(compileEnsemble(ensemble), other.matrix.columns), other.labels)).toBeGreaterThan(0.75);
  // The same draws give the same trees, each of which then has a half instead of a fiftieth of a say.
  const two = (await train(matrix, labels, {...parameters, n_estimators: 2})).ensemble;
  for (const [t, tree] of two.trees.entries()) {
    expect(tree.splitFeature).toEqual(ensemble.trees[t]!.splitFeature);
    for (const [leaf, value] of tree.leafValue.entries())
      expect(value).toBeCloseTo(25 * ensemble.trees[t]!.leafValue[leaf]!, 12);
  }
});

test("a single tree is one round at full rate", async () => {
  const {ensemble} = await train(matrix, labels, {n_estimators: 1, learning_rate: 1, num_leaves: 8});
  expect(ensemble.trees).toHaveLength(1);
  expect(ensemble.trees[0]!.leafValue).toHaveLength(8);
});

test("weights move the prior and the trees", async () => {
  const weights = labels.map((label) => (label === 1 ? 2 : 1));
  const weighted = (await train(matrix, labels, {n_estimators: 2}, {weights})).ensemble;
  const plain = (await train(matrix, labels, {n_estimators: 2})).ensemble;
  expect(weighted.baseScore - plain.baseScore).toBeCloseTo(Math.log(2), 12);
  expect(weighted.trees).not.toEqual(plain.trees);
  const same = await train(matrix, labels, {n_estimators: 2}, {weights: labels.map(() => 1)});
  expect(same.ensemble).toEqual(plain);
});

test("progress tells each round", async () => {
  const rounds: number[] = [];
  await train(matrix, labels, {n_estimators: 3}, {onProgress: ({round}) => rounds.push(round)});
  expect(rounds).toEqual([1, 2, 3]);
});

test("training can be aborted", async () => {
  const reason = new Error("enough");
  await expect(train(matrix, labels, {}, {signal: AbortSignal.abort(reason)})).rejects.toBe(reason);
  const controller = new AbortController();
  setTimeout(() => controller.abort(reason), 20);
  const long = train(matrix, labels, {n_estimators: 100_000, learning_rate: 1e-3}, {signal: controller.signal});
  await expect(long).rejects.toBe(reason);
});

test("what cannot train a model is refused with its code", async () => {
  await expect(
    train(
      matrix,
      labels.map(() => 0),
      {}
    )
  ).rejects.toMatchObject({code: "E_TARGET"});
  await expect(train(matrix, labels, {subsample: 0})).rejects.toMatchObject({code: "E_PARAMETER"});
  const wrong: [ArrayLike<number>, ArrayLike<number> | undefined, string][] = [
    [Float64Array.from(labels).fill(NaN), undefined, "E_TARGET"],
    [Float64Array.from(labels).fill(Infinity), undefined, "E_TARGET"],
    [labels, new Float64Array(2000), "E_TARGET"],
    [labels, new Float64Array(3).fill(1), "E_VALUE_RANGE"],
    [labels, new Float64Array(2000).fill(NaN), "E_VALUE_RANGE"],
    [labels, new Float64Array(2000).fill(-1), "E_VALUE_RANGE"],
    [labels, new Float64Array(2000).fill(Infinity), "E_VALUE_RANGE"],
    [labels, labels, "E_TARGET"]
  ];
  for (const [outcomes, weights, code] of wrong)
    await expect(train(matrix, outcomes, {}, weights ? {weights} : {})).rejects.toMatchObject({code});
  const infinite = {...matrix, columns: matrix.columns.map((column) => column.slice().fill(Infinity))};
  await expect(train(infinite, labels, {})).rejects.toMatchObject({code: "E_VALUE_RANGE"});
});

test.each([3, 7])("%d rows train a sound model, a tree or none", async (count) => {
  const few = {...matrix, rows: count, columns: matrix.columns.map((column) => column.slice(0, count))};
  const outcomes = Array.from({length: count}, (_, row) => row % 2);
  for (const parameters of [{}, {min_child_samples: 1, early_stopping_rounds: 2, min_data_in_bin: 1}]) {
    const {ensemble} = await train(few, outcomes, {n_estimators: 30, ...parameters});
    const scores = evaluate(compileEnsemble(ensemble), few.columns);
    expect(scores.every(Number.isFinite)).toBe(true);
  }
});

test("outcomes that are told apart for certain don't make scores run away", async () => {
  const column = Float32Array.from(labels, (label, row) => label + (row % 10) / 100);
  const told = {rows: 2000, inputs: [{id: "tells", categories: null}], columns: [column]};
  const {ensemble} = await train(told, labels, {n_estimators: 400, learning_rate: 1, min_child_weight: 0});
  expect(evaluate(compileEnsemble(ensemble), told.columns).every(Number.isFinite)).toBe(true);
});
