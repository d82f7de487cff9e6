import fc from "fast-check";
import {expect, test} from "vitest";
import {CoverCount, coversKnown} from "./covers.ts";
import {arbitraryEnsemble} from "./ensemble-arbitrary.ts";
import {compileEnsemble, evaluate} from "./evaluate.ts";

test("covers count the rows that pass each split, and make the mean score of those rows the expected one", () => {
  fc.assert(
    fc.property(arbitraryEnsemble({trees: 4, splits: 9}), ({ensemble, columns}) => {
      const count = new CoverCount(ensemble);
      count.add(columns.map((column) => column.subarray(0, 15)));
      count.add(columns.map((column) => column.subarray(15)));
      const counted = count.ensemble();
      const rows = columns[0]!.length;
      let expected = counted.baseScore;
      for (const tree of counted.trees) {
        const cover = (child: number) => (child < 0 ? tree.leafCover[~child]! : tree.nodeCover[child]!);
        tree.nodeCover.forEach((own, i) => {
          expect(cover(tree.left[i]!) + cover(tree.right[i]!)).toBe(own);
        });
        expect(tree.nodeCover[0] ?? tree.leafCover[0]).toBe(rows);
        tree.leafValue.forEach((value, leaf) => (expected += (value * tree.leafCover[leaf]!) / rows));
      }
      const scores = evaluate(compileEnsemble(ensemble), columns);
      expect(expected).toBeCloseTo(scores.reduce((a, b) => a + b) / rows, 10);
      expect(coversKnown(counted)).toBe(true);
    })
  );
});

test("where a tree has no cover, none is known", () => {
  const split = {splitFeature: [0], threshold: [0], categories: [null], missing: ["nan" as const], defaultLeft: [true]};
  const tree = {...split, left: [-1], right: [-2], gain: [0], nodeCover: [0], leafValue: [0, 1], leafCover: [0, 0]};
  expect(coversKnown({featureCount: 1, baseScore: 0, trees: [tree]})).toBe(false);
  expect(coversKnown({featureCount: 1, baseScore: 0, trees: [{...tree, nodeCover: [3]}]})).toBe(true);
  expect(coversKnown({featureCount: 1, baseScore: 0, trees: []})).toBe(true);
});
