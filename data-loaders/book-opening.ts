import {readFileSync} from "node:fs";
import {join} from "node:path";
import {z} from "zod";
import {contentKeyOf, digestOf, recordKeys, refOf, type BookKeys} from "../model/book/keys.ts";
import {openManifest, type ReadManifest} from "../model/book/read-manifest.ts";
import {openRecord, recordOf} from "../model/book/read-record.ts";
import {readShard} from "../model/book/read-shard.ts";
import {unpackJsonText, unseal} from "../model/book/seal.ts";
import {unpackCohort, type CohortChunk} from "../model/contract/book/cohort-chunk.ts";
import {associatedData, featuresPerChunk, paths, shardOf} from "../model/contract/book/format.ts";
import {contentKeyIn} from "../model/contract/book/record-layout.ts";
import {tagOf} from "../model/contract/book/shard.ts";
import {cohortSchema} from "../model/contract/cohort.ts";
import {LimpideError} from "../model/contract/errors.ts";
import type {Manifest} from "../model/contract/manifest.ts";
import type {ClientRecord} from "../model/contract/record.ts";
import {recourseGridSchema} from "../model/contract/recourse.ts";
import {scoringModelSchema} from "../model/contract/scoring-model.ts";
import {languages} from "../model/contract/text.ts";
import {decide} from "../model/ensemble/scoring.ts";
import {createRandom, sample} from "../model/metrics/random.ts";

/** A book on disk and its keys. */
export interface KeyedBook {
  /** Holds `manifest.json`. */
  folder: string;
  manifest: ReadManifest;
  keys: BookKeys;
  /** Paths in the epoch's folder. */
  files: ReadonlyMap<string, unknown>;
}

/** What was opened and found right. */
export interface OpenedBook {
  cohorts: number;
  chunks: number;
  /** Clients whose records were asked for, and those of them who are in the book. */
  asked: number;
  records: number;
}

/** What a simulation needs, in `model.bin`. */
export const simulatedModelSchema = z.strictObject({
  model: scoringModelSchema,
  grid: recourseGridSchema,
  /** The raw score before any feature speaks, log-odds. */
  base: z.number()
});

/**
 * Opens all that clients share, and some of their records.
 * @param clients whose records may be opened; the examples' where none are given
 * @throws {LimpideError} E_BOOK with the file's name
 */
export async function openEverything(
  book: KeyedBook,
  {clients, sample: size}: {clients?: ArrayLike<number> | undefined; sample: number}
): Promise<OpenedBook> {
  const {folder, manifest, keys, files} = book;
  const contentKey = contentKeyOf(keys, manifest.header.epoch);
  const catalogue = openManifest(manifest, contentKey, join(folder, "manifest.json"));
  const expected = new Set(Array.from({length: catalogue.shards}, (_, shard) => paths.shard(shard)));
  const open = <T>(path: string, schema: {parse: (json: unknown) => T}): T => {
    expected.add(path);
    return openShared(book, path, contentKey, schema);
  };
  const ids = catalogue.features.map(({id}) => id);
  const chunks = Math.max(1, Math.ceil(ids.length / featuresPerChunk));
  for (const [place, cohort] of catalogue.cohorts.entries()) {
    for (let chunk = 0; chunk < chunks; chunk++) {
      const opened = open(paths.cohort(place, chunk), {
        parse: (json) => cohortSchema.parse(unpackCohort(json as CohortChunk, cohort, ids, chunk))
      });
      // A pair's label is made of its groups' in the catalogue, and written out in its chunks.
      if (opened.label.fr !== cohort.label.fr || opened.label.en !== cohort.label.en) {
        throw new LimpideError("E_BOOK", `holds another cohort than ${cohort.id}`, {
          file: fileOf(book, paths.cohort(place, chunk))
        });
      }
    }
  }
  const meanings = z.record(z.string(), z.string().min(1)).refine((told) => ids.every((id) => told[id] !== undefined));
  for (const language of languages) open(paths.meanings(language), meanings);
  open(paths.model, simulatedModelSchema);
  const odd = [...files.keys()].find((path) => !expected.has(path)) ?? [...expected].find((path) => !files.has(path));
  if (odd !== undefined) {
    throw new LimpideError("E_BOOK", "the catalogue and the list of files don't agree on it", {
      file: fileOf(book, odd)
    });
  }
  const known = clients ?? catalogue.examples.map(({client}) => Number(client));
  const drawn = sample(known.length, Math.min(size, known.length), createRandom(known.length, size));
  let records = 0;
  for (const i of drawn) records += Number(openClient(book, catalogue, String(known[i])) !== null);
  if (drawn.length > 0 && records === 0) {
    throw new LimpideError("E_BOOK", `none of ${drawn.length} clients is in the book`, {file: folder});
  }
  return {cohorts: catalogue.cohorts.length, chunks: chunks * catalogue.cohorts.length, asked: drawn.length, records};
}

