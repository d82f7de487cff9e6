import {blockRows, type FitMemory, type Layout} from "./fit-memory.ts";
import {recordBytes, writeRecord} from "./records.ts";
import {scanFeature} from "./scan.ts";
import {noSplit, SplitSearch, type SearchedNode, type SplitChoice} from "./split.ts";
import {laneBytes} from "./wasm/histogram-kernels.ts";

/** The kinds of tasks; each is divided into parts that any thread may do, in any order. */
export const tasks = {gradients: 0, quantize: 1, packLines: 2, search: 3} as const;
export type TaskKind = (typeof tasks)[keyof typeof tasks];

/** Places of float64 numbers in a layout's frame, which tells a task what it is about. */
export const frame = {
  /** Rows of the sample; the prior's log-odds; steps in a unit, and what a step is worth. */
  sample: 0,
  baseScore: 1,
  gradientScale: 2,
  hessianScale: 3,
  gradientStep: 4,
  hessianStep: 5,
  /** Of a search: addresses of the rows to add up and of their end, of the histogram they go to, and of that they are taken from. */
  start: 6,
  end: 7,
  small: 8,
  large: 9,
  /** Of a search: two nodes of `nodeNumbers` each. */
  nodes: 10,
  length: 32
} as const;

/** Of a node to search: whether, its histogram, and what `SearchedNode` tells. */
const nodeNumbers = 9;

/** Rows whose lines are read ahead of use. */
const chunkRows = 256;
const slotsOfGroup = 16;
const groupsOfLine = 4;

/** Bytes of a thread's scratch: cells of a line's lanes, zeros, gathered gradients. */
export const scratchBytes = groupsOfLine * slotsOfGroup * laneBytes + 64 + chunkRows * 8;

/** Tells what node 0 or 1 of a search is; null when there is none. */
export function setNode({f64}: FitMemory, layout: Layout, k: 0 | 1, node: SearchedNode | null, cells: number): void {
  const at = layout.frame / 8 + frame.nodes + k * nodeNumbers;
  f64[at] = Number(node !== null);
  if (!node) return;
  const {count, gradient, hessian, least, floor, lower, upper} = node;
  f64.set([cells, count, gradient, hessian, least, floor, lower, upper], at + 1);
}

/** Does parts of tasks on one thread. Of what it writes nothing depends on the thread, nor on the order of the parts. */
export class TaskRunner {
  private readonly memory: FitMemory;
  private readonly layout: Layout;
  private readonly scratch: number;
  private readonly zero: number;
  private readonly gathered: number;
  private search: SplitSearch;

  constructor(memory: FitMemory, layout: Layout, thread: number) {
    this.memory = memory;
    this.layout = layout;
    this.scratch = layout.scratch[thread]!;
    this.zero = this.scratch + groupsOfLine * slotsOfGroup * laneBytes;
    this.gathered = this.zero + 64;
    this.search = new SplitSearch(layout.parameters, {gradientStep: 1, hessianStep: 1});
  }

  run(kind: TaskKind, part: number): void {
    if (kind === tasks.gradients) this.findGradients(part);
    else if (kind === tasks.quantize) this.quantize(part);
    else if (kind === tasks.packLines) this.packLines(part);
    else this.searchUnit(this.layout.units[part]!);
  }

  private number(place: number): number {
    return this.memory.f64[this.layout.frame / 8 + place]!;
  }

  private findGradients(block: number): void {
    const {index, margins, weights, gradients, blockSums} = this.layout;
    const [start, end] = this.blockOf(block);
    this.memory.kernels.gradients(
      index + 4 * start,
      index + 4 * end,
      margins,
      weights,
      this.number(frame.baseScore),
      gradients + 16 * start,
      blockSums + 32 * block
    );
  }

  private quantize(block: number): void {
    const {index, packed, gradients, blockSums} = this.layout;
    const [start, end] = this.blockOf(block);
    this.memory.kernels.quantize(
      index + 4 * start,
      index + 4 * end,
      gradients + 16 * start,
      packed,
      this.number(frame.gradientScale),
      this.number(frame.hessianScale),
      blockSums + 32 * block + 16
    );
  }

  private blockOf(block: number): [start: number, end: number] {
    return [block * blockRows, Math.min((block + 1) * blockRows, this.number(frame.sample))];
  }

  /** Writes the columns in a group's slots side by side. Lanes are single features here. */
  private packLines(group: number): void {
    const {groups, lanes, slots, columns, blank, rows} = this.layout;
    const {lines, shift, firstSlot} = groups[group]!;
    const addresses = Array.from({length: slotsOfGroup}, (_, k) => {
      const lane = this.memory.i32[slots / 4 + firstSlot + k]!;
      return lane < 0 ? blank : columns + lanes[lane]!.members[0]! * rows;
    });
    for (const half of [0, 8])
      this.memory.kernels.packLanes(...addresses.slice(half, half + 8), rows, lines + half, shift);
  }

