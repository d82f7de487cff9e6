import {join} from "node:path";
import {ArtifactStore} from "./artifacts.ts";
import {writeBook} from "./book.ts";
import {describeCohorts} from "./cohorts.ts";
import {compareContenders} from "./comparison.ts";
import type {BuildEffects} from "./effects.ts";
import {explainClients} from "./explanations.ts";
import {makeFeatures} from "./features.ts";
import {withLock} from "./lock.ts";
import type {BuildOptions} from "./options.ts";
import {measurePerformance} from "./performance.ts";
import {generateDemonstration} from "./portfolio.ts";
import {checkOurs, publishBook, publishedFolders, publishFolder, recoverPublished} from "./publish.ts";
import {gatherReports} from "./reports.ts";
import {scoreClients} from "./scores.ts";
import {buildSite} from "./site.ts";
import type {BuildContext} from "./stage.ts";
import {trainModel} from "./training.ts";
import {buildWidgetPackage} from "./widgets.ts";

/**
 * The main job: from tables to a published site and client book. Every stage is kept, so that what hasn't changed is
 * reused and a build that was stopped goes on where it stood. Nothing is published before everything is built.
 */
export async function build(
  project: string,
  options: BuildOptions,
  effects: BuildEffects,
  signal: AbortSignal
): Promise<void> {
  await withLock(join(options.store, "lock"), 2, async () => {
    const store = new ArtifactStore(join(options.store, "artifacts"));
    const context: BuildContext = {project, options, store, effects, signal};
    const {site, book} = publishedFolders(options.out);
    await store.clearAside();
    await checkOurs(site);
    await recoverPublished(site);
    await recoverPublished(join(project, "widgets", "dist"));

    const demonstration = options.data === undefined ? await generateDemonstration(context) : undefined;
    const features = await makeFeatures(context, demonstration);
    const training = await trainModel(context, features);
    const scores = await scoreClients(context, features, training);
    const explanations = await explainClients(context, features, training, scores);
    const cohorts = await describeCohorts(context, features, training, scores);
    const measured = await measurePerformance(context, features, training, scores);
    const comparison = await compareContenders(context, features, training);
    const widgets = await buildWidgetPackage(context);
    const reports = await gatherReports(context, {features, training, explanations, performance: measured, comparison});
    const builtSite = await buildSite(context, reports, widgets);
    const sources = {features, training, scores, explanations, cohorts};
    const builtBook = await writeBook(context, sources, demonstration !== undefined);

    effects.begin("publication");
    const start = performance.now();
    await publishFolder(builtSite, site);
    await publishBook(builtBook, book);
    effects.end("publication", (performance.now() - start) / 1000, false);
    await store.prune();
  });
}
