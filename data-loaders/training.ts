import {createHash} from "node:crypto";
import {readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {LimpideError} from "../model/contract/errors.ts";
import {trainingReportSchema, type TrainingReport} from "../model/contract/report.ts";
import {scoringModelSchema, type ScoringModel} from "../model/contract/scoring-model.ts";
import {compileLink, wholePoints} from "../model/ensemble/scoring.ts";
import {writeOnnx} from "../model/ensemble/write-onnx.ts";
import {leastCostPolicy, outcomesByThreshold} from "../model/metrics/cost.ts";
import {crossValidate, type CrossValidateProgress} from "../model/trainer/cross-validate.ts";
import {stratifiedFolds} from "../model/trainer/folds.ts";
import {createMatrix, type Matrix} from "../model/trainer/matrix.ts";
import {parseParameters} from "../model/trainer/parameters.ts";
import {train} from "../model/trainer/train.ts";
import {canonicalJson, readJsonArtifact, readNumbers, writeJsonArtifact, type Artifact} from "./artifacts.ts";
import {chooseCalibration} from "./choose-calibration.ts";
import {labelledRows, type FeatureTable} from "./feature-table.ts";
import {readFeatures} from "./features.ts";
import {runStage, type BuildContext} from "./stage.ts";

/** The champion's parameters: many small, strongly regularised trees, each on a part of the rows and few of the columns. */
const championParameters = {
  learning_rate: 0.06,
  n_estimators: 1500,
  num_leaves: 8,
  min_child_samples: 60,
  reg_lambda: 10,
  reg_alpha: 1,
  subsample: 0.8,
  subsample_freq: 1,
  colsample_bytree: 0.1,
  max_bin: 31,
  early_stopping_rounds: 30,
  seed: 1
};

/**
 * Cross-validates, calibrates, sets the threshold and fits the model that decides: `model.json`, `model.onnx`,
 * `out-of-fold.f64` (raw scores, a repeat after the other, rows in the order of the labelled clients), `training.json`.
 */
export async function trainModel(context: BuildContext, features: Artifact): Promise<Artifact> {
  const {options, signal, project} = context;
  const {folds, repeats, costRatio, scale, threads} = options;
  return runStage(context, {
    name: "training",
    code: [
      "model/contract",
      "model/trainer",
      "model/ensemble",
      "model/metrics",
      "data-loaders/training.ts",
      "data-loaders/choose-calibration.ts",
      "data-loaders/features.ts",
      "data-loaders/feature-table.ts",
      "package.json",
      "package-lock.json"
    ],
    options: {folds, repeats, costRatio, scale},
    inputs: [features],
    async make(folder, progress) {
      const table = await readFeatures(features);
      const rows = labelledRows(table);
      const labels = Uint8Array.from(rows, (row) => table.outcomes[row]!);
      const matrix = modelMatrix(table, rows);
      const parameters = parseParameters(championParameters);
      const validated = await crossValidate(matrix, labels, parameters, {
        folds,
        repeats,
        seed: parameters.seed,
        threads,
        signal,
        onProgress: tellFolds(folds * repeats, folds, progress)
      });
      // Calibration and threshold follow from the first repeat: each client counts once, scored by a model that never saw it.
      const raw = validated.predictions[0]!;
      const {calibration} = chooseCalibration(raw, labels, stratifiedFolds(labels, folds, 1, parameters.seed)[0]!);
      if (calibration === null) throw new LimpideError("E_TARGET", "higher scores don't go with more defaults");
      const points = pointsOf(raw, {calibration, scale});
      const policy = leastCostPolicy(outcomesByThreshold(points, labels), costRatio);
      const rounds = median(validated.rounds);
      const {ensemble} = await train(matrix, labels, parameters, {
        rounds,
        signal,
        onProgress: ({round}) => {
          progress(`final model, tree ${round} of ${rounds}`, round, rounds);
        }
      });
      const content = {inputs: matrix.inputs, ensemble, calibration, scale, policy};
      const model: ScoringModel = {version: sha256(canonicalJson(content)).slice(0, 12), ...content};
      const dataHash = features.files["features.parquet"]!.sha256;
      const provenance = {
        dataHash,
        ensembleHash: sha256(canonicalJson(ensemble)),
        writtenBy: `limpide ${await projectVersion(project)}`
      };
      await writeJsonArtifact(folder, "model.json", scoringModelSchema, model);
      await writeFile(join(folder, "model.onnx"), writeOnnx(model, {provenance}));
      await writeFile(
        join(folder, "out-of-fold.f64"),
        Buffer.concat(validated.predictions.map((p) => new Uint8Array(p.buffer)))
      );
      await writeJsonArtifact(folder, "training.json", undatedSchema, {
        modelVersion: model.version,
        dataHash: dataHash.slice(0, 12),
        seed: parameters.seed,
        rows: rows.length,
        defaults: labels.reduce((sum, label) => sum + label, 0),
        folds,
        repeats,
        parameters,
        roundsPerFold: [...validated.rounds],
        rounds,
        leaves: ensemble.trees.reduce((sum, tree) => sum + tree.leafValue.length, 0),
        inputs: matrix.inputs.length,
        categoricalInputs: matrix.inputs.filter(({categories}) => categories !== null).length,
        calibration,
        leftOut: table.features.filter((feature) => feature.protected).map(({id}) => id)
      });
    }
  });
}

// The day of training is the artefact's, not its content's: the same data gives the same bytes on any day.
const undatedSchema = trainingReportSchema.omit({trained: true});

/** How the model was made, and on which day. */
export async function readTrainingReport(training: Artifact): Promise<TrainingReport> {
  return {...(await readJsonArtifact(training, "training.json", undatedSchema)), trained: training.made};
}

/** Whole points of raw scores. */
export function pointsOf(
  raw: Float64Array,
  {calibration, scale}: Pick<ScoringModel, "calibration" | "scale">
): Int32Array {
  const link = compileLink({calibration, scale});
  return Int32Array.from(raw, (score) => wholePoints(link.points(score)));
}

/** The columns that the model may see: every feature that isn't protected. */
export function modelColumns({features}: FeatureTable): number[] {
  return features.flatMap((feature, column) => (feature.protected ? [] : [column]));
}

/** The model's inputs for some rows of the feature table. */
export function modelMatrix(table: FeatureTable, rows: Int32Array): Matrix {
  const columns = modelColumns(table);
  const matrix = createMatrix(
    rows.length,
    columns.map((column) => table.inputs[column]!)
  );
  columns.forEach((column, i) => {
    const from = table.columns[column]!;
    const to = matrix.columns[i]!;
    for (let row = 0; row < rows.length; row++) to[row] = from[rows[row]!]!;
  });
  return matrix;
}

export function readModel(training: Artifact): Promise<ScoringModel> {
  return readJsonArtifact(training, "model.json", scoringModelSchema);
}

/** Out-of-fold raw scores, one array a repeat, in the order of the labelled rows. */
export async function readOutOfFold(training: Artifact): Promise<Float64Array[]> {
  const {repeats, rows} = await readTrainingReport(training);
  const all = await readNumbers(training, "out-of-fold.f64", "float64");
  return Array.from({length: repeats}, (_, repeat) => all.subarray(repeat * rows, (repeat + 1) * rows));
}

/** Tells of many fits at once: how many have begun, and how far all of them are. */
function tellFolds(
  fits: number,
  folds: number,
  progress: (message: string, done: number, total: number) => void
): (step: CrossValidateProgress) => void {
  // Looking for the number of rounds stops early as a rule: it counts as half a fit, however long it may take.
  const shares = new Float64Array(fits);
  return ({repeat, fold, phase, round, rounds}) => {
    shares[repeat * folds + fold] = phase === "search" ? (0.5 * round) / rounds : 0.5 + (0.5 * round) / rounds;
    const begun = shares.reduce((sum, share) => sum + Number(share > 0), 0);
    const done = shares.reduce((sum, share) => sum + share, 0);
    progress(`cross-validation, fit ${begun} of ${fits}`, done, fits);
  };
}

function median(values: ArrayLike<number>): number {
  const sorted = Array.from(values).sort((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** The version of this program, for what it writes. */
async function projectVersion(project: string): Promise<string> {
  const {version} = JSON.parse(await readFile(join(project, "package.json"), "utf8")) as {version: string};
  return version;
}
