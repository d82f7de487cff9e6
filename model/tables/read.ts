import {mkdir, mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import {LimpideError} from "../contract/errors.ts";
import {type TableContract, tables} from "../contract/tables.ts";
import type {Problem, TableValidation, ValidationReport} from "../contract/validation.ts";
import {groupFaults} from "./group-faults.ts";
import {removeRepeatedKeys, type TableRows} from "./keys.ts";
import {matchColumns} from "./match-columns.ts";
import {profileTable} from "./profile.ts";
import {type Progress, trackProgress} from "./progress.ts";
import {RejectsFile} from "./rejects-file.ts";
import {type Reject, sortRows} from "./rejects.ts";
import {remarksOn} from "./remarks.ts";
import {createTableSql, insertSql, type Scan} from "./scan.ts";
import {openSource} from "./sources/open-source.ts";
import {listing, partNames} from "./sources/part-names.ts";
import type {LocalRows, TablePart, TableSource} from "./sources/source.ts";

export interface ReadOptions {
  /**
   * The largest share of a part's rows that may be set aside, from 0 to 1: past it the source is unusable. 0 unless
   * told: one bad row stops the reading.
   */
  maxRejects?: number;
  /** Where the rows that are set aside are written (see `RejectsFile`); nowhere unless told. */
  rejectsFile?: string | undefined;
  /** Throws at the first problem, instead of going on to find the others. */
  stopAtFirst?: boolean;
  /** Called as reading advances; `done` and `total` are bytes. */
  onProgress?: ((message: string, done: number, total: number) => void) | undefined;
  /** Stops the reading; what was given to `abort` is thrown. */
  signal?: AbortSignal | undefined;
}

/** A contract's file as it is found in the source. */
interface Part {
  name: string;
  contract: TableContract;
  without: string[];
  source: TablePart;
  /** Null until the part is fetched, when only that tells. */
  header: string[] | null;
}

interface Reading {
  connection: DuckDBConnection;
  source: TableSource;
  folder: string;
  progress: Progress;
  maxRejects: number;
  signal: AbortSignal | undefined;
  rejectsFile: RejectsFile | undefined;
  /** Records a problem, or throws it. */
  fail(error: unknown): void;
}

/**
 * Reads the seven tables into typed DuckDB tables, checks each value against its contract, and tells what it found.
 * `application` holds application_train, then application_test with a null TARGET. A table that is absent is created
 * empty, so that SQL over it runs. Tables of these names that the connection has are replaced.
 *
 * @param address a folder, a zip archive or `postgres://…`: see `openSource`
 * @throws LimpideError E_NO_TABLES, E_FILE_UNREADABLE, E_FILE_TRUNCATED or E_DATABASE when the source can't be opened;
 * with `stopAtFirst` also what the report would have in `problems`: E_TABLE_MISSING, E_COLUMN_MISSING, E_COLUMN_TWICE,
 * or the first bad row of a part of which too many are: E_VALUE_TYPE, E_VALUE_RANGE, E_ROW_FIELDS, E_ROW_SIZE,
 * E_ENCODING, E_KEY_TWICE
 */
export async function readTables(
  connection: DuckDBConnection,
  address: string,
  {maxRejects = 0, rejectsFile, stopAtFirst = false, onProgress, signal}: ReadOptions = {}
): Promise<ValidationReport> {
  signal?.throwIfAborted();
  const problems: Problem[] = [];
  const fail = (error: unknown) => {
    signal?.throwIfAborted();
    if (stopAtFirst || !(error instanceof LimpideError) || error.code === "E_DATABASE") throw error;
    problems.push({code: error.code, message: error.message, ...error.place});
  };
  const source = await openSource(address);
  const interrupt = () => connection.interrupt();
  signal?.addEventListener("abort", interrupt);
  const folder = await mkdtemp(join(tmpdir(), "limpide-rows-"));
  const rejects = rejectsFile === undefined ? undefined : new RejectsFile(rejectsFile);
  let progress: Progress | undefined;
  try {
    const parts = await findParts(connection, source, signal, fail);
    const found = [...source.parts.values()];
    progress = await trackProgress(connection, found, onProgress);
    const reading = {connection, source, folder, progress, maxRejects, signal, rejectsFile: rejects, fail};
    const checked = await readParts(reading, parts);
    await rejects?.finish();
    progress.finish();
    const validated: TableValidation[] = [];
    for (const {counts, contract} of checked) {
      validated.push({...counts, ...(await profileTable(connection, contract, counts.rows))});
    }
    const report = {source: source.label, usable: problems.length === 0, maxRejects, problems, tables: validated};
    return {...report, remarks: remarksOn(report)};
  } catch (error) {
    await rejects?.finish().catch(() => false);
    // An interrupted query fails with an error of its own; the reason is the caller's.
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener("abort", interrupt);
    await progress?.close();
    await source.close();
    await rm(folder, {recursive: true, force: true});
  }
}

/** The parts that are there, headers read and matched: a missing column of the last table is told before any row is read. */
async function findParts(
  connection: DuckDBConnection,
  source: TableSource,
  signal: AbortSignal | undefined,
  fail: (error: unknown) => void
): Promise<Part[]> {
  const parts: Part[] = [];
  for (const contract of Object.values(tables)) {
    for (const {name, required, without} of contract.files) {
      const found = source.parts.get(name);
      if (found === undefined) {
        if (required) fail(absent(name, source));
        continue;
      }
      try {
        const header = await found.header({connection, signal});
        if (header !== null) matchColumns(found.label, header, contract, without);
        parts.push({name, contract, without, source: found, header});
      } catch (error) {
        fail(error);
      }
    }
  }
  return parts;
}

function absent(name: string, source: TableSource): LimpideError {
  const there = partNames.filter((part) => source.parts.has(part));
  return new LimpideError(
    "E_TABLE_MISSING",
    `${name} is not here, and nothing can replace it. Found: ${listing(there)}.`,
    {
      file: source.label
    }
  );
}

type Counts = Omit<TableValidation, "columns" | "clients" | "orphans" | "withoutEarlierApplication">;

/** Reads all parts into their tables; while DuckDB reads one, the next is fetched. */
async function readParts(reading: Reading, parts: Part[]): Promise<{contract: TableContract; counts: Counts}[]> {
  const {connection, source, progress, fail} = reading;
  let next = parts.length > 0 ? fetchPart(reading, parts[0]!, 0) : undefined;
  const checked = [];
  let index = 0;
  for (const contract of Object.values(tables)) {
    await connection.run(createTableSql(contract));
    const rows: TableRows[] = [];
    const rejects: Reject[] = [];
    const files: Counts["files"] = [];
    for (const part of parts.filter((part) => part.contract === contract)) {
      const fetching = next!;
      if (part.source.remote) progress.waiting(part.source);
      const fetched = await fetching;
      index++;
      next = index < parts.length ? fetchPart(reading, parts[index]!, index) : undefined;
      try {
        if (fetched instanceof Error) throw fetched;
        const {scan, ignored} = matchPart(part, fetched.rows);
        progress.reading(part.source);
        const sorted = await appendRows(connection, scan, reading.signal);
        files.push({
          label: part.source.label,
          rows: sorted.accepted,
          rejected: sorted.rejected,
          ignoredColumns: ignored
        });
        rows.push({label: part.source.label, rows: sorted.accepted, setAside: distinctRows(sorted.rejects)});
        rejects.push(...sorted.rejects);
      } catch (error) {
        // What is being fetched meanwhile ends before its folder goes.
        if (next !== undefined) reading.signal?.throwIfAborted();
        try {
          fail(error);
        } catch (fatal) {
          await next;
          throw fatal;
        }
      } finally {
        if (!(fetched instanceof Error)) await rm(fetched.folder, {recursive: true, force: true});
      }
    }
    const repeated = await removeRepeatedKeys(connection, contract, rows);
    repeated.removed.forEach((removed, i) => {
      files[i]!.rows -= removed;
      files[i]!.rejected += removed;
    });
    rejects.push(...repeated.rejects);
    await reading.rejectsFile?.add(contract.name, rejects);
    for (const [i, file] of files.entries()) {
      const error = judge(file, rejects, reading, contract, i);
      if (error === undefined) continue;
      try {
        fail(error);
      } catch (fatal) {
        await next;
        throw fatal;
      }
    }
    checked.push({
      contract,
      counts: {
        name: contract.name,
        present: contract.files.some(({name}) => source.parts.has(name)),
        files,
        leftAside: contract.files.flatMap(({name}) => source.leftAside.get(name) ?? []),
        rows: files.reduce((sum, file) => sum + file.rows, 0),
        rejected: files.reduce((sum, file) => sum + file.rejected, 0),
        faults: groupFaults(rejects)
      }
    });
  }
  return checked;
}

/** Whether so many of a file's rows were set aside, or so few are left, that the work can't go on. */
function judge(
  {label, rows, rejected}: Counts["files"][number],
  rejects: Reject[],
  {maxRejects, rejectsFile}: Reading,
  contract: TableContract,
  place: number
): LimpideError | undefined {
  if (rejected > 0 && rejected > maxRejects * (rows + rejected)) {
    const first = rejects.filter(({file}) => file === label).sort((a, b) => a.row - b.row)[0]!;
    const {code, row, column, value, reason} = first;
    const listed = rejectsFile === undefined ? "" : `. What is wrong is listed in ${rejectsFile.path}`;
    return new LimpideError(code, reason + others(rows, rejected, maxRejects) + listed, {
      file: label,
      row,
      ...(column === null ? {} : {column}),
      ...(value === null ? {} : {value})
    });
  }
  if (rows === 0 && place === 0 && contract.files[0]!.required) {
    const message = "the file has a header and no row, and nothing can replace it";
    return new LimpideError("E_TABLE_MISSING", message, {file: label});
  }
  return undefined;
}

function others(rows: number, rejected: number, maxRejects: number): string {
  const all = rows + rejected;
  const format = (value: number) => value.toLocaleString("en");
  const percent = (share: number) => `${Number((100 * share).toPrecision(2))} %`;
  const more = rejected > 1 ? `. ${format(rejected)} of ${format(all)} rows of this file cannot be used` : "";
  return maxRejects > 0
    ? `${more || `. 1 of ${format(all)} rows of this file cannot be used`}: more than the ${percent(maxRejects)} allowed`
    : more;
}

interface Fetched {
  folder: string;
  rows: LocalRows;
}

/** Fetches a part; an error is given back, since nobody may be waiting for it yet. */
async function fetchPart(reading: Reading, {source}: Part, index: number): Promise<Fetched | Error> {
  const folder = join(reading.folder, String(index));
  try {
    await mkdir(folder);
    const {connection, signal, progress} = reading;
    const onBytes = (bytes: number) => {
      progress.fetched(source, bytes);
    };
    return {folder, rows: await source.fetch({connection, folder, signal, onBytes})};
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function matchPart({source, contract, without}: Part, rows: LocalRows): {scan: Scan; ignored: string[]} {
  const {columns, ignored} = matchColumns(source.label, rows.header, contract, without);
  return {scan: {label: source.label, rows, contract, columns}, ignored};
}

async function appendRows(connection: DuckDBConnection, scan: Scan, signal: AbortSignal | undefined) {
  try {
    const {rowsChanged: accepted} = await connection.run(insertSql(scan));
    return {accepted, rejected: 0, rejects: []};
  } catch (cause) {
    signal?.throwIfAborted();
    return sortRows(connection, scan, cause);
  }
}

function distinctRows(rejects: Reject[]): number[] {
  return [...new Set(rejects.map(({row}) => row))].sort((a, b) => a - b);
}
