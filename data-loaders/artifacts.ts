import {createHash, randomBytes} from "node:crypto";
import {createReadStream} from "node:fs";
import {mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile} from "node:fs/promises";
import {join, relative, sep} from "node:path";
import {pipeline} from "node:stream/promises";
import {z} from "zod";
import {LimpideError} from "../model/contract/errors.ts";

const fileSchema = z.strictObject({bytes: z.int().nonnegative(), sha256: z.string().length(64)});

const artifactSchema = z.strictObject({
  stage: z.string(),
  /** SHA-256 over what the artefact was made from: code, options and the digests of its inputs. */
  key: z.string(),
  /** SHA-256 over what it holds: the names and hashes of its files. */
  digest: z.string(),
  /** The day it was made (UTC). It dates the model; it isn't part of the digest. */
  made: z.iso.date(),
  files: z.record(z.string(), fileSchema)
});

/** A folder of finished files, and what is known of them. */
export type Artifact = z.infer<typeof artifactSchema> & {folder: string};

/** What decides whether an artefact can be reused. */
export interface Ingredients {
  /** Hash of the code that makes it. */
  code: string;
  options?: unknown;
  inputs?: readonly Artifact[];
}

const cardName = "artifact.json";

/**
 * The artefact store: `<root>/<stage>/<key>/`, one folder an artefact. A folder is made aside and renamed when it is
 * whole, so that a build that dies leaves either the artefact or nothing. Keys follow from contents, so what can be
 * reused is, and a change that changes nothing downstream rebuilds nothing downstream.
 */
export class ArtifactStore {
  readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  /** The artefact of these ingredients, made by `make` in an empty folder unless the store has it. */
  async obtain(
    stage: string,
    ingredients: Ingredients,
    make: (folder: string) => Promise<void>
  ): Promise<{artifact: Artifact; reused: boolean}> {
    const key = keyOf(stage, ingredients);
    const folder = join(this.root, stage, key.slice(0, 16));
    const kept = await this.#read(folder, key);
    if (kept) {
      const now = new Date();
      await utimes(folder, now, now);
      return {artifact: kept, reused: true};
    }
    const aside = join(this.root, "aside", `${stage}-${process.pid}-${randomBytes(4).toString("hex")}`);
    await mkdir(aside, {recursive: true});
    try {
      await make(aside);
      const files = await hashFiles(aside);
      const card = {stage, key, digest: digestOf(files), made: new Date().toISOString().slice(0, 10), files};
      await writeFile(join(aside, cardName), JSON.stringify(card, null, 1));
      await mkdir(join(this.root, stage), {recursive: true});
      await rm(folder, {recursive: true, force: true});
      await rename(aside, folder);
      return {artifact: {...card, folder}, reused: false};
    } catch (error) {
      await rm(aside, {recursive: true, force: true});
      throw error;
    }
  }

  /** Removes what builds that died left half made. */
  async clearAside(): Promise<void> {
    await rm(join(this.root, "aside"), {recursive: true, force: true});
  }

  /** Removes all but the latest artefacts of each stage. */
  async prune(keep = 3): Promise<void> {
    for (const stage of await listFolder(this.root)) {
      const dated = await Promise.all(
        (await listFolder(join(this.root, stage))).map(async (name) => {
          const path = join(this.root, stage, name);
          return {path, time: (await stat(path)).mtimeMs};
        })
      );
      dated.sort((a, b) => b.time - a.time);
      await Promise.all(dated.slice(keep).map(({path}) => rm(path, {recursive: true, force: true})));
    }
  }

  /** The artefact in a folder if it is whole: its card reads, and every file is there with its size. */
  async #read(folder: string, key: string): Promise<Artifact | undefined> {
    let text: string;
    try {
      text = await readFile(join(folder, cardName), "utf8");
    } catch {
      return undefined;
    }
    const card = artifactSchema.safeParse(parseJson(text));
    if (!card.success || card.data.key !== key) return undefined;
    for (const [name, {bytes}] of Object.entries(card.data.files)) {
      const found = await stat(join(folder, name)).catch(() => undefined);
      if (found?.size !== bytes) return undefined;
    }
    return {...card.data, folder};
  }
}

/** Reads a file of an artefact and holds it against its hash, so that nothing is built on a file that was changed. */
export async function readArtifact(artifact: Artifact, name: string): Promise<Buffer> {
  const expected = artifact.files[name];
  const path = join(artifact.folder, name);
  if (expected === undefined) throw new LimpideError("E_ARTIFACT", "the artefact has no such file", {file: path});
  const content = await readFile(path).catch((cause: unknown) => {
    throw new LimpideError("E_ARTIFACT", "the file is gone from the artefact store", {file: path}, {cause});
  });
  if (createHash("sha256").update(content).digest("hex") !== expected.sha256) throw changedFile(path);
  return content;
}

