import {open, type FileHandle} from "node:fs/promises";

/** A field of a row; the empty string is a missing value. */
export type Field = string | number;

/** Takes rows as text; the generator of a table knows nothing else of files. */
export interface RowSink {
  /** `line` is a whole row, its line feed included. */
  add(line: string): void;
}

/**
 * Rows kept as bytes until they are taken. They are copied into bytes at once: strings kept for later would cost more
 * in garbage collection than all the rest.
 */
export class RowBuffer implements RowSink {
  #buffer = Buffer.from(new ArrayBuffer(1 << 16));
  #length = 0;
  #rows = 0;

  /** The tables are plain ASCII, so that a character is a byte. */
  add(line: string): void {
    if (this.#length + line.length > this.#buffer.length) {
      const larger = Buffer.from(new ArrayBuffer(2 * (this.#length + line.length)));
      this.#buffer.copy(larger, 0, 0, this.#length);
      this.#buffer = larger;
    }
    this.#length += this.#buffer.write(line, this.#length, "latin1");
    ++this.#rows;
  }

  /** All rows since the last time: their bytes, with a buffer of their own, and how many there are. */
  take(): {bytes: Uint8Array<ArrayBuffer>; rows: number} {
    const taken = {bytes: new Uint8Array(this.#buffer.buffer, 0, this.#length), rows: this.#rows};
    this.#buffer = Buffer.from(new ArrayBuffer(1 << 16));
    this.#length = 0;
    this.#rows = 0;
    return taken;
  }
}

/** A CSV file, written in order. */
export class CsvFile {
  readonly #handle: FileHandle;

  private constructor(handle: FileHandle) {
    this.#handle = handle;
  }

  /** Creates or empties the file at `path`, and writes its header. */
  static async create(path: string, header: readonly string[]): Promise<CsvFile> {
    const file = new CsvFile(await open(path, "w"));
    await file.write(Buffer.from(csvLine(header), "latin1"));
    return file;
  }

  /** Appends rows as text, line feeds included. */
  async write(bytes: Uint8Array): Promise<void> {
    for (let written = 0; written < bytes.length;) {
      written += (await this.#handle.write(bytes, written, bytes.length - written)).bytesWritten;
    }
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }
}

/** A row as the tables write it: quoted where a value holds a comma. */
export function csvLine(fields: readonly Field[]): string {
  let line = "";
  for (let i = 0; i < fields.length; ++i) {
    const field = fields[i]!;
    if (i > 0) line += ",";
    line += typeof field === "string" && field.includes(",") ? `"${field}"` : field;
  }
  return `${line}\n`;
}

/** A number as the tables write a column of floats: whole numbers keep their ".0"; NaN is missing. */
export function float(value: number): string {
  if (Number.isInteger(value)) return `${value}.0`;
  return Number.isNaN(value) ? "" : String(value);
}

/** Rounds an amount to a multiple of `unit`, free of binary dust (3 decimals at most). */
export function money(value: number, unit = 0.045): number {
  return Math.round(Math.round(value / unit) * unit * 1000) / 1000 + 0;
}
