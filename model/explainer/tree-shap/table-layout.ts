import type {TreeExplainer} from "./explainer.ts";
import {factorStates} from "./factor-states.ts";
import type {Parts} from "./parts.ts";
import {factorBytes, runBytes} from "./table-kernels.ts";

/**
 * Where the tables of an explainer are in memory, in bytes. A part of one factor has one table a feature, of its
 * contribution in each state; the factors of other parts have, state by state, a row of their values.
 */
export interface TableLayout {
  /** Of each factor of a tabulated part: its states; its table; the runs of codes that find a row's state. */
  readonly states: Int32Array;
  readonly table: Float64Array;
  readonly runStart: Int32Array;
  readonly runEnd: Int32Array;
  /** Of each factor: which columns of sums are its features'; of each part: where its factors are described. */
  readonly columns: Int32Array;
  readonly factors: Int32Array;
  /** Of each feature: its cuts, filled up to a power of two, and half of their bytes; 0 where no split reads it. */
  readonly cuts: Int32Array;
  readonly half: Int32Array;
  /** Bytes up to here are the same for all who explain. */
  readonly sharedBytes: number;
  /** Where, from the start of each one's own memory on, the states, codes and sums of a block of rows are. */
  readonly rowStates: number;
  readonly codes: number;
  readonly sums: number;
  readonly ownBytes: number;
}

/** Rows that are explained at a time: a table is read once for all of them. */
export const blockRows = 1024;

/** Lays out the tables of an explainer, and all that finds a row's entries in them. */
export function layOutTables({codes, conditions, parts}: TreeExplainer): TableLayout {
  const factors = parts.factorStart[parts.count]!;
  const layout = {
    states: new Int32Array(factors),
    table: new Float64Array(factors),
    runStart: new Int32Array(factors),
    runEnd: new Int32Array(factors),
    columns: new Int32Array(factors),
    factors: new Int32Array(parts.count),
    cuts: new Int32Array(codes.length),
    half: new Int32Array(codes.length)
  };
  let end = 64;
  const take = (bytes: number): number => {
    const start = end;
    end += Math.ceil(bytes / 16) * 16;
    return start;
  };
  let mostFactors = 0;
  for (let part = 0; part < parts.count; part++) {
    if (!parts.tabulated[part]) continue;
    const [first, last] = [parts.factorStart[part]!, parts.factorStart[part + 1]!];
    mostFactors = Math.max(mostFactors, last - first);
    layout.factors[part] = take((last - first) * factorBytes);
    for (let f = first; f < last; f++) {
      const {count, features} = factorStates(parts, conditions, codes, f);
      const runs = features.reduce((sum, {classes}) => sum + classes.classes.filter((c) => c > 0).length, 0);
      layout.states[f] = count;
      layout.runStart[f] = take(runs * runBytes);
      layout.runEnd[f] = layout.runStart[f]! + runs * runBytes;
      layout.columns[f] = take(4 * features.length);
      layout.table[f] = take(tableBytes(parts, part, features.length, count));
    }
  }
  for (const feature of new Set(conditions.feature)) {
    layout.half[feature] = 4 * 2 ** (32 - Math.clz32(codes[feature]!.cuts.length));
    layout.cuts[feature] = take(2 * layout.half[feature]!);
  }
  const sharedBytes = end;
  end = 0;
  const own = {
    rowStates: take(2 * blockRows * mostFactors),
    codes: take(2 * blockRows * codes.length),
    sums: take(8 * blockRows * codes.length)
  };
  return {...layout, sharedBytes, ...own, ownBytes: end};
}

/** Whether the contributions of a part are kept, not the values of its factors. */
export function keepsSums({factorStart}: Parts, part: number): boolean {
  const factors = factorStart[part + 1]! - factorStart[part]!;
  return factors === 1;
}

/** The bytes of the table of a factor with so many features and states. */
function tableBytes(parts: Parts, part: number, features: number, states: number): number {
  return 8 * states * (keepsSums(parts, part) ? features : (1 + features) * parts.nodes[part]!);
}
