import {globalExplanationSchema, type GlobalExplanation} from "../model/contract/global-explanation.ts";
import {assessmentOf} from "../model/contract/report.ts";
import type {ScoringModel} from "../model/contract/scoring-model.ts";
import {compileEnsemble} from "../model/ensemble/evaluate.ts";
import {compileLink} from "../model/ensemble/scoring.ts";
import type {Contributions} from "../model/explainer/global/contributions.ts";
import {explainGlobally} from "../model/explainer/global/explain-globally.ts";
import type {PermutedModel} from "../model/explainer/global/permutation.ts";
import {readJsonArtifact, writeJsonArtifact, type Artifact} from "./artifacts.ts";
import {type ExplainedSources, explainedCode, readExplained} from "./explained-portfolio.ts";
import type {Explanations} from "./explanations.ts";
import type {FeatureTable} from "./feature-table.ts";
import {groupingsOf} from "./groupings.ts";
import {runStage, type BuildContext} from "./stage.ts";
import {modelColumns, readAssessedRows, readFoldModels, readTrainingReport} from "./training.ts";

/** Segments whose importances are told apart. */
const segmented = ["age", "income_type"];

/** Says what drives the score overall: `global.json`, in points. */
export function explainPortfolio(context: BuildContext, sources: ExplainedSources): Promise<Artifact> {
  const {currency} = context.options;
  return runStage(context, {
    name: "global",
    code: [
      "model/contract",
      "model/ensemble",
      "model/explainer",
      "model/metrics",
      "data-loaders/global-explanation.ts",
      "data-loaders/groupings.ts",
      "data-loaders/distribution.ts",
      ...explainedCode
    ],
    options: {currency},
    inputs: [sources.features, sources.training, sources.scores, sources.explanations],
    async make(folder, progress) {
      const {table, model, raw, explanations} = await readExplained(sources);
      const {seed, origin} = await readTrainingReport(sources.training);
      const columns = modelColumns(table);
      const groupings = groupingsOf(table, currency).filter(({id}) => segmented.includes(id));
      const global = explainGlobally(
        {
          contributions: inPoints(table, columns, model, raw, explanations),
          unit: "points",
          columns: columns.map((column) => table.columns[column]!),
          segmentations: groupings,
          labelled: {
            models: await permutedModels(sources.training, model),
            outcomes: table.outcomes,
            inSample: assessmentOf(origin) === "seen"
          }
        },
        {
          seed,
          onProgress: (step, share) => {
            progress(step, share, 1);
          }
        }
      );
      await writeJsonArtifact(folder, "global.json", globalExplanationSchema, global);
    }
  });
}

export function readGlobalExplanation(artifact: Artifact): Promise<GlobalExplanation> {
  return readJsonArtifact(artifact, "global.json", globalExplanationSchema);
}

/**
 * Contributions in points. With Platt's calibration a point is worth as many log-odds everywhere, and the contributions
 * are told through one factor; with isotonic calibration each client has a factor, and they are multiplied out.
 */
function inPoints(
  table: FeatureTable,
  columns: readonly number[],
  model: ScoringModel,
  raw: Float64Array,
  {base, contributions}: Explanations
): Contributions {
  const features = columns.map((column) => ({
    id: table.features[column]!.id,
    family: table.features[column]!.family,
    categories: table.inputs[column]!.categories
  }));
  const link = compileLink(model);
  if (model.calibration.method === "platt") {
    return {features, values: contributions, factor: link.pointsPerLogOdds(base, base)};
  }
  const values = new Float32Array(contributions.length);
  for (let row = 0; row < raw.length; row++) {
    const factor = link.pointsPerLogOdds(base, raw[row]!);
    for (let i = row * features.length; i < (row + 1) * features.length; i++) values[i] = contributions[i]! * factor;
  }
  return {features, values, factor: 1};
}

/** The models of the folds, each on the clients that it didn't see; or the one model, where there are none. */
async function permutedModels(training: Artifact, model: ScoringModel): Promise<PermutedModel[]> {
  const assessed = await readAssessedRows(training);
  const folds = await readFoldModels(training);
  if (folds === null) return [{compiled: compileEnsemble(model.ensemble), rows: assessed}];
  return folds.map(({ensemble, rows}) => ({
    compiled: compileEnsemble(ensemble),
    rows: Int32Array.from(rows, (row) => assessed[row]!)
  }));
}
