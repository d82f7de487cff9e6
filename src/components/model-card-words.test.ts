import {expect, test} from "vitest";
import {modelCardSchema, type ModelCard} from "../../model/contract/model-card.ts";
import {languages} from "../../model/contract/text.ts";
import {cardFixture} from "./model-card-fixture.js";
import {
  cardSummary,
  includedSentence,
  leftOutSentence,
  limitSentences,
  priceSentences,
  reviewSentence
} from "./model-card-words.js";

/** The card with some of its parts changed. */
function changed(change: (card: ModelCard) => void): ModelCard {
  const card = cardFixture();
  change(card);
  return card;
}

const imported = changed(({identity, protected: attributes}) => {
  identity.origin = {
    kind: "imported",
    format: "lightgbm",
    file: "model.txt",
    sha256: "cd".repeat(32),
    unseen: true,
    covers: "file",
    link: null
  };
  attributes.price = null;
  attributes.included = attributes.leftOut;
  attributes.leftOut = [];
});

test("the summary names the model, its clients and what it is worth, with intervals", () => {
  expect(cardSummary(cardFixture(), "en")).toBe(
    "Model 0123456789ab, trained on 22 November 2026, is judged on 5,000 clients, 386 of whom did not repay. " +
      "Its AUC is 0.764 (0.739 to 0.789), and its errors cost 478 refused good clients per 1,000 applications (431 to 525)."
  );
  expect(cardSummary(imported, "fr")).toContain("importé le 22 novembre 2026");
});

test("the price of leaving attributes out is told in ranking, in errors and in money, whichever way it goes", () => {
  const told = priceSentences(cardFixture(), "en");
  expect(told).toContain("AUC of 0.769 instead of 0.764");
  expect(told).toMatch(/would cost €300,000 less \(95 times in 100, €1,100,000 less to €500,000 more\)\.$/);
  const dearer = changed(({protected: {price}}) => {
    price!.money = {value: -40_000, low: -90_000, high: 10_000};
  });
  expect(priceSentences(dearer, "fr")).toMatch(
    /coûterait 40\u202f000\u00a0€ de plus \(95 fois sur 100, de 10\u202f000\u00a0€ de moins à 90\u202f000\u00a0€ de plus\)\.$/
  );
  const unknown = changed(({protected: {price}}) => {
    price!.money = null;
  });
  expect(priceSentences(unknown, "en")).not.toMatch(/€|money/);
});

test("an imported model's protected attributes are named, and what can't be measured is said so", () => {
  expect(leftOutSentence(imported, "en")).toBe("");
  expect(includedSentence(imported, "en")).toBe(
    "This imported model reads protected attributes: gender and family status."
  );
  expect(priceSentences(imported, "en")).toMatch(/can’t be trained anew/);
  expect(includedSentence(cardFixture(), "fr")).toBe("");
  expect(leftOutSentence(cardFixture(), "fr")).toMatch(/^Le modèle ne voit pas\u00a0: sexe et situation familiale\./);
});

test("limits are those that the figures show, and no others", () => {
  const all = limitSentences(cardFixture(), "en");
  expect(all).toHaveLength(12);
  expect(all.join(" ")).toMatch(/“External score A” \(56 in 100\)\./);
  expect(all.join(" ")).not.toContain("External score B");
  expect(all.join(" ")).toMatch(/“Instalments and payments”/);
  expect(all.join(" ")).toMatch(/neither worse nor dearer, as far as can be seen: “Logistic regression”/);
  const few = changed((card) => {
    card.data.demonstration = false;
    card.evaluation.groups = [];
    card.limits = {
      unlabelled: 0,
      external: [],
      withoutExternal: 1,
      externalWeight: 0,
      absentTables: [],
      groupsTooSmall: 0,
      smallestGroup: 5000,
      asGood: []
    };
  });
  expect(limitSentences(few, "en")).toHaveLength(5);
});

test("no sentence shows a raw name or a missing value, in either language", () => {
  for (const language of languages) {
    for (const card of [cardFixture(), imported]) {
      const texts = [
        cardSummary(card, language),
        leftOutSentence(card, language),
        includedSentence(card, language),
        priceSentences(card, language),
        reviewSentence(card.review, language),
        ...limitSentences(card, language)
      ];
      for (const text of texts) expect(text).not.toMatch(/\w_\w|undefined|NaN|null|\[object| [;!?%»]|« /);
    }
  }
});

test("a card that claims more than all, or a hash that is none, breaks the contract", () => {
  const broken = [
    changed(({limits}) => (limits.unlabelled = 1.2)),
    changed(({identity}) => (identity.modelHash = "abc")),
    changed(({use}) => (use.outOfScope = [])),
    {...cardFixture(), opinion: "good"}
  ];
  for (const card of broken) expect(modelCardSchema.safeParse(card).success).toBe(false);
  expect(modelCardSchema.safeParse(JSON.parse(JSON.stringify(imported))).success).toBe(true);
});
