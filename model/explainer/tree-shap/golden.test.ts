import {readdirSync, readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {compileEnsemble} from "../../ensemble/evaluate.ts";
import {categoricalFeatures, categoryCode} from "../../ensemble/imported-model.ts";
import {readModel} from "../../ensemble/read-model.ts";
import {compileExplainer, explain, explainRows} from "./tree-shap.ts";

/** Models with the contributions that the libraries themselves gave for some rows. */
interface Expected {
  rows: (number | null)[][];
  contributions: number[][];
  /** One, or one a row. */
  bias: number | number[];
}

const golden = new URL("../../ensemble/golden/", import.meta.url);
const cases = readdirSync(golden).flatMap((library) =>
  readdirSync(new URL(`${library}/`, golden)).map((name): [string, string] => [library, name])
);

function load(library: string, name: string) {
  const folder = new URL(`${library}/${name}/`, golden);
  const model = readModel(readFileSync(new URL(library === "xgboost" ? "model.json" : "model.txt", folder)));
  const expected = JSON.parse(readFileSync(new URL("expected.json", folder), "utf8")) as Expected;
  const isCode = categoricalFeatures(model.ensemble);
  const columns = Array.from({length: model.ensemble.featureCount}, (_, feature) => {
    const cells = expected.rows.map((row) => row[feature] ?? NaN);
    const values = isCode[feature] ? cells.map((value) => categoryCode(model.format, value)) : cells;
    return model.arithmetic.features === "float32" ? Float32Array.from(values) : Float64Array.from(values);
  });
  return {model, expected, columns};
}

test("there are cases of each library", () => {
  expect(new Set(cases.map(([library]) => library))).toEqual(new Set(["lightgbm", "lightgbm-modes", "xgboost"]));
  expect(cases.length).toBeGreaterThanOrEqual(16);
});

test.each(cases)("contributions and bias are the library's own: %s %s", (library, name) => {
  const {model, expected, columns} = load(library, name);
  const {featureCount} = model.ensemble;
  const explainer = compileExplainer(compileEnsemble(model.ensemble));
  // XGBoost adds up in float32: its own figures are no nearer to the truth than that.
  const tolerance = model.arithmetic.sums === "float32" ? 1e-6 : 1e-12;
  for (const bias of [expected.bias].flat()) expect(Math.abs(explainer.bias - bias)).toBeLessThan(tolerance);
  const contributions = explainRows(explainer, columns, new Float64Array(expected.rows.length * featureCount));
  expected.contributions.forEach((row, i) => {
    row.forEach((contribution, feature) => {
      expect(Math.abs(contributions[i * featureCount + feature]! - contribution)).toBeLessThan(tolerance);
    });
    const alone = explain(
      explainer,
      columns.map((column) => column[i]!)
    );
    expect(alone).toEqual(contributions.subarray(i * featureCount, (i + 1) * featureCount));
  });
});
