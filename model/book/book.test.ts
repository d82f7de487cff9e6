import {randomBytes} from "node:crypto";
import fc from "fast-check";
import {expect, test} from "vitest";
import {associatedData} from "../contract/book/format.ts";
import * as web from "../contract/book/keys.ts";
import {unpackJson, unseal as webUnseal} from "../contract/book/seal.ts";
import {findInShard, tagOf} from "../contract/book/shard.ts";
import {bookKeys, contentKeyOf, digestOf, keyCheckOf, recordKeys, refOf} from "./keys.ts";
import {readShard} from "./read-shard.ts";
import {sealJson, unpackJsonText, unseal} from "./seal.ts";
import {encodeShard} from "./shard.ts";

const bytes = (buffer: Uint8Array) => Uint8Array.from(buffer);
const secretArbitrary = fc.uint8Array({minLength: 32, maxLength: 32}).map(bytes);
const epochArbitrary = fc.stringMatching(/^e[0-9a-f]{12}$/);

test("a publisher and a browser derive the same refs, keys and checks", async () => {
  await fc.assert(
    fc.asyncProperty(secretArbitrary, epochArbitrary, fc.string({unit: "grapheme"}), async (secret, epoch, client) => {
      const keys = bookKeys(secret);
      const ref = refOf(keys, client);
      const key = recordKeys(keys, epoch)(ref);
      expect(await web.refOf(secret, client)).toBe(ref);
      expect(bytes(await web.recordKeyOf(secret, epoch, ref))).toEqual(bytes(key));
      expect(bytes(await web.contentKeyOf(secret, epoch))).toEqual(bytes(contentKeyOf(keys, epoch)));
      expect(bytes(await web.keyCheckOf(bytes(key)))).toEqual(bytes(keyCheckOf(key)));
      expect(web.readCredential(web.credentialOf(epoch, key))).toEqual({epoch, key: bytes(key)});
    }),
    {numRuns: 50}
  );
});

test("what is sealed is opened by its key and in its place alone, here and in a browser", async () => {
  const key = bytes(randomBytes(32));
  const associated = associatedData.record("e00", "ref");
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), fc.nat(), async (value, at) => {
      const json = JSON.stringify(value);
      const sealed = sealJson(json, key, associated);
      expect((sealed.length - 28) % 512).toBe(0);
      expect(sealJson(json, key, associated)).toEqual(sealed);
      expect(unpackJsonText(unseal(sealed, key, associated)!)).toBe(json);
      const opened = await webUnseal(bytes(sealed), key, associated);
      expect(JSON.stringify(await unpackJson(opened!))).toBe(json);
      const changed = bytes(sealed);
      changed[(at >> 3) % changed.length]! ^= 1 << (at & 7);
      expect(unseal(Buffer.from(changed), key, associated)).toBeUndefined();
      expect(await webUnseal(changed, key, associated)).toBeUndefined();
      expect(unseal(sealed, key, associatedData.record("e00", "raf"))).toBeUndefined();
    }),
    {numRuns: 60}
  );
});

test("a shard gives each of its records, none that it hasn't, and nothing once a bit is changed", async () => {
  const entries = Array.from({length: 5}, (_, i) => ({
    ref: `ref ${i}`,
    digest: bytes(digestOf(`ref ${i}`)),
    check: bytes(randomBytes(8)),
    sealed: bytes(randomBytes(40 + 13 * i))
  }));
  const shard = bytes(encodeShard(entries));
  for (const {digest, check, sealed} of entries) expect(await findInShard(shard, digest)).toEqual({check, sealed});
  expect(await findInShard(shard, bytes(digestOf("another")))).toBeNull();
  expect(encodeShard([...entries].reverse())).toEqual(encodeShard(entries));
  const read = readShard(Buffer.from(shard), "shard");
  for (const {digest, check, sealed} of entries) {
    const found = read.find(({tag}) => tag.equals(tagOf(digest)))!;
    expect([bytes(found.check), bytes(found.sealed)]).toEqual([check, sealed]);
  }
  for (let bit = 0; bit < shard.length * 8; bit++) {
    const changed = Uint8Array.from(shard);
    changed[bit >> 3]! ^= 1 << (bit & 7);
    expect(() => readShard(Buffer.from(changed), "shard"), `bit ${bit}`).toThrow(/^shard: /);
    expect(await findInShard(changed, entries[0]!.digest), `bit ${bit}`).toBeUndefined();
  }
  for (const length of [0, 20, 37])
    expect(() => readShard(Buffer.from(shard.subarray(0, length)), "s")).toThrow(/^s: /);
  expect(await findInShard(shard.subarray(0, 20), entries[0]!.digest)).toBeUndefined();
});
