import {expect, test} from "vitest";
import {logLoss} from "../metrics/calibration.ts";
import {auc} from "../metrics/ranking.ts";
import {validationLoss} from "./validation-metric.ts";

const labels = [0, 1, 0, 1, 1];
const scores = Float64Array.of(-2, 1, 0.5, 0.5, -1);
const probabilities = scores.map((score) => 1 / (1 + Math.exp(-score)));

test("log loss is that of the metrics", () => {
  const loss = validationLoss({metric: "binary_logloss", scale_pos_weight: 1}, labels, scores);
  expect(loss).toBeCloseTo(logLoss(probabilities, labels), 12);
});

test("log loss weighs positives as training does", () => {
  const loss = validationLoss({metric: "binary_logloss", scale_pos_weight: 2}, labels, scores);
  const repeated = [0, 1, 2, 3, 4, 1, 3, 4];
  const twice = logLoss(
    repeated.map((row) => probabilities[row]!),
    repeated.map((row) => labels[row]!)
  );
  expect(loss).toBeCloseTo(twice, 12);
});

test("scores too large for exp cost what they should", () => {
  const loss = validationLoss({metric: "binary_logloss", scale_pos_weight: 1}, [0, 1], Float64Array.of(2000, 2000));
  expect(loss).toBe(1000);
});

test("AUC is turned round, so that less is better", () => {
  expect(validationLoss({metric: "auc", scale_pos_weight: 1}, labels, scores)).toBe(1 - auc(scores, labels));
});
