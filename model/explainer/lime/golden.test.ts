import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {proximities} from "./lime.ts";
import {binOf, prepareLime} from "./reference.ts";
import {selectFeatures, type LimeSelection} from "./selection.ts";
import {fitRidge, weightedMoments} from "./weighted-ridge.ts";

/** Written by bench/reference/lime_golden.py with the authors' code. */
const golden = JSON.parse(readFileSync(new URL("golden/lime.json", import.meta.url), "utf8")) as {
  columns: number[][];
  category: number;
  cuts: Record<string, (number[] | null)[]>;
  bins: Record<string, number[][]>;
  design: number[][];
  output: number[];
  proximities: number[];
  explanations: {
    selection: string;
    features: number;
    intercept: number;
    weights: [feature: number, weight: number][];
    rSquared: number;
    prediction: number;
  }[];
};
const width = golden.columns.length;
const design = golden.design.flat();
const moments = weightedMoments(design, golden.output, golden.proximities, width);
const names: Record<string, LimeSelection> = {forward_selection: "forward", highest_weights: "highest"};

test.each([4, 10])("parts a table as the authors' package does, in %i bins", (binCount) => {
  const columns = golden.columns.map((column) => Float64Array.from(column));
  const isCategory = golden.columns.map((_, feature) => feature === golden.category);
  const reference = prepareLime(columns, isCategory, {binCount});
  expect(reference.cuts.map((cuts) => cuts && [...cuts])).toEqual(golden.cuts[binCount]);
  expect(reference.bins.map((bins) => [...bins])).toEqual(golden.bins[binCount]);
  // A value that is a cut belongs to the bin that it ends.
  reference.cuts.forEach((cuts) => cuts?.forEach((cut, bin) => expect(binOf(cuts, cut)).toBe(bin)));
});

test("weighs rows as the authors' package does", () => {
  const weights = proximities(design, width, 0.75 * Math.sqrt(width));
  weights.forEach((weight, i) => expect(Math.abs(weight - golden.proximities[i]!)).toBeLessThan(1e-15));
});

test.each(golden.explanations)("meets the authors' explanation: $selection of $features", (expected) => {
  const selection = names[expected.selection] ?? (expected.selection as LimeSelection);
  const chosen = selectFeatures(moments, expected.features, selection);
  const {intercept, coefficients, rSquared} = fitRidge(moments, chosen, 1);
  expect([...chosen].sort()).toEqual(expected.weights.map(([feature]) => feature).sort());
  for (const [feature, weight] of expected.weights) {
    expect(Math.abs(coefficients[chosen.indexOf(feature)]! - weight)).toBeLessThan(1e-9);
  }
  expect(Math.abs(intercept - expected.intercept)).toBeLessThan(1e-9);
  expect(Math.abs(rSquared - expected.rSquared)).toBeLessThan(1e-9);
  const prediction = coefficients.reduce((sum, weight) => sum + weight, intercept);
  expect(Math.abs(prediction - expected.prediction)).toBeLessThan(1e-9);
});
