import {createHash} from "node:crypto";
import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {LimpideError, placedIn} from "../model/contract/errors.ts";
import type {Feature} from "../model/contract/feature.ts";
import type {ImportedModelFile} from "../model/contract/imported-model.ts";
import type {ModelInput} from "../model/contract/scoring-model.ts";
import {CoverCount, coversKnown} from "../model/ensemble/covers.ts";
import {compileEnsemble, evaluate} from "../model/ensemble/evaluate.ts";
import {parseImportedFile} from "../model/ensemble/imported-file.ts";
import {codesByName, renumber, type NewPlace} from "../model/ensemble/renumber.ts";
import {catalogue} from "../model/features/catalogue.ts";
import {unreadable} from "../model/tables/sources/content.ts";
import {stratifiedFolds} from "../model/trainer/folds.ts";
import type {Artifact} from "./artifacts.ts";
import {labelledRows, type FeatureTable} from "./feature-table.ts";
import {readFeatures} from "./features.ts";
import {finishModel, programName, writeTraining} from "./finish-model.ts";
import {runStage, type BuildContext} from "./stage.ts";
import {modelColumns} from "./training.ts";
import {readUnseenClients} from "./unseen-clients.ts";

/** Of the folds that calibration is chosen by. */
const seed = 1;

/**
 * Takes a model that was imported in place of training one: the files of {@link writeTraining}. Its splits are renumbered
 * to the feature table's columns and categories; where its file doesn't say how many clients passed each split, they are
 * counted on the feature table. Calibration and threshold are chosen as for a model that is trained here, on the
 * labelled clients, or on those of them who are said not to have trained it.
 *
 * Trees are added up in double precision, as all scores here are; XGBoost adds up in single precision, so that its own
 * raw scores may differ in the seventh digit.
 * @throws {LimpideError} E_FILE_UNREADABLE and E_MODEL for what no import wrote; E_TABLE_MISSING when the model reads
 * features of a table that is absent; E_TARGET when too few of the clients who are to assess it have an outcome; E_MODEL
 * when its higher scores don't go with more defaults
 */
export async function adoptModel(context: BuildContext, features: Artifact, folder: string): Promise<Artifact> {
  const {options, project, effects} = context;
  const {folds, costRatio, scale} = options;
  const path = join(folder, "model.json");
  const {file, sha256} = await readImported(path);
  const unseen = options.unseen === undefined ? null : await readUnseenClients(options.unseen);
  if (unseen === null) {
    effects.warn(
      "the clients who assess the imported model may have trained it: its figures and probabilities flatter it, and the site says so; name clients that it hasn't seen with --unseen FILE.csv"
    );
  }
  return runStage(context, {
    name: "training",
    code: [
      "model/contract",
      "model/features/catalogue.ts",
      "model/features/catalogue",
      "model/trainer/folds.ts",
      "model/ensemble",
      "model/metrics",
      "model/tables/sources/content.ts",
      "data-loaders/adopt-model.ts",
      "data-loaders/unseen-clients.ts",
      "data-loaders/finish-model.ts",
      "data-loaders/choose-calibration.ts",
      "data-loaders/training.ts",
      "data-loaders/features.ts",
      "data-loaders/feature-table.ts",
      "package.json",
      "package-lock.json"
    ],
    options: {folds, costRatio, scale, model: sha256, unseen: unseen && hashOf(unseen)},
    inputs: [features],
    async make(artifact, progress) {
      const table = await readFeatures(features);
      const columns = modelColumns(table).map((column) => table.columns[column]!);
      const inputs = modelColumns(table).map((column) => table.inputs[column]!);
      let ensemble = renumber(file.ensemble, placesOf(file, inputs, path), inputs.length);
      const known = coversKnown(ensemble);
      if (!known) {
        progress("counting the clients at each split", 0, 1);
        const covers = new CoverCount(ensemble);
        covers.add(columns);
        ensemble = covers.ensemble();
      }
      const rows = assessedRows(table, unseen, options.unseen, folds, (message) => {
        effects.warn(message);
      });
      const labels = Uint8Array.from(rows, (row) => table.outcomes[row]!);
      const assessed = {
        rows,
        labels,
        raw: [
          evaluate(
            compileEnsemble(ensemble),
            columns.map((column) => Float32Array.from(rows, (row) => column[row]!))
          )
        ],
        folds: stratifiedFolds(labels, folds, 1, seed)[0]!
      };
      const model = finishModel({inputs, ensemble}, assessed, {costRatio, scale});
      if (model === null) {
        throw new LimpideError(
          "E_MODEL",
          "its higher scores don't go with more defaults on these clients: is it a model of repayment, or of other columns?",
          {file: path}
        );
      }
      await writeTraining(artifact, {
        model,
        assessed,
        provenance: {ensembleHash: file.source.sha256, writtenBy: await programName(project)},
        report: {
          origin: {
            kind: "imported",
            ...file.source,
            unseen: unseen !== null,
            covers: known ? "file" : "table",
            link: file.link
          },
          dataHash: features.files["features.parquet"]!.sha256.slice(0, 12),
          seed,
          folds,
          repeats: 1,
          parameters: {},
          roundsPerFold: [],
          rounds: ensemble.trees.length,
          inputs: file.inputs.length,
          categoricalInputs: file.inputs.filter(({categories}) => categories !== null).length,
          leftOut: table.features.filter((feature) => feature.protected).map(({id}) => id)
        }
      });
    }
  });
}

