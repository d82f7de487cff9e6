import fc from "fast-check";
import {expect, test} from "vitest";
import {binOf, quantiles, quantileSorted, quantilesOf, readableEdges} from "./distribution.ts";

const sorted = (values: readonly number[]) => Float32Array.from(values.filter((value) => !Number.isNaN(value))).sort();

test("a bin holds its lower edge and not its upper one, and the end bins take what lies beyond", () => {
  expect([-1, 0, 0.9, 1, 1.5, 2, 9].map((value) => binOf([0, 1, 2], value))).toEqual([0, 0, 0, 1, 1, 1, 1]);
});

test("quantiles use the R-7 method", () => {
  expect(quantileSorted(Float32Array.from([1, 2, 3, 4]), 0.5)).toBe(2.5);
  expect(quantileSorted(Float32Array.from([1, 2, 3, 4]), 0.25)).toBe(1.75);
  expect(quantileSorted(Float32Array.from([7]), 0.95)).toBe(7);
});

test("quantiles look at the places of the order that they need, and no others", () => {
  const values = Float32Array.from({length: 1001}, (_, i) => Math.sqrt(i));
  const places = new Set<number>();
  const found = quantilesOf(values.length, (place) => {
    places.add(place);
    return values[place]!;
  });
  expect(found).toEqual(quantiles(values));
  expect([...places].sort((a, b) => a - b)).toEqual([50, 51, 250, 251, 500, 501, 750, 751, 950, 951]);
});

test("few whole values get a bin each", () => {
  expect(readableEdges(sorted([0, 1, 2, 3, 3, 3]))).toEqual([0, 1, 2, 3, 4]);
});

test("edges are round and cover what nearly everyone has", () => {
  const edges = readableEdges(Float32Array.from({length: 1000}, (_, i) => 100_000 + i * 437));
  expect(edges[0]).toBeLessThanOrEqual(102_185);
  expect(edges.at(-1)!).toBeGreaterThanOrEqual(534_378);
  expect(edges.every((edge) => edge % 5000 === 0)).toBe(true);
});

test("a column without any value has one bin", () => {
  expect(readableEdges(new Float32Array())).toEqual([0, 1]);
});

test("edges ascend, whatever the values", () => {
  fc.assert(
    fc.property(fc.array(fc.float({noDefaultInfinity: true}), {minLength: 1, maxLength: 60}), (values) => {
      const edges = readableEdges(sorted(values));
      expect(edges.length).toBeGreaterThan(1);
      for (let i = 1; i < edges.length; i++) expect(edges[i]!).toBeGreaterThan(edges[i - 1]!);
    })
  );
});
