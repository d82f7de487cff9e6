import {expect, test} from "vitest";
import {tables} from "../../model/contract/tables.ts";
import {matches, searchedColumns} from "./validation-search.js";

const french = searchedColumns(tables, "fr");
const english = searchedColumns(tables, "en");
const found = (searched: typeof french, query: string) =>
  searched.filter((entry) => matches(entry, query)).map(({table, column}) => `${table}.${column.name}`);

test("an empty query finds every column of every table", () => {
  const columns = Object.values(tables).reduce((sum, table) => sum + table.columns.length, 0);
  expect(found(french, "").length).toBe(columns);
  expect(found(french, "  ").length).toBe(columns);
  expect(found(french, "?!").length).toBe(columns);
});

test("accents, capitals and apostrophes don't matter", () => {
  const expected = found(french, "échéance");
  expect(expected.length).toBeGreaterThan(3);
  for (const query of ["echeance", "ÉCHÉANCE", "Eche\u0301ance", "d'échéance".slice(2)]) {
    expect(found(french, query)).toEqual(expected);
  }
  expect(found(french, "d'une voiture")).toEqual(found(french, "d’une voiture"));
  expect(found(french, "d'une voiture")).toContain("application.FLAG_OWN_CAR");
});

test("a technical name finds its column, whole or by its words", () => {
  expect(found(english, "AMT_INCOME_TOTAL")).toEqual(["application.AMT_INCOME_TOTAL"]);
  expect(found(english, "income amt")).toContain("application.AMT_INCOME_TOTAL");
});

test("every word must be found, at the beginning of one", () => {
  expect(found(english, "income type").length).toBeLessThan(found(english, "income").length);
  expect(found(english, "ncome")).toEqual([]);
  expect(found(english, "income zebra")).toEqual([]);
});

test("labels and meanings are searched in the page's language alone", () => {
  expect(found(french, "revenu")).toContain("application.AMT_INCOME_TOTAL");
  expect(found(english, "revenu")).toEqual([]);
});
