import {DuckDBInstance, type DuckDBConnection} from "@duckdb/node-api";

/** Lends a connection to an in-memory database that is closed afterwards, whatever happens. */
export async function withDuckDB<T>(
  work: (connection: DuckDBConnection) => Promise<T>,
  settings: Record<string, string> = {}
): Promise<T> {
  const instance = await DuckDBInstance.create(":memory:", settings);
  const connection = await instance.connect();
  try {
    return await work(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** A text as SQL writes it. */
export function quoteLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A column's or table's name as SQL writes it. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
