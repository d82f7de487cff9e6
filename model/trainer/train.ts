import {availableParallelism} from "node:os";
import {setImmediate as nextTurn} from "node:timers/promises";
import type {Ensemble} from "../contract/ensemble.ts";
import {bundleThread} from "../threads/bundle-thread.ts";
import {encodeMatrix} from "./dictionary.ts";
import {dropMemories} from "./fit-memory.ts";
import {fitModel, type FitProgress} from "./fit.ts";
import {checkLabels, checkMatrix, type Matrix} from "./matrix.ts";
import {checkConstraints, parseParameters, type ParametersInput} from "./parameters.ts";
import {Team} from "./team.ts";
import {checkWeightedLabels, parseWeights} from "./weights.ts";

export interface TrainOptions {
  /** Boosting rounds; by default early stopping's, or `n_estimators` when it is off. */
  rounds?: number;
  /** What each row weighs: 0 (it takes no part), or from 10⁻⁶ to 10⁶. By default all weigh the same. */
  weights?: ArrayLike<number>;
  /** Threads, this one included; as many as the machine runs at once by default. The model doesn't depend on it. */
  threads?: number;
  onProgress?: (progress: FitProgress) => void;
  signal?: AbortSignal;
}

/** Milliseconds that training may keep the event loop waiting. */
const turn = 50;

/**
 * Trains one model on all rows. `labels` are 0 or 1, one a row.
 *
 * Works on this thread and on helpers, and lets others in between rounds. Rejects with the signal's reason when aborted,
 * and with `E_PARAMETER`, `E_TARGET` or `E_VALUE_RANGE` for input that cannot train a model.
 */
export async function train(
  matrix: Matrix,
  labels: ArrayLike<number>,
  parameters: ParametersInput,
  {rounds, weights, threads = availableParallelism(), onProgress, signal}: TrainOptions = {}
): Promise<{ensemble: Ensemble; rounds: number}> {
  const complete = parseParameters(parameters);
  checkMatrix(matrix);
  checkConstraints(complete, matrix.inputs);
  checkLabels(labels, matrix.rows);
  const rows = Int32Array.from({length: matrix.rows}, (_, row) => row);
  const parsedWeights = parseWeights(weights, matrix.rows);
  checkWeightedLabels(labels, rows, parsedWeights);
  signal?.throwIfAborted();
  const team = threads > 1 ? new Team(threads, await bundleThread(new URL("./helper.ts", import.meta.url))) : undefined;
  try {
    const fit = fitModel({
      dictionary: encodeMatrix(matrix),
      labels: Uint8Array.from(labels),
      weights: parsedWeights,
      rows,
      held: new Int32Array(0),
      parameters: complete,
      rounds,
      team
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
  } finally {
    await team?.close();
    dropMemories();
  }
}
