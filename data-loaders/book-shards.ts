import {createHash} from "node:crypto";
import {bookKeys, digestOf, keyCheckOf, recordKeys, refOf} from "../model/book/keys.ts";
import {sealJson} from "../model/book/seal.ts";
import {encodeShard} from "../model/book/shard.ts";
import {associatedData, paths, shardOf} from "../model/contract/book/format.ts";
import {packRecord} from "../model/contract/book/record-layout.ts";
import {recordMaker, type RecordSources} from "./book-record.ts";

/** Records that share a file, about: one look-up costs so many. */
export const recordsPerShard = 4;

/** What the threads that seal records work with. Everything of any size is in shared memory. */
export interface ShardJob {
  sources: RecordSources;
  secret: Uint8Array;
  epoch: string;
  /** The key (base64url) that each record holds. */
  contentKey: string;
  /** Rows by the shard that they are in: those of a shard begin at `starts[shard]`. */
  order: Uint32Array;
  starts: Uint32Array;
}

/** Shards one after the other, and what the list of files says of each. */
export interface SealedShards {
  content: Uint8Array<ArrayBuffer>;
  files: {path: string; length: number; sha256: string}[];
}

/** How many shards a number of records takes. */
export function shardCount(records: number): number {
  return Math.max(1, Math.ceil(records / recordsPerShard));
}

/** The rows of each shard, in shared memory: rows in the order of shards, and where each shard's begin. */
export function orderByShard(clients: Int32Array, secret: Uint8Array): Pick<ShardJob, "order" | "starts"> {
  const keys = bookKeys(secret);
  const shards = shardCount(clients.length);
  const of = Uint32Array.from(clients, (client) => shardOf(digestOf(refOf(keys, String(client))), shards));
  const starts = new Uint32Array(new SharedArrayBuffer(4 * (shards + 1)));
  for (const shard of of) starts[shard + 1]!++;
  for (let shard = 0; shard < shards; shard++) starts[shard + 1]! += starts[shard]!;
  const order = new Uint32Array(new SharedArrayBuffer(4 * clients.length));
  const next = starts.slice();
  of.forEach((shard, row) => {
    order[next[shard]!++] = row;
  });
  return {order, starts};
}

/** Makes, checks and seals the records of some shards, the last one excluded. */
export function shardSealer(job: ShardJob): (from: number, to: number) => SealedShards {
  const {sources, epoch, contentKey, order, starts} = job;
  const keys = bookKeys(job.secret);
  const keyOf = recordKeys(keys, epoch);
  const recordOf = recordMaker(sources);
  const places = new Map(sources.cohorts.map((id, place) => [id, place]));
  const sealRecord = (row: number) => {
    const ref = refOf(keys, String(sources.clients[row]));
    const key = keyOf(ref);
    const json = JSON.stringify(packRecord(recordOf(row, ref), contentKey, places));
    return {
      digest: Uint8Array.from(digestOf(ref)),
      check: keyCheckOf(key),
      sealed: sealJson(json, key, associatedData.record(epoch, ref))
    };
  };
  return (from, to) => {
    const shards: Buffer[] = [];
    const files: SealedShards["files"] = [];
    for (let shard = from; shard < to; shard++) {
      const content = encodeShard(Array.from(order.subarray(starts[shard], starts[shard + 1]), sealRecord));
      shards.push(content);
      const sha256 = createHash("sha256").update(content).digest("hex");
      files.push({path: paths.shard(shard), length: content.length, sha256});
    }
    return {content: new Uint8Array(Buffer.concat(shards)), files};
  };
}
