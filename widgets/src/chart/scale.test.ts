import fc from "fast-check";
import {expect, test} from "vitest";
import {binOf, binScale, linearScale} from "./scale.ts";

test("a straight scale maps its ends to the ends and keeps what lies beyond inside", () => {
  const x = linearScale([400, 700], [0, 300]);
  expect([400, 550, 700, 300, 900].map(x)).toEqual([0, 150, 300, 0, 300]);
});

test("a scale without extent draws its value in the middle", () => {
  expect(linearScale([5, 5], [0, 10])(5)).toBe(5);
});

test("over equal bins the bin scale is the straight one", () => {
  const edges = [0, 10, 20, 30, 40];
  const straight = linearScale([0, 40], [0, 200]);
  fc.assert(
    fc.property(fc.double({min: -10, max: 50, noNaN: true}), (value) => {
      expect(binScale(edges, [0, 200])(value)).toBeCloseTo(straight(value), 9);
    })
  );
});

test("uneven bins are equally wide, also one without extent", () => {
  const x = binScale([0, 1, 1, 100], [0, 300]);
  expect([0, 0.5, 1, 100].map(x)).toEqual([0, 50, 200, 300]);
});

test("a value belongs to the last bin whose lower edge is not above it", () => {
  expect([-5, 0, 0.9, 1, 2, 3, 9].map((value) => binOf([0, 1, 2, 3], value))).toEqual([0, 0, 0, 1, 2, 2, 2]);
});
