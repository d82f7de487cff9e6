/** Values of a column that are known, ascending (−0 before 0), and the row of each. */
export interface SortedColumn {
  values: Float32Array;
  rows: Uint32Array;
}

const digits = [0, 11, 22];
const radix = 2048;

/**
 * Sorts columns of 32-bit floats by radix, least significant digit first: bits that are flipped so that they ascend as
 * unsigned integers (Herf, Radix Tricks, 2001), in three digits of 11 bits. What it returns is overwritten by the next.
 */
export class ColumnSorter {
  readonly #values: Float32Array;
  #keys: Uint32Array;
  #rows: Uint32Array;
  #spareKeys: Uint32Array;
  #spareRows: Uint32Array;

  constructor(rows: number) {
    this.#values = new Float32Array(rows);
    [this.#keys, this.#rows, this.#spareKeys, this.#spareRows] = [0, 1, 2, 3].map(() => new Uint32Array(rows)) as [
      Uint32Array,
      Uint32Array,
      Uint32Array,
      Uint32Array
    ];
  }

  /** @param column as many values as there are rows; NaN is missing */
  sort(column: Float32Array): SortedColumn {
    const counts = digits.map(() => new Uint32Array(radix));
    const known = this.#readKeys(column, counts);
    digits.forEach((shift, digit) => {
      this.#sortDigit(known, shift, counts[digit]!);
    });
    const bits = new Uint32Array(this.#values.buffer);
    for (let i = 0; i < known; i++) {
      const key = this.#keys[i]!;
      bits[i] = key & 0x80000000 ? key ^ 0x80000000 : ~key;
    }
    return {values: this.#values.subarray(0, known), rows: this.#rows.subarray(0, known)};
  }

  #readKeys(column: Float32Array, [low, middle, high]: readonly Uint32Array[]): number {
    const bits = new Uint32Array(column.buffer, column.byteOffset, column.length);
    const [keys, rows] = [this.#keys, this.#rows];
    let known = 0;
    for (let row = 0; row < bits.length; row++) {
      const pattern = bits[row]!;
      // The patterns above that of infinity are those of NaN.
      if ((pattern & 0x7fffffff) > 0x7f800000) continue;
      const key = (pattern & 0x80000000 ? ~pattern : pattern | 0x80000000) >>> 0;
      keys[known] = key;
      rows[known++] = row;
      low![key & (radix - 1)]!++;
      middle![(key >>> 11) & (radix - 1)]!++;
      high![key >>> 22]!++;
    }
    return known;
  }

  #sortDigit(known: number, shift: number, counts: Uint32Array): void {
    const [keys, rows, toKeys, toRows] = [this.#keys, this.#rows, this.#spareKeys, this.#spareRows];
    if (known === 0 || counts[(keys[0]! >>> shift) & (radix - 1)] === known) return;
    for (let digit = 0, start = 0; digit < radix; digit++) {
      const count = counts[digit]!;
      counts[digit] = start;
      start += count;
    }
    for (let i = 0; i < known; i++) {
      const key = keys[i]!;
      const to = counts[(key >>> shift) & (radix - 1)]!++;
      toKeys[to] = key;
      toRows[to] = rows[i]!;
    }
    [this.#keys, this.#rows, this.#spareKeys, this.#spareRows] = [toKeys, toRows, keys, rows];
  }
}
