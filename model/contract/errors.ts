/**
 * Every way in which input can be wrong, with a code that never changes its meaning.
 * A code is what scripts and documentation refer to; the message is for the person who reads it.
 */
export const errorCodes = {
  E_ARGUMENT: "a command-line argument is missing or not understood",
  E_NO_TABLES: "the folder, archive or database holds none of the tables",
  E_TABLE_MISSING: "a table that nothing can replace is absent",
  E_COLUMN_MISSING: "a table lacks a column of its contract",
  E_COLUMN_TWICE: "a table's header names a column twice",
  E_DATABASE: "a database cannot be reached, refuses or went away",
  E_ROW_FIELDS: "a row has more or fewer fields than the header",
  E_ROW_SIZE: "a row is too long to be one",
  E_ENCODING: "a text is not in UTF-8",
  E_VALUE_TYPE: "a value is not of its column's type",
  E_VALUE_RANGE: "a value is outside its column's range",
  E_KEY_TWICE: "two rows share a key that must be unique",
  E_FILE_TRUNCATED: "a file ends before its content does",
  E_FILE_UNREADABLE: "a file cannot be read",
  E_FILE_UNWRITABLE: "a file or folder cannot be written",
  E_TARGET: "the outcomes cannot train a model",
  E_PARAMETER: "a training parameter is out of range",
  E_MODEL: "a model file breaks its contract",
  E_ADDITIVITY: "an explanation does not add up to the score it explains",
  E_DECISION: "a decision that is shown is not the one that its score gives",
  E_ARTIFACT: "a file of the artefact store is missing or was changed",
  E_KEYS: "a key file is missing, open to others or not one",
  E_BOOK: "a client book is incomplete, changed or not one",
  E_SITE: "the site could not be built",
  E_BUSY: "another build is at work on the same store",
  E_INTERRUPTED: "the build was interrupted"
} as const;
export type ErrorCode = keyof typeof errorCodes;

/** Where in the input an error is: as much of it as is known. `row` counts data rows from 1, the header apart. */
export interface ErrorPlace {
  file?: string;
  row?: number;
  column?: string;
  value?: string;
}

/** An error that a person can act on: its message names the place, its code is stable. */
export class LimpideError extends Error {
  override readonly name = "LimpideError";
  readonly code: ErrorCode;
  readonly place: ErrorPlace;
  /** The message without the place. */
  readonly detail: string;

  constructor(code: ErrorCode, message: string, place: ErrorPlace = {}, options?: ErrorOptions) {
    super(`${describePlace(place)}${message}`, options);
    this.code = code;
    this.place = place;
    this.detail = message;
  }
}

/** The same error with the file in its place, where it names none; anything else is returned as it is. */
export function placedIn(file: string, error: unknown): unknown {
  if (!(error instanceof LimpideError) || error.place.file !== undefined) return error;
  return new LimpideError(error.code, error.detail, {...error.place, file}, {cause: error});
}

/** Does some work on a file's content, and names the file in what it throws: see {@link placedIn}. */
export function inFile<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw placedIn(file, error);
  }
}

function describePlace({file, row, column, value}: ErrorPlace): string {
  const parts = [
    file,
    row === undefined ? undefined : `row ${row}`,
    column === undefined ? undefined : `column ${column}`,
    value === undefined ? undefined : `value ${JSON.stringify(value.length > 80 ? `${value.slice(0, 79)}…` : value)}`
  ].filter((part) => part !== undefined);
  return parts.length > 0 ? `${parts.join(", ")}: ` : "";
}
