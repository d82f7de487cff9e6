import {expect, test} from "vitest";
import golden from "./golden/logistic.json" with {type: "json"};
import {fitLogistic, logisticScore} from "./logistic.ts";
import {minimise} from "./minimise.ts";

const width = golden.X[0]!.length;
const rows = Float64Array.from(golden.X.flat());

test.each(golden.fits)("meets scikit-learn's fit with C = $C and class weight $class_weight", (fit) => {
  const model = fitLogistic(rows, width, golden.y, {C: fit.C, balanced: fit.class_weight === "balanced"});
  fit.coef.forEach((coefficient, j) => {
    expect(Math.abs(model.coefficients[j]! - coefficient)).toBeLessThan(1e-6);
  });
  expect(Math.abs(model.intercept - fit.intercept)).toBeLessThan(1e-6);
  fit.probability_first_20.forEach((probability, i) => {
    const score = logisticScore(model, rows, i * width);
    expect(Math.abs(1 / (1 + Math.exp(-score)) - probability)).toBeLessThan(1e-6);
  });
});

test("a row of weight 2 counts as the row twice", () => {
  const twice = Float64Array.from([...golden.X, golden.X[0]!].flat());
  const weights = Float64Array.from(golden.y, (_, i) => (i === 0 ? 2 : 1));
  const weighted = fitLogistic(rows, width, golden.y, {weights, C: 0.5});
  const repeated = fitLogistic(twice, width, [...golden.y, golden.y[0]!], {C: 0.5});
  weighted.coefficients.forEach((coefficient, j) => {
    expect(coefficient).toBeCloseTo(repeated.coefficients[j]!, 6);
  });
});

test("columns that part the outcomes perfectly, are constant or are equal keep finite coefficients", () => {
  const values = Float64Array.from([0, 5, 1, 1, 0, 5, 1, 1, 1, 5, 2, 2, 1, 5, 2, 2]);
  const {coefficients, intercept} = fitLogistic(values, 4, [0, 0, 1, 1]);
  expect([...coefficients, intercept].every(Number.isFinite)).toBe(true);
  expect(coefficients[2]).toBeCloseTo(coefficients[3]!, 9);
});

test("one outcome alone, or a penalty without end, is refused", () => {
  expect(() =>
    fitLogistic(
      rows,
      width,
      golden.y.map(() => 0)
    )
  ).toThrow(expect.objectContaining({code: "E_TARGET"}));
  expect(() => fitLogistic(rows, width, golden.y, {C: 0})).toThrow(expect.objectContaining({code: "E_PARAMETER"}));
});

test("the minimum of Rosenbrock's valley is found", () => {
  const x = Float64Array.of(-1.2, 1);
  minimise(
    ([a, b], gradient) => {
      gradient[0] = -400 * a! * (b! - a! * a!) - 2 * (1 - a!);
      gradient[1] = 200 * (b! - a! * a!);
      return 100 * (b! - a! * a!) ** 2 + (1 - a!) ** 2;
    },
    x,
    {tolerance: 1e-10}
  );
  expect(x[0]).toBeCloseTo(1, 8);
  expect(x[1]).toBeCloseTo(1, 8);
});
