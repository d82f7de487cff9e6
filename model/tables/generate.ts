import {mkdir, readdir, rename, rm} from "node:fs/promises";
import {availableParallelism} from "node:os";
import {join} from "node:path";
import {LimpideError} from "../contract/errors.ts";
import {tables} from "../contract/tables.ts";
import {CsvFile} from "./demo/csv.ts";
import {clientsAtMost} from "./demo/identifiers.ts";
import {clientsPerBlock, portfolioFiles, tableOfFile, type Draw, type PortfolioFile} from "./generate-clients.ts";
import {writeParquet} from "./generate-parquet.ts";
import {portfolioBlocks} from "./generate-pool.ts";

export {portfolioFiles, type PortfolioFile} from "./generate-clients.ts";

/** The share of clients whose outcome is known in the real tables. */
export const realLabelledShare = 307_511 / 356_255;

export const portfolioFormats = ["csv", "parquet"] as const;
export type PortfolioFormat = (typeof portfolioFormats)[number];

export interface PortfolioOptions {
  /** Where the files are written; created if absent, and files of the same names are replaced. */
  folder: string;
  /** How many clients, from 1 to 1,000,000. */
  clients: number;
  /** Any whole number from 0 up. */
  seed: number;
  /** Share of clients in application_train. */
  labelledShare?: number;
  /** CSV by default. Parquet is typed as the contracts say, and compressed. */
  format?: PortfolioFormat;
  /** Worker threads; as many as the machine runs at once by default. No byte depends on it. */
  threads?: number;
  /** `done` of `total` clients, or files. */
  onProgress?: (message: string, done: number, total: number) => void;
  signal?: AbortSignal;
}

/**
 * Writes a demonstration portfolio: the seven Home Credit tables of invented people, in the columns, formats, shares
 * and dependences of the real ones. What a client's rows say depends on the seed and the client's place alone, however
 * many clients there are.
 *
 * Memory is constant, and the disk sets the pace. Files take their names once all of them are whole. Throws E_ARGUMENT
 * for options out of range and for a folder that has a table in the other format, and E_INTERRUPTED when the signal
 * aborts; nothing of this portfolio remains then.
 */
export async function generatePortfolio(options: PortfolioOptions): Promise<{files: {name: string; rows: number}[]}> {
  const {folder, clients, seed, labelledShare = realLabelledShare, format = "csv", onProgress, signal} = options;
  const threads = options.threads ?? availableParallelism();
  requireWhole("clients", clients, 1, clientsAtMost);
  requireWhole("seed", seed, 0, Number.MAX_SAFE_INTEGER);
  requireWhole("threads", threads, 1, 1024);
  if (!(labelledShare >= 0 && labelledShare <= 1)) {
    throw new LimpideError("E_ARGUMENT", `labelledShare is ${labelledShare}, and must be from 0 to 1`);
  }
  if (!portfolioFormats.includes(format)) {
    throw new LimpideError("E_ARGUMENT", `format is ${String(format)}, and must be ${portfolioFormats.join(" or ")}`);
  }
  await mkdir(folder, {recursive: true});
  await requireOneFormat(folder, format);
  const partial = (file: PortfolioFile, extension: PortfolioFormat): string =>
    join(folder, `${file}.${extension}.part`);
  try {
    const rows = await writeCsv({seed, clients, labelledShare}, threads, (file) => partial(file, "csv"), options);
    if (format === "parquet") {
      await convert(threads, onProgress, async (file) => {
        await writeParquet(file, partial(file, "csv"), partial(file, "parquet"), signal);
        await rm(partial(file, "csv"));
      });
    }
    throwIfAborted(signal);
    for (const file of portfolioFiles) await rename(partial(file, format), join(folder, `${file}.${format}`));
    return {files: portfolioFiles.map((file) => ({name: `${file}.${format}`, rows: rows[file]}))};
  } catch (error) {
    for (const file of portfolioFiles) {
      for (const extension of portfolioFormats) await rm(partial(file, extension), {force: true});
    }
    // Whatever was under way fails with an error of its own when it is interrupted.
    throwIfAborted(signal);
    throw error;
  }
}

/** Draws all rows and writes them as CSV; returns how many each file has. */
async function writeCsv(
  draw: Draw,
  threads: number,
  path: (file: PortfolioFile) => string,
  {onProgress, signal}: PortfolioOptions
): Promise<Record<PortfolioFile, number>> {
  const rows = Object.fromEntries(portfolioFiles.map((file) => [file, 0])) as Record<PortfolioFile, number>;
  const open = new Map<PortfolioFile, CsvFile>();
  try {
    for (const file of portfolioFiles) open.set(file, await CsvFile.create(path(file), portfolioHeader(file)));
    let done = 0;
    for await (const block of portfolioBlocks(draw, threads)) {
      throwIfAborted(signal);
      for (const [file, csv] of open) {
        await csv.write(block[file].bytes);
        rows[file] += block[file].rows;
      }
      done = Math.min(done + clientsPerBlock, draw.clients);
      onProgress?.("demonstration clients", done, draw.clients);
      throwIfAborted(signal);
    }
  } finally {
    for (const csv of open.values()) await csv.close();
  }
  return rows;
}

/** Runs `write` on every file, `threads` at a time; waits for all that began, and rejects as the first that failed did. */
async function convert(
  threads: number,
  onProgress: PortfolioOptions["onProgress"],
  write: (file: PortfolioFile) => Promise<void>
): Promise<void> {
  // The largest first, so that the threads end about together.
  const sizes: PortfolioFile[] = [
    "installments_payments",
    "POS_CASH_balance",
    "bureau_balance",
    "previous_application"
  ];
  const queue = [...sizes, ...portfolioFiles.filter((file) => !sizes.includes(file))];
  let done = 0;
  let failed = false;
  const work = async (): Promise<void> => {
    for (let file = queue.shift(); file !== undefined && !failed; file = queue.shift()) {
      await write(file).catch((error: unknown) => {
        failed = true;
        throw error;
      });
      onProgress?.("Parquet files", ++done, portfolioFiles.length);
    }
  };
  const ended = await Promise.allSettled(Array.from({length: threads}, work));
  for (const result of ended) if (result.status === "rejected") throw result.reason;
}

/** The header of a file: the columns of its table's contract, in order. */
export function portfolioHeader(file: PortfolioFile): string[] {
  const table = tables[tableOfFile[file]];
  const without = table.files.find(({name}) => name === file)!.without;
  return table.columns.map(({name}) => name).filter((name) => !without.includes(name));
}

/** A table that is there in two formats would be read from one of them, and who knows which. */
async function requireOneFormat(folder: string, format: PortfolioFormat): Promise<void> {
  const others = new Set<string>(
    portfolioFormats
      .filter((other) => other !== format)
      .flatMap((other) => portfolioFiles.map((file) => `${file}.${other}`))
  );
  const found = (await readdir(folder)).find((name) => others.has(name));
  if (found === undefined) return;
  throw new LimpideError("E_ARGUMENT", `the folder holds ${found}: say another folder, or the same format`, {
    file: found
  });
}

function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) {
    throw new LimpideError("E_INTERRUPTED", "the portfolio was interrupted", {}, {cause: signal.reason});
  }
}

function requireWhole(name: string, value: number, low: number, high: number): void {
  if (!Number.isInteger(value) || value < low || value > high) {
    throw new LimpideError("E_ARGUMENT", `${name} is ${value}, and must be a whole number from ${low} to ${high}`);
  }
}
