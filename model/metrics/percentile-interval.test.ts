import {expect, test} from "vitest";
import {percentileInterval} from "./percentile-interval.ts";

test("percentiles are read between neighbours, in whichever order the figures come (R-7)", () => {
  expect(percentileInterval([40, 0, 30, 10, 20])).toEqual({low: 1, high: 39});
  const thousand = Array.from({length: 1001}, (_, i) => (i * 8) % 1001);
  expect(percentileInterval(thousand)).toEqual({low: 25, high: 975});
});

test("a single figure is its own interval, and the figures given stay in their order", () => {
  expect(percentileInterval([3])).toEqual({low: 3, high: 3});
  const figures = [2, 1];
  percentileInterval(figures);
  expect(figures).toEqual([2, 1]);
});
