import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {logLoss} from "../model/metrics/calibration.ts";
import {auc} from "../model/metrics/ranking.ts";
import {crossValidate} from "../model/trainer/cross-validate.ts";
import {createMatrix, type Matrix} from "../model/trainer/matrix.ts";
import type {ParametersInput} from "../model/trainer/parameters.ts";

/*
 * Compares the trainer with LightGBM's figures on the same rows and folds.
 *
 *     npx tsx bench/trainer.ts FOLDER [run …]
 *
 * FOLDER (or LIMPIDE_GOLDEN) holds applications.parquet (float columns, TARGET, FOLD) and reference.json. LightGBM's
 * seconds were taken on another machine and are printed for scale.
 */

interface Run {
  name: string;
  rounds: number;
  params: ParametersInput;
  auc_out_of_fold: number;
  log_loss_out_of_fold: number;
  seconds_five_fits_two_threads_for_scale_only: number;
}
interface Reference {
  categorical: string[];
  max_bin: number;
  runs: Run[];
}

const folder = process.argv[2] ?? process.env.LIMPIDE_GOLDEN;
if (!folder) throw new Error("say which folder holds the reference: an argument, or LIMPIDE_GOLDEN");
const wanted = process.argv.slice(3);
const threads = Number(process.env.LIMPIDE_THREADS ?? 2);
const reference = JSON.parse(await readFile(join(folder, "reference.json"), "utf8")) as Reference;
const {names, columns, labels, folds} = await readRows(join(folder, "applications.parquet"));

console.log(
  `${"run".padEnd(12)} ${"AUC".padStart(9)} ${"Δ".padStart(8)} ${"log loss".padStart(9)} ${"Δ".padStart(8)}   CPU s    s (LightGBM's)`
);
for (const run of reference.runs) {
  if (wanted.length > 0 && !wanted.includes(run.name)) continue;
  const matrix = select(run.name === "numeric" ? names.filter((name) => !reference.categorical.includes(name)) : names);
  const start = performance.now();
  const cpu = process.cpuUsage();
  const {predictions} = await crossValidate(
    matrix,
    labels,
    {...run.params, n_estimators: run.rounds, max_bin: reference.max_bin, seed: Number(process.env.LIMPIDE_SEED ?? 1)},
    {assignment: [folds], threads}
  );
  const seconds = (performance.now() - start) / 1000;
  const used = process.cpuUsage(cpu);
  const cpuSeconds = (used.user + used.system) / 1e6;
  const scores = predictions[0]!;
  const area = auc(scores, labels);
  const probabilities = scores.map((score) => 1 / (1 + Math.exp(-score)));
  const loss = logLoss(probabilities, labels);
  console.log(
    [
      run.name.padEnd(12),
      area.toFixed(6).padStart(9),
      (area - run.auc_out_of_fold).toFixed(5).padStart(8),
      loss.toFixed(6).padStart(9),
      (loss - run.log_loss_out_of_fold).toFixed(5).padStart(8),
      ` ${cpuSeconds.toFixed(1)} ${seconds.toFixed(1)} (${run.seconds_five_fits_two_threads_for_scale_only})`
    ].join(" ")
  );
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

function select(chosen: string[]): Matrix {
  const inputs = chosen.map((id) => {
    if (!reference.categorical.includes(id)) return {id, categories: null};
    const most = columns.get(id)!.reduce((most, value) => (value > most ? value : most), 0);
    return {id, categories: Array.from({length: most + 1}, (_, code) => String(code))};
  });
  const matrix = createMatrix(labels.length, inputs);
  for (const [i, id] of chosen.entries()) matrix.columns[i]!.set(columns.get(id)!);
  return matrix;
}
