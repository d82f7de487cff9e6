import {expect, test} from "vitest";
import {accuracy, balancedAccuracy, confusionAt, fBeta, matthews} from "./classification.ts";
import {goldenCases} from "./golden/cases.ts";

test.each(goldenCases)("meets scikit-learn at a threshold of ½ on $label.length clients", ({score, label, at_half}) => {
  const counts = confusionAt(score, label, 0.5);
  expect(counts).toEqual({
    truePositives: at_half.tp,
    falsePositives: at_half.fp,
    falseNegatives: at_half.fn,
    trueNegatives: at_half.tn
  });
  expect(accuracy(counts)).toBeCloseTo(at_half.accuracy, 9);
  expect(fBeta(counts, 1)).toBeCloseTo(at_half.f1, 9);
  expect(fBeta(counts, 2)).toBeCloseTo(at_half.fbeta_2, 9);
  expect(matthews(counts)).toBeCloseTo(at_half.mcc, 9);
  expect(balancedAccuracy(counts)).toBeCloseTo(at_half.balanced_accuracy, 9);
});

test("a rule that refuses nobody finds nothing and agrees with nothing", () => {
  const counts = confusionAt([0.1, 0.2, 0.3], [0, 1, 0], 0.9);
  expect([fBeta(counts, 2), matthews(counts), balancedAccuracy(counts)]).toEqual([0, 0, 0.5]);
});
