import type {Distribution} from "../../../../model/contract/cohort.ts";
import {neighbourhood, peopleIn, type BinRange} from "../../chart/neighbourhood.ts";
import type {ComparisonTexts} from "../../locales/dictionary.ts";
import {observedFrequency, type Frequency} from "../../locales/frequency.ts";
import type {Subject} from "./subject.ts";

/** Proportions of fewer people than this are not shown: they would say more about chance, and about persons. */
export const smallestShown = 50;

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

/** The bins whose people a client is told about: their own, and as many neighbours as a proportion needs. */
export function tellableBins(bin: number, {counts, labelled}: Distribution, subject: Subject): BinRange | undefined {
  if (subject.categorical) return counts[bin]! < smallestShown ? undefined : {first: bin, last: bin};
  return neighbourhood(labelled, bin, smallestShown) ?? neighbourhood(counts, bin, smallestShown);
}

/** Of the people of some bins, who is recommended for acceptance; undefined of too few. */
export function acceptedIn(bins: BinRange, {counts, accepted}: Distribution): Frequency | undefined {
  return shareOf(peopleIn(accepted, bins), peopleIn(counts, bins));
}

/** Of the people of some bins whose outcome is known, who did not repay; undefined of too few. */
export function defaultsIn(bins: BinRange, {labelled, defaults}: Distribution): Frequency | undefined {
  return shareOf(peopleIn(defaults, bins), peopleIn(labelled, bins));
}

function shareOf(part: number, whole: number): Frequency | undefined {
  return whole < smallestShown ? undefined : observedFrequency(part, whole);
}
