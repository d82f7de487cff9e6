import {expect, test} from "vitest";
import {bearing} from "./bearing.ts";

const usual = [2, 3, 5];

test("above what is usual goes the feature's way, below it the other, and between nowhere", () => {
  const raises = {unit: "money", usual, direction: "raises"} as const;
  const lowers = {unit: "money", usual, direction: "lowers"} as const;
  expect([6, 5, 3, 2, 1, 0].map((value) => bearing(value, raises))).toEqual([-1, 0, 0, 0, 1, 1]);
  expect([6, 5, 3, 2, 1, 0].map((value) => bearing(value, lowers))).toEqual([1, 0, 0, 0, -1, -1]);
});

test("nothing beats 0 of what raises the risk, even where 0 is usual", () => {
  expect(bearing(0, {unit: "count", usual: [0, 0, 1], direction: "raises"})).toBe(1);
  expect(bearing(0, {unit: "count", usual: [0, 0, 1], direction: "lowers"})).toBe(0);
});

test("a flag goes by its own value", () => {
  const flag = {unit: "flag" as const, usual: [0, 0, 1]};
  expect([1, 0].map((value) => bearing(value, {...flag, direction: "raises"}))).toEqual([-1, 1]);
  expect([1, 0].map((value) => bearing(value, {...flag, direction: "lowers"}))).toEqual([1, -1]);
});

test("nothing is expected of a missing value, a category, or where no direction is declared", () => {
  expect(bearing(null, {unit: "money", usual, direction: "raises"})).toBe(0);
  expect(bearing(NaN, {unit: "money", usual, direction: "raises"})).toBe(0);
  expect(bearing(9, {unit: "money", usual: null, direction: "raises"})).toBe(0);
  expect(bearing(9, {unit: "money", usual, direction: "none"})).toBe(0);
  expect(bearing(4, {unit: "category", usual: [1, 0.5], direction: "raises"})).toBe(0);
});
