import type {DirectionQuality} from "../../contract/explanation-quality.ts";
import type {Feature} from "../../contract/feature.ts";
import type {Columns} from "../../ensemble/evaluate.ts";
import {spearman} from "../agreement.ts";

/** Contributions of some clients: a row a client, a column a feature. */
export interface ContributionTable {
  rows: number;
  /** Log-odds of default: a positive one raises the risk. */
  values: ArrayLike<number>;
}

/**
 * Holds contributions against what the catalogue expects of a feature: whether those of higher values raise or lower the
 * risk, by the rank correlation of value and contribution over the clients whose value is known. A rank correlation
 * judges the trend alone: a curve that bends back somewhere may agree all the same.
 *
 * @param columns values, one array a feature, of the same clients
 * @param meanAbsPoints what each feature moves scores by
 */
export function directionQuality(
  contributions: ContributionTable,
  columns: Columns,
  features: readonly Pick<Feature, "id" | "direction" | "unit">[],
  meanAbsPoints: readonly number[]
): DirectionQuality {
  const quality: DirectionQuality = {
    clients: contributions.rows,
    checked: 0,
    agreeing: 0,
    agreeingMovement: 0,
    contrary: []
  };
  let [movement, agreeing] = [0, 0];
  for (const [i, {id, direction, unit}] of features.entries()) {
    if (direction === "none" || unit === "category" || meanAbsPoints[i] === 0) continue;
    const correlation = trend(contributions, columns[i]!, i, features.length);
    if (correlation === null) continue;
    quality.checked++;
    movement += meanAbsPoints[i]!;
    if (correlation > 0 === (direction === "raises")) {
      quality.agreeing++;
      agreeing += meanAbsPoints[i]!;
    } else quality.contrary.push({id, expected: direction, correlation, meanAbsPoints: meanAbsPoints[i]!});
  }
  quality.agreeingMovement = movement > 0 ? agreeing / movement : 1;
  quality.contrary.sort((a, b) => b.meanAbsPoints - a.meanAbsPoints);
  return quality;
}

/** The rank correlation of a feature's values and contributions; null where there is none, or none can be told. */
function trend(
  {rows, values}: ContributionTable,
  column: ArrayLike<number>,
  feature: number,
  width: number
): number | null {
  const known: number[] = [];
  const contributed: number[] = [];
  for (let row = 0; row < rows; row++) {
    if (Number.isNaN(column[row]!)) continue;
    known.push(column[row]!);
    contributed.push(values[row * width + feature]!);
  }
  const correlation = spearman(known, contributed);
  return correlation === 0 ? null : correlation;
}
