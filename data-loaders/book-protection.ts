import {createHash} from "node:crypto";
import {join} from "node:path";
import {createKeyFile, keysIn, newKeyFile, readKeyFile} from "../model/book/key-file.ts";
import {bookKeys, type BookKeys} from "../model/book/keys.ts";
import {LimpideError} from "../model/contract/errors.ts";
import type {Manifest} from "../model/contract/manifest.ts";
import type {Artifact} from "./artifacts.ts";
import type {BuildContext} from "./stage.ts";

/** Who may read a book: whoever has its folder, or whoever is handed a client's key. */
export type BookProtection = {kind: "open"} | {kind: "sealed"; keyId: string; keys: BookKeys};

/**
 * How a build protects its book. That of the demonstration is open; one of real clients is sealed, with a key file that
 * is made beside the artefacts if none was named. Settled before anything is built, so that a file that can't be used
 * is told of at once (E_KEYS).
 */
export async function protectionOf({options, effects}: BuildContext): Promise<BookProtection> {
  const {data, openBook, bookKeys: named, store} = options;
  if (named !== undefined) return sealedBy(named);
  if (openBook && data !== undefined) {
    effects.warn("--open-book: whoever can read the published book can read every client's record");
  }
  if (openBook || data === undefined) return {kind: "open"};
  const file = join(store, "book-keys.json");
  try {
    await createKeyFile(file, newKeyFile());
    effects.warn(`keys for the client book were made: ${file}. Back it up; without it nobody opens the book`);
  } catch (error) {
    // The file of an earlier build.
    if (!(error instanceof LimpideError && error.code === "E_KEYS")) throw error;
  }
  return sealedBy(file);
}

async function sealedBy(path: string): Promise<BookProtection> {
  const file = await readKeyFile(path);
  return {kind: "sealed", keyId: file.current, keys: keysIn(file)!};
}

/**
 * The keys of a book, and what its header says of them. An open book's secret follows from its clients' data, so that
 * the same data gives the same references; everyone reads it in the header.
 */
export function keysOf(protection: BookProtection, features: Artifact): {keys: BookKeys; told: Manifest["protection"]} {
  if (protection.kind === "sealed") {
    return {keys: protection.keys, told: {kind: "sealed", keyId: protection.keyId}};
  }
  const secret = createHash("sha256").update(`open book ${features.digest}`).digest();
  return {keys: bookKeys(secret), told: {kind: "open", secret: secret.toString("base64url")}};
}
