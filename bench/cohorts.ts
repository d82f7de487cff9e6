import {mkdtemp, readdir, rm, stat} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {parseArgs} from "node:util";
import {CohortDescriber} from "../data-loaders/cohort-distributions.ts";
import {gatherCohorts} from "../data-loaders/cohort-memberships.ts";
import {slowDistribution} from "../data-loaders/cohort-oracle.ts";
import {pairsOf} from "../data-loaders/cohort-pairs.ts";
import {writeCohorts} from "../data-loaders/cohorts.ts";
import {readableEdges} from "../data-loaders/distribution.ts";
import type {FeatureTable} from "../data-loaders/feature-table.ts";
import {groupingsOf, similarClients} from "../data-loaders/groupings.ts";
import {smallestCohort} from "../model/contract/cohort.ts";
import type {Feature} from "../model/contract/feature.ts";
import {createRandom} from "../model/metrics/random.ts";

/*
 * Describes all cohorts of a made-up portfolio, files written: seconds, CPU seconds and memory beyond the table. Then
 * some columns again, in the fast way and one cohort at a time, which must give the same.
 *
 *     npx tsx bench/cohorts.ts [--clients 356255] [--features 314] [--compared 10]
 */

const {values: options} = parseArgs({
  options: {
    clients: {type: "string", default: "356255"},
    features: {type: "string", default: "314"},
    compared: {type: "string", default: "10"}
  }
});
const random = createRandom(7);
const table = madeUpTable(Number(options.clients), Number(options.features));
const decisions = {
  accepted: Uint8Array.from({length: table.rows}, () => Number(random() < 0.85)),
  review: Uint8Array.from({length: table.rows}, () => Number(random() < 0.1)),
  points: Float32Array.from({length: table.rows}, () => Math.round(560 + 80 * normal()))
};
const megabytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MiB`;

const folder = await mkdtemp(join(tmpdir(), "limpide-bench-"));
try {
  const before = process.memoryUsage().rss;
  const start = performance.now();
  const cpu = process.cpuUsage();
  await writeCohorts(folder, table, decisions, "EUR", () => undefined);
  const {user, system} = process.cpuUsage(cpu);
  const seconds = (performance.now() - start) / 1000;
  const names = await readdir(join(folder, "chunks"));
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, "chunks", name))).size));
  const written = sizes.reduce((sum, size) => sum + size, 0);
  const peak = process.resourceUsage().maxRSS * 1024;
  console.log(
    `${table.rows} clients × ${table.features.length} features: ${seconds.toFixed(1)} s, ` +
      `${((user + system) / 1e6).toFixed(1)} CPU s, ${megabytes(peak - before)} beyond the table, ` +
      `${megabytes(written)} written in ${names.length} chunks`
  );
} finally {
  await rm(folder, {recursive: true});
}
compare(Number(options.compared));

/** Describes the last columns, which are of each kind, both ways. */
function compare(columns: number): void {
  const groupings = groupingsOf(table, "EUR");
  const all = [...groupings, similarClients(table, "EUR", smallestCohort), ...pairsOf(groupings, smallestCohort)];
  const {cohorts, members} = gatherCohorts(all, table.rows, smallestCohort);
  const known = {outcomes: table.outcomes, accepted: decisions.accepted};
  const chosen = Array.from({length: columns}, (_, i) => table.columns.length - 1 - i);
  const describer = new CohortDescriber(members, known);
  const [fast, quick] = timed(() =>
    chosen.map((i) => {
      const categories = table.inputs[i]!.categories;
      return categories === null
        ? describer.ofNumber(table.columns[i]!)
        : describer.ofCategory(table.columns[i]!, categories.length);
    })
  );
  const [slow, long] = timed(() =>
    chosen.map((i) => {
      const column = table.columns[i]!;
      const categories = table.inputs[i]!.categories?.length;
      const bins = categories === undefined ? {edges: edgesOf(column)} : {categories};
      return members.map((rows) => slowDistribution(column, rows, known, bins));
    })
  );
  const each = (seconds: number) => `${((1000 * seconds) / columns).toFixed(0)} ms`;
  console.log(
    `a column in ${cohorts.length} cohorts: ${each(quick)} of CPU at once, ${each(long)} one cohort at a time, ` +
      `${(long / quick).toFixed(1)} times as long`
  );
  if (JSON.stringify(fast) !== JSON.stringify(slow)) throw new Error("the two ways differ");
}

/** What a function gives, and its CPU seconds. */
function timed<T>(work: () => T): [result: T, seconds: number] {
  const before = process.cpuUsage();
  const result = work();
  const {user, system} = process.cpuUsage(before);
  return [result, (user + system) / 1e6];
}

function edgesOf(column: Float32Array): number[] {
  return readableEdges(column.filter((value) => !Number.isNaN(value)).sort());
}

/** What the groupings are made from, and columns like those of a portfolio: in ten, four amounts, three scores, a count, a flag, a category. */
function madeUpTable(rows: number, features: number): FeatureTable {
  const grouping = {
    age: () => 21 + 48 * random(),
    income: () => Math.exp(12 + 0.5 * normal()),
    income_type: () => skewed(8),
    occupation: () => (random() < 0.31 ? NaN : skewed(18)),
    credit_type: () => Number(random() < 0.09),
    education: () => skewed(5),
    housing: () => skewed(6),
    region_rating: () => 1 + skewed(3)
  };
  const categories = new Map(
    Object.entries({income_type: 8, occupation: 18, credit_type: 2, education: 5, housing: 6})
  );
  const columns = Object.entries(grouping).map(([id, draw]) => {
    return {id, draw, categories: categories.get(id) ?? null};
  });
  for (let i = columns.length; i < features; i++) {
    const [kind, missing] = [i % 10, i % 3 === 0 ? 0 : random() * 0.6];
    const draw = () =>
      random() < missing
        ? NaN
        : kind < 4
          ? Math.exp(10 + normal())
          : kind < 7
            ? random()
            : kind === 7
              ? skewed(12)
              : kind === 8
                ? Number(random() < 0.2)
                : skewed(20);
    columns.push({id: `feature_${i}`, draw, categories: kind === 9 ? 20 : null});
  }
  return {
    rows,
    clients: Int32Array.from({length: rows}, (_, row) => 100_001 + row),
    outcomes: Uint8Array.from({length: rows}, () => (random() < 0.14 ? 255 : Number(random() < 0.08))),
    features: columns.map(({id, categories}): Feature => {
      const unit = categories === null ? "number" : "category";
      const texts = {label: {fr: id, en: id}, description: {fr: id, en: id}};
      const rest = {source: "application", direction: "none", actionable: false, protected: false} as const;
      return {id, ...texts, unit, family: "situation", ...rest, ...(categories === null ? {} : {categoryLabels: {}})};
    }),
    inputs: columns.map(({id, categories}) => ({
      id,
      categories: categories === null ? null : Array.from({length: categories}, (_, code) => `c${code}`)
    })),
    columns: columns.map(({draw}) => Float32Array.from({length: rows}, draw))
  };
}

/** Codes below `count`, the first ones more often. */
function skewed(count: number): number {
  return Math.floor(count * random() ** 2);
}

function normal(): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
