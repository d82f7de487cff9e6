import fc from "fast-check";
import {expect, test} from "vitest";
import {rowsOf, stratifiedFolds} from "./folds.ts";

test("folds have equal shares of each class, and equal sizes, within one row", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({min: 0, max: 1}), {minLength: 2}),
      fc.integer({min: 2, max: 10}),
      fc.integer(),
      (labels, folds, seed) => {
        for (const assignment of stratifiedFolds(labels, folds, 2, seed)) {
          for (const rows of [labels.keys(), [...labels.keys()].filter((row) => labels[row] === 1)]) {
            const counts = new Array<number>(folds).fill(0);
            for (const row of rows) counts[assignment[row]!]!++;
            expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
          }
        }
      }
    )
  );
});

test("repeats differ, a seed gives the same folds again", () => {
  const labels = Array.from({length: 100}, (_, row) => row % 2);
  const [first, second] = stratifiedFolds(labels, 5, 2, 1);
  expect(first).not.toEqual(second);
  expect(stratifiedFolds(labels, 5, 2, 1)).toEqual([first, second]);
  expect(stratifiedFolds(labels, 5, 1, 2)).not.toEqual([first]);
});

test("the rows of a fold and the others are all rows", () => {
  const assignment = Uint8Array.of(0, 1, 2, 1);
  expect([...rowsOf(assignment, 1, true)]).toEqual([1, 3]);
  expect([...rowsOf(assignment, 1, false)]).toEqual([0, 2]);
});
