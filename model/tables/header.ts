import {LimpideError} from "../contract/errors.ts";
import type {TableFile} from "./find-files.ts";
import {openBytes, readError} from "./gzip.ts";

/** A file's column names, in its order. */
export type Header = string[];

const newline = 0x0a;
const carriageReturn = 0x0d;
const quote = 0x22;
/** A first line longer than this is no header. */
const longestHeader = 1 << 20;

/**
 * Reads the column names from the first line of a CSV file, which may begin with a byte order mark.
 *
 * @throws LimpideError E_FILE_UNREADABLE when there is no such line, E_FILE_TRUNCATED when the file ends within it
 */
export async function readHeader(file: TableFile, gzip: boolean): Promise<Header> {
  const bytes = await readFirstLine(file, gzip);
  const fail = (message: string) => new LimpideError("E_FILE_UNREADABLE", message, {file: file.label});
  if (bytes === null) throw fail("the file is empty");
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw fail("the text is in UTF-16. Save it as UTF-8.");
  }
  const line = new TextDecoder("utf-8", {ignoreBOM: false}).decode(bytes);
  if (line.trim() === "") throw fail("the first line is empty; the names of the columns are expected there");
  const names = splitRecord(line);
  const separator = [";", "\t", "|"].find((character) => names.length === 1 && line.includes(character));
  if (separator !== undefined) {
    throw fail(`the columns are separated by ${JSON.stringify(separator)}. Separate them by commas.`);
  }
  return names;
}

/** The bytes before the first line end outside quotes; null when the file has none. */
async function readFirstLine(file: TableFile, gzip: boolean): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  let quoted = false;
  const stream = openBytes(file, gzip);
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      for (let i = 0; i < chunk.length; i++) {
        const byte = chunk[i];
        if (byte === quote) quoted = !quoted;
        else if (!quoted && (byte === newline || byte === carriageReturn)) {
          chunks.push(chunk.subarray(0, i));
          return Buffer.concat(chunks);
        }
      }
      chunks.push(chunk);
      length += chunk.length;
      if (length > longestHeader) return Buffer.concat(chunks);
    }
  } catch (error) {
    throw readError(file, error);
  } finally {
    stream.destroy();
  }
  return length > 0 ? Buffer.concat(chunks) : null;
}

/** The fields of one CSV record (RFC 4180). */
export function splitRecord(record: string): string[] {
  const fields: string[] = [];
  for (let start = 0; start <= record.length;) {
    let field = "";
    let i = start;
    if (record[start] === '"') {
      for (i = start + 1; i < record.length; i++) {
        if (record[i] !== '"') field += record[i];
        else if (record[i + 1] === '"') field += record[i++];
        else break;
      }
      i++;
    } else {
      while (i < record.length && record[i] !== ",") i++;
      field = record.slice(start, i);
    }
    fields.push(field);
    start = i + 1;
  }
  return fields;
}
