import {appendFile, mkdir, readFile, rename, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {recordedTrialSchema, type SelectionReport, selectionReportSchema} from "../model/contract/selection.ts";
import {aucDifference, aucStandardError} from "../model/metrics/auc-error.ts";
import {logLoss} from "../model/metrics/calibration.ts";
import {auc} from "../model/metrics/ranking.ts";
import {bestTrial, meanLoss, search, type FoldFigures, type Trial} from "../model/selection/search.ts";
import type {Candidate, Space} from "../model/selection/space.ts";
import {crossValidate} from "../model/trainer/cross-validate.ts";
import {rowsOf, stratifiedFolds} from "../model/trainer/folds.ts";
import {createMatrix, type Matrix} from "../model/trainer/matrix.ts";
import {train} from "../model/trainer/train.ts";

/** What is searched: the size of trees, how many and how fast, how much of the data each sees, and how many features. */
export const searchSpace: Space = {
  learning_rate: {kind: "real", low: 0.02, high: 0.2, log: true},
  n_estimators: {kind: "integer", low: 60, high: 600, log: true},
  num_leaves: {kind: "integer", low: 3, high: 32, log: true},
  min_child_samples: {kind: "integer", low: 20, high: 300, log: true},
  reg_lambda: {kind: "real", low: 1, high: 100, log: true},
  subsample: {kind: "real", low: 0.5, high: 1, log: false},
  colsample_bytree: {kind: "real", low: 0.05, high: 0.6, log: true},
  max_bin: {kind: "choice", values: [15, 31, 63, 127]},
  features: {kind: "choice", values: [0, 40, 80, 160]}
};

export interface SearchRequest {
  matrix: Matrix;
  labels: Uint8Array;
  dataHash: string;
  /** The trainer's parameters to beat, with `n_estimators` as early stopping found it. */
  standard: Candidate;
  /** Where trials.ndjson, which a stopped search goes on from, and search.json are written. */
  folder: string;
  trials: number;
  evenTrials: number;
  outerFolds: number;
  innerFolds: number;
  seed: number;
  threads: number;
  onProgress?: (message: string, done: number, total: number) => void;
  signal?: AbortSignal;
}

/**
 * Searches parameters, and says what that is worth: a search inside each outer fold chooses what scores the clients
 * outside it (nested cross-validation: Cawley and Talbot, 2010), and one on all clients chooses what would be used. The
 * choice of features, by the gain that they bring to a quick fit, is made anew within every training part.
 */
export async function searchParameters(request: SearchRequest): Promise<SelectionReport> {
  const {matrix, labels, standard, folder, trials, outerFolds, innerFolds, seed, signal} = request;
  await mkdir(folder, {recursive: true});
  const path = join(folder, "trials.ndjson");
  const earlier = await readTrials(path);
  const outer = stratifiedFolds(labels, outerFolds, 1, seed)[0]!;
  const total = (outerFolds + 1) * (trials + 1);
  let done = 0;
  const run = async (study: string, rows: Int32Array, folds: Uint8Array, count: number): Promise<Trial[]> => {
    const part = pick(matrix, rows);
    const outcomes = Uint8Array.from(rows, (row) => labels[row]!);
    const evaluate = evaluator(part, outcomes, folds, request);
    const known = earlier.filter((one) => one.study === study).map(({trial}) => trial);
    done += known.length;
    return search({
      space: searchSpace,
      standard: {...standard, features: 0},
      folds: count,
      evaluate,
      trials,
      evenTrials: request.evenTrials,
      seed: seed + study.length * 1000 + Number(/\d+$/.exec(study)?.[0] ?? 0),
      earlier: known,
      async onTrial(trial) {
        await appendFile(path, `${JSON.stringify({study, trial})}\n`);
        request.onProgress?.(`${study}, candidate ${trial.number} of ${trials}`, ++done, total);
      },
      signal
    });
  };

  const nested = new Float64Array(labels.length);
  const ofStandard = new Float64Array(labels.length);
  const all: Trial[] = [];
  for (let fold = 0; fold < outerFolds; fold++) {
    const rows = rowsOf(outer, fold, false);
    const outcomes = Uint8Array.from(rows, (row) => labels[row]!);
    const inner = stratifiedFolds(outcomes, innerFolds, 1, seed + fold)[0]!;
    const tried = await run(`outer-${fold + 1}`, rows, inner, innerFolds);
    all.push(...tried);
    const whole = evaluatorOf(matrix, labels, outer, request);
    for (const [candidate, scores] of [
      [bestTrial(tried).candidate, nested],
      [{...standard, features: 0}, ofStandard]
    ] as const) {
      const predictions = await whole(candidate, fold);
      for (const row of rowsOf(outer, fold, true)) scores[row] = predictions[row]!;
    }
  }
  const everyone = Int32Array.from({length: labels.length}, (_, row) => row);
  const final = await run("all", everyone, outer, outerFolds);
  all.push(...final);
  const best = bestTrial(final);
  const difference = aucDifference(nested, ofStandard, labels);
  const adopted = difference.value > difference.standardError && meanLoss(best) < meanLoss(final[0]!);
  const report: SelectionReport = {
    dataHash: request.dataHash,
    clients: labels.length,
    outerFolds,
    innerFolds,
    trials,
    evenTrials: request.evenTrials,
    dropped: all.filter(({dropped}) => dropped).length,
    tried: all.length,
    standard,
    best: best.candidate,
    nested: measure(nested, labels),
    ofStandard: measure(ofStandard, labels),
    difference,
    optimistic: {auc: mean(best.folds.map((fold) => fold.auc)), logLoss: meanLoss(best)},
    adopted,
    parameters: adopted ? best.candidate : standard
  };
  const file = join(folder, "search.json");
  await writeFile(`${file}.part`, `${JSON.stringify(selectionReportSchema.parse(report), null, 2)}\n`);
  await rename(`${file}.part`, file);
  return report;
}

/** Trials of an earlier run; a last line that was cut short is as if it had not been tried. */
async function readTrials(path: string) {
  const text = await readFile(path, "utf8").catch(() => "");
  const whole = text.slice(0, text.lastIndexOf("\n") + 1);
  if (whole !== text) await writeFile(path, whole);
  return whole
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => recordedTrialSchema.parse(JSON.parse(line)));
}

