import type {ClientRecord} from "../record.ts";

/** The order in which a record's fields are written: positions cost fewer bytes than names. */
const fields = [
  "ref",
  "model",
  "raw",
  "probability",
  "points",
  "recommendation",
  "review",
  "base",
  "values",
  "contributions",
  "cohorts",
  "similar",
  "change"
] as const satisfies readonly (keyof ClientRecord)[];

/** A record as it is sealed, and the key (base64url) of what all records of its epoch share. */
export interface OpenedRecord {
  record: ClientRecord;
  contentKey: string;
}

/**
 * A record as it is sealed: cohorts by their place in the catalogue.
 * @param places of each cohort's id
 */
export function packRecord(record: ClientRecord, contentKey: string, places: ReadonlyMap<string, number>): unknown[] {
  const place = (id: string): number => {
    const found = places.get(id);
    if (found === undefined) throw new RangeError(`the catalogue has no cohort ${id}`);
    return found;
  };
  const {similar} = record;
  const packed = {...record, cohorts: record.cohorts.map(place), similar: similar === null ? null : place(similar)};
  return [...fields.map((field) => packed[field]), contentKey];
}

/** The key that a packed record holds, for the catalogue to be opened with; undefined where it can't be a record. */
export function contentKeyIn(packed: unknown): string | undefined {
  const key: unknown = Array.isArray(packed) && packed.length === fields.length + 1 ? packed.at(-1) : undefined;
  return typeof key === "string" ? key : undefined;
}

/**
 * The record that positions stand for; `undefined` where they can't be one. What is in them is the caller's to check.
 * @param cohorts the catalogue's, in its order
 */
export function unpackRecord(packed: unknown, cohorts: readonly {id: string}[]): ClientRecord | undefined {
  if (contentKeyIn(packed) === undefined) return undefined;
  const record = Object.fromEntries(fields.map((field, i) => [field, (packed as unknown[])[i]]));
  const idAt = (place: unknown): unknown => cohorts[place as number]?.id;
  if (!Array.isArray(record.cohorts)) return undefined;
  return {
    ...record,
    cohorts: record.cohorts.map(idAt),
    similar: record.similar === null ? null : idAt(record.similar)
  } as ClientRecord;
}