/** Where a client's record is, and what opens it. */
export function placeOfClient({keys, manifest: {header}}: Pick<KeyedBook, "keys" | "manifest">, client: string) {
  const ref = refOf(keys, client);
  const digest = Uint8Array.from(digestOf(ref));
  const key = recordKeys(keys, header.epoch)(ref);
  return {ref, key, digest, path: paths.shard(shardOf(digest, header.shards))};
}

/**
 * A client's record, checked; null where the book has none.
 * @throws {LimpideError} E_BOOK with the shard's name
 */
export function openClient(book: Omit<KeyedBook, "files">, catalogue: Manifest, client: string): ClientRecord | null {
  const {ref, key, digest, path} = placeOfClient(book, client);
  const file = fileOf(book, path);
  const fail = (message: string, options?: ErrorOptions): LimpideError =>
    new LimpideError("E_BOOK", `client ${client}: ${message}`, {file}, options);
  const tag = tagOf(digest);
  const found = readShard(readFileSync(file), file).find((record) => record.tag.equals(tag));
  if (found === undefined) return null;
  const packed = openRecord(found, {epoch: catalogue.epoch, ref, key});
  if (packed === undefined) throw fail("the record doesn't open with the client's key");
  if (contentKeyIn(packed) !== contentKeyOf(book.keys, catalogue.epoch).toString("base64url")) {
    throw fail("the record holds another content key than its epoch's");
  }
  let record: ClientRecord;
  try {
    record = recordOf(packed, catalogue.cohorts);
  } catch (cause) {
    throw fail(cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause), {cause});
  }
  if (record.ref !== ref) throw fail("the record is another client's");
  if (record.model !== catalogue.model.version) throw fail("the record is of another model");
  const width = catalogue.features.length;
  if (record.values.length !== width || record.contributions.length !== width) {
    throw fail("the record has another number of features than the catalogue");
  }
  const sum = record.contributions.reduce((total, points) => total + points, record.base);
  // Points are whole, and each of the numbers shown is rounded to a thousandth.
  if (!(Math.abs(sum - record.points) <= 0.5 + (width + 1) * 0.0005)) {
    throw fail(`the reasons add up to ${sum} points, the score is ${record.points}`);
  }
  const {recommendation, review} = decide(record.points, catalogue.policy);
  if (record.recommendation !== recommendation || record.review !== review) {
    throw fail(`${record.recommendation} at ${record.points} points isn't what the policy says`);
  }
  return record;
}

/** A file that all clients share, opened and held against its contract. */
function openShared<T>(
  book: KeyedBook,
  path: string,
  contentKey: Uint8Array,
  schema: {parse: (json: unknown) => T}
): T {
  const file = fileOf(book, path);
  if (!book.files.has(path))
    throw new LimpideError("E_BOOK", "the catalogue asks for a file that isn't listed", {file});
  const plain = unseal(readFileSync(file), contentKey, associatedData.file(book.manifest.header.epoch, path));
  if (plain === undefined) throw new LimpideError("E_BOOK", "the file doesn't open with the book's keys", {file});
  try {
    return schema.parse(JSON.parse(unpackJsonText(plain)));
  } catch (cause) {
    const message = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
    throw new LimpideError("E_BOOK", `breaks its contract: ${message}`, {file}, {cause});
  }
}

function fileOf({folder, manifest}: Omit<KeyedBook, "files">, path: string): string {
  return join(folder, manifest.header.epoch, path);
}
