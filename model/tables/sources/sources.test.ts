import {execFileSync} from "node:child_process";
import {mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {type DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";
import pg from "pg";
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, test} from "vitest";
import {LimpideError} from "../../contract/errors.ts";
import {openTables} from "../open.ts";
import {readTables} from "../read.ts";
import {literal} from "../sql.ts";
import {writeTables} from "../testing.ts";
import {loadSchema, startPostgres, type TestServer} from "./testing-postgres.ts";
import {zipOf} from "./testing-zip.ts";

let folder: string;
let connection: DuckDBConnection;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "limpide-sources-"));
  connection = await (await DuckDBInstance.create(":memory:")).connect();
});

afterEach(async () => {
  connection.closeSync();
  await rm(folder, {recursive: true});
});

/** All rows of all tables, in their order. */
async function contents(address: string): Promise<string> {
  const opened = await openTables(connection, address);
  const all = [];
  for (const {name} of opened) {
    const reader = await connection.runAndReadAll(`FROM "${name}" ORDER BY rowid`);
    all.push(reader.getRowsJS());
  }
  return JSON.stringify(all);
}

async function refusal(address: string): Promise<string> {
  const error: unknown = await openTables(connection, address).catch((error: unknown) => error);
  if (!(error instanceof LimpideError)) throw new Error(`expected a refusal, got ${String(error)}`);
  return `${error.code} ${error.message.replaceAll(folder, "FOLDER")}`;
}

/** A folder of the tiny tables as csv, and what it holds. */
async function writeCsv(name = "csv"): Promise<{csv: string; expected: string}> {
  const csv = join(folder, name);
  await writeTables(csv, {edit: ({bureau}) => void (bureau!.rows[2]!.AMT_CREDIT_SUM = "0.1")});
  return {csv, expected: await contents(csv)};
}

async function toParquet(csv: string, parquet: string): Promise<void> {
  await mkdir(parquet, {recursive: true});
  for (const file of await readdir(csv)) {
    const path = join(parquet, file.replace(/\.csv$/, ".parquet"));
    // As other programs write it: types guessed from the values.
    await connection.run(`COPY (FROM read_csv(${literal(join(csv, file))})) TO ${literal(path)} (FORMAT parquet)`);
  }
}

describe("the same rows come from", () => {
  test("Parquet", async () => {
    const {csv, expected} = await writeCsv();
    await toParquet(csv, join(folder, "parquet"));
    expect(await contents(join(folder, "parquet"))).toBe(expected);
  });

  test("the competition's archive, given as a file or found in a folder", async () => {
    const {csv, expected} = await writeCsv();
    const archive = join(folder, "in", "home-credit-default-risk.zip");
    await mkdir(join(folder, "in"));
    const files = await Promise.all(
      (await readdir(csv)).map(async (name) => ({name, bytes: await readFile(join(csv, name))}))
    );
    const extra = {name: "HomeCredit_columns_description.csv", bytes: Buffer.from("Special,Description\n")};
    await writeFile(archive, zipOf([...files, extra, {name: "__MACOSX/._bureau.csv", bytes: Buffer.from("x")}]));
    expect(await contents(archive)).toBe(expected);
    expect(await contents(join(folder, "in"))).toBe(expected);
  });

  test("a zip a table, csv, csv.gz and Parquet side by side", async () => {
    const {csv, expected} = await writeCsv();
    const mixed = join(folder, "mixed");
    await toParquet(csv, mixed);
    for (const [i, file] of (await readdir(csv)).sort().entries()) {
      const bytes = await readFile(join(csv, file));
      if (i % 4 === 0) continue;
      await rm(join(mixed, file.replace(/\.csv$/, ".parquet")));
      if (i % 4 === 1) await writeFile(join(mixed, file), bytes);
      if (i % 4 === 2) await writeFile(join(mixed, `${file}.gz`), gzipSync(bytes));
      if (i % 4 === 3) await writeFile(join(mixed, `${file}.zip`), zipOf([{name: file, bytes}]));
    }
    expect(await contents(mixed)).toBe(expected);
  });

  test("gzip and Parquet inside an archive, in folders", async () => {
    const {csv, expected} = await writeCsv();
    await toParquet(csv, join(folder, "parquet"));
    const members = [];
    for (const [i, file] of (await readdir(csv)).entries()) {
      const parquet = file.replace(/\.csv$/, ".parquet");
      members.push(
        i % 2 === 0
          ? {name: `a/b/${file}.gz`, bytes: gzipSync(await readFile(join(csv, file)))}
          : {name: `c/${parquet}`, bytes: await readFile(join(folder, "parquet", parquet))}
      );
    }
    await writeFile(join(folder, "tables.zip"), zipOf(members));
    expect(await contents(join(folder, "tables.zip"))).toBe(expected);
  });

  test("Parquet of other types: Booleans, texts of numbers, decimals and NaN for missing", async () => {
    const {csv, expected} = await writeCsv();
    const parquet = join(folder, "parquet");
    await toParquet(csv, parquet);
    const source = literal(join(csv, "application_train.csv"));
    await connection.run(
      `COPY (SELECT * REPLACE (FLAG_MOBIL::BOOLEAN AS FLAG_MOBIL, FLAG_OWN_CAR = 'Y' AS FLAG_OWN_CAR,
         AMT_CREDIT::DECIMAL(12, 2) AS AMT_CREDIT, DAYS_BIRTH::VARCHAR AS DAYS_BIRTH,
         coalesce(OWN_CAR_AGE::DOUBLE, 'NaN'::DOUBLE) AS OWN_CAR_AGE, coalesce(OCCUPATION_TYPE, '') AS OCCUPATION_TYPE)
       FROM read_csv(${source})) TO ${literal(join(parquet, "application_train.parquet"))} (FORMAT parquet)`
    );
    expect(await contents(parquet)).toBe(expected);
  });
});

