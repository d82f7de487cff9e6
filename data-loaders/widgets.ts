import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import type {Artifact} from "./artifacts.ts";
import {publishFolder} from "./publish.ts";
import {runStage, type BuildContext} from "./stage.ts";

/**
 * Builds the widget package into its own dist folder, where the site and the examples take it from: its JavaScript, and
 * custom-elements.json, which the site documents it by. `npm run build -w widgets` writes what else is published.
 */
export async function buildWidgetPackage(context: BuildContext): Promise<Artifact> {
  const {project} = context;
  const artifact = await runStage(context, {
    name: "widgets",
    // File by file: beside them lie what was published, and what is only read by people and tests.
    code: [
      "widgets/src",
      "widgets/tooling",
      "widgets/build.ts",
      "widgets/rollup.config.ts",
      "widgets/tsconfig.types.json",
      "model/contract",
      "model/ensemble",
      "model/explainer",
      "data-loaders/widgets.ts",
      "package-lock.json",
      "tsconfig.json"
    ],
    async make(folder) {
      const {buildWidgets} = await load<{buildWidgets: (folder: string) => Promise<void>}>(project, "build.ts");
      await buildWidgets(folder);
      const {makeManifest} = await load<{makeManifest: (sources: unknown) => unknown}>(project, "tooling/manifest.ts");
      const {readSources} = await load<{readSources: () => unknown}>(project, "tooling/program.ts");
      const manifest = makeManifest(readSources());
      await writeFile(join(folder, "custom-elements.json"), `${JSON.stringify(manifest, null, 2)}\n`);
    }
  });
  await publishFolder(artifact, join(project, "widgets", "dist"));
  return artifact;
}

/** The package builds itself: no code of it is code of this folder. Loaded only when there is something to build. */
function load<T>(project: string, file: string): Promise<T> {
  return import(pathToFileURL(join(project, "widgets", file)).href) as Promise<T>;
}
