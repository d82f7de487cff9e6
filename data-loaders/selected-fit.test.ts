import {beforeAll, describe, expect, test} from "vitest";
import {compileEnsemble, evaluate} from "../model/ensemble/evaluate.ts";
import {createRandom} from "../model/metrics/random.ts";
import {crossValidate} from "../model/trainer/cross-validate.ts";
import {rowsOf, stratifiedFolds} from "../model/trainer/folds.ts";
import {columnsOfMatrix, createMatrix, rowsOfMatrix, type Matrix} from "../model/trainer/matrix.ts";
import {allRows, syntheticProblem} from "../model/trainer/synthetic-matrix.ts";
import {train} from "../model/trainer/train.ts";
import {crossValidateSelected, finalRounds, rankFeatures, trainSelected} from "./selected-fit.ts";

const parameters = {n_estimators: 12, num_leaves: 6, subsample: 0.8, subsample_freq: 1, max_bin: 31, seed: 3};
const options = {folds: 3, threads: 1};
const {matrix, labels} = syntheticProblem(900);
/** The inputs that tell most, as the quick fit on everyone ranks them. */
let ranked: number[];
beforeAll(async () => {
  ranked = await rankFeatures(matrix, labels, allRows(900));
});
const kept = (count: number) => ranked.slice(0, count).sort((a, b) => a - b);

test("a plan that keeps all inputs gives what the trainer gives", async () => {
  for (const features of [0, 7, 40]) {
    expect(await trainSelected(matrix, labels, {parameters, features})).toEqual(
      await train(matrix, labels, parameters)
    );
  }
  expect(await crossValidateSelected(matrix, labels, {parameters, features: 0}, {...options, repeats: 2})).toEqual(
    await crossValidate(matrix, labels, parameters, {...options, repeats: 2})
  );
});

test("inputs rank by what they tell: noise comes last", () => {
  expect(new Set(ranked).size).toBe(7);
  expect(matrix.inputs[ranked.at(-1)!]!.id).toBe("noise");
});

test("a ranking looks at its own rows alone", async () => {
  const rows = rowsOf(stratifiedFolds(labels, 2, 1, 5)[0]!, 0, true);
  const part = rowsOfMatrix(matrix, rows);
  const outcomes = Uint8Array.from(rows, (row) => labels[row]!);
  expect(await rankFeatures(matrix, labels, rows)).toEqual(await rankFeatures(part, outcomes, allRows(rows.length)));
});

test("the model is over all inputs, and uses those kept as a model of them alone would", async () => {
  const {ensemble} = await trainSelected(matrix, labels, {parameters, features: 3});
  const narrow = await train(columnsOfMatrix(matrix, kept(3)), labels, parameters);
  expect(ensemble.featureCount).toBe(7);
  expect(ensemble.trees.map(({splitFeature}) => splitFeature)).toEqual(
    narrow.ensemble.trees.map(({splitFeature}) => splitFeature.map((input) => kept(3)[input]))
  );
  const rest = ({trees}: typeof ensemble) => trees.map(({splitFeature: _, ...tree}) => tree);
  expect(rest(ensemble)).toEqual(rest(narrow.ensemble));
});

test("the models of folds that are asked for are over all inputs, and give the scores that their rows were given", async () => {
  const {fits} = await crossValidateSelected(
    matrix,
    labels,
    {parameters, features: 2},
    {...options, keepModels: ({fold}) => fold < 2}
  );
  expect(fits.map(({ensemble}) => ensemble?.featureCount)).toEqual([7, 7, undefined]);
  for (const {ensemble, rows, predictions} of fits.slice(0, 2)) {
    const held = matrix.columns.map((column) => Float32Array.from(rows, (row) => column[row]!));
    const scores = evaluate(compileEnsemble(ensemble!), held);
    expect(Math.max(...scores.map((score, i) => Math.abs(score - predictions[i]!)))).toBeLessThan(1e-9);
  }
});

test("a constraint stays with its input", async () => {
  const constraints = matrix.inputs.map(({id}) => (id === "score" ? -1 : 0));
  const {ensemble} = await trainSelected(matrix, labels, {
    parameters: {...parameters, monotone_constraints: constraints.join(",")},
    features: 3
  });
  const narrow = await train(columnsOfMatrix(matrix, kept(3)), labels, {
    ...parameters,
    monotone_constraints: kept(3)
      .map((input) => constraints[input]!)
      .join(",")
  });
  expect(kept(3).map((input) => matrix.inputs[input]!.id)).toContain("score");
  expect(ensemble.trees.map(({leafValue}) => leafValue)).toEqual(narrow.ensemble.trees.map(({leafValue}) => leafValue));
});

