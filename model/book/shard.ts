import {createHash} from "node:crypto";
import {checkBytes, entryBytes, shardMagic, tagBytes, tagOf} from "../contract/book/shard.ts";

/** A record that goes into a shard. */
export interface ShardEntry {
  /** SHA-256 of the ref. */
  digest: Uint8Array<ArrayBuffer>;
  /** Of the record's key. */
  check: Uint8Array;
  sealed: Uint8Array;
}

/** A shard's bytes; model/contract/book/shard.ts says what they are. Entries may come in any order. */
export function encodeShard(entries: readonly ShardEntry[]): Buffer {
  const sorted = entries
    .map((entry) => ({...entry, tag: Buffer.from(tagOf(entry.digest))}))
    .sort((a, b) => Buffer.compare(a.tag, b.tag));
  const head = Buffer.alloc(6 + sorted.length * entryBytes);
  head.write(shardMagic, "latin1");
  head.writeUInt16BE(sorted.length, 4);
  sorted.forEach(({tag, check, sealed}, i) => {
    const start = 6 + i * entryBytes;
    tag.copy(head, start);
    head.set(check.subarray(0, checkBytes), start + tagBytes);
    head.writeUInt32BE(sealed.length, start + tagBytes + checkBytes);
  });
  const body = Buffer.concat([head, ...sorted.map(({sealed}) => sealed)]);
  return Buffer.concat([body, createHash("sha256").update(body).digest()]);
}
