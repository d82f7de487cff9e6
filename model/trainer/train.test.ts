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
  const infinite = {...matrix, columns: matrix.columns.map((column) => column.slice().fill(Infinity))};
  await expect(train(infinite, labels, {})).rejects.toMatchObject({code: "E_VALUE_RANGE"});
});
