import {z} from "zod";
import {LimpideError} from "../model/contract/errors.ts";
import type {TrainingReport} from "../model/contract/report.ts";
import {scoringModelSchema, type ScoringModel} from "../model/contract/scoring-model.ts";
import type {SelectionReport} from "../model/contract/selection.ts";
import type {CrossValidateProgress} from "../model/trainer/cross-validate.ts";
import {rowsOfMatrix, type Matrix} from "../model/trainer/matrix.ts";
import {parseParameters} from "../model/trainer/parameters.ts";
import {readArtifact, readJsonArtifact, readNumbers, type Artifact} from "./artifacts.ts";
import {labelledRows, type FeatureTable} from "./feature-table.ts";
import {readFeatures} from "./features.ts";
import {
  finishModel,
  type FoldModel,
  foldModelSchema,
  hashOfTrees,
  programName,
  undatedReportSchema,
  writeTraining
} from "./finish-model.ts";
import {crossValidateSelected, finalRounds, trainSelected} from "./selected-fit.ts";
import {championFrom} from "./selection.ts";
import {runStage, type BuildContext} from "./stage.ts";

/** The champion's parameters: many small, strongly regularised trees, each on a part of the rows and few of the columns. */
export const championParameters = {
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
 * Cross-validates, calibrates, sets the threshold and fits the model that decides: the files of {@link writeTraining}.
 */
export async function trainModel(
  context: BuildContext,
  features: Artifact,
  selection: SelectionReport | null = null
): Promise<Artifact> {
  const {options, signal, project} = context;
  const {folds, costRatio, scale, threads} = options;
  const champion = championFrom(selection, championParameters);
  // Only in the division that a search was nested in are there clients that no choice has seen.
  const repeats = champion.withinFolds ? 1 : options.repeats;
  return runStage(context, {
    name: "training",
    code: [
      "model/contract",
      "model/trainer",
      "model/threads",
      "model/wasm",
      "model/ensemble",
      "model/metrics",
      "data-loaders/training.ts",
      "data-loaders/selected-fit.ts",
      "data-loaders/selection.ts",
      "data-loaders/finish-model.ts",
      "data-loaders/choose-calibration.ts",
      "data-loaders/features.ts",
      "data-loaders/feature-table.ts",
      "package.json",
      "package-lock.json"
    ],
    options: {folds, repeats, costRatio, scale, champion},
    inputs: [features],
    async make(folder, progress) {
      const table = await readFeatures(features);
      const rows = labelledRows(table);
      const labels = Uint8Array.from(rows, (row) => table.outcomes[row]!);
      const matrix = modelMatrix(table, rows);
      const parameters = parseParameters(champion.parameters);
      const validated = await crossValidateSelected(matrix, labels, champion, {
        folds,
        repeats,
        seed: parameters.seed,
        threads,
        signal,
        keepModels: ({repeat}) => repeat === 0,
        onProgress: tellFolds(folds * repeats, folds, progress)
      });
      const rounds = finalRounds(champion, validated);
      const {ensemble} = await trainSelected(matrix, labels, champion, {
        rounds,
        signal,
        onProgress: ({round}) => {
          progress(`final model, tree ${round} of ${rounds}`, round, rounds);
        }
      });
      // Each client is scored by models that never saw it.
      const assessed = {rows, labels, raw: validated.predictions, folds: validated.assignment[0]!};
      const model = finishModel({inputs: matrix.inputs, ensemble}, assessed, {costRatio, scale});
      if (model === null) throw new LimpideError("E_TARGET", "higher scores don't go with more defaults");
      const dataHash = features.files["features.parquet"]!.sha256;
      const foldModels = validated.fits.flatMap(({rows, ensemble}) => (ensemble ? [{rows: [...rows], ensemble}] : []));
      await writeTraining(folder, {
        model,
        assessed,
        foldModels,
        provenance: {dataHash, ensembleHash: hashOfTrees(model), writtenBy: await programName(project)},
        report: {
          origin: {kind: "trained"},
          dataHash: dataHash.slice(0, 12),
          seed: parameters.seed,
          folds,
          repeats,
          parameters,
          roundsPerFold: [...validated.rounds],
          rounds,
          inputs: matrix.inputs.length,
          categoricalInputs: matrix.inputs.filter(({categories}) => categories !== null).length,
          leftOut: table.features.filter((feature) => feature.protected).map(({id}) => id)
        }
      });
    }
  });
}

/** How the model was made, and on which day. */
export async function readTrainingReport(training: Artifact): Promise<TrainingReport> {
  return {...(await readJsonArtifact(training, "training.json", undatedReportSchema)), trained: training.made};
}

/** The models of the first repeat's folds, each with the clients that it didn't see; null of a model trained elsewhere. */
export async function readFoldModels(training: Artifact): Promise<FoldModel[] | null> {
  if (training.files["fold-models.json"] === undefined) return null;
  return readJsonArtifact(training, "fold-models.json", z.array(foldModelSchema));
}

/** The columns that the model may see: every feature that isn't protected. */
export function modelColumns({features}: FeatureTable): number[] {
  return features.flatMap((feature, column) => (feature.protected ? [] : [column]));
}

/** Some columns and rows of the table, in the order given, as the trainer takes them. */
export function matrixOf({inputs, columns}: FeatureTable, places: readonly number[], rows: Int32Array): Matrix {
  return rowsOfMatrix(
    {inputs: places.map((place) => inputs[place]!), columns: places.map((place) => columns[place]!)},
    rows
  );
}

/** The model's inputs for some rows of the feature table. */
export function modelMatrix(table: FeatureTable, rows: Int32Array): Matrix {
  return matrixOf(table, modelColumns(table), rows);
}

/**
 * Ids of the features that the model in force goes by: all that it was given when it was trained here, those that some
 * split reads of one that was imported.
 */
export async function readModelFeatures(training: Artifact): Promise<Set<string>> {
  const {inputs, ensemble} = await readModel(training);
  const {origin} = await readTrainingReport(training);
  const read = new Set(ensemble.trees.flatMap(({splitFeature}) => splitFeature));
  return new Set(inputs.filter((_, input) => origin.kind === "trained" || read.has(input)).map(({id}) => id));
}

export function readModel(training: Artifact): Promise<ScoringModel> {
  return readJsonArtifact(training, "model.json", scoringModelSchema);
}

/** Rows of the feature table that the model is assessed on, ascending: their outcomes are known. */
export async function readAssessedRows(training: Artifact): Promise<Int32Array> {
  // A copy: Node's buffers start anywhere, typed arrays at multiples of their item's size.
  return new Int32Array(new Uint8Array(await readArtifact(training, "assessed.i32")).buffer);
}

/** Raw scores of the assessed rows, one array a repeat: by models that didn't see them, unless the model was imported. */
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
