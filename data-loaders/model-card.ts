import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {z} from "zod";
import type {ComparisonReport, ContenderId} from "../model/contract/comparison.ts";
import {families} from "../model/contract/feature.ts";
import {type CardInterval, type ModelCard, modelCardSchema} from "../model/contract/model-card.ts";
import {
  explanationReportSchema,
  type ExplanationReport,
  performanceReportSchema,
  type PerformanceReport,
  portfolioReportSchema,
  scoresReportSchema
} from "../model/contract/report.ts";
import {compileCalibration} from "../model/ensemble/calibration.ts";
import {pointsOf} from "../model/ensemble/scoring.ts";
import {bootstrapIntervals} from "../model/metrics/bootstrap-intervals.ts";
import {readJsonArtifact, writeJsonArtifact, type Artifact} from "./artifacts.ts";
import {readComparison} from "./comparison.ts";
import type {FeatureTable} from "./feature-table.ts";
import {readFeatures} from "./features.ts";
import {around, groupsOf} from "./model-card-groups.ts";
import {algorithmOf, intended, law, notForDecisions, outOfScope, procedure, users} from "./model-card-texts.ts";
import {runStage, type BuildContext} from "./stage.ts";
import {readAssessedRows, readModel, readModelFeatures, readOutOfFold, readTrainingReport} from "./training.ts";

/** What is to be known of the model before it is relied on, from what the other stages found: `model-card.json`. */
export function describeModel(
  context: BuildContext,
  sources: {
    features: Artifact;
    training: Artifact;
    explanations: Artifact;
    performance: Artifact;
    comparison: Artifact;
  }
): Promise<Artifact> {
  const {features, training, explanations, performance, comparison} = sources;
  return runStage(context, {
    name: "model-card",
    code: [
      "model/contract",
      "model/ensemble",
      "model/metrics",
      "data-loaders/model-card.ts",
      "data-loaders/model-card-groups.ts",
      "data-loaders/model-card-texts.ts",
      "data-loaders/comparison.ts",
      "data-loaders/training.ts",
      "data-loaders/features.ts",
      "data-loaders/feature-table.ts",
      "package.json"
    ],
    options: {trained: training.made},
    inputs: Object.values(sources),
    async make(folder) {
      const table = await readFeatures(features);
      const portfolio = await readJsonArtifact(features, "portfolio.json", portfolioReportSchema);
      const report = await readTrainingReport(training);
      const model = await readModel(training);
      const measured = await readJsonArtifact(performance, "performance.json", performanceReportSchema);
      const {decisions} = await readJsonArtifact(performance, "scores.json", scoresReportSchema);
      const explained = await readJsonArtifact(explanations, "explanation.json", explanationReportSchema);
      const compared = await readComparison(comparison);
      const rows = await readAssessedRows(training);
      const labels = Uint8Array.from(rows, (row) => table.outcomes[row]!);
      const raw = (await readOutOfFold(training))[0]!;
      const resampled = bootstrapIntervals(raw, raw.map(compileCalibration(model.calibration)), labels);
      const accepted = Uint8Array.from(pointsOf(raw, model), (points) => Number(points >= model.policy.threshold));
      const groups = groupsOf(table, rows, labels, raw, accepted);
      const inModel = await readModelFeatures(training);
      const protectedOnes = table.features.filter((feature) => feature.protected).map(({id, label}) => ({id, label}));
      const {policy} = measured;
      const perThousand = 1000 / measured.clients;
      const rate = measured.defaults / measured.clients;
      await writeJsonArtifact(folder, "model-card.json", modelCardSchema, {
        card: "limpide-model-card/1",
        identity: {
          version: report.modelVersion,
          trained: report.trained,
          origin: report.origin,
          modelHash: training.files["model.onnx"]!.sha256,
          dataHash: features.files["features.parquet"]!.sha256,
          software: await softwareOf(context.project)
        },
        use: {intended, users, outOfScope: portfolio.demonstration ? [notForDecisions, ...outOfScope] : outOfScope},
        data: {
          demonstration: portfolio.demonstration,
          currency: portfolio.currency,
          clients: portfolio.clients,
          labelled: portfolio.labelled,
          defaults: portfolio.defaults,
          tables: portfolio.tables.map(({name, present, rows, clients, features}) => ({
            name,
            present,
            rows,
            clients,
            features
          }))
        },
        features: {inputs: report.inputs, categorical: report.categoricalInputs, families: familiesOf(explained)},
        training: {
          algorithm: algorithmOf(report.origin),
          parameters: report.parameters,
          folds: report.folds,
          repeats: report.repeats,
          seed: report.seed,
          rounds: report.rounds,
          roundsPerFold: report.roundsPerFold,
          leaves: report.leaves
        },
        evaluation: {
          assessment: measured.assessment,
          clients: measured.clients,
          defaults: measured.defaults,
          auc: around(measured.auc.value, measured.aucSamplingError),
          averagePrecision: resampled.averagePrecision,
          ks: resampled.ks,
          logLoss: resampled.logLoss,
          brier: resampled.brier,
          samples: resampled.samples,
          uninformed: {averagePrecision: rate, logLoss: measured.logLossConstant, brier: rate * (1 - rate)},
          policy,
          threshold: measured.costIntervals.threshold,
          cost: scaled(measured.costIntervals.costPerClient, 1000),
          acceptAll: measured.cost.acceptAll * perThousand,
          refuseAll: measured.cost.refuseAll * perThousand,
          calibration: calibrationOf(measured),
          champion: compared.champion,
          contenders: compared.contenders,
          groups: groups.measured
        },
        explanations: {
          clients: explained.clients,
          largestError: explained.largestError,
          tolerance: explained.tolerance
        },
        protected: {
          leftOut: protectedOnes.filter(({id}) => !inModel.has(id)),
          included: protectedOnes.filter(({id}) => inModel.has(id)),
          price: priceOfLeavingOut(compared)
        },
        limits: {
          unlabelled: 1 - portfolio.labelled / portfolio.clients,
          ...externalOf(table),
          externalWeight: familiesOf(explained).find(({id}) => id === "external")?.weight ?? 0,
          absentTables: portfolio.tables.filter(({present}) => !present).map(({name}) => name),
          groupsTooSmall: groups.tooSmall,
          smallestGroup: groups.measured.reduce((least, {clients}) => Math.min(least, clients), measured.clients),
          asGood: asGood(compared)
        },
        review: {
          reviewed: (decisions.reviewAccept + decisions.reviewRefuse) / portfolio.clients,
          procedure,
          law
        }
      });
    }
  });
}

