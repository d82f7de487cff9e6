import type {Calibration, Policy, Scale, ScoringModel} from "../contract/scoring-model.ts";

/** Points are a line in the raw score: points = offset + factor × raw. */
export interface PointsLine {
  /** Points that one unit of log-odds of default adds: negative. */
  readonly factor: number;
  readonly offset: number;
}

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

/**
 * The line from raw scores to points. Calibration is a line in log-odds, and points are a line in the calibrated
 * log-odds, so a contribution to the raw score times `factor` is, exactly, a contribution to the points.
 */
export function pointsLine({slope, intercept}: Calibration, scale: Scale): PointsLine {
  const pointsPerLogOdds = scale.pointsToDouble / Math.LN2;
  return {
    factor: -pointsPerLogOdds * slope,
    offset: scale.anchorPoints - scale.pointsToDouble * Math.log2(scale.anchorOdds) - pointsPerLogOdds * intercept
  };
}

/** The calibrated probability of default of a raw score. */
export function probabilityOf(raw: number, {slope, intercept}: Calibration): number {
  return sigmoid(slope * raw + intercept);
}

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

/** What a policy says of a score in whole points. */
export function decide(points: number, policy: Policy): Pick<Score, "recommendation" | "review"> {
  return {
    recommendation: points >= policy.threshold ? "accept" : "refuse",
    review: points >= policy.reviewFrom && points <= policy.reviewTo
  };
}

/** All that follows from a raw score. */
export function scoreOf(raw: number, model: Pick<ScoringModel, "calibration" | "scale" | "policy">): Score {
  const {factor, offset} = pointsLine(model.calibration, model.scale);
  const points = wholePoints(offset + factor * raw);
  return {raw, probability: probabilityOf(raw, model.calibration), points, ...decide(points, model.policy)};
}

function sigmoid(x: number): number {
  return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
}