async function readImported(path: string): Promise<{file: ImportedModelFile; sha256: string}> {
  const advice = "it must be a folder that limpide import wrote";
  const bytes = await readFile(path).catch((cause: unknown) => {
    const {code} = cause as NodeJS.ErrnoException;
    if (code !== "ENOENT" && code !== "ENOTDIR") throw unreadable(path, cause);
    throw new LimpideError("E_FILE_UNREADABLE", `there is no such file: ${advice}`, {file: path}, {cause});
  });
  let json: unknown;
  try {
    json = JSON.parse(bytes.toString("utf8"));
  } catch (cause) {
    throw new LimpideError("E_MODEL", `isn't JSON: ${advice}`, {file: path}, {cause});
  }
  try {
    return {file: parseImportedFile(json), sha256: createHash("sha256").update(bytes).digest("hex")};
  } catch (error) {
    throw placedIn(path, error);
  }
}

/** Where each feature of the model is in the feature table, whose categories it may know under other codes. */
function placesOf({inputs}: ImportedModelFile, table: readonly ModelInput[], file: string): NewPlace[] {
  const known = new Map<string, Feature>(catalogue.map((feature) => [feature.id, feature]));
  return inputs.map(({id, categories}) => {
    const feature = known.get(id);
    if (!feature) throw new LimpideError("E_MODEL", "the catalogue has no such feature", {file, column: id});
    if (feature.protected) {
      throw new LimpideError("E_MODEL", "it is protected: nothing is decided by it", {file, column: id});
    }
    const place = table.findIndex((input) => input.id === id);
    if (place < 0) {
      const message = `the model reads this feature, and the table ${feature.source} that it comes from is absent`;
      throw new LimpideError("E_TABLE_MISSING", message, {file, column: id});
    }
    const {categories: names} = table[place]!;
    if ((names === null) !== (categories === null)) {
      throw new LimpideError("E_MODEL", "the model and the feature table differ on whether it is a category", {
        file,
        column: id
      });
    }
    return {feature: place, codes: categories && codesByName(categories, names!)};
  });
}

/** The rows of the clients whom the model is assessed on: all labelled ones, or the unseen ones among them. */
function assessedRows(
  table: FeatureTable,
  unseen: Int32Array | null,
  file: string | undefined,
  folds: number,
  warn: (message: string) => void
): Int32Array {
  const labelled = labelledRows(table);
  const chosen = unseen && new Set(unseen);
  const rows = chosen ? labelled.filter((row) => chosen.has(table.clients[row]!)) : labelled;
  const count = (number: number): string => number.toLocaleString("en");
  if (chosen && rows.length < chosen.size) {
    warn(
      `of ${count(chosen.size)} clients said to be unseen, ${count(rows.length)} are of these tables and have an outcome`
    );
  }
  const defaults = rows.reduce((sum, row) => sum + table.outcomes[row]!, 0);
  if (Math.min(defaults, rows.length - defaults) < folds) {
    throw new LimpideError(
      "E_TARGET",
      `a model is assessed on at least ${folds} clients who defaulted and ${folds} who repaid; these are ${count(defaults)} and ${count(rows.length - defaults)}`,
      file === undefined ? {} : {file}
    );
  }
  return rows;
}

function hashOf(numbers: Int32Array): string {
  return createHash("sha256").update(new Uint8Array(numbers.buffer)).digest("hex");
}
