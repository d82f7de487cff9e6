import fc from "fast-check";
import {expect, test} from "vitest";
import {agreementWith, jaccard, spearman, topFeatures} from "./agreement.ts";

test("top features go by size, whatever the sign; ties to the first, and 0 is never named", () => {
  expect(topFeatures([1, -3, 0, 3, -2], 3)).toEqual([1, 3, 4]);
  expect(topFeatures([0, 0.5, 0], 3)).toEqual([1]);
});

test("Jaccard's index is the share of both in either", () => {
  expect(jaccard([1, 2, 3], [3, 4])).toBe(1 / 4);
  expect(jaccard([1, 2], [2, 1])).toBe(1);
  expect(jaccard([], [])).toBe(1);
  expect(jaccard([1], [])).toBe(0);
});

test("Spearman's correlation is SciPy's, ties included", () => {
  // scipy.stats.spearmanr([3, 1, 4, 1, 5, 9, 2, 6], [2, 7, 1, 8, 2, 8, 1, 8])
  expect(spearman([3, 1, 4, 1, 5, 9, 2, 6], [2, 7, 1, 8, 2, 8, 1, 8])).toBeCloseTo(0.19885368120992467, 12);
  expect(spearman([1, 1, 1], [1, 2, 3])).toBeNull();
  expect(spearman([1], [2])).toBeNull();
});

test("an explanation agrees with itself, and its opposite in size alone", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({min: 1, max: 1000}), {minLength: 2, maxLength: 30}),
      fc.infiniteStream(fc.boolean()),
      (sizes, signs) => {
        const exact = sizes.map((size) => (signs.next().value ? size : -size) / 100);
        const itself = agreementWith(exact, exact);
        expect(itself).toMatchObject({named: 1, signs: 1, overlap3: 1, overlap5: 1});
        expect(itself.rankCorrelation).toBeCloseTo(1, 12);
        const opposite = agreementWith(
          exact,
          exact.map((value) => -value)
        );
        expect(opposite).toMatchObject({named: 1, signs: 0, overlap3: 1, overlap5: 1});
        expect(opposite.rankCorrelation).toBeCloseTo(-1, 12);
      }
    )
  );
});

test("what the other leaves out counts against what it names, not against its signs and ranks", () => {
  const exact = [4, -3, 2, 1, 0, 0, 0];
  const other = [4, 0, -2, 0, 0, 0, 9];
  const agreement = agreementWith(exact, other, {top: 3});
  expect(agreement.named).toBe(2 / 3);
  expect(agreement.signs).toBe(1 / 2);
  expect(agreement.overlap3).toBe(2 / 3);
  expect(agreement.overlap5).toBe(2 / 4);
  expect(agreement.rankCorrelation).toBe(spearman([4, 2, 0], [4, -2, 9]));
  expect(agreementWith(exact, [0, 0, 0, 0, 1, 0, 0])).toMatchObject({named: 0, signs: null, rankCorrelation: null});
});
