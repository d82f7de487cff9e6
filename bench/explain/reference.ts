import {execFile} from "node:child_process";
import {mkdtemp, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {promisify} from "node:util";
import type {Ensemble} from "../../model/contract/ensemble.ts";
import {readModel} from "../../model/ensemble/read-model.ts";
import type {Matrix} from "../../model/trainer/matrix.ts";
import type {ParametersInput} from "../../model/trainer/parameters.ts";

export interface Timing {
  name: string;
  rows: number;
  seconds: number;
  cpu_seconds: number;
  /** The largest difference from LightGBM's contributions. */
  difference?: number;
}

export interface Problem {
  matrix: Matrix;
  labels: Uint8Array;
  params: ParametersInput;
  rounds: number;
}

/** Trains LightGBM on a problem, and has it and shap explain its first rows, one thread each. */
export async function explainWithLightgbm(
  python: string,
  {matrix, labels, params, rounds}: Problem,
  rows: {lightgbm: number; shap: number}
): Promise<{ensemble: Ensemble; contributions: Float64Array; timings: Timing[]}> {
  const folder = await mkdtemp(join(tmpdir(), "limpide-bench-"));
  try {
    const file = (name: string) => join(folder, name);
    const bytes = ({buffer, byteOffset, byteLength}: Float32Array | Uint8Array) =>
      Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);
    await writeFile(file("matrix"), matrix.columns.map(bytes));
    await writeFile(file("labels"), bytes(labels));
    const request = {
      ...{matrix: file("matrix"), labels: file("labels"), rows: matrix.rows, columns: matrix.columns.length},
      ...{params, rounds, model: file("model.txt"), contributions: file("contributions")},
      ...{lightgbm_rows: rows.lightgbm, shap_rows: rows.shap}
    };
    await writeFile(file("request.json"), JSON.stringify(request));
    const script = fileURLToPath(new URL("../reference/explain_lightgbm.py", import.meta.url));
    const {stdout, stderr} = await promisify(execFile)(python, [script, file("request.json")]);
    if (stderr.includes("left out")) console.log(stderr.trim());
    const {ensemble} = readModel(await readFile(file("model.txt")));
    const contributions = new Float64Array(Uint8Array.from(await readFile(file("contributions"))).buffer);
    return {ensemble, contributions, timings: JSON.parse(stdout) as Timing[]};
  } finally {
    await rm(folder, {recursive: true});
  }
}
