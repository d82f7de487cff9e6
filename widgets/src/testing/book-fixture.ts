import {cohortPath, recordToPositions, refOf, shardPath} from "../../../model/contract/book-layout.ts";
import {cohortSchema, smallestCohort, type Cohort, type Distribution} from "../../../model/contract/cohort.ts";
import {manifestSchema, type Manifest, type ManifestFeature} from "../../../model/contract/manifest.ts";
import {recordSchema, type ClientRecord} from "../../../model/contract/record.ts";
import {defaultScale, type Policy} from "../../../model/contract/scoring-model.ts";
import type {Text} from "../../../model/contract/text.ts";
import {fixtureChange} from "./fixture-change.ts";
import {fixtureFeatures} from "./fixture-features.ts";
import {randomFrom, type Random} from "./random.ts";

/** A whole book in memory: its files by path beside the manifest, and what is in them. */
export interface BookFixture {
  /** JSON by path, "manifest.json" among them. */
  files: Map<string, string>;
  manifest: Manifest;
  records: ClientRecord[];
  /**
   * Records worth looking at, by what is special about them: for some three other loans would be accepted, one, or none,
   * and for some that wasn't looked for.
   */
  notable: Record<
    "accept" | "review" | "refuse" | "lonely" | "safest" | "threeWays" | "oneWay" | "noWay" | "unsought",
    ClientRecord
  >;
}

interface Person {
  values: (number | null)[];
  contributions: number[];
  points: number;
  probability: number;
  /** Whether they defaulted; undefined where nobody knows yet. */
  defaulted: boolean | undefined;
  ageGroup: number;
}

const epoch = "e-fixture";
const shards = 16;
const base = 561.3;
const policy: Policy = {costRatio: 10, threshold: 549, reviewFrom: 540, reviewTo: 558};
const refKey = "Zml4dHVyZS1rZXktb2YtMzItYnl0ZXMtbG9uZy0hISE";

const ageGroups: readonly {below: number; label: Text}[] = [
  {below: 30, label: {fr: "moins de 30 ans", en: "under 30"}},
  {below: 45, label: {fr: "30 à 44 ans", en: "30 to 44"}},
  {below: 60, label: {fr: "45 à 59 ans", en: "45 to 59"}},
  {below: Infinity, label: {fr: "60 ans et plus", en: "60 and over"}}
];

/**
 * An open book of invented clients: every unit, missing values, ties, a group of its own for each age, a client whom
 * too few resemble. Everything passes the contracts' schemas, and the same seed gives the same book.
 */
export async function bookFixture({
  people = 2000,
  seed = 7
}: {people?: number; seed?: number} = {}): Promise<BookFixture> {
  const random = randomFrom(seed);
  const population = Array.from({length: people}, () => person(random));
  const sorted = population.map(({points}) => points).sort((a, b) => a - b);
  const everyone = cohortOf("everyone", "everyone", {fr: "Tous les clients", en: "All clients"}, population)!;
  const byAge = ageGroups.map(({label}, i) =>
    cohortOf(
      `age-${i}`,
      "age",
      label,
      population.filter(({ageGroup}) => ageGroup === i)
    )
  );
  const similarOf = ({ageGroup, values}: Person) => `similar-${ageGroup}-${values[education]!}`;
  const education = fixtureFeatures.findIndex(({feature}) => feature.id === "education");
  const similar = new Map(
    [...new Set(population.map(similarOf))].sort().map((id) => [
      id,
      cohortOf(
        id,
        "similar",
        {fr: "même âge, même niveau d’études", en: "same age, same education"},
        population.filter((person) => similarOf(person) === id)
      )
    ])
  );
  const cohorts = [everyone, ...byAge, ...similar.values()].filter((cohort) => cohort !== undefined);
  const published = new Set(cohorts.map(({id}) => id));
  const key = Uint8Array.from(atob(refKey.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
  const records = await Promise.all(
    population.map(async (person, i) => {
      const of = similarOf(person);
      return recordSchema.parse({
        ref: await refOf(String(100_001 + i), key),
        model: "3f9c27d1a4be",
        raw: Math.log(person.probability / (1 - person.probability)),
        probability: person.probability,
        points: person.points,
        recommendation: person.points >= policy.threshold ? "accept" : "refuse",
        review: person.points >= policy.reviewFrom && person.points <= policy.reviewTo,
        base,
        values: person.values,
        contributions: person.contributions,
        cohorts: ["everyone", `age-${person.ageGroup}`].filter((id) => published.has(id)),
        similar: published.has(of) ? of : null,
        change: i % 10 === 9 ? null : fixtureChange(loanOf(person), policy)
      } satisfies ClientRecord);
    })
  );
  const pick = (test: (record: ClientRecord) => boolean) => records.find(test)!;
  const notable = {
    accept: pick(({points, values}) => points > 612 && points < 640 && values.filter((v) => v === null).length < 3),
    review: pick(({review}) => review),
    refuse: pick(({points}) => points < 490),
    lonely: pick(({similar}) => similar === null),
    safest: pick(({points}) => points === sorted.at(-1)),
    threeWays: pick(({change}) => change?.kind === "recourse" && change.solutions.length === 3),
    oneWay: pick(({change}) => change?.kind === "recourse" && change.solutions.length === 1),
    noWay: pick(({change}) => change?.kind === "recourse" && change.solutions.length === 0),
    unsought: pick(({change}) => change === null)
  };
  const manifest = manifestSchema.parse({
    format: "limpide-book/0",
    epoch,
    demonstration: true,
    protection: {kind: "open", refKey},
    clients: records.length,
    shards,
    currency: "EUR",
    model: {version: "3f9c27d1a4be", trained: "2026-03-12", imported: false},
    scale: defaultScale,
    policy,
    range: [sorted[Math.floor(people * 0.005)]!, sorted[Math.floor(people * 0.995)]!],
    features: fixtureFeatures.map(({feature}, i): ManifestFeature => ({
      ...feature,
      usual: usual(feature, population, i)
    })),
    cohorts: cohorts.map(({id, grouping, label, count}) => ({id, grouping, label, count})),
    groupings: {
      everyone: {fr: "Tous les clients", en: "All clients"},
      similar: {fr: "Clients similaires", en: "Similar clients"},
      age: {fr: "Âge", en: "Age"}
    },
    examples: (
      [
        ["accept", {fr: "Dossier solide", en: "A solid case"}],
        ["review", {fr: "Près du seuil", en: "Close to the threshold"}],
        ["refuse", {fr: "Dossier fragile", en: "A fragile case"}]
      ] as const
    ).map(([name, label]) => ({
      ref: notable[name].ref,
      client: String(100_001 + records.indexOf(notable[name])),
      label
    }))
  } satisfies Manifest);
  const files = new Map<string, string>([["manifest.json", JSON.stringify(manifest)]]);
  for (const cohort of cohorts) files.set(cohortPath(epoch, cohort.id), JSON.stringify(cohort));
  const shelves = new Map<string, Record<string, unknown>>();
  for (const record of records) {
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(record.ref)));
    const path = shardPath(epoch, digest, shards);
    shelves.set(path, {...shelves.get(path), [record.ref]: recordToPositions(record)});
  }
  for (const [path, shard] of shelves) files.set(path, JSON.stringify(shard));
  return {files, manifest, records, notable};
}

