import {mkdir, readdir, readFile, rm, writeFile} from "node:fs/promises";
import {createRequire} from "node:module";
import {dirname, join, relative, sep} from "node:path";
import {finishPage} from "../observablehq.config.ts";
import type {Artifact} from "./artifacts.ts";
import {withLock} from "./lock.ts";
import {runNode} from "./run-node.ts";
import {writeSiteFonts} from "./site-fonts.ts";
import {runStage, type BuildContext} from "./stage.ts";

/** Builds the site with Observable Framework from the reports of this build. */
export function buildSite(context: BuildContext, reports: Artifact, widgets: Artifact): Promise<Artifact> {
  const {project, signal} = context;
  return runStage(context, {
    name: "site",
    code: [
      "src",
      "methodology",
      "observablehq.config.ts",
      "data-loaders/distribution.ts",
      "data-loaders/groupings.ts",
      "data-loaders/read-report.ts",
      "data-loaders/site.ts",
      "data-loaders/site-fonts.ts",
      "data-loaders/widgets-documentation.ts",
      "examples",
      "model/contract",
      "package-lock.json",
      "widgets/package.json"
    ],
    inputs: [reports, widgets],
    async make(folder, progress) {
      // Framework keeps one cache below its root: two builds at once would read each other's data.
      await withLock(join(project, "src", ".observablehq", "lock"), 300, async () => {
        await clearCache(project, widgets);
        await runFramework(project, {LIMPIDE_REPORTS: reports.folder, LIMPIDE_SITE_OUT: folder}, progress, signal);
        await finishPages(folder);
        await writeSiteFonts(folder);
      });
    }
  });
}

/** What Framework writes the same into every page, and each page needs its own way. */
async function finishPages(folder: string): Promise<void> {
  for (const entry of await readdir(folder, {withFileTypes: true, recursive: true})) {
    if (!entry.isFile() || !entry.name.endsWith(".html")) continue;
    const path = join(entry.parentPath, entry.name);
    const page = relative(folder, path).split(sep).join("/");
    await writeFile(path, finishPage(await readFile(path, "utf8"), page));
  }
}

/**
 * Framework reuses loader outputs whatever the data, and package bundles by name and version: what an artefact can
 * have changed is cleared before each build; bundled packages only when the widgets changed.
 */
async function clearCache(project: string, widgets: Artifact): Promise<void> {
  const cache = join(project, "src", ".observablehq", "cache");
  const mark = join(cache, "widgets-digest");
  const known = await readFile(mark, "utf8").catch(() => "");
  if (known !== widgets.digest) await rm(cache, {recursive: true, force: true});
  for (const name of ["data", "methodology.md", "en"]) await rm(join(cache, name), {recursive: true, force: true});
  await mkdir(cache, {recursive: true});
  await writeFile(mark, widgets.digest);
}

function runFramework(
  project: string,
  variables: Record<string, string>,
  progress: (message: string, done: number, total: number) => void,
  signal: AbortSignal
): Promise<void> {
  const require = createRequire(import.meta.url);
  const command = join(
    dirname(require.resolve("@observablehq/framework/package.json")),
    "dist",
    "bin",
    "observable.js"
  );
  let steps = 0;
  return runNode([command, "build"], {
    cwd: project,
    env: {...variables, OBSERVABLE_TELEMETRY_DISABLE: "true"},
    signal,
    code: "E_SITE",
    onLine(line) {
      if (/^(load|render|build|copy) /.test(line)) progress(line, ++steps, 0);
    }
  });
}
