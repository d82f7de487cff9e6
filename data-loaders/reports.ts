import {writeFile} from "node:fs/promises";
import {basename, join} from "node:path";
import {performanceReportSchema, portfolioReportSchema, scoresReportSchema} from "../model/contract/report.ts";
import type {SelectionReport} from "../model/contract/selection.ts";
import {tables} from "../model/contract/tables.ts";
import {type ValidationReport, validationReportSchema} from "../model/contract/validation.ts";
import {readJsonArtifact, type Artifact} from "./artifacts.ts";
import {readComparison} from "./comparison.ts";
import {readExplanationQuality} from "./explanation-quality.ts";
import {readExplanationReport} from "./explanations.ts";
import {readCatalogue} from "./features.ts";
import {readGlobalExplanation} from "./global-explanation.ts";
import {readModelCard} from "./model-card.ts";
import {runStage, type BuildContext} from "./stage.ts";
import {readModelFeatures, readTrainingReport} from "./training.ts";

/** Gathers what the site shows, a JSON file a report: all figures of all pages are in this folder. */
export function gatherReports(
  context: BuildContext,
  sources: {
    features: Artifact;
    training: Artifact;
    explanations: Artifact;
    global: Artifact;
    quality: Artifact;
    performance: Artifact;
    comparison: Artifact;
    card: Artifact;
  },
  selection: SelectionReport | null
): Promise<Artifact> {
  const {features, training, explanations, global, quality, performance, comparison, card} = sources;
  return runStage(context, {
    name: "reports",
    code: [
      "model/contract",
      "data-loaders/reports.ts",
      "data-loaders/explanations.ts",
      "data-loaders/global-explanation.ts",
      "data-loaders/explanation-quality.ts",
      "data-loaders/comparison.ts",
      "data-loaders/model-card.ts",
      "data-loaders/training.ts",
      "data-loaders/features.ts"
    ],
    options: {trained: training.made, selection},
    inputs: Object.values(sources),
    async make(folder) {
      const write = (name: string, value: unknown) => writeFile(join(folder, `${name}.json`), JSON.stringify(value));
      await write("portfolio", await readJsonArtifact(features, "portfolio.json", portfolioReportSchema));
      const validation = await readJsonArtifact(features, "validation.json", validationReportSchema);
      await write("validation", withoutIdentity(validation));
      await write("training", await readTrainingReport(training));
      await write("explanation", await readExplanationReport(explanations));
      await write("globalExplanation", await readGlobalExplanation(global));
      await write("explanationQuality", await readExplanationQuality(quality));
      await write("performance", await readJsonArtifact(performance, "performance.json", performanceReportSchema));
      await write("comparison", await readComparison(comparison));
      await write("model-card", await readModelCard(card));
      await write("selection", selection);
      await write("scores", await readJsonArtifact(performance, "scores.json", scoresReportSchema));
      const catalogue = await readCatalogue(features);
      const inModel = await readModelFeatures(training);
      await write(
        "features",
        catalogue.map((feature) => ({...feature, inModel: inModel.has(feature.id)}))
      );
    }
  });
}

/** A validation report that anyone may read: no path or address of the bank's, no number of a client's. */
function withoutIdentity(report: ValidationReport): ValidationReport {
  return {
    ...report,
    source: basename(report.source.replace(/[?#].*$/, "")),
    tables: report.tables.map((table) => {
      const ids = tables[table.name].columns.filter(({type}) => type === "id").map(({name}) => name);
      const faults = table.faults.map((fault) =>
        fault.column !== null && ids.includes(fault.column) ? {...fault, first: {...fault.first, value: null}} : fault
      );
      const columns = table.columns.map((column) =>
        ids.includes(column.name) ? {...column, least: null, greatest: null} : column
      );
      return {...table, faults, columns};
    })
  };
}
