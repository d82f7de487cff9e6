import {sign} from "node:crypto";
import {packCatalogue} from "../contract/book/catalogue.ts";
import {packCohort} from "../contract/book/cohort-chunk.ts";
import {associatedData, bookFormat, paths, shardOf, signedText} from "../contract/book/format.ts";
import type {BookHeader} from "../contract/book/header.ts";
import {credentialOf} from "../contract/book/keys.ts";
import {packRecord} from "../contract/book/record-layout.ts";
import {tagOf} from "../contract/book/shard.ts";
import type {Cohort} from "../contract/cohort.ts";
import type {Manifest} from "../contract/manifest.ts";
import type {ClientRecord} from "../contract/record.ts";
import {writeFileList} from "./file-list.ts";
import {bookKeys, contentKeyOf, digestOf, keyCheckOf, recordKeys, refOf} from "./keys.ts";
import {padDeflated, seal} from "./seal.ts";
import {encodeShard} from "./shard.ts";

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");
const sha256 = (bytes: Uint8Array | string): string => hex(digestOf(bytes as string));

/** Raw deflate without compression (RFC 1951, 3.2.4), which every library writes the same. */
function stored(text: string): Buffer {
  const data = Buffer.from(text);
  const head = Buffer.from([1, 0, 0, 0, 0]);
  head.writeUInt16LE(data.length, 1);
  head.writeUInt16LE(0xffff - data.length, 3);
  return Buffer.concat([head, data]);
}

const manifest: Omit<Manifest, "protection"> & {protection: {kind: "sealed"; keyId: string}} = {
  format: bookFormat,
  epoch: "e0123456789ab",
  protection: {kind: "sealed", keyId: "k12345678"},
  clients: 3,
  shards: 1,
  demonstration: true,
  currency: "EUR",
  model: {version: "0123456789ab", trained: "2026-01-31", imported: false},
  scale: {anchorPoints: 600, anchorOdds: 20, pointsToDouble: 50},
  policy: {costRatio: 10, threshold: 550, reviewFrom: 540, reviewTo: 560},
  range: [400, 700],
  features: [
    {
      id: "age",
      label: {fr: "Âge", en: "Age"},
      unit: "years",
      family: "situation",
      source: "application",
      direction: "lowers",
      actionable: false,
      protected: false,
      categories: null,
      inModel: true,
      usual: [34, 43, 54]
    },
    {
      id: "credit_type",
      label: {fr: "Type de crédit", en: "Type of credit"},
      unit: "category",
      family: "credit",
      source: "application",
      direction: "none",
      actionable: true,
      protected: false,
      categories: ["0", "1"],
      categoryLabels: {"0": {fr: "Prêt", en: "Loan"}, "1": {fr: "Crédit renouvelable", en: "Revolving credit"}},
      inModel: true,
      usual: [0, 0.9]
    }
  ],
  cohorts: [
    {id: "everyone", grouping: "everyone", label: {fr: "Tous les clients", en: "All clients"}},
    {id: "age-1", grouping: "age", label: {fr: "De 30 à 39 ans", en: "Aged 30 to 39"}},
    {id: "credit-0", grouping: "credit", label: {fr: "Prêt", en: "Loan"}},
    {id: "age-1+credit-0", grouping: "pair", label: {fr: "De 30 à 39 ans, Prêt", en: "Aged 30 to 39, Loan"}}
  ],
  groupings: {age: {fr: "Tranche d’âge", en: "Age band"}, credit: {fr: "Type de crédit", en: "Type of credit"}},
  examples: []
};

const ages: Cohort["points"] = {
  count: 60,
  missing: 0,
  quantiles: [30, 32, 35, 37, 39],
  edges: [30, 35, 40],
  counts: [29, 31],
  outcomes: [{first: 0, last: 1, people: 60, accepted: 48, labelled: 55, defaults: 5}]
};
const cohort: Cohort = {
  ...manifest.cohorts[3]!,
  count: 60,
  labelled: 55,
  defaults: 5,
  accepted: 48,
  review: 6,
  points: {...ages, quantiles: [480, 540, 580, 620, 660], edges: [400, 550, 700]},
  features: {age: ages, credit_type: {...ages, quantiles: null, edges: null, counts: [60, 0], outcomes: []}}
};