describe("what is wrong with", () => {
  test("a value in Parquet is told with its row, and other rows are kept", async () => {
    const {csv} = await writeCsv();
    const parquet = join(folder, "parquet");
    await toParquet(csv, parquet);
    const source = literal(join(csv, "bureau.csv"));
    const bad = "CASE SK_ID_BUREAU WHEN 5000002 THEN 3 WHEN 5000004 THEN -50000 ELSE DAYS_CREDIT END";
    await connection.run(
      `COPY (SELECT * REPLACE (${bad} AS DAYS_CREDIT) FROM read_csv(${source}))
       TO ${literal(join(parquet, "bureau.parquet"))} (FORMAT parquet)`
    );
    expect(await refusal(parquet)).toMatch(
      /^E_VALUE_RANGE bureau\.parquet, row 2, column DAYS_CREDIT, value "3": expected a whole number from .* 2 of 12 rows/
    );
    const report = await readTables(connection, parquet, {maxRejects: 0.5});
    expect(report.usable).toBe(true);
    expect(report.tables[1]).toMatchObject({rows: 10, rejected: 2});
  });

  test("a Parquet file that was cut short, or isn't one", async () => {
    const {csv} = await writeCsv();
    await toParquet(csv, join(folder, "parquet"));
    const path = join(folder, "parquet", "bureau.parquet");
    const bytes = await readFile(path);
    const message = "the index that ends a Parquet file is not there. Copy or download it again.";
    for (const length of [bytes.length - 4, bytes.length >> 1, 9]) {
      await writeFile(path, bytes.subarray(0, length));
      expect(await refusal(join(folder, "parquet"))).toBe(
        `E_FILE_TRUNCATED bureau.parquet: the file is cut short or damaged: ${message}`
      );
    }
    await writeFile(path, "not Parquet, but text");
    expect(await refusal(join(folder, "parquet"))).toMatch(/^E_COLUMN_MISSING bureau\.parquet/);
  });

  test("an archive that was cut short, or whose content was changed", async () => {
    const {csv} = await writeCsv();
    const files = await Promise.all(
      (await readdir(csv)).map(async (name) => ({name, bytes: await readFile(join(csv, name))}))
    );
    const whole = zipOf(files);
    const path = join(folder, "tables.zip");
    await writeFile(path, whole.subarray(0, whole.length - 30));
    expect(await refusal(path)).toMatch(
      /^E_FILE_TRUNCATED tables\.zip: the archive is cut short, or is no zip archive/
    );
    const stored = zipOf(files, false);
    const at = stored.indexOf("Cash loans");
    const changed = Buffer.from(stored);
    changed.write("Bash", at);
    await writeFile(path, changed);
    expect(await refusal(path)).toMatch(
      /^E_FILE_UNREADABLE tables\.zip\/\w+\.csv: the archive is damaged: its checksum/
    );
  });

  test("an archive of other files", async () => {
    const path = join(folder, "tables.zip");
    await writeFile(path, zipOf([{name: "photo.jpg", bytes: Buffer.from("x")}]));
    expect(await refusal(path)).toMatch(
      /^E_NO_TABLES FOLDER\/tables\.zip: none of the tables is here\..* Found: photo\.jpg\.$/
    );
  });

  test("a file that is no archive and no folder", async () => {
    await writeFile(join(folder, "tables.txt"), "x");
    expect(await refusal(join(folder, "tables.txt"))).toMatch(
      /^E_FILE_UNREADABLE FOLDER\/tables\.txt: cannot be read: it is a file, and a folder is expected/
    );
  });
});

