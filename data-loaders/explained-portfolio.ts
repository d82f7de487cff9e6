import type {ScoringModel} from "../model/contract/scoring-model.ts";
import type {Artifact} from "./artifacts.ts";
import {readExplanations, type Explanations} from "./explanations.ts";
import type {FeatureTable} from "./feature-table.ts";
import {readFeatures} from "./features.ts";
import {readScores} from "./scores.ts";
import {readModel} from "./training.ts";

/** What a stage that tells of explanations is made of. */
export interface ExplainedSources {
  features: Artifact;
  training: Artifact;
  scores: Artifact;
  explanations: Artifact;
}

/** All clients with their scores and explanations. */
export interface ExplainedPortfolio {
  table: FeatureTable;
  model: ScoringModel;
  /** ONNX Runtime's raw scores, in the order of the table. */
  raw: Float64Array;
  explanations: Explanations;
}

/** What a stage that reads this has to name among its code. */
export const explainedCode = [
  "data-loaders/explained-portfolio.ts",
  "data-loaders/explanations.ts",
  "data-loaders/scores.ts",
  "data-loaders/training.ts",
  "data-loaders/features.ts",
  "data-loaders/feature-table.ts"
] as const;

/** Reads them, each explanation held against its score once more. */
export async function readExplained(sources: ExplainedSources): Promise<ExplainedPortfolio> {
  const table = await readFeatures(sources.features);
  const raw = await readScores(sources.scores);
  return {
    table,
    model: await readModel(sources.training),
    raw,
    explanations: await readExplanations(sources.explanations, raw, table.clients)
  };
}
