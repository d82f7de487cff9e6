import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import {LimpideError} from "../model/contract/errors.ts";
import {familyIds} from "../model/contract/feature.ts";
import {explanationReportSchema, type ExplanationReport} from "../model/contract/report.ts";
import type {ScoringModel} from "../model/contract/scoring-model.ts";
import {compileEnsemble} from "../model/ensemble/evaluate.ts";
import {compileLink} from "../model/ensemble/scoring.ts";
import {compileExplainer} from "../model/explainer/tree-shap/tree-shap.ts";
import {readJsonArtifact, readNumbers, writeJsonArtifact, type Artifact} from "./artifacts.ts";
import {explainTable} from "./explain-pool.ts";
import type {FeatureTable} from "./feature-table.ts";
import {readFeatures} from "./features.ts";
import {readScores} from "./scores.ts";
import {runStage, type BuildContext} from "./stage.ts";
import {modelColumns, readModel, readModelFeatures} from "./training.ts";

/** How far base + contributions may be from ONNX Runtime's raw score, in log-odds. */
export const tolerance = 1e-5;

/** Exact contributions of every client, in log-odds. */
export interface Explanations {
  /** The raw score before any feature speaks. */
  base: number;
  /** A row a client, a column a model input. */
  contributions: Float32Array;
}

/**
 * Explains every client exactly: `contributions.f32` (a row a client, a column a model input, log-odds), `base.f64`,
 * `explanation.json`. Fails with E_ADDITIVITY unless each explanation adds up to the score that ONNX Runtime gave.
 */
export function explainClients(
  context: BuildContext,
  features: Artifact,
  training: Artifact,
  scores: Artifact
): Promise<Artifact> {
  return runStage(context, {
    name: "explanations",
    code: [
      "model/contract",
      "model/ensemble",
      "model/metrics/sigmoid.ts",
      "model/explainer",
      "model/threads",
      "model/wasm",
      "data-loaders/explanations.ts",
      "data-loaders/explain-pool.ts",
      "data-loaders/explain-worker.ts",
      "data-loaders/scores.ts",
      "data-loaders/training.ts",
      "data-loaders/features.ts",
      "data-loaders/feature-table.ts"
    ],
    inputs: [features, training, scores],
    async make(folder, progress) {
      const table = await readFeatures(features);
      const model = await readModel(training);
      const columns = modelColumns(table).map((column) => table.columns[column]!);
      const explainer = compileExplainer(compileEnsemble(model.ensemble));
      const contributions = await explainTable(explainer, columns, {
        threads: context.options.threads,
        signal: context.signal,
        onProgress(rows) {
          progress(`${rows.toLocaleString("en")} clients explained`, rows, table.rows);
        }
      });
      const stored: Explanations = {base: explainer.bias, contributions};
      const raw = await readScores(scores);
      const largestError = verifyAdditivity(stored, raw, table.clients);
      await writeFile(join(folder, "contributions.f32"), new Uint8Array(stored.contributions.buffer));
      await writeFile(join(folder, "base.f64"), new Uint8Array(Float64Array.of(stored.base).buffer));
      const report = summarise(stored, table, model, raw, largestError, await readModelFeatures(training));
      await writeJsonArtifact(folder, "explanation.json", explanationReportSchema, report);
    }
  });
}

/** Explanations as they are stored, checked again against the scores: whoever publishes them relies on this. */
export async function readExplanations(
  artifact: Artifact,
  raw: Float64Array,
  clients: Int32Array
): Promise<Explanations> {
  const [base] = await readNumbers(artifact, "base.f64", "float64");
  const explanations = {base: base!, contributions: await readNumbers(artifact, "contributions.f32", "float32")};
  verifyAdditivity(explanations, raw, clients);
  return explanations;
}

export function readExplanationReport(artifact: Artifact): Promise<ExplanationReport> {
  return readJsonArtifact(artifact, "explanation.json", explanationReportSchema);
}

/**
 * Holds base + contributions against the raw score of every client, and returns the largest difference.
 * Throws E_ADDITIVITY, naming the client, where one differs by more than {@link tolerance}.
 */
export function verifyAdditivity({base, contributions}: Explanations, raw: Float64Array, clients: Int32Array): number {
  const width = contributions.length / raw.length;
  let largest = 0;
  for (let row = 0; row < raw.length; row++) {
    let sum = base;
    for (let i = row * width; i < (row + 1) * width; i++) sum += contributions[i]!;
    const error = Math.abs(sum - raw[row]!);
    // Written so that NaN fails too.
    if (!(error <= tolerance)) {
      throw new LimpideError(
        "E_ADDITIVITY",
        `client ${clients[row]}: base + contributions = ${sum}, ONNX Runtime's raw score = ${raw[row]}; they differ by more than ${tolerance}`
      );
    }
    largest = Math.max(largest, error);
  }
  return largest;
}

function summarise(
  {base, contributions}: Explanations,
  table: FeatureTable,
  model: ScoringModel,
  raw: Float64Array,
  largestError: number,
  inModel: ReadonlySet<string>
): ExplanationReport {
  const inputs = modelColumns(table).map((column) => table.features[column]!);
  const byFeature = new Float64Array(inputs.length);
  const byFamily = new Float64Array(familyIds.length);
  const family = inputs.map((feature) => familyIds.indexOf(feature.family));
  const sums = new Float64Array(familyIds.length);
  const link = compileLink(model);
  for (let row = 0; row < table.rows; row++) {
    sums.fill(0);
    const pointsPerLogOdds = link.pointsPerLogOdds(base, raw[row]!);
    for (let i = 0; i < inputs.length; i++) {
      const points = contributions[row * inputs.length + i]! * pointsPerLogOdds;
      byFeature[i]! += Math.abs(points);
      sums[family[i]!]! += points;
    }
    for (let f = 0; f < sums.length; f++) byFamily[f]! += Math.abs(sums[f]!);
  }
  const descending = (a: {meanAbsPoints: number}, b: {meanAbsPoints: number}) => b.meanAbsPoints - a.meanAbsPoints;
  return {
    clients: table.rows,
    largestError,
    tolerance,
    features: inputs
      .map(({id}, i) => ({id, meanAbsPoints: byFeature[i]! / table.rows}))
      .filter(({id}) => inModel.has(id))
      .sort(descending),
    families: familyIds
      .map((id, f) => ({
        id,
        meanAbsPoints: byFamily[f]! / table.rows,
        features: inputs.filter(({id}, i) => family[i] === f && inModel.has(id)).length
      }))
      .sort(descending)
  };
}
