import {z} from "zod";
import {featureSchema} from "./feature.ts";
import {policySchema, scaleSchema} from "./scoring-model.ts";
import {textSchema} from "./text.ts";

// What a feature means is a file of its own, read when someone asks.
const {description: _, ...toldOfFeature} = featureSchema.shape;

/** A feature as the widgets need it: the catalogue's entry, its categories in order, and what is usual. */
export const manifestFeatureSchema = z.strictObject({
  ...toldOfFeature,
  /** Category codes are places in this list; null of a number. */
  categories: z.array(z.string()).nullable(),
  /** Whether it enters the model; the others describe the client. */
  inModel: z.boolean(),
  /** Among everyone: quartiles [25, 50, 75 %] of a number; [most frequent code, its share] of a category; null when all are missing. */
  usual: z.array(z.number()).nullable()
});
export type ManifestFeature = z.infer<typeof manifestFeatureSchema>;

/** Open books are readable by whoever reads the folder: `secret` (base64url) gives every ref and key. */
export const protectionSchema = z.discriminatedUnion("kind", [
  z.strictObject({kind: z.literal("open"), secret: z.string()}),
  z.strictObject({kind: z.literal("sealed"), keyId: z.string()})
]);

export const manifestCohortSchema = z.strictObject({
  /** A pair's id is those of its two groups, joined by "+". */
  id: z.string().regex(/^[\w-]+(\+[\w-]+)?$/),
  /** "everyone", "similar", "pair", or what parts the clients: a key of `groupings`. */
  grouping: z.string(),
  label: textSchema
});

/** What a reader of the client book knows before any record: header and catalogue, opened. */
export const manifestSchema = z.strictObject({
  format: z.literal("limpide-book/1"),
  /** Names the folder that holds this epoch's files, beside the manifest. */
  epoch: z.string().regex(/^e[0-9a-f]+$/),
  protection: protectionSchema,
  clients: z.int().nonnegative(),
  shards: z.int().positive(),
  /** Whether these people are invented: every widget says so. */
  demonstration: z.boolean(),
  /** ISO 4217. */
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** `trained` is the day of the import, for a model that was imported. */
  model: z.strictObject({version: z.string(), trained: z.iso.date(), imported: z.boolean()}),
  scale: scaleSchema,
  policy: policySchema,
  /** Points below and above which fewer than 1 in 200 clients score: the ends of a drawn scale. */
  range: z.tuple([z.int(), z.int()]),
  features: z.array(manifestFeatureSchema),
  /** A cohort's place here names its files. */
  cohorts: z.array(manifestCohortSchema),
  groupings: z.record(z.string(), textSchema),
  /** A few clients worth opening first, chosen by rule; for the site's Client page and for examples. Empty of a sealed book. */
  examples: z.array(z.strictObject({ref: z.string(), client: z.string(), label: textSchema}))
});
export type Manifest = z.infer<typeof manifestSchema>;
export type ManifestCohort = z.infer<typeof manifestCohortSchema>;
