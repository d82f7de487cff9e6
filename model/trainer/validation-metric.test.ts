import {expect, test} from "vitest";
import {logLoss} from "../metrics/calibration.ts";
import {auc} from "../metrics/ranking.ts";
import {validationLoss} from "./validation-metric.ts";

const labels = [0, 1, 0, 1, 1];
const scores = Float64Array.of(-2, 1, 0.5, 0.5, -1);
const plain = Float64Array.from(labels, (label) => 2 * label - 1);
const probabilities = scores.map((score) => 1 / (1 + Math.exp(-score)));

test("log loss is that of the metrics", () => {
  const loss = validationLoss("binary_logloss", plain, scores);
  expect(loss).toBeCloseTo(logLoss(probabilities, labels), 12);
});

test("log loss counts rows by their weights", () => {
  const loss = validationLoss(
    "binary_logloss",
    plain.map((weight) => (weight > 0 ? 2 : -1)),
    scores
  );
  const repeated = [0, 1, 2, 3, 4, 1, 3, 4];
  const twice = logLoss(
    repeated.map((row) => probabilities[row]!),
    repeated.map((row) => labels[row]!)
  );
  expect(loss).toBeCloseTo(twice, 12);
});

test("scores too large for exp cost what they should", () => {
  const loss = validationLoss("binary_logloss", Float64Array.of(-1, 1), Float64Array.of(2000, 2000));
  expect(loss).toBe(1000);
});

test("AUC is turned round, so that less is better", () => {
  expect(validationLoss("auc", plain, scores)).toBe(1 - auc(scores, labels));
});
