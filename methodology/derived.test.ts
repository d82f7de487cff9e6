import {expect, test} from "vitest";
import {defaultScale} from "../model/contract/scoring-model.ts";
import {pointsAtProbability} from "../model/ensemble/scoring.ts";
import {classWeight, costSensitiveProbability, pointsPerLogOdds} from "./derived.ts";
import {reports} from "./fixture.ts";

test("at 10 to 1, refusing pays from one default in eleven, which is 550 points", () => {
  expect(costSensitiveProbability(10)).toBeCloseTo(1 / 11, 12);
  expect(pointsAtProbability(1 / 11, defaultScale)).toBeCloseTo(550, 9);
});

test("at the threshold probability, accepting and refusing cost the same", () => {
  for (const ratio of [2, 10, 50]) {
    const p = costSensitiveProbability(ratio);
    expect(ratio * p).toBeCloseTo(1 - p, 12);
  }
});

test("doubling the odds is worth the points that the scale says, whatever the odds", () => {
  const odds = (ratio: number): number => 1 / (1 + ratio);
  expect(pointsAtProbability(odds(20), defaultScale)).toBeCloseTo(600, 9);
  expect(pointsAtProbability(odds(40), defaultScale) - pointsAtProbability(odds(20), defaultScale)).toBeCloseTo(50, 9);
});

test("log-odds become points as the calibration and the scale say together", () => {
  const {training} = reports();
  const raw = -2;
  const {method, ...line} = training.calibration;
  const {slope, intercept} = line as {slope: number; intercept: number};
  expect(method).toBe("platt");
  const logit = (value: number): number => slope * value + intercept;
  const points = (value: number): number => pointsAtProbability(1 / (1 + Math.exp(-logit(value))), defaultScale);
  expect(points(raw) - points(raw + 1)).toBeCloseTo(pointsPerLogOdds(training, defaultScale)!, 9);
  const isotonic = {...training, calibration: {method: "isotonic" as const, x: [-3, 0], y: [0.02, 0.3]}};
  expect(pointsPerLogOdds(isotonic, defaultScale)).toBeNull();
});

test("without a weight among the parameters, a default counts once", () => {
  const {training} = reports();
  expect(classWeight({...training, parameters: {}})).toBe(1);
  expect(classWeight({...training, parameters: {scale_pos_weight: 3.5}})).toBe(3.5);
});
