import {setImmediate as nextTurn} from "node:timers/promises";
import {
  comparisonReportSchema,
  contenderIds,
  type ComparisonReport,
  type Contender,
  type ContenderId
} from "../model/contract/comparison.ts";
import {assessmentOf} from "../model/contract/report.ts";
import {aucDifference, aucStandardError} from "../model/metrics/auc-error.ts";
import {brier, logLoss} from "../model/metrics/calibration.ts";
import type {Interval} from "../model/metrics/cost-interval.ts";
import {auc, averagePrecision} from "../model/metrics/ranking.ts";
import {crossValidate} from "../model/trainer/cross-validate.ts";
import {encodeDesign, fitDesign} from "../model/trainer/design-matrix.ts";
import {rowsOf, stratifiedFolds} from "../model/trainer/folds.ts";
import {fitLogistic, logisticScore} from "../model/trainer/logistic.ts";
import type {Matrix} from "../model/trainer/matrix.ts";
import {readJsonArtifact, writeJsonArtifact, type Artifact} from "./artifacts.ts";
import {contenderCosts, type Assumptions} from "./contender-costs.ts";
import {type CrossFitted, crossFit} from "./cross-fit.ts";
import {creditsOf, labelledRows, type FeatureTable} from "./feature-table.ts";
import {readFeatures} from "./features.ts";
import {refitNoise, widened, type RefitNoise} from "./refit-noise.ts";
import {runStage, type BuildContext} from "./stage.ts";
import {
  championParameters,
  matrixOf,
  modelMatrix,
  readAssessedRows,
  readOutOfFold,
  readTrainingReport
} from "./training.ts";

/** Clients that a logistic regression is fitted on, at most: its errors are then far below those of its form. */
const mostLogistic = 20_000;
const logisticC = 0.01;

/** Samples of clients that intervals of costs come from. */
const bootstrapSamples = 1000;

/**
 * Compares kinds of model, ways of treating the rare outcome, and what leaving protected attributes out costs, on the
 * champion's first division into folds: `comparison.json`.
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
      "model/threads",
      "model/wasm",
      "data-loaders/comparison.ts",
      "data-loaders/choose-calibration.ts",
      "data-loaders/contender-costs.ts",
      "data-loaders/cross-fit.ts",
      "data-loaders/refit-noise.ts",
      "data-loaders/training.ts",
      "data-loaders/features.ts",
      "data-loaders/feature-table.ts"
    ],
    options: {costRatio, scale, lossGivenDefault, margin},
    inputs: [features, training],
    async make(folder, progress) {
      const table = await readFeatures(features);
      const rows = await readAssessedRows(training);
      const labels = Uint8Array.from(rows, (row) => table.outcomes[row]!);
      const report = await readTrainingReport(training);
      const assignment = stratifiedFolds(labels, report.folds, 1, report.seed)[0]!;
      const learning = learnersOf(table, rows, assignment, report);
      const matrix = modelMatrix(table, learning.rows);
      const outOfFold = await readOutOfFold(training);
      const champion = report.origin.kind === "trained" ? "boosted" : "imported";
      const credits = creditsOf(table, rows);
      const defaults = labels.reduce((sum, label) => sum + label, 0);
      const tried: Tried[] = [];
      const add = (id: ContenderId, scores: Float64Array, trainedOn: number | null = null) => {
        tried.push({id, trainedOn, scores, fitted: crossFit(scores, labels, assignment, {scale, costRatio})});
      };
      const fit = async (id: ContenderId, parameters: Record<string, unknown>, seen = matrix) => {
        const place = tried.length;
        const {predictions} = await crossValidate(seen, learning.labels, parameters, {
          assignment: [learning.folds],
          seed: report.seed,
          threads,
          signal: context.signal,
          onProgress: ({fold, round, rounds}) => {
            progress(id, place + (fold + round / rounds) / report.folds, contenderIds.length);
          }
        });
        add(id, learning.ofAssessed(predictions[0]!));
      };
      // Saying the same to everyone.
      add("constant", new Float64Array(labels.length));
      const logistic = await crossValidateLogistic(matrix, learning, context.signal, (share) => {
        progress("logistic", tried.length + share, contenderIds.length);
      });
      add("logistic", learning.ofAssessed(logistic.scores), logistic.trainedOn);
      await fit("tree", treeParameters);
      await fit("forest", forestParameters);
      add(champion, outOfFold[0]!);
      if (champion === "imported") {
        // It can't be trained anew; what would be trained in its place can.
        await fit("boosted", championParameters);
      } else {
        const boosted = {...report.parameters, early_stopping_rounds: 0, n_estimators: report.rounds};
        const ratio = (labels.length - defaults) / defaults;
        await fit("boosted-weighted", {...boosted, scale_pos_weight: ratio});
        await fit("boosted-undersampled", {...boosted, ...undersampling(ratio)});
        const everything = withProtected(matrix, table, learning.rows);
        if (everything !== null) await fit("boosted-protected", boosted, everything);
      }
      const assumptions = {costRatio, lossGivenDefault, margin};
      const divisions = stratifiedFolds(labels, report.folds, outOfFold.length, report.seed).map((folds, repeat) => ({
        scores: outOfFold[repeat]!,
        folds
      }));
      const noise = refitNoise(divisions, labels, credits, {...assumptions, scale});
      await writeJsonArtifact(folder, "comparison.json", comparisonReportSchema, {
        clients: labels.length,
        defaults,
        folds: report.folds,
        champion,
        assessment: assessmentOf(report.origin),
        costRatio,
        lossGivenDefault,
        margin,
        samples: bootstrapSamples,
        refit: noise && {
          ...noise,
          cost: 1000 * noise.cost
        },
        contenders: measure(tried, champion, labels, credits, assumptions, noise)
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

/** The model's inputs, and after them the protected attributes; null when there are none. */
function withProtected(matrix: Matrix, table: FeatureTable, rows: Int32Array): Matrix | null {
  const left = table.features.flatMap((feature, column) => (feature.protected ? [column] : []));
  if (left.length === 0) return null;
  const more = matrixOf(table, left, rows);
  return {...matrix, inputs: [...matrix.inputs, ...more.inputs], columns: [...matrix.columns, ...more.columns]};
}

