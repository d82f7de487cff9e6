import {createHash, createHmac} from "node:crypto";
import {mkdir, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {recordToPositions, cohortPath, shardPath} from "../model/contract/book-layout.ts";
import {manifestSchema, type Manifest} from "../model/contract/manifest.ts";
import type {ClientRecord} from "../model/contract/record.ts";
import type {ScoringModel} from "../model/contract/scoring-model.ts";
import {compileLink} from "../model/ensemble/scoring.ts";
import {readArtifact, type Artifact} from "./artifacts.ts";
import {accountWriter, manifestFeatures, verifyRecord} from "./client-accounts.ts";
import {readMemberships} from "./cohorts.ts";
import {quantileSorted} from "./distribution.ts";
import {chooseExamples} from "./examples.ts";
import {explainedCode, type ExplainedSources, readExplained} from "./explained-portfolio.ts";
import {groupingLabels} from "./groupings.ts";
import {readChanges} from "./recourse.ts";
import {runStage, type BuildContext} from "./stage.ts";
import {readModelFeatures, readTrainingReport} from "./training.ts";

/** Records that share a file: one look-up costs about a dozen kilobytes. */
const recordsPerShard = 8;

/** What the book is made of. */
export interface BookSources extends ExplainedSources {
  cohorts: Artifact;
  recourse: Artifact;
}

/**
 * Writes the client book: `manifest.json` and a folder named after the epoch with records and cohorts. An open book:
 * whoever reads the folder reads the records. Each explanation is held against its score once more, and each decision
 * against the points that are shown.
 */
export function writeBook(context: BuildContext, sources: BookSources, demonstration: boolean): Promise<Artifact> {
  const {options} = context;
  return runStage(context, {
    name: "book",
    code: [
      "model/contract",
      "model/ensemble",
      "model/metrics/sigmoid.ts",
      "data-loaders/book.ts",
      "data-loaders/client-accounts.ts",
      "data-loaders/examples.ts",
      "data-loaders/distribution.ts",
      "data-loaders/cohorts.ts",
      "data-loaders/recourse.ts",
      "data-loaders/groupings.ts",
      ...explainedCode
    ],
    options: {currency: options.currency, demonstration, trained: sources.training.made},
    inputs: Object.values(sources),
    async make(folder, progress) {
      const {table, model, raw, explanations} = await readExplained(sources);
      const changes = await readChanges(sources.recourse);
      const memberships = await readMemberships(sources.cohorts);
      // The key of an open book is public: it keeps client numbers out of file names, no more.
      const refKey = createHash("sha256").update(`open book ${sources.features.digest}`).digest();
      const shards = Math.max(1, Math.ceil(table.rows / recordsPerShard));
      const refs = Array.from(table.clients, (client) => refOfClient(client, refKey));
      const files = new Map<string, string>();
      const recordsByPath = new Map<string, Record<string, unknown[]>>();
      const accountOf = accountWriter(table, model, raw, explanations);
      const recordOf = (row: number, ref: string): ClientRecord => {
        const record = {
          ...accountOf(row, ref),
          cohorts: memberships.of(row),
          similar: memberships.similar(row),
          change: changes[row]!
        };
        verifyRecord(record, model, explanations.base, table.clients[row]!);
        return record;
      };
      for (let row = 0; row < table.rows; row++) {
        const ref = refs[row]!;
        const path = shardPath("", createHash("sha256").update(ref).digest(), shards);
        const shard = recordsByPath.get(path) ?? {};
        shard[ref] = recordToPositions(recordOf(row, ref));
        recordsByPath.set(path, shard);
        if (row % 1000 === 999) progress(`${(row + 1).toLocaleString("en")} records`, row + 1, table.rows);
      }
      for (const [path, shard] of recordsByPath) files.set(path, JSON.stringify(shard));
      for (const {id} of memberships.cohorts) {
        files.set(cohortPath("", id), (await readArtifact(sources.cohorts, `${id}.json`)).toString("utf8"));
      }
      const epoch = epochOf(files);
      for (const [path, text] of files) {
        await mkdir(dirname(join(folder, epoch, path)), {recursive: true});
        await writeFile(join(folder, epoch, path), text);
      }
      const manifest: Manifest = {
        format: "limpide-book/0",
        epoch,
        demonstration,
        protection: {kind: "open", refKey: refKey.toString("base64url")},
        clients: table.rows,
        shards,
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
        cohorts: memberships.cohorts.map(({id, grouping, label, count}) => ({id, grouping, label, count})),
        groupings: groupingLabels,
        examples: chooseExamples(table, raw, model, changes).map(({row, label}) => ({
          ref: refs[row]!,
          client: String(table.clients[row]),
          label
        }))
      };
      await writeFile(join(folder, "manifest.json"), JSON.stringify(manifestSchema.parse(manifest)));
    }
  });
}

/** As `refOf` of the contract, without a promise a client. */
function refOfClient(client: number, key: Buffer): string {
  return createHmac("sha256", key).update(String(client)).digest().subarray(0, 16).toString("base64url");
}

/** An epoch is named after what it holds, so that two of the same name are the same. */
function epochOf(files: ReadonlyMap<string, string>): string {
  const hash = createHash("sha256");
  for (const [path, text] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) hash.update(`${path}\0${text}\0`);
  return `e${hash.digest("hex").slice(0, 12)}`;
}

/** Points that all but one client in 200 on either side are between. */
function pointsRange(raw: Float64Array, model: ScoringModel): [number, number] {
  const link = compileLink(model);
  const points = Float32Array.from(raw, (score) => link.points(score)).sort();
  return [Math.floor(quantileSorted(points, 0.005)), Math.ceil(quantileSorted(points, 0.995))];
}
