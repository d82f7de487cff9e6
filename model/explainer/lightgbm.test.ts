import {readdirSync, readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {compileEnsemble} from "../ensemble/evaluate.ts";
import {readLightgbm} from "../ensemble/read-lightgbm.ts";
import {compileExplainer, explainRows} from "./tree-shap.ts";

const golden = new URL("../ensemble/golden/lightgbm/", import.meta.url);

test.each(readdirSync(golden))("meets LightGBM's own contributions: %s", (name) => {
  const {ensemble} = readLightgbm(readFileSync(new URL(`${name}/model.txt`, golden), "utf8"));
  const expected = JSON.parse(readFileSync(new URL(`${name}/expected.json`, golden), "utf8")) as {
    rows: (number | null)[][];
    contributions: number[][];
    bias: number;
  };
  const columns = Array.from({length: ensemble.featureCount}, (_, feature) =>
    Float64Array.from(expected.rows, (row) => row[feature] ?? NaN)
  );
  const explainer = compileExplainer(compileEnsemble(ensemble));
  expect(Math.abs(explainer.bias - expected.bias)).toBeLessThan(1e-9);
  const contributions = explainRows(explainer, columns, new Float64Array(250 * ensemble.featureCount));
  expected.contributions.forEach((row, i) =>
    row.forEach((contribution, feature) => {
      expect(Math.abs(contributions[i * ensemble.featureCount + feature]! - contribution)).toBeLessThan(1e-9);
    })
  );
});
