import {createHash} from "node:crypto";
import {bookKeys, contentKeyOf, digestOf, keyCheckOf, recordKeys, type BookKeys} from "../../../model/book/keys.ts";
import {sealManifest} from "../../../model/book/manifest.ts";
import {sealJson} from "../../../model/book/seal.ts";
import {encodeShard, type ShardEntry} from "../../../model/book/shard.ts";
import {chunkOf, packCohort} from "../../../model/contract/book/cohort-chunk.ts";
import {associatedData, paths, shardOf} from "../../../model/contract/book/format.ts";
import {credentialOf} from "../../../model/contract/book/keys.ts";
import {packRecord} from "../../../model/contract/book/record-layout.ts";
import type {Cohort} from "../../../model/contract/cohort.ts";
import type {Manifest} from "../../../model/contract/manifest.ts";
import type {ClientRecord} from "../../../model/contract/record.ts";
import {languages, type Language} from "../../../model/contract/text.ts";

/** The master secret of every fixture: 32 bytes that anyone may know. */
export const fixtureSecret: Buffer = createHash("sha256").update("limpide fixture").digest();
export const fixtureKeys: BookKeys = bookKeys(fixtureSecret);

/** What a book is made of, before it is sealed. */
export interface Publication {
  manifest: Manifest;
  records: readonly ClientRecord[];
  cohorts: readonly Cohort[];
  /** By feature id, in each language. */
  meanings: Record<Language, Record<string, string>>;
  /** JSON, where the book has the model too. */
  model?: string;
}

/** The files of a book by path beside the manifest, "manifest.json" among them. */
export function sealBook({manifest, records, cohorts, meanings, model}: Publication): Map<string, Uint8Array> {
  const {epoch, shards} = manifest;
  const contentKey = contentKeyOf(fixtureKeys, epoch);
  const inEpoch = new Map<string, Uint8Array>();
  const file = (path: string, json: string) => {
    inEpoch.set(path, sealJson(json, contentKey, associatedData.file(epoch, path)));
  };

  const keyOf = recordKeys(fixtureKeys, epoch);
  const places = new Map(manifest.cohorts.map(({id}, i) => [id, i]));
  const shelves = Array.from({length: shards}, (): ShardEntry[] => []);
  for (const record of records) {
    const key = keyOf(record.ref);
    const digest = Uint8Array.from(digestOf(record.ref));
    const packed = packRecord(record, contentKey.toString("base64url"), places);
    shelves[shardOf(digest, shards)]!.push({
      digest,
      check: keyCheckOf(key),
      sealed: sealJson(JSON.stringify(packed), key, associatedData.record(epoch, record.ref))
    });
  }
  shelves.forEach((entries, i) => inEpoch.set(paths.shard(i), encodeShard(entries)));

  const ids = manifest.features.map(({id}) => id);
  cohorts.forEach((cohort, i) => {
    for (let chunk = 0; chunk <= chunkOf(ids.length - 1); chunk++) {
      file(paths.cohort(i, chunk), JSON.stringify(packCohort(cohort, ids, chunk)));
    }
  });
  for (const language of languages) file(paths.meanings(language), JSON.stringify(meanings[language]));
  if (model !== undefined) file(paths.model, model);

  const list = [...inEpoch]
    .map(([path, bytes]) => `${createHash("sha256").update(bytes).digest("hex")}  ${path}\n`)
    .sort()
    .join("");
  inEpoch.set(paths.files, Buffer.from(list));
  const listed = createHash("sha256").update(list).digest("hex");
  return new Map<string, Uint8Array>([
    ["manifest.json", Buffer.from(sealManifest(manifest, listed, fixtureKeys))],
    ...[...inEpoch].map(([path, bytes]) => [`${epoch}/${path}`, bytes] as const)
  ]);
}

/** What a page hands to a widget for each record. */
export function credentialsOf({epoch}: Manifest, records: readonly ClientRecord[]): Map<string, string> {
  const keyOf = recordKeys(fixtureKeys, epoch);
  return new Map(records.map(({ref}) => [ref, credentialOf(epoch, keyOf(ref))]));
}
