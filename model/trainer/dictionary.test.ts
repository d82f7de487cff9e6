import fc from "fast-check";
import {expect, test} from "vitest";
import {encodeMatrix} from "./dictionary.ts";

const float = fc.oneof(fc.float({noDefaultInfinity: true}), fc.constantFrom(0, -0, 1, -1, NaN));

test("codes are places among the sorted distinct values, missing after the last", () => {
  fc.assert(
    fc.property(fc.array(float), (list) => {
      const column = Float32Array.from(list);
      const matrix = {rows: list.length, inputs: [{id: "x", categories: null}], columns: [column]};
      const {values, codes, size} = encodeMatrix(matrix).columns[0]!;
      const distinct = [...new Set([...column].filter((x) => !Number.isNaN(x)).map((x) => x + 0))].sort(
        (a, b) => a - b
      );
      expect([...values]).toEqual(distinct);
      expect(size).toBe(distinct.length);
      for (const [row, value] of column.entries()) {
        if (Number.isNaN(value)) expect(codes[row]).toBe(size);
        else expect(values[codes[row]!]).toBe(value + 0);
      }
    })
  );
});

test("categories keep their codes, and so many of them that 16 bits don't do", () => {
  const categories = Array.from({length: 70_000}, (_, i) => String(i));
  const matrix = {rows: 3, inputs: [{id: "x", categories}], columns: [Float32Array.of(69_999, NaN, 0)]};
  expect([...encodeMatrix(matrix).columns[0]!.codes]).toEqual([69_999, 70_000, 0]);
});

test("columns are in shared memory", () => {
  const matrix = {rows: 1, inputs: [{id: "x", categories: null}], columns: [Float32Array.of(1)]};
  const {codes, values} = encodeMatrix(matrix).columns[0]!;
  expect(codes.buffer).toBeInstanceOf(SharedArrayBuffer);
  expect(values.buffer).toBeInstanceOf(SharedArrayBuffer);
});
