import {readFileSync} from "node:fs";
import {readdir} from "node:fs/promises";
import {join} from "node:path";
import {openClient} from "../data-loaders/book-opening.ts";
import {keysOfBook, readManifestFile} from "../data-loaders/book-verify.ts";
import {quoteLiteral, withDuckDB} from "../data-loaders/duckdb.ts";
import type {KeyFile} from "../model/book/key-file.ts";
import {contentKeyOf} from "../model/book/keys.ts";
import {openManifest} from "../model/book/read-manifest.ts";
import {unpackJsonText, unseal} from "../model/book/seal.ts";
import {unpackCohort, type CohortChunk} from "../model/contract/book/cohort-chunk.ts";
import {associatedData, paths} from "../model/contract/book/format.ts";
import {cohortSchema, type Cohort} from "../model/contract/cohort.ts";
import type {Manifest} from "../model/contract/manifest.ts";
import type {ClientRecord} from "../model/contract/record.ts";

/** A published book, opened with its keys. */
export interface OpenBook {
  manifest: Manifest;
  /** A client's record, held against its contract; null where there is none. */
  recordOf(client: number): ClientRecord | null;
  /** A cohort, by its place in the catalogue, with the features of one chunk. */
  cohortOf(place: number, chunk: number): Cohort;
}

/** Opens the book of a folder: one that is open, or one that a key file opens. */
export async function openBookOf(folder: string, keyFile?: KeyFile): Promise<OpenBook> {
  const manifest = await readManifestFile(folder);
  const {epoch} = manifest.header;
  const keys = keysOfBook(manifest.header, keyFile)!;
  const contentKey = contentKeyOf(keys, epoch);
  const opened = openManifest(manifest, contentKey, join(folder, "manifest.json"));
  const ids = opened.features.map(({id}) => id);
  return {
    manifest: opened,
    recordOf: (client) => openClient({folder, manifest, keys}, opened, String(client)),
    cohortOf(place, chunk) {
      const path = paths.cohort(place, chunk);
      const plain = unseal(readFileSync(join(folder, epoch, path)), contentKey, associatedData.file(epoch, path))!;
      const packed = JSON.parse(unpackJsonText(plain)) as CohortChunk;
      return cohortSchema.parse(unpackCohort(packed, opened.cohorts[place]!, ids, chunk));
    }
  };
}

/** The numbers of all clients that a store's only feature table has. */
export async function clientsOf(store: string): Promise<number[]> {
  const features = join(store, "artifacts", "features");
  const [key] = await readdir(features);
  return withDuckDB(async (connection) => {
    const source = `read_parquet(${quoteLiteral(join(features, key!, "features.parquet"))})`;
    return (await connection.runAndReadAll(`SELECT SK_ID_CURR FROM ${source}`))
      .getRows()
      .map(([client]) => Number(client));
  });
}
