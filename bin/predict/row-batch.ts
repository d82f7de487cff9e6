import {LimpideError, type ErrorPlace} from "../../model/contract/errors.ts";
import type {Columns} from "../../model/ensemble/evaluate.ts";
import {categoricalFeatures, categoryCode, type ImportedModel} from "../../model/ensemble/imported-model.ts";

/** What a file holds in one place: of JSON, CSV (texts alone) or Parquet. */
export type Cell = number | bigint | boolean | string | null | undefined;

/** How a model wants its rows: turns cells into the numbers that it compares. */
export class RowLayout {
  readonly featureCount: number;
  readonly featureNames: readonly string[] | null;
  readonly #model: ImportedModel;
  readonly #isCode: boolean[];
  readonly #codes: (Map<string, number> | null)[];

  constructor(model: ImportedModel) {
    this.#model = model;
    this.featureCount = model.ensemble.featureCount;
    this.featureNames = model.featureNames;
    this.#isCode = categoricalFeatures(model.ensemble);
    this.#codes = model.categories.map((names) => names && new Map(names.map((name, code) => [name, code])));
  }

  /** Room for some rows, one array a feature, in the precision of the model's features. */
  room(rows: number): (Float32Array | Float64Array)[] {
    const single = this.#model.arithmetic.features === "float32";
    return Array.from({length: this.featureCount}, () => (single ? new Float32Array(rows) : new Float64Array(rows)));
  }

  /**
   * The number that a cell stands for, NaN where it is missing. A text is the name of a category, where the model knows
   * names, or else a number; an unknown category is missing.
   * @throws {LimpideError} E_VALUE_TYPE for what is no number, E_VALUE_RANGE for an infinite one
   */
  read(feature: number, cell: Cell, place: () => ErrorPlace): number {
    const value = this.#number(feature, cell, place);
    if (value === Infinity || value === -Infinity) {
      throw new LimpideError("E_VALUE_RANGE", "is infinite", {...place(), value: String(cell)});
    }
    return this.#isCode[feature] ? categoryCode(this.#model.format, value) : value;
  }

  #number(feature: number, cell: Cell, place: () => ErrorPlace): number {
    switch (typeof cell) {
      case "number":
        return cell;
      case "bigint":
      case "boolean":
        return Number(cell);
      case "string": {
        const codes = this.#codes[feature];
        const code = codes?.get(cell);
        if (code !== undefined) return code;
        const text = cell.trim();
        if (missing.test(text)) return NaN;
        if (decimal.test(text)) return Number(text);
        if (infinite.test(text)) return Infinity;
        if (codes) return NaN;
        const reason = this.#isCode[feature]
          ? "is a text, and the model doesn't say which code it stands for"
          : "is no number";
        throw new LimpideError("E_VALUE_TYPE", reason, {...place(), value: cell});
      }
      default:
        if (cell === null || cell === undefined) return NaN;
        throw new LimpideError("E_VALUE_TYPE", "is no number", {...place(), value: JSON.stringify(cell)});
    }
  }
}

const missing = /^(|na|nan|null|none)$/i;
const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const infinite = /^[+-]?inf(inity)?$/i;

/** Rows that are scored together: as many as each column is long. */
export interface RowBatch {
  columns: Columns;
  /** The number of the first, from 1. */
  firstRow: number;
}

/** How many rows are in memory at once. */
export const batchRows = 1024;

/** Gathers rows into batches. */
export class Batcher {
  readonly #layout: RowLayout;
  #columns: (Float32Array | Float64Array)[];
  #rows = 0;
  #firstRow = 1;

  constructor(layout: RowLayout) {
    this.#layout = layout;
    this.#columns = layout.room(batchRows);
  }

  /** The number of the row that comes next, from 1. */
  get row(): number {
    return this.#firstRow + this.#rows;
  }

  /** Adds a row, given by a cell for each feature; a batch comes back when it is full. */
  add(cell: (feature: number) => Cell, place: (feature: number) => ErrorPlace): RowBatch | undefined {
    for (let feature = 0; feature < this.#columns.length; feature++) {
      this.#columns[feature]![this.#rows] = this.#layout.read(feature, cell(feature), () => place(feature));
    }
    return ++this.#rows === batchRows ? this.flush() : undefined;
  }

  /** The rows that are left. */
  flush(): RowBatch | undefined {
    if (this.#rows === 0) return undefined;
    const batch = {columns: this.#columns.map((column) => column.subarray(0, this.#rows)), firstRow: this.#firstRow};
    this.#firstRow += this.#rows;
    this.#rows = 0;
    this.#columns = this.#layout.room(batchRows);
    return batch;
  }
}
