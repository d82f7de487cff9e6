import {execFile, fork} from "node:child_process";
import {join} from "node:path";
import {promisify} from "node:util";

export interface Phase {
  name: string;
  /** Rows that the phase goes through; null where a rate says nothing. */
  rows: number | null;
  seconds: number;
  /** User and system time of all threads. */
  cpuSeconds: number;
}

export interface Measured {
  phases: Phase[];
  /** Of the whole, from the first row read to the last one written. */
  seconds: number;
  cpuSeconds: number;
  /** The largest resident set of the process. */
  peakBytes: number;
  features: number;
}

export interface BuildRequest {
  data: string;
  threads: string;
  memory: string;
  /** Where DuckDB may put what does not fit. */
  spill: string;
  /** The Parquet file of features to write. */
  out: string;
  explain: boolean;
}

/** Builds the features in a process of its own. */
export function runBuild(request: BuildRequest): Promise<Measured> {
  const child = fork(join(import.meta.dirname, "build.ts"), [JSON.stringify(request)]);
  return new Promise((resolve, reject) => {
    let measured: Measured | undefined;
    child.on("message", (message) => {
      measured = message as Measured;
    });
    child.on("error", reject);
    child.on("exit", (code) => {
      if (code === 0 && measured !== undefined) resolve(measured);
      else reject(new Error(`the build of the features ended with ${code}`));
    });
  });
}

/** Runs the pandas script, which ends its output with what it measured as a line of JSON. */
export async function runPandas(python: string, data: string, out: string): Promise<Measured> {
  const script = join(import.meta.dirname, "../reference/features_pandas.py");
  const {stdout} = await promisify(execFile)(python, [script, "--data", data, "--out", out]);
  return JSON.parse(stdout.trim().split("\n").at(-1)!) as Measured;
}