  /** Builds what a node's histogram needs of a unit's features, takes it from its sibling's, and searches both. */
  private searchUnit(unit: number[]): void {
    const {gradientStep, hessianStep} = frame;
    this.search = new SplitSearch(this.layout.parameters, {
      gradientStep: this.number(gradientStep),
      hessianStep: this.number(hessianStep)
    });
    if (this.number(frame.small) !== 0) this.build(unit);
    for (const k of [0, 1] as const) {
      const at = frame.nodes + k * nodeNumbers;
      if (this.number(at) === 0) continue;
      const [cells, count, gradient, hessian, least, floor, lower, upper] = Array.from(
        {length: nodeNumbers - 1},
        (_, i) => this.number(at + 1 + i)
      ) as [number, number, number, number, number, number, number, number];
      const node = {count, gradient, hessian, least, floor, lower, upper};
      for (const group of unit)
        for (const member of this.membersOf(group)) if (this.isSearched(k, member)) this.find(k, member, cells, node);
    }
  }

  private *membersOf(group: number): Generator<number> {
    const {groups, lanes, slots} = this.layout;
    const {firstSlot} = groups[group]!;
    for (let slot = firstSlot; slot < firstSlot + slotsOfGroup; ++slot) {
      const lane = this.memory.i32[slots / 4 + slot]!;
      if (lane >= 0) yield* lanes[lane]!.members;
    }
  }

  private isSearched(k: 0 | 1, feature: number): boolean {
    return this.memory.bytes[this.layout.searched[k] + feature] === 1;
  }

  private build(unit: number[]): void {
    const {kernels, bytes} = this.memory;
    const {groups, needed, packed} = this.layout;
    const wanted = unit.filter((group) => {
      for (const member of this.membersOf(group)) if (bytes[needed + member] === 1) return true;
      return false;
    });
    if (wanted.length === 0) return;
    const scratchOf = (i: number) => this.scratch + i * slotsOfGroup * laneBytes;
    const shapes = wanted.map((group, i) => {
      const last = this.lastSlot(group);
      const {lines, shift} = groups[group]!;
      return {lines, shift, add: last < 8 ? kernels.add8 : kernels.add16, scratch: scratchOf(i)};
    });
    const start = this.number(frame.start);
    const end = this.number(frame.end);
    for (let from = start; from < end; from += 4 * chunkRows) {
      const to = Math.min(from + 4 * chunkRows, end);
      kernels.gather(shapes[0]!.lines, shapes[0]!.shift, from, to, packed, this.gathered);
      for (const {lines, shift, add, scratch} of shapes) add(lines, shift, from, to, this.gathered, scratch);
    }
    for (const [i, group] of wanted.entries()) this.moveOut(group, scratchOf(i));
  }

  private lastSlot(group: number): number {
    const {groups, slots} = this.layout;
    const {firstSlot} = groups[group]!;
    for (let k = slotsOfGroup - 1; k > 0; --k) if (this.memory.i32[slots / 4 + firstSlot + k]! >= 0) return k;
    return 0;
  }

  /** Moves a group's cells from the scratch to the node's histogram, and takes them from the sibling's. */
  private moveOut(group: number, scratch: number): void {
    const {kernels, bytes, i32} = this.memory;
    const {groups, slots, lanes, features, needed} = this.layout;
    const small = this.number(frame.small);
    const large = this.number(frame.large);
    const {firstSlot} = groups[group]!;
    for (let k = 0; k < slotsOfGroup; ++k) {
      const lane = i32[slots / 4 + firstSlot + k]!;
      const from = scratch + k * laneBytes;
      if (lane < 0) {
        bytes.fill(0, from, from + 8); // what empty slots added
        continue;
      }
      const {size, members, marginals} = lanes[lane]!;
      const end = from + 8 * size;
      for (const [m, member] of members.entries()) {
        if (bytes[needed + member] === 0) continue;
        const {cell, size: own} = features[member]!;
        const to = small + 8 * cell;
        if (!marginals) {
          if (large === 0) kernels.move(from, end, to);
          else kernels.moveAndSubtract(from, end, to, large + 8 * cell);
          continue;
        }
        bytes.fill(0, to, to + 8 * own);
        kernels.addMarginal(from, end, marginals[m]!, to);
        if (large !== 0) kernels.subtract(large + 8 * cell, large + 8 * (cell + own), to);
      }
      if (marginals || bytes[needed + members[0]!] === 0) bytes.fill(0, from, end);
    }
  }

  /** Finds the best split of one feature of a node and writes it down. */
  private find(k: 0 | 1, place: number, histogram: number, node: SearchedNode): void {
    const {features, records} = this.layout;
    const feature = features[place]!;
    const record = records[k] + place * recordBytes;
    const free = node.lower === -Infinity && node.upper === Infinity && feature.monotone === 0;
    if (!feature.categorical && free) {
      const {zero, search, memory} = this;
      scanFeature(memory, zero, feature, histogram + 8 * feature.cell, node, search.l1, search.l2, record);
    } else {
      const choice: SplitChoice = noSplit();
      const first = histogram / 8 + feature.cell;
      const found = this.search.search(this.memory, first, place, feature, node, choice);
      writeRecord(this.memory, record, found, choice);
    }
  }
}