/** Draws one person: a hidden solidity moves every feature, and the score sees the features alone. */
function person(random: Random): Person {
  const solidity = random.normal();
  const values = fixtureFeatures.map(({draw}) => draw(random, solidity));
  const contributions = fixtureFeatures.map(({feature, worth}, i) =>
    feature.inModel ? Math.round(worth(values[i]!) * 100) / 100 + 0 : 0
  );
  const points = Math.round(contributions.reduce((sum, points) => sum + points, base));
  const odds = defaultScale.anchorOdds * 2 ** ((points - defaultScale.anchorPoints) / defaultScale.pointsToDouble);
  const probability = 1 / (1 + odds);
  const age = values[fixtureFeatures.findIndex(({feature}) => feature.id === "age")]!;
  return {
    values,
    contributions,
    points,
    probability,
    defaulted: random.chance(0.85) ? random.chance(probability) : undefined,
    ageGroup: ageGroups.findIndex(({below}) => age < below)
  };
}

function loanOf({points, values}: Person): {points: number; credit: number; months: number} {
  const value = (name: string) => values[fixtureFeatures.findIndex(({feature}) => feature.id === name)]!;
  return {points, credit: value("credit_amount"), months: value("term")};
}

function usual(feature: ManifestFeature, population: readonly Person[], i: number): number[] | null {
  const known = population.map(({values}) => values[i]!).filter((value) => value !== null);
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
  const column = (feature: ManifestFeature, i: number) =>
    distributionOf(
      group.map(({values}) => values[i]!),
      group,
      feature.categories
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
  const binOf = (value: number) =>
    edges === null
      ? value
      : Math.max(
          0,
          Math.min(
            edges.length - 2,
            edges.findLastIndex((edge) => edge <= value)
          )
        );
  const bins = edges === null ? categories!.length : edges.length - 1;
  const count = (test: (person: Person) => boolean) => {
    const perBin = new Array<number>(bins).fill(0);
    values.forEach((value, i) => {
      if (value !== null && test(group[i]!)) perBin[binOf(value)]! += 1;
    });
    return perBin;
  };
  return {
    count: known.length,
    missing: values.length - known.length,
    quantiles:
      edges === null || known.length === 0 ? null : [0.05, 0.25, 0.5, 0.75, 0.95].map((p) => quantile(known, p)),
    edges,
    counts: count(() => true),
    labelled: count(({defaulted}) => defaulted !== undefined),
    defaults: count(({defaulted}) => defaulted === true),
    accepted: count(({points}) => points >= policy.threshold)
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
