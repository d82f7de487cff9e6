import {spawn} from "node:child_process";
import {copyFile, mkdir, readFile, rm, writeFile} from "node:fs/promises";
import {createRequire} from "node:module";
import {dirname, join} from "node:path";
import {LimpideError} from "../model/contract/errors.ts";
import type {Artifact} from "./artifacts.ts";
import {withLock} from "./lock.ts";
import {runStage, type BuildContext} from "./stage.ts";

/** A report for the site: the artefact that holds it and its file there. */
export type ReportFiles = Record<string, {artifact: Artifact; file: string}>;

/** Builds the site with Observable Framework from the reports of this build. */
export function buildSite(context: BuildContext, reports: ReportFiles, widgets: Artifact): Promise<Artifact> {
  const {project, store, signal} = context;
  return runStage(context, {
    name: "site",
    code: ["src", "methodology", "observablehq.config.ts", "data-loaders/send-report.ts", "model/contract", "package-lock.json"],
    options: Object.entries(reports).map(([name, {artifact, file}]) => [name, artifact.files[file]?.sha256]),
    inputs: [widgets],
    async make(folder, progress) {
      const desk = join(store.root, "aside", "reports");
      // Framework keeps one cache below its root: two builds at once would read each other's data.
      await withLock(join(project, "src", ".observablehq", "lock"), 300, async () => {
        await rm(desk, {recursive: true, force: true});
        await mkdir(desk, {recursive: true});
        for (const [name, {artifact, file}] of Object.entries(reports)) {
          await copyFile(join(artifact.folder, file), join(desk, `${name}.json`));
        }
        await clearCache(project, widgets);
        await runFramework(project, {LIMPIDE_REPORTS: desk, LIMPIDE_SITE_OUT: folder}, progress, signal);
      });
    }
  });
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
  const command = join(dirname(require.resolve("@observablehq/framework/package.json")), "dist", "bin", "observable.js");
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [command, "build", "--config", "observablehq.config.ts"], {
      cwd: project,
      env: {...process.env, ...variables, OBSERVABLE_TELEMETRY_DISABLE: "true", NO_COLOR: "1"},
      stdio: ["ignore", "pipe", "pipe"],
      signal
    });
    let log = "";
    let steps = 0;
    const listen = (data: Buffer): void => {
      const text = data.toString("utf8");
      log += text;
      for (const line of text.split("\n").filter((line) => /^(load|render|build|copy) /.test(line))) {
        progress(line.trim(), ++steps, 0);
      }
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.on("error", (cause) => {
      if (!signal.aborted) reject(new LimpideError("E_SITE", `Framework did not start: ${cause.message}`, {}, {cause}));
      else reject(new LimpideError("E_INTERRUPTED", "stopped; start again to go on from here"));
    });
    child.on("close", (code) => {
      if (code === 0) resolve();
      else reject(new LimpideError("E_SITE", `Framework ended with code ${code}:\n${log.trim().split("\n").slice(-30).join("\n")}`));
    });
  });
}
