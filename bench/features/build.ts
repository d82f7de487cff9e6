import {mkdir} from "node:fs/promises";
import {type DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";
import {type TableName, tableNames} from "../../model/contract/table-names.ts";
import {buildFeatures, temporaryTable} from "../../model/features/build.ts";
import {catalogue} from "../../model/features/catalogue.ts";
import {readTables} from "../../model/tables/read.ts";
import {literal} from "../../model/tables/sql.ts";
import {explainFeatures} from "./explain.ts";
import type {BuildRequest, Measured, Phase} from "./processes.ts";

/* The process that builds the features: its only argument is a BuildRequest, and it sends a Measured to its parent. */

const request = JSON.parse(process.argv[2]!) as BuildRequest;
await mkdir(request.spill, {recursive: true});
const instance = await DuckDBInstance.create(":memory:", {
  threads: request.threads,
  memory_limit: request.memory,
  temp_directory: request.spill
});
const connection = await instance.connect();
if (request.explain) {
  await readTables(connection, request.data, {stopAtFirst: true});
  await explainFeatures(connection);
}
process.send!(request.explain ? measured([], stopwatch()) : await measureBuild(connection, request));
connection.closeSync();
instance.closeSync();

async function measureBuild(connection: DuckDBConnection, {data, out}: BuildRequest): Promise<Measured> {
  const whole = stopwatch();
  const {phases: reading, rows} = await measureReading(connection, data);
  const building = await measureFiles(connection, rows);
  const writing = stopwatch();
  await connection.run(`COPY features TO ${literal(out)} (FORMAT parquet, COMPRESSION zstd)`);
  const clients = rows.get("application")!;
  return measured([...reading, ...building, {name: "writing", rows: clients, ...writing()}], whole);
}

function measured(phases: Phase[], whole: () => Spent): Measured {
  return {
    phases,
    ...whole(),
    peakBytes: process.resourceUsage().maxRSS * 1024,
    features: catalogue.length
  };
}

/** A table's reading is the INSERT that parses and checks its rows; the rest counts keys, owners and missing values. */
async function measureReading(
  connection: DuckDBConnection,
  data: string
): Promise<{phases: Phase[]; rows: Map<TableName, number>}> {
  const spent = new Map<string, Spent>();
  const watched = new Proxy(connection, {
    get(target, property) {
      const value: unknown = Reflect.get(target, property, target);
      if (typeof value !== "function") return value;
      const method = value.bind(target) as (...args: unknown[]) => unknown;
      if (property !== "run") return method;
      return async (sql: string, ...rest: unknown[]) => {
        const table = /^INSERT INTO "(\w+)"/.exec(sql)?.[1];
        const watch = stopwatch();
        const result = await method(sql, ...rest);
        if (table !== undefined) spent.set(table, add(spent.get(table), watch()));
        return result;
      };
    }
  });
  const whole = stopwatch();
  const {tables} = await readTables(watched, data, {stopAtFirst: true});
  const all = whole();
  const phases = tables.flatMap(({name, rows}): Phase[] =>
    spent.has(name) ? [{name: `read ${name}`, rows, ...spent.get(name)!}] : []
  );
  const read = phases.reduce<Spent>((sum, phase) => add(sum, phase), {seconds: 0, cpuSeconds: 0});
  phases.push({name: "unpack, check keys, count", rows: null, ...add(all, read, -1)});
  return {phases, rows: new Map(tables.map(({name, rows}) => [name, rows]))};
}

async function measureFiles(connection: DuckDBConnection, rows: ReadonlyMap<TableName, number>): Promise<Phase[]> {
  const phases: Phase[] = [];
  let current: {name: string; watch: () => Spent} | undefined;
  await buildFeatures(connection, {
    release: true,
    onProgress(message) {
      if (current !== undefined) {
        const source = tableNames.find((table) => temporaryTable(current!.name) === `features_${table.toLowerCase()}`);
        phases.push({
          name: current.name,
          rows: source === undefined ? null : rows.get(source)!,
          ...current.watch()
        });
      }
      current = {name: message, watch: stopwatch()};
    }
  });
  return phases;
}

type Spent = Pick<Phase, "seconds" | "cpuSeconds">;

function stopwatch(): () => Spent {
  const start = performance.now();
  const before = process.cpuUsage();
  return () => {
    const {user, system} = process.cpuUsage(before);
    return {seconds: (performance.now() - start) / 1000, cpuSeconds: (user + system) / 1e6};
  };
}

function add(a: Spent | undefined, b: Spent, sign = 1): Spent {
  return {seconds: (a?.seconds ?? 0) + sign * b.seconds, cpuSeconds: (a?.cpuSeconds ?? 0) + sign * b.cpuSeconds};
}
