import {z} from "zod";
import {tableNames, type TableName} from "./table-names.ts";
import {applicationColumns} from "./tables/application.ts";
import {bureauBalanceColumns} from "./tables/bureau-balance.ts";
import {bureauColumns} from "./tables/bureau.ts";
import {type Column, columnSchema} from "./tables/column.ts";
import {creditCardBalanceColumns} from "./tables/credit-card-balance.ts";
import {installmentsPaymentsColumns} from "./tables/installments-payments.ts";
import {posCashBalanceColumns} from "./tables/pos-cash-balance.ts";
import {previousApplicationColumns} from "./tables/previous-application.ts";

export type {Column, ColumnType} from "./tables/column.ts";

/** What a table must hold, whatever it is read from. */
export const tableContractSchema = z.strictObject({
  name: z.enum(tableNames),
  /** The files that make the table up, by name without extension. */
  files: z
    .array(
      z.strictObject({
        name: z.string(),
        required: z.boolean(),
        /** Columns of the contract that this file does not have: they are missing (null) in all its rows. */
        without: z.array(z.string())
      })
    )
    .min(1),
  /** The column whose values are unique in the table; null when none alone is. */
  key: z.string().nullable(),
  /** In the order of the files. */
  columns: z.array(columnSchema).min(1)
});
export type TableContract = z.infer<typeof tableContractSchema>;

const optional = (name: TableName, key: string | null, columns: Column[]): TableContract => ({
  name,
  files: [{name, required: false, without: []}],
  key,
  columns
});

/** The contracts of the seven tables of Home Credit Default Risk (Home Credit Group, Kaggle, 2018). */
export const tables: Record<TableName, TableContract> = {
  application: {
    name: "application",
    files: [
      {name: "application_train", required: true, without: []},
      {name: "application_test", required: false, without: ["TARGET"]}
    ],
    key: "SK_ID_CURR",
    columns: applicationColumns
  },
  bureau: optional("bureau", "SK_ID_BUREAU", bureauColumns),
  bureau_balance: optional("bureau_balance", null, bureauBalanceColumns),
  previous_application: optional("previous_application", "SK_ID_PREV", previousApplicationColumns),
  POS_CASH_balance: optional("POS_CASH_balance", null, posCashBalanceColumns),
  installments_payments: optional("installments_payments", null, installmentsPaymentsColumns),
  credit_card_balance: optional("credit_card_balance", null, creditCardBalanceColumns)
};

/** A row as DuckDB or JavaScript hold it: a number, a text, or null where it is missing. */
export type TableRow = Record<string, number | string | null>;

/** The schema of a row of a table, with exactly the columns of its contract. */
export function rowSchema(table: TableContract): z.ZodType<TableRow> {
  return z.strictObject(
    Object.fromEntries(
      table.columns.map((column) => [column.name, isNullable(table, column) ? value(column).nullable() : value(column)])
    )
  );
}

/** Whether a column may be null in the table: its files may leave it empty, or one of them does not have it. */
export function isNullable(table: TableContract, column: Column): boolean {
  return column.nullable || table.files.some((file) => file.without.includes(column.name));
}

/** The largest number of an integer column: that of a signed 32-bit integer, as DuckDB stores it. */
export const largestInteger = 2 ** 31 - 1;

/** The DuckDB type that a column is stored in. */
export function sqlType({type}: Column): "INTEGER" | "TINYINT" | "DOUBLE" | "VARCHAR" {
  switch (type) {
    case "id":
    case "integer":
      return "INTEGER";
    case "flag":
      return "TINYINT";
    case "real":
      return "DOUBLE";
    case "text":
    case "yesno":
      return "VARCHAR";
  }
}

/** Least and greatest value of a column of numbers, both included, its sentinels apart; null for one of texts. */
export function bounds({type, range}: Column): [number, number] | null {
  const [low, high] = range ?? [null, null];
  switch (type) {
    case "id":
      return [1, largestInteger];
    case "flag":
      return [0, 1];
    case "integer":
      return [low ?? -largestInteger, high ?? largestInteger];
    case "real":
      return [low ?? -Number.MAX_VALUE, high ?? Number.MAX_VALUE];
    case "text":
    case "yesno":
      return null;
  }
}

function value(column: Column): z.ZodType<number | string> {
  const limits = bounds(column);
  if (limits === null) return column.type === "yesno" ? z.enum(["Y", "N"]) : z.string().min(1);
  const number = column.type === "real" ? z.number() : z.int();
  const [low, high] = limits;
  return number.refine((x) => (low <= x && x <= high) || column.sentinels?.some((sentinel) => sentinel.value === x), {
    message: `is not from ${low} to ${high}`
  });
}
