import {z} from "zod";
import {inFile, LimpideError} from "../contract/errors.ts";
import {importedModelFormat} from "../contract/imported-model.ts";
import {scoringModelSchema} from "../contract/scoring-model.ts";
import {checkCalibration} from "./calibration.ts";
import {compileEnsemble} from "./evaluate.ts";
import {modelOfImportedFile, parseImportedFile} from "./imported-file.ts";
import type {ImportedModel} from "./imported-model.ts";
import {readLightgbm} from "./read-lightgbm.ts";
import {readOnnx} from "./read-onnx.ts";
import {readXgboost} from "./read-xgboost.ts";

/**
 * Reads a model file of any kind that is understood, told by its content: LightGBM's text, XGBoost's JSON, ONNX, and
 * what this program writes (model.json, that of an import too, model.onnx).
 * @param fileName what to call the file in errors
 * @throws {LimpideError} E_MODEL naming what isn't supported and where; E_FILE_TRUNCATED when it ends too early
 */
export function readModel(bytes: Uint8Array, {fileName = "model"}: {fileName?: string} = {}): ImportedModel {
  return inFile(fileName, () => read(bytes, fileName));
}

function read(bytes: Uint8Array, fileName: string): ImportedModel {
  if (bytes.length === 0) throw new LimpideError("E_FILE_TRUNCATED", "is empty");
  const beginning = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart();
  refuseOthers(bytes);
  if (/^tree\r?\n/.test(beginning)) return readLightgbm(decode(bytes), fileName);
  if (beginning.startsWith("{")) return readJson(decode(bytes));
  if (bytes[0] === onnxFirstByte) return readOnnx(bytes);
  throw new LimpideError(
    "E_MODEL",
    "isn't a model that is understood: LightGBM's text, XGBoost's JSON, ONNX, or a model.json or model.onnx of Limpide"
  );
}

/** The key of ModelProto.ir_version, which every ONNX file starts with. */
const onnxFirstByte = 0x08;

/**
 * What is often taken for one of them, by its first bytes, with what to do. UBJSON starts an object with "{" and, at
 * once, the type and the length of its first key.
 */
const others: readonly [first: readonly (number | string)[], what: string, advice: string][] = [
  ...["i", "I", "l", "L", "U", "S"].map(
    (type) => [["{", type], "XGBoost's UBJSON (.ubj)", "save it as .json"] as [string[], string, string]
  ),
  [["b", "i", "n", "f"], "XGBoost's old binary format", "save it as .json"],
  [[0x80], "a Python pickle", "save the booster itself (model.txt, model.json)"],
  [[0x1f, 0x8b], "compressed (gzip)", "unpack it"],
  [["P", "K", 3, 4], "an archive (zip)", "unpack it"],
  [["["], "a list, maybe a dump of XGBoost's trees", "save the model with save_model"]
];

function refuseOthers(bytes: Uint8Array): void {
  for (const [first, what, advice] of others) {
    if (first.every((byte, i) => bytes[i] === (typeof byte === "string" ? byte.charCodeAt(0) : byte))) {
      throw new LimpideError("E_MODEL", `is ${what}, which isn't supported: ${advice}`);
    }
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", {fatal: true}).decode(bytes);
  } catch (cause) {
    throw new LimpideError("E_ENCODING", "isn't UTF-8", {}, {cause});
  }
}

function readJson(text: string): ImportedModel {
  let json: Record<string, unknown>;
  try {
    json = JSON.parse(text) as Record<string, unknown>;
  } catch {
    return readXgboost(text); // tells how the text is broken
  }
  if ("learner" in json) return readXgboost(json);
  if ("tree_info" in json) {
    throw new LimpideError("E_MODEL", "is LightGBM's dump_model, which isn't supported: save it with save_model");
  }
  if (json.format === importedModelFormat) return modelOfImportedFile(parseImportedFile(json));
  if ("ensemble" in json) return readScoringModel(json);
  throw new LimpideError(
    "E_MODEL",
    `is JSON of no model that is understood (its keys: ${Object.keys(json).slice(0, 5).join(", ")})`
  );
}

/** A model.json that this program wrote. */
function readScoringModel(json: unknown): ImportedModel {
  const parsed = scoringModelSchema.safeParse(json);
  if (!parsed.success) throw new LimpideError("E_MODEL", `isn't a scoring model: ${z.prettifyError(parsed.error)}`);
  const {inputs, ensemble} = parsed.data;
  compileEnsemble(ensemble);
  if (inputs.length !== ensemble.featureCount) {
    throw new LimpideError("E_MODEL", `names ${inputs.length} of ${ensemble.featureCount} features`);
  }
  return {
    format: "limpide",
    ensemble,
    featureNames: inputs.map(({id}) => id),
    categories: inputs.map(({categories}) => categories),
    arithmetic: {features: "float32", sums: "float64"},
    calibration: checkCalibration(parsed.data.calibration)
  };
}
