import {createHash, createHmac, createPrivateKey, createPublicKey, hkdfSync, type KeyObject} from "node:crypto";
import {purposes} from "../contract/book/keys.ts";

// The same derivations as model/contract/book/keys.ts, without a promise a client: a book has hundreds of thousands.

/** The keys that a master secret gives, whatever the epoch. */
export interface BookKeys {
  /** 32 bytes. */
  readonly secret: Buffer;
  readonly refKey: Buffer;
  readonly epochKey: Buffer;
  /** Ed25519 (RFC 8032), its seed derived from the secret: there is one thing to keep. */
  readonly signing: KeyObject;
  /** The raw public key, 32 bytes. */
  readonly publicKey: Buffer;
}

/** @param secret 32 bytes */
export function bookKeys(secret: Uint8Array): BookKeys {
  if (secret.length !== 32) throw new RangeError(`a master secret has 32 bytes, not ${secret.length}`);
  // RFC 8410: the fixed beginning of a private Ed25519 key in PKCS #8.
  const seed = derive(secret, "", purposes.signing);
  const der = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), seed]);
  const signing = createPrivateKey({key: der, format: "der", type: "pkcs8"});
  const {x} = createPublicKey(signing).export({format: "jwk"}) as {x: string};
  return {
    secret: Buffer.from(secret),
    refKey: derive(secret, "", purposes.ref),
    epochKey: derive(secret, "", purposes.epoch),
    signing,
    publicKey: Buffer.from(x, "base64url")
  };
}

/** HKDF-SHA-256 (RFC 5869), 32 bytes. */
function derive(secret: Uint8Array, salt: string, info: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, salt, info, 32));
}

/** The opaque reference of a client. */
export function refOf({refKey}: Pick<BookKeys, "refKey">, client: string): string {
  return createHmac("sha256", refKey).update(client).digest().subarray(0, 16).toString("base64url");
}

/** The name of an epoch, of whatever it was made from: the same ingredients give the same name, and tell nobody else anything. */
export function epochOf({epochKey}: Pick<BookKeys, "epochKey">, ingredients: string): string {
  return `e${createHmac("sha256", epochKey).update(ingredients).digest("hex").slice(0, 12)}`;
}

/** The key of what all records of an epoch share. */
export function contentKeyOf({secret}: Pick<BookKeys, "secret">, epoch: string): Buffer {
  return derive(secret, epoch, purposes.content);
}

/**
 * The key of one client's record. The first half of HKDF is the same for all clients of an epoch: it is done once.
 */
export function recordKeys({secret}: Pick<BookKeys, "secret">, epoch: string): (ref: string) => Buffer {
  const extracted = createHmac("sha256", epoch).update(secret).digest();
  return (ref) =>
    createHmac("sha256", extracted)
      .update(`${purposes.record(ref)}\x01`, "latin1")
      .digest();
}

/** What tells the right key from another, 8 bytes. */
export function keyCheckOf(key: Uint8Array): Buffer {
  return createHmac("sha256", key).update(purposes.check).digest().subarray(0, 8);
}

/** SHA-256 of a text's UTF-8 bytes: of a ref, it says where the record is. */
export function digestOf(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