export function readModelCard(artifact: Artifact): Promise<ModelCard> {
  return readJsonArtifact(artifact, "model-card.json", modelCardSchema);
}

/** The same in another unit; a negative factor turns the interval round. */
function scaled({value, low, high}: CardInterval, factor: number): CardInterval {
  const [a, b] = [low * factor, high * factor];
  return {value: value * factor, low: Math.min(a, b), high: Math.max(a, b)};
}

async function softwareOf(project: string): Promise<ModelCard["identity"]["software"]> {
  const text = await readFile(join(project, "package.json"), "utf8");
  const {name, version, license} = z
    .looseObject({name: z.string(), version: z.string(), license: z.string()})
    .parse(JSON.parse(text));
  return {name, version, licence: license};
}

function familiesOf({families: found}: ExplanationReport): ModelCard["features"]["families"] {
  const all = found.reduce((sum, {meanAbsPoints}) => sum + meanAbsPoints, 0);
  return found
    .filter(({features}) => features > 0)
    .map(({id, features, meanAbsPoints}) => ({
      id,
      label: families[id],
      inputs: features,
      weight: all === 0 ? 0 : meanAbsPoints / all
    }));
}

function calibrationOf({calibration, calibrations}: PerformanceReport): ModelCard["evaluation"]["calibration"] {
  const {inForce, none, platt, isotonic} = calibrations;
  return {
    method: inForce,
    none,
    platt,
    isotonic,
    groups: calibration.length,
    agreeing: calibration.filter(({predicted, low, high}) => low <= predicted && predicted <= high).length
  };
}

/** What the same model gains that sees the protected attributes too; null where that wasn't tried. */
function priceOfLeavingOut({contenders}: ComparisonReport): ModelCard["protected"]["price"] {
  const seeing = contenders.find(({id}) => id === "boosted-protected");
  if (!seeing?.difference || !seeing.costDifference) return null;
  return {
    auc: around(seeing.difference.value, seeing.difference.standardError),
    // It gains what it costs less.
    cost: scaled(seeing.costDifference, -1),
    money: seeing.moneyDifference && scaled(seeing.moneyDifference, -1000)
  };
}

/** Plainer kinds of model that rank and cost no worse than the one in force, as far as the clients can tell. */
function asGood({contenders}: ComparisonReport): ContenderId[] {
  const plainer: readonly ContenderId[] = ["constant", "logistic", "tree", "forest"];
  return contenders
    .filter(({id, difference, costDifference}) => {
      if (!plainer.includes(id) || difference === null || costDifference === null) return false;
      return around(difference.value, difference.standardError).high >= 0 && costDifference.low <= 0;
    })
    .map(({id}) => id);
}

/** External scores as other organisations give them, not what is made of them; and who has none. */
function externalOf(table: FeatureTable): Pick<ModelCard["limits"], "external" | "withoutExternal"> {
  const given = table.features.flatMap((feature, column) =>
    /^external_score_[a-z]$/.test(feature.id) ? [{feature, values: table.columns[column]!}] : []
  );
  const share = (isMissing: (row: number) => boolean): number => {
    let missing = 0;
    for (let row = 0; row < table.rows; row++) missing += Number(isMissing(row));
    return missing / table.rows;
  };
  return {
    external: given.map(({feature: {id, label}, values}) => ({
      id,
      label,
      missing: share((row) => Number.isNaN(values[row]))
    })),
    withoutExternal: given.length === 0 ? 1 : share((row) => given.every(({values}) => Number.isNaN(values[row])))
  };
}
