import type {Language} from "../../model/contract/text.ts";
import {element} from "./dom.js";
import {typeset} from "./typography.js";
import type {Content} from "./validation-rows.js";

/** Something that is known, and in a phrase what it is. */
export interface Fact {
  term: string;
  value: Content;
  meaning?: string;
}

/** Terms with their values. */
export function factList(facts: readonly Fact[], language: Language): HTMLElement {
  const set = (text: string): string => typeset(text, language);
  return element(
    "dl",
    {class: "card-facts"},
    ...facts.flatMap(({term, value, meaning}) => [
      element("dt", {}, set(term)),
      element(
        "dd",
        {},
        typeof value === "string" ? set(value) : value,
        meaning === undefined ? null : element("span", {class: "card-meaning"}, set(meaning))
      )
    ])
  );
}

/** A name with a phrase that says what it means, to head a row. */
export function explained(name: string, meaning: string, language: Language): HTMLElement {
  return element(
    "div",
    {},
    element("span", {class: "validation-name"}, typeset(name, language)),
    element("span", {class: "card-meaning"}, typeset(meaning, language))
  );
}

/** Sentences, one an item. */
export function sentences(texts: readonly string[], language: Language): HTMLElement {
  return element("ul", {class: "card-list"}, ...texts.map((text) => element("li", {}, typeset(text, language))));
}
