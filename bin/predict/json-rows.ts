import {createReadStream} from "node:fs";
import {LimpideError} from "../../model/contract/errors.ts";
import {unreadable} from "../../model/tables/sources/content.ts";
import {JsonElements, longestElement} from "./json-elements.ts";
import {Batcher, type Cell, type RowBatch, type RowLayout} from "./row-batch.ts";

/**
 * Reads rows from JSON: a list of lists, or an object whose "rows" is one; one value a feature, in the model's order,
 * null for missing. The file may be longer than memory.
 * @throws {LimpideError} E_ROW_FIELDS, E_VALUE_TYPE and E_VALUE_RANGE with row and column; E_FILE_TRUNCATED when the
 * list doesn't end; E_ENCODING, E_ROW_SIZE, E_FILE_UNREADABLE
 */
export async function* readJsonRows(file: string, layout: RowLayout, signal?: AbortSignal): AsyncGenerator<RowBatch> {
  const elements = new JsonElements();
  const decoder = new TextDecoder("utf-8", {fatal: true});
  const batcher = new Batcher(layout);
  const columnName = (feature: number) => layout.featureNames?.[feature] ?? String(feature + 1);
  const stream = createReadStream(file, {signal, highWaterMark: 256 * 1024});
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      for (const element of elements.push(decode(decoder, chunk, file))) {
        const {row} = batcher;
        const cells = parseRow(element, layout.featureCount, file, row);
        const batch = batcher.add(
          (feature) => cells[feature],
          (feature) => ({file, row, column: columnName(feature)})
        );
        if (batch) yield batch;
      }
      if (elements.tooLong) {
        throw new LimpideError("E_ROW_SIZE", `the row is longer than ${longestElement} characters`, {
          file,
          row: batcher.row
        });
      }
    }
  } catch (error) {
    if (error instanceof LimpideError || signal?.aborted) throw error;
    throw unreadable(file, error);
  }
  if (!elements.done) {
    throw new LimpideError("E_FILE_TRUNCATED", "ends before its list of rows does", {file, row: batcher.row});
  }
  const last = batcher.flush();
  if (last) yield last;
}

function decode(decoder: TextDecoder, chunk: Buffer, file: string): string {
  try {
    return decoder.decode(chunk, {stream: true});
  } catch (cause) {
    throw new LimpideError("E_ENCODING", "isn't UTF-8", {file}, {cause});
  }
}

function parseRow(element: string, featureCount: number, file: string, row: number): Cell[] {
  const cells = parseJson(element);
  if (!Array.isArray(cells)) {
    throw new LimpideError("E_ROW_FIELDS", "a row is a list of values", {file, row, value: element});
  }
  if (cells.length !== featureCount) {
    throw new LimpideError("E_ROW_FIELDS", `the row has ${cells.length} values, the model ${featureCount} features`, {
      file,
      row
    });
  }
  return cells as Cell[];
}

/** What a row's text parses to; undefined where it isn't JSON. Python writes NaN for missing, and JSON has no such word. */
function parseJson(element: string): unknown {
  for (const text of [element, element.replace(/(?<=[[,\s])NaN(?=[\],\s])/g, "null")]) {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      continue;
    }
  }
  return undefined;
}
