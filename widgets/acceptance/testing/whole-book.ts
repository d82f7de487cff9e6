import {smallestCohort, type Cohort, type Distribution, type OutcomeRange} from "../../../model/contract/cohort.ts";
import type {Manifest, ManifestFeature} from "../../../model/contract/manifest.ts";
import type {ClientRecord} from "../../../model/contract/record.ts";
import type {Text} from "../../../model/contract/text.ts";
import {simulatorBook, type SimulatorBook} from "../../src/elements/simulator/testing/simulator-book.ts";
import {credentialsOf, sealBook} from "../../src/testing/fixture-files.ts";

/** A book that every widget can show all of: records that its own model scored, groups and meanings. */
export interface WholeBook {
  files: Map<string, Uint8Array>;
  /** As a reader opens it. */
  manifest: Manifest;
  records: ClientRecord[];
  cohorts: Cohort[];
  credentials: Map<string, string>;
  notable: Pick<SimulatorBook["notable"], "refused" | "accepted">;
}

export interface WholeBookOptions {
  sealed?: boolean;
  /** Says every text of the book in another way. */
  word?: (text: Text) => Text;
}

/** The same people and the same model for every book of a test. */
export type Portfolio = SimulatorBook;
export const portfolio = simulatorBook;

/** Publishes the portfolio with groups by education and by age, and the pairs of both. */
export function wholeBook(of: Portfolio, {sealed = false, word = (text) => text}: WholeBookOptions = {}): WholeBook {
  const features = of.manifest.features.map(({label, categories, ...feature}): ManifestFeature => ({
    ...feature,
    label: word(label),
    categories,
    ...(categories && {categoryLabels: Object.fromEntries(categories.map((name) => [name, word(both(name))]))})
  }));
  const place = (id: string) => features.findIndex((feature) => feature.id === id);
  const [education, age] = [place("education"), place("age")];
  const old = ({values}: ClientRecord) => Number(values[age]! >= 45);
  const groupsOf = (record: ClientRecord) => {
    const single = [`education-${record.values[education]!}`, `age-${old(record)}`];
    return ["everyone", ...single, single.join("+")];
  };
  const ids = [...new Set(of.records.flatMap(groupsOf))].sort(byKind);
  const cohorts = ids.flatMap((id): Cohort[] => {
    const people = of.records.filter((record) => groupsOf(record).includes(id));
    if (people.length < smallestCohort) return [];
    const grouping = id === "everyone" ? id : id.includes("+") ? "pair" : id.split("-")[0]!;
    return [cohortOf(id, grouping, word(both(id.replaceAll("-", " "))), people, features)];
  });
  const published = new Set(cohorts.map(({id}) => id));
  const similar = (record: ClientRecord) =>
    groupsOf(record).find((id) => id.includes("+") && published.has(id)) ?? null;
  const records = of.records.map((record) => ({
    ...record,
    cohorts: groupsOf(record).filter((id) => published.has(id)),
    similar: similar(record)
  }));
  const manifest: Manifest = {
    ...of.manifest,
    protection: sealed ? {kind: "sealed", keyId: "whole"} : of.manifest.protection,
    features,
    cohorts: cohorts.map(({id, grouping, label}) => ({id, grouping, label})),
    groupings: Object.fromEntries(
      [
        ["everyone", {fr: "Tous les clients", en: "All clients"}],
        ["similar", {fr: "Clients similaires", en: "Similar clients"}],
        ["education", {fr: "Niveau d’études", en: "Education"}],
        ["age", {fr: "Âge", en: "Age"}]
      ].map(([id, label]) => [id as string, word(label as Text)])
    ),
    examples: sealed
      ? []
      : [{ref: of.notable.refused.ref, client: "1", label: word({fr: "Dossier fragile", en: "A fragile case"})}]
  };
  const meaning = (language: "fr" | "en") =>
    Object.fromEntries(features.map(({id}) => [id, word({fr: `Sens de ${id}`, en: `Meaning of ${id}`})[language]]));
  const files = sealBook({
    manifest,
    records,
    cohorts,
    meanings: {fr: meaning("fr"), en: meaning("en")},
    model: JSON.stringify(of.opened)
  });
  const again = ({ref}: ClientRecord) => records.find((record) => record.ref === ref)!;
  return {
    files,
    manifest,
    records,
    cohorts,
    credentials: credentialsOf(manifest, records),
    notable: {refused: again(of.notable.refused), accepted: again(of.notable.accepted)}
  };
}

function both(text: string): Text {
  return {fr: text, en: text};
}

/** Everyone first, then single groups, then pairs. */
function byKind(a: string, b: string): number {
  const kind = (id: string) => (id === "everyone" ? 0 : id.includes("+") ? 2 : 1);
  return kind(a) - kind(b) || a.localeCompare(b);
}

function cohortOf(
  id: string,
  grouping: string,
  label: Text,
  people: readonly ClientRecord[],
  features: readonly ManifestFeature[]
): Cohort {
  return {
    id,
    grouping,
    label,
    count: people.length,
    labelled: people.length,
    defaults: people.filter(defaulted).length,
    accepted: people.filter(({recommendation}) => recommendation === "accept").length,
    review: people.filter(({review}) => review).length,
    points: distributionOf(people, ({points}) => points, null),
    features: Object.fromEntries(
      features.map((feature, i) => [feature.id, distributionOf(people, ({values}) => values[i]!, feature.categories)])
    )
  };
}

/** One in five, whoever they are: outcomes are nobody's business here but the cells that tell them. */
function defaulted({ref}: ClientRecord): boolean {
  return ref.charCodeAt(0) % 5 === 0;
}

const bars = 10;

function distributionOf(
  people: readonly ClientRecord[],
  of: (record: ClientRecord) => number | null,
  categories: readonly string[] | null
): Distribution {
  const known = people.filter((record) => of(record) !== null);
  const values = known.map((record) => of(record)!).sort((a, b) => a - b);
  const [low, high] = [values[0] ?? 0, values.at(-1) ?? 1];
  const width = (high - low || 1) / bars;
  const edges = categories === null ? Array.from({length: bars + 1}, (_, i) => low + i * width) : null;
  const binOf = (value: number) => (edges === null ? value : Math.min(bars - 1, Math.floor((value - low) / width)));
  const bins = Array.from({length: categories?.length ?? bars}, (): ClientRecord[] => []);
  for (const record of known) bins[binOf(of(record)!)]!.push(record);
  const quantile = (share: number) => values[Math.round(share * (values.length - 1))]!;
  return {
    count: known.length,
    missing: people.length - known.length,
    quantiles: edges === null || known.length === 0 ? null : [0.05, 0.25, 0.5, 0.75, 0.95].map(quantile),
    edges,
    counts: bins.map(({length}) => length),
    outcomes:
      edges === null
        ? bins.flatMap((each, i) => (each.length < smallestCohort ? [] : [outcome(i, i, each)]))
        : known.length < smallestCohort
          ? []
          : [outcome(0, bars - 1, known)]
  };
}

function outcome(first: number, last: number, people: readonly ClientRecord[]): OutcomeRange {
  return {
    first,
    last,
    people: people.length,
    accepted: people.filter(({recommendation}) => recommendation === "accept").length,
    labelled: people.length,
    defaults: people.filter(defaulted).length
  };
}
