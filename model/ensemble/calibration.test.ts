import fc from "fast-check";
import {InferenceSession, Tensor} from "onnxruntime-node";
import {expect, test} from "vitest";
import type {Calibration, IsotonicCalibration} from "../contract/scoring-model.ts";
import {checkCalibration, compileCalibration, identity, logistic} from "./calibration.ts";
import {calibrationNodes} from "./onnx-calibration.ts";
import {valueInfo} from "./onnx-message.ts";
import {dataTypes, modelProto} from "./onnx-schema.ts";

async function inOnnxRuntime(calibration: Calibration, raw: readonly number[]): Promise<number[]> {
  const graph = {
    name: "calibration",
    input: [valueInfo("raw", dataTypes.double, 1)],
    output: [valueInfo("probability", dataTypes.double, 1)],
    ...calibrationNodes(calibration, "raw", "probability")
  };
  const opsetImport = [
    {domain: "", version: 21},
    {domain: "ai.onnx.ml", version: 5}
  ];
  const bytes = modelProto.encode(modelProto.fromObject({irVersion: 10, graph, opsetImport})).finish();
  const session = await InferenceSession.create(bytes, {intraOpNumThreads: 1});
  const out = await session.run({raw: new Tensor("float64", Float64Array.from(raw), [raw.length, 1])});
  await session.release();
  expect(out.probability!.dims).toEqual([raw.length, 1]);
  return Array.from(out.probability!.data as Float64Array);
}

const isotonic: fc.Arbitrary<IsotonicCalibration> = fc
  .array(fc.record({x: fc.integer({min: -8, max: 8}), y: fc.double({min: 0, max: 1, noNaN: true})}), {
    minLength: 1,
    maxLength: 40
  })
  .map((knots) => ({
    method: "isotonic",
    // Few places, so that knots often stand at one score.
    x: knots.map(({x}) => x / 2).sort((a, b) => a - b),
    y: knots.map(({y}) => y).sort((a, b) => a - b)
  }));
const scores = fc.array(
  fc.oneof(
    fc.double({min: -6, max: 6, noNaN: true}),
    fc.integer({min: -8, max: 8}).map((x) => x / 2)
  ),
  {
    minLength: 1,
    maxLength: 60
  }
);

test("an isotonic calibration is linear between knots, constant outside, and a step where two knots meet", () => {
  const probability = compileCalibration({method: "isotonic", x: [-1, 1, 1, 3], y: [0.1, 0.2, 0.6, 0.8]});
  expect([-9, -1, 0, 1 - 1e-12, 1, 2, 3, 9].map(probability).map((p) => Number(p.toFixed(9)))).toEqual([
    0.1, 0.1, 0.15, 0.2, 0.6, 0.7, 0.8, 0.8
  ]);
  expect(compileCalibration({method: "isotonic", x: [2], y: [0.3]})(-5)).toBe(0.3);
  expect([-1, 0.25, 7].map(compileCalibration(identity))).toEqual([0, 0.25, 1]);
  expect(compileCalibration(logistic)(0)).toBe(0.5);
});

test("an isotonic calibration never falls, to the last bit, and gives probabilities", () => {
  fc.assert(
    fc.property(isotonic, scores, (calibration, raw) => {
      const probability = compileCalibration(checkCalibration(calibration));
      const values = raw.sort((a, b) => a - b).map(probability);
      values.forEach((value, i) => {
        expect(value).toBeGreaterThanOrEqual(i > 0 ? values[i - 1]! : 0);
        expect(value).toBeLessThanOrEqual(1);
      });
    })
  );
});

test("ONNX Runtime calibrates as the evaluator: the same bits of an isotonic calibration", async () => {
  await fc.assert(
    fc.asyncProperty(isotonic, scores, async (calibration, raw) => {
      expect(await inOnnxRuntime(calibration, raw)).toEqual(raw.map(compileCalibration(calibration)));
    }),
    {numRuns: 60}
  );
  const many = Array.from({length: 3000}, (_, i) => i);
  const long: Calibration = {method: "isotonic", x: many.map((i) => i / 300 - 5), y: many.map((i) => i / 3000)};
  const raw = many.map((i) => i / 250 - 6);
  expect(await inOnnxRuntime(long, raw)).toEqual(raw.map(compileCalibration(long)));
}, 60_000);

test("ONNX Runtime calibrates as the evaluator: Platt's line", async () => {
  const calibration: Calibration = {method: "platt", slope: 0.83, intercept: -0.21};
  const raw = [-800, -20, -3, -1e-9, 0, 1, 2.5, 40, 800];
  (await inOnnxRuntime(calibration, raw)).forEach((value, i) => {
    expect(Math.abs(value - compileCalibration(calibration)(raw[i]!))).toBeLessThan(1e-15);
  });
});

test("knots too near one another for a slope are a step", () => {
  const probability = compileCalibration({method: "isotonic", x: [0, Number.MIN_VALUE], y: [0, 1]});
  expect([0, Number.MIN_VALUE].map(probability)).toEqual([0, 1]);
});

test.each<[string, Calibration, string]>([
  ["a slope that turns the order over", {method: "platt", slope: -1, intercept: 0}, "slope -1, which isn't positive"],
  ["no intercept", {method: "platt", slope: 1, intercept: NaN}, "the intercept NaN"],
  ["no knot", {method: "isotonic", x: [], y: []}, "0 scores and 0 probabilities"],
  ["a fall", {method: "isotonic", x: [0, 1], y: [0.5, 0.4]}, "falls from 0.5 to 0.4 at knot 1: it must be monotone"],
  ["scores out of order", {method: "isotonic", x: [1, 0], y: [0, 1]}, "falls back from the score 1 to 0 at knot 1"],
  ["what is no probability", {method: "isotonic", x: [0], y: [1.5]}, "the probability 1.5 at knot 0"],
  ["an infinite score", {method: "isotonic", x: [-Infinity, 0], y: [0, 1]}, "the score -Infinity at knot 0"]
])("refuses %s", (_, calibration, message) => {
  expect(() => checkCalibration(calibration)).toThrow(
    expect.objectContaining({code: "E_MODEL", message: expect.stringContaining(message) as string})
  );
});
