import fc from "fast-check";
import {InferenceSession, Tensor} from "onnxruntime-node";
import {expect, test} from "vitest";
import type {Ensemble} from "../contract/ensemble.ts";
import {type Calibration, defaultScale, type ScoringModel} from "../contract/scoring-model.ts";
import {compileCalibration} from "./calibration.ts";
import {arbitraryEnsemble, randomEnsemble} from "./ensemble-arbitrary.ts";
import {compileEnsemble, evaluate, evaluateFloat32, type Columns} from "./evaluate.ts";
import {decodeOnnx} from "./onnx-reader.ts";
import {modelProto} from "./onnx-schema.ts";
import {writeOnnx, writeScoreGraph, type Provenance} from "./write-onnx.ts";

const calibration: Calibration = {method: "platt", slope: 0.9, intercept: -0.3};

function modelOf(ensemble: Ensemble): ScoringModel {
  return {
    version: "0123456789ab",
    inputs: Array.from({length: ensemble.featureCount}, (_, i) => ({id: `feature_${i}`, categories: null})),
    ensemble,
    calibration,
    scale: defaultScale,
    policy: {costRatio: 10, threshold: 500, reviewFrom: 490, reviewTo: 510}
  };
}

/** The largest difference between ONNX Runtime's answers and the evaluator's. */
async function largestDifference(ensemble: Ensemble, columns: Columns): Promise<number> {
  const rows = columns[0]!.length;
  const features = new Float32Array(rows * ensemble.featureCount);
  columns.forEach((column, f) => column.forEach((value, i) => (features[i * ensemble.featureCount + f] = value)));
  const session = await InferenceSession.create(writeOnnx(modelOf(ensemble)), {intraOpNumThreads: 1});
  const out = await session.run({features: new Tensor("float32", features, [rows, ensemble.featureCount])});
  await session.release();
  expect(out.raw_score!.dims).toEqual([rows, 1]);
  expect(out.probability!.type).toBe("float64");
  const raw = out.raw_score!.data as Float64Array;
  const probability = out.probability!.data as Float64Array;
  return evaluate(compileEnsemble(ensemble), columns).reduce(
    (most, expected, i) =>
      Math.max(
        most,
        Math.abs(raw[i]! - expected),
        Math.abs(probability[i]! - compileCalibration(calibration)(expected)),
        raw[i] === raw[i] ? 0 : Infinity
      ),
    0
  );
}

/** What ONNX Runtime makes of a graph's bytes. */
async function runGraph(
  bytes: Uint8Array,
  columns: Columns,
  type: Float32ArrayConstructor | Float64ArrayConstructor
): Promise<{raw: Float64Array; probability: Float64Array | undefined}> {
  const rows = columns[0]!.length;
  const values = new type(rows * columns.length);
  columns.forEach((column, f) => column.forEach((value, i) => (values[i * columns.length + f] = value)));
  const session = await InferenceSession.create(bytes, {intraOpNumThreads: 1});
  const shape = [rows, columns.length];
  const features =
    values instanceof Float32Array ? new Tensor("float32", values, shape) : new Tensor("float64", values, shape);
  const {raw_score: raw, probability} = await session.run({features});
  await session.release();
  return {raw: raw!.data as Float64Array, probability: probability?.data as Float64Array | undefined};
}

test("ONNX Runtime scores as the evaluator: values at thresholds, NaN, zeros, unknown and missing categories", async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryEnsemble({trees: 5, splits: 12}), async ({ensemble, columns}) => {
      expect(await largestDifference(ensemble, columns)).toBeLessThan(1e-9);
    }),
    {numRuns: 150}
  );
}, 60_000);

test.each([1, 2, 30, 31, 32, 33, 64, 65, 300])("sets among %i categories hold in ONNX Runtime", async (codes) => {
  for (const seed of [1, 2, 3]) {
    const size = {features: 3, categorical: 3, trees: 6, splits: 15, codes};
    const {ensemble, columns} = randomEnsemble(seed, size, 400);
    expect(await largestDifference(ensemble, columns)).toBeLessThan(1e-9);
  }
});

test("an ensemble of production size holds in ONNX Runtime", async () => {
  const size = {features: 60, categorical: 10, trees: 300, splits: 60, codes: 60};
  const {ensemble, columns} = randomEnsemble(11, size, 3000);
  expect(await largestDifference(ensemble, columns)).toBeLessThan(1e-9);
}, 30_000);

test("a chain of hundreds of splits, and no tree at all, hold in ONNX Runtime", async () => {
  const depth = 500;
  const chain = Array.from({length: depth}, (_, i) => i);
  const deep: Ensemble = {
    featureCount: 1,
    baseScore: 0.125,
    trees: [
      {
        splitFeature: chain.map(() => 0),
        threshold: chain.map((i) => i),
        categories: chain.map(() => null),
        missing: chain.map(() => "nan" as const),
        defaultLeft: chain.map((i) => i === 77),
        left: chain.map((i) => ~i),
        right: chain.map((i) => (i + 1 < depth ? i + 1 : ~depth)),
        gain: chain.map(() => 1),
        nodeCover: chain.map((i) => depth - i + 1),
        leafValue: Array.from({length: depth + 1}, (_, i) => Math.sin(i)),
        leafCover: Array.from({length: depth + 1}, () => 1)
      }
    ]
  };
  const column = Float32Array.from([-1, 0, 0.5, 77, 250, 499, 499.5, 1e6, NaN]);
  expect(await largestDifference(deep, [column])).toBeLessThan(1e-9);
  expect(await largestDifference({featureCount: 1, baseScore: -2.5, trees: []}, [column])).toBeLessThan(1e-9);
});

