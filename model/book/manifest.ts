import {createPublicKey, sign, verify} from "node:crypto";
import {packCatalogue} from "../contract/book/catalogue.ts";
import {associatedData, signedText} from "../contract/book/format.ts";
import type {BookHeader, SealedManifest} from "../contract/book/header.ts";
import type {Manifest} from "../contract/manifest.ts";
import {contentKeyOf, type BookKeys} from "./keys.ts";
import {sealJson} from "./seal.ts";

/**
 * `manifest.json`, sealed and signed.
 * @param files SHA-256 (hexadecimal) of the list of the epoch's files
 */
export function sealManifest(manifest: Manifest, files: string, keys: BookKeys): string {
  const {format, epoch, protection, clients, shards, model} = manifest;
  const told: BookHeader = {
    format,
    epoch,
    protection,
    clients,
    shards,
    model: model.version,
    record: 1,
    files,
    publicKey: keys.publicKey.toString("base64url")
  };
  const header = Buffer.from(JSON.stringify(told)).toString("base64url");
  const catalogue = sealJson(
    JSON.stringify(packCatalogue(manifest)),
    contentKeyOf(keys, epoch),
    associatedData.catalogue(header)
  ).toString("base64url");
  const signature = sign(null, Buffer.from(signedText(header, catalogue)), keys.signing).toString("base64url");
  return JSON.stringify({header, catalogue, signature} satisfies SealedManifest);
}

/** Whether the holder of a public key (raw, 32 bytes) signed a manifest. */
export function isSigned({header, catalogue, signature}: SealedManifest, publicKey: Uint8Array): boolean {
  const jwk = {kty: "OKP", crv: "Ed25519", x: Buffer.from(publicKey).toString("base64url")};
  const key = createPublicKey({key: jwk, format: "jwk"});
  return verify(null, Buffer.from(signedText(header, catalogue)), key, Buffer.from(signature, "base64url"));
}
