import {expect, test} from "vitest";
import {explanationQualitySchema} from "../../model/contract/explanation-quality.ts";
import {additivitySentence, toleranceSentence} from "./quality-additivity-sentence.js";
import {powerOfTen} from "./quality-additivity.js";
import {contrarySentence, directionSentence} from "./quality-direction.js";
import {qualityFixture} from "./quality-fixture.js";
import {exactSentence, limeSentence, sameFirstOf} from "./quality-lime-sentences.js";
import {opaqueSentence, reasonsSentence} from "./quality-reasons.js";
import {readingSentence} from "./quality-sentences-table.js";
import {stabilitySentence} from "./quality-stability.js";

const data = qualityFixture();
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, " ");

test("the fixture obeys the contract", () => {
  expect(explanationQualitySchema.parse(data.quality)).toEqual(data.quality);
});

test("the largest gap is bounded in points where a point is worth the same everywhere", () => {
  expect(plain(additivitySentence(data, "fr"))).toBe(
    "Chacune des 10 000 explications, additionnée, redonne le score à moins de 0,00001 point près."
  );
  expect(additivitySentence(data, "en")).toMatch(/to within 0\.00001 of a point\.$/);
});

test("elsewhere it is bounded in the model's unit, with what a point is about", () => {
  const isotonic = qualityFixture((data) => (data.pointsPerLogOdds = {value: 72.13, exact: false}));
  expect(plain(additivitySentence(isotonic, "fr"))).toMatch(
    /score brut du modèle à moins de 0,0000001 près ; un point du score en vaut environ 0,014\.$/
  );
});

test("a bound is never below the gap, and no gap is told as none", () => {
  for (const largest of [1e-7, 1.01e-7, 9.99e-8, 3e-3]) {
    const of = qualityFixture((data) => {
      data.quality.additivity.largest = largest;
      data.pointsPerLogOdds = {value: 1, exact: true};
    });
    const bound = Number(/within ([\d.]+) of/.exec(additivitySentence(of, "en"))![1]);
    expect(bound).toBeGreaterThanOrEqual(largest);
    expect(bound).toBeLessThan(10.1 * largest);
  }
  const none = qualityFixture((data) => (data.quality.additivity.largest = 0));
  expect(additivitySentence(none, "en")).toMatch(/gives exactly the score again/);
});

test("what is tolerated is told beside the largest gap", () => {
  expect(plain(toleranceSentence(data, "en"))).toMatch(
    /largest gap between the two is 5\.6 × 10⁻⁸\. Beyond 1\.0 × 10⁻⁵ for a single client/
  );
  expect([1e-9, 0.01, 1, 10, 100].map(powerOfTen)).toEqual(["10⁻⁹", "10⁻²", "1", "10", "10²"]);
});

test("directions are counted and weighed, and the contrary ones are no scandal", () => {
  expect(plain(directionSentence(data, "fr"))).toBe(
    "De 160 variables, on sait d’avance dans quel sens elles devraient agir : plus de retards, plus de risque. 150 le font. " +
      "Sur 100 points dont ces variables déplacent les scores, 93 viennent de celles-là."
  );
  expect(contrarySentence(data, "en")).toMatch(
    /several features say almost the same, .* never says that a value is good or bad\.$/
  );
  const clean = qualityFixture((data) => (data.quality.direction.contrary = []));
  expect(contrarySentence(clean, "en")).toBe("None goes the other way.");
  const unknown = qualityFixture((data) => Object.assign(data.quality.direction, {checked: 0, agreeing: 0}));
  expect(directionSentence(unknown, "en")).toMatch(/nothing to compare/);
});

test("stability is told in people, and its absence with its reason", () => {
  expect(plain(stabilitySentence(data, "en"))).toBe(
    "When the model is trained again on a part of the same clients alone, 87 clients in 100 keep the same first reason. " +
      "Of the first three reasons, 2.2 on average remain among the first three. " +
      "The score itself moves: by 8 points for the median client, by less than 21 points for 9 clients in 10."
  );
  const imported = qualityFixture((data) => (data.quality.stability = null));
  expect(stabilitySentence(imported, "fr")).toMatch(/entraîné ailleurs .* n’est donc pas mesurée/);
});

test("reasons are counted out of as many as their rarity asks for, of those that there are", () => {
  expect(plain(reasonsSentence(data, "en"))).toBe(
    "Of 100 clients whose refusal is advised, 99 get at least three reasons that lowered their score. " +
      "Of 1,000 clients whose acceptance is advised, 999 get at least three that raised it."
  );
  expect(plain(opaqueSentence(data, "fr"))).toContain("Il est la première raison de 61 refus conseillés sur 100.");
  const none = qualityFixture((data) => (data.quality.reasons.refused = 0));
  expect(reasonsSentence(none, "fr")).not.toContain("refus");
  expect(opaqueSentence(none, "fr")).not.toContain("refus");
});

test("reading is timed in the page's language, whoever reads", () => {
  expect(plain(readingSentence(data, "fr"))).toBe(
    "Dire à voix haute les raisons d’un client prend 37 secondes au conseiller, lire les siennes en prend 28 au client (client médian). " +
      "Des 48 000 phrases mesurées, la plus longue a 158 caractères."
  );
  const alone = qualityFixture(
    ({quality}) => (quality.sentences = quality.sentences.filter((one) => one.audience === "applicant"))
  );
  expect(readingSentence(alone, "en")).toMatch(/^Reading theirs takes the client 28 seconds \(median client\)\./);
});

test("few explanations are told as they were counted, many out of hundreds", () => {
  expect(sameFirstOf(data.quality.lime)).toEqual({count: 16, of: 30});
  expect(sameFirstOf({...data.quality.lime, clients: 200})).toEqual({count: 53, of: 100});
});

test("why the exact explanation is shown is argued from the figures", () => {
  expect(plain(limeSentence(data, "en"))).toMatch(/draws 5,000 imaginary files .* a sum of 10 terms at most/);
  expect(plain(exactSentence(data, "en"))).toMatch(
    /accounts for 41% .* share 62% .* for 88% .* 16 times in 30\. That is why only the exact explanation/
  );
  const agreeing = qualityFixture(({quality}) => {
    quality.lime.fidelity.mean = quality.lime.sameFirst.mean = 0.97;
  });
  expect(exactSentence(agreeing, "fr")).toContain("Les deux avis concordent, mais seule l’explication exacte");
});
