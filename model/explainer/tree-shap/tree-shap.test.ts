import fc from "fast-check";
import {expect, test} from "vitest";
import {arbitraryEnsemble, randomEnsemble} from "../../ensemble/ensemble-arbitrary.ts";
import {compileEnsemble, evaluate, evaluateRow} from "../../ensemble/evaluate.ts";
import {bruteForceShapley} from "./brute-force.ts";
import {compileExplainer, explain, explainRows} from "./tree-shap.ts";

test("contributions are the Shapley values of every subset, and add up to the score", () => {
  fc.assert(
    fc.property(arbitraryEnsemble({features: 8, categorical: 3, trees: 3, splits: 12}, 3), ({ensemble, columns}) => {
      const compiled = compileEnsemble(ensemble);
      const explainer = compileExplainer(compiled);
      for (let i = 0; i < 3; i++) {
        const row = columns.map((column) => column[i]!);
        const contributions = explain(explainer, row);
        const expected = bruteForceShapley(ensemble, row);
        expect(Math.abs(explainer.bias - expected.bias)).toBeLessThan(1e-9);
        let sum = explainer.bias;
        contributions.forEach((contribution, feature) => {
          expect(Math.abs(contribution - expected.contributions[feature]!)).toBeLessThan(1e-9);
          sum += contribution;
        });
        expect(Math.abs(sum - evaluateRow(compiled, row))).toBeLessThan(1e-9);
      }
    }),
    {numRuns: 2000}
  );
});

test("rows explained together are the rows explained alone, and progress counts them", () => {
  const size = {features: 12, categorical: 4, trees: 30, splits: 40, codes: 40};
  const {ensemble, columns} = randomEnsemble(7, size, 2700);
  const compiled = compileEnsemble(ensemble);
  const explainer = compileExplainer(compiled);
  const progress: number[] = [];
  const out = explainRows(explainer, columns, new Float64Array(2600 * 12).fill(9), {
    from: 50,
    to: 2650,
    onProgress: (rows) => progress.push(rows)
  });
  expect(progress).toEqual([1024, 2048, 2600]);
  const raw = evaluate(compiled, columns);
  for (let i = 0; i < 2600; i++) {
    const row = columns.map((column) => column[50 + i]!);
    const alone = explain(explainer, row);
    const together = out.subarray(i * 12, (i + 1) * 12);
    expect(together).toEqual(alone);
    const sum = alone.reduce((a, b) => a + b, explainer.bias);
    expect(Math.abs(sum - raw[50 + i]!)).toBeLessThan(1e-9);
  }
});

test("a chain of hundreds of splits is explained without loss", () => {
  const depth = 400;
  const chain = Array.from({length: depth}, (_, i) => i);
  const ensemble = {
    featureCount: depth,
    baseScore: 0.5,
    trees: [
      {
        splitFeature: chain,
        threshold: chain.map(() => 0),
        categories: chain.map(() => null),
        missing: chain.map(() => "nan" as const),
        defaultLeft: chain.map((i) => i % 2 === 0),
        left: chain.map((i) => ~i),
        right: chain.map((i) => (i + 1 < depth ? i + 1 : ~depth)),
        gain: chain.map(() => 1),
        nodeCover: chain.map((i) => depth - i + 1),
        leafValue: Array.from({length: depth + 1}, (_, i) => Math.sin(i)),
        leafCover: Array.from({length: depth + 1}, () => 1)
      }
    ]
  };
  const compiled = compileEnsemble(ensemble);
  const explainer = compileExplainer(compiled);
  for (const row of [chain.map(() => 1), chain.map((i) => (i === 30 ? -1 : 1)), chain.map(() => NaN)]) {
    const sum = explain(explainer, row).reduce((a, b) => a + b, explainer.bias);
    expect(Math.abs(sum - evaluateRow(compiled, row))).toBeLessThan(1e-9);
  }
});

test("a feature that no split reads contributes exactly nothing", () => {
  const {ensemble, columns} = randomEnsemble(3, {features: 3, categorical: 1, trees: 20, splits: 10, codes: 4}, 20);
  const wider = {...ensemble, featureCount: 5};
  const explainer = compileExplainer(compileEnsemble(wider));
  for (let i = 0; i < 20; i++) {
    const contributions = explain(explainer, [...columns.map((column) => column[i]!), 1, NaN]);
    expect([contributions[3], contributions[4]]).toEqual([0, 0]);
  }
});
