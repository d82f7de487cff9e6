import type {ClientRecord} from "./record.ts";

// No zod here: the widgets ship these functions to the browser.

/** The order in which a record's fields are written: positions cost fewer bytes than names. */
const fields = [
  "ref",
  "model",
  "raw",
  "probability",
  "points",
  "recommendation",
  "review",
  "base",
  "values",
  "contributions",
  "cohorts",
  "similar",
  "change"
] as const satisfies readonly (keyof ClientRecord)[];

/** A record as the book holds it. */
export function recordToPositions(record: ClientRecord): unknown[] {
  return fields.map((field) => record[field]);
}

/** The record that positions stand for; `undefined` where they can't be one. What is in them is the caller's to check. */
export function recordFromPositions(positions: unknown): ClientRecord | undefined {
  if (!Array.isArray(positions) || positions.length !== fields.length) return undefined;
  return Object.fromEntries(fields.map((field, i) => [field, positions[i]])) as unknown as ClientRecord;
}

/** Beside the manifest: the shard that may hold a ref, as a path. `digest` is SHA-256 of the ref's UTF-8 bytes. */
export function shardPath(epoch: string, digest: Uint8Array, shards: number): string {
  const number = new DataView(digest.buffer, digest.byteOffset, 4).getUint32(0) % shards;
  return `${epoch}/records/${number.toString(16).padStart(4, "0")}.json`;
}

/** Beside the manifest: the file of a cohort, as a path. */
export function cohortPath(epoch: string, cohort: string): string {
  return `${epoch}/cohorts/${cohort}.json`;
}

/**
 * The opaque reference of a client: the first 16 bytes of HMAC-SHA-256(key, client number), base64url.
 * Runs wherever WebCrypto does.
 */
export async function refOf(client: string, key: Uint8Array<ArrayBuffer>): Promise<string> {
  const subtle = globalThis.crypto.subtle;
  const hmac = await subtle.importKey("raw", key, {name: "HMAC", hash: "SHA-256"}, false, ["sign"]);
  const mac = new Uint8Array(await subtle.sign("HMAC", hmac, new TextEncoder().encode(client)));
  return btoa(String.fromCharCode(...mac.subarray(0, 16)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}
