import {readdirSync, readFileSync} from "node:fs";
import {InferenceSession, Tensor} from "onnxruntime-node";
import {expect, test} from "vitest";
import {ensembleSchema} from "../contract/ensemble.ts";
import {compileCalibration} from "./calibration.ts";
import type {Columns} from "./evaluate.ts";
import {categoricalFeatures, categoryCode, rawScores, type ImportedModel} from "./imported-model.ts";
import {readModel} from "./read-model.ts";
import {writeScoreGraph} from "./write-onnx.ts";

/** Models with what the libraries themselves gave for some rows. Of a link that there isn't, the prediction is the raw score. */
interface Expected {
  rows: (number | null)[][];
  raw_score: number[];
  probability?: number[];
  prediction?: number[];
}

const golden = new URL("golden/", import.meta.url);
const cases = readdirSync(golden).flatMap((library) =>
  readdirSync(new URL(`${library}/`, golden)).map((name): [string, string] => [library, name])
);
const modelFile = (library: string) => (library === "xgboost" ? "model.json" : "model.txt");

function load(library: string, name: string): {model: ImportedModel; expected: Expected; columns: Columns} {
  const folder = new URL(`${library}/${name}/`, golden);
  const model = readModel(readFileSync(new URL(modelFile(library), folder)));
  const expected = JSON.parse(readFileSync(new URL("expected.json", folder), "utf8")) as Expected;
  const isCode = categoricalFeatures(model.ensemble);
  const columns = Array.from({length: model.ensemble.featureCount}, (_, feature) => {
    const cells = expected.rows.map((row) => row[feature] ?? NaN);
    const values = isCode[feature] ? cells.map((value) => categoryCode(model.format, value)) : cells;
    return model.arithmetic.features === "float32" ? Float32Array.from(values) : Float64Array.from(values);
  });
  return {model, expected, columns};
}

function compare(model: ImportedModel, expected: Expected, raw: ArrayLike<number>, probability?: ArrayLike<number>) {
  // XGBoost's probabilities are float32.
  const tolerance = model.arithmetic.sums === "float32" ? 1e-7 : 1e-9;
  const ours = model.calibration && compileCalibration(model.calibration);
  expected.raw_score.forEach((score, i) => {
    expect(Math.abs(raw[i]! - score)).toBeLessThan(1e-9);
    const given = (expected.probability ?? expected.prediction)![i]!;
    const link = ours === null ? raw[i]! : (probability?.[i] ?? ours(raw[i]!));
    expect(Math.abs(link - given)).toBeLessThan(tolerance);
  });
}

test("there are cases of each library", () => {
  expect(new Set(cases.map(([library]) => library))).toEqual(new Set(["lightgbm", "lightgbm-modes", "xgboost"]));
  expect(cases.length).toBeGreaterThanOrEqual(16);
});

test.each(cases)("the imported trees score as the library: %s %s", (library, name) => {
  const {model, expected, columns} = load(library, name);
  expect(ensembleSchema.safeParse(model.ensemble).error).toBeUndefined();
  expect(model.format).toBe(library.split("-")[0]);
  compare(model, expected, rawScores(model)(columns));
});

test.each(cases)("ONNX Runtime scores the imported trees as the library: %s %s", async (library, name) => {
  const {model, expected, columns} = load(library, name);
  const session = await InferenceSession.create(writeScoreGraph(model), {intraOpNumThreads: 1});
  const {features} = model.arithmetic;
  const shape = [expected.rows.length, columns.length];
  const values = expected.rows.flatMap((_, i) => columns.map((column) => column[i]!));
  const input =
    features === "float32"
      ? new Tensor("float32", Float32Array.from(values), shape)
      : new Tensor("float64", Float64Array.from(values), shape);
  const out = await session.run({features: input});
  await session.release();
  compare(model, expected, out.raw_score!.data as Float64Array, out.probability?.data as Float64Array | undefined);
});
