import {type Stream} from "./random.ts";

/** The order of symbols that write a share: symbol i of 88 is (i / 88)². */
const symbols = `0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#%&'()*+,-./:;<=>?@[]^_{}~`;
const steps = symbols.length - 1;
const most = 160;

/** What is known of one applicant so far: numbers, or the places of categories in their lists; NaN where there is none. */
export type Facts = Float64Array;

export function createFacts(): Facts {
  return new Float64Array(most).fill(NaN);
}

/** Where each fact stands, in the order in which tables first name them. */
const places = new Map<string, number>();
const defined = new Map<string, Conditional>();

function place(name: string): number {
  const known = places.get(name);
  if (known !== undefined) return known;
  if (places.size === most) throw new RangeError(`${name}: more than ${most} facts`);
  places.set(name, places.size);
  return places.size - 1;
}

/** A fact that no table draws but on which others depend. */
export function givenFact(name: string): {set: (facts: Facts, value: number) => void; of: (facts: Facts) => number} {
  const at = place(name);
  return {set: (facts, value) => void (facts[at] = value), of: (facts) => facts[at]!};
}

/** A node of a decision tree: which fact it looks at, and where it leads; or a leaf. */
type Node = {at: number; equals: number; below: number; yes: number; no: number} | {cumulative: Float64Array};

/**
 * The distribution of one fact given those drawn before it: a decision tree (Breiman et al., 1984) over the earlier
 * facts whose leaves hold the shares of the fact's levels. Drawn one after another, such distributions make whole
 * records that hold together (sequential CART synthesis: Reiter, 2005). Every leaf speaks of at least 60 applicants.
 *
 * A table is written as lines: `# NAME kind`; the levels, indented and separated by bars; then the tree, each test
 * followed by the branch where it holds and the branch where it doesn't. `FACT=level` tests a category, `FACT<7` a
 * number up to 7 or missing; `:` starts a leaf, one symbol a level, zeros at its end left out. Kinds: `categories`;
 * `values`, where a level is a list of values equally likely; `ranges`, where it is a list of equally spaced quantiles
 * to interpolate.
 */
export class Conditional {
  readonly name: string;
  /** Texts of the categories; empty for numbers. */
  readonly categories: readonly string[];
  readonly #at: number;
  readonly #levels: readonly (readonly number[])[];
  readonly #interpolate: boolean;
  readonly #nodes: readonly Node[];

  constructor(text: string) {
    const lines = text.trim().split("\n");
    const [, name, kind] = /^# (\w+) (categories|values|ranges)$/.exec(lines[0]!) ?? [];
    if (name === undefined) throw new SyntaxError(`not the head of a table: ${lines[0]}`);
    const tree = lines.findIndex((line, i) => i > 0 && !line.startsWith("  "));
    // A line ends at a bar, or between two numbers of a level.
    const levels = lines
      .slice(1, tree)
      .map((line) => line.slice(2))
      .reduce((all, line) => (all === "" || all.endsWith("|") ? all + line : `${all} ${line}`), "")
      .split("|");
    this.name = name;
    this.categories = kind === "categories" ? levels : [];
    this.#levels = kind === "categories" ? [] : levels.map((level) => level.split(" ").map(Number));
    this.#interpolate = kind === "ranges";
    this.#at = place(name);
    this.#nodes = parseTree(name, levels.length, lines.slice(tree));
    defined.set(name, this);
  }

  /** Draws the fact, given those that `facts` holds already, and adds it to them. `u`, uniform, is the rank it gets. */
  draw(facts: Facts, stream: Stream, u = stream.uniform()): number {
    const cumulative = this.#leaf(facts);
    let level = 0;
    while (level < cumulative.length - 1 && cumulative[level]! < u) ++level;
    if (this.categories.length > 0) return (facts[this.#at] = level);
    const low = level > 0 ? cumulative[level - 1]! : 0;
    const within = Math.min(Math.max((u - low) / (cumulative[level]! - low), 0), 1 - 1e-9);
    const points = this.#levels[level]!;
    return (facts[this.#at] = this.#interpolate
      ? interpolate(points, within)
      : points[Math.floor(within * points.length)]!);
  }

  /** The fact as drawn; NaN when it wasn't. */
  number(facts: Facts): number {
    return facts[this.#at]!;
  }

  /** The category as drawn; empty when it wasn't. */
  category(facts: Facts): string {
    return this.categories[facts[this.#at]!] ?? "";
  }

  /** Puts in a value that follows from others and isn't drawn. */
  set(facts: Facts, value: number): void {
    facts[this.#at] = value;
  }

  #leaf(facts: Facts): Float64Array {
    let node = this.#nodes[0]!;
    while (!("cumulative" in node)) {
      const value = facts[node.at]!;
      node = this.#nodes[(node.equals >= 0 ? value === node.equals : !(value > node.below)) ? node.yes : node.no]!;
    }
    return node.cumulative;
  }
}

/** Reads tables written one after another, and checks that they are the ones that `names` says. */
export function conditionals<Name extends string>(names: readonly Name[], text: string): Record<Name, Conditional> {
  const tables = text
    .trim()
    .split(/\n(?=# )/)
    .map((table) => new Conditional(table));
  const found = tables.map(({name}) => name);
  if (found.join() !== names.join()) throw new RangeError(`tables of ${found.join()} where ${names.join()} were meant`);
  return Object.fromEntries(tables.map((table) => [table.name, table])) as Record<Name, Conditional>;
}

function interpolate(points: readonly number[], within: number): number {
  const position = within * (points.length - 1);
  const low = Math.floor(position);
  const from = points[low]!;
  return points.length === 1 ? from : from + (points[low + 1]! - from) * (position - low);
}

function parseTree(name: string, levels: number, lines: readonly string[]): Node[] {
  const nodes: Node[] = [];
  let next = 0;
  const read = (): number => {
    const line = lines[next++];
    if (line === undefined) throw new SyntaxError(`the tree of ${name} is cut short`);
    const index = nodes.length;
    if (line.startsWith(":")) {
      nodes.push({cumulative: parseLeaf(name, levels, line.slice(1))});
      return index;
    }
    const [, fact, sign, value] = /^(\w+)([=<])(.*)$/.exec(line) ?? [];
    if (fact === undefined || !places.has(fact)) throw new SyntaxError(`${name} depends on what isn't known: ${line}`);
    const equals = sign === "=" ? defined.get(fact)!.categories.indexOf(value!) : -1;
    if (sign === "=" && equals < 0) throw new SyntaxError(`${name}: no such category: ${line}`);
    const node = {at: places.get(fact)!, equals, below: sign === "<" ? Number(value) : NaN, yes: 0, no: 0};
    nodes.push(node);
    node.yes = read();
    node.no = read();
    return index;
  };
  read();
  if (next !== lines.length) throw new SyntaxError(`the tree of ${name} goes on after its end: ${lines[next]}`);
  return nodes;
}

function parseLeaf(name: string, levels: number, leaf: string): Float64Array {
  const shares = Array.from({length: levels}, (_, i) =>
    i < leaf.length ? (symbols.indexOf(leaf[i]!) / steps) ** 2 : 0
  );
  const total = shares.reduce((sum, share) => sum + share, 0);
  if (leaf.length > levels || !(total > 0)) throw new SyntaxError(`not a leaf of ${levels} levels in ${name}: ${leaf}`);
  let sum = 0;
  return Float64Array.from(shares, (share) => (sum += share) / total);
}
