import {LimpideError} from "../../contract/errors.ts";
import {tables} from "../../contract/tables.ts";

/** The names that the contracts give the files, in the order of the tables. */
export const partNames = Object.values(tables).flatMap((table) => table.files.map(({name}) => name));

/** The error of a place that holds none of the tables. */
export function noTables(place: string, how: string, found: string[]): LimpideError {
  return new LimpideError(
    "E_NO_TABLES",
    `none of the tables is here. Expected, ${how}: ${partNames.join(", ")}. Found: ${listing(found)}.`,
    {file: place}
  );
}

/** The first few of some names, and how many others there are. */
export function listing(names: string[]): string {
  if (names.length === 0) return "nothing";
  const shown = names.slice(0, 8).join(", ");
  return names.length > 8 ? `${shown} and ${names.length - 8} more` : shown;
}
