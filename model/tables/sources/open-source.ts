import {stat} from "node:fs/promises";
import {unreadable} from "./content.ts";
import {openFolder, openZip} from "./folder.ts";
import {isPostgres, openPostgres} from "./postgres.ts";
import type {TableSource} from "./source.ts";

/** A kind of source. A new one is a file beside this one and a line below. */
interface SourceKind {
  /** Whether an address is of this kind. */
  accepts(address: string): boolean | Promise<boolean>;
  open(address: string): Promise<TableSource>;
}

const kinds: SourceKind[] = [
  {accepts: isPostgres, open: openPostgres},
  {accepts: isFile, open: openZip},
  {accepts: () => true, open: openFolder}
];

/** Opens what holds the tables: a PostgreSQL database, a zip archive, or a folder of files. */
export async function openSource(address: string): Promise<TableSource> {
  for (const kind of kinds) if (await kind.accepts(address)) return kind.open(address);
  throw new RangeError("the last kind accepts any address");
}

async function isFile(address: string): Promise<boolean> {
  try {
    return (await stat(address)).isFile() && /\.zip$/i.test(address);
  } catch (error) {
    throw unreadable(address, error);
  }
}
