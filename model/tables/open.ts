import type {DuckDBConnection} from "@duckdb/node-api";
import {LimpideError} from "../contract/errors.ts";
import type {TableName} from "../contract/table-names.ts";
import {type TableContract, tables} from "../contract/tables.ts";
import {createTableSql, type CsvSource, identifier, insertSql} from "./csv-sql.ts";
import {findFault} from "./faults.ts";
import {findFiles, type FoundFiles} from "./find-files.ts";
import {checkGzip, isGzip} from "./gzip.ts";
import {readHeader} from "./header.ts";
import {checkKey, type FilePart} from "./keys.ts";
import {matchColumns} from "./match-columns.ts";
import {trackProgress} from "./progress.ts";

export interface OpenOptions {
  /** Called as reading advances; `done` and `total` are bytes of the files on disk. */
  onProgress?: (message: string, done: number, total: number) => void;
  /** Stops the reading; what was given to `abort` is thrown. */
  signal?: AbortSignal;
}

export interface OpenedTable {
  name: TableName;
  /** Names of the files that were read; empty when the table is absent. */
  files: string[];
  present: boolean;
  rows: number;
  /** Applications with at least one row. */
  clients: number;
  /** What was left aside, in words; the tables are usable all the same. */
  warnings: string[];
}

/**
 * Reads the seven tables from a folder of `<name>.csv` or `<name>.csv.gz` into typed DuckDB tables, checking each value
 * against its contract. `application` holds application_train, then application_test with a null TARGET. A table that
 * is absent is created empty, so that SQL over it runs. Tables of these names that the connection has are replaced;
 * after an error they are in no particular state.
 *
 * @returns one entry a table, in the order of `tableNames`
 * @throws LimpideError E_NO_TABLES, E_TABLE_MISSING, E_COLUMN_MISSING, E_COLUMN_TWICE, E_VALUE_TYPE, E_VALUE_RANGE,
 * E_KEY_TWICE, E_FILE_TRUNCATED or E_FILE_UNREADABLE, at the first place that is wrong
 */
export async function openTables(
  connection: DuckDBConnection,
  folder: string,
  {onProgress, signal}: OpenOptions = {}
): Promise<OpenedTable[]> {
  signal?.throwIfAborted();
  const found = await findFiles(folder);
  const opening = [];
  // Every header is read before any row: a missing column of the last table is told at once.
  for (const contract of Object.values(tables)) opening.push({contract, ...(await prepareSources(contract, found))});
  const progress = await trackProgress(connection, [...found.files.values()], onProgress);
  const interrupt = () => connection.interrupt();
  signal?.addEventListener("abort", interrupt);
  try {
    const opened: OpenedTable[] = [];
    for (const {contract, sources, warnings} of opening) {
      const parts: FilePart[] = [];
      await connection.run(createTableSql(contract));
      for (const source of sources) {
        progress.start(source.file);
        parts.push({label: source.file.label, rows: await load(connection, source, signal)});
      }
      const counts = await describeTable(connection, contract, parts);
      opened.push({...counts, warnings: [...warnings, ...counts.warnings]});
    }
    progress.finish();
    return opened;
  } catch (error) {
    // An interrupted query fails with an error of its own; the reason is the caller's.
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener("abort", interrupt);
    await progress.close();
  }
}

/** The files of a table that are present, their headers read and matched. */
async function prepareSources(
  contract: TableContract,
  {files, leftAside}: FoundFiles
): Promise<{sources: CsvSource[]; warnings: string[]}> {
  const sources: CsvSource[] = [];
  const warnings: string[] = [];
  for (const {name, without} of contract.files) {
    const file = files.get(name);
    if (file === undefined) continue;
    const gzip = await isGzip(file);
    const header = await readHeader(file, gzip);
    const {columns, ignored} = matchColumns(file.label, header, contract, without);
    sources.push({file, gzip, header, contract, columns});
    for (const other of leftAside.get(name) ?? []) warnings.push(`${other} was not read: ${file.label} was`);
    if (ignored.length > 0) {
      const names = ignored.map((column) => (column === "" ? "one without a name" : column)).join(", ");
      warnings.push(`${file.label}: columns that no contract knows were ignored: ${names}`);
    }
  }
  return {sources, warnings};
}

/** Appends a file to its table, and returns its number of rows. */
async function load(connection: DuckDBConnection, source: CsvSource, signal?: AbortSignal): Promise<number> {
  const [checked, loaded] = await Promise.allSettled([
    source.gzip ? checkGzip(source.file, signal) : undefined,
    connection.run(insertSql(source))
  ]);
  signal?.throwIfAborted();
  // A damaged stream makes wrong rows: it is the one to tell.
  if (checked.status === "rejected") throw checked.reason;
  if (loaded.status === "rejected") throw await findFault(connection, source, loaded.reason);
  return loaded.value.rowsChanged;
}

/** Checks what concerns a table as a whole, and counts. */
async function describeTable(
  connection: DuckDBConnection,
  contract: TableContract,
  parts: FilePart[]
): Promise<OpenedTable> {
  await checkKey(connection, contract, parts);
  const warnings: string[] = [];
  for (const {label, rows} of parts) {
    if (rows > 0) continue;
    if (contract.files[0]!.required && label === parts[0]!.label) {
      throw new LimpideError("E_TABLE_MISSING", "the file has a header and no row, and nothing can replace it", {
        file: label
      });
    }
    warnings.push(`${label} has a header and no row`);
  }
  const rows = parts.reduce((sum, part) => sum + part.rows, 0);
  const {clients, orphans} = rows > 0 ? await countClients(connection, contract) : {clients: 0, orphans: 0};
  if (orphans > 0) warnings.push(`${orphans} of the ${rows} rows of ${contract.name} belong to no application`);
  return {
    name: contract.name,
    files: parts.map(({label}) => label),
    present: parts.length > 0,
    rows,
    clients,
    warnings
  };
}

/** Applications with a row in the table, and rows without an application. A bureau balance has its client in bureau. */
async function countClients(
  connection: DuckDBConnection,
  contract: TableContract
): Promise<{clients: number; orphans: number}> {
  const owner = contract.columns.some(({name}) => name === "SK_ID_CURR") ? "SK_ID_CURR" : "SK_ID_BUREAU";
  const owned = `SELECT ${owner} AS id, count(*) AS n FROM ${identifier(contract.name)} GROUP BY id`;
  const owners = owner === "SK_ID_BUREAU" ? "bureau SEMI JOIN application USING (SK_ID_CURR)" : "application";
  const reader = await connection.runAndReadAll(
    `SELECT count(DISTINCT owners.SK_ID_CURR), sum(n) FILTER (owners.SK_ID_CURR IS NULL)
     FROM (${owned}) AS owned LEFT JOIN (SELECT * FROM ${owners}) AS owners ON owners.${owner} = owned.id`
  );
  const [clients, orphans] = reader.getRowsJS()[0]!;
  return {clients: Number(clients), orphans: Number(orphans ?? 0)};
}
