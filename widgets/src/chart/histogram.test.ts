import {expect, test} from "vitest";
import {histogramBars} from "./histogram.ts";

test("the fullest bin fills the height and bars stand on the ground", () => {
  const bars = histogramBars([5, 20, 0], {width: 300, height: 100});
  expect(bars.map(({height}) => height)).toEqual([25, 100, 0]);
  for (const {y, height} of bars) expect(y + height).toBe(100);
});

test("one person in a crowd is still seen", () => {
  expect(histogramBars([100_000, 1], {width: 100, height: 80})[1]!.height).toBe(1);
});

test("bars lie side by side inside the box", () => {
  const bars = histogramBars([1, 2, 3, 4], {width: 200, height: 10});
  bars.forEach((bar, i) => expect(bar.x).toBeGreaterThanOrEqual(i === 0 ? 0 : bars[i - 1]!.x + bars[i - 1]!.width));
  expect(bars.at(-1)!.x + bars.at(-1)!.width).toBeLessThanOrEqual(200);
});
