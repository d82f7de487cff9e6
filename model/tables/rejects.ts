import {open} from "node:fs/promises";
import type {DuckDBConnection} from "@duckdb/node-api";
import {type ErrorCode, LimpideError} from "../contract/errors.ts";
import {type Column, largestInteger, sqlType} from "../contract/tables.ts";
import {acceptedSql, cell, columnNames, isText, type Scan, scanSql} from "./scan.ts";
import {parquetError} from "./sources/parquet-part.ts";
import {identifier, literal} from "./sql.ts";

/** One thing that is wrong with a row, and why the row was set aside. */
export interface Reject {
  /** How messages call the rows that it is of. */
  file: string;
  /** The data row, from 1. */
  row: number;
  code: ErrorCode;
  /** Null when the row itself is wrong. */
  column: string | null;
  /** As it was written, shortened when it is long; empty when it is missing, null when it can't be told. */
  value: string | null;
  reason: string;
  /** The row: a JSON object by column when it could be cut into columns, the line otherwise. */
  record: string;
}

export interface SortedRows {
  /** Rows that were appended to the table. */
  accepted: number;
  /** Rows that were set aside. */
  rejected: number;
  /** What is wrong with them, by row; of the first 50,000 of each kind when there are more. */
  rejects: Reject[];
}

const errors = "limpide_reject_errors";
const scans = "limpide_reject_scans";
const faulty = "limpide_faulty";
/** Rows whose content is kept: enough to mend a table, few enough for memory. */
const mostRejects = 50_000;
const longestValue = 200;
const longestRecord = 20_000;

/**
 * Reads rows that `insertSql` could not append once more, as text: appends those that meet the contract, and tells what
 * is wrong with the others.
 *
 * @param cause what DuckDB said when the rows were appended; it is all that is told when nothing wrong is found
 * @throws LimpideError E_FILE_UNREADABLE or E_FILE_TRUNCATED when the file can't be cut into rows at all
 */
export async function sortRows(connection: DuckDBConnection, scan: Scan, cause: unknown): Promise<SortedRows> {
  const said = String((cause as Error).message ?? cause);
  if (/^Out of Memory/i.test(said)) throw cause as Error;
  try {
    await dropTables(connection);
    await connection.run(findFaultsSql(scan));
    const misfits =
      scan.rows.format === "csv"
        ? await readMisfits(connection, scan, scan.rows.path)
        : {rows: [], total: 0, rejects: []};
    const faults = await readFaults(connection, scan, misfits.rows);
    const {rowsChanged: accepted} = await connection.run(insertSoundSql(scan));
    const rejected = misfits.total + (faults.rows < mostRejects ? faults.rows : await countFaulty(connection, scan));
    if (rejected === 0) throw unexplained(scan, said, cause);
    const rejects = [...misfits.rejects, ...faults.rejects].sort((a, b) => a.row - b.row);
    return {accepted, rejected, rejects};
  } catch (error) {
    if (error instanceof LimpideError) throw error;
    const message = String((error as Error).message ?? error);
    if (/interrupt/i.test(message)) throw error;
    throw unexplained(scan, message, error);
  } finally {
    await dropTables(connection);
  }
}

function unexplained({label, rows}: Scan, said: string, cause: unknown): LimpideError {
  if (rows.format === "parquet") return parquetError(label, cause);
  const message = said.includes("state machine")
    ? "the file cannot be read as CSV: its lines do not all end in the same way, or a quote is out of place"
    : `the file cannot be read: ${said.split("\n")[0]}`;
  return new LimpideError("E_FILE_UNREADABLE", message, {file: label}, {cause});
}

async function dropTables(connection: DuckDBConnection): Promise<void> {
  for (const table of [errors, scans, faulty]) await connection.run(`DROP TABLE IF EXISTS ${table}`);
}

function readAsText(scan: Scan, options: string[]): string {
  return scanSql(scan, () => "VARCHAR", options);
}

