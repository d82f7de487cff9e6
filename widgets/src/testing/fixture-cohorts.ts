import {
  cohortSchema,
  smallestCohort,
  type Cohort,
  type Distribution,
  type OutcomeRange
} from "../../../model/contract/cohort.ts";
import type {ManifestFeature} from "../../../model/contract/manifest.ts";
import type {Text} from "../../../model/contract/text.ts";
import {fixtureFeatures} from "./fixture-features.ts";
import {partitions, policy, valueOf, type Person} from "./fixture-people.ts";

/**
 * Every group of the invented clients that is large enough to be told of: everyone, ages, sources of income, clients
 * alike, and pairs of an age and a source of income, in the order in which a catalogue lists them.
 */
export function fixtureCohorts(population: readonly Person[]): Cohort[] {
  const group = (id: string, grouping: string, label: Text, test: (person: Person) => boolean) =>
    cohortOf(id, grouping, label, population.filter(test));
  const single = Object.entries(partitions).flatMap(([id, {groups, of}]) =>
    groups.map((label, i) => group(`${id}-${i}`, id, label, (person) => of(person) === i))
  );
  const alike = [...new Set(population.map(similarOf))]
    .sort()
    .map((id) => group(id, "similar", similarLabel, (person) => similarOf(person) === id));
  const {age, income_type: income} = partitions;
  const pairs = age.groups.flatMap((a, i) =>
    income.groups.map((b, j) =>
      group(
        `age-${i}+income_type-${j}`,
        "pair",
        {fr: `${a.fr}, ${b.fr}`, en: `${a.en}, ${b.en}`},
        (person) => age.of(person) === i && income.of(person) === j
      )
    )
  );
  const everyone = group("everyone", "everyone", {fr: "Tous les clients", en: "All clients"}, () => true);
  const published = [everyone, ...single, ...alike].filter((cohort) => cohort !== undefined);
  const ids = new Set(published.map(({id}) => id));
  return [
    ...published,
    ...pairs.filter((cohort) => cohort !== undefined && cohort.id.split("+").every((id) => ids.has(id)))
  ] as Cohort[];
}

const similarLabel: Text = {fr: "même âge, même niveau d’études", en: "same age, same education"};

/** The group of those who are alike. */
export function similarOf(person: Person): string {
  return `similar-${partitions.age.of(person)}-${valueOf(person, "education")!}`;
}

/** The groups that a person is in, whether or not they are large enough. */
export function groupsOf(person: Person): string[] {
  const single = Object.entries(partitions).map(([id, {of}]) => `${id}-${of(person)}`);
  return ["everyone", ...single, single.join("+")];
}

/** What is usual of a feature among everyone, as a manifest says it. */
export function usualOf(feature: ManifestFeature, values: readonly (number | null)[]): number[] | null {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return null;
  if (feature.categories === null) {
    const sorted = known.sort((a, b) => a - b);
    return [0.25, 0.5, 0.75].map((p) => quantile(sorted, p));
  }
  const counts = feature.categories.map((_, code) => known.filter((value) => value === code).length);
  const most = counts.indexOf(Math.max(...counts));
  return [most, counts[most]! / known.length];
}

function cohortOf(id: string, grouping: string, label: Text, group: readonly Person[]): Cohort | undefined {
  if (group.length < smallestCohort) return undefined;
  const column = ({categories}: ManifestFeature, i: number) =>
    distributionOf(
      group.map(({values}) => values[i]!),
      group,
      categories
    );
  return cohortSchema.parse({
    id,
    grouping,
    label,
    count: group.length,
    labelled: group.filter(({defaulted}) => defaulted !== undefined).length,
    defaults: group.filter(({defaulted}) => defaulted).length,
    accepted: group.filter(({points}) => points >= policy.threshold).length,
    review: group.filter(({points}) => points >= policy.reviewFrom && points <= policy.reviewTo).length,
    points: distributionOf(
      group.map(({points}) => points),
      group,
      null
    ),
    features: Object.fromEntries(fixtureFeatures.map(({feature}, i) => [feature.id, column(feature, i)]))
  } satisfies Cohort);
}

function distributionOf(
  values: readonly (number | null)[],
  group: readonly Person[],
  categories: readonly string[] | null
): Distribution {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  const edges = categories === null ? roundEdges(known) : null;
  const binOf = (value: number) => {
    if (edges === null) return value;
    const bin = edges.findLastIndex((edge) => edge <= value);
    return Math.max(0, Math.min(edges.length - 2, bin));
  };
  const bins = Array.from({length: edges === null ? categories!.length : edges.length - 1}, (): Person[] => []);
  values.forEach((value, i) => {
    if (value !== null) bins[binOf(value)]!.push(group[i]!);
  });
  return {
    count: known.length,
    missing: values.length - known.length,
    quantiles:
      edges === null || known.length === 0 ? null : [0.05, 0.25, 0.5, 0.75, 0.95].map((p) => quantile(known, p)),
    edges,
    counts: bins.map(({length}) => length),
    outcomes: edges === null ? ofCategories(bins) : ofBins(bins)
  };
}

/** Categories are never joined: one of too few people has no outcome. */
function ofCategories(bins: readonly (readonly Person[])[]): OutcomeRange[] {
  return bins.flatMap((people, code) => (people.length < smallestCohort ? [] : [outcome(code, code, people)]));
}

/** Joins bins from the left until they hold enough people; what is left over goes to the last range. */
function ofBins(bins: readonly (readonly Person[])[]): OutcomeRange[] {
  const ranges: {first: number; last: number; people: Person[]}[] = [];
  let open: {first: number; people: Person[]} = {first: 0, people: []};
  bins.forEach((people, bin) => {
    open.people.push(...people);
    if (open.people.length < smallestCohort) return;
    ranges.push({...open, last: bin});
    open = {first: bin + 1, people: []};
  });
  const last = ranges.at(-1);
  if (last === undefined) return [];
  last.last = bins.length - 1;
  last.people.push(...open.people);
  return ranges.map(({first, last, people}) => outcome(first, last, people));
}

function outcome(first: number, last: number, group: readonly Person[]): OutcomeRange {
  const labelled = group.filter(({defaulted}) => defaulted !== undefined);
  const enough = labelled.length >= smallestCohort;
  return {
    first,
    last,
    people: group.length,
    accepted: group.filter(({points}) => points >= policy.threshold).length,
    labelled: enough ? labelled.length : null,
    defaults: enough ? labelled.filter(({defaulted}) => defaulted).length : null
  };
}

/** Round steps over what nearly everyone has; few whole values get a bin each. */
function roundEdges(sorted: readonly number[]): number[] {
  if (sorted.length === 0) return [0, 1];
  const low = quantile(sorted, 0.005);
  const high = quantile(sorted, 0.995);
  if (sorted.every(Number.isInteger) && high - low < 20) {
    return Array.from({length: Math.floor(high) - Math.floor(low) + 2}, (_, i) => Math.floor(low) + i);
  }
  const rough = (high - low) / 20;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].find((factor) => factor * power >= rough)! * power;
  const first = Math.floor(low / step);
  return Array.from({length: Math.ceil(high / step) - first + 1}, (_, i) =>
    Number(((first + i) * step).toPrecision(6))
  );
}

function quantile(sorted: readonly number[], p: number): number {
  const position = (sorted.length - 1) * p;
  const below = Math.floor(position);
  const a = sorted[below]!;
  const b = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return Number((a + (b - a) * (position - below)).toPrecision(6));
}
