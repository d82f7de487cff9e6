import {expect, test} from "vitest";
import {randomEnsemble} from "../../ensemble/ensemble-arbitrary.ts";
import {compileEnsemble, evaluate} from "../../ensemble/evaluate.ts";
import {compileExplainer, explain} from "../tree-shap/tree-shap.ts";
import {prepareLime} from "./reference.ts";
import {reviewByLime} from "./review.ts";
import {effectsOf, limeStability} from "./stability.ts";

const size = {features: 12, categorical: 3, trees: 40, splits: 8, codes: 5};
const {ensemble, columns} = randomEnsemble(21, size, 600);
const compiled = compileEnsemble(ensemble);
const predict = (given: typeof columns) => evaluate(compiled, given);
const reference = prepareLime(
  // Codes below 0 are categories that the table of categories doesn't have.
  columns.map((column, feature) => (feature < 9 ? column : column.map((code) => (code < 0 ? NaN : code)))),
  Array.from({length: 12}, (_, feature) => feature >= 9)
);
const row = reference.columns.map((column) => column[3]!);

test("a seed agrees with itself in full", () => {
  const {jaccard, spearman} = limeStability(predict, reference, row, [5, 5, 5], {samples: 500, features: 4});
  expect(jaccard).toBe(1);
  expect(spearman).toBeCloseTo(1, 12);
});

test("more samples make seeds agree more", () => {
  const seeds = [1, 2, 3, 4, 5, 6];
  const few = limeStability(predict, reference, row, seeds, {samples: 60, features: 4});
  const many = limeStability(predict, reference, row, seeds, {samples: 8000, features: 4});
  expect(few.jaccard).toBeLessThan(many.jaccard);
  expect(few.spearman!).toBeLessThan(many.spearman!);
  expect(few.jaccard).toBeGreaterThanOrEqual(0);
  expect(many.jaccard).toBeLessThanOrEqual(1);
});

test("effects are spread over all features, 0 where none is named", () => {
  const {explanations} = limeStability(predict, reference, row, [1, 2], {samples: 400, features: 3});
  for (const explanation of explanations) {
    const effects = effectsOf(explanation, 12);
    expect(effects.filter((effect) => effect !== 0)).toHaveLength(3);
    for (const {feature, effect} of explanation.weights) expect(effects[feature]).toBe(effect);
  }
});

test("stability of a single seed is refused", () => {
  expect(() => limeStability(predict, reference, row, [1])).toThrow(expect.objectContaining({code: "E_PARAMETER"}));
});

test("a review puts LIME beside the exact contributions of several clients", () => {
  const explainer = compileExplainer(compiled);
  const clients = [0, 10, 20, 30].map((client) => {
    const row = reference.columns.map((column) => column[client]!);
    return {row, exact: explain(explainer, row)};
  });
  const review = reviewByLime(predict, reference, clients, [1, 2, 3], {samples: 2000, features: 6});
  expect([review.clients, review.seeds, review.samples, review.features]).toEqual([4, 3, 2000, 6]);
  const shares = [
    review.fidelity,
    review.jaccard,
    review.named,
    review.signs,
    review.overlap3,
    review.overlap5,
    review.sameFirst
  ];
  for (const {mean, low, median, high} of shares) {
    expect(low).toBeGreaterThanOrEqual(0);
    expect(high).toBeLessThanOrEqual(1);
    expect(median).toBeGreaterThanOrEqual(low);
    expect(high).toBeGreaterThanOrEqual(median);
    expect(mean).toBeGreaterThan(0);
  }
  expect(review.rankCorrelation.mean).toBeGreaterThan(0.3);
  expect(() => reviewByLime(predict, reference, [], [1, 2])).toThrow(expect.objectContaining({code: "E_PARAMETER"}));
});
