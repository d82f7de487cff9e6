import {createReadStream, createWriteStream} from "node:fs";
import {open} from "node:fs/promises";
import {type Readable, Transform} from "node:stream";
import {pipeline} from "node:stream/promises";
import {createGunzip} from "node:zlib";
import {LimpideError} from "../../contract/errors.ts";

/** Bytes with a name: a file on disk, or a member of an archive. */
export interface Content {
  /** How messages call it. */
  label: string;
  /** Bytes as they are stored. */
  size: number;
  /** Where it lies on disk as it is; null for a member of an archive. */
  path: string | null;
  /** The bytes, unpacked from the archive. */
  open(): Promise<Readable>;
}

export type Format = "text" | "gzip" | "parquet" | "zip";

const magic: [Format, number[]][] = [
  ["gzip", [0x1f, 0x8b]],
  ["parquet", [0x50, 0x41, 0x52, 0x31]],
  ["zip", [0x50, 0x4b, 0x03, 0x04]],
  ["zip", [0x50, 0x4b, 0x05, 0x06]]
];
const chunkSize = 1 << 20;

export function diskContent(path: string, label: string, size: number): Content {
  return {label, size, path, open: () => Promise.resolve(createReadStream(path, {highWaterMark: chunkSize}))};
}

/** What the first bytes say that it is (RFC 1952, PKWARE APPNOTE 4.3, Apache Parquet): a name may say otherwise. */
export async function formatOf(content: Content): Promise<Format> {
  const start = await firstBytes(content);
  return magic.find(([, bytes]) => bytes.every((byte, i) => start[i] === byte))?.[0] ?? "text";
}

async function firstBytes(content: Content): Promise<Buffer> {
  try {
    if (content.path !== null) {
      const handle = await open(content.path);
      try {
        const {bytesRead, buffer} = await handle.read(Buffer.alloc(4), 0, 4, 0);
        return buffer.subarray(0, bytesRead);
      } finally {
        await handle.close();
      }
    }
    const stream = await content.open();
    try {
      let start = Buffer.alloc(0);
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        start = Buffer.concat([start, chunk.subarray(0, 4)]);
        if (start.length >= 4) break;
      }
      return start;
    } finally {
      stream.destroy();
    }
  } catch (error) {
    throw readError(content.label, error);
  }
}

/** The text of a file as a stream of bytes, inflated when it is gzip. Its errors are those of `readError`. */
export async function openText(content: Content, format: Format): Promise<Readable> {
  const bytes = await content.open();
  if (format !== "gzip") return bytes;
  const gunzip = createGunzip({chunkSize});
  bytes.on("error", (error) => gunzip.destroy(error));
  gunzip.on("close", () => bytes.destroy());
  return bytes.pipe(gunzip);
}

/**
 * Writes the whole content to a file of its own, inflated when it is gzip.
 *
 * DuckDB could read gzip by itself, but takes the end of a file for the end of the stream and skips the trailer, so that
 * a file cut between two rows or in its trailer reads as a shorter table; and it reads plain text with every thread.
 *
 * @throws LimpideError E_FILE_TRUNCATED when the stream ends early, E_FILE_UNREADABLE when a checksum doesn't match
 */
export async function layAside(
  content: Content,
  format: Format,
  path: string,
  {onBytes, signal}: {onBytes?: ((bytes: number) => void) | undefined; signal?: AbortSignal | undefined}
): Promise<void> {
  let done = 0;
  const meter = new Transform({
    highWaterMark: chunkSize,
    transform(chunk: Buffer, _, next) {
      onBytes?.((done += chunk.length));
      next(null, chunk);
    }
  });
  const stages = format === "gzip" ? [meter, createGunzip({chunkSize})] : [meter];
  try {
    await pipeline([await content.open(), ...stages, createWriteStream(path)], signal ? {signal} : {});
  } catch (error) {
    signal?.throwIfAborted();
    throw readError(content.label, error);
  }
}

const reasons: Record<string, string> = {
  ENOENT: "it does not exist",
  ENOTDIR: "it is a file, and a folder is expected",
  EISDIR: "it is a folder, and a file is expected",
  EACCES: "this account may not read it",
  EPERM: "this account may not read it",
  ELOOP: "its links lead round in a circle"
};

/** What the operating system refused, as an error that names the file. */
export function unreadable(file: string, error: unknown): LimpideError {
  const {code = "", message} = error as NodeJS.ErrnoException;
  return new LimpideError("E_FILE_UNREADABLE", `cannot be read: ${reasons[code] ?? message}`, {file}, {cause: error});
}

/** What went wrong in reading or inflating a file, as an error that names it. */
export function readError(label: string, error: unknown): Error {
  if (error instanceof LimpideError) return error;
  const {code = "", message} = error as NodeJS.ErrnoException;
  if (code === "ENOSPC" || code === "EDQUOT") {
    return new LimpideError(
      "E_FILE_UNWRITABLE",
      "the disk is full, and the file has to be unpacked to be read. Free some space, or let TMPDIR name another disk.",
      {file: label},
      {cause: error}
    );
  }
  if (code === "Z_BUF_ERROR") {
    return new LimpideError(
      "E_FILE_TRUNCATED",
      "the file is cut short: its compressed content ends too early. Copy or download it again.",
      {file: label},
      {cause: error}
    );
  }
  if (code.startsWith("Z_")) {
    return new LimpideError(
      "E_FILE_UNREADABLE",
      `the file is damaged: ${message} in its compressed content. Copy or download it again.`,
      {file: label},
      {cause: error}
    );
  }
  return unreadable(label, error);
}
