import {open, type FileHandle} from "node:fs/promises";

/** A field of a row; the empty string is a missing value. */
export type Field = string | number;

/** Takes rows as text; the generator of a table knows nothing else of files. */
export interface RowSink {
  /** `line` is a whole row, its line feed included. */
  add(line: string): void;
}

/** Above this many bytes, what is buffered goes to the file. */
const bufferSize = 1 << 20;

/** A CSV file written in order, in pieces of about 1 MB: memory stays constant, and the disk sets the pace. */
export class CsvFile implements RowSink {
  readonly name: string;
  rows = 0;
  // Rows are copied into bytes at once: strings kept for later would cost more in garbage collection than all the rest.
  #buffer = Buffer.allocUnsafe(bufferSize * 1.25);
  #length = 0;
  readonly #handle: FileHandle;

  private constructor(name: string, handle: FileHandle) {
    this.name = name;
    this.#handle = handle;
  }

  /** Creates or empties the file at `path`; `name` is what reports call it. */
  static async create(path: string, name: string, header: readonly string[]): Promise<CsvFile> {
    const file = new CsvFile(name, await open(path, "w"));
    file.#append(csvLine(header));
    return file;
  }

  add(line: string): void {
    this.#append(line);
    ++this.rows;
  }

  /** Whether enough is buffered to be worth a write. */
  get full(): boolean {
    return this.#length >= bufferSize;
  }

  async flush(): Promise<void> {
    for (let written = 0; written < this.#length;) {
      written += (await this.#handle.write(this.#buffer, written, this.#length - written)).bytesWritten;
    }
    this.#length = 0;
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }

  /** The tables are plain ASCII, so that a character is a byte. */
  #append(text: string): void {
    if (this.#length + text.length > this.#buffer.length) {
      const larger = Buffer.allocUnsafe(2 * (this.#length + text.length));
      this.#buffer.copy(larger, 0, 0, this.#length);
      this.#buffer = larger;
    }
    this.#length += this.#buffer.write(text, this.#length, "latin1");
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
