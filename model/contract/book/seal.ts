import {utf8} from "./bytes.ts";

type Bytes = Uint8Array<ArrayBuffer>;

export const nonceBytes = 12;

/**
 * Opens what was sealed as nonce (12 bytes) ‖ AES-256-GCM ciphertext ‖ tag (16 bytes); undefined where the key, the
 * associated data or a bit is another.
 */
export async function unseal(sealed: Bytes, key: Bytes, associated: string): Promise<Bytes | undefined> {
  if (sealed.length < nonceBytes + 16) return undefined;
  const {subtle} = crypto;
  const imported = await subtle.importKey("raw", key, "AES-GCM", false, ["decrypt"]);
  const algorithm = {name: "AES-GCM", iv: sealed.subarray(0, nonceBytes), additionalData: utf8(associated)};
  return subtle.decrypt(algorithm, imported, sealed.subarray(nonceBytes)).then(
    (plain) => new Uint8Array(plain),
    () => undefined
  );
}

/** The JSON in an opened plaintext: its length (4 bytes, big-endian), so many bytes of deflate-raw (RFC 1951), zeros. */
export async function unpackJson(plain: Bytes): Promise<unknown> {
  const length = new DataView(plain.buffer, plain.byteOffset).getUint32(0);
  const stream = new Blob([plain.subarray(4, 4 + length)]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(stream).json();
}
