import {publishFolder} from "./publish.ts";
import type {Artifact} from "./artifacts.ts";
import {runStage, type BuildContext} from "./stage.ts";
import {join} from "node:path";

/** Builds the widget package into its own dist folder, where the site and the examples take it from. */
export async function buildWidgetPackage(context: BuildContext): Promise<Artifact> {
  const artifact = await runStage(context, {
    name: "widgets",
    code: ["widgets", "model/contract", "model/ensemble", "model/explainer", "package-lock.json"],
    async make(folder) {
      // Rollup and esbuild are loaded when there is something to build, not at each start.
      const {buildWidgets} = await import("../widgets/build.ts");
      await buildWidgets(folder);
    }
  });
  await publishFolder(artifact, join(context.project, "widgets", "dist"));
  return artifact;
}
