import {z} from "zod";

/**
 * What an applicant may ask for otherwise. `credit`: a smaller sum for a smaller purchase. `downPayment`: the same
 * purchase, more of it paid in cash. `months`: the same sum over another duration.
 */
export const leverIds = ["credit", "downPayment", "months"] as const;
export type LeverId = (typeof leverIds)[number];

/** The quantities of a loan: the levers, and what follows from them. */
export const quantityIds = [...leverIds, "price", "instalment"] as const;
export type QuantityId = (typeof quantityIds)[number];

const range = z.tuple([z.number().nonnegative(), z.number().nonnegative()]);

/** Which loans are tried in place of the one asked for. Shares are from 0 to 1. */
export const recourseGridSchema = z.strictObject({
  /** Sums change in round steps of about this share of the client's own. */
  sumStep: z.number().positive().max(1),
  /** At most this share of the credit is given up, or added. */
  largestChange: z.number().positive().max(1),
  /** At most this share of the price is paid in cash. */
  largestDownPayment: z.number().nonnegative().max(1),
  /** Durations are multiples of this many months. */
  monthStep: z.int().positive(),
  /** The credits and durations that are usual in the portfolio: nothing outside is tried. */
  credit: range,
  months: range,
  /** An instalment may rise to this share of the income, no higher. */
  largestInstalmentShare: z.number().nonnegative(),
  /**
   * What a loan costs a month, as a share of the credit: instalment / credit = 1 / months + charge. It tells the
   * duration of a loan whose instalment and credit alone are known.
   */
  monthlyCharge: z.number().nonnegative()
});
export type RecourseGrid = z.infer<typeof recourseGridSchema>;

/** A quantity of the loan before and after, in its unit: money is in the portfolio's currency. */
export const loanChangeSchema = z.strictObject({
  quantity: z.enum(quantityIds),
  unit: z.enum(["money", "months"]),
  before: z.number().nonnegative(),
  after: z.number().nonnegative(),
  /** Whether the applicant asks for it, or it follows from what is asked for. */
  linked: z.boolean()
});
export type LoanChange = z.infer<typeof loanChangeSchema>;

/** Another loan with which the same client would be accepted. */
export const recourseSolutionSchema = z.strictObject({
  /** The levers that move, in the order of {@link leverIds}: no two solutions move the same ones. */
  levers: z.array(z.enum(leverIds)).min(1),
  /** The levers first, then what follows from them. */
  changes: z.array(loanChangeSchema).min(1),
  /**
   * The sum over the levers of greater / smaller − 1, of the credit for sums, of the duration for months: halving the
   * credit costs as much as doubling the duration, 1.
   */
  cost: z.number().positive(),
  points: z.int(),
  recommendation: z.literal("accept"),
  /** Whether the points fall in the band that asks for a human review. */
  review: z.boolean()
});
export type RecourseSolution = z.infer<typeof recourseSolutionSchema>;

/** What would change the decision of a client who isn't accepted. */
export const recourseSchema = z.strictObject({
  kind: z.literal("recourse"),
  /** `accept`: at least the threshold. `clear`: above the band of review too. */
  goal: z.enum(["accept", "clear"]),
  /** Whole points, before; and the least that reach the goal. */
  points: z.int(),
  needed: z.int(),
  /** Other loans that were scored; 0 when the one asked for isn't known well enough to vary it. */
  tried: z.int().nonnegative(),
  /** Whether the duration follows from the grid's monthly charge; false when it was given, or isn't known at all. */
  monthsEstimated: z.boolean(),
  /** The cheapest first; empty when none of the loans tried reaches the goal. */
  solutions: z.array(recourseSolutionSchema).max(3)
});
export type Recourse = z.infer<typeof recourseSchema>;

/** How far one lever can move, the others as they are, before acceptance is lost. */
export const marginSchema = z.strictObject({
  lever: z.enum(leverIds),
  direction: z.enum(["up", "down"]),
  unit: z.enum(["money", "months"]),
  before: z.number().nonnegative(),
  /** The farthest value up to which every one tried is accepted: `before` when the first step is already refused. */
  lastAccepted: z.number().nonnegative(),
  /** The first value that is refused, and its points; null when all that were tried are accepted. */
  firstRefused: z.strictObject({value: z.number().nonnegative(), points: z.int()}).nullable()
});
export type Margin = z.infer<typeof marginSchema>;

/** How safe the acceptance of a client is. */
export const marginsSchema = z.strictObject({
  kind: z.literal("margins"),
  points: z.int(),
  threshold: z.int(),
  monthsEstimated: z.boolean(),
  margins: z.array(marginSchema)
});
export type Margins = z.infer<typeof marginsSchema>;

/** What would change a client's decision: a refusal into an acceptance, or the reverse. */
export const decisionChangeSchema = z.discriminatedUnion("kind", [recourseSchema, marginsSchema]);
export type DecisionChange = z.infer<typeof decisionChangeSchema>;
