import {fromBase64url, sameBytes, utf8} from "../../../model/contract/book/bytes.ts";
import {associatedData, paths, shardOf} from "../../../model/contract/book/format.ts";
import {keyCheckOf, readCredential, recordKeyOf} from "../../../model/contract/book/keys.ts";
import {contentKeyIn, unpackRecord} from "../../../model/contract/book/record-layout.ts";
import {findInShard, type ShardRecord} from "../../../model/contract/book/shard.ts";
import {BookError} from "./book-error.ts";
import type {OpenedClient} from "./client.ts";
import {askCredential, type CredentialReason, type CredentialSource} from "./credentials.ts";
import {folderOf, readFile} from "./read-file.ts";
import {broken, opened, readBook, readBookAgain, type SealedBook} from "./sealed-book.ts";
import {forget, share} from "./share.ts";

export {BookError, bookErrorCodes, type BookErrorCode} from "./book-error.ts";
export type {Client, OpenedClient} from "./client.ts";
export {provideCredentials, type CredentialRequest, type GetCredential} from "./credentials.ts";
export {readCohort, readMeanings, readModel} from "./files.ts";
export {openBook, type OpenBook} from "./open-book.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * One client of the book in the folder `src`, an absolute URL. All widgets that show a client share it: one request for
 * the manifest, one for the shard that holds the record, and one question for the credential.
 *
 * @throws {BookError} whatever its code; the signal's reason once aborted
 */
export function readClient(
  src: string,
  ref: string,
  signal: AbortSignal,
  source: CredentialSource
): Promise<OpenedClient> {
  if (!(globalThis.crypto as Crypto | undefined)?.subtle) return Promise.reject(new BookError("E_INSECURE_CONTEXT"));
  const folder = folderOf(src).href;
  const open = async (shared: AbortSignal) => {
    // What still runs when one part has failed, a question for the credential say, is of no use any longer.
    const ending = new AbortController();
    try {
      return await openClient(folder, ref, source, AbortSignal.any([shared, ending.signal]));
    } catch (error) {
      shared.throwIfAborted();
      const failure = error instanceof BookError ? error : broken("a record");
      // What was read may be half of one book and half of another: it is read again next time.
      if (failure.kind === "broken") forget(folder);
      throw failure;
    } finally {
      ending.abort();
    }
  };
  return share(`${folder}\nclient ${ref} ${source.credential ?? ""}`, open, signal);
}

/** Drops every client, credential and file that was kept. Widgets keep what they show. */
export function forgetClients(): void {
  forget("");
}

async function openClient(
  folder: string,
  ref: string,
  source: CredentialSource,
  signal: AbortSignal
): Promise<OpenedClient> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", utf8(ref)));
  const askKey = async ({header: {epoch}, secret}: SealedBook, reason: CredentialReason) => {
    if (secret !== undefined) return {epoch, key: await recordKeyOf(secret, epoch, ref)};
    return readCredential(await askCredential(source, ref, {reason, epoch}, signal));
  };

  let book = await readBook(folder, signal);
  let [found, given] = await Promise.all([findRecord(book, digest, signal), askKey(book, "open")]);
  if (!found || (given && given.epoch !== book.header.epoch)) {
    // Another epoch may have been published since the manifest was read.
    const latest = await readBookAgain(folder, signal);
    if (latest.header.epoch !== book.header.epoch) found = await findRecord(latest, digest, signal);
    book = latest;
  }
  if (found === null) throw new BookError("E_CLIENT_UNKNOWN");
  if (found === undefined) throw new BookError("E_BOOK_UNREACHABLE", "the book lacks a file of records");
  const {epoch, model} = book.header;
  if (given && given.epoch !== epoch) {
    given = await askKey(book, "expired");
    if (given && given.epoch !== epoch) throw new BookError("E_CREDENTIAL_EXPIRED");
  }
  if (!(await isKeyOf(found, given?.key)) && !source.credential) given = await askKey(book, "denied");
  if (given?.epoch !== epoch || !(await isKeyOf(found, given.key))) throw new BookError("E_CREDENTIAL_DENIED");

  const packed = await opened(found.sealed, given.key, associatedData.record(epoch, ref), "a record");
  const contentKey = fromBase64url(contentKeyIn(packed) ?? "");
  if (contentKey?.length !== 32) throw broken("a record");
  const manifest = await book.manifest(contentKey);
  const record = unpackRecord(packed, manifest.cohorts);
  const width = manifest.features.length;
  if (
    record?.ref !== ref ||
    record.model !== model ||
    record.values.length !== width ||
    record.contributions.length !== width
  ) {
    throw broken("a record");
  }
  return {folder, manifest, record, contentKey};
}

/** The sealed record; null where the book has none of that ref, undefined where it lacks the file. */
async function findRecord(
  {folder, header: {epoch, shards}}: SealedBook,
  digest: Bytes,
  signal: AbortSignal
): Promise<ShardRecord | null | undefined> {
  const path = `${epoch}/${paths.shard(shardOf(digest, shards))}`;
  const shard = await share(`${folder}\n${path}`, (signal) => readFile(folder, path, signal), signal);
  if (shard === undefined) return undefined;
  const found = await findInShard(shard, digest);
  if (found === undefined) throw broken(path);
  return found;
}

async function isKeyOf({check}: ShardRecord, key: Bytes | undefined): Promise<boolean> {
  return key !== undefined && sameBytes(await keyCheckOf(key), check);
}
