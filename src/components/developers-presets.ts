import type {Language} from "../../model/contract/text.ts";
import type {LiveBook} from "./developers-book.js";

/** An example to begin with. */
export interface Preset {
  name: string;
  /** Its markup for one of the book's examples, by its place. */
  markup: (client: number) => string;
}

const words = {
  fr: {
    score: "Score seul",
    table: "Dans un tableau",
    reasons: "Raisons",
    profile: "Données",
    comparison: "Comparaison d'une donnée",
    client: "Dossier entier",
    language: "En anglais",
    number: (client: string) => `Client ${client}`
  },
  en: {
    score: "Score alone",
    table: "In a table",
    reasons: "Reasons",
    profile: "Data",
    comparison: "Comparison of a feature",
    client: "Whole client",
    language: "In French",
    number: (client: string) => `Client ${client}`
  }
};

/** The examples that the page begins with, written as a page would write them. */
export function presetsOf({clients, feature, src}: LiveBook, language: Language): Preset[] {
  const text = words[language];
  const opened = (client: number) => `src="${src}" ref="${clients[client % clients.length]?.ref ?? ""}"`;
  const alone =
    (tag: string, attributes = "") =>
    (client: number) =>
      `<${tag} ${opened(client)}${attributes && ` ${attributes}`}></${tag}>`;
  const row = (client: number) => `  <tr>
    <th scope="row">${text.number(clients[client % clients.length]?.client ?? "")}</th>
    <td>${alone("limpide-score", "compact")(client)}</td>
  </tr>`;
  const other = language === "fr" ? "en" : "fr";
  return [
    {name: text.score, markup: alone("limpide-score")},
    {
      name: text.table,
      markup: (client) =>
        `<table>\n${clients
          .slice(0, 3)
          .map((_, i) => row(client + i))
          .join("\n")}\n</table>`
    },
    {name: text.reasons, markup: alone("limpide-reasons", "selectable")},
    {name: text.profile, markup: alone("limpide-profile", "unusual")},
    {name: text.comparison, markup: alone("limpide-comparison", `feature="${feature}" cohort="everyone"`)},
    {name: text.client, markup: alone("limpide-client", 'tab="reasons"')},
    {
      name: text.language,
      markup: (client) => `<div lang="${other}">\n  ${alone("limpide-score", 'theme="dark"')(client)}\n</div>`
    }
  ];
}
