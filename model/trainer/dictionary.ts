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
  const {keys, rows, count} = sorter.sort(column);
  let size = 0;
  for (let i = 0; i < count; ++i) if (i === 0 || keys[i] !== keys[i - 1]) ++size;
  const codes = allocateCodes(column.length, size);
  if (count < column.length) codes.fill(size);
  const values = new Float32Array(new SharedArrayBuffer(4 * size));
  for (let i = 0, code = -1; i < count; ++i) {
    const row = rows[i]!;
    if (i === 0 || keys[i] !== keys[i - 1]) values[++code] = column[row]! + 0; // −0 is 0
    codes[row] = code;
  }
  return {categorical: false, size, values, codes};
}

function allocateCodes(rows: number, size: number): Uint16Array | Uint32Array {
  return size < 2 ** 16
    ? new Uint16Array(new SharedArrayBuffer(2 * rows))
    : new Uint32Array(new SharedArrayBuffer(4 * rows));
}

/** Sorts float32 columns, NaN left out, by three passes of 11 bits over their bits. */
class RadixSorter {
  private keys: Uint32Array;
  private rows: Uint32Array;
  private otherKeys: Uint32Array;
  private otherRows: Uint32Array;

  constructor(rows: number) {
    this.keys = new Uint32Array(rows);
    this.rows = new Uint32Array(rows);
    this.otherKeys = new Uint32Array(rows);
    this.otherRows = new Uint32Array(rows);
  }

  /** The rows whose value isn't NaN by ascending value, the first `count` of `rows`, and keys that ascend with it. */
  sort(column: Float32Array): {keys: Uint32Array; rows: Uint32Array; count: number} {
    const bits = new Uint32Array(column.buffer, column.byteOffset, column.length);
    const starts = [new Uint32Array(2048), new Uint32Array(2048), new Uint32Array(2048)] as const;
    let count = 0;
    for (let row = 0; row < column.length; ++row) {
      const value = column[row]!;
      if (value !== value) continue;
      const b = value === 0 ? 0 : bits[row]!;
      // Two's complement order: negative numbers reversed, positive ones above them.
      const key = (b >>> 31 ? ~b : b | 0x80000000) >>> 0;
      this.keys[count] = key;
      this.rows[count++] = row;
      starts[0][key & 2047]!++;
      starts[1][(key >>> 11) & 2047]!++;
      starts[2][key >>> 22]!++;
    }
    for (const [pass, start] of starts.entries()) {
      for (let digit = 0, sum = 0; digit < 2048; ++digit) {
        const here = start[digit]!;
        start[digit] = sum;
        sum += here;
      }
      scatter(this.keys, this.rows, count, 11 * pass, start, this.otherKeys, this.otherRows);
      [this.keys, this.otherKeys] = [this.otherKeys, this.keys];
      [this.rows, this.otherRows] = [this.otherRows, this.rows];
    }
    return {keys: this.keys, rows: this.rows, count};
  }
}

function scatter(
  keys: Uint32Array,
  rows: Uint32Array,
  count: number,
  shift: number,
  start: Uint32Array,
  toKeys: Uint32Array,
  toRows: Uint32Array
): void {
  for (let i = 0; i < count; ++i) {
    const key = keys[i]!;
    const to = start[(key >>> shift) & 2047]!++;
    toKeys[to] = key;
    toRows[to] = rows[i]!;
  }
}