test("float32 sums are those of the evaluator, to the last bit", async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryEnsemble({trees: 9, splits: 12}), async ({ensemble, columns}) => {
      const arithmetic = {features: "float32", sums: "float32"} as const;
      const {raw} = await runGraph(writeScoreGraph({ensemble, calibration: null, arithmetic}), columns, Float32Array);
      expect(raw).toEqual(evaluateFloat32(compileEnsemble(ensemble), columns));
    }),
    {numRuns: 60}
  );
}, 60_000);

test("float64 features part what float32 would merge", async () => {
  const size = {features: 3, categorical: 0, trees: 8, splits: 12, codes: 1};
  const {ensemble, columns} = randomEnsemble(21, size, 300);
  // A hair beside each value that thresholds are drawn from.
  const wide = columns.map((column) => Float64Array.from(column, (value, i) => value * (1 + ((i % 3) - 1) * 1e-12)));
  const arithmetic = {features: "float64", sums: "float64"} as const;
  const {raw} = await runGraph(writeScoreGraph({ensemble, calibration: null, arithmetic}), wide, Float64Array);
  const expected = evaluate(compileEnsemble(ensemble), wide);
  expect(Math.max(...expected.map((score, i) => Math.abs(score - raw[i]!)))).toBeLessThan(1e-12);
  expect(expected).not.toEqual(evaluate(compileEnsemble(ensemble), columns));
});

test("an isotonic calibration of a whole model holds in ONNX Runtime", async () => {
  const isotonic: Calibration = {method: "isotonic", x: [-2, -0.5, -0.5, 0.25, 1.5], y: [0.02, 0.05, 0.2, 0.4, 0.9]};
  const probability = compileCalibration(isotonic);
  await fc.assert(
    fc.asyncProperty(arbitraryEnsemble({trees: 4, splits: 8}), async ({ensemble, columns}) => {
      const out = await runGraph(writeOnnx(modelOf(ensemble), {calibration: isotonic}), columns, Float32Array);
      expect(out.probability).toEqual(out.raw.map(probability));
      const expected = evaluate(compileEnsemble(ensemble), columns);
      expect(Math.max(...expected.map((score, i) => Math.abs(score - out.raw[i]!)))).toBeLessThan(1e-12);
    }),
    {numRuns: 40}
  );
}, 60_000);

test("the same model is written as the same bytes, and says what it is", () => {
  const {ensemble} = randomEnsemble(5, {features: 4, categorical: 1, trees: 3, splits: 6, codes: 5}, 1);
  const model = modelOf(ensemble);
  const bytes = writeOnnx(model);
  expect(writeOnnx(structuredClone(model))).toEqual(bytes);
  const read = modelProto.toObject(modelProto.decode(bytes)) as {metadataProps: {key: string; value: string}[]};
  const metadata = Object.fromEntries(read.metadataProps.map(({key, value}) => [key, value]));
  expect(metadata["limpide.version"]).toBe("0123456789ab");
  expect(JSON.parse(metadata["limpide.inputs"]!)).toEqual(model.inputs);
  expect(JSON.parse(metadata["limpide.policy"]!)).toEqual(model.policy);
  expect(JSON.parse(metadata["limpide.scale"]!)).toEqual(model.scale);
  expect(JSON.parse(metadata["limpide.calibration"]!)).toEqual(calibration);
});

test("where a model comes from is in its metadata, as far as it is told", () => {
  const {ensemble} = randomEnsemble(5, {features: 4, categorical: 1, trees: 3, splits: 6, codes: 5}, 1);
  const read = (provenance: Provenance): [string, string][] =>
    (decodeOnnx(writeOnnx(modelOf(ensemble), {provenance}))!.metadataProps ?? []).map(({key, value}) => [key!, value!]);
  const told = new Map(read({dataHash: "ab", ensembleHash: "cd", writtenBy: "limpide 0.1.0"}));
  expect(told.get("limpide.data_sha256")).toBe("ab");
  expect(told.get("limpide.ensemble_sha256")).toBe("cd");
  expect(told.get("limpide.written_by")).toBe("limpide 0.1.0");
  expect(new Map(read({})).has("limpide.data_sha256")).toBe(false);
});

test("a calibration that isn't monotone is refused", () => {
  const {ensemble} = randomEnsemble(5, {features: 2, categorical: 0, trees: 1, splits: 2, codes: 1}, 1);
  const falling: Calibration = {method: "isotonic", x: [0, 1], y: [1, 0]};
  expect(() => writeOnnx(modelOf(ensemble), {calibration: falling})).toThrow("it must be monotone");
});

test("broken trees are refused before anything is written", () => {
  const {ensemble} = randomEnsemble(5, {features: 2, categorical: 0, trees: 1, splits: 6, codes: 1}, 1);
  expect(() =>
    writeOnnx(modelOf({...ensemble, featureCount: 1, trees: [{...ensemble.trees[0]!, leafValue: []}]}))
  ).toThrow(expect.objectContaining({code: "E_MODEL"}));
});
