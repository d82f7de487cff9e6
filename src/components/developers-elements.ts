import type {Language} from "../../model/contract/text.ts";
import type {ElementDeclaration} from "../../widgets/tooling/manifest-schema.ts";
import {elementsOf, entriesOf, type Entry, type WidgetsDocumentation} from "./developers-data.js";
import {frenchMeaning, type NameKind} from "./developers-names.js";
import {arrive, paragraph, rich} from "./developers-text.js";
import {element} from "./dom.js";
import {typeset} from "./typography.js";
import {rowsTable} from "./validation-rows.js";

const words = {
  fr: {
    shared: "Ce que tous ont en commun",
    language:
      "La langue est celle du `lang` le plus proche, sur le composant ou sur ce qui le contient, et la suit en direct : le français si rien n'est dit, l'anglais pour une langue qui n'est ni l'un ni l'autre. `addLocale` en ajoute une.",
    states:
      "Un état se lit aussi en CSS : `limpide-score:state(loading)`. Les cinq derniers disent comment un composant a échoué.",
    stateNames: "Les états d'un composant",
    columns: ["Nom", "Nature", "Sens"],
    kinds: {
      property: "attribut",
      method: "méthode",
      event: "événement",
      slot: "emplacement",
      part: "partie",
      state: "état"
    },
    alone: "propriété",
    named: (property: string) => `propriété \`${property}\``,
    initial: (value: string) => `sinon \`${value}\``,
    nothing: "Rien que ce qui est commun à tous."
  },
  en: {
    shared: "What all have in common",
    language:
      "The language is that of the nearest `lang`, on the element or on what holds it, followed live: French where nothing is said, English for a language that is neither. `addLocale` adds one.",
    states: "A state can be read in CSS too: `limpide-score:state(loading)`. The last five say how an element failed.",
    stateNames: "The states of an element",
    columns: ["Name", "Kind", "Meaning"],
    kinds: {
      property: "attribute",
      method: "method",
      event: "event",
      slot: "slot",
      part: "part",
      state: "state"
    },
    alone: "property",
    named: (property: string) => `property \`${property}\``,
    initial: (value: string) => `otherwise \`${value}\``,
    nothing: "Nothing but what all have."
  }
};

/** Each element, what it shows, and every name that it has; what all have is told once, first. */
export function elementsReference(documentation: WidgetsDocumentation, language: Language): HTMLElement {
  const elements = elementsOf(documentation);
  const {own, shared} = entriesOf(elements);
  const text = words[language];
  const isState = ({kind}: Entry) => kind === "state";
  const node = element(
    "div",
    {class: "developers-reference"},
    element(
      "section",
      {id: "limpide-all"},
      element("h3", {}, typeset(text.shared, language)),
      names(
        shared.filter((entry) => !isState(entry)),
        text.shared,
        language
      ),
      paragraph(text.language, language),
      paragraph(text.states, language),
      names(shared.filter(isState), text.stateNames, language)
    ),
    ...elements.map((one) => section(one, own.get(one.tagName)!, language))
  );
  arrive(node);
  return node;
}

function section(
  {description, tagName}: ElementDeclaration,
  entries: readonly Entry[],
  language: Language
): HTMLElement {
  const text = words[language];
  return element(
    "section",
    {id: tagName},
    element("h3", {}, element("code", {}, tagName)),
    paragraph(meaningOf("element", tagName, description, language), language),
    entries.length === 0
      ? element("p", {class: "aside"}, typeset(text.nothing, language))
      : names(entries, tagName, language, tagName)
  );
}

function names(entries: readonly Entry[], label: string, language: Language, tag?: string): HTMLElement {
  const {columns} = words[language];
  // States have a table of their own, whose name says it.
  const isMixed = entries.some(({kind}) => kind !== "state");
  return rowsTable(
    {
      label: typeset(label, language),
      columns: columns.filter((_, i) => isMixed || i !== 1),
      kind: isMixed ? "developers-table" : "developers-table developers-pairs",
      rows: entries.map((entry) => ({
        cells: [
          element("code", {}, entry.name),
          ...(isMixed ? [natureOf(entry, language)] : []),
          element("span", {}, rich(meaningOf(entry.kind, entry.name, entry.description, language, tag), language))
        ]
      }))
    },
    language
  );
}

/** What kind of name it is; of a property, its type and what it is where nothing is said. */
function natureOf({initial, kind, property, type}: Entry, language: Language): HTMLElement {
  const text = words[language];
  const nature =
    property === ""
      ? text.alone
      : property === undefined
        ? text.kinds[kind]
        : `${text.kinds[kind]}, ${text.named(property)}`;
  const types = type?.split(" | ").filter((one) => one !== "null") ?? [];
  const isTold = initial !== undefined && initial !== "null" && initial !== "false";
  return element(
    "span",
    {},
    rich(nature, language),
    types.length === 0 ? null : element("span", {class: "developers-type"}, ...joined(types)),
    isTold ? element("span", {class: "developers-type"}, rich(text.initial(initial), language)) : null
  );
}

function joined(types: readonly string[]): (Node | string)[] {
  return types.flatMap((type, i) => (i === 0 ? [element("code", {}, type)] : [" | ", element("code", {}, type)]));
}

/** custom-elements.json in English, the words of this site in French. */
export function meaningOf(kind: NameKind, name: string, description: string, language: Language, tag?: string): string {
  return language === "en" ? description : (frenchMeaning(kind, name, tag) ?? description);
}
