import type {DuckDBConnection} from "@duckdb/node-api";
import {LimpideError} from "../contract/errors.ts";
import type {TableContract} from "../contract/tables.ts";
import {identifier} from "./csv-sql.ts";

/** A file's part of a table: its rows follow those of the file before. */
export interface FilePart {
  label: string;
  rows: number;
}

/**
 * Checks that the key of a table is unique. Rows are told apart by DuckDB's rowid, which counts them in the order in
 * which the files were appended.
 *
 * @throws LimpideError E_KEY_TWICE, at the first row whose key an earlier one has
 */
export async function checkKey(
  connection: DuckDBConnection,
  contract: TableContract,
  parts: FilePart[]
): Promise<void> {
  if (contract.key === null) return;
  const table = identifier(contract.name);
  const key = identifier(contract.key);
  const counts = await connection.runAndReadAll(`SELECT count(${key}) - count(DISTINCT ${key}) FROM ${table}`);
  const repeated = Number(counts.getRowsJS()[0]![0]);
  if (repeated === 0) return;
  const reader = await connection.runAndReadAll(
    `SELECT number, first, key
     FROM (SELECT rowid AS number, ${key} AS key, min(rowid) OVER (PARTITION BY ${key}) AS first FROM ${table})
     WHERE number > first ORDER BY number LIMIT 1`
  );
  const [number, first, value] = reader.getRowsJS()[0]!;
  const here = locate(parts, Number(number));
  const earlier = locate(parts, Number(first));
  const where = earlier.file === here.file ? `row ${earlier.row}` : `row ${earlier.row} of ${earlier.file}`;
  const others = repeated > 1 ? `. ${repeated - 1} more ${repeated === 2 ? "row has" : "rows have"} a key twice` : "";
  throw new LimpideError("E_KEY_TWICE", `${where} has this key already${others}`, {
    ...here,
    column: contract.key,
    value: String(value)
  });
}

/** The file and data row, from 1, of a row of the table, from 0. */
function locate(parts: FilePart[], rowid: number): {file: string; row: number} {
  let start = 0;
  for (const {label, rows} of parts) {
    if (rowid < start + rows) return {file: label, row: rowid - start + 1};
    start += rows;
  }
  throw new RangeError(`row ${rowid} is beyond the files of its table`);
}
