import fc from "fast-check";
import {expect, test} from "vitest";
import {distribution, quantileSorted, readableEdges} from "./distribution.ts";

const everyone = (n: number) => Int32Array.from({length: n}, (_, i) => i);

test("people are counted once, by bin, with their outcomes where these are known", () => {
  const column = Float32Array.from([0, 1, 1.5, 2, NaN, 9]);
  const result = distribution(
    column,
    everyone(6),
    {outcomes: Uint8Array.from([0, 1, 255, 0, 1, 1]), accepted: Uint8Array.from([1, 0, 1, 1, 1, 0])},
    {edges: [0, 1, 2]}
  );
  expect(result).toMatchObject({
    count: 5,
    missing: 1,
    counts: [1, 4],
    labelled: [1, 3],
    defaults: [0, 2],
    accepted: [1, 2]
  });
});

test("a category's bins are its codes, and it has no quantiles", () => {
  const result = distribution(
    Float32Array.from([0, 2, 2, NaN]),
    everyone(4),
    {outcomes: new Uint8Array(4), accepted: new Uint8Array(4)},
    {categories: 3}
  );
  expect(result).toMatchObject({counts: [1, 0, 2], missing: 1, quantiles: null, edges: null});
});

test("quantiles use the R-7 method", () => {
  expect(quantileSorted(Float32Array.from([1, 2, 3, 4]), 0.5)).toBe(2.5);
  expect(quantileSorted(Float32Array.from([1, 2, 3, 4]), 0.25)).toBe(1.75);
  expect(quantileSorted(Float32Array.from([7]), 0.95)).toBe(7);
});

test("few whole values get a bin each", () => {
  expect(readableEdges(Float32Array.from([0, 1, 2, 3, 3, 3]))).toEqual([0, 1, 2, 3, 4]);
});

test("edges are round and cover what nearly everyone has", () => {
  const values = Float32Array.from({length: 1000}, (_, i) => 100_000 + i * 437);
  const edges = readableEdges(values);
  expect(edges[0]).toBeLessThanOrEqual(102_185);
  expect(edges.at(-1)!).toBeGreaterThanOrEqual(534_378);
  expect(edges.every((edge) => edge % 5000 === 0)).toBe(true);
});

test("edges ascend and no one is lost, whatever the values", () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.float({noDefaultInfinity: true}), fc.constant(NaN)), {minLength: 1, maxLength: 60}),
      (values) => {
        const column = Float32Array.from(values);
        const edges = readableEdges(column);
        expect(edges.length).toBeGreaterThan(1);
        for (let i = 1; i < edges.length; i++) expect(edges[i]!).toBeGreaterThan(edges[i - 1]!);
        const blank = new Uint8Array(column.length);
        const {counts, count, missing} = distribution(
          column,
          everyone(column.length),
          {outcomes: blank, accepted: blank},
          {edges}
        );
        expect(counts.reduce((sum, n) => sum + n, 0)).toBe(count);
        expect(count + missing).toBe(column.length);
      }
    )
  );
});
