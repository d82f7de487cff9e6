/** One step of a waterfall, as shares of the drawing's width from 0 to 1; `from` ≤ `to`. */
export interface Step {
  from: number;
  to: number;
}

/** A running sum drawn step by step on one scale, with a mark for where it starts, ends and for a reference. */
export interface Waterfall {
  start: number;
  steps: Step[];
  end: number;
  reference: number;
}

/** Lays out start + parts = end on a scale that holds every running total and the reference, with air at both ends. */
export function waterfall(start: number, parts: readonly number[], reference: number): Waterfall {
  const totals = [start];
  for (const part of parts) totals.push(totals.at(-1)! + part);
  const low = Math.min(...totals, reference);
  const high = Math.max(...totals, reference);
  const air = Math.max((high - low) * 0.03, 0.5);
  const x = (value: number) => (value - low + air) / (high - low + 2 * air);
  return {
    start: x(start),
    steps: parts.map((_, i) => ({
      from: x(Math.min(totals[i]!, totals[i + 1]!)),
      to: x(Math.max(totals[i]!, totals[i + 1]!))
    })),
    end: x(totals.at(-1)!),
    reference: x(reference)
  };
}
