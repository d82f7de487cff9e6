import fc from "fast-check";
import {expect, test} from "vitest";
import {outcomeRangeSchema, smallestCohort, type OutcomeRange} from "../model/contract/cohort.ts";
import {rangesOfCategories, rangesOfNumber, type OutcomeTally} from "./cohort-outcomes.ts";

type Bin = {people: number; labelled: number; defaults: number; accepted: number};

const nobody = {people: 0, labelled: 0};
const bin = (people: number, labelled = people, defaults = 0, accepted = 0): Bin => {
  return {people, labelled, defaults, accepted};
};
const tallyOf = (bins: readonly Bin[]): OutcomeTally => ({
  people: bins.map(({people}) => people),
  labelled: bins.map(({labelled}) => labelled),
  defaults: bins.map(({defaults}) => defaults),
  accepted: bins.map(({accepted}) => accepted)
});
/** first–last people labelled */
const told = (ranges: readonly OutcomeRange[]) =>
  ranges.map(({first, last, people, labelled}) => `${first}–${last} ${people} ${labelled ?? "untold"}`);
const few = (people: number) => people > 0 && people < smallestCohort;
const sum = (bins: readonly Bin[], of: keyof Bin) => bins.reduce((total, each) => total + each[of], 0);

const anyBin = fc
  .tuple(fc.oneof(fc.nat(30), fc.nat(200)), fc.nat(100), fc.nat(100), fc.nat(100))
  .map(([people, known, bad, good]) => {
    const labelled = Math.round((people * known) / 100);
    return bin(people, labelled, Math.round((labelled * bad) / 100), Math.round((people * good) / 100));
  });
const anyBins = fc.array(anyBin, {minLength: 1, maxLength: 8});
const anyAbsent = fc.oneof(
  fc.constant(nobody),
  fc.tuple(fc.nat(120), fc.nat(100)).map(([people, known]) => {
    return {people, labelled: Math.round((people * known) / 100)};
  })
);

/** Every way to part bins 0 … n − 1 into ranges, as the last bins of the ranges. */
function partitions(bins: number): number[][] {
  const inner = Array.from({length: bins - 1}, (_, i) => i);
  return Array.from({length: 2 ** inner.length}, (_, choice) => [...inner.filter((i) => (choice >> i) & 1), bins - 1]);
}

function rangesAt(ends: readonly number[], bins: readonly Bin[]): Bin[][] {
  return ends.map((end, i) => bins.slice(i === 0 ? 0 : ends[i - 1]! + 1, end + 1));
}

/** Among the partitions whose ranges are all large enough, the one with most ranges; of these, that which ends earliest. */
function bestPartition(bins: readonly Bin[]): number[] | undefined {
  const byLabelled = sum(bins, "labelled") >= smallestCohort;
  const isLarge = (range: readonly Bin[]) =>
    sum(range, "people") >= smallestCohort && (!byLabelled || sum(range, "labelled") >= smallestCohort);
  const earlier = (a: readonly number[], b: readonly number[]) => {
    const i = a.findIndex((end, place) => end !== b[place]);
    return i < 0 ? 0 : a[i]! - b[i]!;
  };
  return partitions(bins.length)
    .filter((ends) => rangesAt(ends, bins).every(isLarge))
    .sort((a, b) => b.length - a.length || earlier(a, b))[0];
}

test("bins are joined from the left until they hold 50 people with known outcomes; the rest joins the last", () => {
  const bins = [bin(20, 20, 1, 20), bin(40, 30, 2, 30), bin(0), bin(60, 50, 3, 10), bin(10, 10, 4, 5), bin(5, 0)];
  expect(rangesOfNumber(tallyOf(bins), nobody)).toEqual([
    {first: 0, last: 1, people: 60, labelled: 50, defaults: 3, accepted: 50},
    {first: 2, last: 5, people: 75, labelled: 60, defaults: 7, accepted: 15}
  ]);
});

test("where fewer than 50 outcomes are known, people alone make a range, and outcomes aren't told", () => {
  const bins = [bin(49, 10), bin(1, 0), bin(50, 39), bin(3, 0)];
  expect(told(rangesOfNumber(tallyOf(bins), nobody))).toEqual(["0–1 50 untold", "2–3 53 untold"]);
});

test("fewer than 50 people have no range", () => {
  expect(rangesOfNumber(tallyOf([bin(20), bin(29)]), {people: 500, labelled: 500})).toEqual([]);
  expect(rangesOfCategories(tallyOf([bin(20), bin(29)]), {people: 500, labelled: 500})).toEqual([]);
  expect(rangesOfCategories(tallyOf([]), nobody)).toEqual([]);
});

