import type {Policy, Scale, ScoringModel} from "../contract/scoring-model.ts";
import {compileCalibration} from "./calibration.ts";

export interface Score {
  /** Log-odds of default, before calibration. */
  raw: number;
  /** Calibrated probability of default, 0 to 1. */
  probability: number;
  /** Whole points: what is shown is what decides. */
  points: number;
  recommendation: "accept" | "refuse";
  /** Whether the points fall in the band that asks for a human review. */
  review: boolean;
}

/** What a raw score stands for. */
export interface Link {
  /** The calibrated probability of default. */
  probability(raw: number): number;
  /** Points, not yet whole. */
  points(raw: number): number;
  /**
   * Points that one unit of log-odds adds on the way from one raw score to another: negative, or 0 where calibration is
   * flat. With Platt's calibration it is the same everywhere, for points are then a line in the raw score. With isotonic
   * calibration it is the slope of the secant, so that contributions that add up from `from` to `to` in log-odds add up
   * from points(from) to points(to) all the same, in unchanged proportions.
   */
  pointsPerLogOdds(from: number, to: number): number;
}

/** Compiles calibration and scale into a function that can be called for every client. */
export function compileLink({calibration, scale}: Pick<ScoringModel, "calibration" | "scale">): Link {
  const probability = compileCalibration(calibration);
  if (calibration.method === "platt") {
    const pointsPerUnit = scale.pointsToDouble / Math.LN2;
    const factor = -pointsPerUnit * calibration.slope;
    const offset =
      scale.anchorPoints - scale.pointsToDouble * Math.log2(scale.anchorOdds) - pointsPerUnit * calibration.intercept;
    return {probability, points: (raw) => offset + factor * raw, pointsPerLogOdds: () => factor};
  }
  const points = (raw: number): number => pointsAtProbability(probability(raw), scale);
  return {
    probability,
    points,
    pointsPerLogOdds(from, to) {
      // Two scores that are nearly one have no secant: that of their neighbourhood stands in.
      const [low, high] = Math.abs(to - from) < nearlyEqual ? [to - nearlyEqual, to + nearlyEqual] : [from, to];
      return (points(high) - points(low)) / (high - low);
    }
  };
}

const nearlyEqual = 1e-6;

/** The probability of default that a number of points stands for. */
export function probabilityAtPoints(points: number, scale: Scale): number {
  return 1 / (1 + scale.anchorOdds * 2 ** ((points - scale.anchorPoints) / scale.pointsToDouble));
}

/** The points, not yet whole, of a probability of default. */
export function pointsAtProbability(probability: number, scale: Scale): number {
  return (
    scale.anchorPoints +
    scale.pointsToDouble * (Math.log2((1 - probability) / probability) - Math.log2(scale.anchorOdds))
  );
}

/** Points as they are shown and decided on: the nearest whole number, halves upwards. */
export function wholePoints(points: number): number {
  return Math.round(points) + 0;
}

/** Whole points of raw scores. */
export function pointsOf(raw: Float64Array, model: Pick<ScoringModel, "calibration" | "scale">): Int32Array {
  const link = compileLink(model);
  return Int32Array.from(raw, (score) => wholePoints(link.points(score)));
}

/** What a policy says of a score in whole points. */
export function decide(points: number, policy: Policy): Pick<Score, "recommendation" | "review"> {
  return {
    recommendation: points >= policy.threshold ? "accept" : "refuse",
    review: points >= policy.reviewFrom && points <= policy.reviewTo
  };
}

/** A function from raw scores to all that follows from them. */
export function compileScore(model: Pick<ScoringModel, "calibration" | "scale" | "policy">): (raw: number) => Score {
  const link = compileLink(model);
  return (raw) => {
    const points = wholePoints(link.points(raw));
    return {raw, probability: link.probability(raw), points, ...decide(points, model.policy)};
  };
}
