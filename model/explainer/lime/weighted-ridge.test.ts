import fc from "fast-check";
import {expect, test} from "vitest";
import {createRandom} from "../../metrics/random.ts";
import {fitRidge, weightedMoments} from "./weighted-ridge.ts";

function draw(seed: number, rows: number, width: number) {
  const random = createRandom(seed);
  return {
    design: Array.from({length: rows * width}, () => (random() < 0.3 ? 0 : random() * 2 - 1)),
    labels: Array.from({length: rows}, () => random() * 4 - 2),
    weights: Array.from({length: rows}, () => random())
  };
}

test("no other line has a smaller penalised error", () => {
  fc.assert(
    fc.property(
      fc.integer({min: 1, max: 1e6}),
      fc.integer({min: 1, max: 6}),
      fc.double({min: 0.01, max: 10, noNaN: true}),
      (seed, width, penalty) => {
        const {design, labels, weights} = draw(seed, 30, width);
        const all = Array.from({length: width}, (_, column) => column);
        const {intercept, coefficients, rSquared} = fitRidge(
          weightedMoments(design, labels, weights, width),
          all,
          penalty
        );
        const errors = (constant: number, slopes: ArrayLike<number>) =>
          labels.map((label, row) =>
            all.reduce((rest, column) => rest - design[row * width + column]! * slopes[column]!, label - constant)
          );
        const weighted = (values: number[]) => values.reduce((sum, value, row) => sum + weights[row]! * value ** 2, 0);
        const loss = (constant: number, slopes: Float64Array) =>
          weighted(errors(constant, slopes)) + penalty * slopes.reduce((sum, slope) => sum + slope ** 2, 0);
        const least = loss(intercept, coefficients);
        for (const step of [-1e-3, 1e-3]) {
          expect(loss(intercept + step, coefficients)).toBeGreaterThan(least);
          for (const column of all) {
            const moved = coefficients.slice();
            moved[column]! += step;
            expect(loss(intercept, moved)).toBeGreaterThan(least);
          }
        }
        // R² by its definition.
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        const mean = labels.reduce((sum, label, row) => sum + weights[row]! * label, 0) / total;
        const byDefinition =
          1 - weighted(errors(intercept, coefficients)) / weighted(labels.map((label) => label - mean));
        expect(Math.abs(rSquared - byDefinition)).toBeLessThan(1e-12);
      }
    ),
    {numRuns: 100}
  );
});

test("a column of ones and zeros is the same line as that of zeros and ones, upside down", () => {
  const random = createRandom(2);
  const column = Array.from({length: 40}, () => (random() < 0.8 ? 1 : 0));
  const {labels, weights} = draw(3, 40, 1);
  const fit = (design: number[]) => fitRidge(weightedMoments(design, labels, weights, 1), [0], 0.5);
  const up = fit(column);
  const down = fit(column.map((one) => 1 - one));
  expect(down.coefficients[0]).toBeCloseTo(-up.coefficients[0]!, 12);
  expect(down.intercept).toBeCloseTo(up.intercept + up.coefficients[0]!, 12);
  expect(down.rSquared).toBeCloseTo(up.rSquared, 12);
});

test("a weight of two is a row twice", () => {
  const {design, labels} = draw(5, 20, 3);
  const twice = weightedMoments([...design, ...design.slice(0, 3)], [...labels, labels[0]!], Array(21).fill(1), 3);
  const heavy = weightedMoments(design, labels, [2, ...(Array(19).fill(1) as number[])], 3);
  const [a, b] = [fitRidge(twice, [0, 1, 2], 1), fitRidge(heavy, [0, 1, 2], 1)];
  a.coefficients.forEach((coefficient, i) => expect(Math.abs(coefficient - b.coefficients[i]!)).toBeLessThan(1e-12));
  expect(Math.abs(a.intercept - b.intercept)).toBeLessThan(1e-12);
});

test("labels that are all the same need no slope, and are told in full", () => {
  const {design, weights} = draw(9, 20, 3);
  const fit = fitRidge(weightedMoments(design, Array(20).fill(0.1), weights, 3), [0, 1, 2], 1);
  expect(fit).toEqual({intercept: 0.1, coefficients: new Float64Array(3), rSquared: 1});
});

test("columns that repeat one another share the slope", () => {
  const column = [1, 0, 1, 1, 0, 0, 1, 0];
  const labels = column.map((value) => 3 * value);
  const moments = weightedMoments(
    column.flatMap((value) => [value, value]),
    labels,
    Array(8).fill(1),
    2
  );
  const {coefficients} = fitRidge(moments, [0, 1], 1e-6);
  coefficients.forEach((coefficient) => expect(coefficient).toBeCloseTo(1.5, 5));
});

test("what cannot be fitted is refused", () => {
  const moments = weightedMoments([1, 0], [1, 2], [1, 1], 1);
  expect(() => fitRidge(moments, [0], 0)).toThrow(expect.objectContaining({code: "E_PARAMETER"}));
  expect(() => weightedMoments([1, 0], [1, NaN], [1, 1], 1)).toThrow(
    expect.objectContaining({code: "E_MODEL", place: {row: 2, value: "NaN"}})
  );
  expect(() => weightedMoments([1, 0], [1, 2], [0, 0], 1)).toThrow(/weights add up to 0/);
  expect(() => weightedMoments([1, 0, 1], [1, 2], [1, 1], 1)).toThrow(expect.objectContaining({code: "E_PARAMETER"}));
});
