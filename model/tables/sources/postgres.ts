import {createWriteStream} from "node:fs";
import {join} from "node:path";
import {Transform} from "node:stream";
import {pipeline} from "node:stream/promises";
import pg from "pg";
import {to as copyTo} from "pg-copy-streams";
import {LimpideError} from "../../contract/errors.ts";
import {tables} from "../../contract/tables.ts";
import {identifier} from "../sql.ts";
import {booleanValues} from "./boolean-values.ts";
import {noTables, partNames} from "./part-names.ts";
import type {FetchContext, LocalRows, TablePart, TableSource} from "./source.ts";

interface Relation {
  schema: string;
  name: string;
  /** Bytes, as PostgreSQL keeps them; 0 for a view. */
  size: number;
  columns: {name: string; type: string}[];
}

const connectTimeout = 15_000;
/** A server that says nothing for this long, in milliseconds, is taken for gone. */
const silence = 120_000;

/** Whether an address is one of PostgreSQL's: `postgres://user:password@host:5432/database?schema=name`. */
export function isPostgres(address: string): boolean {
  return /^postgres(ql)?:\/\//i.test(address);
}

/** The address without its password, for messages and reports. */
export function withoutPassword(address: string): string {
  try {
    const url = new URL(address);
    url.password = "";
    return url.href;
  } catch {
    return "the PostgreSQL address";
  }
}

/**
 * The tables of a schema of a PostgreSQL database: tables and views that are called like the files, in any case.
 * All are read in one transaction that changes nothing, so that they show the database as it was at one moment. A
 * table's rows come in the order in which they lie, without which the reading of millions would begin with a sort.
 *
 * The parameter `schema` of the address names the schema (public); its other parameters are those of libpq that `pg`
 * understands, such as `sslmode`.
 *
 * @throws LimpideError E_DATABASE when the server can't be reached, refuses or goes away, E_NO_TABLES when the schema
 * holds none of the tables
 */
export async function openPostgres(address: string): Promise<TableSource> {
  const label = withoutPassword(address);
  const {connectionString, schema} = parse(address, label);
  const client = new pg.Client({
    connectionString,
    connectionTimeoutMillis: connectTimeout,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    application_name: "limpide"
  });
  // What the server ends while nothing is asked of it is told by the next question.
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("SET synchronize_seqscans = off");
    await client.query("SET statement_timeout = 0");
    await client.query("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const relations = await listRelations(client, schema);
    const parts = new Map<string, TablePart>();
    const leftAside = new Map<string, string[]>();
    for (const part of partNames) {
      const [first, ...others] = relations.filter(({name}) => name.toLowerCase() === part.toLowerCase());
      if (first === undefined) continue;
      parts.set(part, tablePart(client, part, first));
      leftAside.set(
        part,
        others.map(({name}) => `${schema}.${name}`)
      );
    }
    if (parts.size === 0) {
      throw noTables(
        label,
        `as tables or views of the schema ${JSON.stringify(schema)}`,
        relations.map(({name}) => name)
      );
    }
    return {label, parts, leftAside, close: () => client.end().catch(() => undefined)};
  } catch (error) {
    void client.end().catch(() => undefined);
    throw databaseError(label, error);
  }
}

function parse(address: string, label: string): {connectionString: string; schema: string} {
  try {
    const url = new URL(address);
    const schema = url.searchParams.get("schema") ?? "public";
    url.searchParams.delete("schema");
    return {connectionString: url.href, schema};
  } catch (cause) {
    throw new LimpideError(
      "E_ARGUMENT",
      "the address of the database is not understood; expected postgres://user:password@host:5432/database?schema=name",
      {file: label},
      {cause}
    );
  }
}

async function listRelations(client: pg.Client, schema: string): Promise<Relation[]> {
  const {rows} = await client.query<{name: string; size: string; column: string; type: string}>(
    `SELECT class.relname AS name, pg_total_relation_size(class.oid)::text AS size,
       attribute.attname AS column, format_type(attribute.atttypid, NULL) AS type
     FROM pg_class AS class
     JOIN pg_namespace AS namespace ON namespace.oid = class.relnamespace
     JOIN pg_attribute AS attribute ON attribute.attrelid = class.oid
     WHERE namespace.nspname = $1 AND class.relkind = ANY ('{r,p,v,m,f}') AND attribute.attnum > 0
       AND NOT attribute.attisdropped
     ORDER BY class.relname, attribute.attnum`,
    [schema]
  );
  const relations = new Map<string, Relation>();
  for (const {name, size, column, type} of rows) {
    const relation = relations.get(name) ?? {schema, name, size: Number(size), columns: []};
    relation.columns.push({name: column, type});
    relations.set(name, relation);
  }
  return [...relations.values()];
}

