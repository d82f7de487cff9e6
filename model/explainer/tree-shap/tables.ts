import {BlockExplainer} from "./block-explainer.ts";
import type {TreeExplainer} from "./explainer.ts";
import {fillTables} from "./fill-tables.ts";
import {compileTableKernels} from "./table-kernels.ts";
import {layOutTables, type TableLayout} from "./table-layout.ts";

/** The tables of an explainer, for several threads: to be sent to each of them with the explainer. */
export interface SharedTables {
  readonly memory: WebAssembly.Memory;
  readonly layout: TableLayout;
}

const pageBytes = 65536;

/** Whether filling tables, if there are any, costs less than explaining so many rows without. */
export function tablesPay({parts}: TreeExplainer, rows: number): boolean {
  return parts.states > 0 && rows * parts.count >= parts.states;
}

/** Fills tables and explains by them; null where there is no WebAssembly, or where a page's policy forbids it. */
export function openBlockExplainer(explainer: TreeExplainer): BlockExplainer | null {
  const layout = layOutTables(explainer);
  const pages = Math.ceil((layout.sharedBytes + layout.ownBytes) / pageBytes);
  const kernels = compileTableKernels(pages, false);
  if (!kernels) return null;
  const memory = new WebAssembly.Memory({initial: pages, maximum: pages});
  fillTables(explainer, layout, memory.buffer);
  return new BlockExplainer(explainer, layout, memory, kernels, layout.sharedBytes);
}

/** Fills tables that `threads` threads explain by, each with {@link joinTables}. */
export function shareTables(explainer: TreeExplainer, threads: number): SharedTables {
  const layout = layOutTables(explainer);
  const pages = Math.ceil((layout.sharedBytes + threads * layout.ownBytes) / pageBytes);
  const memory = new WebAssembly.Memory({initial: pages, maximum: pages, shared: true});
  fillTables(explainer, layout, memory.buffer);
  return {memory, layout};
}

/** @param thread 0 … threads − 1, another one for each */
export function joinTables(explainer: TreeExplainer, {memory, layout}: SharedTables, thread: number): BlockExplainer {
  const kernels = compileTableKernels(memory.buffer.byteLength / pageBytes, true)!;
  return new BlockExplainer(explainer, layout, memory, kernels, layout.sharedBytes + thread * layout.ownBytes);
}
