import {z} from "zod";
import {ensembleSchema} from "./ensemble.ts";
import {calibrationSchema, modelInputSchema} from "./scoring-model.ts";

/** Who wrote a model file: "limpide" is this program, as JSON or as ONNX. */
export const modelFormats = ["lightgbm", "xgboost", "onnx", "limpide"] as const;
export type ModelFormat = (typeof modelFormats)[number];

const precision = z.enum(["float32", "float64"]);

/** Where an imported model comes from. */
export const modelSourceSchema = z.strictObject({
  format: z.enum(modelFormats),
  /** The file's name, without its folder. */
  file: z.string(),
  /** SHA-256 of the file, in hexadecimal. */
  sha256: z.string().length(64)
});
export type ModelSource = z.infer<typeof modelSourceSchema>;

export const importedModelFormat = "limpide-import/1";

/** What `limpide import` writes: a model that was trained elsewhere, on features of the catalogue. */
export const importedModelFileSchema = z.strictObject({
  format: z.literal(importedModelFormat),
  source: modelSourceSchema,
  /** Features that some split reads, in the order of the model's columns; categories by the codes of its splits. */
  inputs: z.array(modelInputSchema).min(1),
  /** Over `inputs`. Its raw score is in log-odds where the model gives a logistic probability. */
  ensemble: ensembleSchema,
  /** In which numbers the model's own library compares features, and adds up trees. */
  arithmetic: z.strictObject({features: precision, sums: precision}),
  /** The model's own way from raw score to probability; null where it has none (a regression). */
  link: calibrationSchema.nullable()
});
export type ImportedModelFile = z.infer<typeof importedModelFileSchema>;
