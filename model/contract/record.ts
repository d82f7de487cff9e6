import {z} from "zod";
import {decisionChangeSchema} from "./recourse.ts";

/** One client's score, data and exact reasons: what a widget needs of that client, from the book or the API. */
export const recordSchema = z.strictObject({
  /** The opaque reference that the record is filed under. */
  ref: z.string(),
  /** Version of the model that decided. */
  model: z.string(),
  /** Log-odds of default, before calibration. */
  raw: z.number(),
  /** Calibrated probability of default, 0 to 1. */
  probability: z.number().min(0).max(1),
  points: z.int(),
  recommendation: z.enum(["accept", "refuse"]),
  /** Whether the score falls in the band that asks for a human review. */
  review: z.boolean(),
  /** Points before any feature speaks. `base` + the sum of `contributions` = points, to rounding. */
  base: z.number(),
  /** One a manifest feature, in the feature's own unit; a category is the code into its categories; null is missing. */
  values: z.array(z.number().nullable()),
  /** Points that each manifest feature adds (positive: towards repayment) or takes away; 0 outside the model. */
  contributions: z.array(z.number()),
  /** The cohorts that the client belongs to, ids of the manifest. */
  cohorts: z.array(z.string()),
  /** The cohort of similar clients; null where fewer than the manifest's minimum share it. */
  similar: z.string().nullable(),
  /** What would change the decision, found on other loans that were scored; null where that wasn't looked for. */
  change: decisionChangeSchema.nullable()
});
export type ClientRecord = z.infer<typeof recordSchema>;
