import fc from "fast-check";
import {expect, test} from "vitest";
import {goldenCases} from "./golden/cases.ts";
import {auc, averagePrecision, gini, kolmogorovSmirnov, precisionRecallCurve, rocCurve} from "./ranking.ts";

/** Scores with many ties, and both outcomes. */
const portfolio = fc
  .array(fc.tuple(fc.integer({min: -5, max: 5}), fc.boolean()), {minLength: 2, maxLength: 60})
  .filter((rows) => rows.some(([, bad]) => bad) && rows.some(([, bad]) => !bad))
  .map((rows) => ({scores: rows.map(([score]) => score), outcomes: rows.map(([, bad]) => Number(bad))}));

test.each(goldenCases)("meets scikit-learn's figures on $label.length clients", (golden) => {
  expect(auc(golden.score, golden.label)).toBeCloseTo(golden.roc_auc, 9);
  expect(gini(golden.score, golden.label)).toBeCloseTo(golden.gini, 9);
  expect(averagePrecision(golden.score, golden.label)).toBeCloseTo(golden.average_precision, 9);
  expect(kolmogorovSmirnov(golden.score, golden.label)).toBeCloseTo(golden.ks, 9);
  const roc = rocCurve(golden.score, golden.label);
  expect(roc.map(({threshold}) => threshold)).toEqual(golden.roc.threshold.map(Number));
  roc.forEach((point, i) => {
    expect(point.falsePositiveRate).toBeCloseTo(golden.roc.fpr[i]!, 9);
    expect(point.truePositiveRate).toBeCloseTo(golden.roc.tpr[i]!, 9);
  });
  // scikit-learn starts at the lowest score, and closes the curve with a point of no recall.
  const curve = precisionRecallCurve(golden.score, golden.label).reverse();
  expect(curve.length + 1).toBe(golden.pr.precision.length);
  curve.forEach((point, i) => {
    expect(point.precision).toBeCloseTo(golden.pr.precision[i]!, 9);
    expect(point.recall).toBeCloseTo(golden.pr.recall[i]!, 9);
  });
});

test("the area is the share of pairs that are ranked right, ties counting a half", () => {
  fc.assert(
    fc.property(portfolio, ({scores, outcomes}) => {
      let [right, pairs] = [0, 0];
      for (let i = 0; i < scores.length; i++) {
        for (let j = 0; j < scores.length; j++) {
          if (!outcomes[i] || outcomes[j]) continue;
          pairs++;
          right += scores[i]! > scores[j]! ? 1 : scores[i] === scores[j] ? 0.5 : 0;
        }
      }
      expect(auc(scores, outcomes)).toBeCloseTo(right / pairs, 12);
    })
  );
});

test("the area under the curve's points by trapezoids is the area", () => {
  fc.assert(
    fc.property(portfolio, ({scores, outcomes}) => {
      const curve = rocCurve(scores, outcomes);
      const area = curve
        .slice(1)
        .reduce(
          (sum, point, i) =>
            sum +
            ((point.falsePositiveRate - curve[i]!.falsePositiveRate) *
              (point.truePositiveRate + curve[i]!.truePositiveRate)) /
              2,
          0
        );
      expect(auc(scores, outcomes)).toBeCloseTo(area, 12);
    })
  );
});

test("a perfect ranking has area 1, its reverse 0, and equal scores a half", () => {
  expect(auc([1, 2, 3, 4], [0, 0, 1, 1])).toBe(1);
  expect(auc([4, 3, 2, 1], [0, 0, 1, 1])).toBe(0);
  expect(auc([7, 7, 7, 7], [0, 1, 0, 1])).toBe(0.5);
  expect(kolmogorovSmirnov([1, 2, 3, 4], [0, 0, 1, 1])).toBe(1);
  expect(kolmogorovSmirnov([4, 3, 2, 1], [0, 0, 1, 1])).toBe(0);
});

test("one outcome alone, or scores without outcomes, cannot be ranked", () => {
  expect(() => auc([1, 2], [0, 0])).toThrow("0 defaults and 2 repaid");
  expect(() => rocCurve([1, 2], [1, 1])).toThrow("2 defaults and 0 repaid");
  expect(() => auc([1, 2, 3], [0, 1])).toThrow("3 scores for 2 outcomes");
});
