import {join} from "node:path";
import {DuckDBInstance, type DuckDBConnection} from "@duckdb/node-api";
import type {TableName} from "../../model/contract/table-names.ts";
import {tables} from "../../model/contract/tables.ts";
import {openTables} from "../../model/tables/open.ts";

/** A column of some rows, as numbers (NaN where missing) or as texts (null where missing). */
export type Values = {name: string} & ({numbers: Float64Array} | {texts: (string | null)[]});

/** Rows of one table, column by column, keys and outcome apart. */
export interface Sample {
  rows: number;
  columns: Values[];
}

/** The two folders, opened, and as many clients of each: labelled and unlabelled in the same numbers. */
export interface Pair {
  real: DuckDBConnection;
  generated: DuckDBConnection;
  clients: {labelled: number; unlabelled: number};
}

/** Opens both folders and picks clients by a hash of their number, so that every run compares the same ones. */
export async function openPair(realFolder: string, generatedFolder: string, clientsAtMost: number): Promise<Pair> {
  const [real, generated] = [await open(realFolder), await open(generatedFolder)];
  const counts = await Promise.all([real, generated].map(countClients));
  const least = (share: (count: Pair["clients"]) => number) => Math.min(clientsAtMost, ...counts.map(share));
  const clients = {
    labelled: least(({labelled}) => labelled),
    unlabelled: Math.min(
      least(({unlabelled}) => unlabelled),
      clientsAtMost
    )
  };
  for (const connection of [real, generated]) {
    await connection.run(`
      CREATE TABLE picked AS
      SELECT SK_ID_CURR FROM (
        SELECT SK_ID_CURR, TARGET IS NULL AS unlabelled,
          row_number() OVER (PARTITION BY TARGET IS NULL ORDER BY hash(SK_ID_CURR)) AS place
        FROM application
      ) WHERE place <= CASE WHEN unlabelled THEN ${clients.unlabelled} ELSE ${clients.labelled} END`);
  }
  return {real, generated, clients};
}

async function open(folder: string): Promise<DuckDBConnection> {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await openTables(connection, join(folder));
  return connection;
}

async function countClients(connection: DuckDBConnection): Promise<Pair["clients"]> {
  const reader = await connection.runAndReadAll(
    `SELECT count(TARGET)::INTEGER, (count(*) - count(TARGET))::INTEGER FROM application`
  );
  const [labelled, unlabelled] = reader.getRows()[0] as [number, number];
  return {labelled, unlabelled};
}

/** `rowsAtMost` rows of the picked clients, the same ones in every run; `outcome` adds TARGET. */
export async function sampleRows(
  connection: DuckDBConnection,
  table: TableName,
  rowsAtMost: number,
  outcome = false
): Promise<Sample> {
  const columns = tables[table].columns.filter(({name, type}) =>
    type === "id" ? false : outcome || name !== "TARGET"
  );
  const selected = columns.map(({name, type}) =>
    type === "text" || type === "yesno" ? `t.${name}` : `t.${name}::DOUBLE AS ${name}`
  );
  // bureau_balance names the loan alone.
  const from =
    table === "bureau_balance"
      ? "bureau_balance t JOIN bureau USING (SK_ID_BUREAU) JOIN picked USING (SK_ID_CURR)"
      : `${table} t JOIN picked USING (SK_ID_CURR)`;
  const reader = await connection.runAndReadAll(
    `SELECT ${selected.join(", ")} FROM ${from} ORDER BY hash(t::VARCHAR) LIMIT ${rowsAtMost}`
  );
  const values = reader.getColumns();
  return {
    rows: reader.currentRowCount,
    columns: columns.map(({name, type}, i) =>
      type === "text" || type === "yesno"
        ? {name, texts: values[i] as (string | null)[]}
        : {name, numbers: Float64Array.from(values[i] as (number | null)[], (value) => value ?? NaN)}
    )
  };
}

/** How many rows of a table each picked client has, those without any included. */
export async function rowsPerClient(connection: DuckDBConnection, table: TableName): Promise<Float64Array> {
  const rows =
    table === "bureau_balance"
      ? "SELECT SK_ID_CURR FROM bureau_balance JOIN bureau USING (SK_ID_BUREAU)"
      : `SELECT SK_ID_CURR FROM ${table}`;
  const reader = await connection.runAndReadAll(`
    SELECT coalesce(n, 0)::DOUBLE
    FROM picked LEFT JOIN (SELECT SK_ID_CURR, count(*) AS n FROM (${rows}) GROUP BY ALL) USING (SK_ID_CURR)
    ORDER BY 1`);
  return Float64Array.from(reader.getColumns()[0] as number[]);
}
