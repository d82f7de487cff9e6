import {Worker} from "node:worker_threads";
import type {Columns} from "../model/ensemble/evaluate.ts";
import {blockRows} from "../model/explainer/tree-shap/table-layout.ts";
import {shareTables, tablesPay, type SharedTables} from "../model/explainer/tree-shap/tables.ts";
import {explainRows, type TreeExplainer} from "../model/explainer/tree-shap/tree-shap.ts";
import {bundleThread} from "../model/threads/bundle-thread.ts";

/** What a thread works with. Everything of any size is in shared memory. */
export interface ExplainJob {
  explainer: TreeExplainer;
  /** Null where explaining row by row costs less. */
  tables: SharedTables | null;
  columns: Columns;
  /** A row a row, a column a feature. */
  contributions: Float32Array;
  /** One Int32: the first row that nobody has taken. */
  next: SharedArrayBuffer;
  thread: number;
}

export interface ExplainTableOptions {
  threads: number;
  /** Called with the number of rows done so far. */
  onProgress?: ((rows: number) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/** With fewer blocks than this, threads cost more than they bring. */
const worthThreads = 16;

/**
 * Explains all rows of a table: their contributions in log-odds, row after row, in shared memory. Columns are read in
 * place if they are in shared memory, else copied there. Every number of threads gives the same bits.
 * Rejects with the signal's reason when aborted, or with what a thread threw.
 */
export async function explainTable(
  explainer: TreeExplainer,
  columns: Columns,
  {threads, onProgress, signal}: ExplainTableOptions
): Promise<Float32Array> {
  const rows = columns[0]?.length ?? 0;
  const blocks = Math.ceil(rows / blockRows);
  const contributions = new Float32Array(new SharedArrayBuffer(4 * rows * columns.length));
  signal?.throwIfAborted();
  if (threads <= 1 || blocks < worthThreads) {
    for (let from = 0; from < rows; from += blockRows) {
      const to = Math.min(from + blockRows, rows);
      explainRows(explainer, columns, contributions.subarray(from * columns.length), {from, to, tablesFor: rows});
      onProgress?.(to);
      // Lets timers and signals have their turn.
      await new Promise((resolve) => setImmediate(resolve));
      signal?.throwIfAborted();
    }
    return contributions;
  }
  const program = await bundleThread(new URL("./explain-worker.ts", import.meta.url));
  signal?.throwIfAborted();
  const job: Omit<ExplainJob, "thread"> = {
    explainer,
    tables: tablesPay(explainer, rows) ? shareTables(explainer, threads) : null,
    columns: columns.map(share),
    contributions,
    next: new SharedArrayBuffer(4)
  };
  const workers = Array.from({length: threads}, (_, thread) => {
    const workerData: ExplainJob = {...job, thread};
    return new Worker(program, {eval: true, execArgv: [], workerData});
  });
  let stop: (() => void) | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      stop = () => reject(signal?.reason as Error);
      signal?.addEventListener("abort", stop, {once: true});
      let done = 0;
      for (const worker of workers) {
        worker.on("error", reject);
        worker.on("exit", (code) => {
          if (code !== 0) reject(new Error(`an explaining thread ended with code ${code}`));
        });
        worker.on("message", (count: number) => {
          done += count;
          onProgress?.(done);
          if (done === rows) resolve();
        });
      }
    });
  } finally {
    if (stop) signal?.removeEventListener("abort", stop);
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return contributions;
}

function share<Column extends Columns[number]>(column: Column): Columns[number] {
  if (column.buffer instanceof SharedArrayBuffer) return column;
  if (column instanceof Float32Array) {
    const shared = new Float32Array(new SharedArrayBuffer(column.byteLength));
    shared.set(column);
    return shared;
  }
  const shared = new Float64Array(new SharedArrayBuffer(column.byteLength));
  shared.set(column);
  return shared;
}
