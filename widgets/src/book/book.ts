import {cohortPath, recordFromPositions, shardPath} from "../../../model/contract/book-layout.ts";
import type {Cohort} from "../../../model/contract/cohort.ts";
import type {Manifest} from "../../../model/contract/manifest.ts";
import type {ClientRecord} from "../../../model/contract/record.ts";
import {BookError} from "./book-error.ts";
import {checkCohort, checkManifest, checkRecord} from "./check.ts";
import {forgetFetched, sharedFetch} from "./shared-fetch.ts";

/** A client as a widget shows it: the record, and the manifest that says what its figures mean. */
export interface Client {
  manifest: Manifest;
  record: ClientRecord;
}

/** The table of contents of the book in the folder `src`, an absolute URL. */
export function readManifest(src: string, signal: AbortSignal): Promise<Manifest> {
  return sharedFetch(inFolder(src, "manifest.json"), checkManifest, signal);
}

/**
 * One client of the book. Every widget that shows the same client shares one request for the manifest and one for the
 * shard that holds the record.
 *
 * @throws {BookError} whatever its code
 */
export async function readClient(src: string, ref: string, signal: AbortSignal): Promise<Client> {
  const manifest = await readManifest(src, signal);
  const positions = await readPositions(src, manifest, ref, signal).catch(async (error: unknown) => {
    if (!(error instanceof BookError) || error.httpStatus !== 404) throw error;
    // A shard that isn't there: nobody is in it, or its epoch has gone since the manifest was read.
    forgetFetched(inFolder(src, "manifest.json"));
    const {epoch} = await readManifest(src, signal);
    if (epoch === manifest.epoch) return undefined;
    return "renewed" as const;
  });
  if (positions === "renewed") return readClient(src, ref, signal);
  if (positions === undefined) throw new BookError("E_CLIENT_UNKNOWN");
  const record = recordFromPositions(positions);
  if (record?.ref !== ref) throw new BookError("E_BOOK_FORMAT", "a record is not what the format says");
  return {manifest, record: checkRecord(record, manifest)};
}

/** The record as its shard holds it; undefined where the shard doesn't. */
async function readPositions(src: string, manifest: Manifest, ref: string, signal: AbortSignal): Promise<unknown> {
  const path = shardPath(manifest.epoch, await digestOf(ref), manifest.shards);
  const shard = await sharedFetch(inFolder(src, path), checkShard, signal);
  return Object.hasOwn(shard, ref) ? shard[ref] : undefined;
}

/** A cohort of the book, with its distributions. */
export function readCohort(src: string, manifest: Manifest, id: string, signal: AbortSignal): Promise<Cohort> {
  return sharedFetch(inFolder(src, cohortPath(manifest.epoch, id)), checkCohort, signal);
}

/** A path inside a folder, whether or not the folder's address ends with a slash; its query stays. */
function inFolder(folder: string, path: string): string {
  const url = new URL(folder);
  url.pathname = `${url.pathname.replace(/\/$/, "")}/${path}`;
  url.hash = "";
  return url.href;
}

async function digestOf(ref: string): Promise<Uint8Array> {
  const subtle = (globalThis.crypto as Crypto | undefined)?.subtle as SubtleCrypto | undefined;
  if (subtle === undefined) throw new BookError("E_INSECURE_CONTEXT");
  return new Uint8Array(await subtle.digest("SHA-256", new TextEncoder().encode(ref)));
}

function checkShard(json: unknown): Record<string, unknown> {
  if (typeof json !== "object" || json === null) throw new BookError("E_BOOK_FORMAT", "a shard holds no records");
  return json as Record<string, unknown>;
}
