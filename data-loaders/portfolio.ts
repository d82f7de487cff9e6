import {generatePortfolio} from "../model/tables/generate.ts";
import type {Artifact} from "./artifacts.ts";
import {runStage, type BuildContext} from "./stage.ts";

/** Generates the demonstration portfolio: the seven tables as csv. */
export function generateDemonstration(context: BuildContext): Promise<Artifact> {
  const {clients, seed, threads} = context.options;
  return runStage(context, {
    name: "portfolio",
    code: [
      "model/tables/generate.ts",
      "model/tables/generate-clients.ts",
      "model/tables/generate-pool.ts",
      "model/tables/generate-parquet.ts",
      "model/tables/generate-worker.ts",
      "model/tables/demo",
      "model/threads",
      "model/contract",
      "data-loaders/portfolio.ts"
    ],
    options: {clients, seed},
    async make(folder, progress) {
      await generatePortfolio({folder, clients, seed, threads, onProgress: progress, signal: context.signal});
    }
  });
}
