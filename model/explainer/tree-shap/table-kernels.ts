import {assemble, define, type Definition} from "../../wasm/assembler.ts";
import {i32, select, splatF64} from "../../wasm/values.ts";
import {mostTabulatedNodes} from "./parts.ts";

/** The functions of the module, as JavaScript calls them. Places are in bytes; rows come in eights. */
export interface TableKernels {
  /** The codes of numbers: how many of a feature's cuts are below each. */
  encode(values: number, end: number, cuts: number, half: number, codes: number): void;
  /** The state of a factor for each row: the sum of the weights of the runs that hold the row's codes. */
  findStates(run: number, runEnd: number, codes: number, states: number, end: number): void;
  /** Adds each row's entry in the tables of sums, one table a feature, to the columns of those features. */
  addSums(
    states: number,
    end: number,
    table: number,
    size: number,
    column: number,
    columnEnd: number,
    columns: number
  ): void;
  /** By the nodes of the quadrature. */
  addProducts(nodes: number): AddProducts;
}

/**
 * Adds the contributions of a part of several factors. Of each there are, from `factor` on, where in `own` its states
 * are, its table, the bytes of a state in it, and where the places of its features' columns start and end.
 */
export type AddProducts = (
  factor: number,
  factorEnd: number,
  own: number,
  row: number,
  rowEnd: number,
  columns: number
) => void;

const nodeCounts = Array.from({length: mostTabulatedNodes / 2}, (_, i) => 2 * i + 2);

/** Bytes of a factor in memory. */
export const factorBytes = 20;

/** Bytes of a run in memory: where its feature's codes are, its first code, how many follow, the weight. */
export const runBytes = 12;

/** Binary search without branches, in as many steps for each number: the cuts are filled up with infinities. */
const encode = define(
  "encode",
  {values: "i32", end: "i32", cuts: "i32", half: "i32", codes: "i32"},
  null,
  (f, {values, end, cuts, half, codes}) => {
    const lanes = 4;
    const value = Array.from({length: lanes}, () => f.local("f64"));
    const found = Array.from({length: lanes}, () => f.local("i32"));
    const step = f.local("i32");
    f.while(values.less(end), () => {
      for (let k = 0; k < lanes; k++) {
        f.set(value[k]!, values.loadF64(8 * k));
        f.set(found[k]!, cuts);
      }
      f.set(step, half);
      f.while(i32(4).less(step), () => {
        for (let k = 0; k < lanes; k++) {
          const next = found[k]!.add(step);
          f.set(found[k]!, select(next.sub(8).loadF64().less(value[k]!), next, found[k]!));
        }
        f.set(step, step.shiftRight(1));
      });
      for (let k = 0; k < lanes; k++) {
        const code = found[k]!.sub(cuts).shiftRight(3);
        f.storeI16(codes, select(value[k]!.equals(value[k]!), code, i32(0xffff)), 2 * k);
      }
      f.set(values, values.add(8 * lanes));
      f.set(codes, codes.add(2 * lanes));
    });
  }
);

/** Eight rows at a time. */
const findStates = define(
  "findStates",
  {run: "i32", runEnd: "i32", codes: "i32", states: "i32", end: "i32"},
  null,
  (f, {run, runEnd, codes, states, end}) => {
    const at = f.local("i32");
    const from = f.local("i32");
    const state = f.local("v128");
    f.while(states.less(end), () => {
      f.set(at, run);
      f.set(state, state.subI16(state));
      f.while(at.less(runEnd), () => {
        f.set(from, codes.add(at.loadI32()));
        const after = from.loadV128().subI16(at.loadSplat16(4));
        f.set(state, state.addI16(after.atMostI16(at.loadSplat16(6)).and(at.loadSplat16(8))));
        f.set(at, at.add(runBytes));
      });
      f.store(states, state);
      f.set(states, states.add(16));
      f.set(codes, codes.add(16));
    });
  }
);

