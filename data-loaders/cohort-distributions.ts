import type {Distribution} from "../model/contract/cohort.ts";
import {ColumnSorter, type SortedColumn} from "./cohort-column.ts";
import {rangesOfCategories, rangesOfNumber} from "./cohort-outcomes.ts";
import {quantilesOf, readableEdges} from "./distribution.ts";

/** What is known of each client besides features, a byte a row. */
export interface Outcomes {
  /** 1 defaulted, 0 repaid, 255 unknown. */
  outcomes: Uint8Array;
  /** 1 where the model recommends acceptance. */
  accepted: Uint8Array;
}

/** Counters of a bin of a cohort, by state: 2 × (0 repaid, 1 defaulted, 2 unknown) + accepted; the last two are free. */
const states = 8;

/** Sorted values after which the counts of all cohorts are noted, so that quantiles are found without a list of values. */
const blockSize = 256;

/**
 * Describes columns in all cohorts at once, on bins that the cohorts share, so that they can be laid over each other. A
 * column is sorted once and walked once, and each value is counted in all its client's cohorts. Beyond the table this
 * takes a bit a row and cohort, and about 90 bytes a row.
 */
export class CohortDescriber {
  readonly #sorter: ColumnSorter;
  /** A line of `#width` a row: 8 × the number of its cohorts + its state, then its cohorts. */
  readonly #lines: Uint16Array | Uint32Array;
  readonly #width: number;
  /** A bit a row, cohort after cohort, each from a new byte on. */
  readonly #isMember: Uint8Array;
  readonly #bytes: number;
  readonly #counts: number[];
  readonly #labelled: number[];
  readonly #heads = new Uint32Array(blockSize);
  /** Bin by bin, the counters of all cohorts. */
  #tally = new Uint32Array();
  /** Block by block, how many values of each cohort come before it; in the end, how many there are. */
  readonly #before: Uint32Array;

  /** @param members the rows of each cohort, ascending */
  constructor(members: readonly Int32Array[], {outcomes, accepted}: Outcomes) {
    const rows = outcomes.length;
    this.#sorter = new ColumnSorter(rows);
    this.#counts = members.map(({length}) => length);
    this.#labelled = members.map((list) => list.reduce((sum, row) => sum + Number(outcomes[row]! <= 1), 0));
    this.#before = new Uint32Array((Math.ceil(rows / blockSize) + 1) * members.length);
    const sizes = new Uint32Array(rows);
    for (const list of members) for (const row of list) sizes[row]!++;
    this.#width = 1 + sizes.reduce((most, size) => Math.max(most, size), 0);
    this.#lines = new (members.length < 2 ** 16 ? Uint16Array : Uint32Array)(rows * this.#width);
    this.#bytes = Math.ceil(rows / 8);
    this.#isMember = new Uint8Array(this.#bytes * members.length);
    for (let row = 0; row < rows; row++) {
      this.#lines[row * this.#width] = 2 * Math.min(outcomes[row]!, 2) + accepted[row]!;
    }
    for (const [cohort, list] of members.entries()) {
      for (const row of list) {
        const line = row * this.#width;
        this.#lines[line]! += states;
        this.#lines[line + Math.floor(this.#lines[line]! / states)] = cohort;
        this.#isMember[cohort * this.#bytes + (row >> 3)]! |= 1 << (row & 7);
      }
    }
  }

  /** A number's distribution in each cohort, on about `target` bins. */
  ofNumber(column: Float32Array, target?: number): Distribution[] {
    const sorted = this.#sorter.sort(column);
    const edges = readableEdges(sorted.values, target);
    const bins = edges.length - 1;
    this.#countBins(sorted, bins, (bin) => edges[bin + 1]!);
    return this.#counts.map((_, cohort) => this.#describe(cohort, edges, bins, this.#quantilesOf(cohort, sorted)));
  }

  /** The same of a category, whose bins are its codes 0 … `categories` − 1. */
  ofCategory(column: Float32Array, categories: number): Distribution[] {
    this.#countBins(this.#sorter.sort(column), categories, (code) => code + 1);
    return this.#counts.map((_, cohort) => this.#describe(cohort, null, categories, null));
  }

