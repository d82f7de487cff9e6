import {expect, test} from "vitest";
import {compileEnsemble, evaluate} from "../ensemble/evaluate.ts";
import {encodeMatrix} from "./dictionary.ts";
import {fitModel, type FitProgress, type FitRequest, type FitResult} from "./fit.ts";
import {parseParameters, type ParametersInput} from "./parameters.ts";
import {syntheticProblem} from "./synthetic-matrix.ts";

const {matrix, labels} = syntheticProblem(1500, 2);
const dictionary = encodeMatrix(matrix);
const rows = Int32Array.from({length: 1000}, (_, i) => i);
const held = Int32Array.from({length: 500}, (_, i) => 1000 + i);

function fit(input: ParametersInput, other: Partial<FitRequest> = {}): FitResult & {progress: FitProgress[]} {
  const fit = fitModel({dictionary, labels, weights: null, rows, held, parameters: parseParameters(input), ...other});
  const progress: FitProgress[] = [];
  for (;;) {
    const {done, value} = fit.next();
    if (done) return {...value, progress};
    progress.push(value);
  }
}

test("rows held out are scored as the ensemble scores them", () => {
  const {ensemble, predictions, rounds} = fit({n_estimators: 10});
  expect(rounds).toBe(10);
  const columns = matrix.columns.map((column) => column.slice(1000));
  expect(predictions).toEqual(evaluate(compileEnsemble(ensemble), columns));
});

test("early stopping keeps fewer rounds than the most, then fits with all rows", () => {
  const {rounds, progress, ensemble} = fit({n_estimators: 400, early_stopping_rounds: 10});
  expect(rounds).toBeGreaterThan(3);
  expect(rounds).toBeLessThan(390);
  const search = progress.filter(({phase}) => phase === "search");
  expect(search.at(-1)!.round).toBe(rounds + 10);
  expect(progress.filter(({phase}) => phase === "fit")).toHaveLength(rounds);
  expect(ensemble.trees[0]!.nodeCover[0]).toBe(rows.length);
});

test("neither the values nor the outcomes of rows held out change a fit", () => {
  const parameters = {n_estimators: 40, early_stopping_rounds: 5, subsample: 0.8, subsample_freq: 1};
  const other = {
    ...matrix,
    columns: matrix.columns.map((column) => {
      const changed = column.slice();
      for (const row of held) changed[row] = NaN;
      return changed;
    })
  };
  const flipped = labels.map((label, row) => (row >= 1000 ? 1 - label : label));
  const before = fit(parameters);
  const after = fit(parameters, {dictionary: encodeMatrix(other), labels: flipped});
  expect(after.ensemble).toEqual(before.ensemble);
});

test("AUC can stop it too", () => {
  expect(fit({n_estimators: 200, early_stopping_rounds: 5, metric: "auc"}).rounds).toBeLessThan(200);
});

test("rounds that are given are taken", () => {
  const {rounds, progress} = fit({n_estimators: 400, early_stopping_rounds: 10}, {rounds: 7});
  expect(rounds).toBe(7);
  expect(progress).toHaveLength(7);
});
