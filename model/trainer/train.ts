import {setImmediate as nextTurn} from "node:timers/promises";
import type {Ensemble} from "../contract/ensemble.ts";
import {encodeMatrix} from "./dictionary.ts";
import {fitModel, type FitProgress} from "./fit.ts";
import {checkLabels, checkMatrix, type Matrix} from "./matrix.ts";
import {parseParameters, type ParametersInput} from "./parameters.ts";

export interface TrainOptions {
  /** Boosting rounds; by default early stopping's, or `n_estimators` when it is off. */
  rounds?: number;
  onProgress?: (progress: FitProgress) => void;
  signal?: AbortSignal;
}

/** Milliseconds that training may keep the event loop waiting. */
const turn = 50;

/**
 * Trains one model on all rows. `labels` are 0 or 1, one a row.
 *
 * Runs on this thread and lets others in between rounds. Rejects with the signal's reason when aborted, and with
 * `E_PARAMETER`, `E_TARGET` or `E_VALUE_RANGE` for input that cannot train a model.
 */
export async function train(
  matrix: Matrix,
  labels: ArrayLike<number>,
  parameters: ParametersInput,
  {rounds, onProgress, signal}: TrainOptions = {}
): Promise<{ensemble: Ensemble; rounds: number}> {
  const complete = parseParameters(parameters);
  checkMatrix(matrix);
  checkLabels(labels, matrix.rows);
  signal?.throwIfAborted();
  const fit = fitModel({
    dictionary: encodeMatrix(matrix),
    labels: Uint8Array.from(labels),
    rows: Int32Array.from({length: matrix.rows}, (_, row) => row),
    held: new Int32Array(0),
    parameters: complete,
    rounds
  });
  let last = performance.now();
  for (;;) {
    const {done, value} = fit.next();
    if (done) return {ensemble: value.ensemble, rounds: value.rounds};
    onProgress?.(value);
    if (performance.now() - last < turn) continue;
    await nextTurn();
    signal?.throwIfAborted();
    last = performance.now();
  }
}
