import type {Language} from "../../model/contract/text.ts";
import type {Remark, TableValidation} from "../../model/contract/validation.ts";
import {element} from "./dom.js";
import {tableLabels} from "./table-labels.js";
import {typeset} from "./typography.js";
import {columnAnchor, columnOf, quoted, technical, type ValidationData} from "./validation-data.js";
import type {Content} from "./validation-rows.js";

const severities = ["error", "warning", "notice"] as const;

const words = {
  fr: {
    none: "Rien à signaler : les valeurs manquantes sont en proportion habituelle, et chaque catégorie est connue.",
    error: {title: "Erreurs", note: "Elles empêchent d'utiliser les données."},
    warning: {title: "Avertissements", note: "Ils changent ce qui est calculé."},
    notice: {title: "Observations", note: "Elles ne changent rien à ce qui est calculé, mais valent un coup d'œil."},
    everything: "Toutes les tables"
  },
  en: {
    none: "Nothing to tell: values are missing in the usual proportion, and every category is known.",
    error: {title: "Errors", note: "They keep the data from being used."},
    warning: {title: "Warnings", note: "They change what is computed."},
    notice: {title: "Notices", note: "They change nothing of what is computed, but are worth a look."},
    everything: "All tables"
  }
};

/** What deserves a look, the gravest first, each with its table and its column. */
export function validationRemarks(data: ValidationData, language: Language): HTMLElement {
  const {remarks} = data.report;
  const text = words[language];
  if (remarks.length === 0) return element("p", {}, typeset(text.none, language));
  const groups = severities.map((severity) => ({
    severity,
    told: remarks.filter((remark) => remark.severity === severity)
  }));
  return element(
    "div",
    {},
    ...groups
      .filter(({told}) => told.length > 0)
      .flatMap(({severity, told}) => [
        element("h3", {class: "validation-severity"}, text[severity].title),
        element("p", {class: "validation-note"}, typeset(text[severity].note, language)),
        element(
          "ul",
          {class: `validation-remarks validation-${severity}`},
          ...told.map((remark) => element("li", {}, ...remarkContent(data, remark, language)))
        )
      ])
  );
}

function remarkContent(data: ValidationData, {table, column, text}: Remark, language: Language): Content[] {
  const validation = data.report.tables.find(({name}) => name === table);
  const label = table === null ? typeset(words[language].everything, language) : tableLabels[table][language];
  const contract = table === null || column === null ? undefined : columnOf(data, table, column);
  return [
    element(
      "span",
      {class: "validation-name"},
      typeset(label, language),
      ...(table === null || contract === undefined
        ? []
        : [" · ", element("a", {href: `#${columnAnchor(table, contract.name)}`}, contract.label[language])])
    ),
    element("span", {}, ...plainly(text[language], validation, language))
  ];
}

/**
 * A remark's text with the names in it told apart from its words: tables by their labels; files, and columns that have
 * no label, as the computer's.
 */
export function plainParts(
  text: string,
  table: TableValidation | undefined,
  language: Language
): {text: string; technical: boolean}[] {
  const names = [
    ...(table?.files.flatMap(({label, ignoredColumns}) => [label, ignoredColumns.join(", ")]) ?? []),
    ...(table?.leftAside ?? [])
  ].filter((name) => name !== "");
  // "application" is a word as well as a table, and a text means the word.
  const tables = Object.keys(tableLabels).filter((name) => name.includes("_"));
  const all = [...names, ...tables].sort((a, b) => b.length - a.length).map(escapePattern);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_])(${all.join("|")})(?![\\p{L}\\p{N}_])`, "u");
  return text
    .split(pattern)
    .filter((part) => part !== "")
    .map((part) => {
      if (names.includes(part)) return {text: part, technical: true};
      const label = tables.includes(part) ? tableLabels[part as TableValidation["name"]][language] : undefined;
      const words =
        label === undefined
          ? part.replace(/"([^"]*)"/g, (_, value: string) => quoted(value, language))
          : quoted(label, language);
      return {text: typeset(words, language), technical: false};
    });
}

function plainly(text: string, table: TableValidation | undefined, language: Language): Content[] {
  return plainParts(text, table, language).map((part) => (part.technical ? technical(part.text) : part.text));
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
}
