/**
 * A share as people count it: so many of 100. Natural frequencies are understood where percentages and probabilities
 * are not (Gigerenzer & Hoffrage, 1995). `count` is whole, 0 to 100.
 */
export interface Frequency {
  kind: "none" | "less" | "about" | "exactly" | "more" | "all";
  count: number;
}

/** A predicted probability, of which one never says that it happens to nobody or to everybody. */
export function predictedFrequency(probability: number): Frequency {
  const hundred = probability * 100;
  if (hundred < 1) return {kind: "less", count: 1};
  if (hundred > 99) return {kind: "more", count: 99};
  return {kind: "about", count: Math.round(hundred)};
}

/** How many of some people that were counted, scaled to 100. */
export function observedFrequency(part: number, whole: number): Frequency {
  if (part === 0) return {kind: "none", count: 0};
  if (part === whole) return {kind: "all", count: 100};
  const hundred = (part / whole) * 100;
  if (Number.isInteger(hundred)) return {kind: "exactly", count: hundred};
  return predictedFrequency(part / whole);
}
