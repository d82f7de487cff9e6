import {LimpideError} from "../model/contract/errors.ts";
import type {ManifestFeature} from "../model/contract/manifest.ts";
import {recordSchema, type ClientRecord} from "../model/contract/record.ts";
import type {ScoringModel} from "../model/contract/scoring-model.ts";
import {compileLink, compileScore, decide} from "../model/ensemble/scoring.ts";
import {plain, quantileSorted} from "./distribution.ts";
import {tolerance, type Explanations} from "./explanations.ts";
import type {FeatureTable} from "./feature-table.ts";
import {modelColumns} from "./training.ts";

/** What a record says of a client that doesn't hang on other clients. */
export type ClientAccount = Omit<ClientRecord, "cohorts" | "similar" | "change">;

/** Makes each client's account; the contributions in points are those of the raw score, times one factor. */
export function accountWriter(
  table: FeatureTable,
  model: ScoringModel,
  raw: Float64Array,
  explanations: Explanations
): (row: number, ref: string) => ClientAccount {
  const link = compileLink(model);
  const scoreOf = compileScore(model);
  const columns = modelColumns(table);
  return (row, ref) => {
    const score = scoreOf(raw[row]!);
    const factor = link.pointsPerLogOdds(explanations.base, score.raw);
    const contributions = new Array<number>(table.features.length).fill(0);
    columns.forEach((column, i) => {
      contributions[column] = round3(explanations.contributions[row * columns.length + i]! * factor);
    });
    return {
      ref,
      model: model.version,
      ...score,
      base: round3(link.points(score.raw) + (explanations.base - score.raw) * factor),
      values: table.columns.map((column) => (Number.isNaN(column[row]!) ? null : plain(column[row]!))),
      contributions
    };
  };
}

/**
 * Holds what a record shows against the model: its decision is the one that its points give, its points the ones that
 * its score gives, and its reasons add up to them. Throws E_DECISION or E_ADDITIVITY with the client's number.
 * @param base the raw score before any feature speaks
 */
export function verifyRecord(record: ClientRecord, model: ScoringModel, base: number, client: number): void {
  recordSchema.parse(record);
  const expected = compileScore(model)(record.raw);
  const decision = decide(record.points, model.policy);
  if (
    record.points !== expected.points ||
    record.recommendation !== decision.recommendation ||
    record.review !== decision.review
  ) {
    throw new LimpideError(
      "E_DECISION",
      `client ${client}: ${record.recommendation} at ${record.points} points, but a raw score of ${record.raw} is ${expected.points} points: ${decision.recommendation}`
    );
  }
  if (record.change !== null && record.change.points !== record.points) {
    throw new LimpideError(
      "E_DECISION",
      `client ${client}: what would change the decision starts from ${record.change.points} points, the score is ${record.points}`
    );
  }
  const link = compileLink(model);
  const shown = record.contributions.reduce((sum, points) => sum + points, record.base);
  // Each of the numbers shown is rounded to a thousandth of a point.
  const slack =
    (record.contributions.length + 1) * 0.0005 + tolerance * Math.abs(link.pointsPerLogOdds(base, record.raw));
  if (!(Math.abs(shown - link.points(record.raw)) <= slack)) {
    throw new LimpideError(
      "E_ADDITIVITY",
      `client ${client}: the reasons shown add up to ${shown} points, the score is ${record.points}`
    );
  }
}

/** Rounded to a thousandth, and never −0. */
function round3(value: number): number {
  return Math.round(value * 1000) / 1000 + 0;
}

/** What the manifest says of each feature of the table. */
export function manifestFeatures(table: FeatureTable, inModel: ReadonlySet<string>): ManifestFeature[] {
  return table.features.map((feature, column) => ({
    ...feature,
    categories: table.inputs[column]!.categories,
    inModel: inModel.has(feature.id),
    usual: usual(table.columns[column]!, table.inputs[column]!.categories)
  }));
}

/** What is usual: the quartiles of a number; of a category, the most frequent code and its share. */
function usual(column: Float32Array, categories: readonly string[] | null): number[] | null {
  const known = column.filter((value) => !Number.isNaN(value)).sort();
  if (known.length === 0) return null;
  if (categories === null) return [0.25, 0.5, 0.75].map((p) => quantileSorted(known, p));
  const counts = new Array<number>(categories.length).fill(0);
  for (const code of known) counts[code]!++;
  const most = counts.indexOf(Math.max(...counts));
  return [most, plain(counts[most]! / known.length)];
}
