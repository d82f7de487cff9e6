import {createHash} from "node:crypto";
import {readdirSync, readFileSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {join, relative, sep} from "node:path";
import {setImmediate} from "node:timers/promises";
import {readFileList} from "../model/book/file-list.ts";
import {keysIn, type KeyFile} from "../model/book/key-file.ts";
import {bookKeys, type BookKeys} from "../model/book/keys.ts";
import {isSigned} from "../model/book/manifest.ts";
import {readManifest, type ReadManifest} from "../model/book/read-manifest.ts";
import {readShard} from "../model/book/read-shard.ts";
import {paths} from "../model/contract/book/format.ts";
import type {BookHeader} from "../model/contract/book/header.ts";
import {LimpideError} from "../model/contract/errors.ts";
import {openEverything, type OpenedBook} from "./book-opening.ts";

export interface VerifyOptions {
  /** The folder that holds `manifest.json`. */
  folder: string;
  /** What a sealed book is opened with; without it, what can be told from outside is checked. */
  keyFile?: KeyFile | undefined;
  /** Who must have signed (base64url); absent, whoever the header names. */
  publicKey?: string | undefined;
  /** Numbers of clients whose records may be opened: entries don't tell whose they are. */
  clients?: ArrayLike<number> | undefined;
  /** How many of them are. */
  sample: number;
  onProgress?: ((message: string, done: number, total: number) => void) | undefined;
}

/** What was found whole. */
export interface VerifiedBook {
  header: BookHeader;
  files: number;
  /** Of all files, manifest and list apart. */
  bytes: number;
  shards: {mean: number; largest: number};
  /** What was opened; null without keys. */
  opened: OpenedBook | null;
}

/** How many files are read between two looks at whatever else waits. */
const atOnce = 256;

/**
 * Checks a published book: its manifest's signature, every file against the signed list, and, with keys, that all of it
 * opens and says what it should.
 * @throws {LimpideError} E_BOOK with the name of the first file that is missing, superfluous or other than it should be
 */
export async function verifyBook(options: VerifyOptions): Promise<VerifiedBook> {
  const {folder, publicKey, onProgress} = options;
  const manifestFile = join(folder, "manifest.json");
  const manifest = await readManifestFile(folder);
  const {header, sealed} = manifest;
  if (publicKey !== undefined && publicKey !== header.publicKey) {
    throw new LimpideError("E_BOOK", `the book names another publisher: ${header.publicKey}`, {file: manifestFile});
  }
  if (!isSigned(sealed, Buffer.from(header.publicKey, "base64url"))) {
    throw new LimpideError("E_BOOK", "the signature isn't that of the publisher that the book names", {
      file: manifestFile
    });
  }
  const root = join(folder, header.epoch);
  const files = await readListed(root, header);
  const sizes = {bytes: 0, records: 0, largest: 0, inShards: 0};
  let done = 0;
  for (const [path, sha256] of files) {
    const file = join(root, path);
    const content = read(file);
    if (createHash("sha256").update(content).digest("hex") !== sha256) {
      throw new LimpideError("E_BOOK", "the file isn't the one that was published", {file});
    }
    sizes.bytes += content.length;
    if (path.startsWith("records/")) {
      sizes.records += readShard(content, file).length;
      sizes.inShards += content.length;
      sizes.largest = Math.max(sizes.largest, content.length);
    }
    if (++done % atOnce === 0) {
      onProgress?.(`${done.toLocaleString("en")} files`, done, files.size);
      await setImmediate();
    }
  }
  if (sizes.records !== header.clients) {
    const counted = `${sizes.records} records in place of the ${header.clients} that are announced`;
    throw new LimpideError("E_BOOK", counted, {file: join(root, "records")});
  }
  const keys = keysOfBook(header, options.keyFile);
  return {
    header,
    files: files.size,
    bytes: sizes.bytes,
    shards: {mean: sizes.inShards / header.shards, largest: sizes.largest},
    opened: keys && (await openEverything({folder, manifest, keys, files}, options))
  };
}

/** The manifest of a book's folder, still sealed. Throws E_BOOK. */
export async function readManifestFile(folder: string): Promise<ReadManifest> {
  const file = join(folder, "manifest.json");
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new LimpideError("E_BOOK", "no client book is published there", {file}, {cause});
  });
  return readManifest(text, file);
}

/**
 * The keys that a book was sealed with, or that an open one tells itself; null of a sealed book without a key file.
 * Throws E_KEYS where the file has no such key.
 */
export function keysOfBook({protection}: BookHeader, keyFile: KeyFile | undefined): BookKeys | null {
  if (protection.kind === "open") return bookKeys(Buffer.from(protection.secret, "base64url"));
  if (keyFile === undefined) return null;
  const keys = keysIn(keyFile, protection.keyId);
  if (keys) return keys;
  const known = keyFile.keys.map(({id}) => id).join(", ");
  throw new LimpideError("E_KEYS", `the book is sealed with ${protection.keyId}; the key file has ${known}`);
}

/** The signed list of an epoch's files, held against what is there. */
async function readListed(root: string, header: BookHeader): Promise<Map<string, string>> {
  const file = join(root, paths.files);
  const list = await readFile(file).catch((cause: unknown) => {
    throw new LimpideError("E_BOOK", "the list of files is missing", {file}, {cause});
  });
  if (createHash("sha256").update(list).digest("hex") !== header.files) {
    throw new LimpideError("E_BOOK", "the list of files isn't the one that was signed", {file});
  }
  const files = readFileList(list.toString("utf8"));
  if (files === undefined) throw new LimpideError("E_BOOK", "isn't a list of files", {file});
  for (let shard = 0; shard < header.shards; shard++) {
    if (!files.has(paths.shard(shard)))
      throw new LimpideError("E_BOOK", "the list lacks a shard", {file, value: paths.shard(shard)});
  }
  for (const entry of readdirSync(root, {recursive: true, withFileTypes: true})) {
    if (entry.isDirectory()) continue;
    const found = join(entry.parentPath, entry.name);
    const path = relative(root, found).split(sep).join("/");
    if (path !== paths.files && !files.has(path))
      throw new LimpideError("E_BOOK", "the file isn't part of the book", {file: found});
  }
  return files;
}

function read(file: string): Buffer {
  try {
    // One after the other: for files this small, a promise costs more than the reading.
    return readFileSync(file);
  } catch (cause) {
    throw new LimpideError("E_BOOK", "the file is missing, or can't be read", {file}, {cause});
  }
}
