import {expect, test} from "vitest";
import {encodeDesign, fitDesign} from "./design-matrix.ts";
import {createMatrix} from "./matrix.ts";

/** 60 rows: a number that every third row lacks, a category, an empty column and a constant one. */
function example() {
  const matrix = createMatrix(60, [
    {id: "amount", categories: null},
    {id: "kind", categories: ["a", "b", "rare"]},
    {id: "empty", categories: null},
    {id: "constant", categories: null}
  ]);
  for (let row = 0; row < 60; row++) {
    matrix.columns[0]![row] = row % 3 === 0 ? NaN : row;
    matrix.columns[1]![row] = row === 7 ? 2 : row === 8 ? NaN : row % 2;
    matrix.columns[2]![row] = NaN;
    matrix.columns[3]![row] = 5;
  }
  return matrix;
}
const all = Int32Array.from({length: 60}, (_, row) => row);

test("numbers are centred and scaled, gaps are the median and flagged, categories have a flag each", () => {
  const matrix = example();
  const encoder = fitDesign(matrix, all);
  expect(encoder.width).toBe(4);
  const design = encodeDesign(encoder, matrix, all);
  const column = (j: number) => Array.from(all, (row) => design[row * 4 + j]!);
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  expect(mean(column(0))).toBeCloseTo(0, 9);
  expect(mean(column(0).map((value) => value ** 2))).toBeCloseTo(1, 9);
  expect(new Set(column(0).filter((_, row) => row % 3 === 0)).size).toBe(1);
  expect(column(1)).toEqual(Array.from(all, (row) => Number(row % 3 === 0)));
  expect(column(2)[6]).toBe(1);
  expect([column(2)[7], column(3)[7], column(2)[8], column(3)[8]]).toEqual([0, 0, 0, 0]);
});

test("what is learnt comes from the training rows alone", () => {
  const matrix = example();
  const before = fitDesign(matrix, all.slice(0, 50));
  matrix.columns[0]!.fill(1e6, 50);
  expect(fitDesign(matrix, all.slice(0, 50))).toEqual(before);
  const design = encodeDesign(before, matrix, Int32Array.of(55));
  expect(design[0]).toBe(6);
});
