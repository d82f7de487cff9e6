import {epochOf, refOf} from "../../../model/book/keys.ts";
import {packCatalogue, unpackCatalogue} from "../../../model/contract/book/catalogue.ts";
import {bookFormat} from "../../../model/contract/book/format.ts";
import type {BookHeader} from "../../../model/contract/book/header.ts";
import type {Cohort} from "../../../model/contract/cohort.ts";
import {manifestSchema, type Manifest, type ManifestFeature} from "../../../model/contract/manifest.ts";
import {recordSchema, type ClientRecord} from "../../../model/contract/record.ts";
import {defaultScale} from "../../../model/contract/scoring-model.ts";
import type {Language} from "../../../model/contract/text.ts";
import {fixtureChange} from "./fixture-change.ts";
import {fixtureCohorts, groupsOf, similarOf, usualOf} from "./fixture-cohorts.ts";
import {fixtureFeatures} from "./fixture-features.ts";
import {credentialsOf, fixtureKeys, fixtureSecret, sealBook} from "./fixture-files.ts";
import {base, drawPerson, partitions, policy, valueOf, type Person} from "./fixture-people.ts";
import {randomFrom} from "./random.ts";

export interface BookOptions {
  people?: number;
  seed?: number;
  /** A sealed book asks for a credential; an open one, as is made otherwise, gives every key. */
  sealed?: boolean;
  /** Another gives another epoch of the same clients. */
  edition?: string;
  /** The model as JSON, where the book is to hold one. */
  model?: string;
}

/** A whole book in memory: its files by path beside the manifest, and what is in them. */
export interface BookFixture {
  /** "manifest.json" among them. */
  files: Map<string, Uint8Array>;
  /** As a reader opens it. */
  manifest: Manifest;
  records: ClientRecord[];
  /** In the manifest's order. */
  cohorts: Cohort[];
  /** What each feature means, by its id. */
  meanings: Record<Language, Record<string, string>>;
  /** What opens each record, by ref. An open book needs none. */
  credentials: Map<string, string>;
  /**
   * Records worth looking at, by what is special about them: for some three other loans would be accepted, one, or none,
   * and for some that wasn't looked for.
   */
  notable: Record<
    "accept" | "review" | "refuse" | "lonely" | "safest" | "threeWays" | "oneWay" | "noWay" | "unsought",
    ClientRecord
  >;
}

const version = "3f9c27d1a4be";
const firstClient = 100_001;

/**
 * A book of invented clients: every unit, missing values, ties, groups and pairs of groups, a client whom too few
 * resemble. Everything passes the contracts' schemas, and the same options give the same bytes.
 */
export async function bookFixture({
  people = 2000,
  seed = 7,
  sealed = false,
  edition = "fixture",
  model
}: BookOptions = {}): Promise<BookFixture> {
  const random = randomFrom(seed);
  const population = Array.from({length: people}, () => drawPerson(random));
  const sorted = population.map(({points}) => points).sort((a, b) => a - b);
  const cohorts = fixtureCohorts(population);
  const published = new Set(cohorts.map(({id}) => id));
  const records = population.map((person, i) => recordOf(person, i, published));
  const notable = notableOf(records, sorted.at(-1)!);
  const whole = manifestSchema.parse({
    format: bookFormat,
    epoch: epochOf(fixtureKeys, edition),
    protection: sealed
      ? {kind: "sealed", keyId: "fixture"}
      : {kind: "open", secret: fixtureSecret.toString("base64url")},
    clients: records.length,
    shards: Math.ceil(people / 4),
    demonstration: true,
    currency: "EUR",
    model: {version, trained: "2026-03-12", imported: false},
    scale: defaultScale,
    policy,
    range: [sorted[Math.floor(people * 0.005)]!, sorted[Math.floor(people * 0.995)]!],
    features: fixtureFeatures.map(({feature}, i): ManifestFeature => {
      const values = population.map((person) => person.values[i]!);
      return {...feature, usual: usualOf(feature, values)};
    }),
    cohorts: cohorts.map(({id, grouping, label}) => ({id, grouping, label})),
    groupings: {
      everyone: {fr: "Tous les clients", en: "All clients"},
      similar: {fr: "Clients similaires", en: "Similar clients"},
      ...Object.fromEntries(Object.entries(partitions).map(([id, {name}]) => [id, name]))
    },
    examples: sealed ? [] : examplesOf(records, notable)
  } satisfies Manifest);
  const meanings = Object.fromEntries(
    (["fr", "en"] as const).map((language) => [
      language,
      Object.fromEntries(fixtureFeatures.map(({feature, meaning}) => [feature.id, meaning[language]]))
    ])
  ) as BookFixture["meanings"];
  const files = sealBook({manifest: whole, records, cohorts, meanings, ...(model === undefined ? {} : {model})});
  return {
    files,
    manifest: asRead(whole, files),
    records,
    cohorts,
    meanings,
    credentials: credentialsOf(whole, records),
    notable
  };
}

/** Whoever opens the catalogue knows a category's label, not its name in the tables. */
function asRead(manifest: Manifest, files: ReadonlyMap<string, Uint8Array>): Manifest {
  const {header} = JSON.parse(Buffer.from(files.get("manifest.json")!).toString()) as {header: string};
  return unpackCatalogue(
    JSON.parse(Buffer.from(header, "base64url").toString()) as BookHeader,
    packCatalogue(manifest)
  );
}

function recordOf(person: Person, i: number, published: ReadonlySet<string>): ClientRecord {
  const {points, probability, values, contributions} = person;
  const similar = similarOf(person);
  const loan = {points, credit: valueOf(person, "credit_amount")!, months: valueOf(person, "term")!};
  return recordSchema.parse({
    ref: refOf(fixtureKeys, String(firstClient + i)),
    model: version,
    raw: Math.log(probability / (1 - probability)),
    probability,
    points,
    recommendation: points >= policy.threshold ? "accept" : "refuse",
    review: points >= policy.reviewFrom && points <= policy.reviewTo,
    base,
    values,
    contributions,
    cohorts: groupsOf(person).filter((id) => published.has(id)),
    similar: published.has(similar) ? similar : null,
    change: i % 10 === 9 ? null : fixtureChange(loan, policy)
  } satisfies ClientRecord);
}

function notableOf(records: readonly ClientRecord[], most: number): BookFixture["notable"] {
  const pick = (test: (record: ClientRecord) => boolean) => records.find(test)!;
  const ways = (count: number) => pick(({change}) => change?.kind === "recourse" && change.solutions.length === count);
  return {
    accept: pick(({points, values}) => points > 612 && points < 640 && values.filter((v) => v === null).length < 3),
    review: pick(({review}) => review),
    refuse: pick(({points}) => points < 490),
    lonely: pick(({similar}) => similar === null),
    safest: pick(({points}) => points === most),
    threeWays: ways(3),
    oneWay: ways(1),
    noWay: ways(0),
    unsought: pick(({change}) => change === null)
  };
}

function examplesOf(records: readonly ClientRecord[], notable: BookFixture["notable"]): Manifest["examples"] {
  const told = [
    ["accept", {fr: "Dossier solide", en: "A solid case"}],
    ["review", {fr: "Près du seuil", en: "Close to the threshold"}],
    ["refuse", {fr: "Dossier fragile", en: "A fragile case"}]
  ] as const;
  return told.map(([name, label]) => {
    const record = notable[name];
    return {ref: record.ref, client: String(firstClient + records.indexOf(record)), label};
  });
}