/** A table of the rows with a value that breaks the contract: their number among those that could be cut, and why. */
function findFaultsSql(scan: Scan): string {
  const rows = readAsText(scan, [
    "store_rejects = true",
    `rejects_table = '${errors}'`,
    `rejects_scan = '${scans}'`,
    `rejects_limit = ${mostRejects}`
  ]);
  const faults = scan.columns.map(({column, place}) => {
    const cases = faultConditions(column, cell(place)).map(([code, condition, reason]) => {
      const fault = `{'code': '${code}', 'column': ${literal(column.name)}, 'value': ${cell(place)}, 'reason': ${reason}}`;
      return `WHEN ${condition} THEN ${fault}`;
    });
    return cases.length === 0 ? [] : [`CASE ${cases.join(" ")} END`];
  });
  const record = scan.columns.map(({column, place}) => `${literal(column.name)}, ${cell(place)}`);
  return `CREATE TEMP TABLE ${faulty} AS
    SELECT number, faults, left(json_object(${record.join(", ")})::VARCHAR, ${longestRecord}) AS record
    FROM (
      SELECT *, list_filter([${faults.flat().join(", ")}], fault -> fault IS NOT NULL) AS faults
      FROM (SELECT row_number() OVER () AS number, * FROM ${rows})
    )
    WHERE len(faults) > 0 LIMIT ${mostRejects}`;
}

/** Appends the rows that `findFaultsSql` finds nothing wrong with. */
function insertSoundSql(scan: Scan): string {
  const values = scan.columns.map(({column, place}) => {
    const text = cell(place);
    return isText(column) ? text : `CAST(TRY_CAST(${text} AS DOUBLE) AS ${sqlType(column)})`;
  });
  const rows = readAsText(scan, ["ignore_errors = true"]);
  // A false condition of a CASE isn't evaluated, so that a value that doesn't fit its column's type is never converted.
  return `INSERT INTO ${identifier(scan.contract.name)} (${columnNames(scan)})
    SELECT ${values.map((value) => `CASE WHEN sound THEN ${value} END`).join(", ")}
    FROM (SELECT *, ${soundSql(scan)} AS sound FROM ${rows}) WHERE sound`;
}

async function countFaulty(connection: DuckDBConnection, scan: Scan): Promise<number> {
  const rows = readAsText(scan, ["ignore_errors = true"]);
  const reader = await connection.runAndReadAll(`SELECT count(*) FROM ${rows} WHERE NOT ${soundSql(scan)}`);
  return Number(reader.getRowsJS()[0]![0]);
}

function soundSql({columns}: Scan): string {
  const conditions = columns.flatMap(({column, place}) =>
    faultConditions(column, cell(place)).map(([, condition]) => `coalesce(${condition}, false)`)
  );
  return `(NOT (${conditions.join(" OR ")}))`;
}

/** The ways in which a cell, as text, can break its column's contract, as SQL; the first that holds names it. */
function faultConditions(column: Column, value: string): [code: ErrorCode, condition: string, reason: string][] {
  const conditions: [ErrorCode, string, string][] = [];
  if (!column.nullable) {
    const reason = "the value is missing, and this column must have one";
    conditions.push(["E_VALUE_TYPE", `${value} IS NULL`, literal(reason)]);
  }
  const expected = literal(`expected ${expectation(column)}`);
  if (isText(column)) {
    if (column.type === "yesno") conditions.push(["E_VALUE_RANGE", `NOT ${acceptedSql(column, value)}`, expected]);
    return conditions;
  }
  const number = `TRY_CAST(${value} AS DOUBLE)`;
  const fractional = column.type === "real" ? "" : ` OR trunc(${number}) <> ${number}`;
  // The most that a 32-bit integer holds is told of what is larger, rather than a bound that it meets.
  const tooLarge = literal(`expected a whole number of at most ${largestInteger}`);
  const range =
    column.type === "real" ? expected : `CASE WHEN ${number} > ${largestInteger} THEN ${tooLarge} ELSE ${expected} END`;
  conditions.push(
    ["E_VALUE_TYPE", `${value} IS NOT NULL AND (${number} IS NULL OR NOT isfinite(${number})${fractional})`, expected],
    ["E_VALUE_RANGE", `${value} IS NOT NULL AND NOT ${acceptedSql(column, number)}`, range]
  );
  return conditions;
}

/** What the column takes, in words. */
function expectation(column: Column): string {
  if (column.type === "flag") return "0 or 1";
  if (column.type === "yesno") return "Y or N";
  const number = column.type === "real" ? "a number" : "a whole number";
  const range = column.range === undefined ? "of at least 1" : `from ${column.range[0]} to ${column.range[1]}`;
  const sentinels = (column.sentinels ?? []).map(({value, meaning}) => `${value} (${meaning.en})`);
  return [`${number} ${range}`, ...sentinels].join(" or ");
}

