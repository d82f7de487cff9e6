import {constants} from "node:fs";
import {copyFile, mkdir, readdir, readFile, rename, rm, stat, writeFile} from "node:fs/promises";
import {basename, dirname, join} from "node:path";
import {readManifest} from "../model/book/read-manifest.ts";
import {LimpideError} from "../model/contract/errors.ts";
import {readArtifact, type Artifact} from "./artifacts.ts";
import {packFiles, unpackEpoch} from "./book-pack.ts";
import {withLock} from "./lock.ts";

/** Seconds that a publication waits for another into the same place, such as two builds with stores of their own. */
const patience = 60;

/**
 * Replaces a published folder by the content of an artefact. The new content is laid out beside it and takes its place
 * by two renames, so that a reader never finds a mixture of old and new; {@link recoverPublished} ends a swap that died
 * between them. What is there already is left alone.
 */
export function publishFolder(artifact: Artifact, target: string): Promise<void> {
  return withLock(lockOf(target), patience, () => replaceFolder(artifact, target));
}

async function replaceFolder(artifact: Artifact, target: string): Promise<void> {
  if (await isPublished(artifact, target)) return;
  // The mark goes first: one that outlived its folder would pass what comes now for what it named.
  await writeFile(markOf(target), "");
  const aside = `${target}.new`;
  const old = `${target}.old`;
  await rm(aside, {recursive: true, force: true});
  await rm(old, {recursive: true, force: true});
  await copyTree(artifact.folder, aside);
  await rm(join(aside, "artifact.json"), {force: true});
  if (await exists(target)) await rename(target, old);
  await rename(aside, target);
  await rm(old, {recursive: true, force: true});
  await markPublished(artifact, target);
}

/** Puts back a published folder that a dying build had moved away and not yet replaced. */
export function recoverPublished(target: string): Promise<void> {
  return withLock(lockOf(target), patience, async () => {
    const old = `${target}.old`;
    if (!(await exists(target)) && (await exists(old))) await rename(old, target);
    await rm(old, {recursive: true, force: true});
    await rm(`${target}.new`, {recursive: true, force: true});
  });
}

/**
 * Publishes a client book: its epoch is laid out beside the old one, then the manifest is switched in one rename. The
 * epoch before stays, for the pages that are open on it; those before that go.
 */
export function publishBook(artifact: Artifact, target: string): Promise<void> {
  return withLock(lockOf(target), patience, () => switchBook(artifact, target));
}

async function switchBook(artifact: Artifact, target: string): Promise<void> {
  const manifest = (await readArtifact(artifact, "manifest.json")).toString("utf8");
  const current = join(target, "manifest.json");
  const {epoch} = readManifest(manifest, join(artifact.folder, "manifest.json")).header;
  const folder = join(target, epoch);
  if ((await isPublished(artifact, target)) && (await epochOf(current)) === epoch && (await exists(folder))) return;
  await writeFile(markOf(target), "");
  await mkdir(target, {recursive: true});
  if (!(await holdsEpoch(folder, artifact))) {
    const aside = join(target, `.${epoch}.new`);
    await rm(aside, {recursive: true, force: true});
    await unpackEpoch(artifact, aside);
    await rm(folder, {recursive: true, force: true});
    await rename(aside, folder);
  }
  const before = await epochOf(current);
  await writeFile(`${current}.new`, manifest);
  await rename(`${current}.new`, current);
  for (const name of await readdir(target)) {
    const isOlder = isEpoch.test(name) && name !== epoch && name !== before;
    // Where this epoch was current already, it isn't known which was before it.
    if ((isOlder && before !== epoch) || isHalfWritten.test(name))
      await rm(join(target, name), {recursive: true, force: true});
  }
  await markPublished(artifact, target);
}

/** The epoch that a published manifest leads to; undefined where there is none. */
async function epochOf(manifest: string): Promise<string | undefined> {
  try {
    return readManifest(await readFile(manifest, "utf8"), manifest).header.epoch;
  } catch {
    return undefined;
  }
}

/** An epoch is named after what it is made from and renamed into place when whole: one of the same list is the same. */
async function holdsEpoch(folder: string, artifact: Artifact): Promise<boolean> {
  const list = await readFile(join(folder, packFiles.list)).catch(() => undefined);
  return list !== undefined && list.equals(await readArtifact(artifact, packFiles.list));
}

// Whatever else a person put beside a book stays.
const isEpoch = /^e[0-9a-f]{12}$/;
const isHalfWritten = /^(\.e[0-9a-f]{12}\.new|manifest\.json\.new)$/;

/**
 * Throws E_ARGUMENT where a folder that would be replaced holds something and was never published here: a person's own
 * `site` folder is not for a build to delete.
 */
export async function checkOurs(target: string): Promise<void> {
  if (await exists(markOf(target))) return;
  const names = await readdir(target).catch(() => []);
  if (names.length === 0) return;
  throw new LimpideError(
    "E_ARGUMENT",
    "the folder holds files that no build published here; name another --out, or move the folder away",
    {file: target}
  );
}

/** Beside a published folder stands the digest of what it holds. */
function markOf(target: string): string {
  return join(dirname(target), `.${basename(target)}.published`);
}

function lockOf(target: string): string {
  return join(dirname(target), `.${basename(target)}.lock`);
}

async function isPublished(artifact: Artifact, target: string): Promise<boolean> {
  const mark = await readFile(markOf(target), "utf8").catch(() => "");
  return mark === artifact.digest && (await exists(target));
}

async function markPublished(artifact: Artifact, target: string): Promise<void> {
  await writeFile(markOf(target), artifact.digest);
}

/** Copies a folder, sharing blocks where the file system can. */
async function copyTree(from: string, to: string): Promise<void> {
  await mkdir(to, {recursive: true});
  for (const entry of await readdir(from, {withFileTypes: true})) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) await copyTree(source, target);
    else await copyFile(source, target, constants.COPYFILE_FICLONE);
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false
  );
}

/** The folders of a publication. */
export function publishedFolders(out: string): {site: string; book: string} {
  return {site: join(out, "site"), book: join(out, "book")};
}
