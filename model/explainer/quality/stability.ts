import type {StabilityQuality} from "../../contract/explanation-quality.ts";
import {topFeatures} from "../agreement.ts";

/** A model's account of some clients. */
export interface Account {
  /** Points of the score, not yet whole. */
  points: ArrayLike<number>;
  /** Contributions in any unit, a row a client, a column a feature. */
  contributions: ArrayLike<number>;
}

/**
 * Compares the reasons that models trained anew would give with the champion's. A reason is a group of features that tell
 * the same fact, and weighs what they add up to: a model that takes another of them gives the same reason.
 *
 * @param groups the group of each feature, numbered from 0
 */
export function stabilityQuality(
  champion: Account,
  others: readonly Account[],
  groups: readonly number[]
): StabilityQuality {
  const clients = champion.points.length;
  const distances: number[] = [];
  let [sameFirst, overlap] = [0, 0];
  for (let row = 0; row < clients; row++) {
    const expected = topFeatures(sumByGroup(champion.contributions, row, groups), 3);
    for (const other of others) {
      const found = topFeatures(sumByGroup(other.contributions, row, groups), 3);
      sameFirst += Number(found[0] === expected[0]);
      overlap += expected.length === 0 ? 1 : expected.filter((one) => found.includes(one)).length / expected.length;
      distances.push(Math.abs(other.points[row]! - champion.points[row]!));
    }
  }
  distances.sort((a, b) => a - b);
  const at = (share: number) => distances[Math.min(distances.length - 1, Math.floor(share * distances.length))]!;
  return {
    models: others.length,
    clients,
    sameFirst: sameFirst / distances.length,
    overlap3: overlap / distances.length,
    pointsMedian: at(0.5),
    pointsHigh: at(0.9)
  };
}

function sumByGroup(contributions: ArrayLike<number>, row: number, groups: readonly number[]): Float64Array {
  const sums = new Float64Array(1 + groups.reduce((most, group) => Math.max(most, group), 0));
  for (const [i, group] of groups.entries()) sums[group]! += contributions[row * groups.length + i]!;
  return sums;
}
