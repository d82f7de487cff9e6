import {mkdtemp, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {afterAll, beforeAll, expect, test} from "vitest";
import type {PortfolioReport} from "../../model/contract/report.ts";
import {tables} from "../../model/contract/tables.ts";
import type {Language} from "../../model/contract/text.ts";
import type {Fault} from "../../model/contract/validation.ts";
import {readTables} from "../../model/tables/read.ts";
import {writeTables} from "../../model/tables/testing.ts";
import type {ValidationData} from "./validation-data.js";
import {reasonOf} from "./validation-faults.js";

/** A value that is wrong in each way, by table and column; each on a row of its own. */
const wrong = [
  ["application_train", "AMT_INCOME_TOTAL", "lots"],
  ["application_train", "SK_ID_CURR", ""],
  ["application_train", "DAYS_BIRTH", "12"],
  ["application_train", "FLAG_OWN_CAR", "perhaps"],
  ["application_train", "FLAG_MOBIL", "2"],
  ["application_train", "AMT_CREDIT", ""],
  ["application_train", "SK_ID_CURR", "-5"],
  ["application_train", "SK_ID_CURR", "100009"],
  ["bureau", "DAYS_CREDIT", "-1.5"],
  ["bureau", "AMT_CREDIT_SUM", "5e12"]
] as const;

let folder: string;
let data: ValidationData;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "limpide-faults-"));
  await writeTables(folder, {
    clients: 12,
    edit(files) {
      wrong.forEach(([name, column, value], i) => (files[name]!.rows[i]![column] = value));
    }
  });
  const rewrite = async (name: string, change: (lines: string[]) => void, encoding: BufferEncoding) => {
    const lines = (await readFile(join(folder, name), "utf8")).split("\n");
    change(lines);
    await writeFile(join(folder, name), lines.join("\n"), encoding);
  };
  await rewrite("bureau_balance.csv", (lines) => (lines[1] += ",one field more"), "utf8");
  await rewrite("bureau.csv", (lines) => (lines[4] = lines[4]!.replace("Active", "Actif é")), "latin1");
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const report = await readTables(connection, folder, {maxRejects: 1});
  connection.closeSync();
  data = {report, contracts: tables, portfolio: {currency: "EUR"} as PortfolioReport};
});
afterAll(() => rm(folder, {recursive: true}));

function reasons(language: Language): string[] {
  return data.report.tables.flatMap((table) =>
    table.faults.map((fault) => `${fault.first.row} ${fault.column}: ${reasonOf(data, table.name, fault, language)}`)
  );
}

test("each reason for which a row is set aside is told in words", () => {
  expect(reasons("en")).toEqual([
    "1 AMT_INCOME_TOTAL: not a number; expected: from €0 to €1,000,000,000",
    "2 SK_ID_CURR: no value, where one is needed",
    "3 DAYS_BIRTH: outside the bounds of what is possible; expected: from 45,000 days before (123 years) to 5,000 days before (14 years)",
    "4 FLAG_OWN_CAR: neither Y nor N",
    "5 FLAG_MOBIL: neither 0 nor 1",
    "6 AMT_CREDIT: no value, where one is needed",
    "7 SK_ID_CURR: outside the bounds of what is possible; expected: a number of at least 1",
    "9 SK_ID_CURR: an earlier row has this number already",
    "4 CREDIT_ACTIVE: the text is not in UTF-8",
    "9 DAYS_CREDIT: not a whole number; expected: from 45,000 days before (123 years) to the same day",
    "10 AMT_CREDIT_SUM: outside the bounds of what is possible; expected: from €0 to €1,000,000,000",
    "1 null: the row has 4 fields, and the header 3"
  ]);
});

test("each is told in French too, and none with the English of the report", () => {
  const french = reasons("fr");
  expect(french.length).toBe(reasons("en").length);
  for (const table of data.report.tables) {
    for (const {reason} of table.faults) expect(french.join("\n")).not.toContain(reason);
  }
  expect(french).toContain("2 SK_ID_CURR: aucune valeur, alors qu’il en faut une");
  expect(french).toContain("9 SK_ID_CURR: ce numéro est déjà celui d’une ligne précédente");
  expect(french).toContain("1 null: la ligne a 4 champs, et l’en-tête 3");
});

test("a number that names somebody and isn't shown still has its reason", () => {
  const [application] = data.report.tables;
  const hidden = (fault: Fault): Fault => ({...fault, first: {...fault.first, value: null}});
  const numbers = application!.faults.filter(({column}) => column === "SK_ID_CURR");
  expect(numbers.map((fault) => reasonOf(data, "application", hidden(fault), "fr"))).toEqual(
    numbers.map((fault) => reasonOf(data, "application", fault, "fr"))
  );
});
