import type {Distribution} from "../../../model/contract/cohort.ts";
import {binOf, clamp} from "./scale.ts";

/**
 * Where a value stands among a group, as shares of the people whose value is known. `same` counts those known to have
 * the very same value; where bins are wider than a value it is what repeated quantiles prove, at least.
 */
export interface Standing {
  below: number;
  same: number;
  above: number;
}

const quantileShares = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/**
 * Reads a standing off a histogram: exact where a bin holds one whole value (`whole`), interpolated inside the bin
 * otherwise. Undefined where nobody's value is known or the value is a category.
 */
export function standingOf(distribution: Distribution, value: number, whole: boolean): Standing | undefined {
  const {count, counts, edges, quantiles} = distribution;
  if (edges === null || count === 0) return undefined;
  const bin = binOf(edges, value);
  const before = counts.slice(0, bin).reduce((sum, people) => sum + people, 0) / count;
  const inside = counts[bin]! / count;
  const width = edges[bin + 1]! - edges[bin]!;
  if (whole && width === 1) {
    return {below: before, same: inside, above: Math.max(0, 1 - before - inside)};
  }
  const tied = quantileShares.filter((_, i) => quantiles?.[i] === value);
  if (tied.length > 1) {
    const same = tied.at(-1)! - tied[0]!;
    const below = Math.min(before, tied[0]!);
    return {below, same, above: Math.max(0, 1 - below - same)};
  }
  const below = before + inside * (width > 0 ? clamp((value - edges[bin]!) / width, 0, 1) : 0.5);
  return {below, same: 0, above: 1 - below};
}
