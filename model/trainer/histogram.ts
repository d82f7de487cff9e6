import type {Lane} from "./lanes.ts";

/** Lanes of a word that must be needed for the word to be read; fewer are read one by one. */
const worthAWord = 3;

/**
 * Builds histograms of packed gradients (see `quantize.ts`) over the rows of a node.
 *
 * A histogram is one Float64Array: the bins of feature f start at `offsets[f]`; the first `length` numbers are what is
 * searched and subtracted, and the rest is room for joint bins. Lanes are read four at a time, from words of four bytes
 * where possible, because the reading of rows and gradients then serves four additions.
 */
export class HistogramBuilder {
  /** Where each feature's bins start. */
  readonly offsets: Int32Array;
  /** Bins of all features. */
  readonly length: number;
  private readonly lanes: Lane[];
  private readonly laneOffsets: Int32Array;
  private readonly words: Uint32Array[] = [];
  private readonly size: number;
  private readonly free: Float64Array[] = [];
  private readonly gathered: Float64Array;
  private readonly needed: Uint8Array;
  /** Reads as bin 0 everywhere; what fills the last four. */
  private readonly padding: Lane;

  /** `sizes` are the numbers of bins of the features that `lanes` hold. */
  constructor(lanes: Lane[], sizes: number[], rows: number) {
    this.lanes = lanes;
    this.offsets = new Int32Array(sizes.length);
    let end = 0;
    for (const [feature, size] of sizes.entries()) {
      this.offsets[feature] = end;
      end += size;
    }
    this.length = end;
    this.laneOffsets = new Int32Array(lanes.length + 4);
    for (const [i, {members, marginals, size}] of lanes.entries()) {
      this.laneOffsets[i] = marginals ? end : this.offsets[members[0]!]!;
      if (marginals) end += size;
    }
    this.laneOffsets.fill(end, lanes.length); // the last cell takes what padding adds
    this.size = end + 1;
    this.gathered = new Float64Array(rows);
    this.needed = new Uint8Array(sizes.length);
    this.padding = {bins: new Uint8Array(rows), size: 1, members: [], marginals: null};
    for (let i = 0; i < lanes.length; i += 4) {
      const [a, b, c, d] = [i, i + 1, i + 2, i + 3].map((lane) => (lanes[lane] ?? this.padding).bins);
      this.words.push(packWords(a!, b!, c!, d!));
    }
  }

  /** A histogram with arbitrary content, to be built or given back. */
  allocate(): Float64Array {
    return this.free.pop() ?? new Float64Array(this.size);
  }

  release(histogram: Float64Array): void {
    this.free.push(histogram);
  }

  /** The histogram of rows `index[start … end)` in `into`; what other features than `features` have is undefined. */
  build(
    index: Int32Array,
    start: number,
    end: number,
    packed: Float64Array,
    features: Int32Array,
    into: Float64Array
  ): void {
    const {gathered, lanes, laneOffsets, needed, padding} = this;
    into.fill(0);
    const rows = index.subarray(start, end);
    for (let i = 0; i < rows.length; ++i) gathered[i] = packed[rows[i]!]!;

    needed.fill(0);
    for (const feature of features) needed[feature] = 1;
    const apart: number[] = [];
    for (let i = 0; i < lanes.length; i += 4) {
      const wanted = [i, i + 1, i + 2, i + 3].filter((lane) => lanes[lane]?.members.some((member) => needed[member]));
      if (wanted.length < worthAWord) {
        apart.push(...wanted);
        continue;
      }
      const [a, b, c, d] = [laneOffsets[i]!, laneOffsets[i + 1]!, laneOffsets[i + 2]!, laneOffsets[i + 3]!];
      addWords(this.words[i / 4]!, rows, gathered, into, a, b, c, d);
    }
    for (let i = 0; i < apart.length; i += 4) {
      const [a, b, c, d] = [0, 1, 2, 3].map((k) => {
        const lane = apart[i + k] ?? lanes.length;
        return {bins: (lanes[lane] ?? padding).bins, offset: laneOffsets[lane]!};
      });
      addLanes(a!.bins, b!.bins, c!.bins, d!.bins, rows, gathered, into, a!.offset, b!.offset, c!.offset, d!.offset);
    }
    for (const [i, {marginals, members, size}] of lanes.entries()) {
      if (!marginals) continue;
      for (const [m, member] of members.entries())
        if (needed[member]) addMarginal(into, laneOffsets[i]!, size, marginals[m]!, this.offsets[member]!);
    }
  }

  /** Turns a node's histogram into that of one child, by taking away the other's. */
  subtract(histogram: Float64Array, child: Float64Array): void {
    for (let i = 0; i < this.length; ++i) histogram[i]! -= child[i]!;
  }
}

function packWords(a: Uint8Array, b: Uint8Array, c: Uint8Array, d: Uint8Array): Uint32Array {
  const words = new Uint32Array(a.length);
  for (let row = 0; row < words.length; ++row)
    words[row] = a[row]! | (b[row]! << 8) | (c[row]! << 16) | (d[row]! << 24);
  return words;
}

function addWords(
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

function addLanes(
  binsA: Uint8Array,
  binsB: Uint8Array,
  binsC: Uint8Array,
  binsD: Uint8Array,
  rows: Int32Array,
  gathered: Float64Array,
  into: Float64Array,
  a: number,
  b: number,
  c: number,
  d: number
): void {
  for (let i = 0; i < rows.length; ++i) {
    const row = rows[i]!;
    const packed = gathered[i]!;
    into[a + binsA[row]!]! += packed;
    into[b + binsB[row]!]! += packed;
    into[c + binsC[row]!]! += packed;
    into[d + binsD[row]!]! += packed;
  }
}

function addMarginal(histogram: Float64Array, from: number, size: number, marginal: Uint8Array, to: number): void {
  for (let bin = 0; bin < size; ++bin) {
    const packed = histogram[from + bin]!;
    if (packed !== 0) histogram[to + marginal[bin]!]! += packed;
  }
}
