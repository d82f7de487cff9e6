import {setImmediate as nextTurn} from "node:timers/promises";
import {
  comparisonReportSchema,
  type ComparisonReport,
  type Contender,
  type ContenderId
} from "../model/contract/comparison.ts";
import {aucDifference, aucStandardError} from "../model/metrics/auc-error.ts";
import {brier, logLoss} from "../model/metrics/calibration.ts";
import {auc, averagePrecision} from "../model/metrics/ranking.ts";
import {crossValidate} from "../model/trainer/cross-validate.ts";
import {encodeDesign, fitDesign} from "../model/trainer/design-matrix.ts";
import {rowsOf, stratifiedFolds} from "../model/trainer/folds.ts";
import {fitLogistic, logisticScore} from "../model/trainer/logistic.ts";
import type {Matrix} from "../model/trainer/matrix.ts";
import {readJsonArtifact, writeJsonArtifact, type Artifact} from "./artifacts.ts";
import {type CrossFitted, crossFit} from "./cross-fit.ts";
import {creditsOf, labelledRows} from "./feature-table.ts";
import {readFeatures} from "./features.ts";
import {runStage, type BuildContext} from "./stage.ts";
import {modelMatrix, readOutOfFold, readTrainingReport} from "./training.ts";

/** Clients that a logistic regression is fitted on, at most: its errors are then far below those of its form. */
const mostLogistic = 20_000;
const logisticC = 0.01;

/**
 * Compares kinds of model, and ways of treating the rare outcome, on the champion's first division into folds:
 * `comparison.json`.
 */
export function compareContenders(context: BuildContext, features: Artifact, training: Artifact): Promise<Artifact> {
  const {costRatio, scale, threads, lossGivenDefault, margin} = context.options;
  return runStage(context, {
    name: "comparison",
    code: [
      "model/contract",
      "model/ensemble",
      "model/metrics",
      "model/trainer",
      "data-loaders/comparison.ts",
      "data-loaders/cross-fit.ts",
      "data-loaders/training.ts",
      "data-loaders/features.ts",
      "data-loaders/feature-table.ts"
    ],
    options: {costRatio, scale, lossGivenDefault, margin},
    inputs: [features, training],
    async make(folder, progress) {
      const table = await readFeatures(features);
      const rows = labelledRows(table);
      const labels = Uint8Array.from(rows, (row) => table.outcomes[row]!);
      const matrix = modelMatrix(table, rows);
      const report = await readTrainingReport(training);
      const assignment = stratifiedFolds(labels, report.folds, 1, report.seed)[0]!;
      const champion = (await readOutOfFold(training))[0]!;
      const credits = creditsOf(table, rows);
      const rounds = report.rounds;
      const defaults = labels.reduce((sum, label) => sum + label, 0);
      const ratio = (labels.length - defaults) / defaults;
      const boosted = {...report.parameters, early_stopping_rounds: 0, n_estimators: rounds};
      const fit = async (parameters: Record<string, unknown>, id: ContenderId, place: number) => {
        const {predictions} = await crossValidate(matrix, labels, parameters, {
          assignment: [assignment],
          seed: report.seed,
          threads,
          signal: context.signal,
          onProgress: ({fold, round, rounds}) => {
            progress(id, place + (fold + round / rounds) / report.folds, 6);
          }
        });
        return predictions[0]!;
      };
      const measured: Contender[] = [];
      const add = (id: ContenderId, raw: Float64Array | null, trainedOn: number | null = null) => {
        const decisions = raw === null ? constantDecisions(labels, assignment, costRatio) : undefined;
        const scores = raw ?? new Float64Array(labels.length);
        const fitted = decisions ?? crossFit(scores, labels, assignment, {scale, costRatio});
        measured.push({
          id,
          trainedOn,
          ...measure(scores, fitted, labels, costRatio),
          difference: id === "boosted" ? null : aucDifference(scores, champion, labels),
          money: moneyOf(fitted.accepted, labels, credits, {lossGivenDefault, margin})
        });
      };
      add("constant", null);
      const logistic = await crossValidateLogistic(matrix, labels, assignment, context.signal, (share) => {
        progress("logistic", share, 6);
      });
      add("logistic", logistic.scores, logistic.trainedOn);
      add("tree", await fit(treeParameters, "tree", 1));
      add("forest", await fit(forestParameters, "forest", 2));
      add("boosted", champion);
      add("boosted-weighted", await fit({...boosted, scale_pos_weight: ratio}, "boosted-weighted", 3));
      add("boosted-undersampled", await fit({...boosted, ...undersampling(ratio)}, "boosted-undersampled", 4));
      await writeJsonArtifact(folder, "comparison.json", comparisonReportSchema, {
        clients: labels.length,
        defaults,
        folds: report.folds,
        champion: "boosted",
        costRatio,
        lossGivenDefault,
        margin,
        contenders: measured
      });
    }
  });
}

