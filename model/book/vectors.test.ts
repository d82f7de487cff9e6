import {readFile} from "node:fs/promises";
import {expect, test} from "vitest";
import {unpackCatalogue, type PackedCatalogue} from "../contract/book/catalogue.ts";
import {unpackCohort, type CohortChunk} from "../contract/book/cohort-chunk.ts";
import {associatedData, paths, shardOf, signedText} from "../contract/book/format.ts";
import type {BookHeader, SealedManifest} from "../contract/book/header.ts";
import {contentKeyOf, credentialOf, keyCheckOf, readCredential, recordKeyOf, refOf} from "../contract/book/keys.ts";
import {contentKeyIn, unpackRecord} from "../contract/book/record-layout.ts";
import {unpackJson, unseal} from "../contract/book/seal.ts";
import {findInShard} from "../contract/book/shard.ts";
import {cohortSchema} from "../contract/cohort.ts";
import {manifestSchema} from "../contract/manifest.ts";
import {recordSchema} from "../contract/record.ts";
import {bookKeys, contentKeyOf as contentKeySync} from "./keys.ts";
import {isSigned} from "./manifest.ts";
import {openManifest, readManifest} from "./read-manifest.ts";
import {openRecord} from "./read-record.ts";
import {readShard} from "./read-shard.ts";
import {testVectors} from "./vectors-testing.ts";

const file = new URL("../../widgets/test-vectors.json", import.meta.url);
const vectors = JSON.parse(await readFile(file, "utf8")) as ReturnType<typeof testVectors>;
const bytes = (text: string, encoding: BufferEncoding = "hex") => Uint8Array.from(Buffer.from(text, encoding));
const hex = (found: Uint8Array) => Buffer.from(found).toString("hex");
const secret = bytes(vectors.secret);

test("the published test vectors are those that this program makes", async () => {
  await expect(`${JSON.stringify(testVectors(), null, 2)}\n`).toMatchFileSnapshot("../../widgets/test-vectors.json");
});

test("a browser's cryptography derives every reference and key of the vectors", async () => {
  expect(hex(await contentKeyOf(secret, vectors.epoch))).toBe(vectors.keys.content);
  for (const {client, ref, key, check, credential, digest, shardOf89064} of vectors.clients) {
    expect(await refOf(secret, client)).toBe(ref);
    expect(hex(await recordKeyOf(secret, vectors.epoch, ref))).toBe(key);
    expect(hex(await keyCheckOf(bytes(key)))).toBe(check);
    expect(credentialOf(vectors.epoch, bytes(key))).toBe(credential);
    expect(readCredential(credential)).toEqual({epoch: vectors.epoch, key: bytes(key)});
    expect(hex(new Uint8Array(await crypto.subtle.digest("SHA-256", Buffer.from(ref))))).toBe(digest);
    expect(paths.shard(shardOf(bytes(digest), 89_064))).toBe(shardOf89064);
  }
});

test("a browser's cryptography opens the vectors' records, cohort and catalogue, and they keep their contracts", async () => {
  const {header, catalogue, signature} = JSON.parse(vectors.manifest.text) as SealedManifest;
  const told = JSON.parse(Buffer.from(header, "base64url").toString()) as BookHeader;
  expect(JSON.stringify(told)).toBe(vectors.manifest.header);
  const publisher = await crypto.subtle.importKey("raw", bytes(vectors.keys.publicKey), "Ed25519", false, ["verify"]);
  const signed = Buffer.from(signedText(header, catalogue));
  expect(await crypto.subtle.verify("Ed25519", publisher, bytes(signature, "base64url"), signed)).toBe(true);

  const {client, ref, key, digest, check} = vectors.clients[0]!;
  const found = await findInShard(bytes(vectors.shard.bytes, "base64"), bytes(digest));
  expect(hex(found!.check)).toBe(check);
  expect(Buffer.from(found!.sealed).toString("base64"), client).toBe(vectors.record.sealed);
  expect(hex(found!.sealed.subarray(0, 12))).toBe(vectors.record.nonce);
  const packed = await unpackJson((await unseal(found!.sealed, bytes(key), vectors.record.associated))!);
  expect(JSON.stringify(packed)).toBe(vectors.record.json);
  const contentKey = bytes(contentKeyIn(packed)!, "base64url");
  expect(hex(contentKey)).toBe(vectors.keys.content);

  const opened = await unseal(bytes(catalogue, "base64url"), contentKey, associatedData.catalogue(header));
  const manifest = unpackCatalogue(told, (await unpackJson(opened!)) as PackedCatalogue);
  expect(manifestSchema.parse(manifest)).toEqual(manifest);
  expect(recordSchema.parse(unpackRecord(packed, manifest.cohorts)).ref).toBe(ref);

  const plain = await unseal(bytes(vectors.file.sealed, "base64"), contentKey, vectors.file.associated);
  const chunk = (await unpackJson(plain!)) as CohortChunk;
  const ids = manifest.features.map(({id}) => id);
  expect(cohortSchema.parse(unpackCohort(chunk, manifest.cohorts[3]!, ids, 0)).count).toBe(60);
});

test("a record opens with its own key alone: neither another client's nor one that differs in a bit", () => {
  const {epoch} = vectors;
  const shard = readShard(Buffer.from(vectors.shard.bytes, "base64"), "shard");
  expect(shard).toHaveLength(vectors.clients.length);
  for (const {ref, key, tag} of vectors.clients) {
    const record = shard.find((one) => hex(one.tag) === tag)!;
    const own = bytes(key);
    expect(openRecord(record, {epoch, ref, key: own})![0]).toBe(ref);
    for (const other of vectors.clients) {
      if (other.ref === ref) continue;
      expect(openRecord(record, {epoch, ref, key: bytes(other.key)})).toBeUndefined();
      // The check is a courtesy: without it, the cipher refuses all the same.
      const check = Buffer.from(other.check, "hex");
      expect(openRecord({...record, check}, {epoch, ref, key: bytes(other.key)})).toBeUndefined();
      expect(openRecord(record, {epoch, ref: other.ref, key: own})).toBeUndefined();
    }
    expect(openRecord(record, {epoch: "e000000000000", ref, key: own})).toBeUndefined();
    for (let bit = 0; bit < 256; bit++) {
      const changed = Uint8Array.from(own);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      expect(openRecord(record, {epoch, ref, key: changed})).toBeUndefined();
    }
  }
});

test("every single changed bit of a manifest is noticed, with the publisher's key at hand", () => {
  const publicKey = bytes(vectors.keys.publicKey);
  const contentKey = contentKeySync(bookKeys(secret), vectors.epoch);
  const whole = readManifest(vectors.manifest.text, "manifest.json");
  expect(isSigned(whole.sealed, publicKey)).toBe(true);
  expect(openManifest(whole, contentKey, "manifest.json").features).toHaveLength(2);
  const text = Buffer.from(vectors.manifest.text);
  let noticed = 0;
  for (let bit = 0; bit < text.length * 8; bit++) {
    const changed = Buffer.from(text);
    changed[bit >> 3]! ^= 1 << (bit & 7);
    try {
      if (!isSigned(readManifest(changed.toString("utf8"), "manifest.json").sealed, publicKey)) noticed++;
    } catch (error) {
      expect(error).toMatchObject({code: "E_BOOK"});
      noticed++;
    }
  }
  expect(noticed).toBe(text.length * 8);
});
