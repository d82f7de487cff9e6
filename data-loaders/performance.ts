import {
  assessmentOf,
  performanceReportSchema,
  scoresReportSchema,
  type Assessment,
  type PerformanceReport,
  type ScoresReport
} from "../model/contract/report.ts";
import type {Calibration, ScoringModel} from "../model/contract/scoring-model.ts";
import {compileCalibration, logistic} from "../model/ensemble/calibration.ts";
import {compileScore, pointsOf} from "../model/ensemble/scoring.ts";
import {aucStandardError} from "../model/metrics/auc-error.ts";
import {brier, logLoss, reliability} from "../model/metrics/calibration.ts";
import {costByRatio, costIntervals} from "../model/metrics/cost-interval.ts";
import {costOf, outcomesByThreshold, type ThresholdOutcomes} from "../model/metrics/cost.ts";
import {type MoneyAssumptions, moneyByThreshold} from "../model/metrics/money.ts";
import {auc, averagePrecision, kolmogorovSmirnov} from "../model/metrics/ranking.ts";
import {stratifiedFolds} from "../model/trainer/folds.ts";
import {writeJsonArtifact, type Artifact} from "./artifacts.ts";
import {chooseCalibration} from "./choose-calibration.ts";
import {creditsOf, unknownOutcome} from "./feature-table.ts";
import {readFeatures} from "./features.ts";
import {readScores} from "./scores.ts";
import {runStage, type BuildContext} from "./stage.ts";
import {readAssessedRows, readModel, readOutOfFold, readTrainingReport} from "./training.ts";

/** Points that a bin of the score histogram is wide. */
const binWidth = 10;

/**
 * Measures the model on the clients that it is assessed on: `performance.json`; and how scores and decisions spread over
 * the portfolio: `scores.json`.
 */
export function measurePerformance(
  context: BuildContext,
  features: Artifact,
  training: Artifact,
  scores: Artifact
): Promise<Artifact> {
  const {lossGivenDefault, margin} = context.options;
  return runStage(context, {
    name: "performance",
    code: [
      "model/contract",
      "model/ensemble/calibration.ts",
      "model/ensemble/scoring.ts",
      "model/metrics",
      "model/trainer",
      "model/threads",
      "model/wasm",
      "data-loaders/performance.ts",
      "data-loaders/choose-calibration.ts",
      "data-loaders/scores.ts",
      "data-loaders/training.ts",
      "data-loaders/features.ts",
      "data-loaders/feature-table.ts"
    ],
    options: {lossGivenDefault, margin},
    inputs: [features, training, scores],
    async make(folder) {
      const table = await readFeatures(features);
      const model = await readModel(training);
      const report = await readTrainingReport(training);
      const rows = await readAssessedRows(training);
      const labels = Uint8Array.from(rows, (row) => table.outcomes[row]!);
      const outOfFold = await readOutOfFold(training);
      const assignment = stratifiedFolds(labels, report.folds, report.repeats, report.seed);
      const {origin} = report;
      const assessment = assessmentOf(origin);
      const link = origin.kind === "trained" ? logistic : origin.link;
      const assessed = {assessment, labels, outOfFold, assignment, credits: creditsOf(table, rows), link};
      const performance = measure(model, assessed, {lossGivenDefault, margin});
      await writeJsonArtifact(folder, "performance.json", performanceReportSchema, performance);
      const raw = await readScores(scores);
      const points = pointsOf(outOfFold[0]!, model);
      const spread = {assessment, ...spreadOf(model, table.outcomes, raw, points, labels)};
      await writeJsonArtifact(folder, "scores.json", scoresReportSchema, spread);
    }
  });
}

/** Cost ratios that the threshold is searched for. */
const ratios = [2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50];
const bootstrapSamples = 1000;

/** The clients that figures come from. */
interface Assessed {
  assessment: Assessment;
  labels: Uint8Array;
  /** Raw scores, one array a repeat. */
  outOfFold: readonly Float64Array[];
  /** The fold of each, one array a repeat. */
  assignment: readonly Uint8Array[];
  /** Amounts asked for. */
  credits: Float64Array | null;
  /** The model's own way from raw score to probability. */
  link: Calibration | null;
}