  /** Counts bin after bin: `endOf` is where a bin ends, itself outside; the last one takes all that is left. */
  #countBins({values, rows}: SortedColumn, bins: number, endOf: (bin: number) => number): void {
    const cohorts = this.#counts.length;
    const stride = cohorts * states;
    if (this.#tally.length < bins * stride) this.#tally = new Uint32Array(bins * stride);
    else this.#tally.fill(0, 0, bins * stride);
    const seen = new Uint32Array(cohorts);
    for (let bin = 0, at = 0; bin < bins; bin++) {
      const end = bin === bins - 1 ? values.length : firstFrom(values, endOf(bin), at);
      const tally = this.#tally.subarray(bin * stride, (bin + 1) * stride);
      while (at < end) {
        if (at % blockSize === 0) this.#before.set(seen, (at / blockSize) * cohorts);
        const until = Math.min(end, at - (at % blockSize) + blockSize);
        this.#count(rows, at, until, tally, seen);
        at = until;
      }
    }
    this.#before.set(seen, Math.ceil(values.length / blockSize) * cohorts);
  }

  /** Counts some rows, of one block at most. */
  #count(rows: Uint32Array, start: number, end: number, tally: Uint32Array, seen: Uint32Array): void {
    const [lines, width, heads] = [this.#lines, this.#width, this.#heads];
    // Lines lie about in memory: reading their heads first, it fetches many at a time.
    for (let i = start; i < end; i++) heads[i - start] = lines[rows[i]! * width]!;
    for (let i = start; i < end; i++) {
      const head = heads[i - start]!;
      const state = head % states;
      const first = rows[i]! * width + 1;
      const last = first + (head - state) / states;
      for (let at = first; at < last; at++) {
        const cohort = lines[at]!;
        tally[cohort * states + state]!++;
        seen[cohort]!++;
      }
    }
  }

  #quantilesOf(cohort: number, {values, rows}: SortedColumn): number[] | null {
    const blocks = Math.ceil(values.length / blockSize);
    const count = this.#before[blocks * this.#counts.length + cohort]!;
    return count === 0 ? null : quantilesOf(count, (place) => values[this.#placeOf(cohort, place, rows, blocks)]!);
  }

  /** Where the `place`-th value of a cohort is among the sorted values of all. */
  #placeOf(cohort: number, place: number, rows: Uint32Array, blocks: number): number {
    const cohorts = this.#counts.length;
    let low = 0;
    let high = blocks - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#before[middle * cohorts + cohort]! <= place) low = middle;
      else high = middle - 1;
    }
    const isMember = this.#isMember;
    const first = cohort * this.#bytes;
    let at = low * blockSize;
    for (let left = place - this.#before[low * cohorts + cohort]!; ; at++) {
      const row = rows[at]!;
      if ((isMember[first + (row >> 3)]! >> (row & 7)) & 1 && left-- === 0) return at;
    }
  }

  #describe(cohort: number, edges: number[] | null, bins: number, found: number[] | null): Distribution {
    const people = new Array<number>(bins);
    const accepted = new Array<number>(bins);
    const labelled = new Array<number>(bins);
    const defaults = new Array<number>(bins);
    const stride = this.#counts.length * states;
    const tally = this.#tally;
    let [count, labelledOfAll] = [0, 0];
    for (let bin = 0; bin < bins; bin++) {
      const at = bin * stride + cohort * states;
      const [repaid, repaidAccepted] = [tally[at]!, tally[at + 1]!];
      const [defaulted, defaultedAccepted] = [tally[at + 2]!, tally[at + 3]!];
      const [unknown, unknownAccepted] = [tally[at + 4]!, tally[at + 5]!];
      defaults[bin] = defaulted + defaultedAccepted;
      labelled[bin] = repaid + repaidAccepted + defaults[bin]!;
      people[bin] = labelled[bin]! + unknown + unknownAccepted;
      accepted[bin] = repaidAccepted + defaultedAccepted + unknownAccepted;
      count += people[bin]!;
      labelledOfAll += labelled[bin]!;
    }
    const absent = {people: this.#counts[cohort]! - count, labelled: this.#labelled[cohort]! - labelledOfAll};
    const rangesOf = edges === null ? rangesOfCategories : rangesOfNumber;
    return {
      count,
      missing: absent.people,
      quantiles: found,
      edges,
      counts: people,
      outcomes: rangesOf({people, accepted, labelled, defaults}, absent)
    };
  }
}

/** The first place from `start` on whose value isn't below `limit`. */
function firstFrom(values: Float32Array, limit: number, start: number): number {
  let low = start;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
