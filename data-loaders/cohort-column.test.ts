import fc from "fast-check";
import {expect, test} from "vitest";
import {ColumnSorter} from "./cohort-column.ts";

/** As a person would: rows whose value is known, by value, −0 before 0, and by row where values are the same. */
function slowlySorted(column: Float32Array): number[] {
  const sign = (value: number) => (Object.is(value, -0) ? -1 : 0);
  return Array.from(column.keys())
    .filter((row) => !Number.isNaN(column[row]!))
    .sort((a, b) => {
      const [x, y] = [column[a]!, column[b]!];
      return x < y ? -1 : x > y ? 1 : sign(x) - sign(y) || a - b;
    });
}

test("rows are sorted by value, whatever the values, and by row where these are the same", () => {
  const value = fc.oneof(fc.float(), fc.constantFrom(NaN, 0, -0, 1, -1, Infinity, -Infinity, 2 ** -149, -(2 ** -149)));
  fc.assert(
    fc.property(fc.array(value, {maxLength: 80}), (values) => {
      const column = Float32Array.from(values);
      const sorted = new ColumnSorter(column.length).sort(column);
      const rows = slowlySorted(column);
      expect([...sorted.rows]).toEqual(rows);
      expect([...sorted.values]).toEqual(rows.map((row) => column[row]));
    }),
    {numRuns: 300}
  );
});

test("a sorter sorts column after column, which may lie anywhere in memory", () => {
  const memory = new Float32Array(new SharedArrayBuffer(4 * 300)).map((_, i) => ((i * 7919) % 101) - 50);
  const sorter = new ColumnSorter(100);
  for (const start of [0, 100, 200, 0]) {
    const column = memory.subarray(start, start + 100);
    expect([...sorter.sort(column).rows]).toEqual(slowlySorted(column));
  }
});

test.each([
  ["nothing", []],
  ["no value", [NaN, NaN]],
  ["one value throughout", [5, 5, NaN, 5]]
])("%s is sorted", (_, values) => {
  const column = Float32Array.from(values);
  expect([...new ColumnSorter(column.length).sort(column).rows]).toEqual(slowlySorted(column));
});
