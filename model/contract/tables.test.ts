import {expect, test} from "vitest";
import {tableNames} from "./table-names.ts";
import {bounds, type Column, isNullable, rowSchema, sqlType, tableContractSchema, tables} from "./tables.ts";

const column = (table: keyof typeof tables, name: string): Column => {
  const found = tables[table].columns.find((column) => column.name === name);
  if (found === undefined) throw new Error(`no ${name} in ${table}`);
  return found;
};

test("every table has its contract, with the columns that Home Credit's files have", () => {
  expect(Object.keys(tables)).toEqual(tableNames);
  expect(Object.values(tables).map(({columns}) => columns.length)).toEqual([122, 17, 3, 37, 8, 8, 23]);
});

test("every contract meets its schema, under its own name, with no column twice", () => {
  for (const [name, contract] of Object.entries(tables)) {
    expect(tableContractSchema.parse(contract).name).toBe(name);
    const names = contract.columns.map((column) => column.name);
    expect(new Set(names).size).toBe(names.length);
    if (contract.key !== null) expect(column(contract.name, contract.key)).toMatchObject({type: "id", nullable: false});
    for (const file of contract.files) for (const without of file.without) expect(names).toContain(without);
  }
});

test("sentinels are of their column's kind, and a number's is outside its range or is its end", () => {
  for (const {columns} of Object.values(tables)) {
    for (const column of columns) {
      const [low, high] = bounds(column) ?? [NaN, NaN];
      for (const {value} of column.sentinels ?? []) {
        expect(typeof value).toBe(sqlType(column) === "VARCHAR" ? "string" : "number");
        if (typeof value === "number" && column.range !== undefined) expect(value <= low || value >= high).toBe(true);
      }
    }
  }
});

test("meanings are one sentence each", () => {
  for (const {columns} of Object.values(tables)) {
    for (const {meaning} of columns) expect(meaning).toMatch(/^[A-Z1][^.]*\.$/);
  }
});

test("a column that one of a table's files lacks may be null in the table", () => {
  expect(isNullable(tables.application, column("application", "TARGET"))).toBe(true);
  expect(isNullable(tables.application, column("application", "AMT_CREDIT"))).toBe(false);
  expect(isNullable(tables.application, column("application", "AMT_ANNUITY"))).toBe(true);
});

const balance = {SK_ID_BUREAU: 5000001, MONTHS_BALANCE: -3, STATUS: "C"};

test("a row that meets its contract passes as it is", () => {
  expect(rowSchema(tables.bureau_balance).parse(balance)).toEqual(balance);
});

test.each([
  ["a text for a number", {...balance, MONTHS_BALANCE: "-3"}],
  ["a fraction for a whole number", {...balance, MONTHS_BALANCE: -3.5}],
  ["a number beyond the range", {...balance, MONTHS_BALANCE: 1}],
  ["a null where there must be a value", {...balance, STATUS: null}],
  ["an empty text", {...balance, STATUS: ""}],
  ["an id of 0", {...balance, SK_ID_BUREAU: 0}],
  ["an integer beyond 32 bits", {...balance, SK_ID_BUREAU: 2 ** 31}],
  ["a missing column", {SK_ID_BUREAU: 1, STATUS: "0"}],
  ["an unknown column", {...balance, TARGET: 1}]
])("a row with %s is refused", (_, row) => {
  expect(rowSchema(tables.bureau_balance).safeParse(row).success).toBe(false);
});

test("a sentinel passes outside the range, and its neighbour does not", () => {
  const schema = rowSchema({...tables.application, columns: [column("application", "DAYS_EMPLOYED")]});
  expect(schema.safeParse({DAYS_EMPLOYED: 365243}).success).toBe(true);
  expect(schema.safeParse({DAYS_EMPLOYED: -1}).success).toBe(true);
  expect(schema.safeParse({DAYS_EMPLOYED: 365242}).success).toBe(false);
});
