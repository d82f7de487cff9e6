/** What an example may consist of: the package's elements with their attributes, and what holds them on a page. */
export type KnownElements = ReadonlyMap<string, ReadonlySet<string>>;

/** Why a part of an example is left out, or isn't what it seems. */
export type MarkupProblem =
  | {kind: "script"}
  | {kind: "unknown"; tag: string}
  | {kind: "unclosed"; tag: string}
  | {kind: "refused"; tag: string}
  | {kind: "property"; tag: string; attribute: string}
  | {kind: "attribute"; tag: string; attribute: string; known: string[]}
  | {kind: "address"; tag: string};

/** What an example may hold around the elements: text, and tables of them. */
const wrappers = new Set(
  "div section p span strong em ul ol li h3 h4 br table caption thead tbody tr th td".split(" ")
);
const wrapperAttributes: ReadonlySet<string> = new Set(["lang", "slot", "scope", "colspan", "hidden"]);
/** Properties that people write as attributes: a credential never is one. */
const properties: ReadonlySet<string> = new Set(["credential", "getcredential", "clientref"]);

/**
 * Makes an example's elements anew, from its text. Nothing of the text gets into the page but names that are known here,
 * and the values of attributes that only say what to show: no script, no style, no event handler, no address elsewhere.
 *
 * @param base the page's address: what an example reads is served by the same origin
 */
export function readMarkup(
  text: string,
  elements: KnownElements,
  base: string
): {content: DocumentFragment; problems: MarkupProblem[]} {
  // A document of its own: nothing in it is run, loaded or defined.
  const {head, body} = new DOMParser().parseFromString(text, "text/html");
  const problems: MarkupProblem[] = [];

  function copyOf(node: Node, parent: string): Node | null {
    if (node instanceof Text) return document.createTextNode(node.data);
    if (!(node instanceof Element)) return null;
    const tag = node.localName;
    const known = elements.get(tag);
    if (known === undefined && !wrappers.has(tag)) {
      problems.push(
        tag === "script" ? {kind: "script"} : {kind: tag.startsWith("limpide-") ? "unknown" : "refused", tag}
      );
      return null;
    }
    // Widgets hold a fallback at most: another widget in one is the sign of a tag that was left open.
    if (known !== undefined && elements.has(parent)) problems.push({kind: "unclosed", tag: parent});
    const copy = document.createElement(tag);
    for (const {name, value} of node.attributes) {
      const problem = problemOf(tag, name, value, known);
      if (problem === null) copy.setAttribute(name, value);
      else problems.push(problem);
    }
    written.set(copy, new Set(copy.getAttributeNames()));
    copy.append(...copies(node, tag));
    return copy;
  }

  function problemOf(
    tag: string,
    attribute: string,
    value: string,
    known: ReadonlySet<string> | undefined
  ): MarkupProblem | null {
    if (known?.has(attribute)) {
      return attribute === "src" && !isHere(value, base) ? {kind: "address", tag} : null;
    }
    if (wrapperAttributes.has(attribute)) return null;
    if (known === undefined) return {kind: "attribute", tag, attribute, known: [...wrapperAttributes]};
    if (properties.has(attribute)) return {kind: "property", tag, attribute};
    return {kind: "attribute", tag, attribute, known: [...known, "lang"]};
  }

  function copies(parent: Node, tag: string): Node[] {
    return [...parent.childNodes].map((node) => copyOf(node, tag)).filter((node) => node !== null);
  }

  const content = document.createDocumentFragment();
  content.append(...copies(head, "head"), ...copies(body, "body"));
  return {content, problems: unique(problems)};
}

function isHere(address: string, base: string): boolean {
  return URL.canParse(address, base) && new URL(address, base).origin === new URL(base).origin;
}

function unique(problems: readonly MarkupProblem[]): MarkupProblem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

/** What an example's text says of an element; a widget writes attributes of its own, and people change them. */
const written = new WeakMap<Element, ReadonlySet<string>>();

/**
 * Makes what is in `place` what `content` is. Elements that stay are kept, so that a widget goes on showing its client
 * while somebody writes an attribute of it.
 */
export function follow(place: Element, content: ParentNode & Node): void {
  const wanted = [...content.childNodes];
  wanted.forEach((node, i) => {
    const present = place.childNodes[i];
    if (present instanceof Element && node instanceof Element && present.localName === node.localName) {
      for (const name of written.get(present) ?? []) {
        if (!node.hasAttribute(name)) present.removeAttribute(name);
      }
      for (const {name, value} of node.attributes) {
        if (present.getAttribute(name) !== value) present.setAttribute(name, value);
      }
      written.set(present, new Set(node.getAttributeNames()));
      follow(present, node);
    } else if (present instanceof Text && node instanceof Text) {
      if (present.data !== node.data) present.data = node.data;
    } else if (present === undefined) {
      place.append(node);
    } else {
      present.replaceWith(node);
    }
  });
  while (place.childNodes.length > wanted.length) place.lastChild!.remove();
}
