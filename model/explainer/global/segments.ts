import {smallestCohort} from "../../contract/cohort.ts";
import type {SegmentImportance} from "../../contract/global-explanation.ts";
import type {Text} from "../../contract/text.ts";
import {familiesOf, type Contributions} from "./contributions.ts";

/** A way to part clients into segments: each client is in one at most. */
export interface Segmentation {
  id: string;
  /** The segment of each client, an index into `groups`; −1 for none. */
  of: ArrayLike<number>;
  groups: readonly {id: string; label: Text}[];
}

export interface SegmentOptions {
  /** The most important features of each segment are told, this many of each. By default 8. */
  features?: number;
  /** People in a segment at least. */
  smallest?: number;
}

/** Mean |contribution| of features and families within each segment: whether the same things drive everyone's score. */
export function importanceBySegment(
  {features, values, factor}: Contributions,
  {id, of, groups}: Segmentation,
  {features: count = 8, smallest = smallestCohort}: SegmentOptions = {}
): SegmentImportance {
  const width = features.length;
  const families = familiesOf(features);
  const byFeature = groups.map(() => new Float64Array(width));
  const byFamily = groups.map(() => new Float64Array(families.length));
  const overall = new Float64Array(width);
  const people = new Uint32Array(groups.length);
  const clients = values.length / width;
  for (let client = 0; client < clients; client++) {
    const start = client * width;
    for (let column = 0; column < width; column++) overall[column]! += Math.abs(values[start + column]!);
    const segment = of[client]!;
    if (segment < 0) continue;
    people[segment]!++;
    const sums = byFeature[segment]!;
    for (let column = 0; column < width; column++) sums[column]! += Math.abs(values[start + column]! * factor);
    families.forEach(({columns}, family) => {
      const signed = columns.reduce((sum, column) => sum + values[start + column]! * factor, 0);
      byFamily[segment]![family]! += Math.abs(signed);
    });
  }
  const kept = groups.flatMap((_, segment) => (people[segment]! >= smallest ? [segment] : []));
  const leading = new Set(kept.flatMap((segment) => largest(byFeature[segment]!, count)));
  const told = largest(overall, width).filter((column) => leading.has(column));
  return {
    id,
    features: told.map((column) => features[column]!.id),
    families: families.map(({id}) => id),
    segments: kept.map((segment) => ({
      id: groups[segment]!.id,
      label: groups[segment]!.label,
      count: people[segment]!,
      features: told.map((column) => byFeature[segment]![column]! / people[segment]!),
      families: Array.from(byFamily[segment]!, (sum) => sum / people[segment]!)
    })),
    withheld: kept.reduce((rest, segment) => rest - people[segment]!, clients)
  };
}

function largest(values: Float64Array, count: number): number[] {
  return Array.from(values, (_, i) => i)
    .sort((a, b) => values[b]! - values[a]! || a - b)
    .slice(0, count);
}
