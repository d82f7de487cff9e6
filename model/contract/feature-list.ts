import {z} from "zod";
import {units} from "./feature.ts";
import {textSchema} from "./text.ts";

/**
 * A column of a model that was trained elsewhere: the feature that it holds. `limpide features` writes such a list of
 * the whole feature table, labels and all.
 */
const listedFeatureSchema = z.strictObject({
  /** The feature's name in the catalogue. */
  id: z.string(),
  /** What the model file calls the column, where that isn't the feature's own name. */
  name: z.string().optional(),
  /** The names of the categories that the column's codes stand for, from code 0 on; null of a number. */
  categories: z.array(z.string()).nullish(),
  protected: z.boolean().optional(),
  unit: z.enum(units).optional(),
  label: textSchema.optional(),
  description: textSchema.optional()
});

export type ListedFeature = z.infer<typeof listedFeatureSchema>;

/** The columns of a model in its order; a text stands for `{"id": text}`. */
export const featureListSchema = z
  .array(z.preprocess((entry) => (typeof entry === "string" ? {id: entry} : entry), listedFeatureSchema))
  .min(1);