describe("PostgreSQL", () => {
  let server: TestServer;
  let csv: string;
  beforeAll(async () => {
    server = await startPostgres();
    csv = await mkdtemp(join(tmpdir(), "limpide-postgres-csv-"));
    await writeTables(csv);
    await loadSchema(server.address, "bank", csv);
  }, 60_000);
  afterAll(async () => {
    await server.stop();
    await rm(csv, {recursive: true});
  });
  const at = (schema: string) => `${server.address}?schema=${schema}`;

  async function inDatabase(sql: string): Promise<void> {
    const client = new pg.Client({connectionString: server.address});
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  }

  test("gives the same rows as the files that it was filled from", async () => {
    const expected = await contents(csv);
    expect(await contents(at("bank"))).toBe(expected);
  });

  test("may hold lower-case names, views, Booleans and decimals", async () => {
    const expected = await contents(csv);
    await inDatabase(`CREATE SCHEMA plain`);
    for (const file of await readdir(csv)) {
      const name = file.replace(/\.csv$/, "");
      const header = (await readFile(join(csv, file), "utf8")).split("\n", 1)[0]!.split(",");
      const columns = header.map((column) => {
        const quoted = `"${column}"`;
        const value =
          column === "FLAG_MOBIL"
            ? `${quoted}::int::boolean`
            : column === "FLAG_OWN_CAR"
              ? `(${quoted} = 'Y')`
              : column === "AMT_CREDIT"
                ? `${quoted}::numeric`
                : quoted;
        return `${value} AS ${column.toLowerCase()}`;
      });
      await inDatabase(`CREATE VIEW plain.${name.toLowerCase()} AS SELECT ${columns.join(", ")} FROM bank."${name}"`);
    }
    expect(await contents(at("plain"))).toBe(expected);
  });

  test("is told in messages and reports without its password", async () => {
    const {source} = await readTables(connection, at("bank"));
    expect(source).toMatch(/^postgres:\/\/tester@127\.0\.0\.1:\d+\/postgres\?schema=bank$/);
    expect(await refusal(at("public"))).toMatch(/^E_NO_TABLES postgres:\/\/tester@.*schema=public: none of the tables/);
  });

  test("with a wrong password, user, database, host or port ends in one message", async () => {
    const wrong = (from: RegExp, to: string) => refusal(at("bank").replace(from, to));
    expect(await wrong(/:[^:@]+@/, ":guess@")).toMatch(/^E_DATABASE .*: user or password is wrong/);
    expect(await wrong(/\/postgres\?/, "/nowhere?")).toMatch(/^E_DATABASE .*: there is no database of this name/);
    expect(await wrong(/127\.0\.0\.1:\d+/, "127.0.0.1:1")).toMatch(/^E_DATABASE .*: nothing answers there/);
    expect(await refusal("postgres://")).toMatch(/^E_(ARGUMENT|DATABASE) /);
  });

  test("that goes away midway ends in one message, whatever was being read", async () => {
    const victim = await startPostgres();
    try {
      await loadSchema(victim.address, "bank", csv);
      const client = new pg.Client({connectionString: victim.address});
      await client.connect();
      // Enough rows that the server is still sending when it goes.
      await client.query(
        `INSERT INTO bank.bureau_balance SELECT 5000001, -(i % 90), 'C' FROM generate_series(1, 6000000) AS i`
      );
      await client.end();
      let killed = false;
      const reading = openTables(connection, `${victim.address}?schema=bank`, {
        onProgress(message) {
          if (killed || message !== "fetching bank.bureau_balance") return;
          killed = true;
          victim.kill();
        }
      });
      await expect(reading).rejects.toMatchObject({
        code: "E_DATABASE",
        message: expect.stringMatching(/the database went away or refused/) as unknown
      });
      expect(killed).toBe(true);
    } finally {
      await victim.stop();
    }
  }, 60_000);

  test("changes between two reads of a table aren't seen: all tables are of one moment", async () => {
    await loadSchema(server.address, "moment", csv);
    let changed: Promise<void> | undefined;
    const opened = await openTables(connection, at("moment"), {
      onProgress(message) {
        if (message.startsWith("fetching")) changed ??= inDatabase("DELETE FROM moment.credit_card_balance");
      }
    });
    await changed;
    expect(opened.map(({rows}) => rows)).toEqual([6, 12, 36, 18, 12, 12, 12]);
  });
});

const sample = process.env.LIMPIDE_SAMPLE;
if (!sample) process.stderr.write("LIMPIDE_SAMPLE is not set: the sources are compared on the tiny tables alone\n");

test("an unpacked archive that zip itself made is read too", async ({skip}) => {
  const {csv, expected} = await writeCsv();
  try {
    execFileSync("zip", ["-q", "-r", join(folder, "made.zip"), "."], {cwd: csv, stdio: "ignore"});
  } catch {
    skip();
  }
  await rename(join(folder, "made.zip"), join(folder, "home-credit-default-risk.ZIP"));
  expect(await contents(join(folder, "home-credit-default-risk.ZIP"))).toBe(expected);
});
