import {expect, test} from "vitest";
import {permutationSchema} from "../../contract/global-explanation.ts";
import {randomEnsemble} from "../../ensemble/ensemble-arbitrary.ts";
import {compileEnsemble, evaluate} from "../../ensemble/evaluate.ts";
import {createRandom, sample, shuffle} from "../../metrics/random.ts";
import {auc} from "../../metrics/ranking.ts";
import type {ExplainedFeature} from "./contributions.ts";
import {permutationImportance} from "./permutation.ts";

const rows = 1500;
const size = {features: 6, categorical: 2, trees: 25, splits: 10, codes: 5};
const random = createRandom(3);
const {ensemble, columns} = randomEnsemble(17, size, rows);
/** A seventh feature that no tree reads. */
const compiled = compileEnsemble({...ensemble, featureCount: 7});
const values = [...columns, Float32Array.from({length: rows}, () => random())];
const raw = evaluate(compiled, values);
const outcomes = Array.from(raw, (score) => (random() < 1 / (1 + Math.exp(-2 * score)) ? 1 : 0));
const features: ExplainedFeature[] = Array.from({length: 7}, (_, i) => ({
  id: `f${i}`,
  family: i < 3 ? "income" : i < 6 ? "debts" : "housing",
  categories: null
}));
const all = Array.from({length: rows}, (_, i) => i);

test("the drops are those of evaluating every tree again", () => {
  const options = {inSample: true, repeats: 3, clients: rows, seed: 8};
  const told = permutationImportance([{compiled, rows: all}], values, outcomes, features, options);
  expect(permutationSchema.parse(told)).toEqual(told);
  expect(told.auc).toBeCloseTo(auc(raw, outcomes), 12);
  // The same draws, by the plainest means.
  const draws = createRandom(8, 0x9e4);
  sample(rows, rows, draws);
  const orders = Array.from({length: 3}, () => shuffle(Int32Array.from(all), draws));
  const dropOf = (group: readonly number[]) => {
    const drops = orders.map((order) => {
      const exchanged = values.map((column, feature) =>
        group.includes(feature) ? column.map((_, i) => column[order[i]!]!) : column
      );
      return auc(raw, outcomes) - auc(evaluate(compiled, exchanged), outcomes);
    });
    return drops.reduce((sum, drop) => sum + drop, 0) / 3;
  };
  for (const {id, drop, standardError} of told.features) {
    expect(Math.abs(drop - dropOf([Number(id.slice(1))]))).toBeLessThan(1e-12);
    expect(standardError).toBeGreaterThanOrEqual(0);
  }
  const families = {income: [0, 1, 2], debts: [3, 4, 5], housing: [6]};
  for (const {id, features, drop} of told.families) {
    const group = families[id as keyof typeof families];
    expect(features).toBe(group.length);
    expect(Math.abs(drop - dropOf(group))).toBeLessThan(1e-12);
  }
  expect(told.features.map(({drop}) => drop)).toEqual(told.features.map(({drop}) => drop).sort((a, b) => b - a));
});

test("a feature that no tree reads drops nothing at all", () => {
  const told = permutationImportance([{compiled, rows: all}], values, outcomes, features, {inSample: true});
  expect(told.features.find(({id}) => id === "f6")).toEqual({id: "f6", drop: 0, standardError: 0});
  expect(told.features[0]!.drop).toBeGreaterThan(0.01);
});

test("models of folds each score their own clients, ranked together", () => {
  const other = compileEnsemble({...randomEnsemble(18, size, 1).ensemble, featureCount: 7});
  const odd = all.filter((row) => row % 2 === 1);
  const even = all.filter((row) => row % 2 === 0);
  const told = permutationImportance(
    [
      {compiled, rows: even},
      {compiled: other, rows: odd}
    ],
    values,
    outcomes,
    features,
    {inSample: false, repeats: 2, clients: rows}
  );
  const scores = evaluate(other, values);
  for (const row of even) scores[row] = raw[row]!;
  expect(told.auc).toBeCloseTo(auc(scores, outcomes), 12);
  expect([told.clients, told.inSample, told.repeats]).toEqual([rows, false, 2]);
});

test("a sample of clients is drawn by the seed, and progress counts groups", () => {
  const progress: [number, number][] = [];
  const run = (seed: number) =>
    permutationImportance([{compiled, rows: all}], values, outcomes, features, {
      inSample: true,
      clients: 400,
      repeats: 1,
      seed,
      onProgress: (done, of) => progress.push([done, of])
    });
  const first = run(1);
  expect(first.clients).toBe(400);
  expect(first.features.every(({standardError}) => standardError === null)).toBe(true);
  expect(progress).toEqual(Array.from({length: 10}, (_, i) => [i + 1, 10]));
  expect(run(1)).toEqual(first);
  expect(run(2)).not.toEqual(first);
});

test("clients of one outcome rank nothing", () => {
  expect(() =>
    permutationImportance([{compiled, rows: all}], values, new Uint8Array(rows), features, {inSample: true})
  ).toThrow(expect.objectContaining({code: "E_TARGET"}));
});
