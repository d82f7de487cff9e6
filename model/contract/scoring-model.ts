import {z} from "zod";
import {ensembleSchema} from "./ensemble.ts";

/** A column of the model's input, in order. Categories are coded by their place in `categories`; NaN is missing or unknown. */
export const modelInputSchema = z.strictObject({
  id: z.string(),
  categories: z.array(z.string()).nullable()
});
export type ModelInput = z.infer<typeof modelInputSchema>;

/** logit(p) = slope × raw + intercept (Platt, 1999). */
const plattSchema = z.strictObject({
  method: z.literal("platt"),
  slope: z.number().positive(),
  intercept: z.number()
});
export type PlattCalibration = z.infer<typeof plattSchema>;

/**
 * A non-decreasing function of the raw score, given by knots (isotonic regression: Barlow et al., 1972; Zadrozny and
 * Elkan, 2002): linear from one knot to the next, constant outside. Two knots at one x are a step; the second holds
 * from x on.
 */
const isotonicSchema = z.strictObject({
  method: z.literal("isotonic"),
  /** Raw scores, ascending. */
  x: z.array(z.number()),
  /** Probabilities, as many, ascending, 0 to 1. */
  y: z.array(z.number())
});
export type IsotonicCalibration = z.infer<typeof isotonicSchema>;

/** How a raw score becomes a probability: non-decreasing. */
export const calibrationSchema = z.discriminatedUnion("method", [plattSchema, isotonicSchema]);
export type Calibration = z.infer<typeof calibrationSchema>;

/** The scorecard scale: points = anchorPoints + pointsToDouble · log2(odds_good / anchorOdds). */
export const scaleSchema = z.strictObject({
  anchorPoints: z.number(),
  anchorOdds: z.number().positive(),
  pointsToDouble: z.number().positive()
});
export type Scale = z.infer<typeof scaleSchema>;
export const defaultScale: Scale = {anchorPoints: 600, anchorOdds: 20, pointsToDouble: 50};

/**
 * The review band is where a threshold would cost at most this share more than the least: there, figures don't tell
 * acceptance from refusal, and a person looks.
 */
export const reviewTolerance = 0.02;

/** How a score becomes a recommendation. Points are whole: what is shown is what decides. */
export const policySchema = z.strictObject({
  /** What a missed default costs, in refused good clients. */
  costRatio: z.number().positive(),
  /** Scores of at least `threshold` points are recommended for acceptance. */
  threshold: z.int(),
  /** Scores from `reviewFrom` to `reviewTo` points, both included, ask for a human review. */
  reviewFrom: z.int(),
  reviewTo: z.int()
});
export type Policy = z.infer<typeof policySchema>;

/** All that turns a row of features into a score, a probability, points and a recommendation. */
export const scoringModelSchema = z.strictObject({
  /** The first 12 hexadecimal digits of the SHA-256 of everything below, as canonical JSON. */
  version: z.string(),
  inputs: z.array(modelInputSchema),
  ensemble: ensembleSchema,
  calibration: calibrationSchema,
  scale: scaleSchema,
  policy: policySchema
});
export type ScoringModel = z.infer<typeof scoringModelSchema>;
