import type {Columns} from "../../ensemble/evaluate.ts";
import type {TreeExplainer} from "./explainer.ts";
import {missingCode} from "./feature-codes.ts";
import {RowExplainer} from "./row-explainer.ts";
import {factorBytes, openTableKernels, type TableKernels} from "./table-kernels.ts";
import {blockRows, keepsSums, type TableLayout} from "./table-layout.ts";

/** Explains many rows by tables, a block at a time. Several may share tables, each with memory of its own. */
export class BlockExplainer {
  private readonly source: TreeExplainer;
  private readonly layout: TableLayout;
  private readonly kernels: TableKernels;
  /** Where this explainer's own memory starts. */
  private readonly own: number;
  private readonly codes: Uint16Array;
  private readonly sums: Float64Array;
  private readonly rows: RowExplainer;
  private readonly rowCodes: Uint32Array;
  private readonly rowSums: Float64Array;

  constructor(
    source: TreeExplainer,
    layout: TableLayout,
    memory: WebAssembly.Memory,
    kernels: WebAssembly.Module,
    own: number
  ) {
    const features = source.codes.length;
    this.source = source;
    this.layout = layout;
    this.kernels = openTableKernels(kernels, memory);
    this.own = own;
    this.codes = new Uint16Array(memory.buffer, own + layout.codes, features * blockRows);
    this.sums = new Float64Array(memory.buffer, own + layout.sums, features * blockRows);
    this.rows = new RowExplainer(source);
    this.rowCodes = new Uint32Array(features);
    this.rowSums = new Float64Array(features);
  }

  /** The contributions of `count` rows from `start` on, at most a block, row after row in `out`. */
  explain(columns: Columns, start: number, count: number, out: Float64Array | Float32Array): void {
    this.encode(columns, start, count);
    this.sums.fill(0);
    const {parts} = this.source;
    const padded = Math.ceil(count / 8) * 8;
    let part = 0;
    for (; part < parts.count && parts.tabulated[part]; part++) this.add(part, padded);
    if (part < parts.count) this.addByRow(part, count);
    const features = this.rowSums.length;
    for (let feature = 0; feature < features; feature++) {
      const column = feature * blockRows;
      for (let i = 0; i < count; i++) out[i * features + feature] = this.sums[column + i]!;
    }
  }

  private encode(columns: Columns, start: number, count: number): void {
    const {cuts, half, codes, sums} = this.layout;
    // Numbers lie where sums will.
    const values = this.own + sums;
    const end = values + 8 * Math.ceil(count / 8) * 8;
    for (const [feature, column] of columns.entries()) {
      if (half[feature] === 0) continue;
      this.sums.set(column.subarray(start, start + count));
      this.kernels.encode(values, end, cuts[feature]!, half[feature]!, this.own + codes + 2 * blockRows * feature);
    }
  }

  private add(part: number, padded: number): void {
    const {own, kernels, layout} = this;
    const {parts} = this.source;
    const first = parts.factorStart[part]!;
    const factors = parts.factorStart[part + 1]! - first;
    for (let i = 0; i < factors; i++) {
      const at = own + layout.rowStates + 2 * blockRows * i;
      const runEnd = layout.runEnd[first + i]!;
      kernels.findStates(layout.runStart[first + i]!, runEnd, own + layout.codes, at, at + 2 * padded);
    }
    const sums = own + layout.sums;
    if (keepsSums(parts, part)) {
      const at = own + layout.rowStates;
      const columns = layout.columns[first]!;
      const columnEnd = columns + 4 * (parts.featureStart[first + 1]! - parts.featureStart[first]!);
      const size = 8 * layout.states[first]!;
      kernels.addSums(at, at + 2 * padded, layout.table[first]!, size, columns, columnEnd, sums);
      return;
    }
    const at = layout.factors[part]!;
    kernels.addProducts(parts.nodes[part]!)(at, at + factors * factorBytes, own, 0, 2 * padded, sums);
  }

  /** Parts without tables, from `first` on. */
  private addByRow(first: number, count: number): void {
    const {rows, rowCodes, rowSums, codes, sums, source} = this;
    for (let i = 0; i < count; i++) {
      for (let feature = 0; feature < rowCodes.length; feature++) {
        const code = codes[feature * blockRows + i]!;
        rowCodes[feature] = code === 0xffff ? missingCode : code;
        rowSums[feature] = sums[feature * blockRows + i]!;
      }
      for (let part = first; part < source.parts.count; part++) rows.explainPart(part, rowCodes, rowSums);
      for (let feature = 0; feature < rowSums.length; feature++) sums[feature * blockRows + i] = rowSums[feature]!;
    }
  }
}
