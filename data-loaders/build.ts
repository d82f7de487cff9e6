import {join} from "node:path";
import {adoptModel} from "./adopt-model.ts";
import {ArtifactStore, type Artifact} from "./artifacts.ts";
import {writeBook} from "./book.ts";
import {describeCohorts} from "./cohorts.ts";
import {compareContenders} from "./comparison.ts";
import type {BuildEffects} from "./effects.ts";
import {checkExplanations} from "./explanation-quality.ts";
import {explainClients} from "./explanations.ts";
import {makeFeatures} from "./features.ts";
import {explainPortfolio} from "./global-explanation.ts";
import {withLock} from "./lock.ts";
import {describeModel} from "./model-card.ts";
import type {BuildOptions} from "./options.ts";
import {measurePerformance} from "./performance.ts";
import {generateDemonstration} from "./portfolio.ts";
import {checkOurs, publishBook, publishedFolders, publishFolder, recoverPublished} from "./publish.ts";
import {findChanges} from "./recourse.ts";
import {gatherReports} from "./reports.ts";
import {scoreClients} from "./scores.ts";
import {selectionOf} from "./selection.ts";
import {buildSite} from "./site.ts";
import type {BuildContext} from "./stage.ts";
import {together} from "./together.ts";
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
    const selection = await selectionOf(options.search, features);
    const training =
      options.model === undefined
        ? await trainModel(context, features, selection)
        : await adoptModel(context, features, options.model);
    const scores = await scoreClients(context, features, training);
    const explanations = await explainClients(context, features, training, scores);
    const explained = {features, training, scores, explanations};
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
      async (stop) => {
        const cohorts = await describeCohorts({...context, signal: stop}, features, training, scores);
        const recourse = await findChanges({...context, signal: stop}, features, training, scores);
        const sources = {...explained, cohorts, recourse};
        return writeBook({...context, signal: stop}, sources, demonstration !== undefined);
      }
    );

    effects.begin("publication");
    const start = performance.now();
    await publishFolder(builtSite, site);
    await publishBook(builtBook, book);
    effects.end("publication", (performance.now() - start) / 1000, false);
    await store.prune();
  });
}
