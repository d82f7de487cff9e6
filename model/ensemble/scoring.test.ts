import fc from "fast-check";
import {expect, test} from "vitest";
import {defaultScale, type Policy} from "../contract/scoring-model.ts";
import {
  decide,
  pointsAtProbability,
  pointsLine,
  probabilityAtPoints,
  probabilityOf,
  scoreOf,
  wholePoints
} from "./scoring.ts";

const identity = {slope: 1, intercept: 0};
const policy: Policy = {costRatio: 10, threshold: 480, reviewFrom: 470, reviewTo: 495};

test("20 good clients to a defaulting one are 600 points, and 50 points double the odds", () => {
  const {factor, offset} = pointsLine(identity, defaultScale);
  for (const [odds, points] of [
    [20, 600],
    [40, 650],
    [10, 550],
    [1, 383.9035952556319]
  ] as const) {
    expect(offset + factor * -Math.log(odds)).toBeCloseTo(points, 9);
    expect(probabilityAtPoints(points, defaultScale)).toBeCloseTo(1 / (1 + odds), 12);
    expect(pointsAtProbability(1 / (1 + odds), defaultScale)).toBeCloseTo(points, 9);
  }
});

test("points by the line are points by the probability", () => {
  const number = (min: number, max: number): fc.Arbitrary<number> => fc.double({min, max, noNaN: true});
  fc.assert(
    fc.property(number(-5, 5), number(0.2, 2), number(-2, 2), (raw, slope, intercept) => {
      const {factor, offset} = pointsLine({slope, intercept}, defaultScale);
      const byProbability = pointsAtProbability(probabilityOf(raw, {slope, intercept}), defaultScale);
      expect(Math.abs(offset + factor * raw - byProbability)).toBeLessThan(1e-6);
    })
  );
});

test("probabilities stay within 0 and 1 for any score", () => {
  expect(probabilityOf(0, identity)).toBe(0.5);
  expect(probabilityOf(1e4, identity)).toBe(1);
  expect(probabilityOf(-1e4, identity)).toBe(0);
});

test("the threshold accepts, and both ends of the band ask for a review", () => {
  const decisions = [469, 470, 479, 480, 495, 496].map((points) => decide(points, policy));
  expect(decisions.map(({recommendation}) => recommendation)).toEqual([
    ...["refuse", "refuse", "refuse"],
    ...["accept", "accept", "accept"]
  ]);
  expect(decisions.map(({review}) => review)).toEqual([false, true, true, true, true, false]);
});

test("the decision is that of the points shown, not of the points before rounding", () => {
  const {factor, offset} = pointsLine(identity, defaultScale);
  const rawAt = (points: number): number => (points - offset) / factor;
  const model = {calibration: identity, scale: defaultScale, policy};
  expect(scoreOf(rawAt(479.6), model)).toMatchObject({points: 480, recommendation: "accept"});
  expect(scoreOf(rawAt(479.4), model)).toMatchObject({points: 479, recommendation: "refuse"});
});

test("halves round upwards, and there is no negative zero", () => {
  expect([0.5, 1.5, -0.5, -1.5, -0.4].map(wholePoints)).toEqual([1, 2, 0, -1, 0]);
});
