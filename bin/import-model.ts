import {readFile, stat} from "node:fs/promises";
import {join} from "node:path";
import {LimpideError} from "../model/contract/errors.ts";
import type {ImportedModel} from "../model/ensemble/imported-model.ts";
import {readModel} from "../model/ensemble/read-model.ts";
import {unreadable} from "../model/tables/sources/content.ts";

export interface ModelFile {
  model: ImportedModel;
  /** The file that was read, and its content. */
  path: string;
  bytes: Uint8Array;
}

/**
 * Reads a model of any kind that is understood (see {@link readModel}) from a file, or from a folder that this program
 * wrote one into: its model.onnx, or else its model.json.
 * @throws {LimpideError} E_FILE_UNREADABLE when there is no such file; E_MODEL, E_FILE_TRUNCATED and E_ENCODING for one
 * that isn't a whole model or isn't supported
 */
export async function importModel(path: string): Promise<ModelFile> {
  const file = await modelFile(path);
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw unreadable(file, cause);
  });
  return {model: readModel(bytes, {fileName: file}), path: file, bytes};
}

async function modelFile(path: string): Promise<string> {
  const found = await stat(path).catch((cause: unknown) => {
    throw unreadable(path, cause);
  });
  if (!found.isDirectory()) return path;
  for (const name of ["model.onnx", "model.json"]) {
    const inside = join(path, name);
    if (await stat(inside).catch(() => undefined)) return inside;
  }
  throw new LimpideError("E_FILE_UNREADABLE", "the folder holds no model.onnx and no model.json", {file: path});
}
