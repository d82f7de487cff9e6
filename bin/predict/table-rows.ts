import type {DuckDBConnection} from "@duckdb/node-api";
import {quoteLiteral, quoteName, withDuckDB} from "../../data-loaders/duckdb.ts";
import {LimpideError} from "../../model/contract/errors.ts";
import {Batcher, type Cell, type RowBatch, type RowLayout} from "./row-batch.ts";

/**
 * Reads rows from CSV or Parquet, whose columns are matched to the features by name; others are left aside. Where the
 * model names no features, "f0", "f1" … are theirs, or else as many columns as there are, in order.
 * @throws {LimpideError} E_COLUMN_MISSING, E_COLUMN_TWICE; E_ROW_FIELDS, E_VALUE_TYPE and E_VALUE_RANGE with row and
 * column; E_ENCODING, E_FILE_TRUNCATED, E_FILE_UNREADABLE
 */
export async function* readTableRows(
  file: string,
  kind: "csv" | "parquet",
  layout: RowLayout,
  signal?: AbortSignal
): AsyncGenerator<RowBatch> {
  // Rows come through a queue of one: the database is lent for the length of a call, a generator lasts longer.
  const {push, close, batches} = handOver<RowBatch>();
  const reading = withDuckDB(
    async (connection) => {
      const table = kind === "csv" ? await openCsv(connection, file) : await openParquet(connection, file);
      const places = matchColumns(table.columns, layout, file);
      const selected = places.map((place) => table.select[place]!).join(", ");
      const batcher = new Batcher(layout);
      const name = (feature: number) => table.columns[places[feature]!]!;
      const result = await connection.stream(`SELECT ${selected} FROM ${table.source}`);
      for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
        signal?.throwIfAborted();
        const vectors = places.map((_, feature) => chunk!.getColumnVector(feature));
        for (let i = 0; i < chunk.rowCount; i++) {
          const {row} = batcher;
          const batch = batcher.add(
            (feature) => vectors[feature]!.getItem(i) as Cell,
            (feature) => ({file, row, column: name(feature)})
          );
          if (batch && !(await push(batch))) return;
        }
      }
      const last = batcher.flush();
      if (last) await push(last);
    },
    // One thread keeps the order of rows, and few of them in memory.
    {threads: "1"}
  )
    .catch((error: unknown) => {
      throw asFileError(error, file, kind);
    })
    .finally(close);
  reading.catch(() => undefined); // told below
  try {
    yield* batches();
  } finally {
    close();
  }
  await reading;
}

interface Table {
  columns: string[];
  /** How each column is selected. */
  select: string[];
  source: string;
}

async function openCsv(connection: DuckDBConnection, file: string): Promise<Table> {
  const path = quoteLiteral(file);
  const lines = await connection.runAndReadAll(
    `SELECT line FROM read_csv(${path}, auto_detect = false, header = false, delim = '\x1f', quote = '', escape = '',
      max_line_size = 16777216, columns = {line: 'VARCHAR'}) LIMIT 1`
  );
  const line = (lines.getRows()[0]?.[0] ?? "") as string;
  if (line === "") throw new LimpideError("E_FILE_TRUNCATED", "has no header", {file});
  const delimiter = [",", ";", "\t", "|"].reduce((best, mark) =>
    splitHeader(line, mark).length > splitHeader(line, best).length ? mark : best
  );
  const columns = splitHeader(line.replace(/^\uFEFF/, ""), delimiter);
  const types = columns.map((_, i) => `c${i}: 'VARCHAR'`).join(", ");
  return {
    columns,
    select: columns.map((_, i) => `c${i}`),
    source: `read_csv(${path}, auto_detect = false, header = false, skip = 1, delim = ${quoteLiteral(delimiter)},
      quote = '"', escape = '"', max_line_size = 16777216, columns = {${types}})`
  };
}

/** The names in a header line; a quoted one may hold the delimiter. */
function splitHeader(line: string, delimiter: string): string[] {
  const names: string[] = [];
  let name = "";
  let quoted = false;
  for (const character of line.replace(/\r$/, "")) {
    if (character === '"') quoted = !quoted;
    else if (character === delimiter && !quoted) {
      names.push(name.trim());
      name = "";
    } else name += character;
  }
  return [...names, name.trim()];
}

