import {readFile} from "node:fs/promises";
import {parseArgs} from "node:util";
import {explainTable} from "../data-loaders/explain-pool.ts";
import {ensembleSchema, type Ensemble} from "../model/contract/ensemble.ts";
import {compileEnsemble, evaluateRow} from "../model/ensemble/evaluate.ts";
import {readModel} from "../model/ensemble/read-model.ts";
import {layOutTables} from "../model/explainer/tree-shap/table-layout.ts";
import {openBlockExplainer} from "../model/explainer/tree-shap/tables.ts";
import {compileExplainer, explain, type TreeExplainer} from "../model/explainer/tree-shap/tree-shap.ts";
import {creditProblem} from "../model/trainer/synthetic-matrix.ts";
import {train} from "../model/trainer/train.ts";
import {timeInBrowser} from "./explain/browser.ts";
import {makeUpRows} from "./explain/made-up-rows.ts";
import {explainWithLightgbm, type Problem, type Timing} from "./explain/reference.ts";

/*
 * Compares the explainer with LightGBM's pred_contrib and shap's TreeExplainer, on the same trees and rows, one thread
 * each.
 *
 *     npx tsx bench/explain.ts [--python PATH] [--rows N] [--browser] [run …]
 *     npx tsx bench/explain.ts --model FILE [--clients N] [--threads N] [--browser]
 *
 * See the README beside.
 */

const {values: options, positionals: wanted} = parseArgs({
  allowPositionals: true,
  options: {
    python: {type: "string", default: ""},
    rows: {type: "string", default: "20000"},
    "reference-rows": {type: "string", default: "2000"},
    "shap-rows": {type: "string", default: "200"},
    model: {type: "string", default: ""},
    clients: {type: "string", default: "356255"},
    threads: {type: "string", default: "2"},
    browser: {type: "boolean", default: false}
  }
});

/** Each on 60,000 × 150 generated rows. */
const runs: {name: string; params: Problem["params"]; rounds: number}[] = [
  {name: "leaves31", params: {learning_rate: 0.05, num_leaves: 31}, rounds: 300},
  {name: "depth6", params: {learning_rate: 0.05, num_leaves: 31, max_depth: 6}, rounds: 300},
  {name: "trees1000", params: {learning_rate: 0.05, num_leaves: 31}, rounds: 1000},
  {name: "leaves255", params: {learning_rate: 0.05, num_leaves: 255}, rounds: 100}
];

const unknown = wanted.find((name) => !runs.some((run) => run.name === name));
if (unknown !== undefined)
  throw new Error(`${unknown}: no such run; there are ${runs.map(({name}) => name).join(", ")}`);
if (options.model) await explainChampion(options.model);
else {
  const {matrix, labels} = creditProblem(60_000, 150);
  for (const run of runs) {
    if (wanted.length > 0 && !wanted.includes(run.name)) continue;
    await compare(run.name, {matrix, labels, params: run.params, rounds: run.rounds});
  }
}

async function compare(name: string, problem: Problem): Promise<void> {
  const {columns} = problem.matrix;
  const counts = {lightgbm: Number(options["reference-rows"]), shap: Number(options["shap-rows"])};
  const reference = options.python ? await explainWithLightgbm(options.python, problem, counts) : null;
  const ensemble =
    reference?.ensemble ??
    (await train(problem.matrix, problem.labels, {...problem.params, n_estimators: problem.rounds})).ensemble;
  const leaves = ensemble.trees.reduce((sum, tree) => sum + tree.leafValue.length, 0);
  console.log(`${name}: ${ensemble.trees.length} trees, ${leaves} leaves, ${ensemble.featureCount} features`);

  const {value: explainer, timing: compiling} = timed("", 1, () => compileExplainer(compileEnsemble(ensemble)));
  const {value: blocks, timing: filling} = timed("", 1, () => openBlockExplainer(explainer)!);
  const rows = Math.min(Number(options.rows), problem.matrix.rows);
  const out = new Float64Array(rows * columns.length);
  blocks.explain(columns, 0, 1024, out);
  // As explainRows does, with the tables that were timed apart.
  const {timing} = timed("ours", rows, () => {
    for (let from = 0; from < rows; from += 1024) {
      blocks.explain(columns, from, Math.min(1024, rows - from), out.subarray(from * columns.length));
    }
  });
  const other = reference?.contributions;
  if (other) timing.difference = largestDifference(out, other, columns.length);
  report([timing, ...(reference?.timings ?? [])]);
  console.log(
    `  prepared in ${seconds(compiling)}, tables filled in ${seconds(filling)}; ${describeTables(explainer)}`
  );
  const alone = timeAlone(explainer, columns);
  console.log(`  one row alone: score and explanation in ${alone.toFixed(2)} ms (median)`);
  if (options.browser) await timeInBrowser(`  ${name}`, ensemble);
}

