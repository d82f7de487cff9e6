import {createCipheriv, createDecipheriv, createHmac} from "node:crypto";
import {deflateRawSync, inflateRawSync} from "node:zlib";
import {paddingBlock} from "../contract/book/format.ts";
import {purposes} from "../contract/book/keys.ts";
import {nonceBytes} from "../contract/book/seal.ts";

/** A JSON text as it is sealed: its deflated length, the deflated bytes, and zeros up to a whole block. */
export function packJson(json: string): Buffer {
  // Records are short, and many: a window beyond the text costs its clearing, a longer search for matches its time, and
  // neither brings anything.
  return padDeflated(deflateRawSync(json, json.length <= 4096 ? {level: 6, windowBits: 12, memLevel: 7} : {level: 9}));
}

/** What was deflated (raw, RFC 1951), between its length and its padding. */
export function padDeflated(deflated: Uint8Array): Buffer {
  const plain = Buffer.alloc(Math.ceil((4 + deflated.length) / paddingBlock) * paddingBlock);
  plain.writeUInt32BE(deflated.length);
  plain.set(deflated, 4);
  return plain;
}

/** @throws where the bytes aren't what {@link packJson} makes */
export function unpackJsonText(plain: Buffer): string {
  return inflateRawSync(plain.subarray(4, 4 + plain.readUInt32BE())).toString("utf8");
}

/**
 * nonce ‖ AES-256-GCM ‖ tag. The nonce is an HMAC of what is sealed and of where, so that the same book has the same
 * bytes, and one key never meets a nonce twice for two texts (as SIV does, RFC 8452).
 */
export function seal(plain: Buffer, key: Uint8Array, associated: string): Buffer {
  const nonce = createHmac("sha256", key)
    .update(`${purposes.nonce}\n${associated}\n`)
    .update(plain)
    .digest()
    .subarray(0, nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(associated));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** What was sealed; undefined where the key, the place or a bit is another. */
export function unseal(sealed: Buffer, key: Uint8Array, associated: string): Buffer | undefined {
  if (sealed.length < nonceBytes + 16) return undefined;
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, nonceBytes), {authTagLength: 16})
    .setAAD(Buffer.from(associated))
    .setAuthTag(sealed.subarray(-16));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -16)), decipher.final()]);
  } catch {
    return undefined;
  }
}

/** JSON, packed and sealed. */
export function sealJson(json: string, key: Uint8Array, associated: string): Buffer {
  return seal(packJson(json), key, associated);
}
