import {mkdir, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {tables} from "../contract/tables.ts";
import {
  cardMonths,
  cashLoan,
  commonApplication,
  commonEarlier,
  consumerLoan,
  creditCard,
  credits,
  instalments,
  people,
  posMonths
} from "./testing-rows.ts";

/** A file to write: its header, its rows as text by column name, and its lines' end. */
export interface TinyFile {
  header: string[];
  rows: Record<string, string>[];
  /** "\n" unless told. */
  newline: string;
}

/** By file name without extension: application_train, application_test, bureau … */
export type TinyTables = Record<string, TinyFile>;

export interface WriteOptions {
  /** Labelled clients; 4 unless told. The first of each four defaulted. */
  clients?: number;
  /** Clients of application_test; 2 unless told. */
  unlabelled?: number;
  /** Writes .csv.gz instead of .csv. */
  gzip?: boolean;
  /** Changes the tables before they are written: edits a value, removes a column or, with `delete`, a file. */
  edit?: (files: TinyTables) => void;
}

/**
 * Writes the seven tables of a few clients into a folder, which is made when it is not there: a valid portfolio for
 * tests. Each client has two credits at the bureau with three months each, and one earlier consumer loan, cash loan and
 * credit card with two months or instalments each.
 */
export async function writeTables(
  folder: string,
  {clients = 4, unlabelled = 2, gzip = false, edit}: WriteOptions = {}
): Promise<void> {
  const files = tinyTables(clients, unlabelled);
  edit?.(files);
  await mkdir(folder, {recursive: true});
  for (const [name, file] of Object.entries(files)) {
    const text = csvText(file);
    await writeFile(join(folder, gzip ? `${name}.csv.gz` : `${name}.csv`), gzip ? gzipSync(text) : text);
  }
}

/** The text of a file: RFC 4180, fields quoted where they must be. */
export function csvText({header, rows, newline}: TinyFile): string {
  const field = (value: string) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  return [header, ...rows.map((row) => header.map((name) => row[name] ?? ""))]
    .map((fields) => fields.map(field).join(",") + newline)
    .join("");
}

/** The tables that `writeTables` writes, before they are edited. */
export function tinyTables(clients: number, unlabelled: number): TinyTables {
  const files: TinyTables = {};
  for (const {columns, files: parts} of Object.values(tables)) {
    for (const {name, without} of parts) {
      const header = columns.map((column) => column.name).filter((column) => !without.includes(column));
      files[name] = {header, rows: [], newline: "\n"};
    }
  }
  for (let i = 0; i < clients + unlabelled; i++) addClient(files, i, i < clients);
  return files;
}

function addClient(files: TinyTables, i: number, labelled: boolean): void {
  const client = String(100001 + i);
  const person = people[i % people.length]!;
  files[labelled ? "application_train" : "application_test"]!.rows.push({
    ...commonApplication,
    ...person,
    SK_ID_CURR: client,
    ...(labelled ? {TARGET: i % 4 === 0 ? "1" : "0"} : {})
  });
  credits.forEach((credit, k) => {
    const bureau = String(5000001 + 2 * i + k);
    files.bureau!.rows.push({...credit, SK_ID_CURR: client, SK_ID_BUREAU: bureau});
    ["C", "1", "0"].forEach((STATUS, month) => {
      files.bureau_balance!.rows.push({SK_ID_BUREAU: bureau, MONTHS_BALANCE: String(-month), STATUS});
    });
  });
  const [consumer, cash, card] = [1, 2, 3].map((k) => ({SK_ID_PREV: String(1000000 + 3 * i + k), SK_ID_CURR: client}));
  const earlier = files.previous_application!.rows;
  earlier.push({...commonEarlier, ...consumerLoan, ...consumer}, {...commonEarlier, ...cashLoan, ...cash});
  earlier.push({...commonEarlier, ...creditCard, ...card});
  for (const row of posMonths) files.POS_CASH_balance!.rows.push({...row, ...consumer});
  for (const row of instalments) files.installments_payments!.rows.push({...row, ...consumer});
  for (const row of cardMonths) files.credit_card_balance!.rows.push({...row, ...card});
}
