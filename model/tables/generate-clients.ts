import {type TableName} from "../contract/table-names.ts";
import {applicationLine, drawApplication} from "./demo/application.ts";
import {bureauRows} from "./demo/bureau.ts";
import {createClient} from "./demo/client.ts";
import {creditCardRows} from "./demo/credit-card.ts";
import {RowBuffer, type RowSink} from "./demo/csv.ts";
import {installmentRows} from "./demo/installments.ts";
import {drawOutcome} from "./demo/outcome.ts";
import {posCashRows} from "./demo/pos-cash.ts";
import {previousRows} from "./demo/previous.ts";

/** The files of a portfolio, by the table that they belong to. */
export const tableOfFile = {
  application_train: "application",
  application_test: "application",
  bureau: "bureau",
  bureau_balance: "bureau_balance",
  previous_application: "previous_application",
  POS_CASH_balance: "POS_CASH_balance",
  installments_payments: "installments_payments",
  credit_card_balance: "credit_card_balance"
} as const satisfies Record<string, TableName>;
export type PortfolioFile = keyof typeof tableOfFile;
export const portfolioFiles = Object.keys(tableOfFile) as PortfolioFile[];

/** Where each file's rows go. */
export type PortfolioSinks = Record<PortfolioFile, RowSink>;

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
    const target = drawOutcome(seed, client, histories);
    sinks.application_train.add(applicationLine(client, application, target));
  } else {
    sinks.application_test.add(applicationLine(client, application, undefined));
  }
}

/** What a portfolio is drawn from. */
export interface Draw {
  seed: number;
  clients: number;
  /** Share of clients in application_train. */
  labelledShare: number;
}

/** Rows of consecutive clients: of each file their text, and how many there are. */
export type Block = Record<PortfolioFile, {bytes: Uint8Array<ArrayBuffer>; rows: number}>;

/** Clients of a block: enough that handing it over costs little, few enough that some blocks fit in memory. */
export const clientsPerBlock = 500;

/** How many blocks a portfolio has. */
export function countBlocks({clients}: Draw): number {
  return Math.ceil(clients / clientsPerBlock);
}

/** Draws the rows of one block of clients. */
export function generateBlock({seed, clients, labelledShare}: Draw, block: number): Block {
  const buffers = Object.fromEntries(portfolioFiles.map((file) => [file, new RowBuffer()])) as Record<
    PortfolioFile,
    RowBuffer
  >;
  const end = Math.min(clients, (block + 1) * clientsPerBlock);
  for (let index = block * clientsPerBlock; index < end; ++index) generateClient(seed, index, labelledShare, buffers);
  return Object.fromEntries(portfolioFiles.map((file) => [file, buffers[file].take()])) as Block;
}
