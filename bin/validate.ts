import {mkdir, rename, rm, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {withDuckDB} from "../data-loaders/duckdb.ts";
import type {BuildEffects} from "../data-loaders/effects.ts";
import {type Remark, validationReportSchema, type ValidationReport} from "../model/contract/validation.ts";
import {readTables} from "../model/tables/read.ts";

export interface ValidateOptions {
  data: string;
  /** Where validation.json and, when rows are set aside, rejects.csv are written. */
  out: string;
  maxRejects: number;
  threads: number;
}

/**
 * Reads and checks the seven tables, writes what was found, and tells it.
 *
 * @returns the report; the source is usable when it says so
 * @throws LimpideError E_NO_TABLES, E_FILE_UNREADABLE, E_FILE_TRUNCATED or E_DATABASE when the source can't be opened;
 * there is no report then
 */
export async function validate(
  {data, out, maxRejects, threads}: ValidateOptions,
  effects: BuildEffects,
  signal: AbortSignal
): Promise<ValidationReport> {
  const path = join(out, "validation.json");
  await mkdir(out, {recursive: true});
  // A source that can't even be opened has no report, and one of an earlier run would be taken for its own.
  await rm(path, {force: true});
  effects.begin("validation");
  const start = performance.now();
  const report = await withDuckDB(
    (connection) =>
      readTables(connection, data, {
        maxRejects,
        rejectsFile: join(out, "rejects.csv"),
        onProgress: (message, done, total) => effects.progress("validation", message, done, total),
        signal
      }),
    {threads: String(threads)}
  );
  effects.end("validation", (performance.now() - start) / 1000, false);
  await writeFile(`${path}.part`, `${JSON.stringify(validationReportSchema.parse(report), null, 2)}\n`);
  await rename(`${path}.part`, path);
  return report;
}

const marks: Record<Remark["severity"], string> = {error: "error  ", warning: "warning", notice: "notice "};

/**
 * The report as lines for a terminal: a table of the tables, then what deserves to be told, the gravest first, then
 * whether the source can be used.
 */
export function describeValidation({source, usable, problems, tables, remarks}: ValidationReport): string[] {
  const told = [
    ...problems.map(({code, message}) => `${marks.error}  ${code}: ${message}`),
    ...(["warning", "notice"] as const).flatMap((severity) =>
      remarks
        .filter((remark) => remark.severity === severity)
        .map(({table, column, text}) => {
          const place = [table, column].filter((part) => part !== null).join(", ");
          return `${marks[severity]}  ${place === "" ? "" : `${place}: `}${text.en}`;
        })
    )
  ];
  const verdict = usable ? `${source} can be used` : `${source} cannot be used as it is`;
  return [...tableOfTables(tables), "", ...told, ...(told.length > 0 ? [""] : []), `${verdict}: ${amounts(tables)}.`];
}

function tableOfTables(tables: ValidationReport["tables"]): string[] {
  const rows = tables.map(({name, present, rows, rejected, clients, orphans}) =>
    present ? [name, count(rows), count(clients), count(rejected), count(orphans)] : [name, "absent", "", "", ""]
  );
  const lines = [["table", "rows", "clients", "set aside", "of no client"], ...rows];
  const widths = lines[0]!.map((_, i) => Math.max(...lines.map((cells) => cells[i]!.length)));
  return lines.map((cells) =>
    cells
      .map((text, i) => (i === 0 ? text.padEnd(widths[i]!) : text.padStart(widths[i]!)))
      .join("   ")
      .trimEnd()
  );
}

function amounts(tables: ValidationReport["tables"]): string {
  const sum = (key: "rows" | "rejected") => tables.reduce((total, table) => total + table[key], 0);
  const rejected = sum("rejected");
  const clients = tables.find(({name}) => name === "application")?.rows ?? 0;
  const setAside =
    rejected === 0
      ? "no row set aside"
      : `${count(rejected)} of ${count(sum("rows") + rejected)} rows set aside, in rejects.csv with the reasons`;
  return `${count(clients)} clients, ${count(sum("rows"))} rows; ${setAside}`;
}

function count(value: number): string {
  return value.toLocaleString("en");
}
