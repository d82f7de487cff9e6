import {createHash} from "node:crypto";
import {readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {z} from "zod";
import {ensembleSchema} from "../model/contract/ensemble.ts";
import {trainingReportSchema, type TrainingReport} from "../model/contract/report.ts";
import {scoringModelSchema, type Scale, type ScoringModel} from "../model/contract/scoring-model.ts";
import {pointsOf} from "../model/ensemble/scoring.ts";
import {writeOnnx, type Provenance} from "../model/ensemble/write-onnx.ts";
import {leastCostPolicy, outcomesByThreshold} from "../model/metrics/cost.ts";
import {canonicalJson, writeJsonArtifact} from "./artifacts.ts";
import {chooseCalibration} from "./choose-calibration.ts";

/** The clients that a model is assessed on, in the order of the feature table. */
export interface Assessed {
  /** Their rows there. */
  rows: Int32Array;
  /** 1 defaulted, 0 repaid. */
  labels: Uint8Array;
  /** Their raw scores, an array a repeat. */
  raw: readonly Float64Array[];
  /** The fold of each, in the first repeat. */
  folds: Uint8Array;
}

/**
 * Completes trees with all that makes a decision: the calibration that is truest out of fold, and the threshold of least
 * cost, on the assessed clients as the first repeat scores them: each counts once.
 * @returns null when higher scores don't go with more defaults
 */
export function finishModel(
  trees: Pick<ScoringModel, "inputs" | "ensemble">,
  {raw: [raw], labels, folds}: Assessed,
  {costRatio, scale}: {costRatio: number; scale: Scale}
): ScoringModel | null {
  const {calibration} = chooseCalibration(raw!, labels, folds);
  if (calibration === null) return null;
  const policy = leastCostPolicy(outcomesByThreshold(pointsOf(raw!, {calibration, scale}), labels), costRatio);
  const content = {...trees, calibration, scale, policy};
  return {version: sha256(canonicalJson(content)).slice(0, 12), ...content};
}

/** A model of the cross-validation's first repeat, and the assessed clients that it never saw, by their place. */
export const foldModelSchema = z.strictObject({rows: z.array(z.int().nonnegative()), ensemble: ensembleSchema});
export type FoldModel = z.infer<typeof foldModelSchema>;

/** How a model came to be, but for what it says itself and the day. */
export type ReportOfMaking = Omit<
  TrainingReport,
  "modelVersion" | "trained" | "rows" | "defaults" | "leaves" | "calibration"
>;

// The day of making is the artefact's, not its content's: the same data gives the same bytes on any day.
export const undatedReportSchema = trainingReportSchema.omit({trained: true});

/**
 * Writes the model that decides: `model.json`, `model.onnx`, `assessed.i32` (rows of the feature table), `out-of-fold.f64`
 * (raw scores of the assessed, a repeat after the other), `training.json`; and `fold-models.json`, where there are any.
 */
export async function writeTraining(
  folder: string,
  {
    model,
    assessed,
    provenance,
    report,
    foldModels
  }: {
    model: ScoringModel;
    assessed: Assessed;
    provenance: Provenance;
    report: ReportOfMaking;
    foldModels?: readonly FoldModel[];
  }
): Promise<void> {
  await writeJsonArtifact(folder, "model.json", scoringModelSchema, model);
  await writeFile(join(folder, "model.onnx"), writeOnnx(model, {provenance}));
  await writeFile(join(folder, "assessed.i32"), bytesOf(assessed.rows));
  await writeFile(join(folder, "out-of-fold.f64"), Buffer.concat(assessed.raw.map(bytesOf)));
  if (foldModels) await writeJsonArtifact(folder, "fold-models.json", z.array(foldModelSchema), [...foldModels]);
  await writeJsonArtifact(folder, "training.json", undatedReportSchema, {
    ...report,
    modelVersion: model.version,
    rows: assessed.rows.length,
    defaults: assessed.labels.reduce((sum, label) => sum + label, 0),
    leaves: model.ensemble.trees.reduce((sum, tree) => sum + tree.leafValue.length, 0),
    calibration: model.calibration
  });
}

/** The hash of trees, for what is written with them. */
export function hashOfTrees({ensemble}: Pick<ScoringModel, "ensemble">): string {
  return sha256(canonicalJson(ensemble));
}

/** This program and its version, for what it writes. */
export async function programName(project: string): Promise<string> {
  const {version} = JSON.parse(await readFile(join(project, "package.json"), "utf8")) as {version: string};
  return `limpide ${version}`;
}

function bytesOf({buffer, byteOffset, byteLength}: Float64Array | Int32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
