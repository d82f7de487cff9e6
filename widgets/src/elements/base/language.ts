import type {Language} from "../../../../model/contract/text.ts";

/**
 * The language that an element speaks: that of its nearest ancestor with a `lang`, itself included, across shadow
 * roots. French where nothing is said, English where another language is.
 */
export function languageOf(element: Element): Language {
  for (let node: Element | null = element; node !== null; node = parentOf(node)) {
    const lang = node.getAttribute("lang");
    if (lang) return understood(lang);
  }
  return "fr";
}

/** Calls back when a `lang` changes on the element or on any ancestor; the returned function ends it. */
export function watchLanguage(element: Element, changed: () => void): () => void {
  const stops: (() => void)[] = [];
  for (let root = element.getRootNode(); ; root = (root as ShadowRoot).host.getRootNode()) {
    stops.push(watchRoot(root, changed));
    if (!(root instanceof ShadowRoot)) break;
  }
  return () => {
    for (const stop of stops) stop();
  };
}

interface Watch {
  observer: MutationObserver;
  listeners: Set<() => void>;
}

// One observer a root, however many widgets are under it.
const watches = new WeakMap<Node, Watch>();

function watchRoot(root: Node, changed: () => void): () => void {
  let watch = watches.get(root);
  if (watch === undefined) {
    const listeners = new Set<() => void>();
    const observer = new MutationObserver(() => {
      for (const listener of listeners) listener();
    });
    observer.observe(root, {subtree: true, attributes: true, attributeFilter: ["lang"]});
    watches.set(root, (watch = {observer, listeners}));
  }
  const {observer, listeners} = watch;
  listeners.add(changed);
  return () => {
    listeners.delete(changed);
    if (listeners.size > 0) return;
    observer.disconnect();
    watches.delete(root);
  };
}

function parentOf(element: Element): Element | null {
  const parent = element.parentNode;
  return parent instanceof ShadowRoot ? parent.host : element.parentElement;
}

function understood(lang: string): Language {
  return /^fr\b/i.test(lang) ? "fr" : "en";
}
