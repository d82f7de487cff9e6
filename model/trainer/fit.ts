import type {Ensemble} from "../contract/ensemble.ts";
import {mixSeed} from "../metrics/random.ts";
import {Booster} from "./boost.ts";
import type {Dictionary} from "./dictionary.ts";
import {rowsOf, stratifiedFolds} from "./folds.ts";
import type {Parameters} from "./parameters.ts";
import type {Team} from "./team.ts";
import {validationLoss} from "./validation-metric.ts";
import {outcomeWeights, weightedRows} from "./weights.ts";

/** One model to fit: on which rows, and which to score with it. */
export interface FitRequest {
  dictionary: Dictionary;
  /** 0 or 1 of each row of the dictionary. */
  labels: Uint8Array;
  /** What each row weighs (see `parseWeights`); null when all weigh the same. */
  weights: Float64Array | null;
  /** Rows to train on, ascending; those of weight 0 take no part. */
  rows: Int32Array;
  /** Rows to score, which take no part in the fit. */
  held: Int32Array;
  parameters: Parameters;
  /** Boosting rounds, when they are known; otherwise early stopping or `n_estimators` tells. */
  rounds?: number | undefined;
  /** Threads to share the work with; the result is the same. */
  team?: Team | undefined;
}

export interface FitProgress {
  /** Looking for the number of rounds, or fitting the model itself. */
  phase: "search" | "fit";
  round: number;
  /** The most rounds that this phase may take. */
  rounds: number;
}

export interface FitResult {
  ensemble: Ensemble;
  rounds: number;
  /** Raw scores of the held rows. */
  predictions: Float64Array;
}

/** Outcomes of the rarer class that one validation part needs to tell rounds apart. */
const enoughOutcomes = 200;
const validationShare = 0.15;

/**
 * Fits one model, yielding after each round. Early stopping looks at nothing but `rows`: a stratified 15 % of them is
 * set aside to find the number of rounds, then the model is fitted on all of them with that number. Where 15 % would
 * hold fewer than 200 outcomes of the rarer class, five parts of 20 % are set aside in turn instead and the losses of
 * the five fits are averaged round by round, since a single small part would choose the rounds by luck.
 */
export function* fitModel(request: FitRequest): Generator<FitProgress, FitResult> {
  const {weights, held} = request;
  const rows = weightedRows(request.rows, weights);
  const rounds = request.rounds ?? (yield* searchRounds({...request, rows}));
  const booster = new Booster({...request, rows, watched: held, rounds});
  for (let round = 1; round <= rounds; ++round) {
    if (!booster.step()) break;
    yield {phase: "fit", round, rounds};
  }
  const grown = booster.rounds;
  const predictions = booster.watched.map((margin) => margin + booster.baseScore);
  const ensemble = booster.ensemble();
  booster.close();
  // A forest that ended early is an average over fewer trees than was said.
  if (request.parameters.boosting === "rf" && grown > 0 && grown < rounds)
    return yield* fitModel({...request, rounds: grown});
  return {ensemble, rounds: grown, predictions};
}

function* searchRounds(request: FitRequest): Generator<FitProgress, number> {
  const {labels, weights, rows, parameters} = request;
  const {early_stopping_rounds, n_estimators, seed} = parameters;
  if (early_stopping_rounds === 0) return n_estimators;
  const ownLabels = Uint8Array.from(rows, (row) => labels[row]!);
  const positives = ownLabels.reduce((sum, label) => sum + label, 0);
  const rarer = Math.min(positives, rows.length - positives);
  if (rarer < 2) return n_estimators; // nothing can be set aside

  const single = rarer * validationShare >= enoughOutcomes;
  const parts = single ? Math.round(1 / validationShare) : Math.min(5, rarer);
  const assignment = stratifiedFolds(ownLabels, parts, 1, mixSeed(seed, parts))[0]!;
  const fits = Array.from({length: single ? 1 : parts}, (_, part) => {
    const inner = rowsOf(assignment, part, false).map((i) => rows[i]!);
    const outer = rowsOf(assignment, part, true).map((i) => rows[i]!);
    const booster = new Booster({...request, rows: inner, watched: outer, rounds: n_estimators});
    const {signed} = outcomeWeights(labels, weights, outer, parameters);
    return {booster, signed, scores: new Float64Array(outer.length)};
  });
  let best = Infinity;
  let bestRound = 0;
  for (let round = 1; round <= n_estimators; ++round) {
    let loss = 0;
    let grew = false;
    for (const {booster, signed, scores} of fits) {
      grew = booster.step() || grew;
      for (let i = 0; i < scores.length; ++i) scores[i] = booster.watched[i]! + booster.baseScore;
      loss += validationLoss(parameters.metric, signed, scores) / fits.length;
    }
    if (!grew) break;
    if (loss < best) {
      best = loss;
      bestRound = round;
    }
    yield {phase: "search", round, rounds: n_estimators};
    if (round - bestRound >= early_stopping_rounds) break;
  }
  for (const {booster} of fits) booster.close();
  return bestRound;
}