function tablePart(client: pg.Client, part: string, relation: Relation): TablePart {
  const label = `${relation.schema}.${relation.name}`;
  return {
    label,
    size: relation.size,
    remote: true,
    header: () => Promise.resolve(relation.columns.map(({name}) => name)),
    fetch: (context) => copyOut(client, part, relation, label, context)
  };
}

async function copyOut(
  client: pg.Client,
  part: string,
  relation: Relation,
  label: string,
  {folder, onBytes, signal}: FetchContext
): Promise<LocalRows> {
  const columns = relation.columns.map((column) => columnSql(part, column));
  const from = `${identifier(relation.schema)}.${identifier(relation.name)}`;
  const sql = `COPY (SELECT ${columns.join(", ")} FROM ${from}) TO STDOUT (FORMAT csv, HEADER, ENCODING 'UTF8')`;
  const path = join(folder, "rows.csv");
  let done = 0;
  const gone = new AbortController();
  const watch = setTimeout(() => {
    gone.abort(new Error(`the server said nothing for ${silence / 1000} s`));
  }, silence);
  const meter = new Transform({
    transform(chunk: Buffer, _, next) {
      watch.refresh();
      onBytes?.((done += chunk.length));
      next(null, chunk);
    }
  });
  // The stream itself isn't told when the connection is lost midway.
  const lost = (error?: Error) => {
    gone.abort(error ?? new Error("the connection was closed"));
  };
  client.on("error", lost).on("end", lost);
  try {
    const stop = signal ? AbortSignal.any([signal, gone.signal]) : gone.signal;
    await pipeline(client.query(copyTo(sql)), meter, createWriteStream(path), {signal: stop});
  } catch (error) {
    signal?.throwIfAborted();
    const reason = gone.signal.aborted ? gone.signal.reason : error;
    throw databaseError(label, reason, done > 0 ? ` after ${done.toLocaleString("en")} bytes` : "");
  } finally {
    clearTimeout(watch);
    client.off("error", lost).off("end", lost);
  }
  return {format: "csv", path, header: relation.columns.map(({name}) => name), delimiter: ","};
}

/** PostgreSQL writes a Boolean as t or f, where a file has 1 or 0, or Y or N. */
function columnSql(part: string, {name, type}: {name: string; type: string}): string {
  if (type !== "boolean") return identifier(name);
  const contract = Object.values(tables).find(({files}) => files.some((file) => file.name === part));
  const column = contract?.columns.find((column) => column.name === name.toUpperCase());
  const [yes, no] = booleanValues(column);
  return `CASE ${identifier(name)} WHEN true THEN ${yes} WHEN false THEN ${no} END AS ${identifier(name)}`;
}

/** What people can do about the codes of PostgreSQL (appendix A of its manual) and of the network. */
const reasons: Record<string, string> = {
  ECONNREFUSED: "nothing answers there. Is the server running, and are host and port right?",
  ENOTFOUND: "there is no host of this name",
  EAI_AGAIN: "the name of the host can't be looked up now",
  ETIMEDOUT: "the server doesn't answer",
  "28P01": "user or password is wrong",
  "28000": "this user may not connect",
  "3D000": "there is no database of this name",
  "42501": "this user may not read it"
};

function databaseError(label: string, error: unknown, where = ""): LimpideError {
  if (error instanceof LimpideError) return error;
  const {code = "", message = ""} = error as NodeJS.ErrnoException;
  if (code === "ENOSPC") {
    return new LimpideError(
      "E_FILE_UNWRITABLE",
      "the disk is full, and the rows have to be laid aside to be read. Let TMPDIR name another disk.",
      {file: label},
      {cause: error}
    );
  }
  const known = reasons[code];
  const said = known ?? `the database went away or refused${where}: ${message || code}`;
  return new LimpideError("E_DATABASE", said, {file: label}, {cause: error});
}
