import {mkdir, mkdtemp, readFile, rm, stat, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {type DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";
import fc from "fast-check";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {tableNames} from "../contract/table-names.ts";
import {validationReportSchema} from "../contract/validation.ts";
import {readTables} from "./read.ts";
import {fileRow} from "./rejects.ts";
import {splitRecord} from "./sources/header.ts";
import {type TinyTables, writeTables} from "./testing.ts";

let folder: string;
let rejectsFile: string;
let connection: DuckDBConnection;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "limpide-read-"));
  rejectsFile = join(folder, "rejects.csv");
  connection = await (await DuckDBInstance.create(":memory:")).connect();
});

afterEach(async () => {
  connection.closeSync();
  await rm(folder, {recursive: true});
});

async function query(sql: string) {
  return (await connection.runAndReadAll(sql)).getRowObjectsJS();
}

async function readAfter(edit: (files: TinyTables) => void, maxRejects = 0.5) {
  await writeTables(folder, {clients: 20, edit});
  const report = await readTables(connection, folder, {maxRejects, rejectsFile});
  return validationReportSchema.parse(report);
}

/** The rejects file, a record a line; none of the tests' values has a line end. */
async function readRejects(): Promise<Record<string, string>[]> {
  const [header, ...lines] = (await readFile(rejectsFile, "utf8"))
    .trimEnd()
    .split("\n")
    .map((line) => splitRecord(line));
  return lines.map((fields) => Object.fromEntries(header!.map((name, i) => [name, fields[i]!])));
}

/** Rewrites the lines of a file of the folder. */
async function rewrite(name: string, change: (lines: string[]) => void): Promise<void> {
  const lines = (await readFile(join(folder, name), "utf8")).split("\n");
  change(lines);
  await writeFile(join(folder, name), lines.join("\n"));
}

describe("sound tables", () => {
  test("are usable, with nothing set aside and no file of rejects", async () => {
    await writeFile(rejectsFile, "of an earlier reading");
    const report = await readAfter(() => undefined);
    expect(report).toMatchObject({source: folder, usable: true, maxRejects: 0.5, problems: []});
    expect(report.tables.map(({name}) => name)).toEqual(tableNames);
    expect(report.tables.every(({rejected, orphans}) => rejected === 0 && orphans === 0)).toBe(true);
    await expect(stat(rejectsFile)).rejects.toThrow("ENOENT");
  });

  test("are profiled: missing shares, extent without sentinels, sentinels", async () => {
    const {tables} = await readAfter(({application_train}) => {
      application_train!.rows[1]!.DAYS_EMPLOYED = "-20000";
      application_train!.rows[2]!.EXT_SOURCE_1 = "";
    });
    const column = (name: string) => tables[0]!.columns.find((column) => column.name === name)!;
    const [counted] = await query(
      `SELECT count(*)::INTEGER AS n, avg((EXT_SOURCE_1 IS NULL)::INTEGER) AS missing,
         (count(*) FILTER (DAYS_EMPLOYED = 365243))::INTEGER AS never,
         max(DAYS_EMPLOYED) FILTER (DAYS_EMPLOYED < 365243) AS latest FROM application`
    );
    expect(counted!.n).toBe(22);
    expect(counted!.never).toBeGreaterThan(0);
    expect(column("EXT_SOURCE_1").missing).toBeCloseTo(Number(counted!.missing), 12);
    expect(column("DAYS_EMPLOYED")).toMatchObject({
      least: -20000,
      greatest: counted!.latest,
      sentinels: counted!.never
    });
  });
});

