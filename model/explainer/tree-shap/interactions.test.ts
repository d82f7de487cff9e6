import fc from "fast-check";
import {expect, test} from "vitest";
import {arbitraryEnsemble, randomEnsemble} from "../../ensemble/ensemble-arbitrary.ts";
import {compileEnsemble} from "../../ensemble/evaluate.ts";
import {bruteForceInteractions} from "./brute-force.ts";
import {explainInteractions, type FeaturePair} from "./interactions.ts";
import {compileExplainer, explain} from "./tree-shap.ts";

const allPairs = (features: number): FeaturePair[] =>
  Array.from({length: features ** 2}, (_, k) => [Math.floor(k / features), k % features]);

test("interaction values are those of their definition, over every subset", () => {
  fc.assert(
    fc.property(arbitraryEnsemble({features: 6, categorical: 2, trees: 3, splits: 12}, 3), ({ensemble, columns}) => {
      const explainer = compileExplainer(compileEnsemble(ensemble));
      const pairs = allPairs(ensemble.featureCount);
      const values = explainInteractions(explainer, columns, pairs, new Float64Array(3 * pairs.length));
      for (let row = 0; row < 3; row++) {
        const expected = bruteForceInteractions(
          ensemble,
          columns.map((column) => column[row]!)
        );
        for (const [k, [i, j]] of pairs.entries()) {
          expect(Math.abs(values[row * pairs.length + k]! - expected[i]![j]!)).toBeLessThan(1e-9);
        }
      }
    }),
    {numRuns: 500}
  );
});

test("a feature's interaction values, its main effect among them, add up to its contribution", () => {
  const features = 20;
  const size = {features, categorical: 6, trees: 40, splits: 40, codes: 12};
  const {ensemble, columns} = randomEnsemble(11, size, 30);
  const explainer = compileExplainer(compileEnsemble(ensemble));
  const pairs = allPairs(features);
  const values = explainInteractions(explainer, columns, pairs, new Float64Array(10 * pairs.length), {from: 20});
  for (let row = 0; row < 10; row++) {
    const contributions = explain(
      explainer,
      columns.map((column) => column[20 + row]!)
    );
    const matrix = values.subarray(row * pairs.length, (row + 1) * pairs.length);
    for (let i = 0; i < features; i++) {
      const effects = matrix.subarray(i * features, (i + 1) * features);
      expect(Math.abs(effects.reduce((a, b) => a + b, 0) - contributions[i]!)).toBeLessThan(1e-9);
      for (let j = 0; j < i; j++) expect(effects[j]).toBe(matrix[j * features + i]);
    }
  }
});

test("features that no tree joins don't interact", () => {
  const {ensemble, columns} = randomEnsemble(5, {features: 6, categorical: 0, trees: 8, splits: 1, codes: 1}, 4);
  const explainer = compileExplainer(compileEnsemble(ensemble));
  const pairs = allPairs(6);
  const values = explainInteractions(explainer, columns, pairs, new Float64Array(4 * pairs.length).fill(9));
  const row = columns.map((column) => column[3]!);
  const contributions = explain(explainer, row);
  for (const [k, [i, j]] of pairs.entries()) {
    expect(values[3 * pairs.length + k]).toBe(i === j ? contributions[i] : 0);
  }
  expect(contributions.some((contribution) => contribution !== 0)).toBe(true);
});
