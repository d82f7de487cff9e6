import type {DuckDBConnection} from "@duckdb/node-api";
import type {TablePart} from "./sources/source.ts";

export interface Progress {
  /** Bytes of a part that have been fetched. */
  fetched(part: TablePart, bytes: number): void;
  /** DuckDB reads the part from now on, and is done with the one before. */
  reading(part: TablePart): void;
  /** The part that is to be read isn't there yet. */
  waiting(part: TablePart): void;
  /** All parts are done. */
  finish(): void;
  /** Stops telling, and puts the connection's settings back. */
  close(): Promise<void>;
}

const everyMilliseconds = 200;
/** DuckDB estimates how far a query is only with its progress bar on; it must not print the bar. */
const settings = {enable_progress_bar_print: false, enable_progress_bar: true};

/**
 * Tells how far the reading of some parts is, in bytes of them all. A part that has to be fetched is half done when it
 * is; the rest is DuckDB's own estimate for the query that reads it.
 */
export async function trackProgress(
  connection: DuckDBConnection,
  parts: TablePart[],
  tell?: (message: string, done: number, total: number) => void
): Promise<Progress> {
  const nothing = () => undefined;
  if (tell === undefined) {
    return {fetched: nothing, reading: nothing, waiting: nothing, finish: nothing, close: () => Promise.resolve()};
  }
  const total = parts.reduce((sum, {size}) => sum + size, 0);
  const before = await changeSettings(connection, settings);
  const shares = new Map(parts.map((part) => [part, {fetched: 0, read: 0}]));
  let current: TablePart | null = null;
  let message = "";
  let told = 0;
  const report = () => {
    let done = 0;
    for (const [part, {fetched, read}] of shares) done += part.size * (part.remote ? (fetched + read) / 2 : read);
    told = Math.max(told, Math.min(total, Math.round(done)));
    tell(message, told, total);
  };
  const timer = setInterval(() => {
    const share = connection.progress.percentage / 100;
    if (current !== null && share > shares.get(current)!.read && share <= 1) shares.get(current)!.read = share;
    if (message !== "") report();
  }, everyMilliseconds);
  const leave = () => {
    if (current !== null) shares.set(current, {fetched: 1, read: 1});
    current = null;
  };
  return {
    fetched(part, bytes) {
      // What is fetched may be larger than what is stored: a share is at most all of it.
      shares.get(part)!.fetched = Math.min(1, bytes / Math.max(1, part.size));
    },
    waiting(part) {
      leave();
      message = `fetching ${part.label}`;
      report();
    },
    reading(part) {
      leave();
      current = part;
      shares.get(part)!.fetched = 1;
      message = `reading ${part.label}`;
      report();
    },
    finish() {
      leave();
      tell("all tables are read", total, total);
      message = "";
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
