import fc from "fast-check";
import {expect, test} from "vitest";
import {apportion, roundContributions} from "./apportion.ts";

const points = fc.double({min: -200, max: 200, noNaN: true});
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

test("parts add up to the total, each within 1 of its exact value, none against its sign", () => {
  fc.assert(
    fc.property(fc.array(points, {minLength: 1, maxLength: 30}), (parts) => {
      const total = Math.round(sum(parts)) + 0;
      const whole = apportion(parts, total);
      expect(sum(whole)).toBe(total);
      whole.forEach((part, i) => {
        expect(Math.abs(part - parts[i]!)).toBeLessThan(1);
        expect(part * parts[i]!).toBeGreaterThanOrEqual(0);
        expect(Object.is(part, -0)).toBe(false);
      });
    })
  );
});

test("no other whole parts are nearer", () => {
  const distance = (whole: readonly number[], parts: readonly number[]): number =>
    sum(whole.map((part, i) => Math.abs(part - parts[i]!)));
  fc.assert(
    fc.property(fc.array(fc.double({min: -3, max: 3, noNaN: true}), {minLength: 1, maxLength: 5}), (parts) => {
      const total = Math.round(sum(parts));
      const best = distance(apportion(parts, total), parts);
      // Every way of rounding each part down or up.
      for (let choice = 0; choice < 2 ** parts.length; choice++) {
        const other = parts.map((part, i) => Math.floor(part) + ((choice >> i) & 1));
        if (sum(other) === total) expect(distance(other, parts)).toBeGreaterThanOrEqual(best - 1e-9);
      }
    })
  );
});

test("ties go to the larger part, then to the earlier one, whatever the sign", () => {
  expect(apportion([1.5, 2.5, 0.5], 5)).toEqual([2, 3, 0]);
  expect(apportion([0.5, 0.5], 1)).toEqual([1, 0]);
  expect(apportion([-0.5, -0.5], -1)).toEqual([0, -1]);
});

test("nothing stays nothing, also when the total is far from the parts", () => {
  expect(apportion([0, 1.2, 0, 0.6], 2)).toEqual([0, 1, 0, 1]);
  expect(apportion([0, 1.2, 0, 0.6], 7)).toEqual([0, 4, 0, 3]);
  expect(apportion([0, 1.2, 0, 0.6], -3)).toEqual([0, -1, 0, -2]);
  expect(apportion([0, 0], 1)).toEqual([1, 0]);
  expect(apportion([], 0)).toEqual([]);
});

test("base, families, themes and features add up to the points shown, and the base is everyone's", () => {
  const contribution = fc.record({
    family: fc.constantFrom("a", "b", "c", "d"),
    theme: fc.constantFrom("x", "y", "z"),
    points
  });
  fc.assert(
    fc.property(
      fc.double({min: 400, max: 700, noNaN: true}),
      fc.array(contribution, {minLength: 1, maxLength: 40}),
      (base, all) => {
        const contributions = all.map((one) => one.points);
        const familyOf = all.map((one) => one.family);
        const themeOf = all.map((one) => one.theme);
        const shown = Math.round(base + sum(contributions)) + 0;
        const rounded = roundContributions(base, contributions, familyOf, shown, themeOf);
        expect(rounded.base).toBe(Math.round(base));
        expect(rounded.base + sum(rounded.families.map((family) => family.points))).toBe(shown);
        for (const {family, points: total} of rounded.families) {
          expect(sum(rounded.features.filter((_, i) => familyOf[i] === family))).toBe(total);
        }
        for (const {points: total, features} of rounded.themes) {
          expect(new Set(features.map((i) => `${familyOf[i]} ${themeOf[i]}`)).size).toBe(1);
          expect(sum(features.map((i) => rounded.features[i]!))).toBe(total);
          // However many features a theme has, it is told within 2 points of its exact sum.
          expect(Math.abs(total - sum(features.map((i) => contributions[i]!)))).toBeLessThan(2);
        }
        expect(rounded.themes.flatMap(({features}) => features).toSorted((a, b) => a - b)).toEqual(
          all.map((_, i) => i)
        );
        rounded.features.forEach((part, i) => {
          expect(Math.abs(part - contributions[i]!)).toBeLessThan(3);
          expect(part * contributions[i]!).toBeGreaterThanOrEqual(0);
        });
      }
    )
  );
});

test("without themes each feature is its own", () => {
  const rounded = roundContributions(500, [1.4, -2.6, 3.3], ["a", "b", "a"], 502);
  expect(rounded.themes).toEqual([
    {points: 2, features: [0]},
    {points: 3, features: [2]},
    {points: -3, features: [1]}
  ]);
});
