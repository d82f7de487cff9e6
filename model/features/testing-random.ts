import type {DuckDBConnection} from "@duckdb/node-api";
import type {TableName} from "../contract/table-names.ts";
import {type Column, tables} from "../contract/tables.ts";

/** Rows by table: enough that DuckDB gives each of four threads some (it hands out 122,880 rows at a time). */
const counts: Record<TableName, number> = {
  application: 3_000,
  bureau: 20_000,
  bureau_balance: 400_000,
  previous_application: 20_000,
  POS_CASH_balance: 400_000,
  installments_payments: 400_000,
  credit_card_balance: 400_000
};

/** Fills the seven empty tables with values that depend on their row and column alone. */
export async function fillAtRandom(connection: DuckDBConnection): Promise<void> {
  for (const {name, columns} of Object.values(tables)) {
    const values = columns.map((column) => `${valueSql(name, column)} AS ${column.name}`);
    await connection.run(`INSERT INTO ${name} SELECT ${values.join(", ")} FROM range(${counts[name]}) AS rows(i)`);
  }
}

function valueSql(table: TableName, column: Column): string {
  const {name, nullable, sentinels = []} = column;
  // The hash of two values is an exclusive or of theirs: hashed once more, no two columns share their bits.
  const draw = (salt: string, below: number) => `CAST(hash(hash(i, '${table}.${name}.${salt}')) % ${below} AS BIGINT)`;
  const key = keySql(table, name, draw);
  if (key !== undefined) return key;
  const value = plainValueSql(column, draw);
  const sentinel = sentinels.find((each) => typeof each.value === "number");
  const cases = [
    nullable ? `WHEN ${draw("null", 5)} = 0 THEN NULL` : "",
    sentinel ? `WHEN ${draw("sentinel", 5)} = 0 THEN ${sentinel.value}` : ""
  ].join(" ");
  return cases.trim() === "" ? value : `CASE ${cases} ELSE ${value} END`;
}

type Draw = (salt: string, below: number) => string;

function keySql(table: TableName, name: string, draw: Draw): string | undefined {
  if (name === "SK_ID_CURR") return table === "application" ? "100001 + i" : `100001 + ${draw("key", 3_000)}`;
  if (name === "SK_ID_BUREAU") return table === "bureau" ? "5000001 + i" : `5000001 + ${draw("key", 20_000)}`;
  if (name === "SK_ID_PREV")
    return table === "previous_application" ? "1000001 + i" : `1000001 + ${draw("key", 20_000)}`;
  return undefined;
}

function plainValueSql({name, type, range, categories}: Column, draw: Draw): string {
  if (type === "flag") return draw("value", 2);
  if (type === "yesno") return `['Y', 'N'][1 + ${draw("value", 2)}]`;
  if (type === "text") {
    const list = categories!.map((text) => `'${text.replaceAll("'", "''")}'`);
    return `[${list.join(", ")}][1 + ${draw("value", list.length)}]`;
  }
  if (range?.[0] === 0 && range[1] === 1) return `${draw("value", 1_000_003)} / 1000003`;
  if (name === "MONTHS_BALANCE") return `-${draw("value", 60)} - 1`;
  if (name.startsWith("DAYS_")) return `${draw("value", 3000)} - ${range?.[1] === 0 ? 3000 : 2000}`;
  if (type === "integer") return draw("value", range?.[1] ?? 12);
  // Thousandths whose doubles are not exact: a sum of them depends on its order.
  return `${draw("value", 90_000_007)} / 1000`;
}
