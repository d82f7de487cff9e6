import {join} from "node:path";
import {readManifest} from "../model/book/read-manifest.ts";
import type {BookHeader} from "../model/contract/book/header.ts";
import {adoptModel} from "./adopt-model.ts";
import {ArtifactStore, readArtifact, type Artifact} from "./artifacts.ts";
import {readPackIndex} from "./book-pack.ts";
import {protectionOf, type BookProtection} from "./book-protection.ts";
import {writeBook} from "./book.ts";
import {describeCohorts} from "./cohorts.ts";
import type {BuildEffects} from "./effects.ts";
import type {ExplainedSources} from "./explained-portfolio.ts";
import {explainClients} from "./explanations.ts";
import {makeFeatures} from "./features.ts";
import {withLock} from "./lock.ts";
import type {BuildOptions} from "./options.ts";
import {generateDemonstration} from "./portfolio.ts";
import {publishBook} from "./publish.ts";
import {findChanges} from "./recourse.ts";
import {scoreClients} from "./scores.ts";
import {selectionOf} from "./selection.ts";
import type {BuildContext} from "./stage.ts";
import {trainModel} from "./training.ts";

/** What site and book are both made of, and the search that the model follows. */
export interface Foundation extends ExplainedSources {
  selection: Awaited<ReturnType<typeof selectionOf>>;
}

/** From tables to explained scores. */
export async function layFoundation(context: BuildContext): Promise<Foundation> {
  const {options} = context;
  const demonstration = options.data === undefined ? await generateDemonstration(context) : undefined;
  const features = await makeFeatures(context, demonstration);
  const selection = await selectionOf(options.search, features);
  const training =
    options.model === undefined
      ? await trainModel(context, features, selection)
      : await adoptModel(context, features, options.model);
  const scores = await scoreClients(context, features, training);
  const explanations = await explainClients(context, features, training, scores);
  return {features, training, scores, explanations, selection};
}

/** From explained scores to the client book. */
export async function makeBook(
  context: BuildContext,
  {features, training, scores, explanations}: ExplainedSources,
  protection: BookProtection
): Promise<Artifact> {
  const cohorts = await describeCohorts(context, features, training, scores);
  const recourse = await findChanges(context, features, training, scores);
  return writeBook(context, {features, training, scores, explanations, cohorts, recourse}, protection);
}

/** What was published, and how large it is. */
export interface PublishedBook {
  header: BookHeader;
  /** Of all files, manifest and list apart. */
  bytes: number;
  shards: {mean: number; largest: number};
}

/** The book's lane of the build alone, published into a folder. */
export function publishBookAlone(
  project: string,
  options: BuildOptions,
  folder: string,
  effects: BuildEffects,
  signal: AbortSignal
): Promise<PublishedBook> {
  return withLock(join(options.store, "lock"), 2, async () => {
    const store = new ArtifactStore(join(options.store, "artifacts"));
    const context: BuildContext = {project, options, store, effects, signal};
    await store.clearAside();
    const protection = await protectionOf(context);
    const book = await makeBook(context, await layFoundation(context), protection);
    await publishBook(book, folder);
    await store.prune();
    const {header} = readManifest((await readArtifact(book, "manifest.json")).toString("utf8"), "manifest.json");
    const files = await readPackIndex(book);
    const shards = files.filter(({path}) => path.startsWith("records/")).map(({length}) => length);
    const sum = (lengths: readonly number[]): number => lengths.reduce((total, length) => total + length, 0);
    return {
      header,
      bytes: sum(files.map(({length}) => length)),
      shards: {
        mean: sum(shards) / shards.length,
        largest: shards.reduce((largest, length) => Math.max(largest, length), 0)
      }
    };
  });
}
