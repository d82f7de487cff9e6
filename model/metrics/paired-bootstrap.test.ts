import fc from "fast-check";
import {expect, test} from "vitest";
import {normal95} from "./interval.ts";
import {type PairedMean, pairedBootstrap} from "./paired-bootstrap.ts";
import {createRandom} from "./random.ts";

const halfWidth = ({low, high}: {low: number; high: number}) => (high - low) / 2;

/** 1.96 standard errors of a mean. */
function textbook(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return normal95 * Math.sqrt(variance / values.length);
}

/** What two models that agree on most clients cost with each. */
function draw(clients: number, seed: number, dearest = 10): [number[], number[]] {
  const random = createRandom(seed);
  const first = Array.from({length: clients}, () => (random() < 0.03 ? dearest : Number(random() < 0.2)));
  return [first, first.map((cost) => (random() < 0.1 ? Number(random() < 0.5) : cost))];
}

for (const clients of [4000, 45_000]) {
  test(`intervals of means and of differences are as wide as 1.96 standard errors, of ${clients} clients`, () => {
    const [first, second] = draw(clients, 1);
    const [one, two] = pairedBootstrap([first, second], 0, {samples: 2000, seed: 3}) as [PairedMean, PairedMean];
    expect(halfWidth(one.mean) / textbook(first)).toBeCloseTo(1, 1);
    expect(halfWidth(two.mean) / textbook(second)).toBeCloseTo(1, 1);
    const differences = second.map((value, i) => value - first[i]!);
    expect(halfWidth(two.difference) / textbook(differences)).toBeCloseTo(1, 1);
    // The same clients are drawn for both: their difference is far surer than two means apart would say.
    expect(halfWidth(two.difference)).toBeLessThan(halfWidth(two.mean) / 1.5);
    expect(one.difference).toEqual({value: 0, low: 0, high: 0});
  });
}

test("95 % intervals of a difference hold the difference in the population about 95 times of 100", () => {
  let held = 0;
  for (let trial = 0; trial < 300; trial++) {
    const [, {difference}] = pairedBootstrap(draw(600, trial, 2), 0, {samples: 200, seed: trial}) as [
      PairedMean,
      PairedMean
    ];
    // Of 10 clients in 100, a cost of 0.03 × 2 + 0.97 × 0.2 on average becomes one of 0.5.
    const truth = 0.1 * (0.5 - (0.03 * 2 + 0.97 * 0.2));
    if (difference.low <= truth && truth <= difference.high) held++;
  }
  expect(held).toBeGreaterThan(270);
  expect(held).toBeLessThan(296);
});

test("values are the plain means, whatever is drawn; the same seed draws the same", () => {
  const column = fc.array(fc.double({min: -100, max: 100, noNaN: true}), {minLength: 6, maxLength: 6});
  fc.assert(
    fc.property(fc.tuple(column, column, column), fc.nat(), (columns, seed) => {
      const found = pairedBootstrap(columns, 1, {samples: 20, seed});
      const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
      found.forEach(({mean: {value, low, high}, difference}, k) => {
        expect(value).toBeCloseTo(mean(columns[k]!), 10);
        expect(difference.value).toBeCloseTo(mean(columns[k]!) - mean(columns[1]), 10);
        expect(low).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThanOrEqual(Math.min(...columns[k]!) - 1e-9);
        expect(high).toBeLessThanOrEqual(Math.max(...columns[k]!) + 1e-9);
      });
      expect(pairedBootstrap(columns, 1, {samples: 20, seed})).toEqual(found);
    }),
    {numRuns: 50}
  );
});

test("no clients, or columns of different clients, are refused", () => {
  const refusal = expect.objectContaining({code: "E_TARGET"});
  expect(() => pairedBootstrap([[]], 0)).toThrow(refusal);
  expect(() => pairedBootstrap([[1, 2], [1]], 0)).toThrow(refusal);
});
