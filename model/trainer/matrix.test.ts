import {expect, test} from "vitest";
import {checkLabels, checkMatrix, createMatrix} from "./matrix.ts";

test("a matrix is in shared memory", () => {
  const {columns} = createMatrix(3, [{id: "age", categories: null}]);
  expect(columns[0]!.buffer).toBeInstanceOf(SharedArrayBuffer);
  expect(columns[0]).toHaveLength(3);
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
