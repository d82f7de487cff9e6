import {appendFile, readFile, writeFile} from "node:fs/promises";
import {z} from "zod";
import {LimpideError} from "../model/contract/errors.ts";
import {recordedPlanSchema, recordedTrialSchema, type SearchPlan} from "../model/contract/selection.ts";
import type {Trial} from "../model/selection/search.ts";
import {canonicalJson} from "./artifacts.ts";

/** The trials of a search in a file, a line each: what a search that was stopped goes on from. */
export interface TrialsFile {
  /** Trials of a study that an earlier run made, in order. */
  earlier(study: string): Trial[];
  record(study: string, trial: Trial): Promise<void>;
}

/**
 * Opens the file of trials, or begins it. A last line that was cut short is as if it had not been tried.
 *
 * @throws {LimpideError} E_ARGUMENT for trials of another plan, which tell nothing of this one
 */
export async function openTrials(path: string, plan: SearchPlan): Promise<TrialsFile> {
  const text = await readFile(path, "utf8").catch(() => "");
  const whole = text.slice(0, text.lastIndexOf("\n") + 1);
  const [first, ...lines] = whole.split("\n").filter((line) => line !== "");
  if (first === undefined) {
    await writeFile(path, `${JSON.stringify({plan})}\n`);
  } else {
    checkPlan(parseLine(recordedPlanSchema, first, path, 1).plan, plan, path);
    if (whole !== text) await writeFile(path, whole);
  }
  const known = lines.map((line, i) => parseLine(recordedTrialSchema, line, path, i + 2));
  return {
    earlier: (study) => known.filter((one) => one.study === study).map(({trial}) => trial),
    record: (study, trial) => appendFile(path, `${JSON.stringify({study, trial})}\n`)
  };
}

function checkPlan(found: SearchPlan, plan: SearchPlan, file: string): void {
  const differing = (Object.keys(plan) as (keyof SearchPlan)[]).filter(
    (name) => canonicalJson(found[name]) !== canonicalJson(plan[name])
  );
  if (differing.length === 0) return;
  throw new LimpideError(
    "E_ARGUMENT",
    `these trials are of a search that differs in ${differing.join(", ")}: write this one into another folder, or remove them`,
    {file}
  );
}

function parseLine<T>(schema: z.ZodType<T>, line: string, file: string, row: number): T {
  let content: unknown;
  try {
    content = JSON.parse(line);
  } catch (cause) {
    throw new LimpideError("E_ARGUMENT", "not a line of JSON", {file, row}, {cause});
  }
  const parsed = schema.safeParse(content);
  if (parsed.success) return parsed.data;
  throw new LimpideError("E_ARGUMENT", `not a line of a search: ${z.prettifyError(parsed.error)}`, {file, row});
}
