import {readdir, stat} from "node:fs/promises";
import {join} from "node:path";
import {LimpideError} from "../contract/errors.ts";
import {tables} from "../contract/tables.ts";

/** A file of a table, as found in the folder. */
export interface TableFile {
  path: string;
  /** Its name in the folder: how messages call it. */
  label: string;
  /** Its size on disk, in bytes. */
  size: number;
}

export interface FoundFiles {
  /** By the name that the contracts give the file, such as application_train. */
  files: Map<string, TableFile>;
  /** By the same name, the files that stand for the same and were left aside. */
  leftAside: Map<string, string[]>;
}

const extensions = [".csv", ".csv.gz"];

/**
 * Finds the tables' files in a folder: `<name>.csv` or `<name>.csv.gz`, in any case. Whatever else it holds is not
 * looked at. When both are there, the uncompressed file is read.
 *
 * @throws LimpideError E_FILE_UNREADABLE when the folder or one of the files can't be read, E_NO_TABLES when the folder
 * holds none of the tables, E_TABLE_MISSING when it lacks one that is required
 */
export async function findFiles(folder: string): Promise<FoundFiles> {
  const entries = await listFolder(folder);
  const expected = Object.values(tables).flatMap((table) => table.files);
  const files = new Map<string, TableFile>();
  const leftAside = new Map<string, string[]>();
  for (const {name} of expected) {
    const candidates = extensions.flatMap((extension) =>
      entries.filter((entry) => entry.toLowerCase() === `${name}${extension}`.toLowerCase())
    );
    const found = [];
    for (const label of candidates) {
      const file = await describeFile(folder, label);
      if (file !== null) found.push(file);
    }
    if (found.length === 0) continue;
    files.set(name, found[0]!);
    leftAside.set(
      name,
      found.slice(1).map((file) => file.label)
    );
  }
  if (files.size === 0) {
    const names = expected.map(({name}) => name).join(", ");
    throw new LimpideError(
      "E_NO_TABLES",
      `the folder holds none of the tables. Expected, as .csv or .csv.gz: ${names}. Found: ${listing(entries)}.`,
      {file: folder}
    );
  }
  const absent = expected.find(({name, required}) => required && !files.has(name));
  if (absent !== undefined) {
    throw new LimpideError(
      "E_TABLE_MISSING",
      `neither ${absent.name}.csv nor ${absent.name}.csv.gz is in the folder, and nothing can replace it. ` +
        `Found: ${listing(entries)}.`,
      {file: folder}
    );
  }
  return {files, leftAside};
}

async function listFolder(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    throw unreadable(folder, error);
  }
}

/** Null for what is no file, such as a folder of that name. */
async function describeFile(folder: string, label: string): Promise<TableFile | null> {
  const path = join(folder, label);
  try {
    const status = await stat(path);
    return status.isFile() ? {path, label, size: status.size} : null;
  } catch (error) {
    throw unreadable(label, error);
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

function listing(entries: string[]): string {
  if (entries.length === 0) return "nothing";
  const shown = entries.slice(0, 8).join(", ");
  return entries.length > 8 ? `${shown} and ${entries.length - 8} more` : shown;
}
