import {join} from "node:path";
import {ArtifactStore, type Artifact} from "./artifacts.ts";
import {layFoundation, makeBook} from "./book-lane.ts";
import {protectionOf} from "./book-protection.ts";
import {compareContenders} from "./comparison.ts";
import type {BuildEffects} from "./effects.ts";
import {checkExplanations} from "./explanation-quality.ts";
import {explainPortfolio} from "./global-explanation.ts";
import {withLock} from "./lock.ts";
import {describeModel} from "./model-card.ts";
import type {BuildOptions} from "./options.ts";
import {measurePerformance} from "./performance.ts";
import {checkOurs, publishBook, publishedFolders, publishFolder, recoverPublished} from "./publish.ts";
import {gatherReports} from "./reports.ts";
import {buildSite} from "./site.ts";
import type {BuildContext} from "./stage.ts";
import {together} from "./together.ts";
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

    const protection = await protectionOf(context);
    const {selection, ...explained} = await layFoundation(context);
    const {features, training, scores, explanations} = explained;
    const measured = await measurePerformance(context, features, training, scores);
    const comparison = await compareContenders(context, features, training);
    const global = await explainPortfolio(context, explained);
    const quality = await checkExplanations(context, explained);
    const widgets = await buildWidgetPackage(context);
    const sourcesOfCard = {features, training, explanations, performance: measured, comparison};
    const card = await describeModel(context, sourcesOfCard);
    const reports = await gatherReports(context, {...sourcesOfCard, global, quality, card}, selection);
    // The site is made by another process: while it runs, this one makes the book.
    const [builtSite, builtBook] = await together<[Artifact, Artifact]>(
      signal,
      (stop) => buildSite({...context, signal: stop}, reports, widgets),
      (stop) => makeBook({...context, signal: stop}, explained, protection)
    );

    effects.begin("publication");
    const start = performance.now();
    await publishFolder(builtSite, site);
    await publishBook(builtBook, book);
    effects.end("publication", (performance.now() - start) / 1000, false);
    await store.prune();
  });
}
