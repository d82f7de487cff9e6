import type {Candidate, Dimension} from "../contract/selection.ts";
import type {Random} from "../metrics/random.ts";

/** By the trainer's name of each parameter that is searched. */
export type Space = Readonly<Record<string, Dimension>>;

/** Candidates drawn evenly over the space. */
export function drawCandidate(space: Space, random: Random): Candidate {
  return Object.fromEntries(
    Object.entries(space).map(([name, dimension]) => [
      name,
      dimension.kind === "choice"
        ? dimension.values[Math.floor(random() * dimension.values.length)]!
        : fromUnit(dimension, random())
    ])
  );
}

/** The value of a number's dimension at a place from 0 to 1 of its (logarithmic) range. */
export function fromUnit(dimension: Exclude<Dimension, {kind: "choice"}>, unit: number): number {
  // A whole number's range reaches half a step beyond either end, so that the ends are as likely as what is between.
  const {low, high} = extent(dimension);
  const value = dimension.log ? low * (high / low) ** unit : low + (high - low) * unit;
  const bounded = Math.min(dimension.high, Math.max(dimension.low, value));
  return dimension.kind === "integer"
    ? Math.min(dimension.high, Math.max(dimension.low, Math.round(bounded)))
    : Number(bounded.toPrecision(6));
}

/** Where a value lies in its dimension, from 0 to 1. */
export function toUnit(dimension: Exclude<Dimension, {kind: "choice"}>, value: number): number {
  const {low, high} = extent(dimension);
  if (high === low) return 0.5;
  return dimension.log ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
}

function extent({kind, low, high, log}: Exclude<Dimension, {kind: "choice"}>): {low: number; high: number} {
  if (kind === "real") return {low, high};
  // Half a step below 1 would be 0.5, and below 0 there is no logarithm.
  return {low: log ? Math.max(low - 0.5, low / 2) : low - 0.5, high: high + 0.5};
}
