import {expect, test} from "vitest";
import type {Tree} from "../contract/ensemble.ts";
import {categoricalFeatures, categoryCode} from "./imported-model.ts";

test("a code that isn't whole, or is below 0, is what each library takes it for", () => {
  const values = [2, 2.9, -0.5, -2, NaN];
  const codes = (format: "lightgbm" | "xgboost" | "onnx") => values.map((value) => categoryCode(format, value));
  expect(codes("lightgbm")).toEqual([2, 2, 0, -1, NaN]);
  expect(codes("xgboost")).toEqual([2, 2, -1, -1, NaN]);
  expect(codes("onnx")).toEqual([2, -1, -1, -1, NaN]);
});

test("a feature is categorical where all its splits are on sets", () => {
  const split = (feature: number, categories: number[] | null): Tree => ({
    ...{splitFeature: [feature], threshold: [0], categories: [categories], missing: ["nan"], defaultLeft: [true]},
    ...{left: [-1], right: [-2], gain: [0], nodeCover: [2], leafValue: [0, 1], leafCover: [1, 1]}
  });
  const trees = [split(0, [1]), split(1, null), split(2, [1]), split(2, null)];
  expect(categoricalFeatures({featureCount: 4, baseScore: 0, trees})).toEqual([true, false, false, false]);
});
