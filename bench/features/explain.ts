import type {DuckDBConnection} from "@duckdb/node-api";
import {featureSql} from "../../model/features/build.ts";

/** A node of what `EXPLAIN (ANALYZE, FORMAT JSON)` tells. */
interface Operator {
  operator_name: string;
  /** Seconds of all threads in the operator itself. */
  operator_timing: number;
  operator_cardinality: number;
  operator_rows_scanned: number;
  /** Bytes of the rows that it hands on. */
  result_set_size: number;
  extra_info: Record<string, string | string[]>;
  children?: Operator[];
}

interface Plan extends Operator {
  latency: number;
  cpu_time: number;
  system_peak_temp_dir_size: number;
}

/**
 * Operators that see all their rows before they hand one on, and what they keep meanwhile: a hash join its right side,
 * a group-by a state a group, a sort and a window their rows. Everything else streams a few thousand rows at a time.
 */
const held: Record<string, (operator: Operator) => Operator> = {
  HASH_GROUP_BY: (operator) => operator,
  PERFECT_HASH_GROUP_BY: (operator) => operator,
  PARTITIONED_AGGREGATE: (operator) => operator,
  HASH_JOIN: ({children}) => children![1]!,
  CROSS_PRODUCT: ({children}) => children![1]!,
  NESTED_LOOP_JOIN: ({children}) => children![1]!,
  ORDER_BY: (operator) => operator,
  TOP_N: (operator) => operator,
  WINDOW: (operator) => operator
};

/** Runs each file of SQL over the open tables, and prints where its rows stop streaming: what waits, for how long, on what. */
export async function explainFeatures(connection: DuckDBConnection): Promise<void> {
  for (const {file, sql} of await featureSql()) {
    if (file === "00_macros.sql") {
      await connection.run(sql);
      continue;
    }
    const before = process.memoryUsage.rss();
    const {result: reader, peak} = await watchMemory(connection.runAndReadAll(`EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`));
    const plan = JSON.parse(String(reader.getRowsJS()[0]![1])) as Plan;
    const operators = flatten(plan).filter(({operator_name: name}) => name !== undefined && name !== "EXPLAIN_ANALYZE");
    const cpu = operators.reduce((sum, {operator_timing: seconds}) => sum + seconds, 0);
    console.log(
      `\n${file}: ${plan.latency.toFixed(2)} s, ${cpu.toFixed(2)} s of all threads, ` +
        `${mebibytes(peak - before)} above the ${mebibytes(before)} of before, ${mebibytes(plan.system_peak_temp_dir_size)} spilled`
    );
    const blocking = operators.filter((operator) => operator.operator_name in held);
    console.log(`${"waits for all its rows".padEnd(22)}  CPU s      rows in  rows held  bytes held   on`);
    for (const operator of blocking.sort((a, b) => b.operator_timing - a.operator_timing)) {
      // What is over within a few milliseconds is not worth a line.
      if (operator.operator_timing >= 0.005) console.log(describe(operator));
    }
    const waiting = blocking.reduce((sum, {operator_timing: seconds}) => sum + seconds, 0);
    console.log(`${"all that streams".padEnd(22)} ${(cpu - waiting).toFixed(2).padStart(6)}`);
  }
}

function describe(operator: Operator): string {
  const {operator_name: name, operator_timing: seconds, extra_info: info, children = []} = operator;
  const kept = held[name]!(operator);
  const rowsIn = Math.max(...children.map(({operator_cardinality: rows}) => rows));
  const on = info.Groups ?? info.Conditions ?? info["Order By"] ?? "";
  const tables = scanned(operator);
  return [
    name.padEnd(22),
    seconds.toFixed(2).padStart(6),
    rowsIn.toLocaleString("en").padStart(12),
    kept.operator_cardinality.toLocaleString("en").padStart(10),
    mebibytes(kept.result_set_size).padStart(11),
    `  ${[on].flat().length} column${[on].flat().length > 1 ? "s" : ""} of ${tables.length > 3 ? `${tables.length} tables` : tables.join(", ")}`
  ].join(" ");
}

/** The tables below an operator. */
function scanned(operator: Operator): string[] {
  const tables = flatten(operator).flatMap(({extra_info: info}) => (info?.Table === undefined ? [] : [info.Table]));
  return [...new Set(tables.flat().map((name) => name.split(".").at(-1)!))];
}

function flatten(operator: Operator): Operator[] {
  return [operator, ...(operator.children ?? []).flatMap(flatten)];
}

/** The largest resident set while something runs; DuckDB works on threads of its own, so that this one is free to look. */
async function watchMemory<T>(running: Promise<T>): Promise<{result: T; peak: number}> {
  let peak = process.memoryUsage.rss();
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 20);
  try {
    return {result: await running, peak};
  } finally {
    clearInterval(timer);
  }
}

function mebibytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(0)} MiB`;
}
