import {type Stream, normalCdf} from "./random.ts";

/** What a draw depends on, by name. */
export type Context = Readonly<Record<string, string | number>>;

/**
 * Distributions by cell. A table is a tree: a line that ends with "?" is a condition on the context, and what follows
 * it is first the branch where it holds, then the one where it doesn't; any other line is the distribution of a cell.
 * Conditions are `name < number?` and `name = one | another?`. Indentation is for the reader.
 *
 * The tables that are written so were fitted to the competition's rows, with at least 60 rows in each cell.
 */
class Cells<Leaf> {
  readonly #root: Node<Leaf>;

  constructor(text: string, parse: (line: string) => Leaf) {
    const lines = joined(text);
    let at = 0;
    const read = (): Node<Leaf> => {
      const line = lines[at++];
      if (line === undefined) throw new RangeError("a condition lacks a branch");
      if (!line.endsWith("?")) return {leaf: parse(line)};
      const condition = /^(\w+) (<|=) (.+)\?$/.exec(line);
      if (condition === null) throw new RangeError(`not a condition: ${line}`);
      const [, name, operator, operand] = condition as unknown as [string, string, string, string];
      const limit = operator === "<" ? finite(operand) : NaN;
      const values = operator === "=" ? new Set(operand.split(" | ")) : undefined;
      return {name, limit, values, yes: read(), no: read()};
    };
    this.#root = read();
    if (at < lines.length) throw new RangeError(`a line too many: ${lines[at]!}`);
  }

  /** The cell that the context falls in. */
  protected cell(context: Context): Leaf {
    let node = this.#root;
    while (!("leaf" in node)) {
      const value = context[node.name];
      if (value === undefined) throw new RangeError(`the context lacks ${node.name}`);
      const holds = node.values === undefined ? (value as number) < node.limit : node.values.has(value as string);
      node = holds ? node.yes : node.no;
    }
    return node.leaf;
  }
}

type Node<Leaf> =
  | {leaf: Leaf}
  | {name: string; limit: number; values: ReadonlySet<string> | undefined; yes: Node<Leaf>; no: Node<Leaf>};

/** A quantile function: probabilities ascend to 1; equal neighbours in `values` are an atom. */
interface Quantiles {
  probabilities: readonly number[];
  values: readonly number[];
}

/**
 * Distributions of a number. A cell is a quantile function, linear between points `per-mille value` with commas in
 * between; `from-to value` gives a value a probability of its own. A value alone is certain.
 */
class CurveCells extends Cells<Quantiles> {
  constructor(text: string) {
    super(text, parseQuantiles);
  }

  /** The value at probability `u`, from 0 to 1. */
  at(context: Context, u: number): number {
    const {probabilities, values} = this.cell(context);
    let high = 1;
    while (probabilities[high]! < u) ++high;
    const p = probabilities[high - 1]!;
    const v = values[high - 1]!;
    const next = values[high]!;
    return next === v ? v : v + ((next - v) * (u - p)) / (probabilities[high]! - p);
  }

  /** The value where a standard normal score stands. */
  atNormal(context: Context, z: number): number {
    return this.at(context, normalCdf(z));
  }

  draw(context: Context, stream: Stream): number {
    return this.at(context, stream.uniform());
  }
}

interface Shares {
  names: readonly string[];
  cumulative: readonly number[];
}

/** Distributions over names. A cell is `name weight` entries with semicolons in between; a name alone is certain. */
class ChoiceCells extends Cells<Shares> {
  constructor(text: string) {
    super(text, parseShares);
  }

  /** The name at probability `u`, in the order in which the cell lists its names. */
  at(context: Context, u: number): string {
    const {names, cumulative} = this.cell(context);
    const target = u * cumulative[cumulative.length - 1]!;
    let i = 0;
    while (i < names.length - 1 && cumulative[i]! < target) ++i;
    return names[i]!;
  }

  /** The name where a standard normal score stands. */
  atNormal(context: Context, z: number): string {
    return this.at(context, normalCdf(z));
  }

  draw(context: Context, stream: Stream): string {
    return this.at(context, stream.uniform());
  }
}

export type {ChoiceCells, CurveCells};

export function curves(text: string): CurveCells {
  return new CurveCells(text);
}

export function choices(text: string): ChoiceCells {
  return new ChoiceCells(text);
}

/** Lines without indentation; those that end with a separator go on in the next. */
function joined(text: string): string[] {
  const lines: string[] = [];
  let open = false;
  for (const raw of text.split("\n")) {
    const line = raw.trim();
    if (line === "") continue;
    if (open) lines[lines.length - 1] += ` ${line}`;
    else lines.push(line);
    open = line.endsWith(",") || line.endsWith(";");
  }
  return lines;
}

function parseQuantiles(line: string): Quantiles {
  const probabilities: number[] = [];
  const values: number[] = [];
  const points = line.split(", ");
  for (const point of points) {
    const [place, text] = points.length === 1 ? ["0-1000", point] : (point.split(" ") as [string, string?]);
    if (text === undefined) throw new RangeError(`not a point: ${point}`);
    const value = finite(text);
    for (const p of place.split("-")) {
      if (finite(p) / 1000 < (probabilities.at(-1) ?? 0) || value < (values.at(-1) ?? value)) {
        throw new RangeError(`a quantile function ascends: ${line}`);
      }
      probabilities.push(finite(p) / 1000);
      values.push(value);
    }
  }
  if (probabilities[0] !== 0 || probabilities.at(-1) !== 1) throw new RangeError(`not from 0 to 1000: ${line}`);
  return {probabilities, values};
}

function parseShares(line: string): Shares {
  const names: string[] = [];
  const cumulative: number[] = [];
  let sum = 0;
  const entries = line.split("; ");
  for (const entry of entries) {
    const space = entries.length === 1 ? entry.length : entry.lastIndexOf(" ");
    const weight = entries.length === 1 ? 1 : finite(entry.slice(space + 1));
    if (space < 1 || weight <= 0) throw new RangeError(`not a share: ${entry}`);
    names.push(entry.slice(0, space));
    cumulative.push((sum += weight));
  }
  return {names, cumulative};
}

function finite(text: string): number {
  const value = Number(text);
  if (text === "" || !Number.isFinite(value)) throw new RangeError(`not a number: ${text}`);
  return value;
}
