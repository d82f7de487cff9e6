import fc from "fast-check";
import {expect, test} from "vitest";
import {curveShape, roundStep} from "./global-curve-shape.js";

const curve = (means: readonly number[], values = means.map((_, i) => i)) =>
  means.map((mean, i) => ({value: values[i]!, mean}));

test("a line has the slope that it has, and changes sign where it crosses zero", () => {
  const shape = curveShape(curve([-4, -2, 0.5, 2, 4, 6]))!;
  expect(shape).toMatchObject({trend: "rises", flatBefore: false, flatAfter: false, jump: null});
  expect(shape.crossing).toBeCloseTo(1.8);
  expect(shape.slope!.step).toBe(1);
  expect(shape.slope!.effect).toBeCloseTo(2, 1);
});

test("flat ends are told apart from where the curve changes", () => {
  const shape = curveShape(curve([9, 9, 9.1, 6, 3, 0, -3, -3, -3.2]))!;
  expect(shape).toMatchObject({trend: "falls", from: 2, to: 6, flatBefore: true, flatAfter: true});
  expect(shape.slope!.effect).toBeCloseTo(-3, 1);
});

test("a step has a place instead of a slope", () => {
  const shape = curveShape(curve([-8, -8, -8, -8, 5, 5, 5, 5, 5, 5, 5]))!;
  expect(shape.slope).toBeNull();
  expect(shape.jump).toEqual({from: 3, to: 4, effect: 13});
});

test("a curve that comes back has neither trend nor slope, but its highest and lowest points", () => {
  const shape = curveShape(curve([0, 3, 6, 3, -1]))!;
  expect(shape).toMatchObject({trend: null, slope: null, flatBefore: false, flatAfter: false});
  expect([shape.highest.value, shape.lowest.value]).toEqual([2, 4]);
});

test("a sign that changes there and back is no crossing, unless by less than one would notice", () => {
  expect(curveShape(curve([-3, 3, -3, 4]))!.crossing).toBeNull();
  expect(curveShape(curve([-3, 0.1, -1, 4]))!.crossing).toBeCloseTo(2.2);
  expect(curveShape(curve([1, 2, 3]))!.crossing).toBeNull();
});

test("what doesn't change has no shape", () => {
  expect(curveShape(curve([2, 2, 2]))).toBeNull();
  expect(curveShape(curve([2]))).toBeNull();
});

test("wherever a curve is said to change, cross or jump is between its first value and its last", () => {
  const means = fc.array(fc.double({min: -50, max: 50, noNaN: true}), {minLength: 2, maxLength: 20});
  fc.assert(
    fc.property(means, (means) => {
      const shape = curveShape(curve(means));
      fc.pre(shape !== null);
      const {from, to, crossing, jump, highest, lowest} = shape!;
      for (const value of [from, to, crossing ?? from, jump?.from ?? from, jump?.to ?? to]) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(means.length - 1);
      }
      expect(from).toBeLessThanOrEqual(to);
      expect([lowest.mean, highest.mean]).toEqual([Math.min(...means), Math.max(...means)]);
    })
  );
});

test("a round step is one, two or five of a power of ten, and never more than what was asked", () => {
  expect([0.035, 0.2, 7, 1000, 4999].map(roundStep)).toEqual([0.02, 0.2, 5, 1000, 2000]);
  fc.assert(
    fc.property(fc.double({min: 1e-6, max: 1e9, noNaN: true}), (size) => {
      const step = roundStep(size);
      expect(step).toBeLessThanOrEqual(size * (1 + 1e-6));
      expect(step).toBeGreaterThan(size / 2.5 / (1 + 1e-6));
    })
  );
});