/** The clients that contenders learn from, with the fold of each. */
interface Learners {
  rows: Int32Array;
  labels: Uint8Array;
  folds: Uint8Array;
  /** Of a number for each learner, those of the clients that the champion is assessed on. */
  ofAssessed(values: Float64Array): Float64Array;
}

/**
 * All clients with an outcome: where a champion is assessed on a part of them, the others learn from the rest too, as it
 * may have. The assessed keep their folds.
 */
function learnersOf(
  table: FeatureTable,
  assessed: Int32Array,
  assignment: Uint8Array,
  {folds, seed}: {folds: number; seed: number}
): Learners {
  const rows = labelledRows(table);
  const labels = Uint8Array.from(rows, (row) => table.outcomes[row]!);
  const foldOf = new Map(Array.from(assessed, (row, i) => [row, assignment[i]!]));
  const others = rows.filter((row) => !foldOf.has(row));
  const ofOthers = stratifiedFolds(
    Uint8Array.from(others, (row) => table.outcomes[row]!),
    folds,
    1,
    seed
  )[0]!;
  others.forEach((row, i) => foldOf.set(row, ofOthers[i]!));
  const isAssessed = new Set(assessed);
  return {
    rows,
    labels,
    folds: Uint8Array.from(rows, (row) => foldOf.get(row)!),
    ofAssessed: (values) => values.filter((_, i) => isAssessed.has(rows[i]!))
  };
}

/** What a kind of model said of each client, and what was decided. */
interface Tried {
  id: ContenderId;
  trainedOn: number | null;
  scores: Float64Array;
  fitted: CrossFitted;
}

function measure(
  tried: readonly Tried[],
  championId: ContenderId,
  labels: Uint8Array,
  credits: Float64Array | null,
  assumptions: Assumptions,
  noise: RefitNoise | null
): Contender[] {
  const place = tried.findIndex(({id}) => id === championId);
  const champion = tried[place]!.scores;
  const decisions = tried.map(({fitted}) => fitted.accepted);
  const costs = contenderCosts(decisions, place, labels, credits, assumptions, bootstrapSamples);
  const perThousand = ({value, low, high}: Interval): Interval => ({
    value: 1000 * value,
    low: 1000 * low,
    high: 1000 * high
  });
  return tried.map(({id, trainedOn, scores, fitted: {probabilities, accepted}}, k) => {
    const {cost, money} = costs[k]!;
    const isChampion = k === place;
    // The champion was trained by chance as it was; so were the others, but for those that always come out the same.
    const times = Math.sqrt(id === "constant" || id === "logistic" ? 1 : 2);
    const noiseOf = (figure: "auc" | "cost" | "money") => times * (noise?.[figure] ?? 0);
    const difference = aucDifference(scores, champion, labels);
    return {
      id,
      trainedOn,
      auc: {value: auc(scores, labels), standardError: aucStandardError(scores, labels)},
      difference: isChampion
        ? null
        : {...difference, standardError: Math.hypot(difference.standardError, noiseOf("auc"))},
      averagePrecision: averagePrecision(scores, labels),
      logLoss: logLoss(probabilities, labels),
      brier: brier(probabilities, labels),
      ...decided(accepted, labels),
      cost: perThousand(cost.mean),
      costDifference: isChampion ? null : perThousand(widened(cost.difference, noiseOf("cost"))),
      money: money && money.mean,
      moneyDifference: isChampion || money === null ? null : widened(money.difference, noiseOf("money"))
    };
  });
}

/** What becomes of 1,000 clients. */
function decided(
  accepted: Uint8Array,
  labels: Uint8Array
): Pick<Contender, "accepted" | "missedDefaults" | "refusedGood"> {
  let [missed, refusedGood, takenIn] = [0, 0, 0];
  for (let i = 0; i < labels.length; i++) {
    takenIn += accepted[i]!;
    if (labels[i] === 1) missed += accepted[i]!;
    else refusedGood += 1 - accepted[i]!;
  }
  const ofThousand = (count: number) => (1000 * count) / labels.length;
  return {accepted: ofThousand(takenIn), missedDefaults: ofThousand(missed), refusedGood: ofThousand(refusedGood)};
}

async function crossValidateLogistic(
  matrix: Matrix,
  {labels, folds: assignment}: Learners,
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
