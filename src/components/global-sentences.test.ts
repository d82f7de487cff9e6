import {expect, test} from "vitest";
import {globalExplanationSchema} from "../../model/contract/global-explanation.ts";
import {dependenceSentence, interactionSentence} from "./global-dependence-sentence.js";
import {effectOf} from "./global-effect.js";
import {globalFixture} from "./global-fixture.js";
import {permutationMethod, permutationSentence, substitutesSentence} from "./global-permutation-sentence.js";
import {segmentSentence, withheldSentence} from "./global-segments-sentence.js";
import {contributionSentence, shareSentence, swarmSentence} from "./global-sentences.js";

const data = globalFixture();
const {permutation, dependence, segments} = data.explanation;
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, " ");
const told = (id: string, language: "fr" | "en", of = data): string =>
  plain(
    dependenceSentence(
      of,
      of.explanation.dependence.features.find((one) => one.id === id)!,
      language
    )
  );
const others = (id: string, language: "fr" | "en"): string =>
  plain(
    interactionSentence(
      data,
      dependence.features.find((one) => one.id === id)!,
      language
    )
  );

test("the fixture obeys the contract", () => {
  expect(globalExplanationSchema.parse(data.explanation)).toEqual(data.explanation);
});

test("the first sentence shares out what moves the score", () => {
  expect(plain(shareSentence(data, "en"))).toBe(
    "Of 100 parts of what moves the score, 50 come from the family “External scores”, 25 from “Income and employment” and 15 from “Credit asked for”."
  );
  expect(plain(shareSentence(data, "fr"))).toMatch(
    /^Sur 100 parts .* 50 viennent de la famille « Scores externes », 25 de/
  );
});

test("a number is told by its ends, its crossing, its slope, its flat parts and its missing values", () => {
  expect(told("external_score", "en")).toBe(
    "As “External score” grows, the score rises: −12 points at 0.10, +6.2 points at 0.85. " +
      "Below about 0.54, this feature lowers the score; above, it raises it. " +
      "Between 0.35 and 0.65, each further 0.05 adds about 3 points. " +
      "Below 0.35, hardly anything changes any more. " +
      "Where the value is missing (900 clients): −4 points on average."
  );
  expect(told("credit_amount", "fr")).toBe(
    "Quand « Montant du crédit » augmente, le score baisse : +4 points à 50 000 €, −5 points à 350 000 €. " +
      "En dessous de 180 000 € environ, cette variable fait monter le score ; au-dessus, elle le fait baisser. " +
      "Entre 50 000 € et 350 000 €, chaque tranche de 50 000 € retire environ 1,5 point."
  );
});

test("log-odds speak of the risk, whose sign is the other one", () => {
  const risk = globalFixture((explanation) => {
    explanation.unit = "log-odds";
    for (const {groups} of explanation.dependence.features) {
      for (const group of groups) group.mean = -group.mean / 72;
    }
  });
  expect(told("external_score", "fr", risk)).toMatch(
    /^Quand « Score externe » augmente, le risque baisse : \+0,17 de log-cote à 0,10, −0,09 de log-cote à 0,85\. En dessous de 0,54 environ, cette variable fait monter le risque/
  );
  expect(plain(swarmSentence(risk, "fr"))).toContain("plus cette variable fait monter son risque");
  expect(plain(contributionSentence(risk, "en"))).toContain("log-odds of default");
  expect(plain(contributionSentence(data, "en"))).not.toContain("log-odds");
});

test("groups with names are told from the lowest to the highest", () => {
  expect(told("income_type", "en")).toBe(
    "By “Type of income”, the mean contribution goes from −2 points (Employee) to +3.5 points (Pensioner)."
  );
  expect(told("owns_car", "fr")).toBe(
    "Selon « Possède une voiture », la contribution moyenne va de −0,5 point (non) à +1 point (oui)."
  );
});

test("an interaction is told with its share and its widest gap, and so is that there is none", () => {
  expect(others("income_type", "en")).toBe(
    "At an equal value of “Type of income”, what changes the contribution most is “Owns a car”: that feature explains 3% of its variation. The difference goes up to 2 points (Employee)."
  );
  expect(others("credit_amount", "fr")).toContain("cette variable explique moins de 1 % de ses variations");
  expect(others("external_score", "fr")).toContain("aucune autre variable ne change sensiblement la contribution");
});

test("both measures are compared in pairs, whichever family comes first", () => {
  expect(plain(permutationSentence(data, permutation!, "en"))).toBe(
    "Of 10,000 pairs of a client who defaulted and one who repaid, the score puts 7,600 in the right order. " +
      "The family “External scores” comes first in both measures: once its values are exchanged among clients at random, 900 of those pairs are no longer in order."
  );
  const other = {...permutation!, families: permutation!.families.toReversed()};
  expect(plain(permutationSentence(data, other, "fr"))).toContain(
    "« Scores externes » déplace le plus le score, mais c'est de « Logement et patrimoine » que le classement dépend le plus".replace(
      "'",
      "’"
    )
  );
});

test("a loss below zero is explained where there is one", () => {
  expect(substitutesSentence(data, permutation!, "en")).toMatch(/Below zero, the ranking loses nothing/);
  const lost = {...permutation!, features: permutation!.features.map((one) => ({...one, drop: 0.01}))};
  expect(substitutesSentence(data, lost, "en")).not.toMatch(/Below zero/);
});

test("the method warns of clients that the model has seen", () => {
  expect(permutationMethod(permutation!, "en")).toMatch(/a model that had not seen them\.$/);
  expect(plain(permutationMethod({...permutation!, inSample: true}, "fr"))).toMatch(
    /a appris sur ces mêmes clients : .* surestimées\.$/
  );
  expect(permutationMethod({...permutation!, repeats: 1}, "en")).not.toContain("standard error");
});

test("segments say whether one family leads everywhere, what differs most and who is left out", () => {
  expect(plain(segmentSentence(data, segments[0]!, "en"))).toBe(
    "In all 2 groups, the family that counts most is the same: “External scores”. " +
      "The greatest difference is that of “External scores”: 17 points on average for “30 and over”, 24 points for “Under 30”."
  );
  const [first, second] = segments[0]!.segments;
  const split = {...segments[0]!, segments: [first!, {...second!, families: [10, 11, 6]}]};
  expect(plain(segmentSentence(data, split, "fr"))).toMatch(
    /^Dans 1 des 2 groupes, .* ailleurs, c’est « Revenus et emploi » \(30 ans et plus\)\./
  );
  expect(withheldSentence(data, segments[0]!, "en")).toBe(
    "37 clients, without an answer or in groups of fewer than 50 people, are not shown."
  );
  expect(withheldSentence(data, {...segments[0]!, withheld: 0}, "en")).toBe("");
});

test("an effect is singular where its language says so, and keeps no empty digit", () => {
  const [fr, en] = [effectOf("points", "fr"), effectOf("points", "en")];
  expect([1.04, 1.5, 1.96, 0].map((value) => plain(fr.amount(value)))).toEqual([
    "1 point",
    "1,5 point",
    "2 points",
    "0 point"
  ]);
  expect([1.04, 1.5, -1].map((value) => plain(en.signed(value)))).toEqual(["+1 point", "+1.5 points", "−1 point"]);
});