export function readComparison(artifact: Artifact): Promise<ComparisonReport> {
  return readJsonArtifact(artifact, "comparison.json", comparisonReportSchema);
}

/** One tree with as many leaves as a person can read. */
const treeParameters = {n_estimators: 1, learning_rate: 1, num_leaves: 16, min_child_samples: 50, max_bin: 63, seed: 1};

/** Deep trees on bootstrap-like samples, averaged (Breiman, 2001). */
const forestParameters = {
  boosting: "rf",
  n_estimators: 60,
  num_leaves: 32,
  min_child_samples: 10,
  subsample: 0.632,
  subsample_freq: 1,
  colsample_bytree: 0.15,
  max_bin: 63,
  seed: 1
};

/** As many good clients as defaults in each round's rows. */
function undersampling(ratio: number): Record<string, number> {
  return {subsample: 1, pos_bagging_fraction: 1, neg_bagging_fraction: Math.min(1, 1 / ratio), subsample_freq: 1};
}

function measure(
  scores: Float64Array,
  {probabilities, accepted}: CrossFitted,
  labels: Uint8Array,
  costRatio: number
): Omit<Contender, "id" | "trainedOn" | "difference" | "money"> {
  let [missed, refusedGood, takenIn] = [0, 0, 0];
  for (let i = 0; i < labels.length; i++) {
    takenIn += accepted[i]!;
    if (labels[i] === 1) missed += accepted[i]!;
    else refusedGood += 1 - accepted[i]!;
  }
  const ofThousand = (count: number) => (1000 * count) / labels.length;
  return {
    auc: {value: auc(scores, labels), standardError: aucStandardError(scores, labels)},
    averagePrecision: averagePrecision(scores, labels),
    logLoss: logLoss(probabilities, labels),
    brier: brier(probabilities, labels),
    accepted: ofThousand(takenIn),
    missedDefaults: ofThousand(missed),
    refusedGood: ofThousand(refusedGood),
    cost: ofThousand(costRatio * missed + refusedGood)
  };
}

/** The default rate of the other folds said to everyone, and whichever of accepting or refusing all cost less there. */
function constantDecisions(labels: Uint8Array, folds: Uint8Array, costRatio: number): CrossFitted {
  const probabilities = new Float64Array(labels.length);
  const accepted = new Uint8Array(labels.length);
  for (const fold of new Set(folds)) {
    const others = labels.filter((_, i) => folds[i] !== fold);
    const rate = others.reduce((sum, label) => sum + label, 0) / others.length;
    for (let i = 0; i < labels.length; i++) {
      if (folds[i] !== fold) continue;
      probabilities[i] = rate;
      accepted[i] = Number(costRatio * rate <= 1 - rate);
    }
  }
  return {probabilities, accepted};
}

/** Money lost a client whose credit is known: by defaults accepted and margins forgone. */
function moneyOf(
  accepted: Uint8Array,
  labels: Uint8Array,
  credits: Float64Array | null,
  {lossGivenDefault, margin}: {lossGivenDefault: number; margin: number}
): number | null {
  if (credits === null) return null;
  let sum = 0;
  let known = 0;
  for (let i = 0; i < labels.length; i++) {
    if (Number.isNaN(credits[i])) continue;
    known++;
    if (labels[i] === 1) sum += accepted[i]! * lossGivenDefault * credits[i]!;
    else sum += (1 - accepted[i]!) * margin * credits[i]!;
  }
  return sum / known;
}

async function crossValidateLogistic(
  matrix: Matrix,
  labels: Uint8Array,
  assignment: Uint8Array,
  signal: AbortSignal,
  progress: (share: number) => void
): Promise<{scores: Float64Array; trainedOn: number | null}> {
  const scores = new Float64Array(labels.length);
  const folds = 1 + Math.max(...new Set(assignment));
  let trainedOn: number | null = null;
  for (let fold = 0; fold < folds; fold++) {
    await nextTurn();
    signal.throwIfAborted();
    progress(fold / folds);
    const held = rowsOf(assignment, fold, true);
    let rows = rowsOf(assignment, fold, false);
    if (rows.length > mostLogistic) {
      // Every k-th row: the order of clients says nothing of their outcome.
      const step = rows.length / mostLogistic;
      rows = Int32Array.from({length: mostLogistic}, (_, i) => rows[Math.floor(i * step)]!);
      trainedOn = mostLogistic;
    }
    const encoder = fitDesign(matrix, rows);
    const outcomes = Uint8Array.from(rows, (row) => labels[row]!);
    const model = fitLogistic(encodeDesign(encoder, matrix, rows), encoder.width, outcomes, {
      C: logisticC,
      tolerance: 1e-3
    });
    const design = encodeDesign(encoder, matrix, held);
    for (const [i, row] of held.entries()) scores[row] = logisticScore(model, design, i * encoder.width);
  }
  return {scores, trainedOn};
}
