import type {Column} from "../../model/contract/tables.ts";
import type {Language} from "../../model/contract/text.ts";
import type {ColumnProfile, TableValidation} from "../../model/contract/validation.ts";
import {element, svgElement} from "./dom.js";
import {formatOf} from "./format.js";
import {typeset} from "./typography.js";
import {columnAnchor, technical, type ValidationData} from "./validation-data.js";
import {type Content, rowsTable} from "./validation-rows.js";
import {extentOf, natureOf, shareOf} from "./validation-values.js";

const words = {
  fr: {
    columns: ["Colonne", "Valeurs", "Valeurs manquantes"],
    label: (table: string) => `Les colonnes de la table ${table}`,
    sentinel: (several: boolean) => (several ? "Valeurs convenues : " : "Valeur convenue : "),
    rows: (n: string, one: boolean) => `${n === "0" ? "aucune" : n} ligne${one ? "" : "s"}`,
    unknown: "Catégories inconnues, traitées comme manquantes : ",
    more: "…",
    none: "aucune",
    unread: "–",
    expected: (share: string) => `attendu : ${share}`,
    noneExpected: "aucune attendue",
    absentFile: "un des fichiers ne l'a pas"
  },
  en: {
    columns: ["Column", "Values", "Missing values"],
    label: (table: string) => `The columns of the table ${table}`,
    sentinel: (several: boolean) => (several ? "Agreed values: " : "Agreed value: "),
    rows: (n: string, one: boolean) => `${n === "0" ? "no" : n} row${one ? "" : "s"}`,
    unknown: "Unknown categories, taken for missing: ",
    more: "…",
    none: "none",
    unread: "–",
    expected: (share: string) => `expected: ${share}`,
    noneExpected: "none expected",
    absentFile: "one of the files lacks it"
  }
};

/** The columns of a table: what each is, which values it holds, and how many are missing. */
export function columnsTable(
  data: ValidationData,
  table: TableValidation,
  label: string,
  language: Language
): HTMLElement {
  const text = words[language];
  const contract = data.contracts[table.name];
  const rows = contract.columns.map((column) => {
    const profile = table.columns.find(({name}) => name === column.name)!;
    return {
      id: columnAnchor(table.name, column.name),
      cells: [
        nameCell(column, language),
        valuesCell(data, column, profile, language),
        missingCell(data, table, profile, language)
      ]
    };
  });
  return rowsTable(
    {label: typeset(text.label(label), language), columns: text.columns, kind: "validation-columns", rows},
    language
  );
}

function nameCell({name, label, meaning}: Column, language: Language): HTMLElement {
  return element(
    "div",
    {},
    element("span", {class: "validation-name"}, label[language]),
    " ",
    element("small", {}, technical(name)),
    element("span", {class: "validation-meaning"}, meaning[language])
  );
}

function valuesCell(data: ValidationData, column: Column, profile: ColumnProfile, language: Language): HTMLElement {
  const style = {language, currency: data.portfolio.currency};
  const extent = extentOf(column, profile, style);
  const line = (...content: Content[]): HTMLElement => element("span", {class: "validation-line"}, ...content);
  return element(
    "div",
    {},
    line(typeset(natureOf(column, style), language)),
    extent === null ? null : line(typeset(extent, language)),
    column.sentinels === undefined ? null : line(...sentinelContent(column.sentinels, profile, language)),
    profile.unknownRows === 0 ? null : line(...unknownContent(profile, language))
  );
}

function sentinelContent(
  sentinels: NonNullable<Column["sentinels"]>,
  profile: ColumnProfile,
  language: Language
): Content[] {
  return [
    typeset(words[language].sentinel(sentinels.length > 1), language),
    ...sentinels.flatMap(({value, meaning}, i) => [
      ...(i === 0 ? [] : [", "]),
      technical(String(value)),
      ` (${meaning[language]})`
    ]),
    `${language === "fr" ? "\u202f; " : "; "}${rowCount(profile.sentinels, language)}`
  ];
}

function unknownContent({unknownCategories, unknownRows}: ColumnProfile, language: Language): Content[] {
  const told = unknownCategories.reduce((sum, {rows}) => sum + rows, 0);
  return [
    typeset(words[language].unknown, language),
    ...unknownCategories.flatMap(({value, rows}, i) => [
      ...(i === 0 ? [] : [", "]),
      technical(value),
      ` (${rowCount(rows, language)})`
    ]),
    told < unknownRows ? `, ${words[language].more} (${rowCount(unknownRows, language)})` : ""
  ];
}

function rowCount(count: number, language: Language): string {
  return words[language].rows(formatOf(language).integer(count), language === "fr" ? count < 2 : count === 1);
}

function missingCell(
  {contracts}: ValidationData,
  {name}: TableValidation,
  {name: column, missing, expectedMissing}: ColumnProfile,
  language: Language
): HTMLElement {
  const text = words[language];
  if (missing === null) return element("span", {class: "validation-quiet"}, text.unread);
  const lacking = contracts[name].files.filter(({without}) => without.includes(column)).map(({name}) => name);
  if (missing === 0 && (expectedMissing === 0 || lacking.length > 0)) {
    return element("span", {class: "validation-quiet"}, text.none);
  }
  const expected =
    lacking.length > 0
      ? text.absentFile
      : expectedMissing === 0
        ? text.noneExpected
        : text.expected(shareOf(expectedMissing, language));
  return element(
    "div",
    {},
    element("strong", {}, shareOf(missing, language)),
    " ",
    element("span", {class: "validation-quiet"}, typeset(expected, language)),
    missingBar(missing, lacking.length > 0 ? null : expectedMissing)
  );
}

/** A bar as long as the share that is missing, with a line where it was expected to end; the words beside it say both. */
export function missingBar(missing: number, expected: number | null): SVGElement {
  const percent = (share: number): string => `${(100 * share).toFixed(2)}%`;
  return svgElement(
    "svg",
    {class: "validation-bar", width: "100%", height: 14, "aria-hidden": "true"},
    svgElement("rect", {class: "validation-bar-all", x: 0, y: 4, width: "100%", height: 6}),
    svgElement("rect", {class: "validation-bar-part", x: 0, y: 4, width: percent(missing), height: 6}),
    expected === null
      ? null
      : svgElement("line", {
          class: "validation-bar-expected",
          x1: percent(expected),
          x2: percent(expected),
          y1: 0,
          y2: 14
        })
  );
}
