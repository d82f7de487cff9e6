import {readdir, readFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import {expect, test} from "vitest";
import {explainedCode} from "./explained-portfolio.ts";

const project = fileURLToPath(new URL("..", import.meta.url));

/** What carries stages out and decides no byte of what they make. */
const plumbing = ["artifacts", "duckdb", "effects", "lock", "publish", "run-node", "stage"].map(
  (name) => `data-loaders/${name}.ts`
);

/** The project's files that a file imports values from, by their paths from the project's root. */
async function importsOf(path: string): Promise<string[]> {
  const source = await readFile(join(project, path), "utf8");
  return [...source.matchAll(/^(?:import|export) (?!type )[^;]*? from "(\.{1,2}\/[^"]+)";/gm)].map(([, specifier]) =>
    join(dirname(path), specifier!).replaceAll("\\", "/")
  );
}

/**
 * All that a stage is made of, near and far, but for the plumbing. Of another stage's file it takes what reads that
 * stage's artefact, which is among its inputs: the file counts, and what that stage makes it with doesn't.
 */
async function madeOf(path: string, stages: ReadonlySet<string>, found = new Set<string>()): Promise<Set<string>> {
  if (found.has(path) || plumbing.includes(path)) return found;
  const isOther = found.size > 0 && stages.has(path);
  found.add(path);
  if (!isOther) for (const imported of await importsOf(path)) await madeOf(imported, stages, found);
  return found;
}

test("every stage names the code that it is made with, so that a change of that code makes it again", async () => {
  const stages = new Map<string, string[]>();
  for (const name of (await readdir(join(project, "data-loaders"))).filter((file) => /(?<!\.test)\.ts$/.test(file))) {
    const source = await readFile(join(project, "data-loaders", name), "utf8");
    if (!/runStage\(context, \{/.test(source)) continue;
    const [, list] = /\bcode(?:: | = )\[([^\]]*)\]/.exec(source) ?? [];
    if (list === undefined) continue;
    const code = [...list.matchAll(/"([^"]+)"/g)].map(([, path]) => path!);
    stages.set(`data-loaders/${name}`, list.includes("...explainedCode") ? [...code, ...explainedCode] : code);
  }
  const unnamed: string[] = [];
  for (const [stage, code] of stages) {
    for (const path of await madeOf(stage, new Set(stages.keys()))) {
      if (code.some((named) => path === named || path.startsWith(`${named}/`))) continue;
      unnamed.push(`${stage}: ${path}`);
    }
  }
  expect(stages.size).toBe(17);
  expect(unnamed).toEqual([]);
});
