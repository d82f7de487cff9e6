import fc from "fast-check";
import {expect, test} from "vitest";
import type {Distribution} from "../../../model/contract/cohort.ts";
import {standingOf} from "./standing.ts";

/** A distribution of whole values, a bin each, counted the obvious way. */
function counted(values: readonly number[]): Distribution {
  const sorted = [...values].sort((a, b) => a - b);
  const low = sorted[0]!;
  const edges = Array.from({length: sorted.at(-1)! - low + 2}, (_, i) => low + i);
  const counts = edges.slice(0, -1).map((edge) => values.filter((value) => value === edge).length);
  const quantiles = [0.05, 0.25, 0.5, 0.75, 0.95].map((p) => sorted[Math.floor((sorted.length - 1) * p)]!);
  return {count: values.length, missing: 0, quantiles, edges, counts, outcomes: []};
}

test("of whole values a standing is exactly what counting the people gives", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({min: -5, max: 12}), {minLength: 1, maxLength: 60}), fc.nat(), (values, pick) => {
      const value = values[pick % values.length]!;
      const {below, same, above} = standingOf(counted(values), value, true)!;
      const share = (test: (other: number) => boolean) => values.filter(test).length / values.length;
      expect(below).toBeCloseTo(
        share((other) => other < value),
        9
      );
      expect(same).toBeCloseTo(
        share((other) => other === value),
        9
      );
      expect(above).toBeCloseTo(
        share((other) => other > value),
        9
      );
    })
  );
});

const wide: Distribution = {
  count: 200,
  missing: 5,
  quantiles: [2, 8, 12, 22, 38],
  edges: [0, 10, 20, 40],
  counts: [80, 60, 60],
  outcomes: []
};

test("inside a wide bin a standing is interpolated", () => {
  const {below, same, above} = standingOf(wide, 15, false)!;
  expect(below).toBeCloseTo(0.55, 9);
  expect(same).toBe(0);
  expect(above).toBeCloseTo(0.45, 9);
});

test("beyond the last edge everyone is below", () => {
  expect(standingOf(wide, 400, false)).toEqual({below: 1, same: 0, above: 0});
});

test("quantiles that repeat a value prove that many share it", () => {
  const tied = {...wide, quantiles: [0, 0, 0, 22, 38]};
  const {below, same, above} = standingOf(tied, 0, false)!;
  expect(below).toBe(0);
  expect(same).toBeCloseTo(0.45, 9);
  expect(above).toBeCloseTo(0.55, 9);
});

test("a category, or a group of whom nothing is known, has no standing", () => {
  expect(standingOf({...wide, edges: null}, 1, false)).toBeUndefined();
  expect(standingOf({...wide, count: 0}, 1, false)).toBeUndefined();
});
