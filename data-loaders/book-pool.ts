import {Worker} from "node:worker_threads";
import {LimpideError, type ErrorCode, type ErrorPlace} from "../model/contract/errors.ts";
import {bundleThread} from "../model/threads/bundle-thread.ts";
import {shardSealer, type SealedShards, type ShardJob} from "./book-shards.ts";

/** What a thread works with. */
export interface SealJob {
  job: ShardJob;
  /** One Int32: the first shard that nobody has taken. */
  next: SharedArrayBuffer;
  /** Shards that are taken at a time. */
  block: number;
}

/** What a thread tells: some shards are done, or it can't go on. */
export type SealMessage =
  {from: number; sealed: SealedShards} | {failed: {code: ErrorCode; message: string; place: ErrorPlace}};

export interface SealOptions {
  threads: number;
  /** Takes the shards in their order, some at a time; `done` counts all that were taken. */
  onShards: (sealed: SealedShards, done: number) => void;
  signal?: AbortSignal | undefined;
}

const block = 32;
/** With fewer shards than this, threads cost more than they bring. */
const worthThreads = 500;

/**
 * Makes, checks and seals all records of a book. Every number of threads gives the same bytes.
 * Rejects with the signal's reason when aborted, with what a record's check threw, or with what `onShards` threw.
 */
export async function sealShards(job: ShardJob, {threads, onShards, signal}: SealOptions): Promise<void> {
  const shards = job.starts.length - 1;
  signal?.throwIfAborted();
  if (threads <= 1 || shards < worthThreads) {
    const seal = shardSealer(job);
    for (let from = 0; from < shards; from += block) {
      const to = Math.min(from + block, shards);
      onShards(seal(from, to), to);
      // Lets timers and signals have their turn.
      await new Promise((resolve) => setImmediate(resolve));
      signal?.throwIfAborted();
    }
    return;
  }
  const program = await bundleThread(new URL("./book-worker.ts", import.meta.url));
  signal?.throwIfAborted();
  const workerData: SealJob = {job, next: new SharedArrayBuffer(4), block};
  const workers = Array.from({length: threads}, () => new Worker(program, {eval: true, execArgv: [], workerData}));
  let stop: (() => void) | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      stop = () => reject(signal?.reason as Error);
      signal?.addEventListener("abort", stop, {once: true});
      // Threads overtake each other: what comes early waits for its turn.
      const waiting = new Map<number, SealedShards>();
      let done = 0;
      const take = (message: SealMessage): void => {
        if ("failed" in message) {
          const {code, message: text, place} = message.failed;
          throw new LimpideError(code, text, place);
        }
        waiting.set(message.from, message.sealed);
        for (let sealed = waiting.get(done); sealed; sealed = waiting.get(done)) {
          waiting.delete(done);
          done += sealed.files.length;
          onShards(sealed, done);
        }
        if (done === shards) resolve();
      };
      for (const worker of workers) {
        worker.on("error", reject);
        worker.on("exit", (code) => {
          if (code !== 0) reject(new Error(`a sealing thread ended with code ${code}`));
        });
        worker.on("message", (message: SealMessage) => {
          try {
            take(message);
          } catch (error) {
            reject(error as Error);
          }
        });
      }
    });
  } finally {
    if (stop) signal?.removeEventListener("abort", stop);
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
