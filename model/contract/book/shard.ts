import {sameBytes} from "./bytes.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * A shard is "LBS1", the number of records (2 bytes, big-endian), an entry for each, the sealed records in the entries'
 * order, and SHA-256 of all before it. An entry is 28 bytes: bytes 4 to 20 of SHA-256(ref), the check of the record's
 * key (8 bytes), and the length of the sealed record (4 bytes, big-endian). Entries ascend.
 */
export const shardMagic = "LBS1";
export const entryBytes = 28;
export const tagBytes = 16;
export const checkBytes = 8;

/** What a shard holds of one client. */
export interface ShardRecord {
  check: Bytes;
  sealed: Bytes;
}

/** The part of a ref's digest that its entry starts with. */
export function tagOf(digest: Bytes): Bytes {
  return digest.subarray(4, 4 + tagBytes);
}

/**
 * The record of a ref in a shard: null where the shard has none; undefined where it isn't a whole shard.
 * @param digest SHA-256 of the ref
 */
export async function findInShard(shard: Bytes, digest: Bytes): Promise<ShardRecord | null | undefined> {
  const body = shard.subarray(0, -32);
  if (String.fromCharCode(...shard.subarray(0, 4)) !== shardMagic) return undefined;
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  if (!sameBytes(hash, shard.subarray(-32))) return undefined;
  const view = new DataView(shard.buffer, shard.byteOffset);
  const records = view.getUint16(4);
  const tag = tagOf(digest);
  let start = 6 + records * entryBytes;
  for (let i = 0; i < records; i++) {
    const entry = 6 + i * entryBytes;
    const length = view.getUint32(entry + tagBytes + checkBytes);
    if (sameBytes(tag, shard.subarray(entry, entry + tagBytes))) {
      const check = shard.subarray(entry + tagBytes, entry + tagBytes + checkBytes);
      return {check, sealed: body.subarray(start, start + length)};
    }
    start += length;
  }
  return null;
}