/** What is wrong with the values of rows that could be cut into columns. */
async function readFaults(
  connection: DuckDBConnection,
  {label}: Scan,
  misfits: number[]
): Promise<{rows: number; rejects: Reject[]}> {
  const reader = await connection.runAndReadAll(
    `SELECT number, record, unnest(faults, recursive := true) FROM ${faulty} ORDER BY number`
  );
  const rejects = reader.getRowObjectsJS().map((found) => ({
    file: label,
    row: fileRow(Number(found.number), misfits),
    code: found.code as ErrorCode,
    column: String(found.column),
    value: shorten(String(found.value ?? ""), longestValue),
    reason: String(found.reason),
    record: String(found.record)
  }));
  return {rows: new Set(rejects.map(({row}) => row)).size, rejects};
}

/**
 * The place in a file of a row that was kept.
 *
 * @param number its place among those that were kept, from 1
 * @param setAside places in the file of those that were not, rising
 */
export function fileRow(number: number, setAside: number[]): number {
  let low = 0;
  let high = setAside.length;
  // The rows kept before the i-th that wasn't are setAside[i] - 1 - i, which never falls.
  while (low < high) {
    const middle = (low + high) >> 1;
    if (setAside[middle]! - 1 - middle < number) low = middle + 1;
    else high = middle;
  }
  return number + low;
}

/** The rows that could not be cut into the header's columns. */
async function readMisfits(
  connection: DuckDBConnection,
  scan: Scan,
  path: string
): Promise<{rows: number[]; total: number; rejects: Reject[]}> {
  const reader = await connection.runAndReadAll(
    `SELECT line, min(column_idx) AS place, first(error_type::VARCHAR ORDER BY column_idx) AS kind,
       first(error_message ORDER BY column_idx) AS message, left(any_value(csv_line), ${longestRecord}) AS record,
       max(line_byte_position) AS byte
     FROM ${errors} GROUP BY line ORDER BY line`
  );
  const found = reader.getRowObjectsJS();
  const rejects: Reject[] = [];
  for (const [i, {line, place, kind, message, record, byte}] of found.entries()) {
    const row = Number(line) - 1;
    const column = scan.rows.header[Number(place) - 1] ?? null;
    const last = i === found.length - 1;
    rejects.push({
      file: scan.label,
      row,
      ...(await misfit(scan, path, {
        row,
        column,
        kind: String(kind),
        message: String(message),
        byte: Number(byte),
        last
      })),
      value: null,
      record: String(record ?? "")
    });
  }
  return {rows: rejects.map(({row}) => row), total: found.length, rejects};
}

interface Misfit {
  row: number;
  column: string | null;
  kind: string;
  message: string;
  /** Where its line begins in the file. */
  byte: number;
  last: boolean;
}

async function misfit(
  {label, rows}: Scan,
  path: string,
  {row, column, kind, message, byte, last}: Misfit
): Promise<Pick<Reject, "code" | "column" | "reason">> {
  const fields = `the row has ${/Found: (\d+)/.exec(message)?.[1]} fields, and the header ${rows.header.length}`;
  switch (kind) {
    case "MISSING COLUMNS":
      if (last && (await endsWithin(path, byte))) {
        throw new LimpideError("E_FILE_TRUNCATED", `the file ends within its last row: ${fields}`, {file: label, row});
      }
      return {code: "E_ROW_FIELDS", column: null, reason: fields};
    case "TOO MANY COLUMNS":
      return {code: "E_ROW_FIELDS", column: null, reason: fields};
    case "INVALID ENCODING":
      return {code: "E_ENCODING", column, reason: "the text is not in UTF-8. Save the file as UTF-8."};
    case "LINE SIZE OVER MAXIMUM":
      return {code: "E_ROW_SIZE", column: null, reason: "the row is longer than 2 MB"};
    case "UNQUOTED VALUE":
      throw new LimpideError("E_FILE_UNREADABLE", "a quote is opened and not closed, or followed by more text", {
        file: label,
        row
      });
    default:
      throw new LimpideError("E_FILE_UNREADABLE", message, {file: label, row});
  }
}

/** Whether the line that begins at a byte is the file's last and has no end. */
async function endsWithin(path: string, byte: number): Promise<boolean> {
  const handle = await open(path);
  try {
    const {size} = await handle.stat();
    if (size - byte > 1 << 21) return false;
    const {bytesRead, buffer} = await handle.read(Buffer.alloc(Math.max(0, size - byte)), 0, size - byte, byte);
    return bytesRead > 0 && !buffer.subarray(0, bytesRead).some((value) => value === 0x0a || value === 0x0d);
  } finally {
    await handle.close();
  }
}

function shorten(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
