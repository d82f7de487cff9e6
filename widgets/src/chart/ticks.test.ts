import fc from "fast-check";
import {expect, test} from "vitest";
import {ticks} from "./ticks.ts";

test("ticks are round, inside and no more than asked for", () => {
  expect(ticks(412, 688, 6)).toEqual([450, 500, 550, 600, 650]);
  expect(ticks(0, 1, 5)).toEqual([0, 0.5, 1]);
  expect(ticks(0.05, 0.35, 7)).toEqual([0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35]);
});

test("no step of 1, 2 or 5 times a power of ten would give more ticks and still fit", () => {
  fc.assert(
    fc.property(
      fc.integer({min: -100_000, max: 100_000}),
      fc.integer({min: 1, max: 100_000}),
      fc.integer({min: 2, max: 12}),
      (low, extent, count) => {
        const high = low + extent;
        const found = ticks(low, high, count);
        expect(found.length).toBeLessThanOrEqual(count);
        expect(found.every((tick) => tick >= low - 1e-9 && tick <= high + 1e-9)).toBe(true);
        // The slow way: every step there is, the finest that fits.
        const best = [-3, -2, -1, 0, 1, 2, 3, 4, 5, 6]
          .flatMap((power) => [1, 2, 5].map((factor) => factor * 10 ** power))
          .map((step) => Math.floor(high / step + 1e-9) - Math.ceil(low / step - 1e-9) + 1)
          .find((fitting) => fitting <= count)!;
        expect(found.length).toBe(Math.max(0, best));
      }
    )
  );
});

test("a domain without extent has one tick", () => {
  expect(ticks(3, 3, 5)).toEqual([3]);
});
