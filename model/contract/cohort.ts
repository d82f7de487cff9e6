import {z} from "zod";
import {textSchema} from "./text.ts";

/** Groups of fewer people are never written anywhere. */
export const smallestCohort = 50;

/**
 * How it went for the people of some bins. Bins are joined until at least {@link smallestCohort} people are in them, so
 * that nobody's outcome can be read from a bin that they are nearly alone in; a category of fewer people has none.
 */
export const outcomeRangeSchema = z.strictObject({
  /** The bins or categories, both included. */
  first: z.int().nonnegative(),
  last: z.int().nonnegative(),
  people: z.int().min(smallestCohort),
  /** Of the people, those whom the model recommends for acceptance. */
  accepted: z.int().nonnegative(),
  /** People whose outcome is known, and those of them who defaulted; null where they are fewer than {@link smallestCohort}. */
  labelled: z.int().min(smallestCohort).nullable(),
  defaults: z.int().nonnegative().nullable()
});
export type OutcomeRange = z.infer<typeof outcomeRangeSchema>;

/** How one feature is distributed in a cohort. Counts are people. */
export const distributionSchema = z.strictObject({
  /** People whose value is known, and whose isn't. */
  count: z.int().nonnegative(),
  missing: z.int().nonnegative(),
  /** Quantiles 5, 25, 50, 75 and 95 % (R-7); null of a category. */
  quantiles: z.array(z.number()).length(5).nullable(),
  /** Bin edges, ascending, one more than bins, the last bin closed; null of a category, whose bins are its codes. */
  edges: z.array(z.number()).nullable(),
  /** People a bin. */
  counts: z.array(z.int().nonnegative()),
  /** Ascending, without overlap; of a number, they cover every bin or there is none. */
  outcomes: z.array(outcomeRangeSchema)
});
export type Distribution = z.infer<typeof distributionSchema>;

/** A group of at least {@link smallestCohort} people, described by aggregates alone. */
export const cohortSchema = z.strictObject({
  id: z.string(),
  /** Which partition it belongs to: "everyone", "similar", "pair", "age", "income_type" … */
  grouping: z.string(),
  label: textSchema,
  count: z.int().min(smallestCohort),
  labelled: z.int().nonnegative(),
  defaults: z.int().nonnegative(),
  accepted: z.int().nonnegative(),
  review: z.int().nonnegative(),
  points: distributionSchema,
  /** By feature id. */
  features: z.record(z.string(), distributionSchema)
});
export type Cohort = z.infer<typeof cohortSchema>;
