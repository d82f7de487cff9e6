import {epochOf, refOf} from "../model/book/keys.ts";
import type {Manifest} from "../model/contract/manifest.ts";
import type {ScoringModel} from "../model/contract/scoring-model.ts";
import type {Language} from "../model/contract/text.ts";
import {compileLink} from "../model/ensemble/scoring.ts";
import {canonicalJson, hashSources, type Artifact} from "./artifacts.ts";
import {keysOf, type BookProtection} from "./book-protection.ts";
import {changeOf} from "./book-record.ts";
import {shardCount} from "./book-shards.ts";
import {readChangeLines, recordSources} from "./book-sources.ts";
import {packBook} from "./book-writing.ts";
import {manifestFeatures} from "./client-accounts.ts";
import {readCohortChunks, readMemberships} from "./cohorts.ts";
import {quantileSorted} from "./distribution.ts";
import {chooseExamples} from "./examples.ts";
import {explainedCode, type ExplainedSources, readExplained} from "./explained-portfolio.ts";
import {groupingLabels} from "./groupings.ts";
import {readGrid} from "./recourse.ts";
import {runStage, type BuildContext} from "./stage.ts";
import {readModelFeatures, readTrainingReport} from "./training.ts";

/** What the book is made of. */
export interface BookSources extends ExplainedSources {
  cohorts: Artifact;
  recourse: Artifact;
}

const code = [
  "model/book",
  "model/contract",
  "model/ensemble",
  "model/metrics/sigmoid.ts",
  "model/threads",
  "data-loaders/book.ts",
  "data-loaders/book-pack.ts",
  "data-loaders/book-pool.ts",
  "data-loaders/book-protection.ts",
  "data-loaders/book-record.ts",
  "data-loaders/book-shards.ts",
  "data-loaders/book-sources.ts",
  "data-loaders/book-worker.ts",
  "data-loaders/book-writing.ts",
  "data-loaders/client-accounts.ts",
  "data-loaders/examples.ts",
  "data-loaders/distribution.ts",
  "data-loaders/cohorts.ts",
  "data-loaders/recourse.ts",
  "data-loaders/groupings.ts",
  ...explainedCode
];

/**
 * Writes the client book: `manifest.json` and the files of its epoch in one pack (see {@link packBook}). Each
 * explanation is held against its score once more, and each decision against the points that are shown.
 */
export async function writeBook(
  context: BuildContext,
  sources: BookSources,
  protection: BookProtection
): Promise<Artifact> {
  const {options, project, signal} = context;
  const demonstration = options.data === undefined;
  const {keys, told} = keysOf(protection, sources.features);
  const recipe = {
    currency: options.currency,
    demonstration,
    trained: sources.training.made,
    protection: told,
    // Another version of zlib may deflate the same text into other bytes.
    zlib: process.versions.zlib
  };
  const inputs = Object.values(sources) as Artifact[];
  return runStage(context, {
    name: "book",
    code,
    options: recipe,
    inputs,
    async make(folder, progress) {
      const portfolio = await readExplained(sources);
      const {table, model, raw, explanations} = portfolio;
      const changes = await readChangeLines(sources.recourse);
      const memberships = await readMemberships(sources.cohorts);
      const ingredients = [await hashSources(project, code), recipe, inputs.map(({stage, digest}) => [stage, digest])];
      const epoch = epochOf(keys, canonicalJson(ingredients));
      const manifest: Manifest = {
        format: "limpide-book/1",
        epoch,
        protection: told,
        clients: table.rows,
        shards: shardCount(table.rows),
        demonstration,
        currency: options.currency,
        model: {
          version: model.version,
          trained: sources.training.made,
          imported: (await readTrainingReport(sources.training)).origin.kind === "imported"
        },
        scale: model.scale,
        policy: model.policy,
        range: pointsRange(raw, model),
        features: manifestFeatures(table, await readModelFeatures(sources.training)),
        cohorts: memberships.cohorts.map(({id, grouping, label}) => ({id, grouping, label})),
        groupings: groupingLabels,
        examples:
          protection.kind === "sealed"
            ? []
            : chooseExamples(table, raw, model, (row) => changeOf(changes, row)).map(({row, label}) => {
                const client = String(table.clients[row]);
                return {ref: refOf(keys, client), client, label};
              })
      };
      const meaningsIn = (language: Language) =>
        Object.fromEntries(table.features.map(({id, description}) => [id, description[language]]));
      await packBook(
        folder,
        {
          keys,
          manifest,
          records: recordSources(portfolio, memberships, changes),
          chunks: readCohortChunks(sources.cohorts),
          meanings: {fr: meaningsIn("fr"), en: meaningsIn("en")},
          simulation: {model, grid: await readGrid(sources.recourse), base: explanations.base}
        },
        {
          threads: options.threads,
          signal,
          onProgress(records) {
            progress(`${records.toLocaleString("en")} records`, records, table.rows);
          }
        }
      );
    }
  });
}

/** Points that all but one client in 200 on either side are between. */
function pointsRange(raw: Float64Array, model: ScoringModel): [number, number] {
  const link = compileLink(model);
  const points = Float32Array.from(raw, (score) => link.points(score)).sort();
  return [Math.floor(quantileSorted(points, 0.005)), Math.ceil(quantileSorted(points, 0.995))];
}
