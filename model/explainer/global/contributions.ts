import type {FamilyId} from "../../contract/feature.ts";

/** A model input whose contributions are told. */
export interface ExplainedFeature {
  id: string;
  family: FamilyId;
  /** Names of a category's codes; null of a number. */
  categories: readonly string[] | null;
}

/** Contributions of many clients. */
export interface Contributions {
  /** In the order of the columns. */
  readonly features: readonly ExplainedFeature[];
  /** A row a client, a column a feature. */
  readonly values: Float32Array;
  /** What they are multiplied by when told: 1 leaves log-odds, the factor of a points line makes points. */
  readonly factor: number;
}

/** The number of clients. */
export function clientsOf({features, values}: Contributions): number {
  return values.length / features.length;
}

/** The families of the features, in the order in which they first appear, with the columns of each. */
export function familiesOf(features: readonly ExplainedFeature[]): {id: FamilyId; columns: number[]}[] {
  const ids = [...new Set(features.map(({family}) => family))];
  return ids.map((id) => ({
    id,
    columns: features.flatMap(({family}, column) => (family === id ? [column] : []))
  }));
}

/** The columns of the largest mean |contribution|, the largest first; a tie goes to the first. */
export function leadingFeatures(contributions: Contributions, count: number): number[] {
  const width = contributions.features.length;
  const sums = new Float64Array(width);
  const {values} = contributions;
  for (let at = 0; at < values.length; at += width) {
    for (let column = 0; column < width; column++) sums[column]! += Math.abs(values[at + column]!);
  }
  return Array.from(sums, (_, column) => column)
    .sort((a, b) => sums[b]! - sums[a]! || a - b)
    .slice(0, count);
}