function measure(
  model: ScoringModel,
  {assessment, labels, outOfFold, assignment, credits, link}: Assessed,
  assumptions: MoneyAssumptions
): PerformanceReport {
  // Curves and counts are those of the first repeat, on which calibration and threshold were chosen: each client counts once.
  const raw = outOfFold[0]!;
  const probabilities = raw.map(compileCalibration(model.calibration));
  const thresholds = outcomesByThreshold(pointsOf(raw, model), labels);
  const defaults = labels.reduce((sum, label) => sum + label, 0);
  const rate = defaults / labels.length;
  const aucPerRepeat = outOfFold.map((scores) => auc(scores, labels));
  const {platt, isotonic} = chooseCalibration(raw, labels, assignment[0]!);
  const own = link && raw.map(compileCalibration(link));
  const ownLoss = own && logLoss(own, labels);
  const cost = (threshold: number): number =>
    costOf(
      thresholds.find((outcomes) => outcomes.threshold === threshold)!,
      model.policy.costRatio
    );
  return {
    assessment,
    clients: labels.length,
    defaults,
    auc: {value: mean(aucPerRepeat), standardError: standardErrorOfMean(aucPerRepeat)},
    aucSamplingError: aucStandardError(raw, labels),
    aucPerRepeat,
    aucPerFold: outOfFold.flatMap((scores, repeat) => aucByFold(scores, labels, assignment[repeat]!)),
    averagePrecision: averagePrecision(raw, labels),
    logLoss: logLoss(probabilities, labels),
    logLossConstant: logLoss(new Float64Array(labels.length).fill(rate), labels),
    brier: brier(probabilities, labels),
    ks: kolmogorovSmirnov(raw, labels),
    roc: thresholds.map((outcomes) => ({
      points: outcomes.threshold,
      x: outcomes.falsePositives / (labels.length - defaults),
      y: outcomes.truePositives / defaults
    })),
    precisionRecall: thresholds
      .filter(({truePositives, falsePositives}) => truePositives + falsePositives > 0)
      .map((outcomes) => ({
        points: outcomes.threshold,
        x: outcomes.truePositives / defaults,
        y: precisionOf(outcomes)
      })),
    calibration: reliability(probabilities, labels),
    thresholds,
    policy: model.policy,
    scale: model.scale,
    cost: {
      policy: cost(model.policy.threshold),
      acceptAll: cost(thresholds[0]!.threshold),
      refuseAll: cost(thresholds.at(-1)!.threshold)
    },
    costIntervals: costIntervals(pointsOf(raw, model), labels, model.policy.costRatio, {samples: bootstrapSamples}),
    costByRatio: costByRatio(thresholds, ratios),
    money: credits && inMoney(pointsOf(raw, model), labels, credits, assumptions),
    calibrations: {
      // A certainty that proved wrong costs more than any number says.
      none: Number.isFinite(ownLoss) ? ownLoss : null,
      platt,
      isotonic,
      inForce: model.calibration.method
    },
    uncalibrated: own ? reliability(own, labels) : []
  };
}

function inMoney(
  points: Int32Array,
  labels: Uint8Array,
  credits: Float64Array,
  assumptions: MoneyAssumptions
): PerformanceReport["money"] {
  const thresholds = moneyByThreshold(points, labels, credits, assumptions);
  const total = ({losses, marginForgone}: (typeof thresholds)[number]) => losses + marginForgone;
  const least = thresholds.reduce((best, one) => (total(one) < total(best) ? one : best));
  return {
    ...assumptions,
    losses: thresholds.map(({losses}) => losses),
    marginForgone: thresholds.map(({marginForgone}) => marginForgone),
    threshold: least.threshold
  };
}

function precisionOf({truePositives, falsePositives}: ThresholdOutcomes): number {
  return truePositives / (truePositives + falsePositives);
}

function aucByFold(scores: Float64Array, labels: Uint8Array, fold: Uint8Array): number[] {
  return Array.from({length: Math.max(...fold) + 1}, (_, number) => {
    const held = (_value: number, row: number): boolean => fold[row] === number;
    return auc(scores.filter(held), labels.filter(held));
  });
}

/** The score histogram by outcome, and what is decided. */
function spreadOf(
  model: ScoringModel,
  outcomes: Uint8Array,
  raw: Float64Array,
  outOfFoldPoints: Int32Array,
  labels: Uint8Array
): Omit<ScoresReport, "assessment"> {
  const scored = Array.from(raw, compileScore(model));
  // The labelled are counted by the score of a model that didn't see them, the others by the model in force.
  const unlabelled = scored.filter((_, row) => outcomes[row] === unknownOutcome).map(({points}) => points);
  const lowest = Math.min(minimum(outOfFoldPoints), minimum(unlabelled));
  const highest = Math.max(-minimum(outOfFoldPoints.map((p) => -p)), -minimum(unlabelled.map((p) => -p)));
  const first = Math.floor(lowest / binWidth);
  const bins = Math.floor(highest / binWidth) - first + 1;
  const count = (points: Iterable<number>): number[] => {
    const counts = new Array<number>(bins).fill(0);
    for (const value of points) counts[Math.floor(value / binWidth) - first]!++;
    return counts;
  };
  const {threshold} = model.policy;
  const among = (accepted: boolean, label?: number): number =>
    outOfFoldPoints.reduce(
      (sum, points, i) =>
        sum + Number(points >= threshold === accepted && (label === undefined || labels[i] === label)),
      0
    );
  const decided = (recommendation: string, review: boolean): number =>
    scored.filter((score) => score.recommendation === recommendation && (!review || score.review)).length;
  return {
    edges: Array.from({length: bins + 1}, (_, i) => (first + i) * binWidth),
    repaid: count(outOfFoldPoints.filter((_, i) => labels[i] === 0)),
    defaulted: count(outOfFoldPoints.filter((_, i) => labels[i] === 1)),
    unlabelled: count(unlabelled),
    decisions: {
      accept: decided("accept", false),
      refuse: decided("refuse", false),
      reviewAccept: decided("accept", true),
      reviewRefuse: decided("refuse", true)
    },
    outcomes: {
      accepted: among(true),
      acceptedDefaults: among(true, 1),
      refused: among(false),
      refusedDefaults: among(false, 1)
    },
    policy: model.policy,
    scale: model.scale
  };
}

function minimum(values: Iterable<number>): number {
  let least = Infinity;
  for (const value of values) least = Math.min(least, value);
  return least;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The standard error of a mean; 0 of a single value, about whose spread nothing is known. */
function standardErrorOfMean(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const centre = mean(values);
  const variance = values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1);
  return Math.sqrt(variance / values.length);
}
