import {chunkOf, unpackCohort, type CohortChunk} from "../../../model/contract/book/cohort-chunk.ts";
import {associatedData, paths} from "../../../model/contract/book/format.ts";
import type {Cohort} from "../../../model/contract/cohort.ts";
import type {Language} from "../../../model/contract/text.ts";
import {BookError} from "./book-error.ts";
import type {OpenedClient} from "./client.ts";
import {readFile} from "./read-file.ts";
import {opened} from "./sealed-book.ts";
import {forget, share} from "./share.ts";

/**
 * A cohort of the book with the features that share a file with one of them.
 *
 * @param feature its place in the manifest; -1 where the points alone are asked for
 * @throws {BookError} E_BOOK_INTEGRITY, E_BOOK_UNREACHABLE, E_OFFLINE; the signal's reason once aborted
 */
export async function readCohort(
  client: OpenedClient,
  id: string,
  feature: number,
  signal: AbortSignal
): Promise<Cohort> {
  const {cohorts, features} = client.manifest;
  const place = cohorts.findIndex((cohort) => cohort.id === id);
  const cohort = cohorts[place];
  if (cohort === undefined) throw new RangeError(`the book has no cohort ${id}`);
  const chunk = chunkOf(feature);
  const ids = features.map(({id}) => id);
  return readSealed(
    client,
    paths.cohort(place, chunk),
    (packed) => unpackCohort(packed as CohortChunk, cohort, ids, chunk),
    signal
  );
}

/** What each feature means, by its id. Throws as {@link readCohort}. */
export function readMeanings(
  client: OpenedClient,
  language: Language,
  signal: AbortSignal
): Promise<Record<string, string>> {
  return readSealed(client, paths.meanings(language), (json) => json as Record<string, string>, signal);
}

/** The model behind the score, for a simulation; as its publisher wrote it. Throws as {@link readCohort}. */
export function readModel(client: OpenedClient, signal: AbortSignal): Promise<unknown> {
  return readSealed(client, paths.model, (json) => json, signal);
}

function readSealed<T>(
  {folder, contentKey, manifest: {epoch}}: OpenedClient,
  path: string,
  unpack: (json: unknown) => T,
  signal: AbortSignal
): Promise<T> {
  const place = `${epoch}/${path}`;
  const read = async (signal: AbortSignal) => {
    const sealed = await readFile(folder, place, signal);
    if (sealed === undefined) {
      // Its epoch may have gone: whoever reads the client again finds the new one.
      forget(folder);
      throw new BookError("E_BOOK_UNREACHABLE", `the book has no ${place}`);
    }
    return unpack(await opened(sealed, contentKey, associatedData.file(epoch, path), place));
  };
  return share(`${folder}\n${place}`, read, signal);
}
