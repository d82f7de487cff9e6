import type {Ensemble} from "../contract/ensemble.ts";
import {mixSeed} from "../metrics/random.ts";
import {binRows, findBins} from "./bins.ts";
import {Booster} from "./boost.ts";
import type {Dictionary} from "./dictionary.ts";
import {rowsOf, stratifiedFolds} from "./folds.ts";
import type {Parameters} from "./parameters.ts";
import {validationLoss} from "./validation-metric.ts";

/** One model to fit: on which rows, and which to score with it. */
export interface FitRequest {
  dictionary: Dictionary;
  /** 0 or 1 of each row of the dictionary. */
  labels: Uint8Array;
  /** Rows to train on, ascending. */
  rows: Int32Array;
  /** Rows to score, which take no part in the fit. */
  held: Int32Array;
  parameters: Parameters;
  /** Boosting rounds, when they are known; otherwise early stopping or `n_estimators` tells. */
  rounds?: number | undefined;
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
  const {dictionary, labels, rows, held, parameters} = request;
  const rounds = request.rounds ?? (yield* searchRounds(request));
  const {booster, watched} = prepare(dictionary, labels, rows, held, parameters);
  for (let round = 1; round <= rounds; ++round) {
    if (!booster.step()) break;
    yield {phase: "fit", round, rounds};
  }
  const predictions = watched.map((margin) => margin + booster.baseScore);
  return {ensemble: booster.ensemble(), rounds: booster.rounds, predictions};
}

function* searchRounds({dictionary, labels, rows, parameters}: FitRequest): Generator<FitProgress, number> {
  const {early_stopping_rounds, n_estimators, seed} = parameters;
  if (early_stopping_rounds === 0) return n_estimators;
  const ownLabels = gather(labels, rows);
  const positives = ownLabels.reduce((sum, label) => sum + label, 0);
  const rarer = Math.min(positives, rows.length - positives);
  if (rarer < 2) return n_estimators; // nothing can be set aside

  const single = rarer * validationShare >= enoughOutcomes;
  const parts = single ? Math.round(1 / validationShare) : Math.min(5, rarer);
  const assignment = stratifiedFolds(ownLabels, parts, 1, mixSeed(seed, parts))[0]!;
  const fits = Array.from({length: single ? 1 : parts}, (_, part) => {
    const inner = rowsOf(assignment, part, false).map((i) => rows[i]!);
    const outer = rowsOf(assignment, part, true).map((i) => rows[i]!);
    const {booster, watched} = prepare(dictionary, labels, inner, outer, parameters);
    return {booster, watched, labels: gather(labels, outer), scores: new Float64Array(outer.length)};
  });
  let best = Infinity;
  let bestRound = 0;
  for (let round = 1; round <= n_estimators; ++round) {
    let loss = 0;
    let grew = false;
    for (const {booster, watched, labels, scores} of fits) {
      grew = booster.step() || grew;
      for (let i = 0; i < scores.length; ++i) scores[i] = watched[i]! + booster.baseScore;
      loss += validationLoss(parameters, labels, scores) / fits.length;
    }
    if (!grew) break;
    if (loss < best) {
      best = loss;
      bestRound = round;
    }
    yield {phase: "search", round, rounds: n_estimators};
    if (round - bestRound >= early_stopping_rounds) break;
  }
  return bestRound;
}

/** A booster on some rows, with bins found from these rows alone, that keeps the margins of others up to date. */
function prepare(
  dictionary: Dictionary,
  labels: Uint8Array,
  rows: Int32Array,
  watchedRows: Int32Array,
  parameters: Parameters
): {booster: Booster; watched: Float64Array} {
  const bins = findBins(dictionary, rows, parameters);
  const booster = new Booster(binRows(dictionary, rows, bins), gather(labels, rows), bins, parameters);
  return {booster, watched: booster.watch(binRows(dictionary, watchedRows, bins))};
}

function gather(labels: Uint8Array, rows: Int32Array): Uint8Array {
  return Uint8Array.from(rows, (row) => labels[row]!);
}
