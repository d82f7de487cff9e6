import {join} from "node:path";
import {pathToFileURL} from "node:url";
import type {Artifact} from "./artifacts.ts";
import {publishFolder} from "./publish.ts";
import {runStage, type BuildContext} from "./stage.ts";

/** Builds the widget package into its own dist folder, where the site and the examples take it from. */
export async function buildWidgetPackage(context: BuildContext): Promise<Artifact> {
  const {project} = context;
  const artifact = await runStage(context, {
    name: "widgets",
    code: [
      "widgets",
      "model/contract",
      "model/ensemble",
      "model/explainer",
      "data-loaders/widgets.ts",
      "package-lock.json"
    ],
    async make(folder) {
      // The package builds itself: no code of it is code of this folder. Loaded only when there is something to build.
      const builder = pathToFileURL(join(project, "widgets", "build.ts")).href;
      const {buildWidgets} = (await import(builder)) as {buildWidgets: (folder: string) => Promise<void>};
      await buildWidgets(folder);
    }
  });
  await publishFolder(artifact, join(project, "widgets", "dist"));
  return artifact;
}
