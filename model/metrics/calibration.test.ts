import {expect, test} from "vitest";
import {brier, fitPlatt, logLoss, reliability} from "./calibration.ts";
import {clipped, goldenCases} from "./golden/cases.ts";
import {wilson} from "./interval.ts";

test.each(goldenCases)("meets scikit-learn's losses on $label.length clients", (golden) => {
  expect(logLoss(clipped(golden.score), golden.label)).toBeCloseTo(golden.log_loss, 9);
  expect(brier(clipped(golden.score), golden.label)).toBeCloseTo(golden.brier, 9);
});

test("groups by quantile are scikit-learn's where no scores tie", () => {
  const golden = goldenCases.find((one) => one.calibration.strategy === "quantile")!;
  const groups = reliability(golden.score, golden.label, golden.calibration.bins);
  expect(groups.map(({count}) => count)).toEqual(Array.from({length: 10}, () => 40));
  groups.forEach((group, i) => {
    expect(group.observed).toBeCloseTo(golden.calibration.observed[i]!, 9);
    expect(group.predicted).toBeCloseTo(golden.calibration.predicted[i]!, 9);
    expect(group).toMatchObject(wilson(group.observed * 40, 40));
  });
});

test("equal probabilities share a group, whatever the order of rows", () => {
  const probabilities = [0.1, 0.1, 0.1, 0.2, 0.1, 0.3, 0.3, 0.4];
  const outcomes = [0, 1, 0, 0, 0, 1, 0, 1];
  const groups = reliability(probabilities, outcomes, 4);
  expect(groups.map(({count}) => count)).toEqual([4, 3, 1]);
  const order = [7, 3, 1, 0, 2, 6, 5, 4];
  const shuffled = reliability(
    order.map((i) => probabilities[i]!),
    order.map((i) => outcomes[i]!),
    4
  );
  shuffled.forEach((group, i) => {
    expect(group.observed).toBeCloseTo(groups[i]!.observed, 12);
    expect(group.count).toBe(groups[i]!.count);
  });
});

test("fewer people than groups make a group each", () => {
  expect(reliability([0.2, 0.1], [1, 0], 10).map(({predicted}) => predicted)).toEqual([0.1, 0.2]);
});

test("a certain prediction that is wrong costs infinitely", () => {
  expect(logLoss([1], [0])).toBe(Infinity);
  expect(logLoss([0, 1], [0, 1])).toBe(0);
});

test("Platt's fit is where no step, however small, lowers its loss", () => {
  const raw = Array.from({length: 200}, (_, i) => Math.sin(i * 12.9898) * 3 - 1);
  const outcomes = raw.map((x, i) => Number(Math.cos(i * 78.233) < Math.tanh(0.6 * x)));
  const {slope, intercept} = fitPlatt(raw, outcomes);
  const defaults = outcomes.reduce((a, b) => a + b, 0);
  const loss = (a: number, b: number): number =>
    raw.reduce((sum, x, i) => {
      const p = 1 / (1 + Math.exp(-(a * x + b)));
      const target = outcomes[i] ? (defaults + 1) / (defaults + 2) : 1 / (200 - defaults + 2);
      return sum - target * Math.log(p) - (1 - target) * Math.log(1 - p);
    }, 0);
  const least = loss(slope, intercept);
  for (const [a, b] of [
    [1e-4, 0],
    [-1e-4, 0],
    [0, 1e-4],
    [0, -1e-4],
    [1e-4, -1e-4]
  ] as const) {
    expect(loss(slope + a, intercept + b)).toBeGreaterThan(least);
  }
});

test("Platt's fit holds still under a change of scale, and for scores that separate the outcomes", () => {
  const outcomes = [0, 0, 1, 0, 1, 1];
  const fit = fitPlatt([-2, -1, -0.5, 0, 1, 2], outcomes);
  const scaled = fitPlatt([-2000, -1000, -500, 0, 1000, 2000], outcomes);
  expect(scaled.slope).toBeCloseTo(fit.slope / 1000, 9);
  expect(scaled.intercept).toBeCloseTo(fit.intercept, 6);
  const separated = fitPlatt([-1, -1, 1, 1], [0, 0, 1, 1]);
  expect(1 / (1 + Math.exp(-(separated.slope + separated.intercept)))).toBeCloseTo(0.75, 9);
});

test("scores that rank backwards cannot be calibrated", () => {
  expect(() => fitPlatt([3, 2, 1, 0], [0, 0, 1, 1])).toThrow("higher scores don't go with more defaults");
});

test("Wilson's interval is that of his paper's formula, and exact at the ends", () => {
  // Newcombe (Statistics in Medicine, 1998), table I, method 3: 81 of 263, 15 of 148, 0 of 20, 29 of 29.
  const rounded = (successes: number, count: number): number[] =>
    Object.values(wilson(successes, count)).map((bound) => Math.round(bound * 1e4) / 1e4);
  expect(rounded(81, 263)).toEqual([0.2553, 0.3662]);
  expect(rounded(15, 148)).toEqual([0.0624, 0.1605]);
  expect(rounded(0, 20)).toEqual([0, 0.1611]);
  expect(rounded(1, 29)).toEqual([0.0061, 0.1718]);
  expect(wilson(29, 29).high).toBe(1);
  expect(wilson(0, 0)).toEqual({low: 0, high: 1});
});
