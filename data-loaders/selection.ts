import {readdir, readFile, stat} from "node:fs/promises";
import {join} from "node:path";
import {z} from "zod";
import {LimpideError} from "../model/contract/errors.ts";
import {type Candidate, type SelectionReport, selectionReportSchema} from "../model/contract/selection.ts";
import type {ParametersInput} from "../model/trainer/parameters.ts";
import type {Artifact} from "./artifacts.ts";
import type {Champion, FitPlan} from "./selected-fit.ts";

/** Names the feature table: the first 12 hexadecimal digits of its SHA-256. */
export function dataHashOf(features: Artifact): string {
  return features.files["features.parquet"]!.sha256.slice(0, 12);
}

/** What a search found on these features, read from the folder that the search was told to write; null without one. */
export function selectionOf(folder: string | undefined, features: Artifact): Promise<SelectionReport | null> {
  return folder === undefined ? Promise.resolve(null) : readSelection(folder, dataHashOf(features));
}

/**
 * Reads what a search found on the feature table of this hash.
 *
 * @param folder that the search was told to write, or the one of this feature table in it
 * @throws {LimpideError} E_ARGUMENT when no search of this feature table ended there, telling which did
 */
export async function readSelection(folder: string, dataHash: string): Promise<SelectionReport> {
  for (const place of [join(folder, dataHash), folder]) {
    const file = join(place, "search.json");
    const text = await readFile(file, "utf8").catch(() => undefined);
    if (text === undefined) continue;
    const report = parseReport(text, file);
    if (report.dataHash !== dataHash) throw otherTable(folder, [report.dataHash], dataHash);
    return report;
  }
  if (await exists(join(folder, dataHash, "trials.ndjson")))
    throw new LimpideError("E_ARGUMENT", "the search there hasn't ended: start it again, it goes on where it stood", {
      file: join(folder, dataHash)
    });
  const others: string[] = [];
  for (const name of await readdir(folder).catch(() => [])) {
    if (await exists(join(folder, name, "search.json"))) others.push(name);
  }
  if (others.length > 0) throw otherTable(folder, others.sort(), dataHash);
  throw new LimpideError("E_ARGUMENT", "no search has ended there; see limpide search", {file: folder});
}

function otherTable(file: string, found: readonly string[], dataHash: string): LimpideError {
  return new LimpideError(
    "E_ARGUMENT",
    `the search there was on other features (${found.join(", ")}) than those of these tables (${dataHash}): search again`,
    {file}
  );
}

function parseReport(text: string, file: string): SelectionReport {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (cause) {
    throw new LimpideError("E_ARGUMENT", "not the JSON of a search", {file}, {cause});
  }
  const parsed = selectionReportSchema.safeParse(content);
  if (parsed.success) return parsed.data;
  throw new LimpideError("E_ARGUMENT", `not what this version writes: ${z.prettifyError(parsed.error)}`, {file});
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false
  );
}

/** How a candidate is fitted. Its number of rounds was searched for, so that nothing is left to stop. */
export function planOf({features, ...parameters}: Candidate): FitPlan {
  return {parameters: {...parameters, subsample_freq: 1, early_stopping_rounds: 0}, features: Number(features ?? 0)};
}

/**
 * How the champion is fitted: by the parameters that a search found, where it beats the standard, and by the standard
 * otherwise. What was found was chosen on these clients: each fold of the cross-validation is then fitted by what the
 * search that never saw the fold chose, so that the figures are those of clients that no choice has seen.
 */
export function championFrom(selection: SelectionReport | null, standard: ParametersInput): Champion {
  if (selection === null || !selection.adopted) return {parameters: standard, features: 0};
  const {parameters, chosen, seed} = selection;
  const seeded = ({parameters, features}: FitPlan): FitPlan => ({parameters: {...parameters, seed}, features});
  return {...seeded(planOf(parameters)), withinFolds: chosen.map((candidate) => seeded(planOf(candidate)))};
}
