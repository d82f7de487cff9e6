import {createHash} from "node:crypto";
import {closeSync, mkdirSync, openSync, readSync, writeFileSync, writeSync} from "node:fs";
import {copyFile, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {setImmediate} from "node:timers/promises";
import {readFileList, writeFileList} from "../model/book/file-list.ts";
import {paths} from "../model/contract/book/format.ts";
import {LimpideError} from "../model/contract/errors.ts";
import {readArtifact, type Artifact} from "./artifacts.ts";

/*
 * A book has tens of thousands of small files. Until it is published they lie in one, `files.pack`, which is written,
 * hashed and kept as fast as the disk allows; `files.index` says what is where: a line a file, its length and path.
 */

/** What an artefact holds of an epoch's files. */
export const packFiles = {pack: "files.pack", index: "files.index", list: paths.files};

/** Writes an epoch's files one after the other. */
export class PackWriter {
  readonly #folder: string;
  readonly #file: number;
  readonly #index: string[] = [];
  readonly #hashes = new Map<string, string>();
  #open = true;

  constructor(folder: string) {
    this.#folder = folder;
    this.#file = openSync(join(folder, packFiles.pack), "wx");
  }

  add(path: string, content: Uint8Array): void {
    this.#write(content);
    this.#note(path, content.length, createHash("sha256").update(content).digest("hex"));
  }

  /** Adds files that lie one after the other already, their hashes known. */
  addAll(content: Uint8Array, files: readonly {path: string; length: number; sha256: string}[]): void {
    this.#write(content);
    for (const {path, length, sha256} of files) this.#note(path, length, sha256);
  }

  /** Ends the pack with the list of its files, as `sha256sum` writes it, and returns that list's own SHA-256. */
  async finish(): Promise<string> {
    this.close();
    const list = writeFileList(this.#hashes);
    await writeFile(join(this.#folder, packFiles.index), this.#index.join(""));
    await writeFile(join(this.#folder, packFiles.list), list);
    return createHash("sha256").update(list).digest("hex");
  }

  close(): void {
    if (this.#open) closeSync(this.#file);
    this.#open = false;
  }

  #write(content: Uint8Array): void {
    for (let done = 0; done < content.length;) done += writeSync(this.#file, content, done);
  }

  #note(path: string, length: number, sha256: string): void {
    this.#index.push(`${length} ${path}\n`);
    this.#hashes.set(path, sha256);
  }
}

/** The files of an artefact's pack, in their order there. */
export async function readPackIndex(artifact: Artifact): Promise<{path: string; length: number}[]> {
  const lines = (await readArtifact(artifact, packFiles.index)).toString("utf8").split("\n").slice(0, -1);
  return lines.map((line) => {
    const space = line.indexOf(" ");
    return {path: line.slice(space + 1), length: Number(line.slice(0, space))};
  });
}

/** How many files are written between two looks at whatever else waits. */
const atOnce = 256;

/**
 * Lays an artefact's epoch out as the files of a folder.
 * @throws {LimpideError} E_ARTIFACT where a file's content isn't the one that was listed: nothing that the disk changed
 * is published
 */
export async function unpackEpoch(artifact: Artifact, target: string): Promise<void> {
  const changed = (): LimpideError =>
    new LimpideError("E_ARTIFACT", "the file was changed after it was built; delete its folder and build again", {
      file: join(artifact.folder, packFiles.pack)
    });
  const hashes = readFileList((await readArtifact(artifact, packFiles.list)).toString("utf8"));
  const files = await readPackIndex(artifact);
  if (hashes?.size !== files.length) throw changed();
  const made = new Set<string>();
  const pack = openSync(join(artifact.folder, packFiles.pack), "r");
  try {
    for (const [i, {path, length}] of files.entries()) {
      const content = Buffer.alloc(length);
      readSync(pack, content);
      if (createHash("sha256").update(content).digest("hex") !== hashes.get(path)) throw changed();
      const file = join(target, path);
      const folder = dirname(file);
      if (!made.has(folder)) mkdirSync(folder, {recursive: true});
      made.add(folder);
      // One after the other: for files this small, a promise costs more than the writing.
      writeFileSync(file, content);
      if (i % atOnce === atOnce - 1) await setImmediate();
    }
  } finally {
    closeSync(pack);
  }
  await copyFile(join(artifact.folder, packFiles.list), join(target, packFiles.list));
}
