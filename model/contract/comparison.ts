import {z} from "zod";
import {estimateSchema as estimate, intervalSchema as interval} from "./figures.ts";
import {assessments} from "./report.ts";

/** Kinds of model that are compared, plainest first; the last is shown the protected attributes too. */
export const contenderIds = [
  "constant",
  "logistic",
  "tree",
  "forest",
  "imported",
  "boosted",
  "boosted-weighted",
  "boosted-undersampled",
  "boosted-protected"
] as const;
export type ContenderId = (typeof contenderIds)[number];

/**
 * What a kind of model gives on the same clients and folds. Probabilities and decisions are cross-fitted: each fold's
 * calibration and threshold come from the other folds.
 */
export const contenderSchema = z.strictObject({
  id: z.enum(contenderIds),
  /** Clients that each fit saw at most, when fewer than the folds hold; null when all. */
  trainedOn: z.int().nullable(),
  auc: estimate,
  /**
   * AUC less the champion's on the same clients; null of the champion itself. The standard error counts what other
   * clients would change (DeLong, 1988) and, where `refit` tells it, what training anew would; so do the intervals of
   * differences below.
   */
  difference: estimate.nullable(),
  averagePrecision: z.number(),
  logLoss: z.number(),
  brier: z.number(),
  /** Of 1,000 clients: accepted, defaults among them, good clients refused. */
  accepted: z.number(),
  missedDefaults: z.number(),
  refusedGood: z.number(),
  /** In refused good clients, of 1,000 clients; and less the champion's, null of the champion itself. */
  cost: interval,
  costDifference: interval.nullable(),
  /** In the currency of the amounts, a client; null when no credit is known. */
  money: interval.nullable(),
  moneyDifference: interval.nullable()
});
export type Contender = z.infer<typeof contenderSchema>;

export const comparisonReportSchema = z.strictObject({
  clients: z.int(),
  defaults: z.int(),
  folds: z.int(),
  champion: z.enum(contenderIds),
  /** What the clients were to the champion; the others are always scored out of fold. */
  assessment: z.enum(assessments),
  costRatio: z.number(),
  lossGivenDefault: z.number(),
  margin: z.number(),
  /** Samples of clients that the intervals of costs and of money come from, the same ones for all contenders (bootstrap). */
  samples: z.int(),
  /**
   * What training the champion anew changes, on the same clients divided otherwise: standard deviations over divisions,
   * of the AUC, of the cost of 1,000 clients and of the money of one. Null with a single division.
   */
  refit: z
    .strictObject({divisions: z.int(), auc: z.number(), cost: z.number(), money: z.number().nullable()})
    .nullable(),
  contenders: z.array(contenderSchema)
});
export type ComparisonReport = z.infer<typeof comparisonReportSchema>;
