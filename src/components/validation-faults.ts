import type {Language} from "../../model/contract/text.ts";
import type {Fault, TableValidation} from "../../model/contract/validation.ts";
import {element} from "./dom.js";
import {formatOf} from "./format.js";
import {tableLabels} from "./table-labels.js";
import {typeset} from "./typography.js";
import {columnOf, technical, type ValidationData} from "./validation-data.js";
import {shareInWords} from "./validation-frequency.js";
import {rowsTable} from "./validation-rows.js";
import {rangeOf} from "./validation-values.js";

/** Values longer than this are cut: a page is no place for a whole row. */
const longestValue = 60;

const words = {
  fr: {
    none: "Aucune ligne n'a été mise de côté : chacune a autant de champs que l'en-tête, et chaque valeur est de la nature attendue et dans les bornes du possible.",
    some: (limit: string) =>
      `Voici pourquoi, par fichier et par motif ; une même ligne peut en avoir plusieurs. Les lignes sont comptées à partir de 1, sans l'en-tête.${limit}`,
    limit: (share: string) => ` La limite est de ${share} par fichier : au-delà, rien n'aurait été calculé.`,
    columns: ["Motif", "Fichier", "Lignes", "Première", "Sa valeur"],
    label: "Les lignes mises de côté, par motif",
    empty: "vide",
    hidden: "non montrée",
    missing: "aucune valeur, alors qu'il en faut une",
    number: "ce n'est pas un nombre",
    whole: "ce n'est pas un nombre entier",
    flag: "ce n'est ni 0 ni 1",
    yesno: "ce n'est ni Y ni N",
    expected: (what: string) => `${what} ; attendu : `,
    range: "hors des bornes du possible",
    id: "un numéro d'au moins 1",
    key: "ce numéro est déjà celui d'une ligne précédente",
    fields: (found: string, expected: string) => `la ligne a ${found} champs, et l'en-tête ${expected}`,
    size: "la ligne est trop longue pour en être une",
    encoding: "le texte n'est pas en UTF-8",
    row: "Ligne entière"
  },
  en: {
    none: "No row was set aside: each has as many fields as the header, and each value is of the kind expected and within the bounds of what is possible.",
    some: (limit: string) =>
      `Here is why, by file and by reason; a row may have several. Rows are counted from 1, the header apart.${limit}`,
    limit: (share: string) => ` The limit is ${share} per file: past it, nothing would have been computed.`,
    columns: ["Reason", "File", "Rows", "First", "Its value"],
    label: "The rows that were set aside, by reason",
    empty: "empty",
    hidden: "not shown",
    missing: "no value, where one is needed",
    number: "not a number",
    whole: "not a whole number",
    flag: "neither 0 nor 1",
    yesno: "neither Y nor N",
    expected: (what: string) => `${what}; expected: `,
    range: "outside the bounds of what is possible",
    id: "a number of at least 1",
    key: "an earlier row has this number already",
    fields: (found: string, expected: string) => `the row has ${found} fields, and the header ${expected}`,
    size: "the row is too long to be one",
    encoding: "the text is not in UTF-8",
    row: "The whole row"
  }
};

/** What is wrong with the rows of a fault, in words; its own reason, in English, when the words lack it. */
export function reasonOf(
  data: ValidationData,
  table: TableValidation["name"],
  fault: Fault,
  language: Language
): string {
  return typeset(untypeset(data, table, fault, language), language);
}

function untypeset(data: ValidationData, table: TableValidation["name"], fault: Fault, language: Language): string {
  const text = words[language];
  const {integer} = formatOf(language);
  const column = fault.column === null ? undefined : columnOf(data, table, fault.column);
  switch (fault.code) {
    case "E_KEY_TWICE":
      return text.key;
    case "E_ROW_SIZE":
      return text.size;
    case "E_ENCODING":
      return text.encoding;
    case "E_ROW_FIELDS": {
      const [found, expected] = fault.reason.match(/\d+/g) ?? [];
      if (found === undefined || expected === undefined) return fault.reason;
      return text.fields(integer(Number(found)), integer(Number(expected)));
    }
    case "E_VALUE_TYPE":
    case "E_VALUE_RANGE": {
      if (column === undefined) return fault.reason;
      // A number that names somebody is not shown, whether there was one or not: the reason still tells.
      if (fault.first.value === "" || /\bmissing\b/.test(fault.reason)) return text.missing;
      if (column.type === "yesno") return text.yesno;
      if (column.type === "flag") return text.flag;
      const what = fault.code === "E_VALUE_RANGE" ? text.range : column.type === "real" ? text.number : text.whole;
      const {currency} = data.portfolio;
      const expected = column.type === "id" ? text.id : rangeOf(column, {language, currency});
      return expected === null ? what : text.expected(what) + expected;
    }
    default:
      return fault.reason;
  }
}

/** The rows that were set aside, by file and reason; or that none was. */
export function validationFaults(data: ValidationData, language: Language): HTMLElement {
  const text = words[language];
  const {integer} = formatOf(language);
  const {tables, maxRejects} = data.report;
  const faults = tables.flatMap((table) => table.faults.map((fault) => ({table, fault})));
  if (faults.length === 0) return element("p", {}, typeset(text.none, language));
  const limit = maxRejects === 0 ? "" : text.limit(shareInWords(maxRejects, language));
  return element(
    "div",
    {},
    element("p", {}, typeset(text.some(limit), language)),
    rowsTable(
      {
        label: text.label,
        columns: text.columns,
        kind: "validation-faults",
        rows: faults.map(({table, fault}) => ({
          cells: [
            element(
              "div",
              {},
              element("span", {class: "validation-name"}, placeOf(data, table.name, fault, language)),
              element("span", {class: "validation-meaning"}, reasonOf(data, table.name, fault, language))
            ),
            element(
              "div",
              {},
              technical(fault.file),
              element("span", {class: "validation-origin"}, typeset(tableLabels[table.name][language], language))
            ),
            integer(fault.rows),
            integer(fault.first.row),
            valueShown(fault, language)
          ]
        }))
      },
      language
    )
  );
}

function placeOf(data: ValidationData, table: TableValidation["name"], {column}: Fault, language: Language): string {
  if (column === null) return words[language].row;
  return columnOf(data, table, column)?.label[language] ?? words[language].row;
}

function valueShown({column, first: {value}}: Fault, language: Language): HTMLElement | string {
  const text = words[language];
  if (value === null) return column === null ? "–" : text.hidden;
  if (value === "") return text.empty;
  return technical(value.length > longestValue ? `${value.slice(0, longestValue - 1)}…` : value);
}
