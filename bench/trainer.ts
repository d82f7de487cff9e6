import {execFile} from "node:child_process";
import {mkdtemp, readFile, rm, writeFile} from "node:fs/promises";
import {availableParallelism, tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {parseArgs, promisify} from "node:util";
import {DuckDBInstance} from "@duckdb/node-api";
import {logLoss} from "../model/metrics/calibration.ts";
import {auc} from "../model/metrics/ranking.ts";
import {crossValidate} from "../model/trainer/cross-validate.ts";
import {createMatrix, type Matrix} from "../model/trainer/matrix.ts";
import type {ParametersInput} from "../model/trainer/parameters.ts";
import {creditProblem} from "../model/trainer/synthetic-matrix.ts";
import {train} from "../model/trainer/train.ts";

/*
 * Compares the trainer with LightGBM, on the same rows, parameters and threads.
 *
 *     npx tsx bench/trainer.ts [--golden FOLDER] [--python PATH] [--threads N] [--rounds N] [--rows N] [run …]
 *
 * FOLDER (or LIMPIDE_GOLDEN) holds applications.parquet (float columns, TARGET, FOLD) and reference.json, LightGBM's
 * figures for its runs: five folds each. A further run, "generated", is one fit on 307,511 × 150 generated rows, 300
 * rounds. PATH is a Python that has lightgbm, numpy and scikit-learn: with it LightGBM is timed in the same run, right
 * after ours, and ratios are printed (below 1, ours takes less). CPU seconds tell more than seconds where a machine is
 * busy. Peak memory is that of either process so far.
 */

interface Run {
  name: string;
  rounds: number;
  params: ParametersInput;
  auc_out_of_fold: number;
  log_loss_out_of_fold: number;
}
interface Reference {
  categorical: string[];
  max_bin: number;
  runs: Run[];
}
interface Timing {
  seconds: number;
  cpu_seconds: number;
  peak_megabytes: number;
}
interface Problem {
  matrix: Matrix;
  labels: Uint8Array;
  folds: Uint8Array | null;
  params: ParametersInput;
  rounds: number;
}

const {values: options, positionals: wanted} = parseArgs({
  allowPositionals: true,
  options: {
    golden: {type: "string", default: process.env.LIMPIDE_GOLDEN ?? ""},
    python: {type: "string", default: ""},
    threads: {type: "string", default: String(availableParallelism())},
    rounds: {type: "string", default: "300"},
    rows: {type: "string", default: "307511"},
    seed: {type: "string", default: "1"}
  }
});
const threads = Number(options.threads);

if (options.golden) {
  const reference = JSON.parse(await readFile(join(options.golden, "reference.json"), "utf8")) as Reference;
  const {names, columns, labels, folds} = await readRows(join(options.golden, "applications.parquet"));
  for (const run of reference.runs) {
    if (wanted.length > 0 && !wanted.includes(run.name)) continue;
    const chosen = run.name === "numeric" ? names.filter((name) => !reference.categorical.includes(name)) : names;
    const matrix = select(reference, columns, labels.length, chosen);
    const params = {...run.params, max_bin: reference.max_bin, seed: Number(options.seed)};
    const problem = {matrix, labels, folds, params, rounds: run.rounds};
    const {timing, scores} = await timeOurs(problem);
    const area = auc(scores!, labels);
    const loss = logLoss(
      scores!.map((score) => 1 / (1 + Math.exp(-score))),
      labels
    );
    const against = (value: number, other: number) =>
      `${value.toFixed(5)} (${value < other ? "−" : "+"}${Math.abs(value - other).toFixed(5)})`;
    console.log(
      `${run.name}: AUC ${against(area, run.auc_out_of_fold)}, log loss ${against(loss, run.log_loss_out_of_fold)}`
    );
    await report(problem, timing);
  }
}
if (wanted.length === 0 || wanted.includes("generated")) {
  const {matrix, labels} = creditProblem(Number(options.rows), 150);
  const params = {learning_rate: 0.05, num_leaves: 31, max_bin: 255, seed: Number(options.seed)};
  const problem = {matrix, labels, folds: null, params, rounds: Number(options.rounds)};
  const {timing} = await timeOurs(problem);
  console.log(`generated: ${matrix.rows} × ${matrix.columns.length}, ${problem.rounds} rounds`);
  await report(problem, timing);
}

async function timeOurs({matrix, labels, folds, params, rounds}: Problem) {
  const start = performance.now();
  const cpu = process.cpuUsage();
  let scores: Float64Array | undefined;
  const parameters = {...params, n_estimators: rounds};
  if (folds) scores = (await crossValidate(matrix, labels, parameters, {assignment: [folds], threads})).predictions[0]!;
  else await train(matrix, labels, parameters, {threads});
  const used = process.cpuUsage(cpu);
  const timing: Timing = {
    seconds: (performance.now() - start) / 1000,
    cpu_seconds: (used.user + used.system) / 1e6,
    peak_megabytes: process.resourceUsage().maxRSS / 1024
  };
  return {timing, scores};
}

async function report(problem: Problem, ours: Timing): Promise<void> {
  const line = (name: string, {seconds, cpu_seconds, peak_megabytes}: Timing) =>
    `  ${name.padEnd(9)} ${seconds.toFixed(1).padStart(6)} s ${cpu_seconds.toFixed(1).padStart(7)} CPU s ${peak_megabytes.toFixed(0).padStart(6)} MB`;
  console.log(line("ours", ours));
  if (!options.python) return;
  const theirs = await timeLightgbm(problem);
  console.log(line("LightGBM", theirs));
  const ratio = (a: number, b: number) => (a / b).toFixed(2);
  console.log(
    `  ratio     ${ratio(ours.seconds, theirs.seconds).padStart(6)}   ${ratio(ours.cpu_seconds, theirs.cpu_seconds).padStart(7)}       ${ratio(ours.peak_megabytes, theirs.peak_megabytes).padStart(6)}    (${threads} threads)`
  );
}

async function timeLightgbm({matrix, labels, folds, params, rounds}: Problem): Promise<Timing> {
  const folder = await mkdtemp(join(tmpdir(), "limpide-bench-"));
  try {
    const file = (name: string) => join(folder, name);
    const bytes = ({buffer, byteOffset, byteLength}: Float32Array | Uint8Array) =>
      Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);
    await writeFile(file("matrix"), matrix.columns.map(bytes));
    await writeFile(file("labels"), bytes(labels));
    if (folds) await writeFile(file("folds"), bytes(folds));
    const request = {
      ...{matrix: file("matrix"), labels: file("labels"), folds: folds ? file("folds") : null},
      ...{rows: matrix.rows, columns: matrix.columns.length, params, rounds, threads},
      categorical: matrix.inputs.flatMap(({categories}, i) => (categories ? [i] : []))
    };
    await writeFile(file("request.json"), JSON.stringify(request));
    const script = fileURLToPath(new URL("./reference/trainer_lightgbm.py", import.meta.url));
    const {stdout} = await promisify(execFile)(options.python, [script, file("request.json")]);
    return JSON.parse(stdout) as Timing;
  } finally {
    await rm(folder, {recursive: true});
  }
}

async function readRows(file: string) {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const reader = await connection.runAndReadAll(`SELECT * FROM read_parquet('${file.replaceAll("'", "''")}')`);
  const all = reader.getColumnsObject() as Record<string, (number | null)[]>;
  const names = Object.keys(all).filter((name) => !["SK_ID_CURR", "TARGET", "FOLD"].includes(name));
  const columns = new Map(names.map((name) => [name, Float32Array.from(all[name]!, (value) => value ?? NaN)]));
  return {
    names,
    columns,
    labels: Uint8Array.from(all.TARGET as number[]),
    folds: Uint8Array.from(all.FOLD as number[])
  };
}

function select({categorical}: Reference, columns: Map<string, Float32Array>, rows: number, chosen: string[]): Matrix {
  const inputs = chosen.map((id) => {
    if (!categorical.includes(id)) return {id, categories: null};
    const most = columns.get(id)!.reduce((most, value) => (value > most ? value : most), 0);
    return {id, categories: Array.from({length: most + 1}, (_, code) => String(code))};
  });
  const matrix = createMatrix(rows, inputs);
  for (const [i, id] of chosen.entries()) matrix.columns[i]!.set(columns.get(id)!);
  return matrix;
}
