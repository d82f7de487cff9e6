import {mkdir, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {setImmediate as nextTurn} from "node:timers/promises";
import {z} from "zod";
import {packCohort, type CohortChunk} from "../model/contract/book/cohort-chunk.ts";
import {featuresPerChunk} from "../model/contract/book/format.ts";
import {cohortSchema, smallestCohort, type Cohort} from "../model/contract/cohort.ts";
import {textSchema} from "../model/contract/text.ts";
import {compileScore} from "../model/ensemble/scoring.ts";
import {readArtifact, readJsonArtifact, writeJsonArtifact, type Artifact} from "./artifacts.ts";
import {CohortDescriber} from "./cohort-distributions.ts";
import {gatherCohorts, type CohortMemberships} from "./cohort-memberships.ts";
import {pairsOf} from "./cohort-pairs.ts";
import type {FeatureTable} from "./feature-table.ts";
import {readFeatures} from "./features.ts";
import {groupingLabels, groupingsOf, similarClients, type Grouping} from "./groupings.ts";
import {readScores} from "./scores.ts";
import {runStage, type BuildContext} from "./stage.ts";
import {readModel} from "./training.ts";

const membershipsSchema = z.strictObject({
  /** All groups but pairs, then pairs: their order is that of their chunks. */
  cohorts: z.array(z.strictObject({id: z.string(), grouping: z.string(), label: textSchema, count: z.int()})),
  /** What each column of `memberships.i32` is: a grouping's id. */
  groupings: z.array(z.string()),
  chunks: z.int().positive()
});

/** Who is in which cohort. */
export interface Memberships {
  /** Pairs after all others. */
  cohorts: z.infer<typeof membershipsSchema>["cohorts"];
  /** Ids of the cohorts of a client, that of similar clients apart. */
  of(row: number): string[];
  similar(row: number): string | null;
  /** How many chunks each cohort is in. */
  chunkCount: number;
}

/** What the model says of each client, a row each. */
export interface Decisions {
  /** 1 where the model recommends acceptance. */
  accepted: Uint8Array;
  /** 1 where the score asks for a human review. */
  review: Uint8Array;
  points: Float32Array;
}

/**
 * Describes everyone and each group of at least {@link smallestCohort} people. `memberships.json` lists the cohorts,
 * `memberships.i32` says who is in which, and `chunks/<chunk>.ndjson` holds some features of all cohorts: a line each, in
 * the list's order, as the client book packs it.
 */
export function describeCohorts(
  context: BuildContext,
  features: Artifact,
  training: Artifact,
  scores: Artifact
): Promise<Artifact> {
  const {currency} = context.options;
  return runStage(context, {
    name: "cohorts",
    code: [
      "model/contract",
      "model/ensemble/calibration.ts",
      "model/ensemble/scoring.ts",
      "model/metrics/sigmoid.ts",
      "data-loaders/cohorts.ts",
      "data-loaders/cohort-column.ts",
      "data-loaders/cohort-distributions.ts",
      "data-loaders/cohort-memberships.ts",
      "data-loaders/cohort-outcomes.ts",
      "data-loaders/cohort-pairs.ts",
      "data-loaders/groupings.ts",
      "data-loaders/distribution.ts",
      "data-loaders/scores.ts",
      "data-loaders/training.ts",
      "data-loaders/features.ts",
      "data-loaders/feature-table.ts"
    ],
    options: {currency},
    inputs: [features, training, scores],
    async make(folder, progress) {
      const table = await readFeatures(features);
      const score = compileScore(await readModel(training));
      const decisions: Decisions = {
        accepted: new Uint8Array(table.rows),
        review: new Uint8Array(table.rows),
        points: new Float32Array(table.rows)
      };
      for (const [row, raw] of (await readScores(scores)).entries()) {
        const {recommendation, review, points} = score(raw);
        decisions.accepted[row] = Number(recommendation === "accept");
        decisions.review[row] = Number(review);
        decisions.points[row] = points;
      }
      await writeCohorts(folder, table, decisions, currency, progress);
    }
  });
}

/** Writes the files of {@link describeCohorts}, a chunk of features at a time. */
export async function writeCohorts(
  folder: string,
  table: FeatureTable,
  decisions: Decisions,
  currency: string,
  progress: (message: string, done: number, total: number) => void
): Promise<void> {
  const groupings = groupingsWithPairs(table, currency);
  const memberships = gatherCohorts(groupings, table.rows, smallestCohort);
  const {cohorts, members, places} = memberships;
  const chunks = chunkCount(table.features.length);
  await writeJsonArtifact(folder, "memberships.json", membershipsSchema, {
    cohorts,
    groupings: groupings.map(({id}) => id),
    chunks
  });
  await writeFile(join(folder, "memberships.i32"), new Uint8Array(places.buffer));
  await mkdir(join(folder, "chunks"));
  const describer = new CohortDescriber(members, {outcomes: table.outcomes, accepted: decisions.accepted});
  const points = describer.ofNumber(decisions.points, 30);
  const told = totals(memberships, table, decisions).map((cohort, c) => ({...cohort, points: points[c]!}));
  const ids = table.features.map(({id}) => id);
  for (let chunk = 0; chunk < chunks; chunk++) {
    const described: Cohort[] = told.map((cohort) => ({...cohort, features: {}}));
    for (const [i, id] of ids.slice(chunk * featuresPerChunk, (chunk + 1) * featuresPerChunk).entries()) {
      const feature = chunk * featuresPerChunk + i;
      const categories = table.inputs[feature]!.categories;
      const column = table.columns[feature]!;
      const distributions =
        categories === null ? describer.ofNumber(column) : describer.ofCategory(column, categories.length);
      for (const [c, cohort] of described.entries()) cohort.features[id] = distributions[c]!;
      progress(`${id} in ${cohorts.length} cohorts`, feature + 1, ids.length);
      await nextTurn();
    }
    const lines = described.map((cohort) => `${JSON.stringify(packCohort(cohortSchema.parse(cohort), ids, chunk))}\n`);
    await writeFile(join(folder, chunkFile(chunk)), lines.join(""));
  }
}

/** How many chunks so many features are in; the points are in every chunk, so that there is one at least. */
export function chunkCount(features: number): number {
  return Math.max(1, Math.ceil(features / featuresPerChunk));
}

export async function readMemberships(artifact: Artifact): Promise<Memberships> {
  const {cohorts, groupings, chunks} = await readJsonArtifact(artifact, "memberships.json", membershipsSchema);
  // A copy: Node's buffers start anywhere, typed arrays at multiples of their item's size.
  const places = new Int32Array(new Uint8Array(await readArtifact(artifact, "memberships.i32")).buffer);
  const width = groupings.length;
  const similar = groupings.indexOf("similar");
  const idOf = (row: number, grouping: number): string[] => {
    const place = places[row * width + grouping]!;
    return place < 0 ? [] : [cohorts[place]!.id];
  };
  return {
    cohorts,
    of: (row) => groupings.flatMap((_, grouping) => (grouping === similar ? [] : idOf(row, grouping))),
    similar: (row) => idOf(row, similar)[0] ?? null,
    chunkCount: chunks
  };
}

/** Every cohort's part of every chunk, chunk after chunk, as the client book packs it; `cohort` is its place in the list. */
export async function* readCohortChunks(
  artifact: Artifact
): AsyncGenerator<{cohort: number; chunk: number; packed: CohortChunk}> {
  const {chunks} = await readJsonArtifact(artifact, "memberships.json", membershipsSchema);
  for (let chunk = 0; chunk < chunks; chunk++) {
    // Each line went through its contract when it was written, and the file's hash says that it is as it was.
    const lines = (await readArtifact(artifact, chunkFile(chunk))).toString("utf8").split("\n").slice(0, -1);
    for (const [cohort, line] of lines.entries()) yield {cohort, chunk, packed: JSON.parse(line) as CohortChunk};
  }
}

function chunkFile(chunk: number): string {
  return `chunks/${chunk}.ndjson`;
}

function groupingsWithPairs(table: FeatureTable, currency: string): Grouping[] {
  const everyone: Grouping = {
    id: "everyone",
    of: new Int32Array(table.rows),
    groups: [{id: "everyone", label: groupingLabels.everyone!}]
  };
  const single = groupingsOf(table, currency);
  const similar = similarClients(table, currency, smallestCohort);
  return [everyone, ...single, similar, ...pairsOf(single, smallestCohort)];
}

function totals(
  {cohorts, members}: CohortMemberships,
  {outcomes}: FeatureTable,
  {accepted, review}: Decisions
): Omit<Cohort, "points" | "features">[] {
  return cohorts.map((cohort, c) => {
    const told = {...cohort, labelled: 0, defaults: 0, accepted: 0, review: 0};
    for (const row of members[c]!) {
      told.labelled += Number(outcomes[row]! <= 1);
      told.defaults += Number(outcomes[row] === 1);
      told.accepted += accepted[row]!;
      told.review += review[row]!;
    }
    return told;
  });
}
