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
  countOutcomes(scores, outcomes);
  const pools: Pool[] = [];
  for (const tie of poolTies(scores, outcomes)) {
    let pool = tie;
    // Cross-multiplied, so that equal means are recognised exactly.
    for (let last = pools.at(-1); last && last.sum * pool.count >= pool.sum * last.count; last = pools.at(-1)) {
      pools.pop();
      pool = {first: last.first, last: pool.last, sum: last.sum + pool.sum, count: last.count + pool.count};
    }
    pools.push(pool);
  }
  const curve: IsotonicCurve = {x: [], y: []};
  for (const {first, last, sum, count} of pools) {
    for (const knot of last > first ? [first, last] : [first]) {
      curve.x.push(knot);
      curve.y.push(sum / count);
    }
  }
  return curve;
}

/** Clients next to each other by score: their first and last score, how many defaulted, how many there are. */
interface Pool {
  first: number;
  last: number;
  sum: number;
  count: number;
}

function poolTies(scores: ArrayLike<number>, outcomes: Outcomes): Pool[] {
  const pools: Pool[] = [];
  for (const place of ascendingOrder(scores)) {
    const score = scores[place]!;
    const tied = pools.at(-1);
    if (tied?.first === score) {
      tied.sum += outcomes[place]!;
      tied.count++;
    } else pools.push({first: score, last: score, sum: outcomes[place]!, count: 1});
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
