import fc from "fast-check";
import {expect, test} from "vitest";
import type {Ensemble, Tree} from "../contract/ensemble.ts";
import {arbitraryEnsemble} from "./ensemble-arbitrary.ts";
import {compileEnsemble, evaluate, evaluateRow, goesLeft, goLeft, zeroThreshold} from "./evaluate.ts";

/** One split on feature 0: left scores −1, right +1. */
function stump(
  split: Partial<{
    threshold: number;
    categories: number[] | null;
    missing: "none" | "zero" | "nan";
    defaultLeft: boolean;
  }>
): Ensemble {
  const tree: Tree = {
    splitFeature: [0],
    threshold: [split.threshold ?? 0],
    categories: [split.categories ?? null],
    missing: [split.missing ?? "nan"],
    defaultLeft: [split.defaultLeft ?? false],
    left: [-1],
    right: [-2],
    gain: [1],
    nodeCover: [10],
    leafValue: [-1, 1],
    leafCover: [4, 6]
  };
  return {featureCount: 1, baseScore: 0, trees: [tree]};
}

const score = (ensemble: Ensemble, value: number): number => evaluateRow(compileEnsemble(ensemble), [value]);

test("a value equal to the threshold goes left", () => {
  const ensemble = stump({threshold: 1.5});
  expect([1.5, 1.5 + 2e-16, -Infinity, Infinity].map((value) => score(ensemble, value))).toEqual([-1, 1, -1, 1]);
});

test("a missing value follows the default", () => {
  expect(score(stump({missing: "nan", defaultLeft: true}), NaN)).toBe(-1);
  expect(score(stump({missing: "nan", defaultLeft: false}), NaN)).toBe(1);
});

test("where 0 is missing, 0 and what is next to it follow the default, and so does NaN", () => {
  const ensemble = stump({missing: "zero", defaultLeft: true, threshold: -5});
  for (const value of [NaN, 0, -0, zeroThreshold, -zeroThreshold, 1e-40]) expect(score(ensemble, value)).toBe(-1);
  expect(score(ensemble, 1e-34)).toBe(1);
  expect(score(ensemble, -4)).toBe(1);
});

test("where nothing is missing, NaN counts as 0", () => {
  expect(score(stump({missing: "none", threshold: 0, defaultLeft: false}), NaN)).toBe(-1);
  expect(score(stump({missing: "none", threshold: -0.1, defaultLeft: true}), NaN)).toBe(1);
});

test("the codes of a set go left; others, unknown ones and missing ones go right", () => {
  const ensemble = stump({categories: [0, 31, 32, 500], missing: "none", defaultLeft: true});
  for (const code of [0, 31, 32, 500]) expect(score(ensemble, code)).toBe(-1);
  for (const code of [1, 30, 33, 64, 499, 501, 1e9, 2 ** 40, -1, -500, NaN, Infinity])
    expect(score(ensemble, code)).toBe(1);
  expect(score(stump({categories: [3], missing: "nan", defaultLeft: true}), NaN)).toBe(-1);
  expect(score(stump({categories: []}), 0)).toBe(1);
});

test("a tree of one leaf adds its value, and no tree adds nothing", () => {
  const {trees} = stump({});
  const leaf: Tree = {
    ...trees[0]!,
    ...{splitFeature: [], threshold: [], categories: [], missing: [], defaultLeft: [], left: [], right: []},
    ...{gain: [], nodeCover: [], leafValue: [0.25], leafCover: [3]}
  };
  expect(score({featureCount: 1, baseScore: 0.5, trees: [leaf, leaf]}, NaN)).toBe(1);
  expect(score({featureCount: 1, baseScore: 0.5, trees: []}, NaN)).toBe(0.5);
});

test("rows of a table score as each alone, and columns split as each value", () => {
  fc.assert(
    fc.property(arbitraryEnsemble({codes: 70}), ({ensemble, columns}) => {
      const compiled = compileEnsemble(ensemble);
      evaluate(compiled, columns).forEach((raw, i) =>
        expect(raw).toBe(
          evaluateRow(
            compiled,
            columns.map((column) => column[i]!)
          )
        )
      );
      for (let node = 0; node < compiled.feature.length; node++) {
        const column = columns[compiled.feature[node]!]!;
        const lefts = new Uint8Array(20);
        goLeft(compiled, node, column, 5, 15, lefts, 3);
        for (let i = 0; i < 15; i++) expect(lefts[3 + i] === 1).toBe(goesLeft(compiled, node, column[5 + i]!));
      }
    })
  );
});

test.each([
  ["a feature that isn't there", {splitFeature: [1]}, "split 0 reads feature 1 of 1"],
  ["a leaf that isn't there", {right: [-3]}, "split 0 has no child -3"],
  ["a leaf met twice", {right: [-1]}, "the child -1 of split 0 is met twice"],
  ["a loop", {right: [0]}, "the child 0 of split 0 is met twice"],
  ["too few leaves", {leafValue: [1]}, "1 splits need 2 leaves, not 1"]
])("refuses %s", (_, change, message) => {
  const ensemble = stump({});
  ensemble.trees[0] = {...ensemble.trees[0]!, ...change};
  expect(() => compileEnsemble(ensemble)).toThrow(
    expect.objectContaining({code: "E_MODEL", message: `tree 0: ${message}`})
  );
});
