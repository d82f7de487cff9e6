import {fromBase64url, toBase64url, utf8} from "./bytes.ts";
import {bookFormat} from "./format.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** What each key is derived for (the `info` of HKDF). */
export const purposes = {
  ref: `${bookFormat} ref`,
  epoch: `${bookFormat} epoch`,
  signing: `${bookFormat} signing`,
  content: `${bookFormat} content`,
  record: (ref: string) => `${bookFormat} record ${ref}`,
  nonce: `${bookFormat} nonce`,
  check: `${bookFormat} check`
};

/** HKDF-SHA-256 (RFC 5869), 32 bytes. Wherever WebCrypto is. */
export async function hkdf(secret: Bytes, salt: string, info: string): Promise<Bytes> {
  const {subtle} = crypto;
  const key = await subtle.importKey("raw", secret, "HKDF", false, ["deriveBits"]);
  const algorithm = {name: "HKDF", hash: "SHA-256", salt: utf8(salt), info: utf8(info)};
  return new Uint8Array(await subtle.deriveBits(algorithm, key, 256));
}

export async function hmac(key: Bytes, text: string): Promise<Bytes> {
  const {subtle} = crypto;
  const imported = await subtle.importKey("raw", key, {name: "HMAC", hash: "SHA-256"}, false, ["sign"]);
  return new Uint8Array(await subtle.sign("HMAC", imported, utf8(text)));
}

/**
 * The opaque reference of a client: 16 bytes of HMAC-SHA-256 under a key of its own, base64url, 22 characters. It stays
 * from one epoch to the next, so that a page which is open while a book is published keeps its client.
 * @param client the client's number, as text
 */
export async function refOf(secret: Bytes, client: string): Promise<string> {
  return toBase64url((await hmac(await hkdf(secret, "", purposes.ref), client)).subarray(0, 16));
}

/** The key that opens one client's record of one epoch, 32 bytes. */
export function recordKeyOf(secret: Bytes, epoch: string, ref: string): Promise<Bytes> {
  return hkdf(secret, epoch, purposes.record(ref));
}

/** The key of what all records of an epoch share: catalogue, cohorts, model. Each record holds it. */
export function contentKeyOf(secret: Bytes, epoch: string): Promise<Bytes> {
  return hkdf(secret, epoch, purposes.content);
}

/** What tells the right key from another before anything is opened with it, 8 bytes; a key has no other record. */
export async function keyCheckOf(key: Bytes): Promise<Bytes> {
  return (await hmac(key, purposes.check)).slice(0, 8);
}

/** What a page hands to a widget: the epoch and the client's key of that epoch, as one text. */
export function credentialOf(epoch: string, key: Uint8Array): string {
  return `${epoch}.${toBase64url(key)}`;
}

/** The parts of a credential; undefined where it isn't one. */
export function readCredential(credential: string): {epoch: string; key: Bytes} | undefined {
  const [epoch, text, ...rest] = credential.split(".");
  const key = text === undefined || rest.length > 0 ? undefined : fromBase64url(text);
  return epoch && key?.length === 32 ? {epoch, key} : undefined;
}
