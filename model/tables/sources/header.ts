import {LimpideError} from "../../contract/errors.ts";
import {type Content, type Format, openText, readError} from "./content.ts";

export interface Header {
  /** The columns' names, in the file's order. */
  names: string[];
  /** What separates the fields: a comma, unless the header has none and one of `; tab |` instead. */
  delimiter: string;
}

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
export async function readHeader(content: Content, format: Format): Promise<Header> {
  const bytes = await readFirstLine(content, format);
  const fail = (message: string) => new LimpideError("E_FILE_UNREADABLE", message, {file: content.label});
  if (bytes === null) throw fail("the file is empty");
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw fail("the text is in UTF-16. Save it as UTF-8.");
  }
  const line = new TextDecoder("utf-8", {ignoreBOM: false}).decode(bytes);
  if (line.trim() === "") throw fail("the first line is empty; the names of the columns are expected there");
  const names = splitRecord(line);
  if (names.length > 1) return {names, delimiter: ","};
  const delimiter = [";", "\t", "|"].find((character) => line.includes(character)) ?? ",";
  return {names: splitRecord(line, delimiter), delimiter};
}

/** The bytes before the first line end outside quotes; null when the file has none. */
async function readFirstLine(content: Content, format: Format): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  let quoted = false;
  try {
    const stream = await openText(content, format);
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
    } finally {
      stream.destroy();
    }
  } catch (error) {
    throw readError(content.label, error);
  }
  return length > 0 ? Buffer.concat(chunks) : null;
}

/** The fields of one CSV record (RFC 4180). */
export function splitRecord(record: string, delimiter = ","): string[] {
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
      while (i < record.length && record[i] !== delimiter) i++;
      field = record.slice(start, i);
    }
    fields.push(field);
    start = i + 1;
  }
  return fields;
}
