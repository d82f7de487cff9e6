import {LimpideError} from "../contract/errors.ts";
import type {IsotonicCalibration} from "../contract/scoring-model.ts";
import {ascendingOrder, countOutcomes, type Outcomes} from "./outcomes.ts";

/** A non-decreasing function of the score: straight lines between knots, constant outside them. */
export interface IsotonicCurve {
  /** Scores, strictly ascending. */
  x: number[];
  /** Values at them, never descending. */
  y: number[];
}

/**
 * The non-decreasing function of the score that is nearest to the outcomes in least squares, by the pool-adjacent-violators
 * algorithm (Ayer et al., 1955; Barlow et al., 1972). Clients of equal score share a value. Of each pool of scores, the
 * first and last are knots, as in scikit-learn.
 *
 * @throws {LimpideError} E_TARGET unless both outcomes occur
 */
export function fitIsotonic(scores: ArrayLike<number>, outcomes: Outcomes): IsotonicCurve {
  const curve: IsotonicCurve = {x: [], y: []};
  for (const {first, last, defaults, count} of poolViolators(scores, outcomes)) {
    for (const knot of last > first ? [first, last] : [first]) {
      curve.x.push(knot);
      curve.y.push(defaults / count);
    }
  }
  return curve;
}

/**
 * Isotonic regression as a calibration to decide with: centred (Oron and Flournoy, 2017), so that it climbs between
 * pools in place of standing still in each, and clients of different scores keep different probabilities. Each pool is
 * a knot at the mean of its scores. No pool proves that a probability is 0 or 1: at both ends half a client is lent to
 * the outcome that wasn't seen.
 *
 * @throws {LimpideError} E_TARGET unless both outcomes occur and higher scores go with more defaults
 */
export function fitIsotonicCalibration(scores: ArrayLike<number>, outcomes: Outcomes): IsotonicCalibration {
  const pools = poolViolators(scores, outcomes);
  if (pools.length < 2) throw new LimpideError("E_TARGET", "higher scores don't go with more defaults");
  const y = pools.map(({defaults, count}) => defaults / count);
  const last = y.length - 1;
  y[0] = Math.min(Math.max(y[0]!, 0.5 / pools[0]!.count), y[1]!);
  y[last] = Math.max(Math.min(y[last]!, 1 - 0.5 / pools[last]!.count), y[last - 1]!);
  return {method: "isotonic", x: pools.map(({sum, count}) => sum / count), y};
}

/** Pools of clients next to each other by score, whose shares of defaults ascend. */
function poolViolators(scores: ArrayLike<number>, outcomes: Outcomes): Pool[] {
  countOutcomes(scores, outcomes);
  const pools: Pool[] = [];
  for (const tie of poolTies(scores, outcomes)) {
    let pool = tie;
    // Cross-multiplied, so that equal means are recognised exactly.
    for (
      let last = pools.at(-1);
      last && last.defaults * pool.count >= pool.defaults * last.count;
      last = pools.at(-1)
    ) {
      pools.pop();
      pool = {
        first: last.first,
        last: pool.last,
        sum: last.sum + pool.sum,
        defaults: last.defaults + pool.defaults,
        count: last.count + pool.count
      };
    }
    pools.push(pool);
  }
  return pools;
}

/** Clients next to each other by score: their first and last score, the sum, how many defaulted, how many there are. */
interface Pool {
  first: number;
  last: number;
  sum: number;
  defaults: number;
  count: number;
}

function poolTies(scores: ArrayLike<number>, outcomes: Outcomes): Pool[] {
  const pools: Pool[] = [];
  for (const place of ascendingOrder(scores)) {
    const score = scores[place]!;
    const tied = pools.at(-1);
    if (tied?.first === score) {
      tied.sum += score;
      tied.defaults += outcomes[place]!;
      tied.count++;
    } else pools.push({first: score, last: score, sum: score, defaults: outcomes[place]!, count: 1});
  }
  return pools;
}

/** The curve's value at a score. */
export function isotonicAt({x, y}: IsotonicCurve, score: number): number {
  let low = 0;
  let high = x.length - 1;
  if (score <= x[0]!) return y[0]!;
  if (score >= x[high]!) return y[high]!;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (x[middle]! <= score) low = middle;
    else high = middle;
  }
  return y[low]! + ((y[high]! - y[low]!) * (score - x[low]!)) / (x[high]! - x[low]!);
}
