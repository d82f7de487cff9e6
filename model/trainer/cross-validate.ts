import {availableParallelism} from "node:os";
import type {Ensemble} from "../contract/ensemble.ts";
import {LimpideError} from "../contract/errors.ts";
import {mixSeed} from "../metrics/random.ts";
import {encodeMatrix} from "./dictionary.ts";
import type {FitProgress} from "./fit.ts";
import {rowsOf, stratifiedFolds} from "./folds.ts";
import {checkLabels, checkMatrix, type Matrix} from "./matrix.ts";
import {checkConstraints, parseParameters, type ParametersInput} from "./parameters.ts";
import {runFits} from "./pool.ts";
import {parseWeights, weightedRows} from "./weights.ts";

export interface CrossValidateOptions {
  /** Folds of a repeat, 2 to 255; 5 by default. */
  folds?: number;
  /** Independent divisions into folds; 1 by default. */
  repeats?: number;
  /** The fold of each row, one array a repeat, instead of folds drawn here. */
  assignment?: Uint8Array[];
  /** Seeds the folds and the fits; the parameters' by default. */
  seed?: number;
  /** Worker threads; as many as the machine runs at once by default. Results don't depend on it. */
  threads?: number;
  /** What each row weighs in training: 0 (it takes no part), or from 10⁻⁶ to 10⁶. By default all weigh the same. */
  weights?: ArrayLike<number>;
  /**
   * The fits to run, all by default. A search that drops poor candidates early asks for some folds first, and for the
   * others, with the same seed and division, later: each fit is the same whichever are run with it.
   */
  only?: FoldPlace[];
  /** Whether the models of these fits are kept, for whoever would ask more of them than scores; none by default. */
  keepModels?: (place: FoldPlace) => boolean;
  onProgress?: (progress: CrossValidateProgress) => void;
  signal?: AbortSignal;
}

/** One fit of a cross-validation. Repeats and folds count from 0. */
export interface FoldPlace {
  repeat: number;
  fold: number;
}

export interface CrossValidateProgress extends FitProgress, FoldPlace {}

/** What came of one fit. */
export interface FoldResult extends FoldPlace {
  /** The rows of the fold, and their raw scores by the model that didn't see them. */
  rows: Int32Array;
  predictions: Float64Array;
  rounds: number;
  /** The model, if it was to be kept. */
  ensemble?: Ensemble;
}

export interface CrossValidation {
  /** The fold of each row, one array a repeat. */
  assignment: Uint8Array[];
  /** The raw score (log-odds) of each row by the model that didn't see it, one array a repeat; NaN where no fit was run. */
  predictions: Float64Array[];
  /** Boosting rounds of each fit that was run: those of repeat 0's folds, then repeat 1's … */
  rounds: number[];
  /** The fits that were run, in the same order. */
  fits: FoldResult[];
}

/**
 * Scores each row by a model trained on the other folds. What a fit learns, its bins and its number of rounds included
 * (see `fitModel`), comes from its training folds alone.
 *
 * Fits run on worker threads. Rejects with the signal's reason when aborted, and with `E_PARAMETER`, `E_TARGET` or
 * `E_VALUE_RANGE` for input that cannot be cross-validated.
 */
export async function crossValidate(
  matrix: Matrix,
  labels: ArrayLike<number>,
  parameters: ParametersInput,
  options: CrossValidateOptions = {}
): Promise<CrossValidation> {
  const complete = parseParameters(parameters);
  checkMatrix(matrix);
  checkLabels(labels, matrix.rows);
  checkConstraints(complete, matrix.inputs);
  const {seed = complete.seed, threads = availableParallelism(), keepModels, onProgress, signal} = options;
  const {assignment, folds} = divide(labels, seed, options);
  const weights = parseWeights(options.weights, matrix.rows);

  const shared = new Uint8Array(new SharedArrayBuffer(matrix.rows));
  for (let row = 0; row < matrix.rows; ++row) shared[row] = labels[row]!;
  const places = placesOf(assignment.length, folds, options.only);
  const jobs = places.map(({repeat, fold}, id) => {
    const division = assignment[repeat]!;
    const rows = rowsOf(division, fold, false);
    return {
      id,
      rows,
      held: rowsOf(division, fold, true),
      seed: mixSeed(seed, repeat, fold),
      keepModel: keepModels?.({repeat, fold}) ?? false
    };
  });
  for (const [i, {rows}] of jobs.entries()) checkPart(shared, rows, weights, places[i]!.fold);
  const data = {dictionary: encodeMatrix(matrix), labels: shared, weights, parameters: complete};
  const results = await runFits(data, jobs, {
    threads: Math.max(1, threads),
    signal,
    onProgress: (id, progress) => onProgress?.({...progress, ...places[id]!})
  });

  const predictions = assignment.map(() => new Float64Array(matrix.rows).fill(NaN));
  const fits = jobs.map(({held}, i): FoldResult => {
    const result = results[i]!;
    for (const [k, row] of held.entries()) predictions[places[i]!.repeat]![row] = result.predictions[k]!;
    return {...places[i]!, rows: held, ...result};
  });
  return {assignment, predictions, rounds: fits.map(({rounds}) => rounds), fits};
}

/** The fits to run, by repeat and fold. Throws `E_PARAMETER` for one that there isn't. */
function placesOf(repeats: number, folds: number, only: FoldPlace[] | undefined): FoldPlace[] {
  const all = Array.from({length: repeats * folds}, (_, i) => ({repeat: Math.floor(i / folds), fold: i % folds}));
  if (!only) return all;
  for (const {repeat, fold} of only)
    if (!all.some((place) => place.repeat === repeat && place.fold === fold))
      throw new LimpideError("E_PARAMETER", `only: there is no fold ${fold} of repeat ${repeat}`);
  return all.filter(({repeat, fold}) => only.some((place) => place.repeat === repeat && place.fold === fold));
}

function divide(
  labels: ArrayLike<number>,
  seed: number,
  {folds = 5, repeats = 1, assignment}: CrossValidateOptions
): {assignment: Uint8Array[]; folds: number} {
  if (assignment) {
    if (assignment.some(({length}) => length !== labels.length))
      throw new LimpideError("E_PARAMETER", "assignment: one fold a row");
    return {assignment, folds: 1 + assignment.reduce((most, repeat) => Math.max(most, ...new Set(repeat)), 0)};
  }
  if (!(Number.isInteger(folds) && folds >= 2 && folds <= 255))
    throw new LimpideError("E_PARAMETER", `folds (${folds}): a whole number from 2 to 255`);
  if (!(Number.isInteger(repeats) && repeats >= 1))
    throw new LimpideError("E_PARAMETER", `repeats (${repeats}): a whole number of at least 1`);
  return {assignment: stratifiedFolds(labels, folds, repeats, seed), folds};
}

/** Throws `E_TARGET` when the rows that a fold leaves for training are all of one class. */
function checkPart(labels: Uint8Array, rows: Int32Array, weights: Float64Array | null, fold: number): void {
  const used = weightedRows(rows, weights);
  const positives = used.reduce((sum, row) => sum + labels[row]!, 0);
  if (positives > 0 && positives < used.length) return;
  throw new LimpideError(
    "E_TARGET",
    `without fold ${fold + 1}, all outcomes are ${positives > 0 ? 1 : 0}; use fewer folds`
  );
}
