import {LimpideError} from "../contract/errors.ts";
import type {Column, TableContract} from "../contract/tables.ts";

export interface MatchedColumns {
  /** The columns of the contract that the header names, each with its place in it from 0. */
  columns: {column: Column; place: number}[];
  /** Names of columns that the contract doesn't know, as the header spells them. */
  ignored: string[];
}

/**
 * Finds each column of a contract in a header, in whatever order and case: databases fold the case of names.
 *
 * @param without columns that this file isn't expected to have; it may have them, they are then ignored
 * @throws LimpideError E_COLUMN_TWICE, E_COLUMN_MISSING
 */
export function matchColumns(
  file: string,
  header: string[],
  contract: TableContract,
  without: string[]
): MatchedColumns {
  const places = new Map<string, number>();
  header.forEach((name, place) => {
    const first = places.get(name.toUpperCase());
    if (first !== undefined && name !== "") {
      throw new LimpideError("E_COLUMN_TWICE", `the header names it twice, as column ${first + 1} and ${place + 1}`, {
        file,
        column: name
      });
    }
    places.set(name.toUpperCase(), place);
  });
  const wanted = contract.columns.filter(({name}) => !without.includes(name));
  const missing = wanted.filter(({name}) => !places.has(name)).map(({name}) => name);
  if (missing.length > 0) {
    const others = missing.slice(1, 6).join(", ") + (missing.length > 6 ? ", …" : "");
    const also = missing.length > 1 ? `; ${missing.length} columns are missing in all, also ${others}` : "";
    throw new LimpideError("E_COLUMN_MISSING", `the header lacks this column${also}`, {file, column: missing[0]!});
  }
  const names = new Set(wanted.map(({name}) => name));
  return {
    columns: wanted.map((column) => ({column, place: places.get(column.name)!})),
    ignored: header.filter((name) => !names.has(name.toUpperCase()))
  };
}
