import {readdir, readFile, stat} from "node:fs/promises";
import {join} from "node:path";
import type {Artifact} from "../../data-loaders/artifacts.ts";
import type {FeatureTable} from "../../data-loaders/feature-table.ts";
import {readFeatures} from "../../data-loaders/features.ts";
import {readModel} from "../../data-loaders/training.ts";
import type {ScoringModel} from "../../model/contract/scoring-model.ts";

/** The latest features and model of a store that `limpide build` filled. */
export async function readStore(store: string): Promise<{table: FeatureTable; model: ScoringModel; onnx: Buffer}> {
  const [features, training] = [await latest(store, "features"), await latest(store, "training")];
  return {
    table: await readFeatures(features),
    model: await readModel(training),
    onnx: await readFile(join(training.folder, "model.onnx"))
  };
}

async function latest(store: string, stage: string): Promise<Artifact> {
  const folder = join(store, "artifacts", stage);
  const dated = await Promise.all(
    (await readdir(folder)).map(async (name) => ({name, time: (await stat(join(folder, name))).mtimeMs}))
  );
  const newest = dated.reduce((a, b) => (b.time > a.time ? b : a)).name;
  const card = JSON.parse(await readFile(join(folder, newest, "artifact.json"), "utf8")) as Omit<Artifact, "folder">;
  return {...card, folder: join(folder, newest)};
}
