import {expect, test} from "vitest";
import {directionQuality} from "./direction.ts";

const rows = 60;
const value = (row: number) => row - 30;
const feature = (id: string, direction: "raises" | "lowers" | "none") => ({id, direction, unit: "number" as const});

function table(functions: ((value: number) => number)[]) {
  const values = new Float64Array(rows * functions.length);
  functions.forEach((f, i) => {
    for (let row = 0; row < rows; row++) values[row * functions.length + i] = f(value(row));
  });
  const columns = functions.map(() => Float64Array.from({length: rows}, (_, row) => value(row)));
  return {contributions: {rows, values}, columns};
}

test("a feature agrees when higher values do to the risk what is expected of them", () => {
  const {contributions, columns} = table([(x) => x, (x) => -(x ** 3), (x) => -x, () => 0]);
  const features = [
    feature("late", "raises"),
    feature("income", "lowers"),
    feature("debt", "raises"),
    feature("unused", "raises")
  ];
  const quality = directionQuality(contributions, columns, features, [3, 5, 2, 0]);
  expect(quality).toMatchObject({clients: rows, checked: 3, agreeing: 2, agreeingMovement: 0.8});
  expect(quality.contrary).toEqual([{id: "debt", expected: "raises", correlation: -1, meanAbsPoints: 2}]);
});

test("features without an expectation, categories and flat ones aren't judged; the weightiest contrary one is first", () => {
  const {contributions, columns} = table([(x) => x, (x) => x, () => 1, (x) => x, (x) => x]);
  const features = [
    feature("age", "none"),
    {...feature("job", "raises"), unit: "category" as const},
    feature("flat", "raises"),
    feature("small", "lowers"),
    feature("large", "lowers")
  ];
  const quality = directionQuality(contributions, columns, features, [9, 9, 9, 1, 2]);
  expect(quality).toMatchObject({checked: 2, agreeing: 0, agreeingMovement: 0});
  expect(quality.contrary.map(({id}) => id)).toEqual(["large", "small"]);
});

test("clients whose value is unknown don't count", () => {
  const {contributions, columns} = table([(x) => x]);
  for (let row = 0; row < 30; row++) {
    columns[0]![row] = NaN;
    contributions.values[row] = 1000;
  }
  expect(directionQuality(contributions, columns, [feature("late", "raises")], [1]).agreeing).toBe(1);
});
