import {expect, test} from "vitest";
import type {ComparisonReport, Contender} from "../../model/contract/comparison.ts";
import {comparisonMethod, comparisonSentence, verdictOf} from "./model-comparison-words.js";

function contender(id: Contender["id"], difference: Contender["difference"], rest: Partial<Contender> = {}): Contender {
  const auc = {value: 0.76, standardError: 0.013};
  const probabilities = {averagePrecision: 0.23, logLoss: 0.24, brier: 0.06};
  const decisions = {accepted: 760, missedDefaults: 30, refusedGood: 190, cost: 490, money: null};
  return {id, trainedOn: null, auc, difference, ...probabilities, ...decisions, ...rest};
}

const report: ComparisonReport = {
  clients: 5000,
  defaults: 386,
  folds: 5,
  champion: "boosted",
  costRatio: 10,
  lossGivenDefault: 0.6,
  margin: 0.065,
  contenders: [
    contender("logistic", {value: -0.003, standardError: 0.007}),
    contender("tree", {value: -0.08, standardError: 0.011}),
    contender("boosted", null)
  ]
};

test("two models are told apart only when 0 is outside the interval of their difference", () => {
  const verdict = (value: number, standardError: number) => verdictOf({difference: {value, standardError}});
  expect(verdict(-0.013, 0.006)).toBe("worse");
  expect(verdict(-0.011, 0.006)).toBe("same");
  expect(verdict(0.011, 0.006)).toBe("same");
  expect(verdict(0.013, 0.006)).toBe("better");
  expect(verdict(0, 0)).toBe("same");
  expect(verdictOf({difference: null})).toBeNull();
});

test("each model is named once, by what the clients say of it", () => {
  expect(comparisonSentence(report, "en")).toBe(
    "These clients don’t tell the model in force apart from “Logistic regression”. Ranking less well: “A single tree”."
  );
  const french = comparisonSentence(report, "fr");
  expect(french).toMatch(
    /départagent pas .*«\u00a0Régression logistique\u00a0»\. Classement moins bon\u00a0: «\u00a0Un/
  );
  expect(french).not.toContain("meilleur");
});

test("the method speaks of money and of smaller training sets only where there are any", () => {
  expect(comparisonMethod(report, "en")).not.toMatch(/money|at most/);
  const contenders = [contender("logistic", null, {money: 15_000, trainedOn: 20_000})];
  expect(comparisonMethod({...report, contenders}, "en")).toMatch(
    /“Logistic regression” learned on 20,000 clients .* loses 60% of the credit and a wrong refusal 6\.5%/
  );
});
