// No zod in this folder: the widgets ship it to the browser. widgets/BOOK.md tells the same to whoever implements it.

/** The version of the format, in every file's name or in what authenticates it. */
export const bookFormat = "limpide-book/1";

/** Plaintexts are padded with zeros to a multiple of this many bytes, so that lengths tell little. */
export const paddingBlock = 512;

/** How many features share a file of a cohort: one comparison reads one such file. */
export const featuresPerChunk = 24;

/** What each sealed file is authenticated with, beside its content: a file that was moved or renamed doesn't open. */
export const associatedData = {
  record: (epoch: string, ref: string) => `${bookFormat} record\n${epoch}\n${ref}`,
  /** @param header the manifest's `header`, as it is written */
  catalogue: (header: string) => `${bookFormat} catalogue\n${header}`,
  /** @param path the file's path inside the epoch's folder */
  file: (epoch: string, path: string) => `${bookFormat} file\n${epoch}\n${path}`
};

/** What the publisher signs. */
export function signedText(header: string, catalogue: string): string {
  return `${bookFormat} manifest\n${header}\n${catalogue}`;
}

/** Inside the epoch's folder. */
export const paths = {
  /** SHA-256 of every other file of the epoch, as `sha256sum` writes them. */
  files: "files.sha256",
  /** The model, for a simulation. */
  model: "model.bin",
  /** What each feature means, in one language. */
  meanings: (language: string) => `meanings.${language}.bin`,
  shard: (number: number) => `records/${number.toString(16).padStart(5, "0")}.bin`,
  /** @param cohort its place in the catalogue's list @param chunk of features, from 0 */
  cohort: (cohort: number, chunk: number) => `cohorts/${cohort}/${chunk}.bin`
};

/**
 * The shard that may hold a ref.
 * @param digest SHA-256 of the ref's UTF-8 bytes
 */
export function shardOf(digest: Uint8Array, shards: number): number {
  return new DataView(digest.buffer, digest.byteOffset, 4).getUint32(0) % shards;
}
