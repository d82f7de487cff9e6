import type {Cohort, Distribution, OutcomeRange} from "../cohort.ts";
import {featuresPerChunk} from "./format.ts";

type PackedDistribution = [
  count: number,
  missing: number,
  quantiles: number[] | null,
  edges: number[] | null,
  counts: number[],
  outcomes: [
    first: number,
    last: number,
    people: number,
    accepted: number,
    labelled: number | null,
    defaults: number | null
  ][]
];

/** A cohort's totals and points, and some of its features: a file of the book. */
export type CohortChunk = [
  label: [fr: string, en: string],
  totals: [count: number, labelled: number, defaults: number, accepted: number, review: number],
  points: PackedDistribution,
  features: PackedDistribution[]
];

/** The chunk that a feature is in, by its place in the catalogue; the points are in every one. */
export function chunkOf(feature: number): number {
  return Math.max(0, Math.floor(feature / featuresPerChunk));
}

/** @param ids of all features, in the catalogue's order @param chunk from 0 */
export function packCohort(cohort: Cohort, ids: readonly string[], chunk: number): CohortChunk {
  const {label, count, labelled, defaults, accepted, review} = cohort;
  return [
    [label.fr, label.en],
    [count, labelled, defaults, accepted, review],
    pack(cohort.points),
    idsIn(ids, chunk).map((id) => pack(cohort.features[id]!))
  ];
}

/** A cohort with the features of one chunk. */
export function unpackCohort(
  packed: CohortChunk,
  {id, grouping}: Pick<Cohort, "id" | "grouping">,
  ids: readonly string[],
  chunk: number
): Cohort {
  const [[fr, en], [count, labelled, defaults, accepted, review], points, features] = packed;
  return {
    id,
    grouping,
    label: {fr, en},
    count,
    labelled,
    defaults,
    accepted,
    review,
    points: unpack(points),
    features: Object.fromEntries(idsIn(ids, chunk).map((id, i) => [id, unpack(features[i]!)]))
  };
}

function idsIn(ids: readonly string[], chunk: number): readonly string[] {
  return ids.slice(chunk * featuresPerChunk, (chunk + 1) * featuresPerChunk);
}

function pack({count, missing, quantiles, edges, counts, outcomes}: Distribution): PackedDistribution {
  const ranges = outcomes.map(
    ({first, last, people, accepted, labelled, defaults}) =>
      [first, last, people, accepted, labelled, defaults] satisfies PackedDistribution[5][number]
  );
  return [count, missing, quantiles, edges, counts, ranges];
}

function unpack([count, missing, quantiles, edges, counts, ranges]: PackedDistribution): Distribution {
  const outcomes = ranges.map(([first, last, people, accepted, labelled, defaults]): OutcomeRange => {
    return {first, last, people, accepted, labelled, defaults};
  });
  return {count, missing, quantiles, edges, counts, outcomes};
}
