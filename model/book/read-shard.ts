import {createHash} from "node:crypto";
import {checkBytes, entryBytes, shardMagic, tagBytes} from "../contract/book/shard.ts";
import {LimpideError} from "../contract/errors.ts";

/** A record of a shard, still sealed. */
export interface SealedRecord {
  /** Bytes 4 to 20 of SHA-256(ref). */
  tag: Buffer;
  /** Of the record's key. */
  check: Buffer;
  sealed: Buffer;
}

/**
 * All records of a shard, in their order: what model/contract/book/shard.ts finds one of.
 * @throws {LimpideError} E_BOOK with the file's name where it isn't a whole shard
 */
export function readShard(shard: Buffer, file: string): SealedRecord[] {
  const fail = (message: string): LimpideError => new LimpideError("E_BOOK", message, {file});
  const body = shard.subarray(0, -32);
  if (body.length < 6 || shard.toString("latin1", 0, 4) !== shardMagic) throw fail("isn't a shard");
  const hash = createHash("sha256").update(body).digest();
  if (!hash.equals(shard.subarray(-32))) throw fail("the shard was changed, or isn't whole");
  const count = shard.readUInt16BE(4);
  let start = 6 + count * entryBytes;
  if (start > body.length) throw fail("the shard counts more records than it has");
  const records: SealedRecord[] = [];
  for (let i = 0; i < count; i++) {
    const entry = 6 + i * entryBytes;
    const tag = shard.subarray(entry, entry + tagBytes);
    const check = shard.subarray(entry + tagBytes, entry + tagBytes + checkBytes);
    const length = shard.readUInt32BE(entry + tagBytes + checkBytes);
    if (i > 0 && Buffer.compare(records[i - 1]!.tag, tag) >= 0) throw fail("the shard's entries don't ascend");
    records.push({tag, check, sealed: body.subarray(start, start + length)});
    start += length;
  }
  if (start !== body.length) throw fail("the shard's lengths don't add up to what it holds");
  return records;
}
