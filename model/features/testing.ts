import {type DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";
import type {TableName} from "../contract/table-names.ts";
import {tables} from "../contract/tables.ts";
import {createTableSql} from "../tables/scan.ts";
import {buildFeatures} from "./build.ts";

export type Value = number | string | null;
export type Row = Record<string, Value>;

/** A connection to a database in memory that has the seven tables, all empty. */
export async function openEmpty(): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  for (const contract of Object.values(tables)) await connection.run(createTableSql(contract));
  return connection;
}

/** Appends rows to a table; what a row does not name is NULL. */
export async function insert(connection: DuckDBConnection, table: TableName, rows: readonly Row[]): Promise<void> {
  for (const row of rows) {
    const values = Object.values(row).map((value) =>
      typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : String(value ?? "NULL")
    );
    await connection.run(`INSERT INTO ${table} (${Object.keys(row).join(", ")}) VALUES (${values.join(", ")})`);
  }
}

/** An application with an income of 100,000, a credit of 200,000 and an instalment of 10,000, aged 40. */
export function applicant(client: number, rest: Row = {}): Row {
  return {
    SK_ID_CURR: client,
    AMT_INCOME_TOTAL: 100_000,
    AMT_CREDIT: 200_000,
    AMT_ANNUITY: 10_000,
    CNT_CHILDREN: 0,
    DAYS_BIRTH: -14_610,
    ...rest
  };
}

/** Builds the features, and reads them by client. */
export async function computeFeatures(connection: DuckDBConnection): Promise<Map<number, Row>> {
  await buildFeatures(connection);
  const rows = (await connection.runAndReadAll("SELECT * FROM features")).getRowObjectsJS() as Row[];
  return new Map(rows.map((row) => [Number(row.SK_ID_CURR), row]));
}

/** The features of client 1, from the rows of each table. */
export async function featuresOf(rows: Partial<Record<TableName, Row[]>>): Promise<Row> {
  const connection = await openEmpty();
  await insert(connection, "application", rows.application ?? [applicant(1)]);
  for (const [table, some] of Object.entries(rows) as [TableName, Row[]][]) {
    if (table !== "application") await insert(connection, table, some);
  }
  return (await computeFeatures(connection)).get(1)!;
}
