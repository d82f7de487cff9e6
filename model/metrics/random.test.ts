import fc from "fast-check";
import {expect, test} from "vitest";
import {createRandom, mixSeed, sample, shuffle} from "./random.ts";

test("a seed gives one stream, another seed another", () => {
  const draw = (...seed: number[]) => {
    const random = createRandom(...seed);
    return Array.from({length: 8}, random);
  };
  expect(draw(1, 2)).toEqual(draw(1, 2));
  expect(draw(1, 2)).not.toEqual(draw(2, 1));
  expect(mixSeed(0)).not.toBe(mixSeed(2 ** 32));
});

test("numbers are uniform", () => {
  const random = createRandom(5);
  const counts = new Int32Array(10);
  for (let i = 0; i < 100_000; ++i) counts[Math.floor(random() * 10)]!++;
  const chiSquared = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
  expect(chiSquared).toBeLessThan(27.9); // the 99.9 % quantile of 9 degrees of freedom
});

test("a sample is ascending, without repetition, and each row's chance is the same", () => {
  fc.assert(
    fc.property(
      fc.integer({min: 1, max: 60}),
      fc.integer(),
      fc.float({min: 0, max: 1, noNaN: true}),
      (total, seed, share) => {
        const rows = [...sample(total, Math.floor(share * total), createRandom(seed))];
        expect(rows).toHaveLength(Math.floor(share * total));
        expect(rows).toEqual([...new Set(rows)].sort((a, b) => a - b));
        expect(rows.every((row) => row >= 0 && row < total)).toBe(true);
      }
    )
  );
  const random = createRandom(2);
  const counts = new Int32Array(5);
  for (let i = 0; i < 20_000; ++i) for (const row of sample(5, 2, random)) counts[row]!++;
  for (const count of counts) expect(Math.abs(count - 8000)).toBeLessThan(300);
});

test("shuffling keeps every value", () => {
  expect(shuffle([3, 1, 2], createRandom(9)).sort()).toEqual([1, 2, 3]);
});
