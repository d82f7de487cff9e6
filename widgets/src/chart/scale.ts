/** Maps a number of a domain to a place on a drawn line, in pixels. */
export type Scale = (value: number) => number;

/** A straight scale; a value outside its domain is drawn at the nearer end, so that nothing is drawn outside. */
export function linearScale([low, high]: readonly [number, number], [from, to]: readonly [number, number]): Scale {
  const span = high - low;
  return (value) => (span === 0 ? (from + to) / 2 : from + (clamp(value, low, high) - low) * ((to - from) / span));
}

/**
 * A scale over bins: every bin is as wide as the next, and straight inside. Of bins of equal steps it is the straight
 * scale; of uneven ones it keeps the narrow ones visible. `edges` ascend and are one more than the bins.
 */
export function binScale(edges: readonly number[], [from, to]: readonly [number, number]): Scale {
  const bins = edges.length - 1;
  return (value) => {
    const bin = binOf(edges, value);
    const low = edges[bin]!;
    const high = edges[bin + 1]!;
    const inside = high > low ? clamp((value - low) / (high - low), 0, 1) : 0.5;
    return from + ((bin + inside) / bins) * (to - from);
  };
}

/** The bin of a value: the last whose lower edge is not above it. Values beyond the ends belong to the end bins. */
export function binOf(edges: readonly number[], value: number): number {
  let bin = 0;
  while (bin < edges.length - 2 && edges[bin + 1]! <= value) bin++;
  return bin;
}

export function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
