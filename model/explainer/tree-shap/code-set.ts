/**
 * A set of a feature's codes 0 … n − 1, as the ascending places where membership changes: [2, 5] is {2, 3, 4}, and [2]
 * is all from 2 on.
 */
export type CodeSet = readonly number[];

/** The codes that are in both sets. */
export function intersect(a: CodeSet, b: CodeSet): CodeSet {
  const changes: number[] = [];
  let [i, j] = [0, 0];
  let inside = false;
  while (i < a.length || j < b.length) {
    const place = Math.min(a[i] ?? Infinity, b[j] ?? Infinity);
    if (a[i] === place) i++;
    if (b[j] === place) j++;
    // After an odd number of changes one is inside a set.
    if (((i & j & 1) === 1) !== inside) {
      changes.push(place);
      inside = !inside;
    }
  }
  return changes;
}

/** The codes that are not in a set. */
export function complement(set: CodeSet): CodeSet {
  return set[0] === 0 ? set.slice(1) : [0, ...set];
}

/** Codes that several sets don't tell apart. */
export interface CodeClasses {
  /** Where runs of codes start, the first at 0, and the class of each run; neighbours differ. */
  readonly starts: readonly number[];
  readonly classes: readonly number[];
  /** Of each class, whether each set holds it. */
  readonly members: readonly (readonly boolean[])[];
}

/** The classes of the codes 0 … count − 1 by which of the sets they are in, in order of appearance. */
export function classesOf(sets: readonly CodeSet[], count: number): CodeClasses {
  const starts: number[] = [];
  const classes: number[] = [];
  const members: boolean[][] = [];
  const known = new Map<string, number>();
  for (const start of changesOf(sets)) {
    if (start >= count) break;
    const member = sets.map((set) => contains(set, start));
    const key = member.map(Number).join("");
    let number = known.get(key);
    if (number === undefined) {
      number = members.push(member) - 1;
      known.set(key, number);
    }
    if (classes[classes.length - 1] === number) continue;
    starts.push(start);
    classes.push(number);
  }
  return {starts, classes, members};
}

/** An upper bound of the number of classes, quickly. */
export function mostClasses(sets: readonly CodeSet[]): number {
  return changesOf(sets).length;
}

export function contains(set: CodeSet, code: number): boolean {
  let i = 0;
  while (i < set.length && set[i]! <= code) i++;
  return (i & 1) === 1;
}

/** 0, and wherever one of the sets changes, ascending. */
function changesOf(sets: readonly CodeSet[]): number[] {
  const changes = [0, ...sets.flat()].sort((a, b) => a - b);
  return changes.filter((place, i) => i === 0 || place !== changes[i - 1]);
}
