import {parentPort, workerData} from "node:worker_threads";
import {fitModel, type FitProgress} from "./fit.ts";
import type {FitJob, FitReply, PoolData} from "./pool.ts";
import {Team} from "./team.ts";

// One thread of the pool: fits each job that it is sent, until the shared flag says to stop.

const {dictionary, labels, weights, parameters, helper, abort} = workerData as PoolData;
const port = parentPort!;
const flag = new Int32Array(abort);

/** Milliseconds between two messages of progress. */
const interval = 100;

port.on("message", (job: FitJob) => {
  const team = job.threads > 1 ? new Team(job.threads, helper) : undefined;
  const fit = fitModel({
    dictionary,
    labels,
    weights,
    rows: job.rows,
    held: job.held,
    parameters: {...parameters, seed: job.seed},
    rounds: job.rounds,
    team
  });
  let last = 0;
  for (;;) {
    const {done, value} = fit.next();
    if (done) {
      void team?.close();
      const {predictions, rounds, ensemble} = value;
      const result = {predictions, rounds, ...(job.keepModel ? {ensemble} : {})};
      const reply: FitReply = {job: job.id, result};
      port.postMessage(reply, [predictions.buffer as ArrayBuffer]);
      return;
    }
    if (Atomics.load(flag, 0) !== 0) return;
    const now = performance.now();
    if (now - last < interval) continue;
    last = now;
    const reply: FitReply = {job: job.id, progress: value satisfies FitProgress};
    port.postMessage(reply);
  }
});
