import {readdir, stat} from "node:fs/promises";
import {basename, join} from "node:path";
import {type Archive, openArchive} from "./archive.ts";
import {type Content, diskContent, formatOf, unreadable} from "./content.ts";
import {csvPart} from "./csv-part.ts";
import {parquetPart} from "./parquet-part.ts";
import {noTables, partNames} from "./part-names.ts";
import type {TablePart, TableSource} from "./source.ts";

/** In the order of preference: text that is read in place first. */
const extensions = [".csv", ".parquet", ".csv.gz"];

/**
 * The tables of a folder: `<name>.csv`, `.parquet`, `.csv.gz` in any mixture and any case, and members of that name in
 * any `.zip` beside them. Whatever else the folder holds is not looked at.
 *
 * @throws LimpideError E_FILE_UNREADABLE when the folder or one of the files can't be read, E_FILE_TRUNCATED for an
 * archive that is cut short, E_NO_TABLES when none of the tables is there
 */
export async function openFolder(folder: string): Promise<TableSource> {
  const entries = await listFolder(folder);
  const files: Content[] = [];
  const archives: Archive[] = [];
  try {
    for (const name of entries) {
      if (!/\.(csv|csv\.gz|parquet|zip)$/i.test(name)) continue;
      const file = await describeFile(folder, name);
      if (file === null) continue;
      if (/\.zip$/i.test(name)) archives.push(await openArchive(file.path!, name));
      else files.push(file);
    }
    const members = archives.flatMap((archive) => archive.members);
    return await chooseParts(folder, [...files, ...members], archives, entries);
  } catch (error) {
    for (const archive of archives) archive.close();
    throw error;
  }
}

/** The tables of one archive, such as the competition's home-credit-default-risk.zip as it is downloaded. */
export async function openZip(path: string): Promise<TableSource> {
  const archive = await openArchive(path, basename(path));
  try {
    const names = archive.members.map(({label}) => basename(label));
    return await chooseParts(path, archive.members, [archive], names);
  } catch (error) {
    archive.close();
    throw error;
  }
}

async function chooseParts(
  label: string,
  contents: Content[],
  archives: Archive[],
  entries: string[]
): Promise<TableSource> {
  const parts = new Map<string, TablePart>();
  const leftAside = new Map<string, string[]>();
  for (const name of partNames) {
    const found = extensions.flatMap((extension) =>
      contents.filter((content) => basename(content.label).toLowerCase() === `${name}${extension}`.toLowerCase())
    );
    const [first, ...others] = found;
    if (first === undefined) continue;
    const format = await formatOf(first);
    parts.set(name, format === "parquet" ? parquetPart(first) : csvPart(first, format));
    leftAside.set(
      name,
      others.map((other) => other.label)
    );
  }
  if (parts.size === 0) throw noTables(label, "as .csv, .csv.gz, .parquet or .zip", entries);
  return {
    label,
    parts,
    leftAside,
    close() {
      for (const archive of archives) archive.close();
      return Promise.resolve();
    }
  };
}

async function listFolder(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    throw unreadable(folder, error);
  }
}

/** Null for what is no file, such as a folder of that name. */
async function describeFile(folder: string, label: string): Promise<Content | null> {
  const path = join(folder, label);
  try {
    const status = await stat(path);
    return status.isFile() ? diskContent(path, label, status.size) : null;
  } catch (error) {
    throw unreadable(label, error);
  }
}
