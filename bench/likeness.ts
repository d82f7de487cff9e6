import {parseArgs} from "node:util";
import {tableNames, type TableName} from "../model/contract/table-names.ts";
import {correlationsWith, dependenceDistance} from "./likeness/dependence.ts";
import {closeDistance, closeMissing, columnDistances} from "./likeness/distance.ts";
import {openPair, rowsPerClient, sampleRows, type Pair} from "./likeness/sample.ts";
import {twoSample} from "./likeness/two-sample.ts";

/*
 * Compares a generated portfolio with real rows.
 *
 *     npx tsx bench/likeness.ts --real DIR --generated DIR [--tables application,bureau,…] [--rows 10000]
 *
 * Of each table it prints how many rows a client has; the distance of every column; the gaps of the correlations; how
 * well a model tells generated rows from real ones, and by which columns; and of the applications, each column's
 * correlation with the outcome. The same numbers of labelled and unlabelled clients of both folders are compared.
 */

const {values: options} = parseArgs({
  options: {
    real: {type: "string", default: process.env.LIMPIDE_SAMPLE},
    generated: {type: "string"},
    tables: {type: "string", default: "application,bureau,previous_application"},
    rows: {type: "string", default: "10000"},
    threads: {type: "string", default: process.env.LIMPIDE_THREADS ?? "2"}
  }
});
if (!options.real || !options.generated) throw new Error("say --real DIR (or LIMPIDE_SAMPLE) and --generated DIR");
const rowsAtMost = Number(options.rows);
const wanted = options.tables.split(",");
const unknown = wanted.filter((name) => !tableNames.includes(name as TableName));
if (unknown.length > 0) throw new Error(`no such table: ${unknown.join(", ")}; there are ${tableNames.join(", ")}`);

const pair = await openPair(options.real, options.generated, rowsAtMost);
console.log(
  `${pair.clients.labelled} labelled and ${pair.clients.unlabelled} unlabelled clients of each folder are compared`
);
for (const table of wanted as TableName[]) await compareTable(pair, table);

async function compareTable({real, generated}: Pair, table: TableName): Promise<void> {
  console.log(`\n# ${table}`);
  if (table !== "application") {
    for (const [side, connection] of Object.entries({real, generated})) {
      console.log(`rows a client, ${side.padEnd(9)}  ${describe(await rowsPerClient(connection, table))}`);
    }
  }
  const [a, b] = [await sampleRows(real, table, rowsAtMost), await sampleRows(generated, table, rowsAtMost)];
  if (a.rows === 0 || b.rows === 0)
    return console.log(`${a.rows} real and ${b.rows} generated rows: nothing to compare`);
  const distances = columnDistances(a, b);
  const correlated = table === "application" ? await outcomeCorrelations(pair) : undefined;
  console.log(`\n${"column".padEnd(30)} distance   missing real  generated${correlated ? "   with outcome" : ""}`);
  for (const {name, measure, distance, missing, close} of distances) {
    const withOutcome =
      correlated
        ?.get(name)
        ?.map((x) => x.toFixed(3).padStart(7))
        .join(" ") ?? "";
    const shares = `${missing.real.toFixed(3).padStart(12)} ${missing.generated.toFixed(3).padStart(10)}`;
    console.log(`${name.padEnd(30)} ${measure} ${distance.toFixed(3)} ${shares} ${withOutcome} ${close ? "" : " ✗"}`);
  }
  const share = (kept: number) => `${kept} of ${distances.length} (${((100 * kept) / distances.length).toFixed(1)} %)`;
  const missingWithin = `missing shares within ${closeMissing}`;
  const close = distances.filter(({close}) => close);
  console.log(`\ncolumns at distance ≤ ${closeDistance}, ${missingWithin}: ${share(close.length)}`);
  console.log(`columns at distance ≤ 0.05, ${missingWithin}: ${share(close.filter((x) => x.distance <= 0.05).length)}`);
  if (correlated) {
    const gaps = [...correlated.values()].map(([x, y]) => Math.abs(x - y));
    console.log(
      `correlation with the outcome: mean gap ${mean(gaps).toFixed(4)}, widest ${Math.max(...gaps).toFixed(3)}`
    );
  }

  const dependence = dependenceDistance(a, b);
  console.log(`correlations: mean gap ${dependence.mean.toFixed(4)} over ${dependence.pairs} pairs; the widest:`);
  for (const {names, real, generated} of dependence.widest) {
    console.log(`  ${real.toFixed(3).padStart(6)} ${generated.toFixed(3).padStart(6)}  ${names.join(" × ")}`);
  }

  const told = await twoSample(a, b, Number(options.threads));
  console.log(`generated told from real, ${told.rows} rows each: AUC ${told.auc.toFixed(4)}; by these columns:`);
  for (const {name, share} of told.telling.slice(0, 10))
    console.log(`  ${(100 * share).toFixed(1).padStart(5)} %  ${name}`);
}

async function outcomeCorrelations({real, generated}: Pair): Promise<Map<string, [real: number, generated: number]>> {
  const [a, b] = await Promise.all(
    [real, generated].map(async (side) =>
      correlationsWith(await sampleRows(side, "application", rowsAtMost, true), "TARGET")
    )
  );
  return new Map([...a!].map(([name, correlation]) => [name, [correlation, b!.get(name)!]]));
}

/** Mean and quantiles of ascending values. */
function describe(values: Float64Array): string {
  const quantiles = [0.05, 0.25, 0.5, 0.75, 0.95, 0.99].map((q) => values[Math.floor(q * (values.length - 1))]);
  const without = values.filter((value) => value === 0).length / values.length;
  return `mean ${mean(values).toFixed(2)}, none ${(100 * without).toFixed(1)} %, quantiles 5 to 99 % ${quantiles.join(" ")}`;
}

function mean(values: ArrayLike<number>): number {
  return Array.from(values).reduce((sum, x) => sum + x, 0) / values.length;
}