describe("a bad row", () => {
  test("is set aside with each of its reasons and itself, and the others are used", async () => {
    const report = await readAfter(({bureau}) => {
      Object.assign(bureau!.rows[4]!, {AMT_CREDIT_SUM: "plenty, or so", CREDIT_DAY_OVERDUE: "-1"});
      bureau!.rows[9]!.CREDIT_TYPE = "";
    });
    expect(report.usable).toBe(true);
    const bureau = report.tables[1]!;
    expect(bureau).toMatchObject({rows: 42, rejected: 2, files: [{label: "bureau.csv", rows: 42, rejected: 2}]});
    expect(bureau.faults).toEqual([
      {
        file: "bureau.csv",
        code: "E_VALUE_RANGE",
        column: "CREDIT_DAY_OVERDUE",
        reason: expect.stringMatching(/^expected a whole number from 0 to /) as unknown,
        rows: 1,
        first: {row: 5, value: "-1"}
      },
      {
        file: "bureau.csv",
        code: "E_VALUE_TYPE",
        column: "AMT_CREDIT_SUM",
        reason: expect.stringMatching(/^expected a number from 0 to /) as unknown,
        rows: 1,
        first: {row: 5, value: "plenty, or so"}
      },
      {
        file: "bureau.csv",
        code: "E_VALUE_TYPE",
        column: "CREDIT_TYPE",
        reason: "the value is missing, and this column must have one",
        rows: 1,
        first: {row: 10, value: ""}
      }
    ]);
    const rejects = await readRejects();
    expect(rejects.map(({table, file, row, column, value}) => [table, file, row, column, value])).toEqual([
      ["bureau", "bureau.csv", "5", "CREDIT_DAY_OVERDUE", "-1"],
      ["bureau", "bureau.csv", "5", "AMT_CREDIT_SUM", "plenty, or so"],
      ["bureau", "bureau.csv", "10", "CREDIT_TYPE", ""]
    ]);
    expect(JSON.parse(rejects[0]!.record!)).toMatchObject({SK_ID_BUREAU: "5000005", AMT_CREDIT_SUM: "plenty, or so"});
    expect(await query("SELECT count(*)::INTEGER AS n FROM bureau WHERE SK_ID_BUREAU IN (5000005, 5000010)")).toEqual([
      {n: 0}
    ]);
    expect(report.remarks.filter(({severity}) => severity === "warning").map(({text}) => text.en)).toEqual([
      "bureau.csv: 2 of 44 rows set aside."
    ]);
  });

  test("is numbered as in the file, among rows that can't be cut into columns", async () => {
    await writeTables(folder, {clients: 20});
    await rewrite("bureau_balance.csv", (lines) => {
      lines[3] += ",1";
      lines[5] = lines[5]!.replace(/,[^,]*$/, "");
      lines[8] = lines[8]!.replace(/,-?\d+,/, ",soon,");
      lines[12] = lines[12]!.replace(/,-?\d+,/, ",1,");
    });
    const report = await readTables(connection, folder, {maxRejects: 0.5, rejectsFile});
    expect(report.tables[2]).toMatchObject({rows: 128, rejected: 4});
    expect((await readRejects()).map(({row, code, record}) => [row, code, record])).toEqual([
      ["3", "E_ROW_FIELDS", "5000001,-2,0,1"],
      ["5", "E_ROW_FIELDS", "5000002,-1"],
      ["8", "E_VALUE_TYPE", '{"SK_ID_BUREAU":"5000003","MONTHS_BALANCE":"soon","STATUS":"1"}'],
      ["12", "E_VALUE_RANGE", '{"SK_ID_BUREAU":"5000004","MONTHS_BALANCE":"1","STATUS":"0"}']
    ]);
  });

  test("can hold a field of 10 MB", async () => {
    await writeTables(folder, {clients: 20});
    await rewrite("bureau.csv", (lines) => (lines[6] += "x".repeat(10_000_000)));
    const report = await readTables(connection, folder, {maxRejects: 0.5, rejectsFile});
    expect(report.tables[1]).toMatchObject({rows: 43, rejected: 1});
    expect(report.tables[1]!.faults).toMatchObject([{code: "E_ROW_SIZE", reason: "the row is longer than 2 MB"}]);
    await expect(readTables(connection, folder, {stopAtFirst: true})).rejects.toMatchObject({
      code: "E_ROW_SIZE",
      message: "bureau.csv, row 6: the row is longer than 2 MB"
    });
  });

  test("whose key an earlier row has is set aside, numbered as in its file", async () => {
    const report = await readAfter(({application_train, application_test}) => {
      application_train!.rows[2]!.AMT_CREDIT = "?";
      application_train!.rows[7]!.SK_ID_CURR = "100001";
      application_test!.rows[1]!.SK_ID_CURR = "100002";
    });
    expect(report.tables[0]).toMatchObject({
      rows: 19,
      rejected: 3,
      files: [
        {label: "application_train.csv", rows: 18, rejected: 2},
        {label: "application_test.csv", rows: 1, rejected: 1}
      ]
    });
    expect((await readRejects()).map(({file, row, code, reason}) => [file, row, code, reason])).toEqual([
      ["application_train.csv", "3", "E_VALUE_TYPE", expect.stringMatching(/^expected a number/)],
      ["application_train.csv", "8", "E_KEY_TWICE", "row 1 has this key already"],
      ["application_test.csv", "2", "E_KEY_TWICE", "row 2 of application_train.csv has this key already"]
    ]);
    expect(await query("SELECT count(*)::INTEGER AS n FROM application WHERE SK_ID_CURR = 100001")).toEqual([{n: 1}]);
  });

  test("can be mended in a copy of its file, which then reads whole", async () => {
    await readAfter(({bureau}) => void (bureau!.rows[4]!.AMT_CREDIT_SUM = "1O0"));
    const [reject] = await readRejects();
    await rewrite("bureau.csv", (lines) => {
      const row = Number(reject!.row);
      lines[row] = lines[row]!.replace(reject!.value!, "100");
    });
    const report = await readTables(connection, folder, {rejectsFile, stopAtFirst: true});
    expect(report.tables[1]).toMatchObject({rows: 44, rejected: 0});
    await expect(stat(rejectsFile)).rejects.toThrow("ENOENT");
  });
});