function evaluator(matrix: Matrix, labels: Uint8Array, folds: Uint8Array, request: SearchRequest) {
  const predict = evaluatorOf(matrix, labels, folds, request);
  return async (candidate: Candidate, wanted: readonly number[]): Promise<FoldFigures[]> => {
    const figures: FoldFigures[] = [];
    for (const fold of wanted) {
      const scores = await predict(candidate, fold);
      const held = rowsOf(folds, fold, true);
      const raw = Float64Array.from(held, (row) => scores[row]!);
      const outcomes = Uint8Array.from(held, (row) => labels[row]!);
      figures.push({loss: logLoss(raw.map(sigmoid), outcomes), auc: auc(raw, outcomes)});
    }
    return figures;
  };
}

/** Scores a fold's clients by a candidate that is fitted, features chosen included, on the other folds. */
function evaluatorOf(matrix: Matrix, labels: Uint8Array, folds: Uint8Array, {seed, threads, signal}: SearchRequest) {
  const rankings = new Map<number, Promise<number[]>>();
  return async ({features, ...parameters}: Candidate, fold: number): Promise<Float64Array> => {
    let chosen = matrix;
    if (Number(features) > 0) {
      if (!rankings.has(fold)) rankings.set(fold, rankFeatures(pick(matrix, rowsOf(folds, fold, false)), labelsOf()));
      const ranked = (await rankings.get(fold)!).slice(0, Number(features)).sort((a, b) => a - b);
      chosen = {
        rows: matrix.rows,
        inputs: ranked.map((column) => matrix.inputs[column]!),
        columns: ranked.map((column) => matrix.columns[column]!)
      };
    }
    const {predictions} = await crossValidate(
      chosen,
      labels,
      {...parameters, subsample_freq: 1, early_stopping_rounds: 0},
      {assignment: [folds], only: [{repeat: 0, fold}], seed, threads, ...(signal ? {signal} : {})}
    );
    return predictions[0]!;

    function labelsOf(): Uint8Array {
      return Uint8Array.from(rowsOf(folds, fold, false), (row) => labels[row]!);
    }
  };
}

/** Columns by the gain that they bring to a quick fit, most first; columns without any come last. */
async function rankFeatures(matrix: Matrix, labels: Uint8Array): Promise<number[]> {
  const quick = {
    learning_rate: 0.1,
    n_estimators: 80,
    num_leaves: 8,
    min_child_samples: 60,
    reg_lambda: 10,
    max_bin: 31
  };
  const {ensemble} = await train(matrix, labels, {...quick, colsample_bytree: 0.3, seed: 1});
  const gains = new Float64Array(matrix.inputs.length);
  for (const {splitFeature, gain} of ensemble.trees) splitFeature.forEach((column, i) => (gains[column]! += gain[i]!));
  return Array.from(gains.keys()).sort((a, b) => gains[b]! - gains[a]! || a - b);
}

/** Some rows of a matrix. */
function pick(matrix: Matrix, rows: Int32Array): Matrix {
  const part = createMatrix(rows.length, matrix.inputs);
  matrix.columns.forEach((column, i) => {
    const to = part.columns[i]!;
    for (let j = 0; j < rows.length; j++) to[j] = column[rows[j]!]!;
  });
  return part;
}

function measure(scores: Float64Array, labels: Uint8Array): SelectionReport["nested"] {
  return {
    auc: {value: auc(scores, labels), standardError: aucStandardError(scores, labels)},
    logLoss: logLoss(scores.map(sigmoid), labels)
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
