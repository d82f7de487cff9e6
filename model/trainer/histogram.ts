import type {Lane} from "./lanes.ts";

/**
 * Builds histograms of packed gradients (see `quantize.ts`) over the rows of a node.
 *
 * A histogram is one Float64Array: the bins of feature f start at `offsets[f]`; the first `length` numbers are what is
 * searched and subtracted, and the rest is room for joint bins. Lanes are read four at a time from words of four
 * bytes, because the reading of rows and gradients then serves four additions.
 */
export class HistogramBuilder {
  /** Where each feature's bins start. */
  readonly offsets: Int32Array;
  /** Bins of all features. */
  readonly length: number;
  private readonly rows: number;
  private readonly lanes: Lane[];
  private readonly laneOffsets: Int32Array;
  private readonly size: number;
  private readonly free: Float64Array[] = [];
  private readonly gathered: Float64Array;
  /** What the current tree reads: lanes that hold one of its features, in fours. */
  private active: Lane[] = [];
  private activeOffsets: Int32Array = new Int32Array(0);
  private words: Uint32Array[] = [];
  private used: Uint8Array;

  constructor(lanes: Lane[], sizes: number[], rows: number) {
    this.rows = rows;
    this.lanes = lanes;
    this.offsets = new Int32Array(sizes.length);
    let end = 0;
    for (const [feature, size] of sizes.entries()) {
      this.offsets[feature] = end;
      end += size;
    }
    this.length = end;
    this.laneOffsets = Int32Array.from(lanes, ({members, marginals, size}) => {
      if (!marginals) return this.offsets[members[0]!]!;
      end += size;
      return end - size;
    });
    this.size = end + 1; // the last cell takes what padding adds
    this.gathered = new Float64Array(rows);
    this.used = new Uint8Array(sizes.length);
    this.select(null);
  }

  /** Chooses the features whose histograms are built from now on; null for all. */
  select(features: Int32Array | null): void {
    if (features) {
      this.used.fill(0);
      for (const feature of features) this.used[feature] = 1;
    } else {
      this.used.fill(1);
    }
    const active: Lane[] = [];
    const offsets: number[] = [];
    for (const [i, lane] of this.lanes.entries()) {
      if (!lane.members.some((member) => this.used[member])) continue;
      active.push(lane);
      offsets.push(this.laneOffsets[i]!);
    }
    while (offsets.length % 4 > 0) offsets.push(this.size - 1);
    this.active = active;
    this.activeOffsets = Int32Array.from(offsets);
    const nothing = new Uint8Array(this.rows);
    for (let i = 0; 4 * i < active.length; ++i) {
      const bins = (k: number) => active[4 * i + k]?.bins ?? nothing;
      this.words[i] ??= new Uint32Array(this.rows);
      packWords(bins(0), bins(1), bins(2), bins(3), this.words[i]!);
    }
  }

  /** A histogram with arbitrary content, to be built or given back. */
  allocate(): Float64Array {
    return this.free.pop() ?? new Float64Array(this.size);
  }

  release(histogram: Float64Array): void {
    this.free.push(histogram);
  }

  /** The histogram of rows `index[start … end)` in `into`. */
  build(index: Int32Array, start: number, end: number, packed: Float64Array, into: Float64Array): void {
    into.fill(0);
    const count = end - start;
    const rows = index.subarray(start, end);
    const {gathered, activeOffsets} = this;
    for (let i = 0; i < count; ++i) gathered[i] = packed[rows[i]!]!;
    for (let i = 0; 4 * i < this.active.length; ++i) {
      const [a, b, c, d] = activeOffsets.subarray(4 * i, 4 * i + 4) as unknown as [number, number, number, number];
      addFour(this.words[i]!, rows, gathered, into, a, b, c, d);
    }
    for (const [i, {marginals, members, size}] of this.active.entries()) {
      if (!marginals) continue;
      const from = activeOffsets[i]!;
      for (const [m, member] of members.entries()) {
        if (this.used[member]) addMarginal(into, from, size, marginals[m]!, this.offsets[member]!);
      }
    }
  }

  /** Turns a node's histogram into that of one child, by taking away the other's. */
  subtract(histogram: Float64Array, child: Float64Array): void {
    for (let i = 0; i < this.length; ++i) histogram[i]! -= child[i]!;
  }
}

function packWords(a: Uint8Array, b: Uint8Array, c: Uint8Array, d: Uint8Array, words: Uint32Array): void {
  for (let row = 0; row < words.length; ++row)
    words[row] = a[row]! | (b[row]! << 8) | (c[row]! << 16) | (d[row]! << 24);
}

function addFour(
  words: Uint32Array,
  rows: Int32Array,
  gathered: Float64Array,
  into: Float64Array,
  a: number,
  b: number,
  c: number,
  d: number
): void {
  for (let i = 0; i < rows.length; ++i) {
    const word = words[rows[i]!]!;
    const packed = gathered[i]!;
    into[a + (word & 255)]! += packed;
    into[b + ((word >>> 8) & 255)]! += packed;
    into[c + ((word >>> 16) & 255)]! += packed;
    into[d + (word >>> 24)]! += packed;
  }
}

function addMarginal(histogram: Float64Array, from: number, size: number, marginal: Uint8Array, to: number): void {
  for (let bin = 0; bin < size; ++bin) {
    const packed = histogram[from + bin]!;
    if (packed !== 0) histogram[to + marginal[bin]!]! += packed;
  }
}
