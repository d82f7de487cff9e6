import {z} from "zod";
import {cohortSchema, smallestCohort, type Cohort} from "../model/contract/cohort.ts";
import {textSchema, type Text} from "../model/contract/text.ts";
import {compileScore} from "../model/ensemble/scoring.ts";
import {readJsonArtifact, writeJsonArtifact, type Artifact} from "./artifacts.ts";
import {distribution, readableEdges} from "./distribution.ts";
import type {FeatureTable} from "./feature-table.ts";
import {readFeatures} from "./features.ts";
import {groupingLabels, groupingsOf, membersOf, similarClients, type Grouping} from "./groupings.ts";
import {readScores} from "./scores.ts";
import {runStage, type BuildContext} from "./stage.ts";
import {readModel} from "./training.ts";

const membershipsSchema = z.strictObject({
  cohorts: z.array(z.strictObject({id: z.string(), grouping: z.string(), label: textSchema, count: z.int()})),
  /** By grouping: the cohort of each client, in the order of the feature table; an index into `cohorts`, or −1. */
  of: z.record(z.string(), z.array(z.int()))
});

/** Who is in which cohort. */
export interface Memberships {
  cohorts: {id: string; grouping: string; label: Text; count: number}[];
  /** Ids of the cohorts of a client, that of similar clients apart. */
  of(row: number): string[];
  similar(row: number): string | null;
}

/** Describes everyone and each group of at least {@link smallestCohort} people: `<cohort>.json`, `memberships.json`. */
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
      const model = await readModel(training);
      const raw = await readScores(scores);
      const scored = Array.from(raw, compileScore(model));
      const describe = cohortWriter(table, {
        accepted: Uint8Array.from(scored, ({recommendation}) => Number(recommendation === "accept")),
        review: Uint8Array.from(scored, ({review}) => Number(review)),
        points: Float32Array.from(scored, ({points}) => points)
      });
      const everyone: Grouping = {
        id: "everyone",
        of: new Int32Array(table.rows),
        groups: [{id: "everyone", label: groupingLabels.everyone!}]
      };
      const groupings = [everyone, ...groupingsOf(table, currency), similarClients(table, currency, smallestCohort)];
      const cohorts: z.infer<typeof membershipsSchema>["cohorts"] = [];
      const of: Record<string, number[]> = {};
      for (const [g, grouping] of groupings.entries()) {
        const indexes = new Map<number, number>();
        for (const [group, rows] of membersOf(grouping).entries()) {
          if (rows.length < smallestCohort) continue;
          const {id, label} = grouping.groups[group]!;
          const cohort = describe({id, grouping: grouping.id, label}, rows);
          await writeJsonArtifact(folder, `${id}.json`, cohortSchema, cohort);
          indexes.set(group, cohorts.length);
          cohorts.push({id, grouping: grouping.id, label, count: rows.length});
        }
        of[grouping.id] = Array.from(grouping.of, (group) => indexes.get(group) ?? -1);
        progress(`${cohorts.length} cohorts`, g + 1, groupings.length);
      }
      await writeJsonArtifact(folder, "memberships.json", membershipsSchema, {cohorts, of});
    }
  });
}

export async function readMemberships(artifact: Artifact): Promise<Memberships> {
  const {cohorts, of} = await readJsonArtifact(artifact, "memberships.json", membershipsSchema);
  const {similar, ...partitions} = of;
  return {
    cohorts,
    of: (row) =>
      Object.values(partitions).flatMap((indexes) => (indexes[row]! < 0 ? [] : [cohorts[indexes[row]!]!.id])),
    similar: (row) => (similar === undefined || similar[row]! < 0 ? null : cohorts[similar[row]!]!.id)
  };
}

/** What the model says of each client. */
interface Decisions {
  accepted: Uint8Array;
  review: Uint8Array;
  points: Float32Array;
}

/** Describes groups on bins that all of them share, so that they can be laid over each other. */
function cohortWriter(
  table: FeatureTable,
  {accepted, review, points}: Decisions
): (name: Pick<Cohort, "id" | "grouping" | "label">, rows: Int32Array) => Cohort {
  const outcomes = {outcomes: table.outcomes, accepted};
  const bins = table.columns.map((column, i) => {
    const categories = table.inputs[i]!.categories;
    return categories === null ? {edges: readableEdges(column)} : {categories: categories.length};
  });
  const pointsBins = {edges: readableEdges(points, 30)};
  return (name, rows) => {
    const total = (flags: Uint8Array): number => rows.reduce((sum, row) => sum + flags[row]!, 0);
    const known = rows.filter((row) => table.outcomes[row]! <= 1);
    return {
      ...name,
      count: rows.length,
      labelled: known.length,
      defaults: known.reduce((sum, row) => sum + table.outcomes[row]!, 0),
      accepted: total(accepted),
      review: total(review),
      points: distribution(points, rows, outcomes, pointsBins),
      features: Object.fromEntries(
        table.features.map(({id}, i) => [id, distribution(table.columns[i]!, rows, outcomes, bins[i]!)])
      )
    };
  };
}
