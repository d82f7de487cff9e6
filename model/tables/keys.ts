import type {DuckDBConnection} from "@duckdb/node-api";
import type {TableContract} from "../contract/tables.ts";
import {fileRow, type Reject} from "./rejects.ts";
import {identifier, literal} from "./sql.ts";

/** A file's part of a table: its rows follow those of the part before. */
export interface TableRows {
  label: string;
  /** Rows in the table. */
  rows: number;
  /** Places in the file of the rows that were set aside, rising. */
  setAside: number[];
}

const mostRepeated = 50_000;

/**
 * Takes rows out of a table whose key an earlier row has. Rows are told apart by DuckDB's rowid, which counts them in
 * the order in which the parts were appended.
 *
 * @returns how many of each part were taken out, and the first 50,000 of them
 */
export async function removeRepeatedKeys(
  connection: DuckDBConnection,
  contract: TableContract,
  parts: TableRows[]
): Promise<{removed: number[]; rejects: Reject[]}> {
  const removed = parts.map(() => 0);
  const rejects: Reject[] = [];
  if (contract.key === null) return {removed, rejects};
  const table = identifier(contract.name);
  const key = identifier(contract.key);
  const counts = await connection.runAndReadAll(`SELECT count(${key}) - count(DISTINCT ${key}) FROM ${table}`);
  if (Number(counts.getRowsJS()[0]![0]) === 0) return {removed, rejects};
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE limpide_repeated AS
     SELECT number, first FROM (SELECT rowid AS number, min(rowid) OVER (PARTITION BY ${key}) AS first FROM ${table})
     WHERE number > first`
  );
  const numbers = await connection.runAndReadAll("SELECT number FROM limpide_repeated");
  for (const [number] of numbers.getRowsJS()) removed[locate(parts, Number(number)).part]!++;
  const record = contract.columns.map(({name}) => `${literal(name)}, ${identifier(name)}`).join(", ");
  const found = await connection.runAndReadAll(
    `SELECT number, first, ${key} AS key, json_object(${record})::VARCHAR AS record
     FROM limpide_repeated JOIN ${table} ON ${table}.rowid = number ORDER BY number LIMIT ${mostRepeated}`
  );
  for (const {number, first, key, record} of found.getRowObjectsJS()) {
    const here = locate(parts, Number(number));
    const earlier = locate(parts, Number(first));
    const where = earlier.label === here.label ? `row ${earlier.row}` : `row ${earlier.row} of ${earlier.label}`;
    rejects.push({
      file: here.label,
      row: here.row,
      code: "E_KEY_TWICE",
      column: contract.key,
      value: String(key),
      reason: `${where} has this key already`,
      record: String(record)
    });
  }
  await connection.run(`DELETE FROM ${table} WHERE rowid IN (SELECT number FROM limpide_repeated)`);
  await connection.run("DROP TABLE limpide_repeated");
  return {removed, rejects};
}

/** The part and data row, from 1, of a row of the table, from 0. */
function locate(parts: TableRows[], rowid: number): {part: number; label: string; row: number} {
  let start = 0;
  for (const [part, {label, rows, setAside}] of parts.entries()) {
    if (rowid < start + rows) return {part, label, row: fileRow(rowid - start + 1, setAside)};
    start += rows;
  }
  throw new RangeError(`row ${rowid} is beyond the parts of its table`);
}
