import type {Matrix} from "./matrix.ts";

/**
 * One column as its sorted distinct values and, for each row, the place of its value among them; the place after the
 * last is missing. Sorting is done once; each fold then counts and bins its own rows from the codes.
 */
export interface DictionaryColumn {
  /** Whether codes are categories'; `values` is then empty. */
  categorical: boolean;
  /** Distinct values or categories; also the code of a missing value. */
  size: number;
  values: Float32Array;
  codes: Uint16Array | Uint32Array;
}

/** Every column of a matrix, in shared memory. */
export interface Dictionary {
  rows: number;
  columns: DictionaryColumn[];
}

/** Encodes a matrix that has passed `checkMatrix`. */
export function encodeMatrix({rows, inputs, columns}: Matrix): Dictionary {
  const sorter = new RadixSorter(rows);
  return {
    rows,
    columns: inputs.map(({categories}, i) =>
      categories ? encodeCategories(columns[i]!, categories.length) : encodeNumbers(columns[i]!, sorter)
    )
  };
}

function encodeCategories(column: Float32Array, size: number): DictionaryColumn {
  const codes = allocateCodes(column.length, size);
  for (let row = 0; row < column.length; ++row) {
    const value = column[row]!;
    codes[row] = value === value ? value : size;
  }
  return {categorical: true, size, values: new Float32Array(0), codes};
}

function encodeNumbers(column: Float32Array, sorter: RadixSorter): DictionaryColumn {
  const {order, count} = sorter.sort(column);
  const distinct: number[] = [];
  for (let i = 0; i < count; ++i) {
    const value = column[order[i]!]! + 0; // −0 is 0
    if (value !== distinct[distinct.length - 1]) distinct.push(value);
  }
  const size = distinct.length;
  const codes = allocateCodes(column.length, size).fill(size);
  for (let i = 0, code = 0; i < count; ++i) {
    const row = order[i]!;
    if (column[row] !== distinct[code]) ++code;
    codes[row] = code;
  }
  const values = new Float32Array(new SharedArrayBuffer(4 * size));
  values.set(distinct);
  return {categorical: false, size, values, codes};
}

function allocateCodes(rows: number, size: number): Uint16Array | Uint32Array {
  return size < 2 ** 16
    ? new Uint16Array(new SharedArrayBuffer(2 * rows))
    : new Uint32Array(new SharedArrayBuffer(4 * rows));
}

/** Sorts float32 columns, NaN left out, by three passes of 11 bits over their bits. */
class RadixSorter {
  private readonly keys: Uint32Array;
  private order: Uint32Array;
  private scratch: Uint32Array;

  constructor(rows: number) {
    this.keys = new Uint32Array(rows);
    this.order = new Uint32Array(rows);
    this.scratch = new Uint32Array(rows);
  }

  /** The rows whose value isn't NaN, by ascending value: the first `count` of `order`. */
  sort(column: Float32Array): {order: Uint32Array; count: number} {
    const {keys} = this;
    const bits = new Uint32Array(column.buffer, column.byteOffset, column.length);
    let count = 0;
    for (let row = 0; row < column.length; ++row) {
      const value = column[row]!;
      if (value !== value) continue;
      const b = value === 0 ? 0 : bits[row]!;
      // Two's complement order: negative numbers reversed, positive ones above them.
      keys[row] = b >>> 31 ? ~b : b | 0x80000000;
      this.order[count++] = row;
    }
    for (const shift of [0, 11, 22]) {
      const starts = new Uint32Array(2049);
      for (let i = 0; i < count; ++i) starts[((keys[this.order[i]!]! >>> shift) & 2047) + 1]!++;
      for (let digit = 0; digit < 2048; ++digit) starts[digit + 1]! += starts[digit]!;
      for (let i = 0; i < count; ++i) {
        const row = this.order[i]!;
        this.scratch[starts[(keys[row]! >>> shift) & 2047]!++] = row;
      }
      [this.order, this.scratch] = [this.scratch, this.order];
    }
    return {order: this.order, count};
  }
}
