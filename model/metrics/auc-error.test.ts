import fc from "fast-check";
import {expect, test} from "vitest";
import {aucDifference, aucStandardError} from "./auc-error.ts";
import {auc} from "./ranking.ts";

/** The definition, pair by pair. */
function oracle(labels: number[], scores: number[]): number {
  const of = (label: number) => scores.filter((_, i) => labels[i] === label);
  const [positives, negatives] = [of(1), of(0)];
  const wins = (a: number, b: number) => (a > b ? 1 : a === b ? 0.5 : 0);
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = (values: number[]) =>
    values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0) / (values.length - 1);
  const v10 = positives.map((a) => mean(negatives.map((b) => wins(a, b))));
  const v01 = negatives.map((b) => mean(positives.map((a) => wins(a, b))));
  return Math.sqrt(variance(v10) / positives.length + variance(v01) / negatives.length);
}

test("equals DeLong's definition, pair by pair, ties included", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({min: 0, max: 1}), fc.integer({min: 0, max: 6})), {maxLength: 40}),
      (rows) => {
        const all: [number, number][] = [[0, 1], [0, 3], [1, 2], [1, 5], ...rows];
        const labels = all.map(([label]) => label);
        const scores = all.map(([, score]) => score);
        expect(aucStandardError(scores, labels)).toBeCloseTo(oracle(labels, scores), 12);
      }
    )
  );
});

test("a perfect ranking has no spread", () => {
  expect(aucStandardError([1, 2, 3, 4], [0, 0, 1, 1])).toBe(0);
});

test("one outcome alone has no curve", () => {
  expect(() => aucStandardError([1, 2], [0, 0])).toThrow(expect.objectContaining({code: "E_TARGET"}));
});

test("covers the spread of the area over samples", () => {
  // 300 samples of 60 clients from one population: the mean standard error is near the deviation of the areas.
  const random = fc.sample(fc.double({min: 0, max: 1, noNaN: true}), {numRuns: 40_000, seed: 1});
  let next = 0;
  const draw = () => random[next++ % random.length]!;
  const areas: number[] = [];
  const errors: number[] = [];
  for (let sample = 0; sample < 300; sample++) {
    const labels = Array.from({length: 60}, (_, i) => Number(i < 20));
    const scores = labels.map((label) => draw() + 0.3 * label);
    let wins = 0;
    for (let i = 0; i < 20; i++) for (let j = 20; j < 60; j++) wins += Number(scores[i]! > scores[j]!);
    areas.push(wins / 800);
    errors.push(aucStandardError(scores, labels));
  }
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.sqrt(mean(areas.map((area) => (area - mean(areas)) ** 2)));
  expect(mean(errors) / deviation).toBeGreaterThan(0.85);
  expect(mean(errors) / deviation).toBeLessThan(1.15);
});

test("the difference of two scores is that of their areas; against chance its error is the score's own", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({min: 0, max: 1}), fc.integer({min: 0, max: 6}), fc.integer({min: 0, max: 6})), {
        maxLength: 40
      }),
      (rows) => {
        const all: [number, number, number][] = [[0, 1, 4], [0, 3, 0], [1, 2, 2], [1, 5, 1], ...rows];
        const [labels, scores, others] = [0, 1, 2].map((column) => all.map((row) => row[column]!)) as number[][];
        const {value} = aucDifference(scores!, others!, labels!);
        expect(value).toBeCloseTo(auc(scores!, labels!) - auc(others!, labels!), 12);
        expect(aucDifference(scores!, scores!, labels!)).toEqual({value: 0, standardError: 0});
        const constant = labels!.map(() => 1);
        const against = aucDifference(scores!, constant, labels!);
        expect(against.standardError).toBeCloseTo(aucStandardError(scores!, labels!), 12);
      }
    )
  );
});
