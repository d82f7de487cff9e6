import {LimpideError} from "../contract/errors.ts";
import type {PlattCalibration} from "../contract/scoring-model.ts";
import {wilson} from "./interval.ts";
import {ascendingOrder, countOutcomes, type Outcomes} from "./outcomes.ts";

/** Mean squared error of the probabilities (Brier, 1950). */
export function brier(probabilities: ArrayLike<number>, outcomes: Outcomes): number {
  let sum = 0;
  for (let i = 0; i < probabilities.length; i++) sum += (probabilities[i]! - outcomes[i]!) ** 2;
  return sum / probabilities.length;
}

/** Mean negative log-likelihood, in nats. A probability of 0 or 1 that proves wrong costs Infinity. */
export function logLoss(probabilities: ArrayLike<number>, outcomes: Outcomes): number {
  let sum = 0;
  for (let i = 0; i < probabilities.length; i++) {
    sum -= outcomes[i] ? Math.log(probabilities[i]!) : Math.log1p(-probabilities[i]!);
  }
  return sum / probabilities.length;
}

/** A group of clients whose predicted probabilities are near each other. */
export interface ReliabilityGroup {
  /** Mean predicted probability. */
  predicted: number;
  /** Share who defaulted, and its 95 % Wilson interval. */
  observed: number;
  low: number;
  high: number;
  count: number;
}

/**
 * Predicted against observed default rates, in groups of equal size by predicted probability, lowest first. Equal
 * probabilities stay in one group, so that the groups don't depend on the order of the rows; many ties make fewer and
 * uneven groups.
 */
export function reliability(probabilities: ArrayLike<number>, outcomes: Outcomes, groups = 10): ReliabilityGroup[] {
  const order = ascendingOrder(probabilities);
  const n = order.length;
  const result: ReliabilityGroup[] = [];
  let start = 0;
  for (let group = 1; group <= groups; group++) {
    let end = Math.max(start, Math.round((n * group) / groups));
    while (end > start && end < n && probabilities[order[end]!] === probabilities[order[end - 1]!]) end++;
    if (end === start) continue;
    let predicted = 0;
    let defaults = 0;
    for (let i = start; i < end; i++) {
      predicted += probabilities[order[i]!]!;
      defaults += outcomes[order[i]!]!;
    }
    const count = end - start;
    result.push({predicted: predicted / count, observed: defaults / count, ...wilson(defaults, count), count});
    start = end;
  }
  return result;
}

/**
 * Platt's calibration of raw scores (Platt, 1999): the slope and intercept of a logistic regression of the outcomes on
 * the scores, with his smoothed targets, by Newton's method with step halving as Lin, Lin and Weng (2007) give it.
 * @throws {LimpideError} E_TARGET unless both outcomes occur and a higher score goes with more defaults
 */
export function fitPlatt(raw: ArrayLike<number>, outcomes: Outcomes): PlattCalibration {
  const {defaults, repaid} = countOutcomes(raw, outcomes);
  const ifDefault = (defaults + 1) / (defaults + 2);
  const ifRepaid = 1 / (repaid + 2);
  const n = raw.length;

  const loss = (slope: number, intercept: number): number => {
    let sum = 0;
    for (let i = 0; i < n; i++) {
      const x = slope * raw[i]! + intercept;
      // log(1 + eˣ) − target · x, without overflow.
      sum += Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))) - (outcomes[i] ? ifDefault : ifRepaid) * x;
    }
    return sum;
  };

  let slope = 0;
  let intercept = Math.log((defaults + 1) / (repaid + 1));
  let current = loss(slope, intercept);
  for (let step = 0; step < 100; step++) {
    let [gradientSlope, gradientIntercept] = [0, 0];
    // A hair on the diagonal keeps the Hessian invertible when all scores are equal.
    let [hSlope, hBoth, hIntercept] = [1e-12, 0, 1e-12];
    for (let i = 0; i < n; i++) {
      const x = raw[i]!;
      const p = 1 / (1 + Math.exp(-(slope * x + intercept)));
      const error = p - (outcomes[i] ? ifDefault : ifRepaid);
      const weight = p * (1 - p);
      gradientSlope += error * x;
      gradientIntercept += error;
      hSlope += weight * x * x;
      hBoth += weight * x;
      hIntercept += weight;
    }
    if (Math.abs(gradientSlope) < 1e-10 * n && Math.abs(gradientIntercept) < 1e-10 * n) break;
    const determinant = hSlope * hIntercept - hBoth * hBoth;
    const towardsSlope = -(hIntercept * gradientSlope - hBoth * gradientIntercept) / determinant;
    const towardsIntercept = -(hSlope * gradientIntercept - hBoth * gradientSlope) / determinant;
    let size = 1;
    let next = loss(slope + towardsSlope, intercept + towardsIntercept);
    while (next > current && size > 1e-10) {
      size /= 2;
      next = loss(slope + size * towardsSlope, intercept + size * towardsIntercept);
    }
    if (next >= current) break;
    slope += size * towardsSlope;
    intercept += size * towardsIntercept;
    current = next;
  }
  if (!(slope > 0) || !Number.isFinite(intercept)) {
    throw new LimpideError("E_TARGET", `higher scores don't go with more defaults (the fitted slope is ${slope})`);
  }
  return {method: "platt", slope, intercept};
}
