import {DuckDBInstance} from "@duckdb/node-api";
import {sqlType, tables} from "../contract/tables.ts";
import {tableOfFile, type PortfolioFile} from "./generate-clients.ts";

/** Quotes a text for SQL. */
function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/**
 * Writes a CSV file of a portfolio again as Parquet, its columns typed as the contract says. One thread of DuckDB keeps
 * the rows in order and the bytes the same in every run. Rejects with DuckDB's error when the signal aborts.
 */
export async function writeParquet(
  file: PortfolioFile,
  csv: string,
  parquet: string,
  signal: AbortSignal | undefined
): Promise<void> {
  signal?.throwIfAborted();
  const {columns, files} = tables[tableOfFile[file]];
  const {without} = files.find(({name}) => name === file)!;
  const types = columns
    .filter(({name}) => !without.includes(name))
    .map((column) => `${quote(column.name)}: ${quote(sqlType(column))}`);
  const instance = await DuckDBInstance.create(":memory:", {threads: "1"});
  const connection = await instance.connect();
  const interrupt = (): void => connection.interrupt();
  signal?.addEventListener("abort", interrupt);
  try {
    await connection.run(
      `COPY (FROM read_csv(${quote(csv)}, header = true, delim = ',', quote = '"', auto_detect = false,
        columns = {${types.join(", ")}})) TO ${quote(parquet)} (FORMAT parquet, COMPRESSION zstd)`
    );
  } finally {
    signal?.removeEventListener("abort", interrupt);
    connection.closeSync();
    instance.closeSync();
  }
}
