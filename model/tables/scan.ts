import {bounds, type Column, sqlType, type TableContract} from "../contract/tables.ts";
import type {MatchedColumns} from "./match-columns.ts";
import {booleanValues} from "./sources/boolean-values.ts";
import type {LocalRows} from "./sources/source.ts";
import {identifier, literal} from "./sql.ts";

/** Rows on disk whose columns meet their table's contract. */
export interface Scan {
  /** How messages call the rows. */
  label: string;
  rows: LocalRows;
  contract: TableContract;
  columns: MatchedColumns["columns"];
}

export type ScanType = "VARCHAR" | "DOUBLE";

/** The table of a contract, with all its columns and no row. */
export function createTableSql({name, columns}: TableContract): string {
  const definitions = columns.map((column) => `${identifier(column.name)} ${sqlType(column)}`);
  return `CREATE OR REPLACE TABLE ${identifier(name)} (${definitions.join(", ")})`;
}

/**
 * Appends rows to their table in the order in which they lie, and fails when one of them breaks the contract.
 *
 * Numbers are read as doubles, since DuckDB would round 2.7 to 3 in silence where a whole number is expected, and takes
 * "nan" and "inf" for numbers. The largest whole number of a contract, 2³¹ − 1, is exact as a double.
 */
export function insertSql(scan: Scan): string {
  const values = scan.columns.map(({column, place}) => checkedValue(column, cell(place)));
  const rows = scanSql(scan, (column) => (isText(column) ? "VARCHAR" : "DOUBLE"));
  return `INSERT INTO ${identifier(scan.contract.name)} (${columnNames(scan)}) SELECT ${values.join(", ")} FROM ${rows}`;
}

/** The names of the columns that the rows have, for an INSERT. */
export function columnNames({columns}: Scan): string {
  return columns.map(({column}) => identifier(column.name)).join(", ");
}

/**
 * A scan of the rows. Its columns are called by their place, `cell(0)` onwards: a header may hold any name. A missing
 * value is NULL whatever stands for it: an empty field, and in Parquet a NaN too.
 *
 * @param options of DuckDB's CSV reader
 */
export function scanSql({rows, columns}: Scan, typeOf: (column: Column) => ScanType, options: string[] = []): string {
  const wanted = new Map(columns.map(({column, place}) => [place, {column, type: typeOf(column)}]));
  if (rows.format === "parquet") {
    const cells = [...wanted].map(([place, {column, type}]) => {
      const value = parquetValue(identifier(rows.header[place]!), rows.types[place]!, column, type);
      return `${value} AS ${cell(place)}`;
    });
    return `(SELECT ${cells.join(", ")} FROM read_parquet(${literal(rows.path)}))`;
  }
  const types = rows.header.map((_, place) => `${literal(cell(place))}: '${wanted.get(place)?.type ?? "VARCHAR"}'`);
  const parameters = [
    literal(rows.path),
    `columns = {${types.join(", ")}}`,
    "auto_detect = false",
    "header = true",
    `delim = ${literal(rows.delimiter)}`,
    `quote = '"'`,
    `escape = '"'`,
    "nullstr = ''",
    "compression = 'none'",
    ...options
  ];
  return `read_csv(${parameters.join(", ")})`;
}

function parquetValue(value: string, stored: string, column: Column, type: ScanType): string {
  if (stored === "BOOLEAN") {
    const [yes, no] = booleanValues(column);
    return `CAST(CASE WHEN ${value} THEN ${yes} WHEN NOT ${value} THEN ${no} END AS ${type})`;
  }
  if (stored === "DOUBLE" || stored === "FLOAT") {
    return `CAST(CASE WHEN NOT isnan(${value}) THEN ${value} END AS ${type})`;
  }
  // A number by way of its text takes four times as long.
  if (type === "DOUBLE" && /INT|DECIMAL/.test(stored)) return `CAST(${value} AS DOUBLE)`;
  return `CAST(nullif(CAST(${value} AS VARCHAR), '') AS ${type})`;
}

/** What the column of a scan at a place of the header is called. */
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
