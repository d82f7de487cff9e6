import {expect, test} from "vitest";
import {beeswarmSchema} from "../../contract/global-explanation.ts";
import {beeswarm} from "./beeswarm.ts";
import {testingPortfolio} from "./testing-portfolio.ts";

const {contributions, columns} = testingPortfolio(
  [
    {
      id: "income",
      family: "income",
      categories: null,
      draw: (random) => (random() < 0.1 ? NaN : random() * 1000),
      contribute: ([income]) => (Number.isNaN(income!) ? 0 : income! / 100 - 5)
    },
    {
      id: "work",
      family: "income",
      categories: ["A", "B"],
      draw: (random) => (random() < 0.3 ? 1 : 0),
      contribute: ([, work]) => 2 * work!
    },
    {id: "tiny", family: "debts", categories: null, draw: (random) => random(), contribute: () => 0.001}
  ],
  2000
);
const told = beeswarm(contributions, columns, {features: 2, sample: 300});

test("the most important features have a point a client drawn, the contributions ascending", () => {
  expect(beeswarmSchema.parse(told)).toEqual(told);
  expect([told.sample, told.clients]).toEqual([300, 2000]);
  expect(told.features.map(({id}) => id)).toEqual(["income", "work"]);
  for (const {contributions, values, offsets} of told.features) {
    expect([contributions.length, values.length, offsets.length]).toEqual([300, 300, 300]);
    expect(contributions).toEqual([...contributions].sort((a, b) => a - b));
  }
});

test("a number is told by its rank, a category by its place, a missing value as null", () => {
  const [income, work] = told.features;
  income!.values.forEach((percentile, i) => {
    if (percentile === null) expect(income!.contributions[i]).toBe(0);
    // Income is even between 0 and 1000: its percentile is a tenth of it, give or take the draw.
    else expect(Math.abs(percentile - (income!.contributions[i]! + 5) * 10)).toBeLessThan(5);
  });
  expect(income!.values.filter((value) => value === null).length).toBeGreaterThan(10);
  expect(work!.categories).toEqual(["A", "B"]);
  work!.values.forEach((code, i) => expect(work!.contributions[i]).toBe(2 * code!));
});

test("points of one place lie apart, and as evenly above as below", () => {
  const [, work] = told.features;
  for (const level of [0, 2]) {
    const offsets = work!.offsets.filter((_, i) => work!.contributions[i] === level);
    expect(new Set(offsets).size).toBe(offsets.length);
    expect(Math.abs(offsets.filter((one) => one > 0).length - offsets.filter((one) => one < 0).length)).toBeLessThan(2);
  }
  // The highest pile fills the height; a low one doesn't pretend to.
  expect(Math.max(...work!.offsets.map(Math.abs))).toBe(1);
  const few = beeswarm(contributions, columns, {features: 1, sample: 5});
  expect(Math.max(...few.features[0]!.offsets.map(Math.abs))).toBeLessThanOrEqual(2 / 8);
});

test("the same seed draws the same picture", () => {
  expect(beeswarm(contributions, columns, {features: 2, sample: 300})).toEqual(told);
  expect(beeswarm(contributions, columns, {features: 2, sample: 300, seed: 1})).not.toEqual(told);
});

test("clients fewer than the sample are all shown; equal contributions pile up in one place", () => {
  const all = beeswarm(
    {
      features: contributions.features.slice(2),
      values: new Float32Array(40).fill(0.5),
      factor: 2
    },
    [columns[2]!.slice(0, 40)]
  );
  expect(all.sample).toBe(40);
  expect(new Set(all.features[0]!.contributions)).toEqual(new Set([1]));
  expect(new Set(all.features[0]!.offsets).size).toBe(40);
});
