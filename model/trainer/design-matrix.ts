import type {Matrix} from "./matrix.ts";

/** How one input becomes columns of a linear model; learnt from training rows alone. */
type Encoding =
  | {kind: "number"; column: number; median: number; mean: number; deviation: number; flagsMissing: boolean}
  | {kind: "category"; column: number; codes: number[]};

/** What turns rows of a matrix into rows of numbers that a linear model takes. */
export interface DesignEncoder {
  /** Numbers in a row. */
  width: number;
  encodings: Encoding[];
}

/** Standard deviations beyond which a value counts as that many: a linear model would follow a single large amount. */
const mostDeviations = 6;
/** Training rows that a category, or the lack of a value, needs for a column of its own. */
const leastRows = 20;

/**
 * Learns how rows are laid out for a linear model: numbers with missing values replaced by the median, centred and
 * scaled to one standard deviation, beside them a flag where values are missing; categories as one flag each.
 *
 * @param rows places of the training rows
 */
export function fitDesign(matrix: Matrix, rows: Int32Array): DesignEncoder {
  const encodings: Encoding[] = [];
  let width = 0;
  for (const [column, {categories}] of matrix.inputs.entries()) {
    const values = matrix.columns[column]!;
    if (categories !== null) {
      const counts = new Uint32Array(categories.length);
      for (const row of rows) if (!Number.isNaN(values[row])) counts[values[row]!]!++;
      const codes = Array.from(counts.keys()).filter((code) => counts[code]! >= leastRows);
      encodings.push({kind: "category", column, codes});
      width += codes.length;
      continue;
    }
    const present = Float32Array.from(Array.from(rows, (row) => values[row]!).filter((value) => !Number.isNaN(value)));
    if (present.length === 0) continue;
    present.sort();
    const median = present[present.length >> 1]!;
    const missing = rows.length - present.length;
    const mean = (present.reduce((sum, value) => sum + value, 0) + missing * median) / rows.length;
    const squares = present.reduce((sum, value) => sum + (value - mean) ** 2, 0) + missing * (median - mean) ** 2;
    const deviation = Math.sqrt(squares / rows.length);
    const flagsMissing = missing >= leastRows && present.length >= leastRows;
    if (!(deviation > 0) && !flagsMissing) continue;
    encodings.push({kind: "number", column, median, mean, deviation: deviation > 0 ? deviation : 1, flagsMissing});
    width += flagsMissing ? 2 : 1;
  }
  return {width, encodings};
}

/** Lays rows out, one after the other: `rows.length × width` numbers, none of them missing. */
export function encodeDesign({width, encodings}: DesignEncoder, matrix: Matrix, rows: Int32Array): Float64Array {
  const design = new Float64Array(rows.length * width);
  let place = 0;
  for (const encoding of encodings) {
    const values = matrix.columns[encoding.column]!;
    if (encoding.kind === "category") {
      const placeOf = new Map(encoding.codes.map((code, i) => [code, place + i]));
      for (let i = 0; i < rows.length; i++) {
        const at = placeOf.get(values[rows[i]!]!);
        if (at !== undefined) design[i * width + at] = 1;
      }
      place += encoding.codes.length;
      continue;
    }
    const {median, mean, deviation, flagsMissing} = encoding;
    for (let i = 0; i < rows.length; i++) {
      const value = values[rows[i]!]!;
      const missing = Number.isNaN(value);
      const scaled = ((missing ? median : value) - mean) / deviation;
      design[i * width + place] = Math.max(-mostDeviations, Math.min(mostDeviations, scaled));
      if (flagsMissing && missing) design[i * width + place + 1] = 1;
    }
    place += flagsMissing ? 2 : 1;
  }
  return design;
}
