import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import type {ModelSource} from "../contract/imported-model.ts";
import {catalogue} from "../features/catalogue.ts";
import {compileCalibration} from "./calibration.ts";
import {importedFile, modelOfImportedFile, parseImportedFile} from "./imported-file.ts";
import {rawScores} from "./imported-model.ts";
import {matchFeatures} from "./match-features.ts";
import {readModel} from "./read-model.ts";

const model = readModel(readFileSync(new URL("../features/golden/lightgbm/model.txt", import.meta.url)));
const match = matchFeatures(model, catalogue);
const source: ModelSource = {format: "lightgbm", file: "model.txt", sha256: "0".repeat(64)};
const columns = match.inputs.map((_, column) => Float64Array.from({length: 30}, (_, row) => (row % 7) - column / 3));

test("an imported model is read again as the model that it is, to score with like any other", () => {
  const file = importedFile(model, match, source);
  const again = readModel(new TextEncoder().encode(JSON.stringify(file)));
  expect(again).toMatchObject({format: "lightgbm", arithmetic: model.arithmetic, calibration: model.calibration});
  expect(again.featureNames).toEqual(match.inputs.map(({id}) => id));
  expect(again.ensemble).toEqual(match.ensemble);
});

test("a random forest, whose probability is of its trees' average, is brought to log-odds", () => {
  const calibration = {method: "platt" as const, slope: 1 / 20, intercept: 0};
  const file = importedFile({...model, calibration}, match, source);
  expect(file).toMatchObject({link: {method: "platt", slope: 1, intercept: 0}, arithmetic: {sums: "float64"}});
  const probabilities = (from: typeof model) => rawScores(from)(columns).map(compileCalibration(from.calibration!));
  const before = probabilities({...model, ensemble: match.ensemble, calibration});
  probabilities(modelOfImportedFile(file)).forEach((probability, i) => {
    expect(probability).toBeCloseTo(before[i]!, 12);
  });
});

test("a threshold beyond all numbers is kept as the largest number", () => {
  const [first, ...others] = match.ensemble.trees;
  const endless = {...first!, threshold: first!.threshold.map(() => Infinity)};
  const file = importedFile(model, {...match, ensemble: {...match.ensemble, trees: [endless, ...others]}}, source);
  const again = parseImportedFile(JSON.parse(JSON.stringify(file)));
  expect(again.ensemble.trees[0]!.threshold).toEqual(endless.threshold.map(() => Number.MAX_VALUE));
});

test("a leaf that is no number, and what isn't such a file, are refused", () => {
  const [first, ...others] = match.ensemble.trees;
  const broken = {...first!, leafValue: first!.leafValue.map(() => NaN)};
  const file = importedFile(model, match, source);
  for (const make of [
    () => importedFile(model, {...match, ensemble: {...match.ensemble, trees: [broken, ...others]}}, source),
    () => parseImportedFile({...file, inputs: file.inputs.slice(1)}),
    () => parseImportedFile({...file, source: {...source, sha256: "short"}}),
    () => parseImportedFile({...file, link: {method: "platt", slope: Number.MAX_VALUE * 2, intercept: 0}}),
    () =>
      parseImportedFile({...file, ensemble: {...file.ensemble, trees: [{...first!, left: first!.left.map(() => 99)}]}})
  ]) {
    expect(make).toThrow(expect.objectContaining({code: "E_MODEL"}));
  }
});
