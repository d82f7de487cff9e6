import {createHash} from "node:crypto";
import {mkdir, readFile, rename, writeFile} from "node:fs/promises";
import {basename, join} from "node:path";
import {z} from "zod";
import {inFile, LimpideError} from "../model/contract/errors.ts";
import {featureListSchema, type ListedFeature} from "../model/contract/feature-list.ts";
import {importedModelFileSchema, type ImportedModelFile} from "../model/contract/imported-model.ts";
import {coversKnown} from "../model/ensemble/covers.ts";
import {importedFile} from "../model/ensemble/imported-file.ts";
import {checkFeatureList, matchFeatures, type FeatureMatch} from "../model/ensemble/match-features.ts";
import {catalogue} from "../model/features/catalogue.ts";
import {unreadable} from "../model/tables/sources/content.ts";
import {importModel} from "./import-model.ts";

export interface ImportOptions {
  /** A model file of any kind that is understood, or a folder that holds one: see {@link importModel}. */
  model: string;
  /** A JSON list of the model's columns; without it, they go by the names in the model file. */
  features?: string | undefined;
  /** Where model.json is written. */
  out: string;
}

export interface Imported {
  file: ImportedModelFile;
  match: FeatureMatch;
  /** What was written. */
  path: string;
}

/**
 * Reads a model that was trained elsewhere, finds its features in the catalogue, and writes it as `model.json`, for a
 * build to take in place of training one.
 * @throws {LimpideError} with the file and the feature: E_FILE_UNREADABLE, E_FILE_TRUNCATED, E_ENCODING, and E_MODEL for
 * what isn't supported or doesn't go with the catalogue; nothing is written then
 */
export async function importForBuild({model: from, features, out}: ImportOptions): Promise<Imported> {
  const {model, path: source, bytes} = await importModel(from);
  const list = features === undefined ? null : await readFeatureList(features);
  const {file, match} = inFile(source, () => {
    const match = matchFeatures(model, catalogue, list);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    return {match, file: importedFile(model, match, {format: model.format, file: basename(source), sha256})};
  });
  const path = join(out, "model.json");
  await mkdir(out, {recursive: true});
  await writeFile(`${path}.part`, `${JSON.stringify(importedModelFileSchema.parse(file))}\n`);
  await rename(`${path}.part`, path);
  return {file, match, path};
}

async function readFeatureList(file: string): Promise<ListedFeature[]> {
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    throw unreadable(file, cause);
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new LimpideError("E_MODEL", `isn't JSON: ${(cause as Error).message}`, {file}, {cause});
  }
  const parsed = featureListSchema.safeParse(json);
  if (!parsed.success) {
    throw new LimpideError("E_MODEL", `isn't a list of features: ${z.prettifyError(parsed.error)}`, {file});
  }
  inFile(file, () => {
    checkFeatureList(parsed.data, catalogue);
  });
  return parsed.data;
}

const formatNames = {lightgbm: "LightGBM", xgboost: "XGBoost", onnx: "ONNX", limpide: "Limpide"};

/** What was understood of a model, as lines for a terminal. */
export function describeImport({file, match, path}: Imported): string[] {
  const {source, inputs, ensemble, link} = file;
  const leaves = ensemble.trees.reduce((sum, tree) => sum + tree.leafValue.length, 0);
  const categories = inputs.filter((input) => input.categories !== null).length;
  const facts: [string, string][] = [
    [
      "model",
      `${formatNames[source.format]}, ${source.file}: ${count(ensemble.trees.length, "tree")}, ${count(leaves, "leaf", "leaves")}`
    ],
    ["features", `${count(inputs.length, "feature")} of the catalogue, ${categories} of them categories`],
    ["probability", linkWords(link)],
    ["covers", coversKnown(ensemble) ? "in the file" : "not in the file: a build counts them on its clients"],
    ["missing values", missingWords(file)]
  ];
  if (match.unread > 0) {
    facts.push(["left aside", `${count(match.unread, "column")} that no split reads`]);
  }
  for (const {id, names} of match.unknownCategories) {
    facts.push(["left aside", `categories of ${id} that no client has: ${names.join(", ")}`]);
  }
  const width = Math.max(...facts.map(([name]) => name.length));
  return [...facts.map(([name, text]) => `${name.padEnd(width)}   ${text}`), `${"written".padEnd(width)}   ${path}`];
}

function linkWords(link: ImportedModelFile["link"]): string {
  if (link === null) return "none of its own: a build calibrates its scores";
  return link.method === "platt" ? "the logistic function of its score" : "its own, in straight pieces";
}

/** What the model's splits do with a value that is missing. */
function missingWords({source, ensemble}: ImportedModelFile): string {
  let [told, asZero, left] = [0, 0, 0];
  for (const {missing, categories, defaultLeft} of ensemble.trees) {
    missing.forEach((type, split) => {
      // In a set, "none" sends what is missing to the right, as what isn't in the set.
      if (type === "none" && categories[split] === null) asZero++;
      else {
        told++;
        if (defaultLeft[split]) left++;
      }
    });
  }
  const parts = [
    told > 0 ? `${count(told, "split")} send them to a side of their own` : null,
    asZero > 0 ? `${count(asZero, "split")} take them for 0` : null,
    source.format === "onnx" && told > 0 && left === 0 ? "always the right: the file may say nothing of them" : null
  ];
  return parts.filter((part) => part !== null).join("; ");
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}