test("the outcomes of a few people without a value can't be had by subtraction", () => {
  const bins = [bin(90), bin(60), bin(70)];
  expect(told(rangesOfNumber(tallyOf(bins), {people: 3, labelled: 3}))).toEqual([
    "0–0 90 90",
    "1–1 60 untold",
    "2–2 70 70"
  ]);
  expect(told(rangesOfNumber(tallyOf(bins), {people: 50, labelled: 50}))).toEqual([
    "0–0 90 90",
    "1–1 60 60",
    "2–2 70 70"
  ]);
});

test("one category that is hidden takes the next smallest with it", () => {
  const bins = [bin(300), bin(12), bin(80), bin(0)];
  expect(told(rangesOfCategories(tallyOf(bins), nobody))).toEqual(["0–0 300 300"]);
  expect(told(rangesOfCategories(tallyOf(bins), {people: 38, labelled: 38}))).toEqual(["0–0 300 300", "2–2 80 80"]);
});

test("one category whose outcomes are hidden takes those of the next smallest with it", () => {
  const bins = [bin(300), bin(90, 20), bin(80)];
  expect(told(rangesOfCategories(tallyOf(bins), nobody))).toEqual(["0–0 300 300", "1–1 90 untold", "2–2 80 untold"]);
});

test("a category without any known outcome hides nobody else's", () => {
  const bins = [bin(300), bin(90, 0)];
  expect(told(rangesOfCategories(tallyOf(bins), nobody))).toEqual(["0–0 300 300", "1–1 90 untold"]);
});

test("several hidden categories that are few together take the next smallest with them", () => {
  const bins = [bin(300), bin(12), bin(13), bin(80)];
  expect(told(rangesOfCategories(tallyOf(bins), nobody))).toEqual(["0–0 300 300"]);
});

test("a number's ranges are as many as there can be, each as early as it can", () => {
  fc.assert(
    fc.property(anyBins, (bins) => {
      expect(rangesOfNumber(tallyOf(bins), nobody).map(({last}) => last)).toEqual(bestPartition(bins) ?? []);
    }),
    {numRuns: 500}
  );
});

test("a number's ranges cover every bin, unless there is none", () => {
  fc.assert(
    fc.property(anyBins, anyAbsent, (bins, absent) => {
      const ranges = rangesOfNumber(tallyOf(bins), absent);
      const none = sum(bins, "people") < smallestCohort;
      expect(ranges.map(({first}) => first)).toEqual(none ? [] : [0, ...ranges.slice(0, -1).map(({last}) => last + 1)]);
      expect(ranges.at(-1)?.last).toBe(none ? undefined : bins.length - 1);
    }),
    {numRuns: 300}
  );
});

test.each([
  ["number", rangesOfNumber],
  ["category", rangesOfCategories]
])("of a %s, no range tells of fewer than 50, not by subtraction from the totals either", (kind, rangesOf) => {
  fc.assert(
    fc.property(anyBins, anyAbsent, (bins, absent) => {
      const ranges = rangesOf(tallyOf(bins), absent);
      for (const range of ranges) {
        outcomeRangeSchema.parse(range);
        const within = bins.slice(range.first, range.last + 1);
        expect(range).toMatchObject({people: sum(within, "people"), accepted: sum(within, "accepted")});
        if (range.labelled === null) expect(range.defaults).toBeNull();
        else expect(range).toMatchObject({labelled: sum(within, "labelled"), defaults: sum(within, "defaults")});
      }
      const people = absent.people + sum(bins, "people");
      const labelled = absent.labelled + sum(bins, "labelled");
      const knownPeople = ranges.reduce((total, range) => total + range.people, 0);
      const knownLabelled = ranges.reduce((total, range) => total + (range.labelled ?? 0), 0);
      // A number's bins are all told of: only whether the missing are accepted is left.
      if (kind === "category" && people >= smallestCohort) expect(few(people - knownPeople)).toBe(false);
      if (labelled >= smallestCohort) expect(few(labelled - knownLabelled)).toBe(false);
    }),
    {numRuns: 500}
  );
});

test("no more categories are hidden than must be, and of these those with fewest people", () => {
  fc.assert(
    fc.property(anyBins, anyAbsent, (bins, absent) => {
      const people = absent.people + sum(bins, "people");
      const large = bins.flatMap((each, code) => (each.people >= smallestCohort ? [code] : []));
      const choices = Array.from({length: 2 ** large.length}, (_, choice) => large.filter((_, i) => (choice >> i) & 1))
        .map((codes) => ({codes, told: codes.reduce((total, code) => total + bins[code]!.people, 0)}))
        .filter(({codes, told}) => codes.length === 0 || !few(people - told))
        .sort((a, b) => b.codes.length - a.codes.length || b.told - a.told);
      const ranges = rangesOfCategories(tallyOf(bins), absent);
      expect(ranges.length).toBe(choices[0]!.codes.length);
      expect(ranges.reduce((total, range) => total + range.people, 0)).toBe(choices[0]!.told);
    }),
    {numRuns: 300}
  );
});
