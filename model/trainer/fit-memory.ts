import {LimpideError} from "../contract/errors.ts";
import type {Parameters} from "./parameters.ts";
import type {SplitFeature} from "./split.ts";
import {mostPages, openKernels, type Kernels} from "./wasm/kernels.ts";

/** A feature, and where its cells are in a node's histogram: from `cell` on. */
export interface LaidFeature extends SplitFeature {
  cell: number;
  /** Cells: one a bin. */
  size: number;
}

/** A column that histograms are built from (see `lanes.ts`); `marginals` are addresses. */
export interface LaidLane {
  size: number;
  members: number[];
  marginals: number[] | null;
}

/** Sixteen slots side by side in each row's line; a slot holds a lane, or nothing. */
export interface LaidGroup {
  /** Address of the first row's first slot. */
  lines: number;
  /** A row's line is 2^shift bytes. */
  shift: number;
  firstSlot: number;
}

/** Where one fit keeps what its threads share. Plain numbers are addresses of bytes. */
export interface Layout {
  parameters: Parameters;
  rows: number;
  features: LaidFeature[];
  lanes: LaidLane[];
  groups: LaidGroup[];
  /** Groups of one line each, that one thread works on at a time. */
  units: number[][];
  /** Cells of a node's histogram. */
  cells: number;
  /** Per slot, the lane in it or −1. */
  slots: number;
  /** Per feature, 1 where a node's histogram needs it; then the same for the searches of two nodes. */
  needed: number;
  searched: [number, number];
  /** Per feature, the best split of each of two nodes: see `records.ts`. */
  records: [number, number];
  /** What the task at hand is about: see `frame` of `tasks.ts`. */
  frame: number;
  /** Per thread, four groups of lanes; always zeros between uses. Then 8 zeros, and gathered gradients. */
  scratch: number[];
  /** Columns of bins, `rows` bytes each, in the order of `features`; and one of zeros. */
  columns: number;
  blank: number;
  /** Rows of the sample, those of each node together; rows left out; room for as many. */
  index: number;
  others: number;
  spill: number;
  /** Per row: packed gradient; sum of leaf values; signed weight. */
  packed: number;
  margins: number;
  weights: number;
  /** Per row of the sample, gradient and hessian; and their sums, by blocks of rows. */
  gradients: number;
  blockSums: number;
  /** The tree being grown: per node 16 bytes and a table of 256; per leaf 16 bytes. */
  nodes: number;
  tables: number;
  leaves: number;
}

/** Rows whose gradients one task computes: fixed, since sums of floats depend on it. */
export const blockRows = 8192;

const pageBytes = 65536;

/** Views of a fit's memory, and the kernels over it: each thread has its own. */
export class FitMemory {
  readonly memory: WebAssembly.Memory;
  readonly kernels: Kernels;
  readonly bytes: Uint8Array;
  readonly i32: Int32Array;
  readonly u32: Uint32Array;
  readonly f64: Float64Array;

  constructor(memory: WebAssembly.Memory) {
    this.memory = memory;
    this.kernels = openKernels(memory);
    this.bytes = new Uint8Array(memory.buffer);
    this.i32 = new Int32Array(memory.buffer);
    this.u32 = new Uint32Array(memory.buffer);
    this.f64 = new Float64Array(memory.buffer);
  }
}

/** Hands out a memory from its start. Addresses are multiples of 64, the width of a cache line. */
export class Arena {
  readonly memory: WebAssembly.Memory;
  private next = 64;

  constructor(bytes: number) {
    this.memory = takeMemory(bytes);
  }

  allocate(bytes: number): number {
    const address = this.next;
    this.next += Arena.rounded(bytes);
    if (this.next > this.memory.buffer.byteLength) throw new RangeError("a fit's memory was sized too small");
    return address;
  }

  static rounded(bytes: number): number {
    return Math.ceil(bytes / 64) * 64;
  }
}

/**
 * Memories of fits that have ended. They are used again, since a memory that is dropped stays allocated until the
 * garbage collector, which doesn't see its size, comes round.
 */
const spare: WebAssembly.Memory[] = [];
const mostSpare = 6;

function takeMemory(bytes: number): WebAssembly.Memory {
  const pages = Math.ceil((bytes + 4096) / pageBytes);
  if (pages > mostPages) {
    const size = (bytes / 2 ** 30).toFixed(1);
    throw new LimpideError("E_PARAMETER", `this fit needs ${size} GiB, 4 at most: use fewer leaves, bins or columns`);
  }
  let chosen = -1;
  for (const [i, {buffer}] of spare.entries()) {
    if (buffer.byteLength < pages * pageBytes) continue;
    if (chosen < 0 || buffer.byteLength < spare[chosen]!.buffer.byteLength) chosen = i;
  }
  if (chosen >= 0) return spare.splice(chosen, 1)[0]!;
  return new WebAssembly.Memory({initial: pages, maximum: pages, shared: true});
}

/** Lets go of all memories that were given back. */
export function dropMemories(): void {
  spare.length = 0;
}

/** Gives back a memory that no thread uses any more. */
export function giveMemory(memory: WebAssembly.Memory): void {
  if (spare.length === mostSpare) spare.shift();
  spare.push(memory);
}
