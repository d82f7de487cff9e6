import fc from "fast-check";
import {expect, test} from "vitest";
import {bootstrapIntervals} from "./bootstrap-intervals.ts";
import {brier, logLoss} from "./calibration.ts";
import {normal95} from "./interval.ts";
import {createRandom} from "./random.ts";
import {averagePrecision, kolmogorovSmirnov} from "./ranking.ts";

/** Clients whose default follows from a score that is near normal, as the probabilities say. */
function draw(clients: number, seed: number) {
  const random = createRandom(seed);
  const scores = Float64Array.from({length: clients}, () => random() + random() + random() + random() - 2);
  const probabilities = scores.map((score) => 1 / (1 + Math.exp(2.5 - 1.7 * score)));
  const outcomes = Uint8Array.from(probabilities, (probability) => Number(random() < probability));
  return {scores, probabilities, outcomes};
}

test("figures are those of the plain definitions, ties included", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({min: 0, max: 1}), fc.integer({min: 1, max: 9})), {maxLength: 40}),
      (rows) => {
        const all: [number, number][] = [[0, 2], [1, 7], ...rows];
        const outcomes = all.map(([outcome]) => outcome);
        const scores = all.map(([, score]) => score);
        const probabilities = scores.map((score) => score / 10);
        const found = bootstrapIntervals(scores, probabilities, outcomes, {samples: 4});
        expect(found.averagePrecision.value).toBeCloseTo(averagePrecision(scores, outcomes), 12);
        expect(found.ks.value).toBeCloseTo(kolmogorovSmirnov(scores, outcomes), 12);
        expect(found.logLoss.value).toBeCloseTo(logLoss(probabilities, outcomes), 12);
        expect(found.brier.value).toBeCloseTo(brier(probabilities, outcomes), 12);
      }
    )
  );
});

test("log loss and Brier's score, which are means, get the interval of a mean", () => {
  const {scores, probabilities, outcomes} = draw(3000, 1);
  const found = bootstrapIntervals(scores, probabilities, outcomes, {samples: 1500, seed: 2});
  const each = (loss: (probability: number[], outcome: number[]) => number) =>
    Array.from(outcomes, (outcome, i) => loss([probabilities[i]!], [outcome]));
  for (const [values, interval] of [
    [each(logLoss), found.logLoss],
    [each(brier), found.brier]
  ] as const) {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
    const half = normal95 * Math.sqrt(variance / values.length);
    expect((interval.high - interval.low) / 2 / half).toBeCloseTo(1, 1);
    expect((interval.high + interval.low) / 2).toBeCloseTo(interval.value, 2);
  }
});

test("95 % intervals hold the figures of the population about 95 times of 100", () => {
  const population = draw(400_000, 99);
  const truth = {
    averagePrecision: averagePrecision(population.scores, population.outcomes),
    ks: kolmogorovSmirnov(population.scores, population.outcomes),
    logLoss: logLoss(population.probabilities, population.outcomes),
    brier: brier(population.probabilities, population.outcomes)
  };
  const held = {averagePrecision: 0, ks: 0, logLoss: 0, brier: 0};
  const names = Object.keys(held) as (keyof typeof held)[];
  for (let trial = 0; trial < 200; trial++) {
    const {scores, probabilities, outcomes} = draw(1000, trial);
    const found = bootstrapIntervals(scores, probabilities, outcomes, {samples: 100, seed: trial});
    for (const name of names) held[name] += Number(found[name].low <= truth[name] && truth[name] <= found[name].high);
  }
  for (const name of names) expect(held[name], name).toBeGreaterThanOrEqual(176);
});

test("a sample without a default is drawn anew, and one outcome alone is refused", () => {
  const found = bootstrapIntervals([1, 2, 3, 4], [0.1, 0.2, 0.3, 0.4], [0, 0, 0, 1], {samples: 50});
  for (const {low, high} of [found.averagePrecision, found.ks, found.logLoss, found.brier]) {
    expect(Number.isFinite(low) && Number.isFinite(high)).toBe(true);
    expect(low).toBeGreaterThanOrEqual(0);
  }
  expect(() => bootstrapIntervals([1, 2], [0.1, 0.2], [0, 0])).toThrow(expect.objectContaining({code: "E_TARGET"}));
});
