import {existsSync} from "node:fs";
import {mkdtemp, readFile, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import type {BuildEffects} from "../data-loaders/effects.ts";
import {LimpideError} from "../model/contract/errors.ts";
import {validationReportSchema} from "../model/contract/validation.ts";
import {type TinyTables, writeTables} from "../model/tables/testing.ts";
import {limpide} from "../tests/command.ts";
import {describeValidation, validate} from "./validate.ts";

let root: string;
let data: string;
let out: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "limpide-validate-"));
  data = join(root, "tables");
  out = join(root, "report");
});
afterEach(() => rm(root, {recursive: true, force: true}));

const silent: BuildEffects = {
  begin: () => undefined,
  progress: () => undefined,
  end: () => undefined,
  warn: () => undefined
};

function check(maxRejects: number) {
  return validate({data, out, maxRejects, threads: 1}, silent, new AbortController().signal);
}

async function written() {
  return validationReportSchema.parse(JSON.parse(await readFile(join(out, "validation.json"), "utf8")));
}

/** Two of the 12 credits at the bureau that 6 clients have: a text for an amount, and a day that is not whole. */
function damage({bureau}: TinyTables): void {
  bureau!.rows[2]!.AMT_CREDIT_SUM = "a lot";
  bureau!.rows[6]!.DAYS_CREDIT = "-1.5";
}

test("a folder that can be used ends in 0, with its report and no rejects", async () => {
  await writeTables(data);
  const {code, stdout, stderr} = await limpide(["validate", "--data", data, "--out", out]);
  expect(stderr).toBe("");
  expect(code).toBe(0);
  expect(stdout).toMatch(/^bureau +12 +6 +0 +0$/m);
  expect(stdout).toContain(`${data} can be used: 6 clients, 108 rows; no row set aside.`);
  expect(stdout).toContain(`The report is in ${out}.`);
  expect(await written()).toMatchObject({usable: true, problems: [], maxRejects: 0.001});
  expect(existsSync(join(out, "rejects.csv"))).toBe(false);
});

test("more bad rows than are allowed end in 1, with the error, the rows and the reasons", async () => {
  await writeTables(data, {edit: damage});
  const {code, stdout} = await limpide(["validate", "--data", data, "--out", out, "--max-rejects", "0.1"]);
  expect(code).toBe(1);
  expect(stdout).toMatch(/^error {4}E_VALUE_TYPE: bureau\.csv, row 3, column AMT_CREDIT_SUM, value "a lot": /m);
  expect(stdout).toContain("2 of 12 rows of this file cannot be used: more than the 10 % allowed");
  expect(stdout).toContain(`${data} cannot be used as it is: 6 clients, 106 rows; 2 of 108 rows set aside`);
  expect(await written()).toMatchObject({
    usable: false,
    problems: [{code: "E_VALUE_TYPE", file: "bureau.csv", row: 3, column: "AMT_CREDIT_SUM", value: "a lot"}]
  });
  const [header, first, second, end] = (await readFile(join(out, "rejects.csv"), "utf8")).split("\n");
  expect(header).toBe("table,file,row,code,column,value,reason,record");
  expect(first).toMatch(
    /^bureau,bureau\.csv,3,E_VALUE_TYPE,AMT_CREDIT_SUM,a lot,expected a number from 0 to 1000000000,/
  );
  expect(second).toMatch(
    /^bureau,bureau\.csv,7,E_VALUE_TYPE,DAYS_CREDIT,-1\.5,expected a whole number from -45000 to 0,/
  );
  // The row itself, quoted twice over: JSON within CSV.
  expect(first).toContain('""SK_ID_CURR"":""100002""');
  expect(end).toBe("");
});

