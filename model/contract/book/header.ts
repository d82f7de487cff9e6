/** What anyone may read of a book: how to find a record, and what the rest is authenticated with. */
export interface BookHeader {
  format: "limpide-book/1";
  /** Names the folder of this epoch's files, beside the manifest: "e" and hexadecimal digits. */
  epoch: string;
  /** The book of invented clients is open: whoever has its `secret` (base64url) derives every ref and key. */
  protection: {kind: "open"; secret: string} | {kind: "sealed"; keyId: string};
  clients: number;
  shards: number;
  /** Version of the model behind every record. */
  model: string;
  /** Version of the record's positions. */
  record: 1;
  /** SHA-256 (hexadecimal) of the list of the epoch's files. */
  files: string;
  /** Ed25519, base64url. */
  publicKey: string;
}

/** `manifest.json`: each a base64url text, so that what is authenticated is the bytes that are written. */
export interface SealedManifest {
  /** {@link BookHeader} as JSON. */
  header: string;
  /** The catalogue, sealed under the epoch's content key. */
  catalogue: string;
  /** Ed25519 over {@link signedText}. */
  signature: string;
}
