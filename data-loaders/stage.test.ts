import {readdir, readFile} from "node:fs/promises";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {expect, test} from "vitest";

const project = fileURLToPath(new URL("..", import.meta.url));

/** What carries stages out and decides no byte of what they make. */
const plumbing = ["artifacts", "duckdb", "effects", "lock", "publish", "run-node", "stage"].map(
  (name) => `data-loaders/${name}.ts`
);

/** The project's files that a stage's file imports values from, by their paths from the project's root. */
function importsOf(source: string): string[] {
  return [...source.matchAll(/^import (?!type )[^;]*? from "(\.{1,2}\/[^"]+)";/gm)].map(([, specifier]) =>
    join("data-loaders", specifier!).replaceAll("\\", "/")
  );
}

test("every stage names the code that it is made with, so that a change of that code makes it again", async () => {
  const folder = join(project, "data-loaders");
  const unnamed: string[] = [];
  let stages = 0;
  for (const name of (await readdir(folder)).filter((file) => /(?<!\.test)\.ts$/.test(file))) {
    const source = await readFile(join(folder, name), "utf8");
    const [, list] = /runStage\(context, \{\s*name: "[^"]+",\s*code: \[([^\]]*)\]/.exec(source) ?? [];
    if (list === undefined) continue;
    stages++;
    const code = [...list.matchAll(/"([^"]+)"/g)].map(([, path]) => path!);
    for (const path of [`data-loaders/${name}`, ...importsOf(source)]) {
      if (plumbing.includes(path) || code.some((named) => path === named || path.startsWith(`${named}/`))) continue;
      unnamed.push(`data-loaders/${name}: ${path}`);
    }
  }
  expect(stages).toBe(17);
  expect(unnamed).toEqual([]);
});
