import {tables} from "../contract/tables.ts";
import type {ColumnProfile, Remark, TableValidation, ValidationReport} from "../contract/validation.ts";

/** How far a share of missing values may be from what is expected: this much, and what chance explains besides. */
const missingTolerance = 0.05;
const standardErrors = 4;

/** What of a report deserves to be told, in the order of the tables: errors first. */
export function remarksOn({problems, tables: found}: Omit<ValidationReport, "remarks">): Remark[] {
  const errors = problems.map(({message, column}): Remark => ({
    severity: "error",
    table: null,
    column: column ?? null,
    text: {fr: message, en: message}
  }));
  return [...errors, ...found.flatMap(remarksOnTable)];
}

function remarksOnTable(table: TableValidation): Remark[] {
  const remarks: Remark[] = [];
  const tell = (severity: Remark["severity"], fr: string, en: string, column: string | null = null) => {
    remarks.push({severity, table: table.name, column, text: {fr, en}});
  };
  if (!table.present) {
    tell(
      "warning",
      "La table est absente\u00a0: ses variables manquent.",
      "The table is absent: its features are missing."
    );
    return remarks;
  }
  for (const {label, rows, rejected, ignoredColumns} of table.files) {
    if (rows + rejected === 0)
      tell("warning", `${label} a un en-tête et aucune ligne.`, `${label} has a header and no row.`);
    if (rejected > 0) {
      tell(
        "warning",
        `${label}\u00a0: ${fr(rejected)} ligne${s(rejected)} sur ${fr(rows + rejected)} mise${s(rejected)} de côté.`,
        `${label}: ${en(rejected)} of ${en(rows + rejected)} rows set aside.`
      );
    }
    if (ignoredColumns.length > 0) {
      const names = ignoredColumns.map((name) => name || "(no name)").join(", ");
      tell(
        "notice",
        `${label}\u00a0: colonnes qu’aucun contrat ne connaît, ignorées\u00a0: ${names}.`,
        `${label}: columns that no contract knows were ignored: ${names}.`
      );
    }
  }
  for (const label of table.leftAside) {
    tell(
      "notice",
      `${label} n’a pas été lu\u00a0: ${table.files[0]?.label} l’a été.`,
      `${label} was not read: ${table.files[0]?.label} was.`
    );
  }
  if (table.orphans > 0) {
    tell(
      "notice",
      `${fr(table.orphans)} des ${fr(table.rows)} lignes n’appartiennent à aucune demande\u00a0: elles ne comptent pour personne.`,
      `${en(table.orphans)} of the ${en(table.rows)} rows belong to no application: they count for nobody.`
    );
  }
  if ((table.withoutEarlierApplication ?? 0) > 0) {
    const rows = table.withoutEarlierApplication!;
    tell(
      "notice",
      `${fr(rows)} des ${fr(table.rows)} lignes sont d’un prêt antérieur absent de la table des demandes antérieures\u00a0: elles comptent pour leur client.`,
      `${en(rows)} of the ${en(table.rows)} rows are of an earlier loan that the table of earlier applications lacks: they count for their client.`
    );
  }
  for (const column of table.columns) remarks.push(...remarksOnColumn(table, column));
  return remarks;
}

function remarksOnColumn(table: TableValidation, column: ColumnProfile): Remark[] {
  const remarks: Remark[] = [];
  const place = {table: table.name, column: column.name};
  if (column.unknownRows > 0) {
    const names = column.unknownCategories.map(({value, rows}) => `${JSON.stringify(value)} (${rows})`).join(", ");
    remarks.push({
      ...place,
      severity: "warning",
      text: {
        fr: `Catégories inconnues du contrat, traitées comme manquantes, dans ${fr(column.unknownRows)} ligne${s(column.unknownRows)}\u00a0: ${names}.`,
        en: `Categories that the contract doesn't name, taken for missing, in ${en(column.unknownRows)} ${column.unknownRows === 1 ? "row" : "rows"}: ${names}.`
      }
    });
  }
  if (column.missing !== null && !withoutInSomeFile(table.name, column.name) && isFar(column, table.rows)) {
    const percent = (value: number, language: string) =>
      value.toLocaleString(language, {style: "percent", maximumFractionDigits: 1});
    remarks.push({
      ...place,
      severity: "notice",
      text: {
        fr: `Valeurs manquantes\u00a0: ${percent(column.missing, "fr")}, pour ${percent(column.expectedMissing, "fr")} attendus.`,
        en: `Missing values: ${percent(column.missing, "en")}, where ${percent(column.expectedMissing, "en")} is expected.`
      }
    });
  }
  return remarks;
}

function isFar({missing, expectedMissing: expected}: ColumnProfile, rows: number): boolean {
  const chance = standardErrors * Math.sqrt((expected * (1 - expected)) / rows);
  return Math.abs(missing! - expected) > missingTolerance + chance;
}

/** Whether one of the table's files doesn't have the column, so that its share depends on how large that file is. */
function withoutInSomeFile(table: TableValidation["name"], column: string): boolean {
  return tables[table].files.some(({without}) => without.includes(column));
}

const s = (count: number) => (count > 1 ? "s" : "");
const fr = (value: number) => value.toLocaleString("fr");
const en = (value: number) => value.toLocaleString("en");
