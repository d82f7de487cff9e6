import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import {contentKeyOf, type BookKeys} from "../model/book/keys.ts";
import {sealManifest} from "../model/book/manifest.ts";
import {sealJson} from "../model/book/seal.ts";
import type {CohortChunk} from "../model/contract/book/cohort-chunk.ts";
import {associatedData, paths} from "../model/contract/book/format.ts";
import {manifestSchema, type Manifest} from "../model/contract/manifest.ts";
import type {RecourseGrid} from "../model/contract/recourse.ts";
import type {ScoringModel} from "../model/contract/scoring-model.ts";
import {languages, type Language} from "../model/contract/text.ts";
import {PackWriter} from "./book-pack.ts";
import {sealShards} from "./book-pool.ts";
import type {RecordSources} from "./book-record.ts";
import {orderByShard} from "./book-shards.ts";

/** All that a book says. */
export interface BookContents {
  keys: BookKeys;
  manifest: Manifest;
  records: RecordSources;
  /** Parts of the manifest's cohorts: each all of its chunks. */
  chunks: AsyncIterable<{cohort: number; chunk: number; packed: CohortChunk}>;
  /** What each feature means, by its id. */
  meanings: Record<Language, Record<string, string>>;
  /** What a simulation needs: `base` is the raw score before any feature speaks. */
  simulation: {model: ScoringModel; grid: RecourseGrid; base: number};
}

export interface PackOptions {
  threads: number;
  signal?: AbortSignal | undefined;
  /** Told how many records are sealed. */
  onProgress?: ((records: number) => void) | undefined;
}

/**
 * Seals a book into a folder: `manifest.json`, and the files of its epoch in one pack (see {@link PackWriter}). The same
 * contents give the same bytes.
 * @throws {LimpideError} E_DECISION or E_ADDITIVITY with the number of a client whose record isn't what the score says
 */
export async function packBook(
  folder: string,
  {keys, manifest, records, chunks, meanings, simulation}: BookContents,
  {threads, signal, onProgress}: PackOptions
): Promise<void> {
  const {epoch} = manifest;
  const contentKey = contentKeyOf(keys, epoch);
  const pack = new PackWriter(folder);
  const add = (path: string, value: unknown): void => {
    pack.add(path, sealJson(JSON.stringify(value), contentKey, associatedData.file(epoch, path)));
  };
  try {
    const rows = orderByShard(records.clients, keys.secret);
    const job = {sources: records, secret: keys.secret, epoch, contentKey: contentKey.toString("base64url"), ...rows};
    await sealShards(job, {
      threads,
      signal,
      onShards({content, files}, done) {
        pack.addAll(content, files);
        onProgress?.(rows.starts[done]!);
      }
    });
    for await (const {cohort, chunk, packed} of chunks) add(paths.cohort(cohort, chunk), packed);
    for (const language of languages) add(paths.meanings(language), meanings[language]);
    add(paths.model, simulation);
    const files = await pack.finish();
    await writeFile(join(folder, "manifest.json"), sealManifest(manifestSchema.parse(manifest), files, keys));
  } finally {
    pack.close();
  }
}
