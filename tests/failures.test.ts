import {mkdtemp, readFile, rm, truncate, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {DuckDBInstance} from "@duckdb/node-api";
import {afterEach, beforeAll, beforeEach, expect, inject, test} from "vitest";
import {hashFolder, limpide} from "./command.ts";
import {foldersOf} from "./demonstration.ts";

const root = inject("demonstration");
let published: Record<string, string>;
let tables: string;
beforeAll(async () => {
  published = await hashFolder(join(root, "out"));
});
beforeEach(async () => {
  tables = await mkdtemp(join(tmpdir(), "limpide-tables-"));
  const ended = await limpide(["generate", "--clients", "200", "--out", tables]);
  expect(ended.stderr).toBe("");
});
afterEach(() => rm(tables, {recursive: true, force: true}));

const path = (name: string) => join(tables, name);

/** Rewrites a csv's lines. */
async function edit(name: string, change: (lines: string[]) => void): Promise<void> {
  const lines = (await readFile(path(name), "utf8")).split("\n");
  change(lines);
  await writeFile(path(name), lines.join("\n"));
}

const broken: [what: string, breakIt: () => Promise<void>, message: RegExp][] = [
  [
    "a missing column",
    () => edit("bureau.csv", (lines) => (lines[0] = lines[0]!.replace("DAYS_CREDIT,", "DAYS_OF_CREDIT,"))),
    /^E_COLUMN_MISSING: bureau\.csv, column DAYS_CREDIT: /m
  ],
  [
    "a text in a number column",
    () =>
      edit("application_train.csv", (lines) => {
        const column = lines[0]!.split(",").indexOf("AMT_INCOME_TOTAL");
        const cells = lines[3]!.split(",");
        cells[column] = "lots";
        lines[3] = cells.join(",");
      }),
    /^E_VALUE_TYPE: application_train\.csv, row 3, column AMT_INCOME_TOTAL, value "lots": /m
  ],
  [
    "a truncated gz",
    async () => {
      const packed = gzipSync(await readFile(path("POS_CASH_balance.csv")));
      await rm(path("POS_CASH_balance.csv"));
      await writeFile(path("POS_CASH_balance.csv.gz"), packed);
      await truncate(path("POS_CASH_balance.csv.gz"), Math.floor(packed.length * 0.6));
    },
    /^E_FILE_TRUNCATED: POS_CASH_balance\.csv\.gz: /m
  ],
  [
    "a truncated Parquet",
    async () => {
      const connection = await (await DuckDBInstance.create(":memory:")).connect();
      const parquet = path("bureau.parquet");
      await connection.run(`COPY (FROM read_csv('${path("bureau.csv")}')) TO '${parquet}' (FORMAT parquet)`);
      connection.closeSync();
      await rm(path("bureau.csv"));
      await truncate(parquet, Math.floor((await readFile(parquet)).length * 0.6));
    },
    /^E_FILE_TRUNCATED: bureau\.parquet: /m
  ],
  [
    "a header that names a column twice",
    () => edit("bureau.csv", (lines) => (lines[0] = lines[0]!.replace("CREDIT_TYPE", "CREDIT_ACTIVE"))),
    /^E_COLUMN_TWICE: bureau\.csv, column CREDIT_ACTIVE: /m
  ],
  [
    "ids as text",
    () => edit("bureau.csv", (lines) => lines.forEach((line, i) => (lines[i] = i > 0 && line ? `A${line}` : line))),
    /^E_VALUE_TYPE: bureau\.csv, row 1, column SK_ID_CURR, value "A\d+": .* rows of this file cannot be used: more than the 0\.1 % allowed/m
  ],
  [
    "Latin-1",
    async () => {
      await edit("application_train.csv", (lines) => (lines[2] = lines[2]!.replace(/Cash|Revolving/, "Crédit")));
      await writeFile(path("application_train.csv"), await readFile(path("application_train.csv"), "utf8"), "latin1");
    },
    /^E_ENCODING: application_train\.csv, row 2, column NAME_CONTRACT_TYPE: /m
  ],
  [
    "a field of 10 MB",
    () => edit("application_train.csv", (lines) => (lines[2] += "9".repeat(10_000_000))),
    /^E_ROW_SIZE: application_train\.csv, row 2: /m
  ],
  [
    "quotes that never close",
    () => edit("bureau.csv", (lines) => (lines[4] = lines[4]!.replace(",", ',"'))),
    /^E_FILE_UNREADABLE: bureau\.csv, row \d+: /m
  ],
  [
    "a folder of the wrong files",
    async () => {
      tables = await mkdtemp(join(tmpdir(), "limpide-wrong-"));
      await writeFile(path("clients.csv"), "name,age\nAnn,31\n");
      await writeFile(path("photo.jpg"), "");
    },
    /^E_NO_TABLES: .*Found: clients\.csv, photo\.jpg\.$/m
  ],
  [
    "an empty folder",
    async () => {
      tables = await mkdtemp(join(tmpdir(), "limpide-empty-"));
    },
    /^E_NO_TABLES: /m
  ],
  ["a folder that isn't there", () => rm(tables, {recursive: true}), /^E_[A-Z_]+: /m]
];

test.each(broken)("%s ends in one clear message, with site and book untouched", async (_what, breakIt, message) => {
  await breakIt();
  const ended = await limpide(["build", "--data", tables, ...foldersOf(root)]);
  expect(ended.code).toBe(1);
  expect(ended.stderr).toMatch(message);
  expect(ended.stderr.match(/^E_/gm)?.length).toBe(1);
  expect(ended.stderr).not.toMatch(/^ {4}at /m);
  expect(await hashFolder(join(root, "out"))).toEqual(published);
});

test("a database that doesn't answer ends in one clear message, without its password", async () => {
  const ended = await limpide(["build", "--data", "postgres://me:secret@127.0.0.1:1/bank", ...foldersOf(root)]);
  expect(ended.code).toBe(1);
  expect(ended.stderr).toMatch(/^E_DATABASE: postgres:\/\/me@127\.0\.0\.1:1\/bank: nothing answers there/m);
  expect(`${ended.stdout}${ended.stderr}`).not.toMatch(/secret/);
  expect(await hashFolder(join(root, "out"))).toEqual(published);
});

test("a few bad rows are set aside, told and listed, and the build goes on", async () => {
  // Enough clients that a model learns something.
  await limpide(["generate", "--clients", "600", "--out", tables]);
  await edit("POS_CASH_balance.csv", (lines) => (lines[5] = lines[5]!.replace(/[^,]+$/, "soon")));
  const store = await mkdtemp(join(tmpdir(), "limpide-store-"));
  try {
    const out = ["--out", join(store, "out"), "--store", join(store, "store")];
    const ended = await limpide(["build", "--data", tables, "--repeats", "1", ...out]);
    expect(ended.stderr).toBe("");
    expect(ended.stdout).toMatch(/POS_CASH_balance: POS_CASH_balance\.csv: 1 of [\d,]+ rows set aside\./);
    expect(ended.stdout).toMatch(/rows set aside: 1, listed in .*rejects\.csv/);
    expect(await readFile(join(store, "store", "rejects.csv"), "utf8")).toMatch(
      /^table,file,row,code,column,value,reason,record\nPOS_CASH_balance,POS_CASH_balance\.csv,5,E_VALUE_TYPE,SK_DPD_DEF,soon,/
    );
  } finally {
    await rm(store, {recursive: true, force: true});
  }
});

test.each([
  [["publish"], /E_ARGUMENT: publish: no such command/],
  [["build", "--clients", "few"], /E_ARGUMENT: --clients "few"/],
  [["build", "--colour", "red"], /E_ARGUMENT: Unknown option '--colour'/],
  [["start", "--port", "99999"], /E_ARGUMENT: --port "99999"/]
])("%o is refused in words", async (args, message) => {
  const ended = await limpide(args);
  expect(ended.code).toBe(1);
  expect(ended.stderr).toMatch(message);
});