describe("past the share that may be set aside", () => {
  const spoil = ({POS_CASH_balance, bureau}: TinyTables) => {
    POS_CASH_balance!.rows[0]!.SK_DPD = "some";
    POS_CASH_balance!.rows[30]!.SK_DPD = "some";
    bureau!.rows[3]!.DAYS_CREDIT = "1e9";
  };

  test("the source is unusable, and every file's first bad row is told with how many there are", async () => {
    const report = await readAfter(spoil, 0.01);
    expect(report.usable).toBe(false);
    expect(report.problems.map(({code, file, row, column, value}) => [code, file, row, column, value])).toEqual([
      ["E_VALUE_RANGE", "bureau.csv", 4, "DAYS_CREDIT", "1e9"],
      ["E_VALUE_TYPE", "POS_CASH_balance.csv", 1, "SK_DPD", "some"]
    ]);
    expect(report.problems[1]!.message).toMatch(
      /\. 2 of 44 rows of this file cannot be used: more than the 1 % allowed\. What is wrong is listed in .*rejects\.csv$/
    );
    expect(report.remarks.filter(({severity}) => severity === "error")).toHaveLength(2);
    expect(await readRejects()).toHaveLength(3);
  });

  test("a reading that stops at the first leaves the rejects of the tables that it read", async () => {
    await writeTables(folder, {clients: 20, edit: spoil});
    await expect(readTables(connection, folder, {rejectsFile, stopAtFirst: true})).rejects.toMatchObject({
      code: "E_VALUE_RANGE",
      place: {file: "bureau.csv", row: 4, column: "DAYS_CREDIT", value: "1e9"}
    });
    expect((await readRejects()).map(({file, row}) => [file, row])).toEqual([["bureau.csv", "4"]]);
  });

  test("exactly at the share, the source is usable", async () => {
    const report = await readAfter(({bureau}) => void (bureau!.rows[3]!.DAYS_CREDIT = "1e9"), 1 / 44);
    expect(report.usable).toBe(true);
  });
});

describe("what the contract doesn't expect", () => {
  test("ids as text end the reading, whatever else", async () => {
    const report = await readAfter(({bureau}) => {
      for (const row of bureau!.rows) row.SK_ID_BUREAU = `B-${row.SK_ID_BUREAU}`;
    });
    expect(report.problems).toMatchObject([
      {code: "E_VALUE_TYPE", file: "bureau.csv", row: 1, column: "SK_ID_BUREAU", value: "B-5000001"}
    ]);
    expect(report.tables[1]).toMatchObject({rows: 0, rejected: 44});
  });

  test("unknown categories, orphan rows, and missing shares far from what is usual are told", async () => {
    const report = await readAfter(({bureau, POS_CASH_balance, application_train}) => {
      bureau!.rows[0]!.CREDIT_ACTIVE = "Frozen";
      bureau!.rows[1]!.CREDIT_ACTIVE = "Frozen";
      bureau!.rows[2]!.SK_ID_CURR = "999999";
      POS_CASH_balance!.rows[0]!.SK_ID_PREV = "9999999";
      for (const row of application_train!.rows) row.NAME_TYPE_SUITE = "";
    });
    const [application, bureau] = report.tables;
    expect(bureau!.columns.find(({name}) => name === "CREDIT_ACTIVE")).toMatchObject({
      unknownCategories: [{value: "Frozen", rows: 2}],
      unknownRows: 2
    });
    expect(bureau!.orphans).toBe(1);
    expect(application!.columns.find(({name}) => name === "NAME_TYPE_SUITE")!.missing).toBeGreaterThan(0.8);
    expect(report.tables[4]!.withoutEarlierApplication).toBe(1);
    const told = report.remarks.map(({severity, table, column}) => [severity, table, column].join(" "));
    expect(told).toContain("warning bureau CREDIT_ACTIVE");
    expect(told).toContain("notice bureau ");
    expect(told).toContain("notice POS_CASH_balance ");
    expect(told).toContain("notice application NAME_TYPE_SUITE");
    expect(report.usable).toBe(true);
  });

  test("missing columns, damaged files and absent tables are all told at once", async () => {
    await writeTables(folder, {
      clients: 20,
      edit(files) {
        delete files.application_test;
        files.bureau!.header.pop();
        files.previous_application!.header.push("AMT_CREDIT");
        delete files.credit_card_balance;
      }
    });
    await mkdir(join(folder, "credit_card_balance.csv"));
    await rewrite("POS_CASH_balance.csv", (lines) => (lines[2] = lines[2]!.replace(/,(\w+)$/, ',"$1')));
    const report = await readTables(connection, folder, {maxRejects: 0.5});
    expect(report.problems.map(({code, file, column}) => [code, file, column])).toEqual([
      ["E_COLUMN_MISSING", "bureau.csv", "AMT_ANNUITY"],
      ["E_COLUMN_TWICE", "previous_application.csv", "AMT_CREDIT"],
      ["E_FILE_UNREADABLE", "POS_CASH_balance.csv", undefined]
    ]);
    expect(report.tables.map(({present}) => present)).toEqual([true, true, true, true, true, true, false]);
    expect(report.usable).toBe(false);
  });
});

test("a row's place in its file is that of a slow count", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({min: 1, max: 60})), (rows) => {
      const setAside = rows.sort((a, b) => a - b);
      const kept = Array.from({length: 100}, (_, i) => i + 1).filter((row) => !setAside.includes(row));
      kept.forEach((row, i) => expect(fileRow(i + 1, setAside)).toBe(row));
    })
  );
});
