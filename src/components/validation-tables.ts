import type {TableName} from "../../model/contract/table-names.ts";
import type {Language, Text} from "../../model/contract/text.ts";
import type {TableValidation} from "../../model/contract/validation.ts";
import {element} from "./dom.js";
import {formatOf} from "./format.js";
import {tableLabels} from "./table-labels.js";
import {typeset} from "./typography.js";
import {quoted, technical, type ValidationData} from "./validation-data.js";
import {perHundred} from "./validation-frequency.js";
import {rowsTable} from "./validation-rows.js";

/** What one row of each table is. */
const tableMeanings: Record<TableName, Text> = {
  application: {
    fr: "Une ligne par demande : la personne, son foyer, ses revenus et le crédit demandé.",
    en: "One row an application: the person, their household, their income and the credit asked for."
  },
  bureau: {
    fr: "Une ligne par crédit que le client a eu ailleurs, tel que le fichier des crédits le connaît.",
    en: "One row a credit that the client had elsewhere, as the credit bureau knows it."
  },
  bureau_balance: {
    fr: "Une ligne par mois de chacun de ces crédits : à jour, en retard ou soldé.",
    en: "One row a month of each of those credits: up to date, late or closed."
  },
  previous_application: {
    fr: "Une ligne par demande que le client avait déjà faite ici : acceptée, refusée ou abandonnée.",
    en: "One row a request that the client had made here before: approved, refused or given up."
  },
  POS_CASH_balance: {
    fr: "Une ligne par mois d'un crédit passé : échéances restantes et retards.",
    en: "One row a month of a past credit: instalments left and days late."
  },
  installments_payments: {
    fr: "Une ligne par paiement d'une échéance : ce qui était dû, ce qui a été payé, et quand.",
    en: "One row a payment of an instalment: what was due, what was paid, and when."
  },
  credit_card_balance: {
    fr: "Une ligne par mois d'une carte de crédit : solde, plafond, retraits et paiements.",
    en: "One row a month of a credit card: balance, limit, withdrawals and payments."
  }
};

const words = {
  fr: {
    present: (all: string) => `Les ${all} tables sont présentes.`,
    absent: (names: string, one: boolean) =>
      one
        ? `Une table est absente, ${names} : ce qui se calcule d'elle manque à tous les clients.`
        : `Des tables sont absentes, ${names} : ce qui se calcule d'elles manque à tous les clients.`,
    source: "Elles ont été lues dans ",
    explanation:
      "Une ligne est mise de côté quand elle n'est pas lisible ou contient une valeur impossible. " +
      "Une ligne sans client est gardée, mais la demande à laquelle elle renvoie n'est pas dans les tables : elle ne compte pour personne.",
    columns: ["Table", "Lignes", "Clients concernés", "Mises de côté", "Sans client"],
    readFrom: "lue dans ",
    absentTag: "Absente",
    label: "Ce qui a été lu, table par table"
  },
  en: {
    present: (all: string) => `All ${all} tables are present.`,
    absent: (names: string, one: boolean) =>
      one
        ? `One table is absent, ${names}: what is computed from it is missing for every client.`
        : `Some tables are absent, ${names}: what is computed from them is missing for every client.`,
    source: "They were read from ",
    explanation:
      "A row is set aside when it can't be read or holds an impossible value. " +
      "A row without a client is kept, but the application that it refers to is not in the tables: it counts for nobody.",
    columns: ["Table", "Rows", "Clients with a row", "Set aside", "Without a client"],
    readFrom: "read from ",
    absentTag: "Absent",
    label: "What was read, table by table"
  }
};

/** The seven tables: what each is, whether it is there, and what was read of it. */
export function validationTables({report}: ValidationData, language: Language): HTMLElement {
  const text = words[language];
  const {integer, list} = formatOf(language);
  const set = (words: string): string => typeset(words, language);
  const absent = report.tables.filter(({present}) => !present);
  const names = list(absent.map(({name}) => quoted(tableLabels[name][language], language)));
  const presence =
    absent.length === 0 ? text.present(integer(report.tables.length)) : text.absent(names, absent.length === 1);
  const clients = report.tables.find(({name}) => name === "application")?.rows ?? 0;
  const source = report.source === "" ? [] : [` ${text.source}`, technical(report.source), "."];
  return element(
    "div",
    {},
    element("p", {}, set(presence), ...source),
    rowsTable(
      {
        label: text.label,
        columns: text.columns,
        kind: "validation-tables",
        rows: report.tables.map((table) => ({
          cells: [
            description(table, language),
            ...(table.present
              ? [
                  integer(table.rows),
                  perHundred(table.clients, clients, language),
                  integer(table.rejected),
                  integer(table.orphans)
                ]
              : ["–", "–", "–", "–"])
          ]
        }))
      },
      language
    ),
    element("p", {class: "validation-note"}, set(text.explanation))
  );
}

function description({name, present, files}: TableValidation, language: Language): HTMLElement {
  const text = words[language];
  const sources = files.flatMap(({label}, i) => (i === 0 ? [technical(label)] : [", ", technical(label)]));
  return element(
    "div",
    {},
    element("span", {class: "validation-name"}, typeset(tableLabels[name][language], language)),
    present ? null : element("span", {class: "validation-tag"}, text.absentTag),
    element("span", {class: "validation-meaning"}, typeset(tableMeanings[name][language], language)),
    element(
      "span",
      {class: "validation-origin"},
      ...(present && sources.length > 0 ? [text.readFrom, ...sources] : [technical(name)])
    )
  );
}
