import {availableParallelism} from "node:os";
import {LimpideError} from "../contract/errors.ts";
import {mixSeed} from "../metrics/random.ts";
import {encodeMatrix} from "./dictionary.ts";
import type {FitProgress} from "./fit.ts";
import {rowsOf, stratifiedFolds} from "./folds.ts";
import {checkLabels, checkMatrix, type Matrix} from "./matrix.ts";
import {parseParameters, type ParametersInput} from "./parameters.ts";
import {runFits, type FitJob} from "./pool.ts";

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
  onProgress?: (progress: CrossValidateProgress) => void;
  signal?: AbortSignal;
}

export interface CrossValidateProgress extends FitProgress {
  repeat: number;
  fold: number;
}

export interface CrossValidation {
  /** The fold of each row, one array a repeat. */
  assignment: Uint8Array[];
  /** The raw score (log-odds) of each row by the model that didn't see it, one array a repeat. */
  predictions: Float64Array[];
  /** Boosting rounds of each fit: those of repeat 0's folds, then repeat 1's … */
  rounds: number[];
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
  const {seed = complete.seed, threads = availableParallelism(), onProgress, signal} = options;
  const {assignment, folds} = divide(labels, seed, options);

  const shared = new Uint8Array(new SharedArrayBuffer(matrix.rows));
  for (let row = 0; row < matrix.rows; ++row) shared[row] = labels[row]!;
  const jobs = assignment.flatMap((division, repeat) =>
    Array.from({length: folds}, (_, fold): FitJob => {
      return {
        id: repeat * folds + fold,
        rows: rowsOf(division, fold, false),
        held: rowsOf(division, fold, true),
        seed: mixSeed(seed, repeat, fold)
      };
    })
  );
  for (const {rows, id} of jobs) checkPart(shared, rows, id % folds);
  const results = await runFits({dictionary: encodeMatrix(matrix), labels: shared, parameters: complete}, jobs, {
    threads: Math.max(1, threads),
    signal,
    onProgress: (id, progress) => onProgress?.({...progress, repeat: Math.floor(id / folds), fold: id % folds})
  });

  const predictions = assignment.map(() => new Float64Array(matrix.rows));
  for (const {id, held} of jobs) {
    const scores = predictions[Math.floor(id / folds)]!;
    for (const [i, row] of held.entries()) scores[row] = results[id]!.predictions[i]!;
  }
  return {assignment, predictions, rounds: results.map(({rounds}) => rounds)};
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
function checkPart(labels: Uint8Array, rows: Int32Array, fold: number): void {
  const positives = rows.reduce((sum, row) => sum + labels[row]!, 0);
  if (positives > 0 && positives < rows.length) return;
  throw new LimpideError(
    "E_TARGET",
    `without fold ${fold + 1}, all outcomes are ${positives > 0 ? 1 : 0}; use fewer folds`
  );
}
