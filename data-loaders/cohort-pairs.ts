import {sizesOf, type Grouping} from "./groupings.ts";

/** The groupings that are combined two by two, as far as the table has them. */
const paired = new Set(["age", "income", "income_type", "occupation", "credit_type", "region_rating"]);

/**
 * The clients of two groups at once, for each two of the groupings that an advisor would combine. A pair is left out
 * where it has fewer than `smallest` people; where it is all of one of its groups, which says the same; and where it
 * would tell of fewer than `smallest` by subtraction: a group less its known pairs with another grouping is either
 * nobody or at least `smallest` people, or else the smallest of these pairs is left out too.
 * @param groupings in each of which a client is in one group at most
 */
export function pairsOf(groupings: readonly Grouping[], smallest: number): Grouping[] {
  const chosen = groupings.filter(({id}) => paired.has(id));
  return chosen.flatMap((a, i) => chosen.slice(i + 1).map((b) => pair(a, b, smallest)));
}

function pair(a: Grouping, b: Grouping, smallest: number): Grouping {
  const table = new PairTable(a, b, smallest);
  const groups: Grouping["groups"] = [];
  const places = new Int32Array(a.groups.length * b.groups.length).fill(-1);
  for (const [i, one] of a.groups.entries()) {
    for (const [j, other] of b.groups.entries()) {
      if (!table.isWritten(i, j)) continue;
      places[i * b.groups.length + j] = groups.length;
      groups.push({
        id: `${one.id}+${other.id}`,
        label: {fr: `${one.label.fr}, ${other.label.fr}`, en: `${one.label.en}, ${other.label.en}`}
      });
    }
  }
  const of = a.of.map((i, row) => {
    const j = b.of[row]!;
    return i < 0 || j < 0 ? -1 : places[i * b.groups.length + j]!;
  });
  return {id: "pair", of, groups};
}

/** The counts of two groupings crossed, and which of them can be told. */
class PairTable {
  readonly #counts: Int32Array;
  readonly #known: boolean[];
  readonly #ofA: number[];
  readonly #ofB: number[];
  readonly #width: number;

  constructor(a: Grouping, b: Grouping, smallest: number) {
    this.#width = b.groups.length;
    this.#ofA = sizesOf(a);
    this.#ofB = sizesOf(b);
    this.#counts = new Int32Array(a.groups.length * this.#width);
    for (let row = 0; row < a.of.length; row++) {
      const i = a.of[row]!;
      const j = b.of[row]!;
      if (i >= 0 && j >= 0) this.#counts[i * this.#width + j]!++;
    }
    this.#known = Array.from(this.#counts, (count) => count >= smallest);
    // What is left out has `smallest` people at least: it never makes another remainder small.
    this.#ofA.forEach((count, i) => this.#guard(count, smallest, (cell) => Math.floor(cell / this.#width) === i));
    this.#ofB.forEach((count, j) => this.#guard(count, smallest, (cell) => cell % this.#width === j));
  }

  /** A pair that is all of a group is known through that group, and not written twice. */
  isWritten(i: number, j: number): boolean {
    const cell = i * this.#width + j;
    return this.#known[cell]! && !this.#isWhole(cell);
  }

  #isWhole(cell: number): boolean {
    const count = this.#counts[cell];
    return count === this.#ofA[Math.floor(cell / this.#width)] || count === this.#ofB[cell % this.#width];
  }

  #guard(count: number, smallest: number, isInGroup: (cell: number) => boolean): void {
    const known = this.#known.flatMap((isKnown, cell) => (isKnown && isInGroup(cell) ? [cell] : []));
    const rest = known.reduce((left, cell) => left - this.#counts[cell]!, count);
    if (rest === 0 || rest >= smallest) return;
    const [least] = known
      .filter((cell) => !this.#isWhole(cell))
      .sort((one, other) => this.#counts[one]! - this.#counts[other]!);
    if (least !== undefined) this.#known[least] = false;
  }
}
