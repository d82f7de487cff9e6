import {expect, test} from "vitest";
import {countBelow, knownSorted, quantileSorted} from "./quantile.ts";

test("quantiles are interpolated as NumPy does", () => {
  // numpy.percentile([1, 2, 4, 8, 16], [0, 10, 25, 60, 100])
  const sorted = [1, 2, 4, 8, 16];
  expect([0, 0.1, 0.25, 0.6, 1].map((p) => quantileSorted(sorted, p))).toEqual([1, 1.4, 2, 5.6, 16]);
  expect(quantileSorted([7], 0.3)).toBe(7);
  expect(quantileSorted([], 0.5)).toBeNaN();
});

test("missing values are neither sorted nor counted", () => {
  expect([...knownSorted([3, NaN, -1, NaN, 2])]).toEqual([-1, 2, 3]);
  expect(countBelow([1, 2, 2, 3], 2)).toBe(1);
  expect(countBelow([1, 2, 2, 3], 2, true)).toBe(3);
  expect(countBelow([1, 2], 9)).toBe(2);
});
