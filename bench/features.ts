import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {parseArgs} from "node:util";
import {compareFeatures} from "./features/compare.ts";
import {runBuild, runPandas, type Measured, type Phase} from "./features/processes.ts";

/*
 * From tables to features: how fast, and in how much memory, against the same features by pandas in the same run.
 *
 *     npx tsx bench/features.ts --data SOURCE [--threads 2] [--memory 6GB] [--python PYTHON] [--explain]
 *
 * SOURCE is what `limpide build --data` reads; pandas reads a folder of csv, csv.gz or Parquet. Each side is a process
 * of its own, so that its peak of memory is its own. `--explain` shows instead which operators of DuckDB hold rows back.
 */

const {values: options} = parseArgs({
  options: {
    data: {type: "string", default: process.env.LIMPIDE_SAMPLE},
    threads: {type: "string", default: "2"},
    memory: {type: "string", default: "6GB"},
    python: {type: "string"},
    explain: {type: "boolean", default: false}
  }
});
const {data, threads, memory, python, explain} = options;
if (!data) throw new Error("say --data SOURCE: a folder of the seven tables, an archive, or postgres://…");

const folder = await mkdtemp(join(tmpdir(), "limpide-bench-"));
try {
  const ours = join(folder, "ours.parquet");
  const built = await runBuild({data, threads, memory, explain, spill: join(folder, "spill"), out: ours});
  if (!explain) {
    print(`Limpide, ${threads} threads, DuckDB told to stay within ${memory}`, built);
    if (python === undefined) console.log("\nWithout --python there is no reference to compare with.");
    else await compareWithPandas(python, data, built, ours);
  }
} finally {
  await rm(folder, {recursive: true, force: true});
}

async function compareWithPandas(python: string, data: string, built: Measured, ours: string): Promise<void> {
  const theirs = join(folder, "pandas.parquet");
  const reference = await runPandas(python, data, theirs);
  print("pandas", reference);
  const {columns, rows, worst} = await compareFeatures(ours, theirs);
  const wrong = worst.filter(({difference, onlyOne}) => difference >= 1e-5 || onlyOne > 0);
  const times = (of: (side: Measured) => number) => `${(of(reference) / of(built)).toFixed(1)} times`;
  console.log(
    `\npandas, for ${columns} of our ${built.features} features, takes ${times((side) => side.seconds)} our time, ` +
      `${times((side) => side.cpuSeconds)} our CPU time and ${times((side) => side.peakBytes)} our memory`
  );
  console.log(
    `${columns} columns of ${rows.toLocaleString("en")} rows compared: the largest relative difference is ` +
      `${worst[0]!.difference.toExponential(1)} (${worst[0]!.column})`
  );
  for (const {column, difference, onlyOne} of wrong) {
    console.log(`✗ ${column}: ${difference.toExponential(1)}, and ${onlyOne} values that only one side has`);
  }
  if (wrong.length > 0) process.exitCode = 1;
}

function print(title: string, {phases, seconds, cpuSeconds, peakBytes}: Measured): void {
  console.log(`\n${title}\n${"".padEnd(34)} ${"rows".padStart(12)} seconds   CPU s       rows/s`);
  for (const phase of phases) console.log(line(phase));
  console.log(line({name: "in all", rows: null, seconds, cpuSeconds}));
  console.log(`${"peak memory".padEnd(34)} ${(peakBytes / 2 ** 20).toFixed(0).padStart(12)} MiB`);
}

function line({name, rows, seconds, cpuSeconds}: Phase): string {
  const count = (value: number | null) => (value === null ? "" : Math.round(value).toLocaleString("en"));
  return [
    name.padEnd(34),
    count(rows).padStart(12),
    seconds.toFixed(2).padStart(7),
    cpuSeconds.toFixed(2).padStart(7),
    count(rows === null ? null : rows / seconds).padStart(12)
  ]
    .join(" ")
    .trimEnd();
}
