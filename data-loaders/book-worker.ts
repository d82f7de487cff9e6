import {parentPort, workerData} from "node:worker_threads";
import {LimpideError} from "../model/contract/errors.ts";
import type {SealJob, SealMessage} from "./book-pool.ts";
import {shardSealer} from "./book-shards.ts";

// One thread of the pool: seals the next block of shards that nobody has taken, until there is none.

const {job, next, block} = workerData as SealJob;
const port = parentPort!;
const taken = new Int32Array(next);
const shards = job.starts.length - 1;
const seal = shardSealer(job);

function send(message: SealMessage, transfer: ArrayBuffer[] = []): void {
  port.postMessage(message, transfer);
}

try {
  for (;;) {
    const from = Atomics.add(taken, 0, block);
    if (from >= shards) break;
    const sealed = seal(from, Math.min(from + block, shards));
    send({from, sealed}, [sealed.content.buffer]);
  }
} catch (error) {
  // Of an error that is thrown here, only the message would arrive.
  if (!(error instanceof LimpideError)) throw error;
  send({failed: {code: error.code, message: error.detail, place: error.place}});
}
