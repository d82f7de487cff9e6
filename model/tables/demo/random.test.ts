import fc from "fast-check";
import {expect, test} from "vitest";
import {Choice, Curve, Ordinal, Stream, choice, normalCdf} from "./random.ts";

const draws = 20_000;

function mean(values: number[]): number {
  return values.reduce((sum, x) => sum + x, 0) / values.length;
}

test("a stream depends on seed, index and purpose, and on nothing else", () => {
  const first = (seed: number, index: number, purpose: "client" | "bureau"): number[] => {
    const stream = new Stream(seed, index, purpose);
    return Array.from({length: 4}, () => stream.next());
  };
  fc.assert(
    fc.property(fc.maxSafeNat(), fc.nat(1_000_000), (seed, index) => {
      const drawn = first(seed, index, "client");
      expect(first(seed, index, "client")).toEqual(drawn);
      expect(first(seed, index, "bureau")).not.toEqual(drawn);
      expect(first(seed, index + 1, "client")).not.toEqual(drawn);
      expect(first(seed + 1, index, "client")).not.toEqual(drawn);
    })
  );
});

test("first numbers of neighbouring clients are uniform and unrelated", () => {
  const values = Array.from({length: draws}, (_, i) => new Stream(1, i, "client").uniform());
  const counts = new Array<number>(20).fill(0);
  for (const value of values) ++counts[Math.floor(value * 20)]!;
  // Chi-squared of 19 degrees: 99.99 % are below 50.
  expect(counts.reduce((sum, n) => sum + (n - draws / 20) ** 2 / (draws / 20), 0)).toBeLessThan(50);
  const products = values.slice(1).map((value, i) => (value - 0.5) * (values[i]! - 0.5));
  expect(Math.abs(mean(products)) * 12).toBeLessThan(4 / Math.sqrt(draws));
});

test("normal, exponential and Poisson numbers have their means and variances", () => {
  const stream = new Stream(3, 0, "client");
  const cases: [draw: () => number, mean: number, variance: number][] = [
    [() => stream.normal(), 0, 1],
    [() => stream.exponential(3), 3, 9],
    [() => stream.poisson(4.5), 4.5, 4.5],
    [() => stream.integer(2, 5), 3.5, 1.25]
  ];
  for (const [draw, expected, variance] of cases) {
    const values = Array.from({length: draws}, draw);
    const m = mean(values);
    expect(Math.abs(m - expected)).toBeLessThan(4 * Math.sqrt(variance / draws));
    expect(Math.abs(mean(values.map((x) => (x - m) ** 2)) / variance - 1)).toBeLessThan(0.08);
  }
});

test("a choice draws each value by its weight, and never one of weight 0", () => {
  const stream = new Stream(4, 0, "client");
  const chosen = choice({a: 3, b: 1, c: 0});
  const values = Array.from({length: draws}, () => chosen.draw(stream));
  expect(new Set(values)).toEqual(new Set(["a", "b"]));
  expect(Math.abs(mean(values.map((value) => (value === "a" ? 1 : 0))) - 0.75)).toBeLessThan(0.013);
  expect(() => new Choice([["a", 0]])).toThrow(RangeError);
});

test("a curve passes through its points, is linear between and constant outside", () => {
  const curve = new Curve([10, 20, 20, 50], [0, 1, 2, 4]);
  expect([-1, 0, 0.5, 1, 1.5, 2, 3, 4, 9].map((x) => curve.at(x))).toEqual([10, 10, 15, 20, 20, 20, 35, 50, 50]);
  expect(() => new Curve([1, 2], [0])).toThrow(RangeError);
});

test("an ordinal rises with the score, in the shares of its weights", () => {
  const ordinal = new Ordinal([
    [30, 1],
    [10, 1],
    [20, 2]
  ]);
  // Quartiles of the normal distribution are at ±0.6745.
  expect([-9, -0.68, -0.67, 0, 0.67, 0.68, 9].map((z) => ordinal.atNormal(z))).toEqual([10, 10, 20, 20, 20, 30, 30]);
});

test("the normal distribution function is right to seven digits", () => {
  // Tabulated: Abramowitz and Stegun, table 26.1.
  for (const [z, p] of [
    [0, 0.5],
    [0.5, 0.6914624613],
    [1, 0.8413447461],
    [1.96, 0.9750021049],
    [3, 0.998650102]
  ] as const) {
    expect(Math.abs(normalCdf(z) - p)).toBeLessThan(1e-7);
    expect(Math.abs(normalCdf(z) + normalCdf(-z) - 1)).toBeLessThan(1e-7);
  }
});
