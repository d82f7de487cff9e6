import {Worker} from "node:worker_threads";
import {bundleThread} from "../threads/bundle-thread.ts";
import {countBlocks, generateBlock, type Block, type Draw} from "./generate-clients.ts";

/** What a thread sends back. */
export interface BlockReply {
  number: number;
  block: Block;
}

/** With fewer blocks than this, threads cost more than they bring. */
const worthThreads = 4;
/** Blocks that a thread may be ahead of the disk. */
const ahead = 3;

/**
 * The blocks of a portfolio in order, drawn by `threads` worker threads, a few ahead of the one that is being used:
 * memory is constant, and who uses the blocks sets the pace. The threads are gone once the iteration ends, however it
 * does. Throws what a thread threw.
 */
export async function* portfolioBlocks(draw: Draw, threads: number): AsyncGenerator<Block> {
  const blocks = countBlocks(draw);
  if (threads <= 1 || blocks < worthThreads) {
    for (let number = 0; number < blocks; ++number) {
      // Lets timers and signals have their turn.
      await new Promise((resolve) => setImmediate(resolve));
      yield generateBlock(draw, number);
    }
    return;
  }
  const program = await bundleThread(new URL("./generate-worker.ts", import.meta.url));
  const waiting = new Map<number, PromiseWithResolver>();
  for (let number = 0; number < blocks; ++number) waiting.set(number, promiseWithResolver());
  const fail = (error: Error): void => waiting.forEach(({reject}) => reject(error));
  const workers = Array.from({length: Math.min(threads, blocks)}, () => {
    const worker = new Worker(program, {eval: true, execArgv: [], workerData: draw});
    worker.on("error", fail);
    worker.on("exit", (code) => fail(new Error(`a thread ended with code ${code}`)));
    worker.on("message", ({number, block}: BlockReply) => {
      idle.push(worker);
      waiting.get(number)!.resolve(block);
      ask();
    });
    return worker;
  });
  const idle = [...workers];
  let asked = 0;
  let used = 0;
  const ask = (): void => {
    while (idle.length > 0 && asked < blocks && asked < used + ahead * workers.length) {
      idle.pop()!.postMessage(asked++);
    }
  };
  try {
    ask();
    for (; used < blocks; ++used) {
      const block = await waiting.get(used)!.promise;
      waiting.delete(used);
      ask();
      yield block;
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

interface PromiseWithResolver {
  promise: Promise<Block>;
  resolve: (block: Block) => void;
  reject: (error: Error) => void;
}

function promiseWithResolver(): PromiseWithResolver {
  let resolve!: PromiseWithResolver["resolve"];
  let reject!: PromiseWithResolver["reject"];
  const promise = new Promise<Block>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  // Who waits for one block hears of a failure; the others have failed with it.
  promise.catch(() => undefined);
  return {promise, resolve, reject};
}
