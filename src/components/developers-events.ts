import type {Language} from "../../model/contract/text.ts";
import {bookNotice, type LiveBook} from "./developers-book.js";
import {rich} from "./developers-text.js";
import {element} from "./dom.js";
import {typeset} from "./typography.js";
import {rowsTable} from "./validation-rows.js";

/** What the widgets of a page fire, and what each tells. */
export const eventDetails = {
  "limpide-load": ["ref", "model"],
  "limpide-error": ["code", "message", "recoverable", "help"],
  "limpide-select": ["feature", "cohort"],
  "limpide-simulate": ["points", "recommendation", "review", "changes"]
} as const;
type EventName = keyof typeof eventDetails;

const most = 40;

const words = {
  fr: {
    table: "Les événements et ce qu'ils disent",
    columns: ["Événement", "Quand", "`detail`"],
    when: {
      "limpide-load": "le client est affiché",
      "limpide-error": "le client ne peut pas être affiché",
      "limpide-select": "une personne a choisi une donnée, ou un groupe",
      "limpide-simulate": "un autre prêt a été simulé, ou de nouveau celui qui est demandé"
    },
    keys: {
      ref: "la référence demandée",
      model: "la version du modèle",
      code: "un code qui ne change jamais de sens",
      message: "une phrase pour les développeurs, sans donnée du client",
      recoverable: "si réessayer peut aider",
      help: "où le code est expliqué",
      feature: "l'identifiant de la donnée, `points` pour le score lui-même",
      cohort: "l'identifiant du groupe, s'il en est montré un",
      points: "le score simulé",
      recommendation: "`accept` ou `refuse`",
      review: "si le score demande une relecture",
      changes: "ce qui est demandé autrement : `quantity`, `before`, `after`"
    },
    log: "Journal des événements de l'exemple",
    none: "Ouvrez un onglet, choisissez une raison, simulez un prêt : ce que le composant annonce s'écrit ici.",
    clear: "Vider",
    client: "Exemple : le dossier entier d'un client"
  },
  en: {
    table: "The events and what they tell",
    columns: ["Event", "When", "`detail`"],
    when: {
      "limpide-load": "the client is shown",
      "limpide-error": "the client cannot be shown",
      "limpide-select": "a person chose a feature, or a group",
      "limpide-simulate": "another loan was simulated, or the one asked for again"
    },
    keys: {
      ref: "the reference that was asked for",
      model: "the model's version",
      code: "a code that never changes its meaning",
      message: "a sentence for developers, with no data of the client's",
      recoverable: "whether trying again may help",
      help: "where the code is explained",
      feature: "the feature's id, `points` for the score itself",
      cohort: "the group's id, where one is shown",
      points: "the simulated score",
      recommendation: "`accept` or `refuse`",
      review: "whether the score asks for a review",
      changes: "what is asked for otherwise: `quantity`, `before`, `after`"
    },
    log: "Log of the example's events",
    none: "Open a tab, pick a reason, simulate a loan: what the element announces is written here.",
    clear: "Clear",
    client: "Example: a client's whole file"
  }
};

export function eventsTable(language: Language): HTMLElement {
  const {columns, keys, table, when} = words[language];
  return rowsTable(
    {
      label: typeset(table, language),
      columns: columns.map((name) => name.replaceAll("`", "")),
      kind: "developers-table developers-events-table",
      rows: (Object.keys(eventDetails) as EventName[]).map((name) => ({
        cells: [
          element("code", {}, name),
          element("span", {}, rich(when[name], language)),
          element(
            "ul",
            {class: "developers-details"},
            ...eventDetails[name].map((key) =>
              element(
                "li",
                {},
                element("code", {}, key),
                typeset(language === "fr" ? " : " : ": ", language),
                rich(keys[key], language)
              )
            )
          )
        ]
      }))
    },
    language
  );
}

/** A client's whole file, and a log of what it fires. */
export function eventsExample(book: LiveBook, language: Language): HTMLElement {
  const text = words[language];
  const first = book.clients[0];
  if (first === undefined) return element("div", {}, bookNotice(book, language));
  const widget = document.createElement("limpide-client");
  widget.setAttribute("src", book.src);
  widget.setAttribute("ref", first.ref);
  const none = element("p", {class: "developers-log-none"}, typeset(text.none, language));
  const lines = element("ol");
  const log = element(
    "div",
    {class: "developers-log", role: "log", "aria-label": typeset(text.log, language), tabindex: 0},
    none,
    lines
  );
  const clear = element("button", {type: "button"}, text.clear);
  const write = (event: Event) => {
    // The element that fired it, which may be inside another: events cross shadow roots.
    const [source] = event.composedPath();
    const {detail} = event as Event & {detail: unknown};
    lines.append(
      element(
        "li",
        {},
        element("code", {class: "developers-log-name"}, event.type),
        " ",
        element("code", {}, `<${(source as Element).localName}>`),
        " ",
        element("code", {class: "developers-log-detail"}, JSON.stringify(detail))
      )
    );
    while (lines.childElementCount > most) lines.firstElementChild!.remove();
    none.hidden = true;
    log.scrollTop = log.scrollHeight;
  };
  for (const name of Object.keys(eventDetails)) widget.addEventListener(name, write);
  clear.addEventListener("click", () => {
    lines.replaceChildren();
    none.hidden = false;
  });
  return element(
    "div",
    {class: "developers-events"},
    element("div", {class: "developers-result", role: "group", "aria-label": typeset(text.client, language)}, widget),
    element(
      "div",
      {class: "developers-log-frame"},
      element("div", {class: "developers-code-top"}, element("h3", {}, typeset(text.log, language)), clear),
      log
    )
  );
}