test("as many as are allowed are set aside, and the rest can be used", async () => {
  await writeTables(data, {edit: damage});
  const {code, stdout} = await limpide(["validate", "--data", data, "--out", out, "--max-rejects", "0.2"]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^bureau +10 +6 +2 +0$/m);
  expect(stdout).toMatch(/^warning {2}bureau: bureau\.csv: 2 of 12 rows set aside\.$/m);
  expect(stdout).toContain("can be used: 6 clients, 106 rows; 2 of 108 rows set aside, in rejects.csv");
  const report = await written();
  expect(report).toMatchObject({usable: true, problems: [], maxRejects: 0.2});
  const bureau = report.tables.find(({name}) => name === "bureau")!;
  expect(bureau).toMatchObject({rows: 10, rejected: 2});
  expect(bureau.faults.map(({column, rows, first}) => [column, rows, first.row, first.value])).toEqual([
    ["AMT_CREDIT_SUM", 1, 3, "a lot"],
    ["DAYS_CREDIT", 1, 7, "-1.5"]
  ]);
  expect((await readFile(join(out, "rejects.csv"), "utf8")).trim().split("\n").length).toBe(3);
});

test("tables that are mended leave no rejects behind", async () => {
  await writeTables(data, {edit: damage});
  expect((await check(0)).usable).toBe(false);
  expect(existsSync(join(out, "rejects.csv"))).toBe(true);
  await writeTables(data);
  expect((await check(0)).usable).toBe(true);
  expect(existsSync(join(out, "rejects.csv"))).toBe(false);
});

test("all that keeps a source from being used is told, not the first of it alone", async () => {
  await writeTables(data, {
    edit(files) {
      files.bureau!.header.splice(4, 1);
      files.application_train!.rows[1]!.AMT_CREDIT = "";
      delete files.credit_card_balance;
    }
  });
  const report = await check(0);
  expect(report.problems.map(({code, file}) => [code, file])).toEqual([
    ["E_COLUMN_MISSING", "bureau.csv"],
    ["E_VALUE_TYPE", "application_train.csv"]
  ]);
  const lines = describeValidation(report);
  const [column, value, ...others] = lines.filter((line) => line.startsWith("error"));
  expect(column).toBe("error    E_COLUMN_MISSING: bureau.csv, column DAYS_CREDIT: the header lacks this column");
  expect(value).toMatch(
    /^error {4}E_VALUE_TYPE: application_train\.csv, row 2, column AMT_CREDIT, value "": the value is missing/
  );
  expect(others).toEqual([]);
  // The gravest first.
  const severities = lines.filter((line) => /^(error|warning|notice)/.test(line)).map((line) => line.split(" ")[0]);
  expect(severities).toEqual([...severities].sort((a, b) => rank(a!) - rank(b!)));
  expect(severities).toContain("warning");
  expect(lines.find((line) => line.startsWith("credit_card_balance"))).toMatch(/^credit_card_balance +absent$/);
});

function rank(severity: string): number {
  return ["error", "warning", "notice"].indexOf(severity);
}

test("a folder that isn't there has no report, not even that of a run before", async () => {
  await writeTables(data);
  await check(0);
  expect(existsSync(join(out, "validation.json"))).toBe(true);
  await rm(data, {recursive: true});
  await expect(check(0)).rejects.toThrow(LimpideError);
  await expect(check(0)).rejects.toMatchObject({code: "E_FILE_UNREADABLE"});
  expect(existsSync(join(out, "validation.json"))).toBe(false);
});

test("a run that is stopped gives the reason of whoever stopped it", async () => {
  await writeTables(data);
  const reason = new LimpideError("E_INTERRUPTED", "stopped");
  const options = {data, out, maxRejects: 0, threads: 1};
  await expect(validate(options, silent, AbortSignal.abort(reason))).rejects.toBe(reason);
  expect(existsSync(join(out, "validation.json"))).toBe(false);
});

test("the command asks for the tables that it should check", async () => {
  const {code, stderr} = await limpide(["validate"]);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^E_ARGUMENT: --data SOURCE: /m);
});
