import {mkdir} from "node:fs/promises";
import {join} from "node:path";
import {LimpideError} from "../contract/errors.ts";
import {type TableName} from "../contract/table-names.ts";
import {tables} from "../contract/tables.ts";
import {applicationLine, drawApplication} from "./demo/application.ts";
import {bureauRows} from "./demo/bureau.ts";
import {createClient} from "./demo/client.ts";
import {creditCardRows} from "./demo/credit-card.ts";
import {CsvFile, type RowSink} from "./demo/csv.ts";
import {clientsAtMost} from "./demo/identifiers.ts";
import {installmentRows} from "./demo/installments.ts";
import {drawOutcome} from "./demo/outcome.ts";
import {posCashRows} from "./demo/pos-cash.ts";
import {previousRows} from "./demo/previous.ts";

/** The share of clients whose outcome is known in the real tables. */
export const realLabelledShare = 307_511 / 356_255;

/** The files of a portfolio, by the table that they belong to. */
const files = {
  application_train: "application",
  application_test: "application",
  bureau: "bureau",
  bureau_balance: "bureau_balance",
  previous_application: "previous_application",
  POS_CASH_balance: "POS_CASH_balance",
  installments_payments: "installments_payments",
  credit_card_balance: "credit_card_balance"
} as const satisfies Record<string, TableName>;
export type PortfolioFile = keyof typeof files;
export const portfolioFiles = Object.keys(files) as PortfolioFile[];

/** Where each file's rows go. */
export type PortfolioSinks = Record<PortfolioFile, RowSink>;

export interface PortfolioOptions {
  /** Where the files are written; created if absent, and files of the same names are replaced. */
  folder: string;
  /** How many clients, from 1 to 360,000. */
  clients: number;
  /** Any whole number from 0 up. */
  seed: number;
  /** Share of clients in application_train. */
  labelledShare?: number;
  onProgress?: (message: string, done: number, total: number) => void;
  signal?: AbortSignal;
}

/**
 * Writes a demonstration portfolio: the seven Home Credit tables of invented people, in the columns, formats, shares
 * and dependences of the real ones. What a client's rows say depends on the seed and the client's place alone, however
 * many clients there are.
 *
 * Memory is constant, and the disk sets the pace. Throws E_ARGUMENT for options out of range and E_INTERRUPTED when
 * the signal aborts: all files are then closed, and what is in them is incomplete and the caller's to delete.
 */
export async function generatePortfolio(options: PortfolioOptions): Promise<{files: {name: string; rows: number}[]}> {
  const {folder, clients, seed, labelledShare = realLabelledShare, onProgress, signal} = options;
  requireWhole("clients", clients, 1, clientsAtMost);
  requireWhole("seed", seed, 0, Number.MAX_SAFE_INTEGER);
  if (!(labelledShare >= 0 && labelledShare <= 1)) {
    throw new LimpideError("E_ARGUMENT", `labelledShare is ${labelledShare}, and must be from 0 to 1`);
  }
  await mkdir(folder, {recursive: true});
  const open = new Map<PortfolioFile, CsvFile>();
  try {
    for (const name of portfolioFiles) open.set(name, await createFile(folder, name));
    const sinks = Object.fromEntries(open) as Record<string, RowSink> as PortfolioSinks;
    for (let index = 0; index < clients; ++index) {
      generateClient(seed, index, labelledShare, sinks);
      for (const file of open.values()) if (file.full) await file.flush();
      if (index % 100 === 99) {
        // Lets timers and signals have their turn.
        await new Promise((resolve) => setImmediate(resolve));
        throwIfAborted(signal);
        if (index % 500 === 499) onProgress?.("demonstration clients", index + 1, clients);
      }
    }
    throwIfAborted(signal);
    for (const file of open.values()) await file.flush();
    onProgress?.("demonstration clients", clients, clients);
    return {files: [...open.values()].map(({name, rows}) => ({name, rows}))};
  } finally {
    for (const file of open.values()) await file.close();
  }
}

/** Draws one client's rows of every table. */
export function generateClient(seed: number, index: number, labelledShare: number, sinks: PortfolioSinks): void {
  const client = createClient(seed, index, labelledShare);
  const bureau = bureauRows(seed, client, sinks.bureau, sinks.bureau_balance);
  const previous = previousRows(seed, client, sinks.previous_application);
  const payments = installmentRows(seed, client, previous.loans, sinks.installments_payments);
  posCashRows(seed, client, previous.loans, payments.delays, sinks.POS_CASH_balance);
  const cards = creditCardRows(seed, client, previous.loans, sinks.credit_card_balance, sinks.installments_payments);
  const histories = {bureau, previous, payments, cards};
  const application = drawApplication(seed, client, histories);
  if (client.labelled) {
    const target = drawOutcome(seed, client, application.applied, histories);
    sinks.application_train.add(applicationLine(client, application, target));
  } else {
    sinks.application_test.add(applicationLine(client, application, undefined));
  }
}

/** The header of a file: the columns of its table's contract, in order. */
export function portfolioHeader(file: PortfolioFile): string[] {
  const table = tables[files[file]];
  const without = table.files.find(({name}) => name === file)!.without;
  return table.columns.map(({name}) => name).filter((name) => !without.includes(name));
}

async function createFile(folder: string, name: PortfolioFile): Promise<CsvFile> {
  return CsvFile.create(join(folder, `${name}.csv`), `${name}.csv`, portfolioHeader(name));
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
