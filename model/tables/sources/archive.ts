import {basename} from "node:path";
import {Transform} from "node:stream";
import {crc32} from "node:zlib";
import {type Entry, openPromise, type ZipFile} from "yauzl";
import {LimpideError} from "../../contract/errors.ts";
import {type Content, unreadable} from "./content.ts";

/** A zip archive (PKWARE APPNOTE, Zip64 included) whose members are read where they lie. */
export interface Archive {
  members: Content[];
  close(): void;
}

/**
 * Reads the directory of an archive. Members are known by their name without folders; what macOS adds is left out.
 *
 * @param label what messages call the archive; a member is `label/name`
 * @throws LimpideError E_FILE_TRUNCATED when the directory, which ends an archive, is not there; E_FILE_UNREADABLE
 */
export async function openArchive(path: string, label: string): Promise<Archive> {
  const zip = await open(path, label);
  const members: Content[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      const name = basename(entry.fileName);
      if (entry.fileName.endsWith("/") || entry.fileName.startsWith("__MACOSX/") || name.startsWith(".")) continue;
      members.push(member(zip, entry, `${label}/${name}`));
    }
  } catch (cause) {
    zip.close();
    throw damaged(label, cause);
  }
  return {
    members,
    close() {
      zip.close();
    }
  };
}

async function open(path: string, label: string): Promise<ZipFile> {
  try {
    return await openPromise(path, {lazyEntries: true, autoClose: false, decodeStrings: true});
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== undefined) throw unreadable(label, cause);
    throw new LimpideError(
      "E_FILE_TRUNCATED",
      "the archive is cut short, or is no zip archive: its directory is not there. Copy or download it again.",
      {file: label},
      {cause}
    );
  }
}

function member(zip: ZipFile, entry: Entry, label: string): Content {
  return {
    label,
    size: entry.compressedSize,
    path: null,
    async open() {
      if (entry.isEncrypted()) {
        throw new LimpideError("E_FILE_UNREADABLE", "the archive asks for a password. Unpack it first.", {file: label});
      }
      if (!entry.canDecodeFileData()) {
        throw new LimpideError(
          "E_FILE_UNREADABLE",
          `the archive packs it in a way that is not read here (method ${entry.compressionMethod}). Unpack it first.`,
          {file: label}
        );
      }
      const stream = await zip.openReadStreamPromise(entry).catch((cause: unknown) => {
        throw damaged(label, cause);
      });
      const checked = checkSum(entry.crc32, label);
      stream.on("error", (cause) => checked.destroy(damaged(label, cause)));
      checked.on("close", () => stream.destroy());
      return stream.pipe(checked);
    }
  };
}

/** Lets bytes through, and fails at their end when they are not those that were packed. The reader of zip doesn't look. */
function checkSum(expected: number, label: string): Transform {
  let sum = 0;
  return new Transform({
    transform(chunk: Buffer, _, next) {
      sum = crc32(chunk, sum);
      next(null, chunk);
    },
    flush(next) {
      next(sum === expected ? null : damaged(label, new Error("its checksum differs")));
    }
  });
}

function damaged(label: string, cause: unknown): LimpideError {
  if (cause instanceof LimpideError) return cause;
  return new LimpideError(
    "E_FILE_UNREADABLE",
    `the archive is damaged: ${(cause as Error).message}. Copy or download it again.`,
    {file: label},
    {cause}
  );
}
