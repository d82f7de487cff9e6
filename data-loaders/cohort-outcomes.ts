import {smallestCohort, type OutcomeRange} from "../model/contract/cohort.ts";

/** How many people are in each bin (or have each category), and how it went for them. */
export interface OutcomeTally {
  people: ArrayLike<number>;
  /** Of them, those whom the model recommends for acceptance, whose outcome is known, and who defaulted. */
  accepted: ArrayLike<number>;
  labelled: ArrayLike<number>;
  defaults: ArrayLike<number>;
}

/** The people of a cohort whom no bin holds, since their value is missing. */
export interface Absent {
  people: number;
  labelled: number;
}

/**
 * Ranges of bins of a number, joined from the left until each has enough people, enough of them with a known outcome;
 * what is left over at the end joins the last. Where too few outcomes are known in all bins together, people alone
 * decide. The ranges cover every bin; none where all bins together have too few people.
 *
 * Cohort totals less all ranges are the people without a value: where the known outcomes of these are few but not none,
 * the range with the fewest known outcomes doesn't tell its own, so that what is left counts both.
 */
export function rangesOfNumber(tally: OutcomeTally, absent: Absent): OutcomeRange[] {
  const bins = tally.people.length;
  const whole = sum(tally, 0, bins - 1);
  if (whole.people < smallestCohort) return [];
  const told = whole.labelled >= smallestCohort;
  const ranges: Sums[] = [];
  for (let bin = 0, first = 0; bin < bins; bin++) {
    const range = sum(tally, first, bin);
    if (range.people < smallestCohort || (told && range.labelled < smallestCohort)) continue;
    ranges.push(range);
    first = bin + 1;
  }
  const last = ranges.pop()!;
  ranges.push(sum(tally, last.first, bins - 1));
  return withOutcomes(ranges, absent.labelled);
}

/**
 * One range for each category that has enough people. Whom no range tells of (people of small categories and those
 * without a value) can be had together, by subtraction from the cohort's totals: where they are few but not none, the
 * smallest category that is left isn't told either. The same holds for those whose outcome is known. This is the
 * complementary suppression of tables (Willenborg & de Waal, Elements of Statistical Disclosure Control, 2001), for one
 * margin.
 */
export function rangesOfCategories(tally: OutcomeTally, absent: Absent): OutcomeRange[] {
  const all = Array.from({length: tally.people.length}, (_, code) => sum(tally, code, code));
  const ranges = all.filter(({people}) => people >= smallestCohort);
  const untold = absent.people + total(all, "people") - total(ranges, "people");
  if (isFew(untold)) removeSmallest(ranges, "people");
  return withOutcomes(ranges, absent.labelled + total(all, "labelled") - total(ranges, "labelled"));
}

type Sums = {first: number; last: number; people: number; accepted: number; labelled: number; defaults: number};

function sum(tally: OutcomeTally, first: number, last: number): Sums {
  const sums = {first, last, people: 0, accepted: 0, labelled: 0, defaults: 0};
  for (let bin = first; bin <= last; bin++) {
    sums.people += tally.people[bin]!;
    sums.accepted += tally.accepted[bin]!;
    sums.labelled += tally.labelled[bin]!;
    sums.defaults += tally.defaults[bin]!;
  }
  return sums;
}

/**
 * Ranges with their outcomes, but where those that are known are few, or where they would tell of others.
 * @param untold people of the cohort whose outcome is known and whom no range counts
 */
function withOutcomes(ranges: readonly Sums[], untold: number): OutcomeRange[] {
  const told = ranges.filter(({labelled}) => labelled >= smallestCohort);
  if (isFew(untold + total(ranges, "labelled") - total(told, "labelled"))) removeSmallest(told, "labelled");
  return ranges.map((range) => (told.includes(range) ? range : {...range, labelled: null, defaults: null}));
}

function isFew(people: number): boolean {
  return people > 0 && people < smallestCohort;
}

function total(ranges: readonly Sums[], of: "people" | "labelled"): number {
  return ranges.reduce((sum, range) => sum + range[of], 0);
}

/** Removes the range with the fewest; the first of these. */
function removeSmallest(ranges: Sums[], of: "people" | "labelled"): void {
  const fewest = ranges.reduce((least, range) => Math.min(least, range[of]), Infinity);
  const place = ranges.findIndex((range) => range[of] === fewest);
  if (place >= 0) ranges.splice(place, 1);
}
