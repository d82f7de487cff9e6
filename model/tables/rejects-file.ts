import {rename, rm} from "node:fs/promises";
import {type FileHandle, open} from "node:fs/promises";
import type {TableName} from "../contract/table-names.ts";
import type {Reject} from "./rejects.ts";

/**
 * The file of the rows that were set aside, as CSV (RFC 4180): one line a thing that is wrong, with where it is, why,
 * and the row itself, so that it can be mended and read again. It holds clients' data and is its owner's alone to read.
 *
 * It is written aside, and renamed when it is whole. When nothing is set aside there is no such file.
 */
export class RejectsFile {
  readonly path: string;
  #handle: FileHandle | undefined;

  constructor(path: string) {
    this.path = path;
  }

  async add(table: TableName, rejects: readonly Reject[]): Promise<void> {
    if (rejects.length === 0) return;
    if (this.#handle === undefined) {
      this.#handle = await open(this.#aside, "w", 0o600);
      await this.#handle.write("table,file,row,code,column,value,reason,record\n");
    }
    const lines = rejects.map(({file, row, code, column, value, reason, record}) =>
      [table, file, String(row), code, column ?? "", value ?? "", reason, record].map(field).join(",")
    );
    await this.#handle.write(`${lines.join("\n")}\n`);
  }

  /** Puts the file in its place; one of an earlier reading goes when there is nothing to tell. */
  async finish(): Promise<boolean> {
    if (this.#handle === undefined) {
      await rm(this.path, {force: true});
      return false;
    }
    await this.#handle.close();
    this.#handle = undefined;
    await rename(this.#aside, this.path);
    return true;
  }

  /** Forgets what was written. */
  async discard(): Promise<void> {
    await this.#handle?.close();
    this.#handle = undefined;
    await rm(this.#aside, {force: true});
  }

  get #aside(): string {
    return `${this.path}.part`;
  }
}

function field(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
