import {z} from "zod";
import {LimpideError} from "../contract/errors.ts";
import {
  importedModelFileSchema,
  importedModelFormat,
  type ImportedModelFile,
  type ModelSource
} from "../contract/imported-model.ts";
import {checkCalibration} from "./calibration.ts";
import {compileEnsemble} from "./evaluate.ts";
import type {ImportedModel} from "./imported-model.ts";
import {inLogOdds} from "./log-odds.ts";
import type {FeatureMatch} from "./match-features.ts";

/**
 * What is kept of a model of another program: its trees over features of the catalogue, in log-odds where it gives a
 * logistic probability.
 * @throws {LimpideError} E_MODEL for a leaf or a threshold that JSON can't hold
 */
export function importedFile(
  {arithmetic, calibration}: Pick<ImportedModel, "arithmetic" | "calibration">,
  match: Pick<FeatureMatch, "inputs" | "ensemble">,
  source: ModelSource
): ImportedModelFile {
  const {ensemble, link} = inLogOdds({ensemble: match.ensemble, link: calibration});
  const file = {
    format: importedModelFormat,
    source,
    inputs: match.inputs,
    ensemble: {
      ...ensemble,
      trees: ensemble.trees.map((tree) => ({...tree, threshold: tree.threshold.map(finite)}))
    },
    // What is multiplied can't be added up in the library's own float32 any more.
    arithmetic: link === calibration ? arithmetic : {...arithmetic, sums: "float64" as const},
    link
  };
  return check(file);
}

/**
 * What {@link importedFile} made, from its JSON.
 * @throws {LimpideError} E_MODEL for another file
 */
export function parseImportedFile(json: unknown): ImportedModelFile {
  const file = check(json);
  compileEnsemble(file.ensemble); // refuses broken trees
  if (file.inputs.length !== file.ensemble.featureCount) {
    throw new LimpideError("E_MODEL", `names ${file.inputs.length} of ${file.ensemble.featureCount} features`);
  }
  if (file.link) checkCalibration(file.link);
  return file;
}

/** The model that the file holds, to be scored with like any other. */
export function modelOfImportedFile({source, inputs, ensemble, arithmetic, link}: ImportedModelFile): ImportedModel {
  return {
    format: source.format,
    ensemble,
    featureNames: inputs.map(({id}) => id),
    categories: inputs.map(({categories}) => categories),
    arithmetic,
    calibration: link
  };
}

function check(file: unknown): ImportedModelFile {
  const parsed = importedModelFileSchema.safeParse(file);
  if (parsed.success) return parsed.data;
  throw new LimpideError("E_MODEL", `isn't an imported model: ${z.prettifyError(parsed.error)}`);
}

/** A threshold beyond every number parts the missing values from all others, as the largest number does. */
function finite(threshold: number): number {
  return Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, threshold));
}
