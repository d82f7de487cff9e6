import {expect, test} from "vitest";
import {gaussLegendre} from "./quadrature.ts";

test("a rule of n nodes integrates every power up to 2n − 1 exactly, and no further", () => {
  for (const count of [1, 2, 3, 5, 8, 20, 64, 250]) {
    const {nodes, weights} = gaussLegendre(count);
    const integral = (power: number): number => nodes.reduce((sum, t, q) => sum + weights[q]! * t ** power, 0);
    for (let power = 0; power < 2 * count; power++) {
      expect(Math.abs(integral(power) - 1 / (power + 1))).toBeLessThan(1e-13);
    }
    if (count < 6) expect(Math.abs(integral(2 * count) - 1 / (2 * count + 1))).toBeGreaterThan(1e-7);
  }
});

test("nodes lie inside (0, 1), ascending, and weights are positive", () => {
  const {nodes, weights} = gaussLegendre(33);
  expect(Array.from(nodes)).toEqual([...nodes].sort((a, b) => a - b));
  expect(nodes.every((t) => t > 0 && t < 1)).toBe(true);
  expect(weights.every((w) => w > 0)).toBe(true);
});