const recordOf = (ref: string): ClientRecord => ({
  ref,
  model: manifest.model.version,
  raw: -3,
  probability: 0.047425873177566781,
  points: 600,
  recommendation: "accept",
  review: false,
  base: 563.9,
  values: [36.5, null],
  contributions: [20.1, 16.5],
  cohorts: ["everyone", "age-1"],
  similar: null,
  change: null
});

/** What widgets/test-vectors.json holds; widgets/BOOK.md says what each is. Bytes are hexadecimal where short. */
export function testVectors() {
  const secret = Uint8Array.from({length: 32}, (_, i) => i);
  const keys = bookKeys(secret);
  const {epoch} = manifest;
  const contentKey = contentKeyOf(keys, epoch);
  const keyOf = recordKeys(keys, epoch);
  const places = new Map(manifest.cohorts.map(({id}, place) => [id, place]));
  const sealText = (json: string, key: Uint8Array, associated: string): Buffer =>
    seal(padDeflated(stored(json)), key, associated);
  const clients = ["100001", "100002", "Zoé-7"].map((client) => {
    const ref = refOf(keys, client);
    const key = keyOf(ref);
    const digest = Uint8Array.from(digestOf(ref));
    const json = JSON.stringify(packRecord(recordOf(ref), contentKey.toString("base64url"), places));
    const associated = associatedData.record(epoch, ref);
    const sealed = sealText(json, key, associated);
    return {client, ref, key, digest, json, associated, sealed};
  });
  const shard = encodeShard(clients.map((one) => ({...one, check: keyCheckOf(one.key)})));
  const path = paths.cohort(3, 0);
  const ids = manifest.features.map(({id}) => id);
  const cohortJson = JSON.stringify(packCohort(cohort, ids, 0));
  const cohortFile = sealText(cohortJson, contentKey, associatedData.file(epoch, path));
  const list = writeFileList(
    new Map([
      [path, sha256(cohortFile)],
      [paths.shard(0), sha256(shard)]
    ])
  );
  const header: BookHeader = {
    format: bookFormat,
    epoch,
    protection: manifest.protection,
    clients: manifest.clients,
    shards: manifest.shards,
    model: manifest.model.version,
    record: 1,
    files: sha256(list),
    publicKey: keys.publicKey.toString("base64url")
  };
  const headerText = Buffer.from(JSON.stringify(header)).toString("base64url");
  const catalogueJson = JSON.stringify(packCatalogue(manifest));
  const catalogue = sealText(catalogueJson, contentKey, associatedData.catalogue(headerText)).toString("base64url");
  const signature = sign(null, Buffer.from(signedText(headerText, catalogue)), keys.signing).toString("base64url");
  return {
    secret: hex(secret),
    epoch,
    keys: {ref: hex(keys.refKey), publicKey: hex(keys.publicKey), content: hex(contentKey)},
    clients: clients.map(({client, ref, key, digest}) => ({
      client,
      ref,
      digest: hex(digest),
      shardOf89064: paths.shard(shardOf(digest, 89_064)),
      tag: hex(tagOf(digest)),
      key: hex(key),
      check: hex(keyCheckOf(key)),
      credential: credentialOf(epoch, key)
    })),
    record: {
      json: clients[0]!.json,
      associated: clients[0]!.associated,
      nonce: hex(clients[0]!.sealed.subarray(0, 12)),
      sealed: base64(clients[0]!.sealed)
    },
    shard: {path: paths.shard(0), bytes: base64(shard)},
    file: {path, json: cohortJson, associated: associatedData.file(epoch, path), sealed: base64(cohortFile)},
    list,
    manifest: {
      header: JSON.stringify(header),
      catalogue: catalogueJson,
      text: JSON.stringify({header: headerText, catalogue, signature})
    }
  };
}
