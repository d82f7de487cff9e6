import {bounds, type Column, sqlType, type TableContract} from "../contract/tables.ts";
import type {TableFile} from "./find-files.ts";
import type {Header} from "./header.ts";
import type {MatchedColumns} from "./match-columns.ts";

/** A CSV file whose header meets its table's contract. */
export interface CsvSource {
  file: TableFile;
  gzip: boolean;
  header: Header;
  contract: TableContract;
  columns: MatchedColumns["columns"];
}

/** The table of a contract, with all its columns and no row. */
export function createTableSql({name, columns}: TableContract): string {
  const definitions = columns.map((column) => `${identifier(column.name)} ${sqlType(column)}`);
  return `CREATE OR REPLACE TABLE ${identifier(name)} (${definitions.join(", ")})`;
}

/**
 * Appends a file's rows to its table in the file's order, and fails when one of them breaks the contract.
 *
 * Numbers are read as doubles, since DuckDB would round 2.7 to 3 in silence where a whole number is expected, and takes
 * "nan" and "inf" for numbers. The largest whole number of a contract, 2³¹ − 1, is exact as a double.
 */
export function insertSql(source: CsvSource): string {
  const names = source.columns.map(({column}) => identifier(column.name));
  const values = source.columns.map(({column, place}) => checkedValue(column, cell(place)));
  const types = new Map(source.columns.map(({column, place}) => [place, isText(column) ? "VARCHAR" : "DOUBLE"]));
  return (
    `INSERT INTO ${identifier(source.contract.name)} (${names.join(", ")}) ` +
    `SELECT ${values.join(", ")} FROM ${readCsvSql(source, (place) => types.get(place) ?? "VARCHAR")}`
  );
}

/** A scan of a file. Its columns are called by their place, `cell(0)` onwards: a header may hold any name. */
export function readCsvSql(
  {file, gzip, header}: CsvSource,
  typeOf: (place: number) => string,
  options: string[] = []
): string {
  const columns = header.map((_, place) => `${literal(cell(place))}: ${literal(typeOf(place))}`);
  const parameters = [
    literal(file.path),
    `columns = {${columns.join(", ")}}`,
    "auto_detect = false",
    "header = true",
    "delim = ','",
    `quote = '"'`,
    `escape = '"'`,
    "nullstr = ''",
    `compression = ${gzip ? "'gzip'" : "'none'"}`,
    ...options
  ];
  return `read_csv(${parameters.join(", ")})`;
}

/** What the column of a scan at a place of the file is called. */
export function cell(place: number): string {
  return `c${place}`;
}

export function isText({type}: Column): boolean {
  return type === "text" || type === "yesno";
}

/**
 * The condition that a value is one of its column's, sentinels included. `value` is an expression of type DOUBLE, or
 * VARCHAR for a text; DuckDB holds NaN for greater than any number, so that it is outside every range.
 */
export function acceptedSql(column: Column, value: string): string {
  const limits = bounds(column);
  if (limits === null) return column.type === "yesno" ? `${value} IN ('Y', 'N')` : `${value} IS NOT NULL`;
  const whole = column.type === "real" ? "" : ` AND trunc(${value}) = ${value}`;
  const sentinels = (column.sentinels ?? []).map((sentinel) => ` OR ${value} = ${sentinel.value}`).join("");
  return `(${value} BETWEEN ${limits[0]} AND ${limits[1]}${whole}${sentinels})`;
}

function checkedValue(column: Column, value: string): string {
  if (column.type === "text" && column.nullable) return value;
  const accepted = `${column.nullable ? `${value} IS NULL OR ` : ""}${acceptedSql(column, value)}`;
  return `CASE WHEN ${accepted} THEN CAST(${value} AS ${sqlType(column)}) ELSE error(${literal(column.name)}) END`;
}

export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
