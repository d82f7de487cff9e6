import {access, constants} from "node:fs/promises";
import {LimpideError} from "../model/contract/errors.ts";
import {unreadable} from "../model/tables/sources/content.ts";
import {quoteLiteral, quoteName, withDuckDB} from "./duckdb.ts";

const key = "SK_ID_CURR";

/**
 * Client numbers of a csv file, from its column SK_ID_CURR, whatever the case of the name; each once, ascending.
 * @throws {LimpideError} E_FILE_UNREADABLE, E_COLUMN_MISSING; E_VALUE_TYPE with the row for what is no client number
 */
export async function readUnseenClients(file: string): Promise<Int32Array> {
  await access(file, constants.R_OK).catch((cause: unknown) => {
    throw unreadable(file, cause);
  });
  return withDuckDB(async (connection) => {
    const run = (query: string) =>
      connection.runAndReadAll(query).catch((cause: unknown) => {
        const [message = ""] = (cause as Error).message.split("\n");
        throw new LimpideError("E_FILE_UNREADABLE", `isn't a csv file: ${message}`, {file}, {cause});
      });
    const source = `read_csv(${quoteLiteral(file)}, header = true, all_varchar = true)`;
    const described = await run(`DESCRIBE SELECT * FROM ${source}`);
    const name = described.getRows().find(([column]) => String(column).trim().toUpperCase() === key)?.[0];
    if (name === undefined)
      throw new LimpideError("E_COLUMN_MISSING", "the file has no such column", {file, column: key});
    const found = (await run(`SELECT ${quoteName(String(name))} FROM ${source}`)).getRows();
    const numbers = found.map(([cell], i) => {
      const text = String(cell ?? "").trim();
      const number = Number(text);
      if (/^\d+$/.test(text) && number <= 0x7fffffff) return number;
      throw new LimpideError("E_VALUE_TYPE", "isn't a client number", {file, row: i + 1, column: key, value: text});
    });
    return Int32Array.from(new Set(numbers)).sort();
  });
}
