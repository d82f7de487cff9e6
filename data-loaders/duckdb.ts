import {DuckDBInstance, type DuckDBConnection} from "@duckdb/node-api";

export {identifier as quoteName, literal as quoteLiteral} from "../model/tables/sql.ts";

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
