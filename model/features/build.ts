import {readdir, readFile} from "node:fs/promises";
import type {DuckDBConnection} from "@duckdb/node-api";
import {type ErrorCode, LimpideError} from "../contract/errors.ts";
import {type TableName, tableNames} from "../contract/table-names.ts";
import {catalogue} from "./catalogue.ts";

export interface BuildOptions {
  /** Called before each file of SQL, and once at the end; `done` and `total` count files. */
  onProgress?: (message: string, done: number, total: number) => void;
  /** Stops the build; what was given to `abort` is thrown. */
  signal?: AbortSignal;
  /** Tables that were not there to open, for the progress messages; their features are missing either way. */
  absent?: readonly TableName[];
  /** Drops each of the seven tables once no file of SQL is left that reads it: at full size they take 5 GB. */
  release?: boolean;
}

/**
 * Computes every feature of the catalogue from the seven open tables, into a table named `features`: SK_ID_CURR,
 * TARGET, then the catalogue's features in its order, numbers as FLOAT and categories as VARCHAR, one row an
 * application, by rising SK_ID_CURR. A category that the catalogue does not name is NULL. The features of an empty
 * table are all NULL. The same tables give the same bits on any number of threads.
 *
 * @throws LimpideError with the file of SQL as its place, when a table lacks a column or a value cannot be converted;
 * an Error that names the file for anything else, such as a lack of memory
 */
export async function buildFeatures(
  connection: DuckDBConnection,
  {onProgress, signal, absent = [], release = false}: BuildOptions = {}
): Promise<void> {
  const files = await featureSql();
  const interrupt = () => connection.interrupt();
  signal?.addEventListener("abort", interrupt);
  try {
    for (const [done, {file, sql}] of files.entries()) {
      signal?.throwIfAborted();
      const missing = absent.some((table) => file.endsWith(`_${table.toLowerCase()}.sql`));
      onProgress?.(missing ? `${file} (table absent)` : file, done, files.length);
      await run(connection, file, sql, signal);
      if (release) await dropTables(connection, sql, files.slice(done + 1));
    }
    await forgetUnknownCategories(connection);
    for (const {file} of files.filter(({file}) => /^[1-6]/.test(file))) {
      await connection.run(`DROP TABLE ${temporaryTable(file)}`);
    }
    onProgress?.("features", files.length, files.length);
  } finally {
    signal?.removeEventListener("abort", interrupt);
  }
}

/** The files of SQL beside this one, in the order in which they run. */
export async function featureSql(): Promise<{file: string; sql: string}[]> {
  const names = (await readdir(import.meta.dirname)).filter((name) => name.endsWith(".sql")).sort();
  return Promise.all(
    names.map(async (file) => ({file, sql: await readFile(`${import.meta.dirname}/${file}`, "utf8")}))
  );
}

/** The table that a file of SQL leaves: 20_bureau.sql makes features_bureau. */
export function temporaryTable(file: string): string {
  return `features_${file.replace(/^\d+_|\.sql$/g, "")}`;
}

/** Drops the tables that a file of SQL has read and none of the later ones reads. */
async function dropTables(connection: DuckDBConnection, sql: string, later: readonly {sql: string}[]): Promise<void> {
  for (const table of tableNames) {
    const reads = new RegExp(`\\b(FROM|JOIN) ${table}\\b`);
    if (reads.test(sql) && !later.some((file) => reads.test(file.sql))) await connection.run(`DROP TABLE ${table}`);
  }
}

async function run(connection: DuckDBConnection, file: string, sql: string, signal?: AbortSignal): Promise<void> {
  try {
    await connection.run(sql);
  } catch (error) {
    signal?.throwIfAborted();
    const message = error instanceof Error ? error.message : String(error);
    const code = codes.find(([start]) => message.startsWith(start))?.[1];
    if (code === undefined) throw new Error(`${file}: ${message}`, {cause: error});
    throw new LimpideError(code, message, {file}, {cause: error});
  }
}

/** DuckDB's kinds of error that its input explains. */
const codes: [start: string, code: ErrorCode][] = [
  ["Binder Error", "E_COLUMN_MISSING"],
  ["Catalog Error", "E_TABLE_MISSING"],
  ["Conversion Error", "E_VALUE_TYPE"],
  ["Out of Range Error", "E_VALUE_RANGE"]
];

/** A category without a label can't be told to anyone, and a model has not met it: it is missing. */
async function forgetUnknownCategories(connection: DuckDBConnection): Promise<void> {
  for (const {id, categoryLabels} of catalogue) {
    if (categoryLabels === undefined) continue;
    const names = Object.keys(categoryLabels).map((name) => `'${name.replaceAll("'", "''")}'`);
    await connection.run(`UPDATE features SET ${id} = NULL WHERE ${id} NOT IN (${names.join(", ")})`);
  }
}
