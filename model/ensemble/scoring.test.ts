import fc from "fast-check";
import {expect, test} from "vitest";
import {defaultScale, type Calibration, type Policy} from "../contract/scoring-model.ts";
import {compileLink, compileScore, decide, pointsAtProbability, probabilityAtPoints, wholePoints} from "./scoring.ts";

const number = (min: number, max: number): fc.Arbitrary<number> => fc.double({min, max, noNaN: true});
const identity: Calibration = {method: "platt", slope: 1, intercept: 0};
const platt = fc.record({method: fc.constant("platt" as const), slope: number(0.2, 2), intercept: number(-2, 2)});
/** As the data give them: strictly between 0 and 1, climbing from knot to knot. */
const isotonic = fc
  .uniqueArray(fc.record({x: fc.integer({min: -40, max: 40}), y: fc.integer({min: 1, max: 999})}), {
    minLength: 2,
    maxLength: 12,
    selector: ({x}) => x
  })
  .map((knots) => ({
    method: "isotonic" as const,
    x: knots.map(({x}) => x / 8).sort((a, b) => a - b),
    y: knots.map(({y}) => y / 1000).sort((a, b) => a - b)
  }));
const policy: Policy = {costRatio: 10, threshold: 480, reviewFrom: 470, reviewTo: 495};

test("20 good clients to a defaulting one are 600 points, and 50 points double the odds", () => {
  const link = compileLink({calibration: identity, scale: defaultScale});
  for (const [odds, points] of [
    [20, 600],
    [40, 650],
    [10, 550],
    [1, 383.9035952556319]
  ] as const) {
    expect(link.points(-Math.log(odds))).toBeCloseTo(points, 9);
    expect(probabilityAtPoints(points, defaultScale)).toBeCloseTo(1 / (1 + odds), 12);
    expect(pointsAtProbability(1 / (1 + odds), defaultScale)).toBeCloseTo(points, 9);
  }
});

test("points are those of the probability, and fewer where a default is likelier, by either calibration", () => {
  fc.assert(
    fc.property(number(-6, 6), number(0, 3), fc.oneof(platt, isotonic), (raw, step, calibration) => {
      const link = compileLink({calibration, scale: defaultScale});
      expect(link.points(raw)).toBeCloseTo(pointsAtProbability(link.probability(raw), defaultScale), 6);
      expect(link.points(raw + step)).toBeLessThanOrEqual(link.points(raw) + 1e-9);
    })
  );
});

test("contributions that add up in log-odds add up in points, by either calibration", () => {
  const shares = fc.array(number(-2, 2), {minLength: 1, maxLength: 8});
  fc.assert(
    fc.property(number(-6, 2), shares, fc.oneof(platt, isotonic), (base, contributions, calibration) => {
      const link = compileLink({calibration, scale: defaultScale});
      const raw = contributions.reduce((sum, one) => sum + one, base);
      const factor = link.pointsPerLogOdds(base, raw);
      expect(factor).toBeLessThanOrEqual(0);
      const sum = contributions.reduce((points, one) => points + one * factor, link.points(base));
      expect(sum).toBeCloseTo(link.points(raw), 2);
    })
  );
});

test("probabilities stay within 0 and 1 for any score", () => {
  const {probability} = compileLink({calibration: identity, scale: defaultScale});
  expect([0, 1e4, -1e4].map(probability)).toEqual([0.5, 1, 0]);
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
  const rawAt = (points: number): number => {
    const probability = probabilityAtPoints(points, defaultScale);
    return Math.log(probability / (1 - probability));
  };
  const scoreOf = compileScore({calibration: identity, scale: defaultScale, policy});
  expect(scoreOf(rawAt(479.6))).toMatchObject({points: 480, recommendation: "accept"});
  expect(scoreOf(rawAt(479.4))).toMatchObject({points: 479, recommendation: "refuse"});
});

test("halves round upwards, and there is no negative zero", () => {
  expect([0.5, 1.5, -0.5, -1.5, -0.4].map(wholePoints)).toEqual([1, 2, 0, -1, 0]);
});