/** The states of sums are places in a table already. Four pairs of rows at a time. */
const addSums = define(
  "addSums",
  {states: "i32", end: "i32", table: "i32", size: "i32", column: "i32", columnEnd: "i32", columns: "i32"},
  null,
  (f, {states, end, table, size, column, columnEnd, columns}) => {
    const at = f.local("i32");
    const to = f.local("i32");
    f.while(column.less(columnEnd), () => {
      f.set(at, states);
      f.set(to, columns.add(column.loadI32()));
      f.while(at.less(end), () => {
        for (let k = 0; k < 8; k += 2) {
          const pair = table.add(at.loadI16(2 * k)).loadF64Lower();
          f.store(to, to.loadV128(8 * k).addF64(pair.loadF64Upper(table.add(at.loadI16(2 * k + 2)))), 8 * k);
        }
        f.set(at, at.add(16));
        f.set(to, to.add(64));
      });
      f.set(table, table.add(size));
      f.set(column, column.add(4));
    });
  }
);

/** Rows are counted in the bytes of a state, two. */
function addProducts(nodes: number): Definition {
  return define(
    `addProducts${nodes}`,
    {factor: "i32", factorEnd: "i32", own: "i32", row: "i32", rowEnd: "i32", columns: "i32"},
    null,
    (f, {factor, factorEnd, own, row, rowEnd, columns}) => {
      const one = f.local("i32");
      const other = f.local("i32");
      const values = f.local("i32");
      const column = f.local("i32");
      const columnEnd = f.local("i32");
      const to = f.local("i32");
      const sum = f.local("v128");
      const pairs = Array.from({length: nodes / 2}, (_, k) => ({at: 16 * k, others: f.local("v128")}));
      const valuesOf = (which: typeof one) =>
        which.loadI32(4).add(own.add(which.loadI32()).add(row).loadI16().mul(which.loadI32(8)));
      f.while(row.less(rowEnd), () => {
        f.set(one, factor);
        f.while(one.less(factorEnd), () => {
          for (const {others} of pairs) f.set(others, splatF64(1));
          f.set(other, factor);
          f.while(other.less(factorEnd), () => {
            f.if(other.equals(one).isZero(), () => {
              f.set(values, valuesOf(other));
              for (const {at, others} of pairs) f.set(others, others.mulF64(values.loadV128(at)));
            });
            f.set(other, other.add(factorBytes));
          });
          f.set(values, valuesOf(one));
          f.set(column, one.loadI32(12));
          f.set(columnEnd, one.loadI32(16));
          f.while(column.less(columnEnd), () => {
            f.set(values, values.add(8 * nodes));
            const products = pairs.map(({at, others}) => values.loadV128(at).mulF64(others));
            f.set(
              sum,
              products.reduce((a, b) => a.addF64(b))
            );
            f.set(to, columns.add(column.loadI32()).add(row.shiftLeft(2)));
            f.store(to, to.loadF64().add(sum.f64(0).add(sum.f64(1))));
            f.set(column, column.add(4));
          });
          f.set(one, one.add(factorBytes));
        });
        f.set(row, row.add(2));
      });
    }
  );
}

/** The kernels for a memory of at most so many pages of 64 KiB; null where WebAssembly or its vectors are missing. */
export function compileTableKernels(pages: number, shared: boolean): WebAssembly.Module | null {
  const definitions = [encode, findStates, addSums, ...nodeCounts.map(addProducts)];
  try {
    return new WebAssembly.Module(assemble(definitions, pages, {shared}));
  } catch {
    return null;
  }
}

export function openTableKernels(module: WebAssembly.Module, memory: WebAssembly.Memory): TableKernels {
  const kernels = new WebAssembly.Instance(module, {env: {memory}}).exports as unknown as TableKernels;
  const byNodes = kernels as unknown as Record<string, AddProducts>;
  return {...kernels, addProducts: (nodes) => byNodes[`addProducts${nodes}`]!};
}
