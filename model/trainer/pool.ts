import {Worker} from "node:worker_threads";
import type {Ensemble} from "../contract/ensemble.ts";
import {bundleThread} from "../threads/bundle-thread.ts";
import type {Dictionary} from "./dictionary.ts";
import type {FitProgress} from "./fit.ts";
import type {Parameters} from "./parameters.ts";

/** What every thread reads: in shared memory, except the parameters. */
export interface PoolData {
  dictionary: Dictionary;
  labels: Uint8Array;
  /** Of each row; null when all weigh the same. */
  weights: Float64Array | null;
  parameters: Parameters;
  /** The program of threads that help with one fit. */
  helper: string;
  /** One Int32: not 0 once all are to stop. */
  abort: SharedArrayBuffer;
}

/** One fit, as a thread is sent it. */
export interface FitJob {
  id: number;
  rows: Int32Array;
  held: Int32Array;
  seed: number;
  rounds?: number | undefined;
  /** Threads that share the fit. */
  threads: number;
  /** Whether the model is wanted, and not its scores alone. */
  keepModel: boolean;
}

/** What a thread sends back about a job. */
export interface FitReply {
  job: number;
  progress?: FitProgress;
  result?: {predictions: Float64Array; rounds: number; ensemble?: Ensemble};
}

export interface RunOptions {
  threads: number;
  onProgress?: ((job: number, progress: FitProgress) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * Runs fits on worker threads, each taking the next job as it gets free. Results are in the order of the jobs and don't
 * depend on the number of threads. Rejects with the signal's reason when aborted, or with what a thread threw.
 */
export async function runFits(
  data: Omit<PoolData, "abort" | "helper">,
  requested: Omit<FitJob, "threads">[],
  {threads, onProgress, signal}: RunOptions
): Promise<NonNullable<FitReply["result"]>[]> {
  signal?.throwIfAborted();
  const abort = new SharedArrayBuffer(4);
  const [program, helper] = await Promise.all([
    bundleThread(new URL("./worker.ts", import.meta.url)),
    bundleThread(new URL("./helper.ts", import.meta.url))
  ]);
  signal?.throwIfAborted();
  const workerData: PoolData = {...data, helper, abort};
  // The last fits, when there are fewer of them than threads, share the threads.
  const last = requested.length % threads;
  const jobs = requested.map((job, i): FitJob => {
    return {...job, threads: i < requested.length - last ? 1 : Math.floor(threads / last)};
  });
  const workers = Array.from(
    {length: Math.min(threads, jobs.length)},
    () => new Worker(program, {eval: true, execArgv: [], workerData})
  );
  const results = new Array<NonNullable<FitReply["result"]>>(jobs.length);
  let onAbort: (() => void) | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      onAbort = () => reject(signal?.reason as Error);
      signal?.addEventListener("abort", onAbort, {once: true});
      let next = 0;
      let left = jobs.length;
      if (left === 0) resolve();
      for (const worker of workers) {
        const send = () => next < jobs.length && worker.postMessage(jobs[next++]);
        worker.on("error", reject);
        worker.on("exit", (code) => reject(new Error(`a training thread ended with code ${code}`)));
        worker.on("message", ({job, progress, result}: FitReply) => {
          if (progress) onProgress?.(job, progress);
          if (!result) return;
          results[job] = result;
          if (--left === 0) resolve();
          else send();
        });
        send();
      }
    });
  } finally {
    if (onAbort) signal?.removeEventListener("abort", onAbort);
    Atomics.store(new Int32Array(abort), 0, 1);
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return results;
}
