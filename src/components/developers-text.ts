import type {Language} from "../../model/contract/text.ts";
import {element} from "./dom.js";
import {typeset} from "./typography.js";

/** A text typeset, with what stands between backticks as code. */
export function rich(text: string, language: Language): DocumentFragment {
  const fragment = document.createDocumentFragment();
  text.split("`").forEach((part, i) => {
    if (part !== "") fragment.append(i % 2 === 1 ? element("code", {}, part) : typeset(part, language));
  });
  return fragment;
}

export function paragraph(text: string, language: Language, attributes: {class?: string} = {}): HTMLElement {
  return element("p", attributes, rich(text, language));
}

/** A list of texts, or of what somebody else made. */
export function list(items: readonly string[], language: Language, name: "ul" | "ol" = "ul"): HTMLElement {
  return element(name, {}, ...items.map((item) => element("li", {}, rich(item, language))));
}

/** Goes to the part that the address names, once the page is laid out: it wasn't there when the page was loaded. */
export function arrive(part: HTMLElement): void {
  requestAnimationFrame(() => {
    const id = decodeURIComponent(location.hash.slice(1));
    if (id === "") return;
    const target = document.getElementById(id);
    // Going there anew marks it as the target too, which `scrollIntoView` wouldn't.
    if (target && part.contains(target)) location.replace(location.hash);
  });
}
