import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {gzipSync} from "node:zlib";

/** How a file is weighed: as a server sends it compressed, or as it is. */
export type Measure = "gzip" | "raw";

export interface Budget {
  what: string;
  /** Its path in dist. */
  file: string;
  measure: Measure;
  /** In KiB: what it weighs today and a little more, so that nothing grows unseen. */
  most: number;
  /** In KiB: what it should come to. */
  goal: number;
}

/** What pages download, and the most that it may weigh. */
export const budgets: readonly Budget[] = [
  {what: "limpide-score with Lit", file: "single/score.js", measure: "gzip", most: 18.5, goal: 12},
  {what: "everything but the simulator", file: "limpide.js", measure: "gzip", most: 48, goal: 26},
  {what: "the same with closed shadow roots", file: "limpide.closed.js", measure: "raw", most: 138, goal: 128}
];

/** Bytes: `gzip` as gzip -9 gives them. */
export async function weigh(dist: string, file: string): Promise<Record<Measure, number>> {
  const content = await readFile(join(dist, file));
  return {raw: content.length, gzip: gzipSync(content, {level: 9}).length};
}

/** The budgets with what is weighed, a line each, and those that are exceeded. */
export async function weighAll(dist: string): Promise<{table: string; exceeded: string[]}> {
  const exceeded: string[] = [];
  const lines: string[] = [];
  for (const {file, goal, measure, most, what} of budgets) {
    const bytes = (await weigh(dist, file))[measure];
    const figures = `${(bytes / 1024).toFixed(1)} of ${most} KiB (goal ${goal})`;
    lines.push(`${what.padEnd(34)} ${file.padEnd(18)} ${measure.padEnd(5)} ${figures}`);
    if (bytes > most * 1024) exceeded.push(`${what}: ${figures}`);
  }
  return {table: lines.join("\n"), exceeded};
}
