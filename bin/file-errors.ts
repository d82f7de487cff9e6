import {LimpideError} from "../model/contract/errors.ts";

/** What the file system answers when it is the machine that is at fault, and what a person can do about it. */
const reasons: Record<string, string> = {
  EACCES: "no permission",
  EPERM: "no permission",
  EROFS: "the file system is read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  ENOTDIR: "a file stands where a folder is needed",
  EISDIR: "a folder stands where a file is needed",
  EEXIST: "a file stands where a folder is needed",
  EMFILE: "too many files are open",
  EBUSY: "another program uses it"
};

/**
 * The error that a person can act on, where there is one: our own as it is, the file system's refusals as
 * E_FILE_UNWRITABLE with the path. Undefined of all others, whose stack trace is worth more than a guess.
 */
export function asLimpideError(error: unknown): LimpideError | undefined {
  if (error instanceof LimpideError) return error;
  if (!(error instanceof Error)) return undefined;
  const {code, path, dest} = error as NodeJS.ErrnoException & {dest?: string};
  const reason = code === undefined ? undefined : reasons[code];
  if (reason !== undefined) {
    const file = dest ?? path;
    return new LimpideError("E_FILE_UNWRITABLE", reason, file === undefined ? {} : {file}, {cause: error});
  }
  // DuckDB writes files by itself and tells of it in words.
  if (error.message.startsWith("IO Error: "))
    return new LimpideError("E_FILE_UNWRITABLE", error.message.split("\n")[0]!, {}, {cause: error});
  return undefined;
}
