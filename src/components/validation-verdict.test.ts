import {expect, test} from "vitest";
import {tableNames} from "../../model/contract/table-names.ts";
import type {ValidationReport} from "../../model/contract/validation.ts";
import type {ValidationData} from "./validation-data.js";
import {validationVerdict} from "./validation-verdict.js";

function dataOf(rejected: number, {usable = true, absent = 0} = {}): ValidationData {
  const tables = tableNames.map((name, i) => ({
    name,
    present: i < tableNames.length - absent,
    rows: i < tableNames.length - absent ? 1000 : 0,
    rejected: i === 1 ? rejected : 0
  }));
  return {report: {usable, tables} as unknown as ValidationReport} as ValidationData;
}

test("the verdict says how much there is, and that all of it is used", () => {
  expect(validationVerdict(dataOf(0), "en")).toBe(
    "The data can be used: 1,000 clients and 7,000 rows, in all seven tables; no row was set aside."
  );
  expect(validationVerdict(dataOf(0), "fr")).toBe(
    "Les données peuvent être utilisées\u00a0: 1\u202f000 clients et 7\u202f000 lignes, dans les sept tables\u202f; aucune ligne n’a été mise de côté."
  );
});

test("rows set aside are told of how many, and in natural frequency where it helps", () => {
  expect(validationVerdict(dataOf(20), "en")).toMatch(/; 20 rows of 7,020 were set aside, about 3 in 1,000\.$/);
  expect(validationVerdict(dataOf(1), "en")).toMatch(/; 1 row of 7,001 was set aside\.$/);
  expect(validationVerdict(dataOf(20), "fr")).toMatch(
    /20 lignes sur 7\u202f020 ont été mises de côté, soit environ 3 sur 1\u202f000\.$/
  );
  expect(validationVerdict(dataOf(1), "fr")).toMatch(/1 ligne sur 7\u202f001 a été mise de côté\.$/);
});

test("absent tables, and data that can't be used, are told", () => {
  expect(validationVerdict(dataOf(0, {absent: 2}), "en")).toContain("5,000 rows, in five of the seven tables");
  expect(validationVerdict(dataOf(0, {absent: 2}), "fr")).toContain("dans cinq des sept tables");
  expect(validationVerdict(dataOf(0, {usable: false}), "en")).toMatch(/^The data cannot be used as they are: /);
});