test("the choice of inputs is made anew in each training part", async () => {
  const champion = {parameters, features: 2};
  const before = await crossValidateSelected(matrix, labels, champion, options);
  const held = rowsOf(before.assignment[0]!, 0, true);
  // Values trade places among the clients of fold 0: what is learned without them cannot change.
  const changed: Matrix = {...matrix, columns: matrix.columns.map((column) => column.slice())};
  for (const [i, row] of held.entries())
    for (const [c, column] of changed.columns.entries()) column[row] = matrix.columns[c]![held[held.length - 1 - i]!]!;
  const after = await crossValidateSelected(changed, labels, champion, options);
  expect(after.fits[0]!.predictions).toEqual(before.fits[0]!.predictions.toReversed());
  expect(after.fits[1]!.predictions).not.toEqual(before.fits[1]!.predictions);
});

test("it shows: of inputs that say nothing, a choice made on all clients would seem to tell, one made within doesn't", async () => {
  const random = createRandom(2);
  const noise = createMatrix(
    300,
    Array.from({length: 80}, (_, i) => ({id: `x${i}`, categories: null}))
  );
  for (const column of noise.columns) for (let row = 0; row < 300; row++) column[row] = random();
  const coins = Uint8Array.from({length: 300}, () => Number(random() < 0.5));
  const small = {...parameters, n_estimators: 30, min_child_samples: 10};
  const right = ({predictions}: {predictions: Float64Array[]}) =>
    predictions[0]!.reduce((sum, score, row) => sum + Number(score > 0 === (coins[row] === 1)), 0) / 300;
  const all = (await rankFeatures(noise, coins, allRows(300))).slice(0, 5);
  const outside = await crossValidate(columnsOfMatrix(noise, all), coins, small, options);
  const within = await crossValidateSelected(noise, coins, {parameters: small, features: 5}, options);
  expect(right(outside)).toBeGreaterThan(0.56);
  expect(right(within)).toBeLessThan(0.54);
});

describe("a champion that was chosen on these clients", () => {
  const plans = [0, 3, 0].map((features, fold) => ({features, parameters: {...parameters, n_estimators: 6 + fold}}));
  const champion = {parameters: {...parameters, n_estimators: 9}, features: 3, withinFolds: plans};

  test("is measured fold by fold with what was chosen without the fold", async () => {
    const whole = await crossValidateSelected(matrix, labels, champion, {...options, repeats: 3});
    expect(whole.predictions).toHaveLength(1);
    expect(whole.rounds).toEqual([6, 7, 8]);
    for (const [fold, plan] of plans.entries()) {
      const alone = await crossValidateSelected(matrix, labels, plan, {...options, only: [{repeat: 0, fold}]});
      expect(whole.fits[fold]).toEqual(alone.fits[0]);
      for (const row of rowsOf(whole.assignment[0]!, fold, true))
        expect(whole.predictions[0]![row]).toBe(alone.predictions[0]![row]);
    }
  });

  test("has as many rounds as were found; any other the median of what early stopping kept", () => {
    expect(finalRounds(champion, {rounds: [6, 7, 8]})).toBe(9);
    expect(finalRounds({parameters, features: 0}, {rounds: [40, 90, 10, 20, 30]})).toBe(30);
  });

  test("is refused folds that nothing was chosen within", async () => {
    await expect(crossValidateSelected(matrix, labels, champion, {...options, folds: 5})).rejects.toThrow(
      expect.objectContaining({code: "E_PARAMETER", message: expect.stringMatching(/within 3 folds.* not within 5/)})
    );
  });
});

test.each([-1, 1.5, NaN])("%d is no number of inputs", async (features) => {
  const refused = expect.objectContaining({code: "E_PARAMETER", message: expect.stringMatching(/^features/)});
  await expect(trainSelected(matrix, labels, {parameters, features})).rejects.toThrow(refused);
  await expect(crossValidateSelected(matrix, labels, {parameters, features}, options)).rejects.toThrow(refused);
});

test("a ranking that is remembered gives the same as one made anew", async () => {
  const rankings = new Map<string, Promise<number[]>>();
  const remembered = {...options, rankings};
  const first = await crossValidateSelected(matrix, labels, {parameters, features: 2}, remembered);
  expect([...rankings.keys()]).toEqual(["0/0", "0/1", "0/2"]);
  const again = await crossValidateSelected(matrix, labels, {parameters, features: 2}, remembered);
  expect(again).toEqual(first);
});

test("an abort ends it with the signal's reason", async () => {
  const signal = AbortSignal.abort(new Error("enough"));
  await expect(crossValidateSelected(matrix, labels, {parameters, features: 2}, {...options, signal})).rejects.toThrow(
    "enough"
  );
  await expect(trainSelected(matrix, labels, {parameters, features: 2}, {signal})).rejects.toThrow("enough");
});
