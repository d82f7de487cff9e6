import {expect, test} from "vitest";
import {compileEnsemble, evaluate} from "../ensemble/evaluate.ts";
import {auc} from "../metrics/ranking.ts";
import {crossValidate} from "./cross-validate.ts";
import {syntheticProblem} from "./synthetic-matrix.ts";

const {matrix, labels} = syntheticProblem(2000);
const parameters = {n_estimators: 15, num_leaves: 8, subsample: 0.8, subsample_freq: 1, colsample_bytree: 0.7};

test("one thread or two, the scores are the same", async () => {
  const one = await crossValidate(matrix, labels, parameters, {folds: 3, repeats: 2, threads: 1, seed: 5});
  const two = await crossValidate(matrix, labels, parameters, {folds: 3, repeats: 2, threads: 2, seed: 5});
  expect(two).toEqual(one);
  expect(one.rounds).toEqual([15, 15, 15, 15, 15, 15]);
  expect(one.predictions).toHaveLength(2);
  for (const scores of one.predictions) {
    expect(scores).toHaveLength(2000);
    expect(auc(scores, labels)).toBeGreaterThan(0.7);
  }
});

test("scores of noise are worth nothing: no row is scored by a model that saw it", async () => {
  const noise = labels.map((_, row) => (Math.imul(row + 1, 0x9e3779b1) >>> 31) & 1);
  const {predictions} = await crossValidate(matrix, noise, {n_estimators: 30, early_stopping_rounds: 3}, {folds: 4});
  expect(Math.abs(auc(predictions[0]!, noise) - 0.5)).toBeLessThan(0.05);
});

test("folds that are given are used", async () => {
  const assignment = [labels.map((_, row) => row % 2)];
  const given = await crossValidate(matrix, labels, parameters, {assignment});
  expect(given.assignment).toBe(assignment);
  expect(given.rounds).toHaveLength(2);
});

test("some folds now and the others later are the folds all at once", async () => {
  const options = {folds: 3, repeats: 2, seed: 5, threads: 2};
  const all = await crossValidate(matrix, labels, parameters, options);
  const first = await crossValidate(matrix, labels, parameters, {...options, only: [{repeat: 1, fold: 2}]});
  expect(first.fits).toEqual([all.fits[5]]);
  expect(first.rounds).toEqual([all.rounds[5]]);
  expect(first.predictions[0]!.every(Number.isNaN)).toBe(true);
  for (const [row, score] of first.predictions[1]!.entries())
    if (all.assignment[1]![row] === 2) expect(score).toBe(all.predictions[1]![row]);
    else expect(score).toBeNaN();
  await expect(
    crossValidate(matrix, labels, parameters, {...options, only: [{repeat: 0, fold: 3}]})
  ).rejects.toMatchObject({code: "E_PARAMETER"});
});

test("rows of weight 0 are scored, and train nothing", async () => {
  const weights = labels.map((_, row) => (row % 4 === 0 ? 0 : 1));
  const options = {folds: 3, seed: 5, weights};
  const before = await crossValidate(matrix, labels, parameters, options);
  expect(before.predictions[0]!.every(Number.isFinite)).toBe(true);
  const flipped = labels.map((label, row) => (row % 4 === 0 ? 1 - label : label));
  const after = await crossValidate(matrix, flipped, parameters, {...options, assignment: before.assignment});
  expect(after.predictions).toEqual(before.predictions);
});

test("progress tells repeat, fold and round", async () => {
  const seen = new Set<string>();
  await crossValidate(
    matrix,
    labels,
    {...parameters, n_estimators: 40},
    {
      folds: 2,
      onProgress: ({repeat, fold, phase, round, rounds}) => {
        seen.add(`${repeat} ${fold} ${phase} ${rounds}`);
        expect(round).toBeLessThanOrEqual(40);
      }
    }
  );
  expect([...seen].sort()).toEqual(["0 0 fit 40", "0 1 fit 40"]);
});

test("an aborted run rejects with the signal's reason, before and amid the fits", async () => {
  const reason = new Error("enough");
  await expect(crossValidate(matrix, labels, parameters, {signal: AbortSignal.abort(reason)})).rejects.toBe(reason);
  const controller = new AbortController();
  const long = {...parameters, n_estimators: 100_000, learning_rate: 1e-3};
  const onProgress = () => controller.abort(reason);
  await expect(crossValidate(matrix, labels, long, {signal: controller.signal, onProgress})).rejects.toBe(reason);
});

test("what cannot be cross-validated is refused with its code", async () => {
  await expect(
    crossValidate(
      matrix,
      labels.map(() => 1),
      {}
    )
  ).rejects.toMatchObject({code: "E_TARGET"});
  await expect(crossValidate(matrix, labels, {num_leaves: 0})).rejects.toMatchObject({code: "E_PARAMETER"});
  await expect(crossValidate(matrix, labels, {}, {folds: 1})).rejects.toMatchObject({code: "E_PARAMETER"});
  await expect(crossValidate(matrix, labels, {}, {repeats: 0})).rejects.toMatchObject({code: "E_PARAMETER"});
  const single = labels.map((_, row) => (row === 3 ? 1 : 0));
  await expect(crossValidate(matrix, single, {})).rejects.toMatchObject({code: "E_TARGET"});
});

test("models that are kept give the scores that their rows were given, and others are let go", async () => {
  const {fits} = await crossValidate(matrix, labels, parameters, {
    folds: 3,
    repeats: 2,
    threads: 2,
    keepModels: ({repeat}) => repeat === 0
  });
  expect(fits.map(({ensemble}) => ensemble !== undefined)).toEqual([true, true, true, false, false, false]);
  for (const {ensemble, rows, predictions} of fits.slice(0, 3)) {
    const held = matrix.columns.map((column) => Float32Array.from(rows, (row) => column[row]!));
    const scores = evaluate(compileEnsemble(ensemble!), held);
    expect(Math.max(...scores.map((score, i) => Math.abs(score - predictions[i]!)))).toBeLessThan(1e-9);
  }
});
