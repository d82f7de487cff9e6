import {mkdir, rename, rm, writeFile} from "node:fs/promises";
import {join} from "node:path";
import type {ListedFeature} from "../model/contract/feature-list.ts";
import {ArtifactStore, verifyArtifact, type Artifact} from "./artifacts.ts";
import {quoteLiteral, quoteName, withDuckDB} from "./duckdb.ts";
import type {BuildEffects} from "./effects.ts";
import type {FeatureTable} from "./feature-table.ts";
import {makeFeatures, readFeatures} from "./features.ts";
import {withLock} from "./lock.ts";
import type {BuildOptions} from "./options.ts";
import {generateDemonstration} from "./portfolio.ts";
import type {BuildContext} from "./stage.ts";

/** What was exported. */
export interface ExportedFeatures {
  clients: number;
  labelled: number;
  features: readonly ListedFeature[];
}

/**
 * Writes the feature table of a portfolio for those who train elsewhere: `features.parquet` (SK_ID_CURR, TARGET, then a
 * column a feature; numbers as FLOAT, categories as their names), and `features.json`, a list of its columns in order.
 * Protected features are in it, for who audits fairness, and are said to be protected.
 */
export async function exportFeatures(
  project: string,
  options: BuildOptions,
  folder: string,
  effects: BuildEffects,
  signal: AbortSignal
): Promise<ExportedFeatures> {
  return withLock(join(options.store, "lock"), 2, async () => {
    const store = new ArtifactStore(join(options.store, "artifacts"));
    const context: BuildContext = {project, options, store, effects, signal};
    await store.clearAside();
    const demonstration = options.data === undefined ? await generateDemonstration(context) : undefined;
    const artifact = await makeFeatures(context, demonstration);
    const table = await readFeatures(artifact);
    const features = listOf(table);
    await mkdir(folder, {recursive: true});
    await writeTable(artifact, features, join(folder, "features.parquet"));
    const path = join(folder, "features.json");
    await writeFile(`${path}.part`, `${JSON.stringify(features, null, 2)}\n`);
    await rename(`${path}.part`, path);
    const labelled = table.outcomes.reduce((sum, outcome) => sum + Number(outcome <= 1), 0);
    return {clients: table.rows, labelled, features};
  });
}

function listOf({features, inputs}: FeatureTable): ListedFeature[] {
  return features.map(({id, unit, label, description, protected: isProtected}, column) => ({
    id,
    categories: inputs[column]!.categories,
    protected: isProtected,
    unit,
    label,
    description
  }));
}

async function writeTable(artifact: Artifact, features: readonly ListedFeature[], path: string): Promise<void> {
  await verifyArtifact(artifact, "features.parquet");
  const columns = ["SK_ID_CURR", "TARGET", ...features.map(({id}) => id)].map(quoteName).join(", ");
  const source = `read_parquet(${quoteLiteral(join(artifact.folder, "features.parquet"))})`;
  const aside = `${path}.part`;
  try {
    await withDuckDB((connection) =>
      connection.run(
        `COPY (SELECT ${columns} FROM ${source} ORDER BY SK_ID_CURR) TO ${quoteLiteral(aside)} (FORMAT parquet, COMPRESSION zstd)`
      )
    );
    await rename(aside, path);
  } finally {
    await rm(aside, {force: true});
  }
}
