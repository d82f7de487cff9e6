import {z} from "zod";

const share = z.number().min(0).max(1);

/** A figure over several clients: its mean, and its quantiles 10, 50 and 90 %. */
const spreadSchema = z.strictObject({mean: z.number(), low: z.number(), median: z.number(), high: z.number()});

/** Whether contributions go the way that is expected of a feature. */
export const directionQualitySchema = z.strictObject({
  /** Clients that it was looked at on. */
  clients: z.int(),
  /** Features of the model that an effect is expected of and that move scores, and how many move them that way. */
  checked: z.int(),
  agreeing: z.int(),
  /** Of the movement of the checked features, the part by those that agree. */
  agreeingMovement: share,
  /** Those that go the other way, the weightiest first. */
  contrary: z.array(
    z.strictObject({
      id: z.string(),
      expected: z.enum(["raises", "lowers"]),
      /** Spearman's rank correlation of value and contribution to the risk. */
      correlation: z.number(),
      meanAbsPoints: z.number()
    })
  )
});
export type DirectionQuality = z.infer<typeof directionQualitySchema>;

/** What reasons become when the model is trained anew on a part of the same clients: without a fold of them. */
export const stabilityQualitySchema = z.strictObject({
  models: z.int(),
  clients: z.int(),
  /** Share of clients and models whose first reason is the champion's. */
  sameFirst: share,
  /** Of the champion's first three reasons, the share that is among the other model's first three. */
  overlap3: share,
  /** Points between the champion's score and the other model's: median, and the value that 9 in 10 stay below. */
  pointsMedian: z.number(),
  pointsHigh: z.number()
});
export type StabilityQuality = z.infer<typeof stabilityQualitySchema>;

/** The words that people read. */
export const sentenceQualitySchema = z.strictObject({
  language: z.enum(["fr", "en"]),
  audience: z.enum(["advisor", "applicant"]),
  sentences: z.int(),
  /** Characters. */
  longest: z.int(),
  medianLength: z.int(),
  /** Words of all the reasons of one client, median, and the seconds that they take to read aloud. */
  wordsPerClient: z.int(),
  secondsPerClient: z.number()
});
export type SentenceQuality = z.infer<typeof sentenceQualitySchema>;

/** LIME as a second opinion, over some clients; each figure first taken over the seeds of a client. */
export const limeQualitySchema = z.strictObject({
  clients: z.int(),
  seeds: z.int(),
  samples: z.int(),
  features: z.int(),
  /** Weighted R² of the local linear model. */
  fidelity: spreadSchema,
  /** Between seeds: shared top features, and rank correlation. */
  jaccard: spreadSchema,
  spearman: spreadSchema,
  /** Of the exact explanation's leading features, as many as LIME names: the share that it names; same sign, of those. */
  named: spreadSchema,
  signs: spreadSchema,
  rankCorrelation: spreadSchema,
  overlap3: spreadSchema,
  overlap5: spreadSchema,
  sameFirst: spreadSchema
});
export type LimeQuality = z.infer<typeof limeQualitySchema>;

/** How far the explanations that people are shown can be relied on. */
export const explanationQualitySchema = z.strictObject({
  clients: z.int(),
  /** Largest |base + contributions − ONNX Runtime's raw score| over all clients, in log-odds, and what is tolerated. */
  additivity: z.strictObject({largest: z.number(), tolerance: z.number()}),
  direction: directionQualitySchema,
  /** null of a model that was trained elsewhere. */
  stability: stabilityQualitySchema.nullable(),
  reasons: z.strictObject({
    /** Share of clients with at least three reasons on a side, of those whom that side matters to most. */
    threeAgainst: share,
    threeFor: share,
    /** Of the clients who are refused, or accepted: those whose first reason that way is an external score. */
    opaqueFirstOfRefused: share,
    opaqueFirstOfAccepted: share,
    refused: z.int(),
    accepted: z.int()
  }),
  sentences: z.array(sentenceQualitySchema),
  lime: limeQualitySchema
});
export type ExplanationQuality = z.infer<typeof explanationQualitySchema>;
