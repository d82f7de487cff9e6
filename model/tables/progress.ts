import type {DuckDBConnection} from "@duckdb/node-api";
import type {TableFile} from "./find-files.ts";

export interface Progress {
  /** A file is read from now on, and the one before is done. */
  start(file: TableFile): void;
  /** All files are done. */
  finish(): void;
  /** Stops telling, and puts the connection's settings back. */
  close(): Promise<void>;
}

const everyMilliseconds = 200;
/** DuckDB estimates how far a query is only with its progress bar on; it must not print the bar. */
const settings = {enable_progress_bar_print: false, enable_progress_bar: true};

/**
 * Tells how far the reading of some files is, in bytes of them all: DuckDB's own estimate for the query that runs, as a
 * share of the file that is being read.
 */
export async function trackProgress(
  connection: DuckDBConnection,
  files: TableFile[],
  tell?: (message: string, done: number, total: number) => void
): Promise<Progress> {
  if (tell === undefined) return {start: () => undefined, finish: () => undefined, close: () => Promise.resolve()};
  const total = files.reduce((sum, {size}) => sum + size, 0);
  const before = await changeSettings(connection, settings);
  let current: TableFile | null = null;
  let done = 0;
  const report = (share: number) => {
    if (current !== null) tell(`reading ${current.label}`, Math.round(done + share * current.size), total);
  };
  let shown = 0;
  const timer = setInterval(() => {
    const share = connection.progress.percentage / 100;
    if (share <= shown || share > 1) return;
    shown = share;
    report(share);
  }, everyMilliseconds);
  const leave = () => {
    done += current?.size ?? 0;
    shown = 0;
  };
  return {
    start(file) {
      leave();
      current = file;
      report(0);
    },
    finish() {
      leave();
      current = null;
      tell("all tables are read", total, total);
    },
    async close() {
      clearInterval(timer);
      await changeSettings(connection, before);
    }
  };
}

/** Returns what the settings were. */
async function changeSettings(
  connection: DuckDBConnection,
  values: Record<string, unknown>
): Promise<Record<string, unknown>> {
  const names = Object.keys(values);
  const reader = await connection.runAndReadAll(
    `SELECT ${names.map((name) => `current_setting('${name}') AS ${name}`).join(", ")}`
  );
  for (const [name, value] of Object.entries(values)) await connection.run(`SET ${name} = ${String(value)}`);
  return reader.getRowObjectsJS()[0]!;
}
