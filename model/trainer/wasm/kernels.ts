import {assemble} from "../../wasm/assembler.ts";
import {gradients, quantize} from "./gradient-kernels.ts";
import {addGroup, addMarginal, gather, move, moveAndSubtract, packLanes, subtract} from "./histogram-kernels.ts";
import {addToRows, partition, scoreRows} from "./row-kernels.ts";
import {scanNumber} from "./scan-kernel.ts";

/** The functions of the module, as JavaScript calls them. */
export interface Kernels {
  gather(lines: number, shift: number, index: number, end: number, packed: number, to: number): number;
  add8(lines: number, shift: number, index: number, end: number, gathered: number, scratch: number): void;
  add16(lines: number, shift: number, index: number, end: number, gathered: number, scratch: number): void;
  move(scratch: number, end: number, to: number): void;
  moveAndSubtract(scratch: number, end: number, to: number, from: number): void;
  addMarginal(from: number, end: number, marginal: number, to: number): void;
  subtract(from: number, end: number, other: number): void;
  packLanes(...columnsRowsLinesShift: number[]): void;
  partition(index: number, end: number, column: number, table: number, spill: number): number;
  addToRows(index: number, end: number, margins: number, value: number): void;
  scoreRows(
    index: number,
    end: number,
    columns: number,
    rows: number,
    margins: number,
    nodes: number,
    tables: number,
    leaves: number
  ): void;
  gradients(index: number, end: number, margins: number, weights: number, base: number, to: number, sums: number): void;
  quantize(
    index: number,
    end: number,
    from: number,
    packed: number,
    gradientScale: number,
    hessianScale: number,
    sums: number
  ): void;
  scanNumber(
    cells: number,
    count: number,
    start: number,
    gradient: number,
    hessian: number,
    least: number,
    l1: number,
    l2: number,
    gain: number,
    result: number
  ): number;
}

const definitions = [
  ...[gather, addGroup(8), addGroup(16), move, moveAndSubtract, addMarginal, subtract, packLanes],
  ...[partition, addToRows, scoreRows, gradients, quantize, scanNumber]
];

/** Pages of 64 KiB that a memory may have. */
export const mostPages = 65536;

let compiled: WebAssembly.Module | undefined;

/** The kernels over one memory, which must be shared. */
export function openKernels(memory: WebAssembly.Memory): Kernels {
  compiled ??= new WebAssembly.Module(assemble(definitions, mostPages));
  return new WebAssembly.Instance(compiled, {env: {memory}}).exports as unknown as Kernels;
}
