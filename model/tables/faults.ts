import {open} from "node:fs/promises";
import type {DuckDBConnection} from "@duckdb/node-api";
import {type ErrorCode, LimpideError} from "../contract/errors.ts";
import {type Column, largestInteger} from "../contract/tables.ts";
import {acceptedSql, cell, type CsvSource, isText, literal, readCsvSql} from "./csv-sql.ts";

/** The first row that is wrong, and how many are. `row` counts data rows from 1. */
interface Fault {
  row: number;
  rows: number;
  code: ErrorCode;
  message: string;
  column?: string | undefined;
  value?: string;
}

const rejectTables = {errors: "limpide_reject_errors", scans: "limpide_reject_scans"};
/** DuckDB keeps each rejected row's text: enough to say how many, few enough for memory. */
const mostRejects = 100_000;

/**
 * Reads a file that could not be loaded once more, as text, to name what is wrong with it.
 *
 * @param cause what DuckDB said when the file was loaded; it is all that is told when the second reading finds nothing
 */
export async function findFault(connection: DuckDBConnection, source: CsvSource, cause: unknown): Promise<Error> {
  const file = source.file.label;
  const said = String((cause as Error).message ?? cause);
  if (/^Out of Memory/i.test(said)) return cause as Error;
  try {
    const fault = await firstFault(connection, source);
    if (fault !== null) {
      const {row, column, value, rows, code, message} = fault;
      const more = `${rows >= mostRejects ? "at least " : ""}${rows - 1} more ${rows === 2 ? "row" : "rows"}`;
      const others = rows > 1 ? `. ${more} of this file cannot be read` : "";
      const place = {file, row, ...(column === undefined ? {} : {column}), ...(value === undefined ? {} : {value})};
      return new LimpideError(code, message + others, place, {cause});
    }
  } catch (error) {
    if (error instanceof LimpideError) return error;
  }
  const message = said.includes("state machine")
    ? "the file cannot be read as CSV: its lines do not all end in the same way, or a quote is out of place"
    : `the file cannot be read: ${said.split("\n")[0]}`;
  return new LimpideError("E_FILE_UNREADABLE", message, {file}, {cause});
}

async function firstFault(connection: DuckDBConnection, source: CsvSource): Promise<Fault | null> {
  await dropRejects(connection);
  try {
    const values = await scanValues(connection, source);
    const shape = await scanRejects(connection, source, values.readable);
    // A row that DuckDB rejects isn't counted among the readable ones: up to the first reject both count alike.
    const [first, second] =
      values.fault && (!shape || values.fault.row < shape.row) ? [values.fault, shape] : [shape, values.fault];
    return first && {...first, rows: first.rows + (second?.rows ?? 0)};
  } finally {
    await dropRejects(connection);
  }
}

async function dropRejects(connection: DuckDBConnection): Promise<void> {
  for (const table of Object.values(rejectTables)) await connection.run(`DROP TABLE IF EXISTS ${table}`);
}

/** The first row with a value that breaks the contract, among those with the right number of fields. */
async function scanValues(
  connection: DuckDBConnection,
  source: CsvSource
): Promise<{readable: number; fault: Fault | null}> {
  const scan = readCsvSql(source, () => "VARCHAR", [
    "store_rejects = true",
    `rejects_table = ${literal(rejectTables.errors)}`,
    `rejects_scan = ${literal(rejectTables.scans)}`,
    `rejects_limit = ${mostRejects}`
  ]);
  const faults = source.columns.flatMap(({column, place}, i) =>
    faultConditions(column, cell(place)).map(
      ([kind, condition]) => `WHEN ${condition} THEN {'i': ${i}, 'kind': '${kind}', 'value': ${cell(place)}}`
    )
  );
  const reader = await connection.runAndReadAll(
    `SELECT max(number) AS readable, count(fault) AS "rows", min(number) FILTER (fault IS NOT NULL) AS "row",
       unnest(arg_min(fault, number) FILTER (fault IS NOT NULL))
     FROM (SELECT row_number() OVER () AS number, CASE ${faults.join(" ")} END AS fault FROM ${scan})`
  );
  const [found] = reader.getRowObjectsJS();
  const readable = Number(found?.readable ?? 0);
  if (found === undefined || found.row === null) return {readable, fault: null};
  const {column} = source.columns[Number(found.i)]!;
  return {
    readable,
    fault: {
      row: Number(found.row),
      rows: Number(found.rows),
      code: found.kind === "range" ? "E_VALUE_RANGE" : "E_VALUE_TYPE",
      message:
        found.kind === "missing"
          ? "the value is missing, and this column must have one"
          : `expected ${expectation(column, String(found.value))}`,
      column: column.name,
      value: String(found.value ?? "")
    }
  };
}

