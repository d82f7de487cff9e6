import {LimpideError} from "../contract/errors.ts";
import type {ModelInput} from "../contract/scoring-model.ts";

/**
 * A table of model inputs, column by column: `columns[i]` holds one float32 a row for `inputs[i]`. NaN is missing; a
 * column with categories holds their codes, 0 … K−1. Backed by shared memory, so that workers read it without a copy.
 */
export interface Matrix {
  rows: number;
  inputs: ModelInput[];
  columns: Float32Array[];
}

/** The largest number of rows that packed histograms sum without overflow (see `quantize.ts`). */
export const maximumRows = 2 ** 24;

/** A matrix of zeros in shared memory, to be filled in place. */
export function createMatrix(rows: number, inputs: ModelInput[]): Matrix {
  const columns = inputs.map(() => new Float32Array(new SharedArrayBuffer(4 * rows)));
  return {rows, inputs, columns};
}

/** A matrix of some rows, in the order given. Values are copied. */
export function rowsOfMatrix({inputs, columns}: Pick<Matrix, "inputs" | "columns">, rows: ArrayLike<number>): Matrix {
  const part = createMatrix(rows.length, inputs);
  for (const [i, column] of columns.entries()) {
    const to = part.columns[i]!;
    for (let j = 0; j < rows.length; ++j) to[j] = column[rows[j]!]!;
  }
  return part;
}

/** A matrix of some columns, in the order given. It shares their memory. */
export function columnsOfMatrix({rows, inputs, columns}: Matrix, places: readonly number[]): Matrix {
  return {rows, inputs: places.map((place) => inputs[place]!), columns: places.map((place) => columns[place]!)};
}

/** Throws `E_VALUE_RANGE` with column and row for what no matrix may hold: infinities, and codes of no category. */
export function checkMatrix({rows, inputs, columns}: Matrix): void {
  if (columns.length !== inputs.length)
    throw new LimpideError("E_COLUMN_MISSING", `the matrix has ${columns.length} columns for ${inputs.length} inputs`);
  if (rows > maximumRows) throw new LimpideError("E_VALUE_RANGE", `${rows} rows, ${maximumRows} at most`);
  for (const [i, {id, categories}] of inputs.entries()) {
    const column = columns[i]!;
    if (column.length !== rows)
      throw new LimpideError("E_COLUMN_MISSING", `${column.length} values for ${rows} rows`, {column: id});
    const count = categories?.length;
    for (let row = 0; row < rows; ++row) {
      const value = column[row]!;
      if (Number.isNaN(value)) continue;
      if (count === undefined ? !Number.isFinite(value) : !(Number.isInteger(value) && value >= 0 && value < count))
        throw new LimpideError("E_VALUE_RANGE", count === undefined ? "not a finite number" : "not a category's code", {
          column: id,
          row: row + 1,
          value: String(value)
        });
    }
  }
}

/** Throws `E_TARGET` unless `labels` are 0 or 1, one a row, with both present. */
export function checkLabels(labels: ArrayLike<number>, rows: number): void {
  if (labels.length !== rows) throw new LimpideError("E_TARGET", `${labels.length} outcomes for ${rows} rows`);
  let positives = 0;
  for (let row = 0; row < rows; ++row) {
    const label = labels[row]!;
    if (label !== 0 && label !== 1)
      throw new LimpideError("E_TARGET", "an outcome is 0 or 1", {row: row + 1, value: String(label)});
    positives += label;
  }
  if (positives === 0 || positives === rows)
    throw new LimpideError("E_TARGET", `all ${rows} outcomes are ${positives === 0 ? 0 : 1}; a model needs both`);
}
