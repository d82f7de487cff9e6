import {z} from "zod";
import {smallestCohort} from "./cohort.ts";
import {familyIds} from "./feature.ts";
import {intervalSchema} from "./figures.ts";
import {textSchema} from "./text.ts";

/** A part of a feature's values. Groups of people are told by these. */
export const valueGroupSchema = z.discriminatedUnion("kind", [
  z.strictObject({kind: z.literal("missing")}),
  /** A category's name in the tables. */
  z.strictObject({kind: z.literal("category"), category: z.string()}),
  /** from < value ≤ to; null where there is no bound. */
  z.strictObject({kind: z.literal("interval"), from: z.number().nullable(), to: z.number().nullable()})
]);
export type ValueGroup = z.infer<typeof valueGroupSchema>;

const featureId = z.string();
const familyId = z.enum(familyIds);

/** Mean |contribution| over clients, largest first: how much each input moves scores. */
export const importanceSchema = z.strictObject({
  clients: z.int(),
  /** The bootstrap draws these anew: single clients, or random groups of them that hold all clients. */
  units: z.int(),
  samples: z.int(),
  features: z.array(z.strictObject({id: featureId, family: familyId, mean: intervalSchema})),
  /** Of the sum of a family's contributions: what its features take back from one another doesn't count. */
  families: z.array(z.strictObject({id: familyId, features: z.int(), mean: intervalSchema}))
});
export type Importance = z.infer<typeof importanceSchema>;

/**
 * A point a client, for the most important features. Each feature's points are sorted by contribution: which of them
 * belong to one client cannot be told.
 */
export const beeswarmSchema = z.strictObject({
  /** Clients drawn, and of how many. */
  sample: z.int(),
  clients: z.int(),
  features: z.array(
    z.strictObject({
      id: featureId,
      /** Ascending. */
      contributions: z.array(z.number()),
      /** The share in % of clients with lower values, 0 to 100, or the place in `categories`; null where missing. */
      values: z.array(z.int().nonnegative().nullable()),
      /** From −1 to 1: where the point is drawn above or below the feature's line, in halves of its height. */
      offsets: z.array(z.number().min(-1).max(1)),
      categories: z.array(z.string()).nullable()
    })
  )
});
export type Beeswarm = z.infer<typeof beeswarmSchema>;

/** How a feature's contribution goes with its value. No group has fewer than {@link smallestCohort} people. */
export const dependenceSchema = z.strictObject({
  clients: z.int(),
  features: z.array(
    z.strictObject({
      id: featureId,
      groups: z.array(
        z.strictObject({
          group: valueGroupSchema,
          /** Median value of the group, of a number; null otherwise. */
          value: z.number().nullable(),
          count: z.int().min(smallestCohort),
          mean: z.number(),
          /** Quartiles of the contribution. */
          low: z.number(),
          median: z.number(),
          high: z.number()
        })
      ),
      /** Clients whose group was too small to be told. */
      withheld: z.int(),
      /** The feature that the contribution depends on most, besides the feature's own value. */
      interaction: z
        .strictObject({
          id: featureId,
          /** Share of the contribution's variance that this feature explains where the feature's own value doesn't. */
          share: z.number().min(0).max(1),
          /** The curve among clients of each part of that feature; one mean a group of the curve, null of too few people. */
          curves: z.array(
            z.strictObject({
              group: valueGroupSchema,
              count: z.int().min(smallestCohort),
              means: z.array(z.number().nullable())
            })
          )
        })
        .nullable()
    })
  )
});
export type Dependence = z.infer<typeof dependenceSchema>;

const permutedSchema = {
  /** AUC as it is, less AUC with the values exchanged among clients at random: mean over repeats. */
  drop: z.number(),
  /** Of that mean, over repeats; null of a single repeat. */
  standardError: z.number().nonnegative().nullable()
};

/** What the ranking loses when it can no longer rely on a feature, largest loss first. */
export const permutationSchema = z.strictObject({
  clients: z.int(),
  defaults: z.int(),
  /** Whether the model saw these clients when it was trained, so that it relies on them more than on others. */
  inSample: z.boolean(),
  repeats: z.int(),
  auc: z.number(),
  features: z.array(z.strictObject({id: featureId, ...permutedSchema})),
  /** A family's features are exchanged together. */
  families: z.array(z.strictObject({id: familyId, features: z.int(), ...permutedSchema}))
});
export type Permutation = z.infer<typeof permutationSchema>;

/** Mean |contribution| within segments of at least {@link smallestCohort} people. */
export const segmentImportanceSchema = z.strictObject({
  /** The grouping: "age", "income_type" … */
  id: z.string(),
  /** Features most important in any segment, the most important over all first. */
  features: z.array(featureId),
  families: z.array(familyId),
  segments: z.array(
    z.strictObject({
      id: z.string(),
      label: textSchema,
      count: z.int().min(smallestCohort),
      /** One mean a feature, and a family, in the order above. */
      features: z.array(z.number()),
      families: z.array(z.number())
    })
  ),
  /** Clients in no segment, or in one too small to be told. */
  withheld: z.int()
});
export type SegmentImportance = z.infer<typeof segmentImportanceSchema>;

/** What drives the score overall. */
export const globalExplanationSchema = z.strictObject({
  /** Of every contribution below: points of the scale (higher is safer), or log-odds of default (higher is riskier). */
  unit: z.enum(["points", "log-odds"]),
  importance: importanceSchema,
  beeswarm: beeswarmSchema,
  dependence: dependenceSchema,
  /** null where no outcome is known. */
  permutation: permutationSchema.nullable(),
  segments: z.array(segmentImportanceSchema)
});
export type GlobalExplanation = z.infer<typeof globalExplanationSchema>;