const wholeOrReal = /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|FLOAT|DOUBLE|DECIMAL\(.*\)|BOOLEAN)$/;

async function openParquet(connection: DuckDBConnection, file: string): Promise<Table> {
  const source = `read_parquet(${quoteLiteral(file)})`;
  const described = (await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${source}`)).getRows() as string[][];
  return {
    columns: described.map(([name]) => name!),
    select: described.map(([name, type]) => {
      const column = quoteName(name!);
      // What is neither number nor text is told as its text.
      return wholeOrReal.test(type!) ? `${column}::DOUBLE` : `${column}::VARCHAR`;
    }),
    source
  };
}

/** The place of each feature among a table's columns. */
function matchColumns(columns: readonly string[], layout: RowLayout, file: string): number[] {
  const names = layout.featureNames ?? namesByNumber(columns, layout.featureCount);
  if (names === null) {
    if (columns.length === layout.featureCount) return columns.map((_, i) => i);
    throw new LimpideError(
      "E_ROW_FIELDS",
      `the model names no features and has ${layout.featureCount}, the file has ${columns.length} columns`,
      {file}
    );
  }
  return names.map((name) => {
    const place = columns.indexOf(name);
    if (place < 0)
      throw new LimpideError("E_COLUMN_MISSING", "the file lacks this feature of the model", {file, column: name});
    if (columns.includes(name, place + 1)) {
      throw new LimpideError("E_COLUMN_TWICE", "the header names the column twice", {file, column: name});
    }
    return place;
  });
}

/** XGBoost's names for features that have none, where the table uses them. */
function namesByNumber(columns: readonly string[], featureCount: number): string[] | null {
  const names = Array.from({length: featureCount}, (_, i) => `f${i}`);
  return names.every((name) => columns.includes(name)) ? names : null;
}

function asFileError(error: unknown, file: string, kind: "csv" | "parquet"): unknown {
  if (error instanceof LimpideError || !(error instanceof Error)) return error;
  const {message} = error;
  const line = /CSV Error on Line: (\d+)/.exec(message)?.[1];
  const row = line === undefined ? {} : {row: Number(line) - 1};
  const fields = /Expected Number of Columns: (\d+) Found: (\d+)/.exec(message);
  if (fields) {
    const told = `the row has ${fields[2]} fields, the header ${fields[1]}`;
    return new LimpideError("E_ROW_FIELDS", told, {file, ...row}, {cause: error});
  }
  if (/not utf-8|unicode|utf-?8/i.test(message)) {
    return new LimpideError("E_ENCODING", "isn't UTF-8", {file, ...row}, {cause: error});
  }
  if (/line size/i.test(message))
    return new LimpideError("E_ROW_SIZE", "the row is too long", {file, ...row}, {cause: error});
  if (/quote/i.test(message)) {
    return new LimpideError("E_FILE_TRUNCATED", "ends within a quoted text", {file, ...row}, {cause: error});
  }
  const first = message.split("\n")[0]!;
  const truncated = kind === "parquet" && /magic bytes|too small|footer/i.test(message);
  return new LimpideError(truncated ? "E_FILE_TRUNCATED" : "E_FILE_UNREADABLE", first, {file}, {cause: error});
}

/** Hands values from one loop to another, one at a time. `push` answers whether there is still somebody to take them. */
function handOver<T>(): {push: (value: T) => Promise<boolean>; close: () => void; batches: () => AsyncGenerator<T>} {
  let closed = false;
  let waiting: {value: T; taken: (open: boolean) => void} | undefined;
  let wake: () => void = () => undefined;
  return {
    push: (value) =>
      closed
        ? Promise.resolve(false)
        : new Promise((taken) => {
            waiting = {value, taken};
            wake();
          }),
    close() {
      closed = true;
      waiting?.taken(false);
      wake();
    },
    async *batches() {
      while (true) {
        if (waiting) {
          const {value, taken} = waiting;
          waiting = undefined;
          yield value;
          taken(true);
        } else if (closed) return;
        else await new Promise<void>((resolve) => (wake = resolve));
      }
    }
  };
}
