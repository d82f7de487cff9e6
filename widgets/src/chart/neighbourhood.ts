/** Bins from `first` to `last`, both included. */
export interface BinRange {
  first: number;
  last: number;
}

/**
 * The bins around one that together hold at least `least` people: widened a bin at a time, on the side whose next bin
 * is nearer, the fuller one first where both are. Undefined where all bins together hold fewer.
 */
export function neighbourhood(counts: readonly number[], bin: number, least: number): BinRange | undefined {
  let [first, last] = [bin, bin];
  let people = counts[bin]!;
  while (people < least) {
    const below = first > 0 ? counts[first - 1]! : undefined;
    const above = last < counts.length - 1 ? counts[last + 1]! : undefined;
    if (below === undefined && above === undefined) return undefined;
    const nearer = bin - first - (last - bin);
    const goBelow = above === undefined || (below !== undefined && (nearer < 0 || (nearer === 0 && below >= above)));
    if (goBelow) people += counts[--first]!;
    else people += counts[++last]!;
  }
  return {first, last};
}

/** The sum of a count over some bins. */
export function peopleIn(counts: readonly number[], {first, last}: BinRange): number {
  return counts.slice(first, last + 1).reduce((sum, people) => sum + people, 0);
}
