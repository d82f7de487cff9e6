import {mkdir, rename, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {type Candidate, type SelectionReport, selectionReportSchema} from "../model/contract/selection.ts";
import {aucDifference, aucStandardError} from "../model/metrics/auc-error.ts";
import {logLoss} from "../model/metrics/calibration.ts";
import {auc} from "../model/metrics/ranking.ts";
import {sigmoid} from "../model/metrics/sigmoid.ts";
import {bestTrial, comparableLoss, meanLoss, search, type FoldFigures, type Trial} from "../model/selection/search.ts";
import type {Space} from "../model/selection/space.ts";
import {rowsOf, stratifiedFolds} from "../model/trainer/folds.ts";
import {type Matrix, rowsOfMatrix} from "../model/trainer/matrix.ts";
import {openTrials} from "./search-trials.ts";
import {crossValidateSelected} from "./selected-fit.ts";
import {planOf} from "./selection.ts";

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
  /** What may be tried; `searchSpace` by default. */
  space?: Space;
  /** Where trials.ndjson, which a stopped search goes on from, and search.json are written. */
  folder: string;
  /** Candidates of each search besides the standard; how many of them are drawn evenly before others are suggested. */
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
 *
 * @throws {LimpideError} E_ARGUMENT when the folder holds trials of another search; what the trainer throws
 */
export async function searchParameters(request: SearchRequest): Promise<SelectionReport> {
  const {matrix, labels, dataHash, folder, trials, evenTrials, outerFolds, innerFolds, seed, signal} = request;
  const {space = searchSpace} = request;
  const standard: Candidate = {...request.standard, features: 0};
  await mkdir(folder, {recursive: true});
  const file = await openTrials(join(folder, "trials.ndjson"), {
    seed,
    outerFolds,
    innerFolds,
    space,
    standard
  });
  const total = (outerFolds + 1) * (trials + 1);
  let done = 0;
  const run = (study: string, number: number, folds: number, score: Scorer): Promise<Trial[]> => {
    const earlier = file.earlier(study).slice(0, trials + 1);
    done += earlier.length;
    return search({
      space,
      standard,
      folds,
      evaluate: (candidate, wanted) => measureFolds(score, candidate, wanted),
      trials,
      evenTrials,
      seed: seed + 1000 * number,
      earlier,
      async onTrial(trial) {
        await file.record(study, trial);
        request.onProgress?.(`${study}, candidate ${trial.number} of ${trials}`, ++done, total);
      },
      signal
    });
  };

  const outer = stratifiedFolds(labels, outerFolds, 1, seed)[0]!;
  const whole = scorerOf(matrix, labels, outer, request);
  const everyFold = Array.from({length: outerFolds}, (_, fold) => fold);
  const studies: Trial[][] = [];
  const nested = new Float64Array(labels.length);
  for (const fold of everyFold) {
    const rows = rowsOf(outer, fold, false);
    const part = rowsOfMatrix(matrix, rows);
    const outcomes = Uint8Array.from(rows, (row) => labels[row]!);
    const inner = stratifiedFolds(outcomes, innerFolds, 1, seed + fold)[0]!;
    const tried = await run(`outer-${fold + 1}`, fold + 1, innerFolds, scorerOf(part, outcomes, inner, request));
    studies.push(tried);
    const scores = await whole.scores(bestTrial(tried).candidate, [fold]);
    for (const row of rowsOf(outer, fold, true)) nested[row] = scores[row]!;
  }
  const chosen = studies.map((tried) => bestTrial(tried).candidate);
  const final = await run("all", 0, outerFolds, whole);
  const tried = [...studies, final].flat();
  const best = bestTrial(final);
  const ofStandard = await whole.scores(standard, everyFold);
  const optimistic = await whole.scores(best.candidate, everyFold);
  const difference = aucDifference(nested, ofStandard, labels);
  const adopted = difference.value > difference.standardError && meanLoss(best) < meanLoss(final[0]!);
  const report: SelectionReport = {
    dataHash,
    clients: labels.length,
    defaults: labels.reduce((sum, label) => sum + label, 0),
    seed,
    outerFolds,
    innerFolds,
    trials,
    evenTrials: final.filter(({by}) => by === "random").length,
    dropped: tried.filter(({dropped}) => dropped).length,
    tried: tried.length,
    space,
    standard,
    best: best.candidate,
    chosen,
    attempts: final.map((trial) => ({
      number: trial.number,
      by: trial.by,
      dropped: trial.dropped,
      loss: comparableLoss(trial, final[0]!)
    })),
    nested: measure(nested, labels),
    ofStandard: measure(ofStandard, labels),
    difference,
    optimistic: measure(optimistic, labels),
    optimism: aucDifference(optimistic, nested, labels),
    adopted,
    parameters: adopted ? best.candidate : standard
  };
  const path = join(folder, "search.json");
  await writeFile(`${path}.part`, `${JSON.stringify(selectionReportSchema.parse(report), null, 2)}\n`);
  await rename(`${path}.part`, path);
  return report;
}

/** Scores clients by models that didn't see them. */
interface Scorer {
  labels: Uint8Array;
  folds: Uint8Array;
  /** Raw scores of the clients of some folds, each by a candidate that is fitted, features chosen included, on the others. */
  scores(candidate: Candidate, wanted: readonly number[]): Promise<Float64Array>;
}

function scorerOf(
  matrix: Matrix,
  labels: Uint8Array,
  folds: Uint8Array,
  {seed, threads, signal}: SearchRequest
): Scorer {
  const rankings = new Map<string, Promise<number[]>>();
  return {
    labels,
    folds,
    async scores(candidate, wanted) {
      const {predictions} = await crossValidateSelected(matrix, labels, planOf(candidate), {
        assignment: [folds],
        only: wanted.map((fold) => ({repeat: 0, fold})),
        rankings,
        seed,
        threads,
        ...(signal ? {signal} : {})
      });
      return predictions[0]!;
    }
  };
}

async function measureFolds(
  {labels, folds, scores}: Scorer,
  candidate: Candidate,
  wanted: readonly number[]
): Promise<FoldFigures[]> {
  const all = await scores(candidate, wanted);
  return wanted.map((fold) => {
    const held = rowsOf(folds, fold, true);
    const raw = Float64Array.from(held, (row) => all[row]!);
    const outcomes = Uint8Array.from(held, (row) => labels[row]!);
    return {loss: logLoss(raw.map(sigmoid), outcomes), auc: auc(raw, outcomes)};
  });
}

function measure(scores: Float64Array, labels: Uint8Array): SelectionReport["nested"] {
  return {
    auc: {value: auc(scores, labels), standardError: aucStandardError(scores, labels)},
    logLoss: logLoss(scores.map(sigmoid), labels)
  };
}
