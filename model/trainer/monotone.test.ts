import {expect, test} from "vitest";
import {compileEnsemble, evaluate} from "../ensemble/evaluate.ts";
import {createRandom} from "../metrics/random.ts";
import type {ParametersInput} from "./parameters.ts";
import {syntheticProblem} from "./synthetic-matrix.ts";
import {train} from "./train.ts";

const {matrix, labels} = syntheticProblem(4000, 9);
const settings: Record<string, ParametersInput> = {
  plain: {},
  "deep trees": {num_leaves: 80, min_child_samples: 3, learning_rate: 0.4},
  penalised: {reg_alpha: 2, reg_lambda: 5},
  sampled: {subsample: 0.6, subsample_freq: 1, colsample_bytree: 0.6, feature_fraction_bynode: 0.7},
  forest: {boosting: "rf", subsample: 0.6, subsample_freq: 1}
};

/** Pairs of rows that differ in one number alone, both known, the second larger: the scores of either. */
async function scoresOfPairs(constraint: 1 | -1 | 0, input: number, parameters: ParametersInput) {
  const monotone_constraints = matrix.inputs.map((_, i) => (i === input ? constraint : i === 2 ? 1 : 0));
  const {ensemble} = await train(matrix, labels, {n_estimators: 40, ...parameters, monotone_constraints}, {threads: 1});
  const random = createRandom(input, constraint + 1);
  const pairs = 10_000;
  const rows = Array.from({length: pairs}, () => Math.floor(random() * matrix.rows));
  const values = Array.from({length: pairs}, () => {
    const known = () => {
      for (;;) {
        const value = matrix.columns[input]![Math.floor(random() * matrix.rows)]!;
        if (!Number.isNaN(value)) return value;
      }
    };
    return [known(), known()].sort((a, b) => a - b) as [number, number];
  });
  const score = (side: 0 | 1) =>
    evaluate(
      compileEnsemble(ensemble),
      matrix.columns.map((column, i) =>
        Float32Array.from(rows, (row, pair) => (i === input ? values[pair]![side] : column[row]!))
      )
    );
  return {lower: score(0), higher: score(1), ensemble};
}

for (const [name, parameters] of Object.entries(settings))
  for (const [input, id] of [
    [0, "an amount"],
    [1, "a score that is often missing"]
  ] as const)
    test.each([1, -1] as const)(
      `${name}, ${id}: 10,000 pairs of rows keep the order of constraint %d`,
      async (sign) => {
        const {lower, higher} = await scoresOfPairs(sign, input, parameters);
        const differences = lower.map((score, pair) => sign * (higher[pair]! - score));
        expect(Math.min(...differences)).toBeGreaterThanOrEqual(0);
        const changed = differences.filter((difference) => difference > 0).length;
        // Against what the rows say, a constraint may leave little of a feature; with it, much.
        if (sign === (input === 0 ? 1 : -1)) expect(changed).toBeGreaterThan(1000);
      }
    );

test("without a constraint, the pairs are in no such order", async () => {
  const {lower, higher} = await scoresOfPairs(0, 0, {});
  expect(lower.some((score, pair) => higher[pair]! < score)).toBe(true);
  expect(lower.some((score, pair) => higher[pair]! > score)).toBe(true);
});

test("constraints may be written as LightGBM writes them, and are refused on categories or in a wrong number", async () => {
  const constrained = (monotone_constraints: unknown) =>
    train(matrix, labels, {n_estimators: 3, monotone_constraints} as ParametersInput);
  expect((await constrained("1,0,0,0,0,0,-1")).ensemble).toEqual((await constrained([1, 0, 0, 0, 0, 0, -1])).ensemble);
  for (const wrong of [[1], [0, 0, 0, 0, 1, 0, 0], "1;0", [2, 0, 0, 0, 0, 0, 0]])
    await expect(constrained(wrong)).rejects.toMatchObject({code: "E_PARAMETER"});
});
