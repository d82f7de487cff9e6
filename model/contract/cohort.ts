import {z} from "zod";
import {textSchema} from "./text.ts";

/** Groups of fewer people are never written anywhere. */
export const smallestCohort = 50;

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
  /** People a bin whose outcome is known, and those of them who defaulted. */
  labelled: z.array(z.int().nonnegative()),
  defaults: z.array(z.int().nonnegative()),
  /** People a bin whom the model recommends for acceptance. */
  accepted: z.array(z.int().nonnegative())
});
export type Distribution = z.infer<typeof distributionSchema>;

/** A group of at least {@link smallestCohort} people, described by aggregates alone. */
export const cohortSchema = z.strictObject({
  id: z.string(),
  /** Which partition it belongs to: "everyone", "similar", "age", "income_type" … */
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
