import {createReadStream} from "node:fs";
import {open} from "node:fs/promises";
import {type Readable, Writable} from "node:stream";
import {pipeline} from "node:stream/promises";
import {createGunzip} from "node:zlib";
import {LimpideError} from "../contract/errors.ts";
import {type TableFile, unreadable} from "./find-files.ts";

const chunkSize = 1 << 20;

/** Whether a file is gzip by its first two bytes (RFC 1952): its name may say otherwise, its bytes don't. */
export async function isGzip({path, label}: TableFile): Promise<boolean> {
  try {
    const handle = await open(path);
    try {
      const {bytesRead, buffer} = await handle.read(Buffer.alloc(2), 0, 2, 0);
      return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw unreadable(label, error);
  }
}

/**
 * Inflates a whole gzip file and keeps nothing, to see that it is complete and undamaged. DuckDB checks neither: it
 * takes the end of a file for the end of the stream and skips the trailer, so that a file cut between two rows or in
 * its trailer reads as a shorter table.
 *
 * @throws LimpideError E_FILE_TRUNCATED when the stream ends early, E_FILE_UNREADABLE when its checksum doesn't match
 */
export async function checkGzip(file: TableFile, signal?: AbortSignal): Promise<void> {
  const nowhere = new Writable({write: (_chunk, _encoding, done) => done()});
  try {
    await pipeline(
      createReadStream(file.path, {highWaterMark: chunkSize}),
      createGunzip({chunkSize}),
      nowhere,
      signal ? {signal} : {}
    );
  } catch (error) {
    signal?.throwIfAborted();
    throw readError(file, error);
  }
}

/** The text of a file as a stream of bytes, inflated when it is gzip. */
export function openBytes({path}: TableFile, gzip: boolean): Readable {
  const bytes = createReadStream(path);
  if (!gzip) return bytes;
  const gunzip = createGunzip();
  bytes.on("error", (error) => gunzip.destroy(error));
  gunzip.on("close", () => bytes.destroy());
  return bytes.pipe(gunzip);
}

/** What went wrong in reading or inflating a file, as an error that names it. */
export function readError({label}: TableFile, error: unknown): LimpideError {
  const {code = ""} = error as NodeJS.ErrnoException;
  if (code === "Z_BUF_ERROR") {
    return new LimpideError(
      "E_FILE_TRUNCATED",
      "the file is cut short: its gzip stream ends before its content does. Copy or download it again.",
      {file: label},
      {cause: error}
    );
  }
  if (code.startsWith("Z_")) {
    return new LimpideError(
      "E_FILE_UNREADABLE",
      `the file is damaged: ${(error as Error).message} in its gzip stream. Copy or download it again.`,
      {file: label},
      {cause: error}
    );
  }
  return unreadable(label, error);
}
