import type {Language} from "../../model/contract/text.ts";
import {element} from "./dom.js";

const words = {fr: "Sur cette page", en: "On this page"};

/** Links to the page's sections, as its own titles call them. */
export function contents(language: Language): HTMLElement {
  const titles = [...document.querySelectorAll<HTMLElement>("#observablehq-main > h2[id]")];
  return element(
    "nav",
    {class: "contents developers-contents", "aria-label": words[language]},
    element(
      "ul",
      {},
      ...titles.map(({id, textContent}) => element("li", {}, element("a", {href: `#${id}`}, textContent)))
    )
  );
}
