import type {Language} from "../../model/contract/text.ts";
import {bookNotice, type LiveBook} from "./developers-book.js";
import {code, copyButton} from "./developers-code.js";
import {elementsOf, type WidgetsDocumentation} from "./developers-data.js";
import {follow, readMarkup, type KnownElements, type MarkupProblem} from "./developers-markup.js";
import {presetsOf} from "./developers-presets.js";
import {rich} from "./developers-text.js";
import {element} from "./dom.js";
import {formatOf} from "./format.js";
import {typeset} from "./typography.js";

const words = {
  fr: {
    client: "Client de démonstration",
    presets: "Partir d'un exemple",
    markup: "Le code de l'exemple, à modifier",
    result: "Ce que la page montre",
    empty: "Écrivez une balise pour voir un composant.",
    problems: {
      script: () =>
        "`<script>` est laissé de côté : cette page charge déjà les composants, et ne fait tourner aucun autre programme.",
      unknown: (tag: string, known: string) =>
        `\`<${tag}>\` n'est pas un composant du paquet. Ceux qui existent : ${known}.`,
      unclosed: (tag: string) =>
        `\`<${tag}>\` n'est pas fermé : en HTML, \`/>\` ne ferme pas une balise de composant. Écrivez \`</${tag}>\`.`,
      refused: (tag: string) =>
        `\`<${tag}>\` est laissé de côté : ici, un exemple tient en composants, en texte et en tableaux.`,
      property: (attribute: string) =>
        attribute === "clientref"
          ? "`clientRef` est une propriété : en HTML, l'attribut s'appelle `ref`."
          : `\`${attribute}\` n'est jamais un attribut : une clé ne doit pas rester dans la page. C'est une propriété, qu'un programme donne au composant.`,
      attribute: (attribute: string, tag: string, known: string) =>
        `\`${attribute}\` n'est pas un attribut de \`<${tag}>\`. Ceux qui existent : ${known}.`,
      address: (tag: string) =>
        `\`src\` de \`<${tag}>\` mène ailleurs : cette page ne lit que le registre publié à côté d'elle.`
    }
  },
  en: {
    client: "Demonstration client",
    presets: "Begin with an example",
    markup: "The example's code, to be edited",
    result: "What the page shows",
    empty: "Write a tag to see an element.",
    problems: {
      script: () => "`<script>` is left out: this page has loaded the elements already, and runs no other program.",
      unknown: (tag: string, known: string) => `\`<${tag}>\` is no element of the package. There are ${known}.`,
      unclosed: (tag: string) =>
        `\`<${tag}>\` isn't closed: in HTML, \`/>\` doesn't close an element's tag. Write \`</${tag}>\`.`,
      refused: (tag: string) => `\`<${tag}>\` is left out: here, an example is made of elements, text and tables.`,
      property: (attribute: string) =>
        attribute === "clientref"
          ? "`clientRef` is a property: in HTML, the attribute is called `ref`."
          : `\`${attribute}\` is never an attribute: a key must not stay in the page. It is a property, which a script sets.`,
      attribute: (attribute: string, tag: string, known: string) =>
        `\`${attribute}\` is no attribute of \`<${tag}>\`. There are ${known}.`,
      address: (tag: string) =>
        `\`src\` of \`<${tag}>\` leads elsewhere: this page reads the book beside it and no other.`
    }
  }
};

let made = 0;

/** An example that whoever reads the page may edit, and what comes of it. */
export function playground(documentation: WidgetsDocumentation, book: LiveBook, language: Language): HTMLElement {
  const text = words[language];
  const presets = presetsOf(book, language);
  if (book.state !== "open") {
    return element(
      "div",
      {class: "developers-playground"},
      bookNotice(book, language),
      code(presets[0]!.markup(0), language, text.markup)
    );
  }

  const id = `example-${++made}`;
  const elements: KnownElements = new Map(
    elementsOf(documentation).map(({attributes, tagName}) => [tagName, new Set(attributes.map(({name}) => name))])
  );
  const {list} = formatOf(language);
  const input = element("textarea", {
    id,
    spellcheck: "false",
    autocomplete: "off",
    autocapitalize: "off",
    "aria-describedby": `${id}-problems`
  });
  const problems = element("div", {id: `${id}-problems`, class: "developers-problems", role: "status"});
  const result = element("div", {class: "developers-result", role: "group", "aria-label": text.result});
  const select = element(
    "select",
    {id: `${id}-client`},
    ...book.clients.map(({client, label}, i) =>
      element("option", {value: i}, typeset(`${label[language]} (${client})`, language))
    )
  );
  let preset = presets[0]!;
  let client = 0;
  const buttons = presets.map((each) => {
    const button = element("button", {type: "button"}, typeset(each.name, language));
    button.addEventListener("click", () => {
      preset = each;
      write(each.markup(client));
    });
    return button;
  });

  function write(markup: string): void {
    input.value = markup;
    input.rows = Math.max(3, markup.split("\n").length);
    buttons.forEach((button, i) => button.setAttribute("aria-pressed", String(presets[i] === preset)));
    show();
  }

  function show(): void {
    const {content, problems: found} = readMarkup(input.value, elements, document.baseURI);
    follow(result, content);
    if (result.childNodes.length === 0) result.append(typeset(text.empty, language));
    const told = found.map((problem) => element("li", {}, rich(tell(problem), language)));
    problems.replaceChildren(...(told.length > 0 ? [element("ul", {}, ...told)] : []));
  }

  function tell(problem: MarkupProblem): string {
    const quoted = (names: Iterable<string>) => list([...names].map((name) => `\`${name}\``));
    const tell = text.problems;
    switch (problem.kind) {
      case "script":
        return tell.script();
      case "unknown":
        return tell.unknown(problem.tag, quoted(elements.keys()));
      case "attribute":
        return tell.attribute(problem.attribute, problem.tag, quoted(problem.known));
      case "property":
        return tell.property(problem.attribute);
      default:
        return tell[problem.kind](problem.tag);
    }
  }

  let waiting: ReturnType<typeof setTimeout> | undefined;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, 250);
  });
  select.addEventListener("change", () => {
    const before = book.clients[client]!.ref;
    const isEdited = input.value !== preset.markup(client);
    client = Number(select.value);
    write(isEdited ? input.value.replaceAll(before, book.clients[client]!.ref) : preset.markup(client));
  });
  write(preset.markup(client));

  return element(
    "div",
    {class: "developers-playground"},
    element(
      "div",
      {class: "developers-choices"},
      element("p", {}, element("label", {for: `${id}-client`}, typeset(text.client, language)), select),
      element(
        "div",
        {class: "developers-presets", role: "group", "aria-label": typeset(text.presets, language)},
        ...buttons
      )
    ),
    element(
      "div",
      {class: "developers-editor"},
      element(
        "div",
        {class: "developers-code-top"},
        element("label", {for: id}, typeset(text.markup, language)),
        copyButton(() => input.value, input, language)
      ),
      input
    ),
    problems,
    result
  );
}
