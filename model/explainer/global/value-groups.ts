import type {ValueGroup} from "../../contract/global-explanation.ts";
import {countBelow, knownSorted, type Values} from "./quantile.ts";

/** Clients parted by a feature's value. */
export interface Partition {
  readonly groups: readonly ValueGroup[];
  /** The group of each client, an index into `groups`; −1 where its group would be too small. */
  readonly of: Int16Array;
}

/**
 * Parts clients by a feature: a number's values at their quantiles, into at most `count` groups (a group a value where
 * there are no more values than that), a category by category; a missing value is a group of its own. Groups of numbers
 * are joined to their neighbours until they have `smallest` people; other groups of fewer are left out.
 *
 * @param column the value of each client, NaN where missing
 * @param categories names of a category's codes; null of a number
 */
export function partition(
  column: Values,
  categories: readonly string[] | null,
  {count, smallest}: {count: number; smallest: number}
): Partition {
  const groups: ValueGroup[] =
    categories === null
      ? intervals(groupEnds(knownSorted(column), count, smallest))
      : categories.map((category) => ({kind: "category", category}));
  groups.push({kind: "missing"});
  const ends = groups.flatMap((group) => (group.kind === "interval" && group.to !== null ? [group.to] : []));
  const missing = groups.length - 1;
  const of = new Int16Array(column.length);
  const people = new Uint32Array(groups.length);
  for (let client = 0; client < of.length; client++) {
    const value = column[client]!;
    let group = value;
    if (value !== value) group = missing;
    else if (categories === null) group = countBelow(ends, value);
    // A code that has no name is of no group.
    else if (!(group >= 0 && group < categories.length)) group = -1;
    if (group >= 0) people[group]!++;
    of[client] = group;
  }
  const kept = groups.map((_, group) => people[group]! >= Math.max(1, smallest));
  const renumbered = kept.map((keep, group) => (keep ? kept.slice(0, group).filter(Boolean).length : -1));
  for (let client = 0; client < of.length; client++) if (of[client]! >= 0) of[client] = renumbered[of[client]!]!;
  return {groups: groups.filter((_, group) => kept[group]), of};
}

/** Where groups of sorted values end, the last one apart: each is a value, and belongs to the group that it ends. */
export function groupEnds(sorted: Float64Array, count: number, smallest: number): number[] {
  const n = sorted.length;
  const ends: number[] = [];
  for (let i = 0; i < n && ends.length <= count; i++)
    if (i + 1 === n || sorted[i + 1] !== sorted[i]) ends.push(sorted[i]!);
  if (ends.length > count) {
    ends.length = 0;
    for (let k = 1; k < count; k++) {
      const end = sorted[Math.ceil((n * k) / count) - 1]!;
      if (end !== ends.at(-1) && end !== sorted[n - 1]) ends.push(end);
    }
    // So many equal values at the top that no quantile parts them from the rest.
    if (ends.length === 0) ends.push(sorted[countBelow(sorted, sorted[n - 1]!) - 1]!);
  } else ends.pop();
  const joined: number[] = [];
  let from = 0;
  for (const end of ends) {
    const to = countBelow(sorted, end, true);
    if (to - from < smallest || n - to < smallest) continue;
    joined.push(end);
    from = to;
  }
  return joined;
}

function intervals(ends: readonly number[]): ValueGroup[] {
  return Array.from({length: ends.length + 1}, (_, i) => ({
    kind: "interval",
    from: ends[i - 1] ?? null,
    to: ends[i] ?? null
  }));
}
