import {expect, test} from "vitest";
import {defaultScale} from "../model/contract/scoring-model.ts";
import {createRandom} from "../model/metrics/random.ts";
import {auc} from "../model/metrics/ranking.ts";
import {refitNoise, widened} from "./refit-noise.ts";

const options = {scale: defaultScale, costRatio: 10, lossGivenDefault: 0.6, margin: 0.06};

/** Divisions of the same clients, on which the same model comes out a little different each time. */
function draw(noise: number, divisions: number) {
  const random = createRandom(5);
  const labels = Uint8Array.from({length: 900}, () => Number(random() < 0.15));
  const score = Float64Array.from(labels, (label) => label + 2 * random() - 2);
  return {
    labels,
    divisions: Array.from({length: divisions}, (_, division) => ({
      scores: score.map((value) => value + noise * random()),
      folds: Uint8Array.from(labels, (_, i) => (i + division * (i % 7)) % 3)
    }))
  };
}

test("the noise of the area is its deviation over divisions, and all noises grow with what training changes", () => {
  const small = draw(0.1, 3);
  const large = draw(2, 3);
  const quiet = refitNoise(small.divisions, small.labels, null, options)!;
  const loud = refitNoise(large.divisions, large.labels, null, options)!;
  const areas = small.divisions.map(({scores}) => auc(scores, small.labels));
  const mean = areas.reduce((sum, area) => sum + area, 0) / 3;
  const variance = areas.reduce((sum, area) => sum + (area - mean) ** 2, 0) / 2;
  expect(quiet.auc).toBeCloseTo(Math.sqrt(variance), 12);
  expect(quiet).toMatchObject({divisions: 3, money: null});
  expect(loud.auc).toBeGreaterThan(quiet.auc);
  expect(loud.cost).toBeGreaterThan(0);
});

test("money is told where credits are, in proportion to them", () => {
  const {labels, divisions} = draw(1, 2);
  const credits = Float64Array.from(labels, (_, i) => 1000 + i);
  const once = refitNoise(divisions, labels, credits, options)!;
  const twice = refitNoise(
    divisions,
    labels,
    credits.map((credit) => 2 * credit),
    options
  )!;
  expect(once.money).toBeGreaterThan(0);
  expect(twice.money).toBeCloseTo(2 * once.money!, 6);
});

test("a single division tells nothing of others", () => {
  const {labels, divisions} = draw(1, 1);
  expect(refitNoise(divisions, labels, null, options)).toBeNull();
});

test("an interval that counts more noise is wider on both sides, by the root of the sum of squares", () => {
  expect(widened({value: 10, low: 7, high: 16}, 0)).toEqual({value: 10, low: 7, high: 16});
  const {low, high} = widened({value: 10, low: 7, high: 18}, 4 / 1.959963984540054);
  expect(low).toBeCloseTo(10 - 5, 12);
  expect(high).toBeCloseTo(10 + Math.hypot(8, 4), 12);
});
