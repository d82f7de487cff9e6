import {expect, test} from "vitest";
import {checkLabels, checkMatrix, columnsOfMatrix, createMatrix, rowsOfMatrix} from "./matrix.ts";

test("a matrix is in shared memory", () => {
  const {columns} = createMatrix(3, [{id: "age", categories: null}]);
  expect(columns[0]!.buffer).toBeInstanceOf(SharedArrayBuffer);
  expect(columns[0]).toHaveLength(3);
});

test("rows are taken in the order asked for, and are a copy", () => {
  const matrix = createMatrix(4, [
    {id: "age", categories: null},
    {id: "contract", categories: ["a", "b"]}
  ]);
  matrix.columns[0]!.set([20, 30, NaN, 50]);
  matrix.columns[1]!.set([0, 1, 1, 0]);
  const part = rowsOfMatrix(matrix, [2, 0, 2]);
  expect(part).toEqual({
    rows: 3,
    inputs: matrix.inputs,
    columns: [new Float32Array([NaN, 20, NaN]), new Float32Array([1, 0, 1])]
  });
  expect(part.columns[0]!.buffer).toBeInstanceOf(SharedArrayBuffer);
  part.columns[0]![1] = 99;
  expect(matrix.columns[0]![0]).toBe(20);
});

test("columns are taken in the order asked for, and are the same memory", () => {
  const matrix = createMatrix(2, [
    {id: "age", categories: null},
    {id: "amount", categories: null},
    {id: "contract", categories: ["a", "b"]}
  ]);
  const part = columnsOfMatrix(matrix, [2, 0]);
  expect(part.rows).toBe(2);
  expect(part.inputs.map(({id}) => id)).toEqual(["contract", "age"]);
  expect(part.columns[0]).toBe(matrix.columns[2]);
  expect(part.columns[1]).toBe(matrix.columns[0]);
});

test("an infinite number is refused with its column and row", () => {
  const matrix = createMatrix(3, [{id: "age", categories: null}]);
  matrix.columns[0]![1] = Infinity;
  expect(() => checkMatrix(matrix)).toThrow(
    expect.objectContaining({code: "E_VALUE_RANGE", place: {column: "age", row: 2, value: "Infinity"}})
  );
});

test.each([-1, 2, 0.5])("%d is no code of two categories", (code) => {
  const matrix = createMatrix(1, [{id: "contract", categories: ["a", "b"]}]);
  matrix.columns[0]![0] = code;
  expect(() => checkMatrix(matrix)).toThrow(expect.objectContaining({code: "E_VALUE_RANGE"}));
});

test("missing values are welcome", () => {
  const matrix = createMatrix(1, [{id: "contract", categories: ["a", "b"]}]);
  matrix.columns[0]![0] = NaN;
  expect(() => checkMatrix(matrix)).not.toThrow();
});

test("columns must be as many as the inputs, and as long as the rows", () => {
  const matrix = createMatrix(2, [{id: "age", categories: null}]);
  expect(() => checkMatrix({...matrix, columns: []})).toThrow(expect.objectContaining({code: "E_COLUMN_MISSING"}));
  expect(() => checkMatrix({...matrix, rows: 3})).toThrow(expect.objectContaining({code: "E_COLUMN_MISSING"}));
});

test.each([
  ["of one class", [1, 1, 1]],
  ["neither 0 nor 1", [0, 1, 2]],
  ["missing", [0, 1, NaN]],
  ["fewer than the rows", [0, 1]]
])("outcomes that are %s cannot train", (_, labels) => {
  expect(() => checkLabels(labels, 3)).toThrow(expect.objectContaining({code: "E_TARGET"}));
});
