import type {DuckDBConnection} from "@duckdb/node-api";
import type {TableName} from "../contract/table-names.ts";
import {readTables, type ReadOptions} from "./read.ts";

export type OpenOptions = Omit<ReadOptions, "stopAtFirst">;

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
 * Reads the seven tables as `readTables` does, and throws at the first place that makes them unusable. After an error
 * the connection's tables are in no particular state.
 *
 * @returns one entry a table, in the order of `tableNames`
 */
export async function openTables(
  connection: DuckDBConnection,
  address: string,
  options: OpenOptions = {}
): Promise<OpenedTable[]> {
  const {tables, remarks} = await readTables(connection, address, {...options, stopAtFirst: true});
  return tables.map(({name, files, present, rows, clients}) => ({
    name,
    files: files.map(({label}) => label),
    present,
    rows,
    clients,
    warnings: remarks
      .filter(({table, column, severity}) => table === name && present && (severity === "warning" || column === null))
      .map(({column, text}) => `${column === null ? name : `${name}, ${column}`}: ${text.en}`)
  }));
}
