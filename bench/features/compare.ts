import {DuckDBInstance} from "@duckdb/node-api";
import {identifier, literal} from "../../model/tables/sql.ts";

export interface Difference {
  column: string;
  /** The largest |a − b| / max(|a|, |b|) of the values that both have. */
  difference: number;
  /** How many values only one side has. */
  onlyOne: number;
}

/**
 * Compares two Parquet files of features client by client, over the columns that both have.
 *
 * @returns the columns, the one that differs most first
 * @throws Error when they do not hold the same clients
 */
export async function compareFeatures(
  ours: string,
  theirs: string
): Promise<{columns: number; rows: number; worst: Difference[]}> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const all = async (sql: string) => (await connection.runAndReadAll(sql)).getRowsJS();
  const names = async (path: string) =>
    (await all(`DESCRIBE SELECT * FROM ${literal(path)}`)).map(([name, type]) => ({name: String(name), type}));
  const known = new Set((await names(ours)).filter(({type}) => type === "FLOAT").map(({name}) => name));
  const columns = (await names(theirs)).map(({name}) => name).filter((name) => name !== "SK_ID_CURR");
  const unknown = columns.filter((name) => !known.has(name));
  if (unknown.length > 0) throw new Error(`not features of ours: ${unknown.join(", ")}`);
  const pairs = `${literal(ours)} AS a FULL JOIN ${literal(theirs)} AS b USING (SK_ID_CURR)`;
  const [[rows, alone]] = (await all(
    `SELECT count(*)::INTEGER, (count(*) FILTER (a.SK_ID_CURR IS NULL OR b.SK_ID_CURR IS NULL))::INTEGER FROM ${pairs}`
  )) as [[number, number]];
  if (alone > 0) throw new Error(`${alone} clients are on one side only`);
  const worst: Difference[] = [];
  for (const column of columns) {
    // pandas writes a missing number as NaN, and holds all numbers as doubles.
    const a = `CAST(a.${identifier(column)} AS DOUBLE)`;
    const b = `nullif(CAST(b.${identifier(column)} AS DOUBLE), 'nan'::DOUBLE)`;
    const [[difference, onlyOne]] = (await all(
      `SELECT coalesce(max(CASE WHEN x <> y THEN abs(x - y) / greatest(abs(x), abs(y)) END), 0),
        (count(*) FILTER ((x IS NULL) <> (y IS NULL)))::INTEGER
       FROM (SELECT ${a} AS x, ${b} AS y FROM ${pairs})`
    )) as [[number, number]];
    worst.push({column, difference, onlyOne});
  }
  connection.closeSync();
  instance.closeSync();
  return {columns: columns.length, rows, worst: worst.sort((a, b) => b.difference - a.difference)};
}
