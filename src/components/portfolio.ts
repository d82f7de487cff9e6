import type {PortfolioReport} from "../../model/contract/report.ts";
import type {Language} from "../../model/contract/text.ts";
import {element} from "./dom.js";
import {table} from "./figure.js";
import {formatOf} from "./format.js";
import {tableLabels} from "./table-labels.js";
import {typeset} from "./typography.js";

const words = {
  fr: {
    demonstration: "Données de démonstration",
    invented:
      "Ces personnes n'existent pas : elles ont été tirées au sort pour que le site se lise sans données réelles.",
    clients: "clients scorés",
    perHundred: (n: string) => `${n} sur 100`,
    defaults: (defaults: string, labelled: string) =>
      `n'ont pas remboursé : ${defaults} des ${labelled} dont l'issue est connue`,
    tablesOf: (present: string, all: string) => `${present} sur ${all}`,
    tables: "tables présentes",
    features: "variables calculées",
    columns: ["Table", "Lignes", "Clients", "Variables"],
    absent: "absente",
    absentNote: (names: string, one: boolean) =>
      one
        ? `Une table est absente : ${names}. Ses variables manquent, et le modèle s'en passe.`
        : `Des tables sont absentes : ${names}. Leurs variables manquent, et le modèle s'en passe.`,
    label: "Les tables du portefeuille"
  },
  en: {
    demonstration: "Demonstration data",
    invented: "These people don't exist: they were drawn at random so that the site can be read without real data.",
    clients: "clients scored",
    perHundred: (n: string) => `${n} in 100`,
    defaults: (defaults: string, labelled: string) =>
      `did not repay: ${defaults} of the ${labelled} whose outcome is known`,
    tablesOf: (present: string, all: string) => `${present} of ${all}`,
    tables: "tables present",
    features: "features computed",
    columns: ["Table", "Rows", "Clients", "Features"],
    absent: "absent",
    absentNote: (names: string, one: boolean) =>
      one
        ? `One table is absent: ${names}. Its features are missing, and the model does without them.`
        : `Some tables are absent: ${names}. Their features are missing, and the model does without them.`,
    label: "The tables of the portfolio"
  }
};

/** Says that the people are invented; nothing when they aren't. */
export function demonstrationNotice(
  {demonstration}: PortfolioReport,
  language: Language
): HTMLElement | DocumentFragment {
  if (!demonstration) return document.createDocumentFragment();
  const text = words[language];
  return element(
    "p",
    {class: "notice"},
    element("strong", {}, `${text.demonstration}. `),
    typeset(text.invented, language)
  );
}

/** The portfolio in four figures. */
export function portfolioFacts(report: PortfolioReport, language: Language): HTMLElement {
  const text = words[language];
  const {integer} = formatOf(language);
  const present = report.tables.filter((entry) => entry.present);
  const features = report.tables.reduce((sum, entry) => sum + entry.features, 0);
  const facts: [string, string][] = [
    [integer(report.clients), text.clients],
    [
      text.perHundred(integer(Math.round((100 * report.defaults) / report.labelled))),
      text.defaults(integer(report.defaults), integer(report.labelled))
    ],
    [text.tablesOf(integer(present.length), integer(report.tables.length)), text.tables],
    [integer(features), text.features]
  ];
  return element(
    "ul",
    {class: "facts"},
    ...facts.map(([figure, label]) =>
      element("li", {}, element("strong", {}, figure), " ", element("span", {}, typeset(label, language)))
    )
  );
}

/** Each table, present or absent, with what was read and computed from it. */
export function portfolioTables(report: PortfolioReport, language: Language): HTMLElement {
  const text = words[language];
  const {integer, list} = formatOf(language);
  const absent = report.tables.filter((entry) => !entry.present);
  const rows = report.tables.map((entry) => [
    tableLabels[entry.name][language],
    entry.present ? integer(entry.rows) : text.absent,
    entry.present ? integer(entry.clients) : "–",
    entry.present ? integer(entry.features) : "–"
  ]);
  const names = list(absent.map((entry) => `${quote(tableLabels[entry.name][language], language)}`));
  return element(
    "div",
    {},
    absent.length > 0 ? element("p", {}, typeset(text.absentNote(names, absent.length === 1), language)) : null,
    table({columns: text.columns, rows, label: text.label}, language)
  );
}

function quote(text: string, language: Language): string {
  return language === "fr" ? `« ${text} »` : `“${text}”`;
}
