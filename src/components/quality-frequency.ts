/** So many out of so many. */
export interface Frequency {
  count: number;
  of: number;
}

/**
 * A share as a natural frequency (Gigerenzer, 2002): out of 100, or out of more where 100 would make "none" or "all" of
 * a few.
 */
export function frequencyOf(share: number): Frequency {
  for (const of of [100, 1000, 10_000]) {
    const count = Math.round(share * of);
    if ((count > 0 && count < of) || share === 0 || share === 1) return {count, of};
  }
  return {count: Math.round(share * 10_000), of: 10_000};
}