type Kind = "missing" | "type" | "range";

/** SQL conditions of the ways in which a cell, as text, can break its column's contract; the first that holds names it. */
function faultConditions(column: Column, value: string): [Kind, string][] {
  const conditions: [Kind, string][] = [];
  if (!column.nullable) conditions.push(["missing", `${value} IS NULL`]);
  if (isText(column)) {
    if (column.type === "yesno") conditions.push(["range", `NOT ${acceptedSql(column, value)}`]);
    return conditions;
  }
  const number = `TRY_CAST(${value} AS DOUBLE)`;
  const fractional = column.type === "real" ? "" : ` OR trunc(${number}) <> ${number}`;
  conditions.push(
    ["type", `${value} IS NOT NULL AND (${number} IS NULL OR NOT isfinite(${number})${fractional})`],
    ["range", `NOT ${acceptedSql(column, number)}`]
  );
  return conditions;
}

/** What the column takes, in words; a value that no 32-bit integer holds is told that bound. */
function expectation(column: Column, value: string): string {
  if (column.type === "flag") return "0 or 1";
  if (column.type === "yesno") return "Y or N";
  const number = column.type === "real" ? "a number" : "a whole number";
  if (column.type !== "real" && Number(value) > largestInteger) return `${number} of at most ${largestInteger}`;
  if (column.range === undefined && column.type !== "id") return number;
  const [low, high] = column.range ?? [1, null];
  const range = low === null ? `of at most ${high}` : high === null ? `of at least ${low}` : `from ${low} to ${high}`;
  const sentinels = (column.sentinels ?? []).map(({value, meaning}) => `${value} (${meaning})`);
  return [`${number} ${range}`, ...sentinels].join(" or ");
}

/** The first row that could not be cut into the header's columns. */
async function scanRejects(connection: DuckDBConnection, source: CsvSource, readable: number): Promise<Fault | null> {
  const reader = await connection.runAndReadAll(
    `SELECT line, column_idx, error_type::VARCHAR AS kind, error_message AS message,
       (SELECT count(DISTINCT line) FROM ${rejectTables.errors}) AS "rows"
     FROM ${rejectTables.errors} ORDER BY line, column_idx LIMIT 1`
  );
  const [found] = reader.getRowObjectsJS();
  if (found === undefined) return null;
  const row = Number(found.line) - 1;
  const rows = Number(found.rows);
  const count = /Found: (\d+)/.exec(String(found.message))?.[1];
  const fault = {row, rows, code: "E_FILE_UNREADABLE" as ErrorCode};
  const fields = `the row has ${count} fields, and the header ${source.header.length}`;
  switch (found.kind) {
    case "MISSING COLUMNS":
      if (!source.gzip && row === readable + rows && !(await endsInNewline(source.file.path))) {
        return {...fault, code: "E_FILE_TRUNCATED", message: `the file ends within its last row: ${fields}`};
      }
      return {...fault, code: "E_ROW_FIELDS", message: fields};
    case "TOO MANY COLUMNS":
      return {...fault, code: "E_ROW_FIELDS", message: fields};
    case "UNQUOTED VALUE":
      return {...fault, message: "a quote is opened and not closed, or followed by more text"};
    case "INVALID ENCODING":
      return {
        ...fault,
        column: source.header[Number(found.column_idx) - 1],
        message: "the text is not in UTF-8. Save the file as UTF-8."
      };
    default:
      return {...fault, message: String(found.message)};
  }
}

async function endsInNewline(path: string): Promise<boolean> {
  const handle = await open(path);
  try {
    const {size} = await handle.stat();
    const {buffer} = await handle.read(Buffer.alloc(1), 0, 1, Math.max(0, size - 1));
    return buffer[0] === 0x0a || buffer[0] === 0x0d;
  } finally {
    await handle.close();
  }
}
