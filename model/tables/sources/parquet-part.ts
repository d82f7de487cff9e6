import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import {LimpideError} from "../../contract/errors.ts";
import {literal} from "../sql.ts";
import {type Content, layAside} from "./content.ts";
import type {TablePart} from "./source.ts";

/** The rows of an Apache Parquet file, on disk or in an archive. */
export function parquetPart(content: Content): TablePart {
  return {
    label: content.label,
    size: content.size,
    remote: content.path === null,
    header: async ({connection}) =>
      // The schema is at the end of the file: a member of an archive is known when it is unpacked.
      content.path === null ? null : (await describe(connection, content.path, content.label)).header,
    async fetch({connection, folder, onBytes, signal}) {
      const path = content.path ?? join(folder, "rows.parquet");
      if (content.path === null) await layAside(content, "parquet", path, {onBytes, signal});
      return {format: "parquet", path, ...(await describe(connection, path, content.label))};
    }
  };
}

async function describe(
  connection: DuckDBConnection,
  path: string,
  file: string
): Promise<{header: string[]; types: string[]}> {
  try {
    const reader = await connection.runAndReadAll(`DESCRIBE SELECT * FROM read_parquet(${literal(path)})`);
    const rows = reader.getRowObjectsJS();
    return {header: rows.map((row) => String(row.column_name)), types: rows.map((row) => String(row.column_type))};
  } catch (cause) {
    throw parquetError(file, cause);
  }
}

/** What DuckDB said of a Parquet file that it could not read, as an error that names it. */
export function parquetError(file: string, cause: unknown): LimpideError {
  const said = String((cause as Error).message ?? cause);
  // A Parquet file ends in its index: one that was cut short has none.
  const cut = /magic bytes|footer|too small|not enough data|out of buffer|TProtocolException/i.test(said);
  return cut
    ? new LimpideError(
        "E_FILE_TRUNCATED",
        "the file is cut short or damaged: the index that ends a Parquet file is not there. Copy or download it again.",
        {file},
        {cause}
      )
    : new LimpideError("E_FILE_UNREADABLE", `the Parquet file cannot be read: ${said.split("\n")[0]}`, {file}, {cause});
}
