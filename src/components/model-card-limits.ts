import type {ModelCard} from "../../model/contract/model-card.ts";
import type {Language} from "../../model/contract/text.ts";
import {element} from "./dom.js";
import {modelCardGroups} from "./model-card-evaluation.js";
import {sentences} from "./model-card-facts.js";
import {
  groupsNote,
  includedSentence,
  leftOutSentence,
  limitSentences,
  priceSentences,
  reviewSentence
} from "./model-card-words.js";
import {typeset} from "./typography.js";

/** Which protected attributes the model doesn't see, what that costs, and how it treats the groups that they make. */
export function modelCardProtected(card: ModelCard, language: Language): HTMLElement {
  const told = [leftOutSentence(card, language), includedSentence(card, language), priceSentences(card, language)];
  const groups = card.evaluation.groups.length > 0;
  return element(
    "div",
    {},
    ...told.filter((text) => text !== "").map((text) => element("p", {}, text)),
    groups ? element("p", {}, groupsNote(card, language)) : null,
    groups ? modelCardGroups(card, language) : null
  );
}

/** What the figures don't say, as far as it can be computed. */
export function modelCardLimits(card: ModelCard, language: Language): HTMLElement {
  return sentences(limitSentences(card, language), language);
}

/** How a person reviews what the model says, and what the law asks. */
export function modelCardReview({review}: ModelCard, language: Language): HTMLElement {
  return element(
    "div",
    {},
    element("p", {}, typeset(review.procedure[language], language)),
    element("p", {}, reviewSentence(review, language)),
    ...review.law.flatMap(({name, text}) => [
      element("h3", {}, typeset(name[language], language)),
      element("p", {}, typeset(text[language], language))
    ])
  );
}