/** The champion of a build, explained for a portfolio's clients. */
async function explainChampion(file: string): Promise<void> {
  const ensemble = await readEnsemble(file);
  const clients = Number(options.clients);
  const threads = Number(options.threads);
  const leaves = ensemble.trees.reduce((sum, tree) => sum + tree.leafValue.length, 0);
  console.log(`${file}: ${ensemble.trees.length} trees, ${leaves} leaves, ${ensemble.featureCount} features`);
  const columns = makeUpRows(ensemble, clients);
  const start = performance.now();
  const cpu = process.cpuUsage();
  const explainer = compileExplainer(compileEnsemble(ensemble));
  await explainTable(explainer, columns, {threads});
  const elapsed = (performance.now() - start) / 1000;
  const used = process.cpuUsage(cpu);
  const cpuSeconds = (used.user + used.system) / 1e6;
  const megabytes = process.resourceUsage().maxRSS / 1024;
  console.log(
    `  ${clients.toLocaleString("en")} clients on ${threads} threads in ${elapsed.toFixed(1)} s (${cpuSeconds.toFixed(1)} CPU s), all included: ${Math.round(clients / elapsed).toLocaleString("en")} rows/s; peak memory ${megabytes.toFixed(0)} MB`
  );
  console.log(`  ${describeTables(explainer)}`);
  console.log(`  one row alone: ${timeAlone(explainer, columns).toFixed(2)} ms (median)`);
  if (options.browser) await timeInBrowser("  the model", ensemble);
}

/** A model of any kind that is read; of a model.json, whatever else it holds, the trees alone. */
async function readEnsemble(file: string): Promise<Ensemble> {
  const bytes = await readFile(file);
  if (!file.endsWith("model.json")) return readModel(bytes).ensemble;
  const json = JSON.parse(bytes.toString()) as {ensemble?: unknown};
  return json.ensemble === undefined ? readModel(bytes).ensemble : ensembleSchema.parse(json.ensemble);
}

function timed<T>(name: string, rows: number, work: () => T): {value: T; timing: Timing} {
  const start = performance.now();
  const cpu = process.cpuUsage();
  const value = work();
  const used = process.cpuUsage(cpu);
  const timing = {
    name,
    rows,
    seconds: (performance.now() - start) / 1000,
    cpu_seconds: (used.user + used.system) / 1e6
  };
  return {value, timing};
}

function report(timings: Timing[]): void {
  const rate = ({rows, cpu_seconds}: Timing) => rows / cpu_seconds;
  for (const [i, timing] of timings.entries()) {
    const {name, rows, difference} = timing;
    const ratio = i > 0 ? `, ours ${(rate(timings[0]!) / rate(timing)).toFixed(1)} × as fast` : "";
    const apart = difference === undefined ? "" : `; at most ${difference.toExponential(1)} from LightGBM`;
    const perSecond = Math.round(rows / timing.seconds).toLocaleString("en");
    console.log(
      `  ${name.padEnd(29)} ${perSecond.padStart(8)} rows/s, ${Math.round(rate(timing)).toLocaleString("en").padStart(8)} a CPU second (${rows} rows)${ratio}${apart}`
    );
  }
  if (timings.length > 1) {
    const times = rate(timings[0]!) / rate(timings[1]!);
    console.log(`  towards 20 × LightGBM: ${((100 * times) / 20).toFixed(0)} %`);
  }
}

function describeTables(explainer: TreeExplainer): string {
  const {parts} = explainer;
  const {sharedBytes, ownBytes} = layOutTables(explainer);
  const untabulated = parts.tabulated.filter((tabulated) => tabulated === 0).length;
  const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
  return `tables take ${megabytes(sharedBytes)} MB, and ${megabytes(ownBytes)} MB a thread; ${parts.count} parts, ${untabulated} of them without a table`;
}

/** The median of a row's milliseconds. */
function timeAlone(explainer: TreeExplainer, columns: readonly Float32Array[]): number {
  const times = Array.from({length: 300}, (_, i) => {
    const row = columns.map((column) => column[i]!);
    const start = performance.now();
    evaluateRow(explainer.compiled, row);
    explain(explainer, row);
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[150]!;
}

/** Between our contributions and LightGBM's, which have the bias after them. */
function largestDifference(ours: Float64Array, theirs: Float64Array, width: number): number {
  let largest = 0;
  for (let row = 0; (row + 1) * (width + 1) <= theirs.length && (row + 1) * width <= ours.length; row++) {
    for (let i = 0; i < width; i++) {
      largest = Math.max(largest, Math.abs(ours[row * width + i]! - theirs[row * (width + 1) + i]!));
    }
  }
  return largest;
}

function seconds({seconds, cpu_seconds}: Timing): string {
  return `${seconds.toFixed(2)} s (${cpu_seconds.toFixed(2)} CPU s)`;
}
