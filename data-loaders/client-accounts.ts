import type {ManifestFeature} from "../model/contract/manifest.ts";
import type {ScoringModel} from "../model/contract/scoring-model.ts";
import {accountMaker, type ClientAccount} from "./book-record.ts";
import {plain, quantileSorted} from "./distribution.ts";
import type {Explanations} from "./explanations.ts";
import type {FeatureTable} from "./feature-table.ts";
import {modelColumns} from "./training.ts";

export type {ClientAccount} from "./book-record.ts";

/** Makes each client's account from the feature table: see {@link accountMaker}. */
export function accountWriter(
  table: FeatureTable,
  model: ScoringModel,
  raw: Float64Array,
  explanations: Explanations
): (row: number, ref: string) => ClientAccount {
  return accountMaker({columns: table.columns, inputs: modelColumns(table), model, raw, ...explanations});
}

/** What the manifest says of each feature of the table. */
export function manifestFeatures(table: FeatureTable, inModel: ReadonlySet<string>): ManifestFeature[] {
  return table.features.map(({description: _, ...feature}, column) => ({
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
