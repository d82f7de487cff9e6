import {mkdtemp, readFile, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import fc from "fast-check";
import {expect, test} from "vitest";
import {CsvFile, RowBuffer, csvLine, float, money} from "./csv.ts";

test("whole floats keep their .0 and NaN is missing", () => {
  expect([12, -5170, 0, 0.25, 18.005, NaN].map(float)).toEqual(["12.0", "-5170.0", "0.0", "0.25", "18.005", ""]);
});

test("a value that holds a comma is quoted", () => {
  expect(csvLine(["Stone, brick", 1, "", "No"])).toBe('"Stone, brick",1,,No\n');
});

test("amounts are multiples of their unit, without binary dust", () => {
  expect(money(0.1 + 0.2, 0.045)).toBe(0.315);
  expect(money(99_319.49, 4.5)).toBe(99_319.5);
  expect(Object.is(money(-0.001), 0)).toBe(true);
  fc.assert(
    fc.property(fc.double({min: 0, max: 5e6, noNaN: true}), fc.constantFrom(0.045, 4.5, 450, 45_000), (value, unit) => {
      const amount = money(value, unit);
      expect(Math.abs(amount - value)).toBeLessThanOrEqual(unit / 2 + 0.001);
      expect(String(amount)).toMatch(/^\d+(\.\d{1,3})?$/);
    })
  );
});

test("rows longer than the buffer arrive whole and in order", async () => {
  const folder = await mkdtemp(join(tmpdir(), "limpide-csv-"));
  try {
    const file = await CsvFile.create(join(folder, "a.csv"), ["A", "B"]);
    const rows = new RowBuffer();
    const long = "x".repeat(3_000_000);
    rows.add("1,2\n");
    rows.add(`${long},3\n`);
    const first = rows.take();
    expect(first.rows).toBe(2);
    await file.write(first.bytes);
    rows.add("4,5\n");
    const second = rows.take();
    expect([second.rows, second.bytes.length]).toEqual([1, 4]);
    await file.write(second.bytes);
    await file.close();
    expect(rows.take().rows).toBe(0);
    expect(await readFile(join(folder, "a.csv"), "utf8")).toBe(`A,B\n1,2\n${long},3\n4,5\n`);
  } finally {
    await rm(folder, {recursive: true});
  }
});
