import type {Distribution, OutcomeRange} from "../../../../model/contract/cohort.ts";
import type {ComparisonTexts} from "../../locales/dictionary.ts";
import {observedFrequency, type Frequency} from "../../locales/frequency.ts";
import type {Subject} from "./subject.ts";

/** Proportions of fewer people than this are not shown: they would say more about chance, and about persons. */
export const smallestShown = 50;

/** Bins from `first` to `last`, both included. */
export type BinRange = Pick<OutcomeRange, "first" | "last">;

/** What some bins of a distribution are called, as people read it. */
export function binLabel(
  {first, last}: BinRange,
  distribution: Distribution,
  subject: Subject,
  words: ComparisonTexts
): string {
  const {edges, counts} = distribution;
  if (edges === null) return subject.text(first);
  const low = edges[first]!;
  const high = edges[last + 1]!;
  if (subject.categorical) return subject.text(low);
  const toEnd = last === counts.length - 1;
  const {size, sizes} = subject;
  if (holdsOneValue(subject, distribution)) {
    if (toEnd && last > 0) return words.bin.above(size(low));
    return first === last ? size(low) : sizes(low, high - 1);
  }
  // The end bins also hold whoever lies beyond them.
  if (first === 0 && toEnd) return sizes(low, high);
  if (first === 0) return words.bin.below(size(high));
  return toEnd ? words.bin.above(size(low)) : sizes(low, isWhole(subject, distribution) ? high - 1 : high);
}

/** Whether each bin holds one whole value. */
export function holdsOneValue(subject: Subject, distribution: Distribution): boolean {
  const {edges} = distribution;
  return edges !== null && Number(edges[1]) - Number(edges[0]) === 1 && isWhole(subject, distribution);
}

/** Whether a group's values are whole: by their unit, or else because its edges, its quantiles and the client's are. */
export function isWhole({value, whole}: Subject, {edges, quantiles}: Distribution): boolean {
  if (whole !== "perhaps") return whole;
  return [...(edges ?? [NaN]), ...(quantiles ?? [NaN]), value ?? 0].every(Number.isInteger);
}

/**
 * How it went for the people nearest to a client: of their own bin, or of it and as many neighbours as were joined so
 * that nobody can be told apart; undefined where too few are in the client's case.
 */
export function outcomesAround(bin: number, {outcomes}: Distribution, subject: Subject): OutcomeRange | undefined {
  const range = outcomes.find(({first, last}) => first <= bin && bin <= last);
  // A case is told alone or not at all.
  return range && subject.categorical && range.first < range.last ? undefined : range;
}

/** Of the people of a range, who is recommended for acceptance. */
export function acceptedIn({accepted, people}: OutcomeRange): Frequency {
  return observedFrequency(accepted, people);
}

/** Of the people of a range whose outcome is known, who did not repay; undefined of too few. */
export function defaultsIn({labelled, defaults}: OutcomeRange): Frequency | undefined {
  return labelled === null || defaults === null ? undefined : observedFrequency(defaults, labelled);
}