function changedFile(file: string): LimpideError {
  return new LimpideError("E_ARTIFACT", "the file was changed after it was built; delete its folder and build again", {
    file
  });
}

/** Holds a file that another program will read against its hash, a block at a time. Throws E_ARTIFACT as {@link readArtifact}. */
export async function verifyArtifact(artifact: Artifact, name: string): Promise<void> {
  const expected = artifact.files[name];
  const file = join(artifact.folder, name);
  if (expected === undefined) throw new LimpideError("E_ARTIFACT", "the artefact has no such file", {file});
  const found = await hashFile(file).catch((cause: unknown) => {
    throw new LimpideError("E_ARTIFACT", "the file is gone from the artefact store", {file}, {cause});
  });
  if (found !== expected.sha256) throw changedFile(file);
}

/** Reads a JSON file of an artefact through its contract. */
export async function readJsonArtifact<T>(artifact: Artifact, name: string, schema: z.ZodType<T>): Promise<T> {
  const result = schema.safeParse(parseJson((await readArtifact(artifact, name)).toString("utf8")));
  if (result.success) return result.data;
  throw new LimpideError("E_ARTIFACT", `the file breaks its contract: ${z.prettifyError(result.error)}`, {
    file: join(artifact.folder, name)
  });
}

/** Writes a JSON file into an artefact that is being made; what breaks the contract is never written. */
export async function writeJsonArtifact<T>(
  folder: string,
  name: string,
  schema: z.ZodType<T>,
  value: T
): Promise<void> {
  await writeFile(join(folder, name), JSON.stringify(schema.parse(value)));
}

/** The numbers of a little-endian binary file of an artefact. */
export async function readNumbers(artifact: Artifact, name: string, type: "float32"): Promise<Float32Array>;
export async function readNumbers(artifact: Artifact, name: string, type: "float64"): Promise<Float64Array>;
export async function readNumbers(
  artifact: Artifact,
  name: string,
  type: "float32" | "float64"
): Promise<Float32Array | Float64Array> {
  const content = await readArtifact(artifact, name);
  // A copy: Node's buffers start anywhere, typed arrays at multiples of their item's size.
  const bytes = new Uint8Array(content).buffer;
  return type === "float32" ? new Float32Array(bytes) : new Float64Array(bytes);
}

/** SHA-256 over the names and contents of the source files below some folders or files, tests apart. */
export async function hashSources(project: string, paths: readonly string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const path of paths) {
    for (const file of await sourcesBelow(join(project, path))) {
      hash.update(relative(project, file).split(sep).join("/")).update("\0");
      hash.update(await readFile(file)).update("\0");
    }
  }
  return hash.digest("hex");
}

async function sourcesBelow(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const found: string[] = [];
  for (const entry of (await readdir(path, {withFileTypes: true})).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isDirectory()) {
      if (!skipped.has(entry.name)) found.push(...(await sourcesBelow(join(path, entry.name))));
    } else if (!/\.test\.ts$/.test(entry.name)) {
      found.push(join(path, entry.name));
    }
  }
  return found;
}

const skipped = new Set(["node_modules", "dist", ".observablehq", "golden", "testing"]);

function keyOf(stage: string, {code, options, inputs = []}: Ingredients): string {
  const recipe = [stage, code, canonicalJson(options ?? null), inputs.map(({stage, digest}) => [stage, digest])];
  return createHash("sha256").update(canonicalJson(recipe)).digest("hex");
}

/** JSON whose object keys are sorted, so that equal values have equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    item !== null && typeof item === "object" && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item
  );
}

async function hashFiles(folder: string): Promise<Artifact["files"]> {
  const files: Artifact["files"] = {};
  const entries = await readdir(folder, {withFileTypes: true, recursive: true});
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
  for (const name of names) {
    const path = join(folder, name);
    files[name] = {bytes: (await stat(path)).size, sha256: await hashFile(path)};
  }
  return files;
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

function digestOf(files: Artifact["files"]): string {
  const hash = createHash("sha256");
  for (const [name, {sha256}] of Object.entries(files)) hash.update(`${name}\0${sha256}\0`);
  return hash.digest("hex");
}

async function listFolder(path: string): Promise<string[]> {
  const entries = await readdir(path, {withFileTypes: true}).catch(() => []);
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
