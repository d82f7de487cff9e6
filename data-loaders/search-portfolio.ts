import {join} from "node:path";
import type {SelectionReport} from "../model/contract/selection.ts";
import {ArtifactStore} from "./artifacts.ts";
import type {BuildEffects} from "./effects.ts";
import {labelledRows} from "./feature-table.ts";
import {makeFeatures, readFeatures} from "./features.ts";
import {withLock} from "./lock.ts";
import type {BuildOptions} from "./options.ts";
import {generateDemonstration} from "./portfolio.ts";
import {searchParameters} from "./search.ts";
import {dataHashOf} from "./selection.ts";
import type {BuildContext} from "./stage.ts";
import {modelMatrix, readTrainingReport, trainModel} from "./training.ts";

/** Searches the trainer's parameters on a portfolio, from its tables on. What a build has made of them is used again. */
export async function searchPortfolio(
  project: string,
  options: BuildOptions,
  {folder, trials}: {folder: string; trials: number},
  effects: BuildEffects,
  signal: AbortSignal
): Promise<SelectionReport> {
  return withLock(join(options.store, "lock"), 2, async () => {
    const store = new ArtifactStore(join(options.store, "artifacts"));
    const context: BuildContext = {project, options, store, effects, signal};
    await store.clearAside();
    const demonstration = options.data === undefined ? await generateDemonstration(context) : undefined;
    const features = await makeFeatures(context, demonstration);
    const training = await trainModel(context, features);
    const table = await readFeatures(features);
    const rows = labelledRows(table);
    const {parameters, rounds, seed} = await readTrainingReport(training);
    const named = ["learning_rate", "num_leaves", "min_child_samples", "reg_lambda", "reg_alpha", "subsample"];
    const standard = Object.fromEntries(
      [...named, "colsample_bytree", "max_bin"].map((name) => [name, Number(parameters[name])])
    );
    effects.begin("search");
    const start = performance.now();
    const report = await searchParameters({
      matrix: modelMatrix(table, rows),
      labels: Uint8Array.from(rows, (row) => table.outcomes[row]!),
      dataHash: dataHashOf(features),
      standard: {...standard, n_estimators: rounds},
      folder: join(folder, dataHashOf(features)),
      trials,
      evenTrials: Math.ceil(trials / 3),
      outerFolds: options.folds,
      innerFolds: 3,
      seed,
      threads: options.threads,
      onProgress: (message, done, total) => {
        effects.progress("search", message, done, total);
      },
      signal
    });
    effects.end("search", (performance.now() - start) / 1000, false);
    return report;
  });
}
