import {mkdir, rename, writeFile} from "node:fs/promises";
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
 */
export async function validate(
  {data, out, maxRejects, threads}: ValidateOptions,
  effects: BuildEffects,
  signal: AbortSignal
): Promise<ValidationReport> {
  await mkdir(out, {recursive: true});
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
  const path = join(out, "validation.json");
  await writeFile(`${path}.part`, `${JSON.stringify(validationReportSchema.parse(report), null, 2)}\n`);
  await rename(`${path}.part`, path);
  return report;
}

const marks: Record<Remark["severity"], string> = {error: "error  ", warning: "warning", notice: "notice "};

/** The report as lines for a terminal: a table of the tables, then what deserves to be told. */
export function describeValidation({source, usable, tables, remarks}: ValidationReport): string[] {
  const count = (value: number) => value.toLocaleString("en");
  const rows = tables.map(({name, present, rows, rejected, clients, orphans}) =>
    present ? [name, count(rows), count(clients), count(rejected), count(orphans)] : [name, "absent", "", "", ""]
  );
  const lines = [["table", "rows", "clients", "set aside", "of nobody"], ...rows];
  const widths = lines[0]!.map((_, i) => Math.max(...lines.map((cells) => cells[i]!.length)));
  const table = lines.map((cells) =>
    cells
      .map((text, i) => (i === 0 ? text.padEnd(widths[i]!) : text.padStart(widths[i]!)))
      .join("   ")
      .trimEnd()
  );
  const told = remarks.map(({severity, table, column, text}) => {
    const place = [table, column].filter((part) => part !== null).join(", ");
    return `${marks[severity]}  ${severity === "error" || place === "" ? "" : `${place}: `}${text.en}`;
  });
  const verdict = usable ? `${source} can be used.` : `${source} cannot be used as it is.`;
  return [...table, "", ...told, ...(told.length > 0 ? [""] : []), verdict];
}
