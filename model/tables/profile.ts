import type {DuckDBConnection} from "@duckdb/node-api";
import type {Column, TableContract} from "../contract/tables.ts";
import type {ColumnProfile, TableValidation} from "../contract/validation.ts";
import {isText} from "./scan.ts";
import {identifier, literal} from "./sql.ts";

type Profile = Pick<TableValidation, "clients" | "orphans" | "withoutEarlierApplication" | "columns">;

const mostCategories = 10;

/** Counts what an open table holds: by column, by client, and what links to nothing. */
export async function profileTable(
  connection: DuckDBConnection,
  contract: TableContract,
  rows: number
): Promise<Profile> {
  if (rows === 0) {
    const columns = contract.columns.map((column) => emptyProfile(column));
    return {clients: 0, orphans: 0, withoutEarlierApplication: earlierTables.has(contract.name) ? 0 : null, columns};
  }
  return {
    ...(await countClients(connection, contract)),
    withoutEarlierApplication: await countWithoutEarlier(connection, contract),
    columns: await profileColumns(connection, contract, rows)
  };
}

/** Tables whose rows are of an earlier application. */
const earlierTables = new Set(["POS_CASH_balance", "installments_payments", "credit_card_balance"]);

/** Applications with a row in the table, and rows without an application. A bureau balance has its client in bureau. */
async function countClients(
  connection: DuckDBConnection,
  contract: TableContract
): Promise<{clients: number; orphans: number}> {
  const owner = contract.columns.some(({name}) => name === "SK_ID_CURR") ? "SK_ID_CURR" : "SK_ID_BUREAU";
  const owned = `SELECT ${owner} AS id, count(*) AS n FROM ${identifier(contract.name)} GROUP BY id`;
  const owners = owner === "SK_ID_BUREAU" ? "bureau SEMI JOIN application USING (SK_ID_CURR)" : "application";
  const reader = await connection.runAndReadAll(
    `SELECT count(DISTINCT owners.SK_ID_CURR), sum(n) FILTER (owners.SK_ID_CURR IS NULL)
     FROM (${owned}) AS owned LEFT JOIN (SELECT * FROM ${owners}) AS owners ON owners.${owner} = owned.id`
  );
  const [clients, orphans] = reader.getRowsJS()[0]!;
  return {clients: Number(clients), orphans: Number(orphans ?? 0)};
}

async function countWithoutEarlier(connection: DuckDBConnection, {name}: TableContract): Promise<number | null> {
  if (!earlierTables.has(name)) return null;
  const owned = `SELECT SK_ID_PREV, count(*) AS n FROM ${identifier(name)} GROUP BY SK_ID_PREV`;
  const reader = await connection.runAndReadAll(
    `SELECT sum(n) FROM (${owned}) ANTI JOIN previous_application USING (SK_ID_PREV)`
  );
  return Number(reader.getRowsJS()[0]![0] ?? 0);
}

async function profileColumns(
  connection: DuckDBConnection,
  {name: table, columns}: TableContract,
  rows: number
): Promise<ColumnProfile[]> {
  // A condition costs more than the minimum that it guards: where there are no sentinels there is none.
  const counted = columns.map((column, i) => {
    const name = identifier(column.name);
    const values = (column.sentinels ?? []).map(({value}) => (typeof value === "number" ? value : literal(value)));
    const sentinel = `${name} IN (${values.join(", ")})`;
    const where = values.length > 0 ? ` FILTER (NOT ${sentinel})` : "";
    return [
      `count(${name}) AS present${i}`,
      ...(values.length > 0 ? [`count(*) FILTER (${sentinel}) AS sentinels${i}`] : []),
      ...(isText(column) ? [] : [`min(${name})${where} AS least${i}`, `max(${name})${where} AS greatest${i}`])
    ].join(", ");
  });
  const reader = await connection.runAndReadAll(`SELECT ${counted.join(", ")} FROM ${identifier(table)}`);
  const [counts] = reader.getRowObjectsJS();
  const profiles: ColumnProfile[] = [];
  for (const [i, column] of columns.entries()) {
    const number = (name: string) => {
      const value = counts![`${name}${i}`];
      return value === null || value === undefined ? null : Number(value);
    };
    profiles.push({
      ...emptyProfile(column),
      missing: 1 - number("present")! / rows,
      least: number("least"),
      greatest: number("greatest"),
      sentinels: number("sentinels") ?? 0,
      ...(await findUnknownCategories(connection, table, column))
    });
  }
  return profiles;
}

async function findUnknownCategories(
  connection: DuckDBConnection,
  table: string,
  {name, categories}: Column
): Promise<Pick<ColumnProfile, "unknownCategories" | "unknownRows">> {
  if (categories === undefined) return {unknownCategories: [], unknownRows: 0};
  const column = identifier(name);
  const known = categories.map(literal).join(", ");
  const reader = await connection.runAndReadAll(
    `SELECT left(${column}, 80) AS value, count(*) AS "rows" FROM ${identifier(table)} WHERE ${column} NOT IN (${known})
     GROUP BY ${column} ORDER BY "rows" DESC, ${column}`
  );
  const found = reader.getRowObjectsJS().map(({value, rows}) => ({value: String(value), rows: Number(rows)}));
  const unknownRows = found.reduce((sum, {rows}) => sum + rows, 0);
  return {unknownCategories: found.slice(0, mostCategories), unknownRows};
}

function emptyProfile({name, missing}: Column): ColumnProfile {
  return {
    name,
    missing: null,
    expectedMissing: missing ?? 0,
    least: null,
    greatest: null,
    sentinels: 0,
    unknownCategories: [],
    unknownRows: 0
  };
}
