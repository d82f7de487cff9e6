import fc from "fast-check";
import {expect, test} from "vitest";
import type {Unit} from "../../../../model/contract/feature.ts";
import {departureOf} from "./unusual.ts";

const number = (usual: number[]) => ({unit: "money" as const, usual});

test("a number is unusual beyond one and a half widths of the middle half, and not at that point", () => {
  const feature = number([10, 12, 20]);
  expect([-5, 35].map((value) => departureOf(value, feature))).toEqual([undefined, undefined]);
  expect([-5.1, 35.1].map((value) => departureOf(value, feature))).toEqual(["below", "above"]);
});

test("where the middle half shares one value, another is unusual", () => {
  const feature = {unit: "count" as const, usual: [0, 0, 0]};
  expect([0, 1].map((value) => departureOf(value, feature))).toEqual([undefined, "above"]);
  expect(departureOf(2, {unit: "count", usual: [3, 3, 3]})).toBe("below");
});

test("digits that the quartiles don't have make nothing unusual", () => {
  expect(departureOf(0.333333343, number([0.333333, 0.333333, 0.333333]))).toBeUndefined();
});

test("a category is unusual only where nine in ten are in another", () => {
  const category = (share: number) => ({unit: "category" as const, usual: [2, share]});
  expect(departureOf(1, category(0.9))).toBe("other");
  expect(departureOf(1, category(0.89))).toBeUndefined();
  expect(departureOf(2, category(0.99))).toBeUndefined();
});

test("a flag, a missing value and a feature of which nothing is known are never unusual", () => {
  expect(departureOf(1, {unit: "flag", usual: [0, 0, 0]})).toBeUndefined();
  expect(departureOf(null, number([0, 0, 0]))).toBeUndefined();
  expect(departureOf(7, {unit: "money", usual: null})).toBeUndefined();
});

test("whatever the scale and the place of zero, the same values are unusual", () => {
  const units = fc.constantFrom<Unit>("money", "ratio", "count", "days", "monthsAgo");
  const whole = fc.integer({min: -1000, max: 1000});
  fc.assert(
    fc.property(
      units,
      whole,
      fc.array(whole, {minLength: 3, maxLength: 3}),
      fc.integer({min: -9, max: 9}),
      (unit, value, three, power) => {
        const usual = three.sort((a, b) => a - b);
        const scale = 2 ** power;
        const scaled = {unit, usual: usual.map((quartile) => quartile * scale)};
        expect(departureOf(value * scale, scaled)).toBe(departureOf(value, {unit, usual}));
        const mirrored = {unit, usual: usual.map((quartile) => -quartile).reverse()};
        const sides = {above: "below", below: "above", other: "other"} as const;
        const side = departureOf(value, {unit, usual});
        expect(departureOf(-value, mirrored)).toBe(side && sides[side]);
      }
    )
  );
});
