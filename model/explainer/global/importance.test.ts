import {expect, test} from "vitest";
import {importanceSchema} from "../../contract/global-explanation.ts";
import {createRandom} from "../../metrics/random.ts";
import type {Contributions} from "./contributions.ts";
import {importance} from "./importance.ts";

/** Four features of two families; the first two take back from one another. */
function draw(clients: number, seed: number): Contributions {
  const random = createRandom(seed);
  const values = new Float32Array(clients * 4);
  for (let client = 0; client < clients; client++) {
    const shared = random() - 0.5;
    values.set([2 * shared, -2 * shared, 0.2 * random(), random() < 0.1 ? 1 : 0], client * 4);
  }
  return {
    features: [
      {id: "a", family: "debts", categories: null},
      {id: "b", family: "debts", categories: null},
      {id: "c", family: "income", categories: null},
      {id: "d", family: "income", categories: null}
    ],
    values,
    factor: -10
  };
}

test("means are of sizes, in the unit asked for; a family's are of the sum of its features", () => {
  const values = Float32Array.of(1, -1, 2, 0, -3, 1, 0, 0.5);
  const told = importance({...draw(2, 1), values});
  expect(importanceSchema.parse(told)).toEqual(told);
  expect(told.clients).toBe(2);
  expect(Object.fromEntries(told.features.map(({id, mean}) => [id, mean.value]))).toEqual({
    a: 20,
    b: 10,
    c: 10,
    d: 2.5
  });
  expect(told.features.map(({id}) => id)).toEqual(["a", "b", "c", "d"]);
  expect(told.families.map(({id, features, mean}) => [id, features, mean.value])).toEqual([
    ["income", 2, 12.5],
    ["debts", 2, 10]
  ]);
});

test("contributions that cancel within a family leave the family nothing", () => {
  const {families} = importance(draw(500, 2), {samples: 50});
  const debts = families.find(({id}) => id === "debts")!;
  expect(debts.mean.high).toBeLessThan(1e-5);
});

test("groups of clients give the interval that single clients give", () => {
  const contributions = draw(20_000, 3);
  const grouped = importance(contributions, {units: 1000});
  const single = importance(contributions, {units: 20_000, samples: 400});
  expect([grouped.units, single.units]).toEqual([1000, 20_000]);
  grouped.features.forEach(({id, mean}) => {
    const other = single.features.find((feature) => feature.id === id)!.mean;
    expect(mean.value).toBeCloseTo(other.value, 10);
    const ratio = (mean.high - mean.low) / (other.high - other.low);
    expect(ratio).toBeGreaterThan(0.8);
    expect(ratio).toBeLessThan(1.25);
  });
});

test("95 % intervals hold the mean of the population about 95 times of 100", () => {
  // Of the four features: E|a| = E|b| = 10/2, E|c| = 1, E|d| = 1.
  const truth: Record<string, number> = {a: 5, b: 5, c: 1, d: 1};
  let [held, of] = [0, 0];
  for (let trial = 0; trial < 150; trial++) {
    for (const {id, mean} of importance(draw(400, 100 + trial), {samples: 300, units: 200, seed: trial}).features) {
      if (mean.low <= truth[id]! && truth[id]! <= mean.high) held++;
      of++;
    }
  }
  expect(held / of).toBeGreaterThan(0.91);
  expect(held / of).toBeLessThan(0.98);
});

test("the same seed gives the same interval, another seed nearly so", () => {
  const contributions = draw(3000, 4);
  const first = importance(contributions, {seed: 1});
  expect(importance(contributions, {seed: 1})).toEqual(first);
  const other = importance(contributions, {seed: 2});
  expect(other).not.toEqual(first);
  first.features.forEach(({mean}, i) =>
    expect(Math.abs(mean.low - other.features[i]!.mean.low)).toBeLessThan(0.3 * (mean.value - mean.low))
  );
});
