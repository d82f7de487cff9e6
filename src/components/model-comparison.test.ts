import {expect, test} from "vitest";
import type {ComparisonReport, Contender} from "../../model/contract/comparison.ts";
import {comparisonMethod, comparisonSentence, protectedSentence, verdictOf} from "./model-comparison-words.js";

function contender(id: Contender["id"], difference: Contender["difference"], rest: Partial<Contender> = {}): Contender {
  const auc = {value: 0.76, standardError: 0.013};
  const probabilities = {averagePrecision: 0.23, logLoss: 0.24, brier: 0.06};
  const decisions = {accepted: 760, missedDefaults: 30, refusedGood: 190};
  const cost = {value: 490, low: 462, high: 519};
  const costDifference = difference === null ? null : {value: 4, low: -12, high: 20};
  const costs = {cost, costDifference, money: null, moneyDifference: null};
  return {id, trainedOn: null, auc, difference, ...probabilities, ...decisions, ...costs, ...rest};
}

const report: ComparisonReport = {
  clients: 5000,
  defaults: 386,
  folds: 5,
  champion: "boosted",
  assessment: "out-of-fold",
  costRatio: 10,
  lossGivenDefault: 0.6,
  margin: 0.065,
  samples: 1000,
  refit: {divisions: 3, auc: 0.0021, cost: 8.6, money: null},
  contenders: [
    contender("logistic", {value: -0.003, standardError: 0.007}),
    contender("tree", {value: -0.08, standardError: 0.011}, {costDifference: {value: 82, low: 51, high: 113}}),
    contender("boosted", null),
    contender("boosted-protected", {value: 0.004, standardError: 0.003})
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

test("each model is named by what the clients say of its ranking, and again where its cost differs", () => {
  expect(comparisonSentence(report, "en")).toBe(
    "These clients don’t tell the model in force apart from “Logistic regression”. Ranking less well: “A single tree”. " +
      "Costing more, beyond which clients these happen to be: “A single tree”."
  );
  const french = comparisonSentence(report, "fr");
  expect(french).toMatch(
    /départagent pas .*«\u00a0Régression logistique\u00a0»\. Classement moins bon\u00a0: «\u00a0Un seul arbre\u00a0»\. Coût plus/
  );
  expect(french).not.toMatch(/meilleur|moindre|protégés/);
});

test("what leaving protected attributes out costs is told with both figures and what they prove", () => {
  const found = {...contender("boosted-protected", null), auc: {value: 0.764, standardError: 0.013}};
  const tell = (difference: Contender["difference"], costDifference: Contender["costDifference"]) => {
    const contenders = [contender("boosted", null), {...found, difference, costDifference}];
    return protectedSentence({champion: "boosted", contenders}, "en");
  };
  const none = {value: -3, low: -14, high: 8};
  expect(tell({value: 0.004, standardError: 0.003}, none)).toBe(
    "Were it shown the protected attributes too, the model would have an AUC of 0.764 instead of 0.760 (difference: \u22120.002 to +0.010) " +
      "and cost 490 refused good clients per 1,000 applications instead of 490 (difference: \u221214 to +8). " +
      "Nothing in these clients says that leaving them out costs anything."
  );
  expect(tell({value: 0.004, standardError: 0.001}, none)).toMatch(/has its price: a slightly worse ranking\.$/);
  expect(tell({value: 0.004, standardError: 0.001}, {value: -9, low: -14, high: -4})).toMatch(
    /price: a slightly worse ranking and slightly dearer errors\.$/
  );
  expect(tell({value: -0.004, standardError: 0.001}, none)).toMatch(/even does better: a slightly better ranking\.$/);
  expect(protectedSentence({champion: "boosted", contenders: [contender("boosted", null)]}, "fr")).toBe("");
});

test("the method speaks of money and of smaller training sets only where there are any", () => {
  expect(comparisonMethod(report, "en")).not.toMatch(/money|at most/);
  const money = {value: 15_000, low: 14_000, high: 16_000};
  const contenders = [contender("logistic", null, {money, trainedOn: 20_000})];
  expect(comparisonMethod({...report, contenders}, "en")).toMatch(
    /“Logistic regression” learned on 20,000 clients .* loses 60% of the credit and a wrong refusal 6\.5%/
  );
  expect(comparisonMethod({...report, assessment: "seen"}, "en")).toContain("its figures flatter it");
  expect(comparisonMethod(report, "fr")).not.toContain("flattent");
  expect(comparisonMethod(report, "en")).toContain(
    "(3 in all), the model in force itself changes by 0.002 of AUC and by 9"
  );
  expect(comparisonMethod({...report, refit: null}, "en")).not.toContain("anew");
  expect(comparisonMethod(report, "fr")).toMatch(/vient de 1\u202f000 tirages/);
});
