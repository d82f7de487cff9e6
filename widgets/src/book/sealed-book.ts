import {fromBase64url, utf8} from "../../../model/contract/book/bytes.ts";
import {unpackCatalogue, type PackedCatalogue} from "../../../model/contract/book/catalogue.ts";
import {associatedData, bookFormat, signedText} from "../../../model/contract/book/format.ts";
import type {BookHeader, SealedManifest} from "../../../model/contract/book/header.ts";
import {unpackJson, unseal} from "../../../model/contract/book/seal.ts";
import type {Manifest} from "../../../model/contract/manifest.ts";
import {BookError} from "./book-error.ts";
import {readFile} from "./read-file.ts";
import {forget, share} from "./share.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** A book whose manifest was read, signed and unopened. */
export interface SealedBook {
  /** As `folderOf` gives it. */
  folder: string;
  header: BookHeader;
  /** The master secret of an open book. */
  secret: Bytes | undefined;
  /** Opens the catalogue, once for everybody. @throws {BookError} E_BOOK_INTEGRITY */
  manifest: (contentKey: Bytes) => Promise<Manifest>;
}

const keyOf = (folder: string) => `${folder}\nmanifest`;

/** @throws {BookError} E_BOOK_INTEGRITY where the manifest is malformed or isn't signed, E_BOOK_UNREACHABLE, E_OFFLINE */
export function readBook(folder: string, signal: AbortSignal): Promise<SealedBook> {
  const read = async (signal: AbortSignal) => {
    // A manifest names the epoch: a browser asks whether it is still the same.
    const bytes = await readFile(folder, "manifest.json", signal, "no-cache");
    if (bytes === undefined) throw new BookError("E_BOOK_UNREACHABLE", "the folder has no manifest.json");
    return checked(folder, bytes);
  };
  return share(keyOf(folder), read, signal);
}

/** Reads the manifest again: its epoch may have gone since. */
export function readBookAgain(folder: string, signal: AbortSignal): Promise<SealedBook> {
  forget(keyOf(folder));
  return readBook(folder, signal);
}

export function broken(what: string): BookError {
  return new BookError("E_BOOK_INTEGRITY", `${what} is not what the publisher wrote`);
}

/** The JSON that was sealed. @throws {BookError} E_BOOK_INTEGRITY where the key, the place or a bit is another */
export async function opened(sealed: Bytes, key: Bytes, associated: string, what: string): Promise<unknown> {
  const plain = await unseal(sealed, key, associated);
  try {
    return await unpackJson(plain!);
  } catch {
    throw broken(what);
  }
}

async function checked(folder: string, bytes: Bytes): Promise<SealedBook> {
  try {
    const {header: text, catalogue, signature} = JSON.parse(new TextDecoder().decode(bytes)) as SealedManifest;
    const header = JSON.parse(new TextDecoder().decode(fromBase64url(text)!)) as BookHeader;
    const {epoch, format, protection, publicKey, record, shards} = header;
    const [sealed, signed, signer] = [catalogue, signature, publicKey].map((part) => fromBase64url(part)!);
    const secret = protection.kind === "open" ? fromBase64url(protection.secret) : undefined;
    const isKnown =
      format === bookFormat &&
      record === 1 &&
      shards > 0 &&
      // It becomes part of a URL: nothing that could leave the book's folder.
      /^e[0-9a-f]+$/.test(epoch) &&
      (protection.kind === "open" ? secret?.length === 32 : protection.kind === "sealed") &&
      (await isSigned(utf8(signedText(text, catalogue)), signed!, signer!));
    if (!isKnown) throw broken("manifest.json");
    let manifest: Promise<Manifest> | undefined;
    const open = async (contentKey: Bytes) => {
      const packed = await opened(sealed!, contentKey, associatedData.catalogue(text), "the catalogue");
      return unpackCatalogue(header, packed as PackedCatalogue);
    };
    return {folder, header, secret, manifest: (contentKey) => (manifest ??= open(contentKey))};
  } catch {
    throw broken("manifest.json");
  }
}

/** Whether the holder of the public key signed; taken for granted where the browser has no Ed25519. */
async function isSigned(text: Bytes, signature: Bytes, publicKey: Bytes): Promise<boolean> {
  const {subtle} = crypto;
  try {
    const key = await subtle.importKey("raw", publicKey, "Ed25519", false, ["verify"]);
    return await subtle.verify("Ed25519", key, signature, text);
  } catch (error) {
    return (error as Error).name === "NotSupportedError";
  }
}
