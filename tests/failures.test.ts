import {mkdtemp, readFile, rm, truncate, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
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
