import type {Language} from "../../../../model/contract/text.ts";

/** The `lang` of an element's nearest ancestor that has one, itself included, across shadow roots; French where none has. */
export function langOf(element: Element): string {
  for (let node: Element | null = element; node !== null; node = parentOf(node)) {
    const lang = node.getAttribute("lang");
    if (lang) return lang;
  }
  return "fr";
}

/** The language in which a book is read to somebody who speaks `lang`: English unless it is French. */
export function languageOf(lang: string): Language {
  return /^fr\b/i.test(lang) ? "fr" : "en";
}

/** Calls back when a `lang` changes on the element or on any ancestor; the returned function ends it. */
export function watchLanguage(element: Element, changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  for (let root = element.getRootNode(); ; root = (root as ShadowRoot).host.getRootNode()) {
    observer.observe(root, {subtree: true, attributes: true, attributeFilter: ["lang"]});
    if (!(root instanceof ShadowRoot)) return () => observer.disconnect();
  }
}

function parentOf(element: Element): Element | null {
  const parent = element.parentNode;
  return parent instanceof ShadowRoot ? parent.host : element.parentElement;
}
