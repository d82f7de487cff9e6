import type {Language} from "../../model/contract/text.ts";
import {formatOf} from "./format.js";
import {typeset} from "./typography.js";
import type {ValidationData} from "./validation-data.js";
import {frequencyOf} from "./validation-frequency.js";

const words = {
  fr: {
    unusable: "Les données ne peuvent pas être utilisées en l'état",
    usable: "Les données peuvent être utilisées",
    holds: (clients: string, rows: string, tables: string) => `${clients} clients et ${rows} lignes, dans ${tables}`,
    all: (all: string) => `les ${all} tables`,
    some: (present: string, all: string) => `${present} des ${all} tables`,
    none: "aucune ligne n'a été mise de côté",
    rejected: (rejected: string, of: string, one: boolean) =>
      one ? `${rejected} ligne sur ${of} a été mise de côté` : `${rejected} lignes sur ${of} ont été mises de côté`,
    about: (frequency: string) => `, soit environ ${frequency}`,
    colon: " : ",
    numbers: ["aucune", "une", "deux", "trois", "quatre", "cinq", "six", "sept"]
  },
  en: {
    unusable: "The data cannot be used as they are",
    usable: "The data can be used",
    holds: (clients: string, rows: string, tables: string) => `${clients} clients and ${rows} rows, in ${tables}`,
    all: (all: string) => `all ${all} tables`,
    some: (present: string, all: string) => `${present} of the ${all} tables`,
    none: "no row was set aside",
    rejected: (rejected: string, of: string, one: boolean) =>
      one ? `${rejected} row of ${of} was set aside` : `${rejected} rows of ${of} were set aside`,
    about: (frequency: string) => `, about ${frequency}`,
    colon: ": ",
    numbers: ["none", "one", "two", "three", "four", "five", "six", "seven"]
  }
};

/** In one sentence: whether the data can be used, how much there is, and how much of it was set aside. */
export function validationVerdict({report}: ValidationData, language: Language): string {
  const text = words[language];
  const {integer} = formatOf(language);
  const present = report.tables.filter((table) => table.present).length;
  const clients = report.tables.find(({name}) => name === "application")?.rows ?? 0;
  const rows = report.tables.reduce((sum, table) => sum + table.rows, 0);
  const rejected = report.tables.reduce((sum, table) => sum + table.rejected, 0);
  const named = (count: number): string => text.numbers[count] ?? integer(count);
  const all = named(report.tables.length);
  const tables = present === report.tables.length ? text.all(all) : text.some(named(present), all);
  const frequency = frequencyOf(rejected, rows + rejected, language);
  const setAside =
    rejected === 0
      ? text.none
      : text.rejected(integer(rejected), integer(rows + rejected), rejected === 1) +
        (frequency === null ? "" : text.about(frequency));
  const verdict = report.usable ? text.usable : text.unusable;
  return typeset(
    `${verdict}${text.colon}${text.holds(integer(clients), integer(rows), tables)}${language === "fr" ? " ; " : "; "}${setAside}.`,
    language
  );
}
