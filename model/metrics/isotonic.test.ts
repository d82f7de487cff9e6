import fc from "fast-check";
import {expect, test} from "vitest";
import {goldenCases} from "./golden/cases.ts";
import {fitIsotonic, fitIsotonicCalibration, isotonicAt} from "./isotonic.ts";

test.each(goldenCases)(
  "meets scikit-learn's isotonic regression on $label.length clients",
  ({score, label, isotonic}) => {
    const curve = fitIsotonic(score, label);
    score.forEach((one, i) => {
      expect(isotonicAt(curve, one)).toBeCloseTo(isotonic[i]!, 9);
    });
  }
);

const clients = fc
  .array(fc.record({score: fc.integer({min: -6, max: 6}), outcome: fc.integer({min: 0, max: 1})}), {
    minLength: 2,
    maxLength: 40
  })
  .filter((list) => new Set(list.map(({outcome}) => outcome)).size === 2);

test("never falls, keeps the number of defaults, and no other non-decreasing step is nearer", () => {
  fc.assert(
    fc.property(clients, (list) => {
      const scores = list.map(({score}) => score);
      const outcomes = list.map(({outcome}) => outcome);
      const curve = fitIsotonic(scores, outcomes);
      const fitted = scores.map((score) => isotonicAt(curve, score));
      for (let i = 1; i < curve.y.length; i++) {
        expect(curve.x[i]!).toBeGreaterThan(curve.x[i - 1]!);
        expect(curve.y[i]!).toBeGreaterThanOrEqual(curve.y[i - 1]!);
      }
      const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
      expect(sum(fitted)).toBeCloseTo(sum(outcomes), 9);
      // The minimax formula of isotonic regression (Barlow et al., 1972, theorem 1.4), as a slow oracle.
      const distinct = [...new Set(scores)].sort((a, b) => a - b);
      const mean = (from: number, to: number) => {
        const inside = list.filter(({score}) => score >= from && score <= to);
        return sum(inside.map(({outcome}) => outcome)) / inside.length;
      };
      for (const [i, score] of distinct.entries()) {
        const value = Math.max(
          ...distinct.slice(0, i + 1).map((from) => Math.min(...distinct.slice(i).map((to) => mean(from, to))))
        );
        expect(isotonicAt(curve, score)).toBeCloseTo(value, 9);
      }
    })
  );
});

test("is constant outside the scores that it was fitted on, and straight between them", () => {
  const curve = fitIsotonic([0, 1, 2, 3], [0, 0, 1, 1]);
  expect([-5, 0, 1, 1.5, 2, 9].map((score) => isotonicAt(curve, score))).toEqual([0, 0, 0, 0.5, 1, 1]);
});

test("needs both outcomes", () => {
  expect(() => fitIsotonic([1, 2], [1, 1])).toThrow(expect.objectContaining({code: "E_TARGET"}));
});

test("as a calibration it climbs from pool to pool, and never says that an outcome is certain", () => {
  fc.assert(
    fc.property(clients, (list) => {
      const scores = list.map(({score}) => score);
      const outcomes = list.map(({outcome}) => outcome);
      let calibration;
      try {
        calibration = fitIsotonicCalibration(scores, outcomes);
      } catch (error) {
        // One pool of all: the scores don't go with defaults.
        expect(new Set(fitIsotonic(scores, outcomes).y).size).toBe(1);
        expect(error).toMatchObject({code: "E_TARGET"});
        return;
      }
      const {x, y} = calibration;
      for (let i = 0; i < x.length; i++) {
        expect(y[i]).toBeGreaterThan(0);
        expect(y[i]).toBeLessThan(1);
        if (i === 0) continue;
        expect(x[i]).toBeGreaterThan(x[i - 1]!);
        expect(y[i]).toBeGreaterThanOrEqual(y[i - 1]!);
      }
    })
  );
});

test("a pool is a knot at the mean of its scores, worth its share of defaults", () => {
  // Two pools: the first four scores, of which one defaulted, and the last four, of which three did.
  const scores = [-4, -3, -2, -1, 1, 2, 3, 6];
  const outcomes = [0, 1, 0, 0, 1, 1, 1, 0];
  expect(fitIsotonicCalibration(scores, outcomes)).toEqual({
    method: "isotonic",
    x: [-4, -2, 3],
    y: [1 / 3, 1 / 3, 3 / 4]
  });
});
