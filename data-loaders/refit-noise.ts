import type {Scale} from "../model/contract/scoring-model.ts";
import {normal95} from "../model/metrics/interval.ts";
import {auc} from "../model/metrics/ranking.ts";
import {costsPerClient, type Assumptions} from "./contender-costs.ts";
import {crossFit} from "./cross-fit.ts";

/** How much a model's figures change when it is trained anew on another division of the same clients: standard deviations. */
export interface RefitNoise {
  /** Divisions that were compared. */
  divisions: number;
  auc: number;
  /** A client: in refused good clients, and in money where some credit is known. */
  cost: number;
  money: number | null;
}

/**
 * What training anew changes, by the divisions that a model was trained on. Two models that differ by less may be the
 * same one trained twice, whatever the clients say.
 *
 * @param divisions out-of-fold scores and the fold of each client
 * @returns null with a single division, which tells nothing of others
 */
export function refitNoise(
  divisions: readonly {scores: Float64Array; folds: Uint8Array}[],
  labels: Uint8Array,
  credits: Float64Array | null,
  {scale, ...assumptions}: Assumptions & {scale: Scale}
): RefitNoise | null {
  if (divisions.length < 2) return null;
  const found = divisions.map(({scores, folds}) => {
    const {accepted} = crossFit(scores, labels, folds, {scale, costRatio: assumptions.costRatio});
    const {cost, money} = costsPerClient(accepted, labels, credits, assumptions);
    return {auc: auc(scores, labels), cost: mean(cost), money: money && mean(money)};
  });
  const amounts = found.flatMap(({money}) => (money === null ? [] : [money]));
  return {
    divisions: divisions.length,
    auc: deviation(found.map((figures) => figures.auc)),
    cost: deviation(found.map((figures) => figures.cost)),
    money: amounts.length === 0 ? null : deviation(amounts)
  };
}

/** A 95 % interval that counts another source of error too, independent of the first, by its standard deviation. */
export function widened<T extends {value: number; low: number; high: number}>(interval: T, noise: number): T {
  const {value, low, high} = interval;
  const more = normal95 * noise;
  return {...interval, low: value - Math.hypot(value - low, more), high: value + Math.hypot(high - value, more)};
}

function mean(values: ArrayLike<number>): number {
  return Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
}

function deviation(values: readonly number[]): number {
  const centre = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1));
}
