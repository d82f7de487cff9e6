import {parentPort, workerData} from "node:worker_threads";
import {blockRows} from "../model/explainer/tree-shap/table-layout.ts";
import {joinTables} from "../model/explainer/tree-shap/tables.ts";
import {explainRows} from "../model/explainer/tree-shap/tree-shap.ts";
import type {ExplainJob} from "./explain-pool.ts";

// One thread of the pool: explains the next block of rows that nobody has taken, until there is none.

const {explainer, tables, columns, contributions, next, thread} = workerData as ExplainJob;
const port = parentPort!;
const taken = new Int32Array(next);
const rows = columns[0]!.length;
const blocks = tables && joinTables(explainer, tables, thread);

for (;;) {
  const from = Atomics.add(taken, 0, blockRows);
  if (from >= rows) break;
  const to = Math.min(from + blockRows, rows);
  const out = contributions.subarray(from * columns.length, to * columns.length);
  if (blocks) blocks.explain(columns, from, to - from, out);
  else explainRows(explainer, columns, out, {from, to});
  port.postMessage(to - from);
}
