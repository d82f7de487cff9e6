import {z} from "zod";
import {featureSchema} from "./feature.ts";
import {policySchema, scaleSchema} from "./scoring-model.ts";
import {textSchema} from "./text.ts";

/** A feature as the widgets need it: the catalogue's entry, its categories in order, and what is usual. */
export const manifestFeatureSchema = z.strictObject({
  ...featureSchema.shape,
  /** Category codes are places in this list; null of a number. */
  categories: z.array(z.string()).nullable(),
  /** Whether it enters the model; the others describe the client. */
  inModel: z.boolean(),
  /** Among everyone: quartiles [25, 50, 75 %] of a number; [most frequent code, its share] of a category; null when all are missing. */
  usual: z.array(z.number()).nullable()
});
export type ManifestFeature = z.infer<typeof manifestFeatureSchema>;

/** What a reader of the client book fetches first: how to find, read and explain any record of this epoch. */
export const manifestSchema = z.strictObject({
  format: z.literal("limpide-book/0"),
  /** Names the folder that holds this epoch's shards and cohorts, beside the manifest. */
  epoch: z.string().regex(/^[a-z0-9-]+$/),
  /** Whether these people are invented: every widget says so. */
  demonstration: z.boolean(),
  /** Open books are readable by whoever reads the folder; `refKey` (base64url) turns a client number into a ref. */
  protection: z.strictObject({kind: z.literal("open"), refKey: z.string()}),
  clients: z.int().nonnegative(),
  shards: z.int().positive(),
  currency: z.string().length(3),
  /** `trained` is the day of the import, for a model that was imported. */
  model: z.strictObject({version: z.string(), trained: z.iso.date(), imported: z.boolean()}),
  scale: scaleSchema,
  policy: policySchema,
  /** Points below and above which fewer than 1 in 200 clients score: the ends of a drawn scale. */
  range: z.tuple([z.int(), z.int()]),
  features: z.array(manifestFeatureSchema),
  cohorts: z.array(z.strictObject({id: z.string(), grouping: z.string(), label: textSchema, count: z.int()})),
  groupings: z.record(z.string(), textSchema),
  /** A few clients worth opening first, chosen by rule; for the site's Client page and for examples. */
  examples: z.array(z.strictObject({ref: z.string(), client: z.string(), label: textSchema}))
});
export type Manifest = z.infer<typeof manifestSchema>;
