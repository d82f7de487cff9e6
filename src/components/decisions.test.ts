import fc from "fast-check";
import {expect, test} from "vitest";
import {apportion, costOf, leastCost, perThousand, type Outcomes} from "./decisions.js";

const outcomes = fc.record({
  threshold: fc.integer({min: 300, max: 900}),
  falseNegatives: fc.nat(500),
  truePositives: fc.nat(500),
  falsePositives: fc.nat(5000),
  trueNegatives: fc.nat(5000)
});

test("a missed default costs as many refused good clients as the ratio says", () => {
  const at: Outcomes = {threshold: 550, falseNegatives: 3, truePositives: 7, falsePositives: 20, trueNegatives: 70};
  expect(costOf(at, 10)).toBe(50);
  expect(costOf(at, 2)).toBe(26);
});

test("no threshold costs less than the least", () => {
  fc.assert(
    fc.property(fc.array(outcomes, {minLength: 1, maxLength: 40}), fc.integer({min: 2, max: 50}), (all, ratio) => {
      const least = leastCost(all, ratio);
      for (const other of all) {
        expect(costOf(least, ratio)).toBeLessThanOrEqual(costOf(other, ratio));
        if (costOf(least, ratio) === costOf(other, ratio)) {
          expect(least.threshold).toBeLessThanOrEqual(other.threshold);
        }
      }
    })
  );
});

test("a dearer default never lowers the threshold", () => {
  // Nested decisions, as those of one score: a higher threshold refuses everyone whom a lower one refuses.
  const nested = fc.array(fc.tuple(fc.nat(30), fc.nat(300)), {minLength: 2, maxLength: 40}).map((steps) => {
    const defaults = steps.reduce((sum, [d]) => sum + d, 0);
    const good = steps.reduce((sum, [, g]) => sum + g, 0);
    let truePositives = 0;
    let falsePositives = 0;
    return steps.map(([d, g], threshold) => {
      const at = {
        threshold,
        truePositives,
        falsePositives,
        falseNegatives: defaults - truePositives,
        trueNegatives: good - falsePositives
      };
      truePositives += d;
      falsePositives += g;
      return at;
    });
  });
  fc.assert(
    fc.property(nested, fc.integer({min: 2, max: 49}), (all, ratio) => {
      expect(leastCost(all, ratio + 1).threshold).toBeGreaterThanOrEqual(leastCost(all, ratio).threshold);
    })
  );
});

test("choosing among no thresholds is refused", () => {
  expect(() => leastCost([], 10)).toThrow(RangeError);
});

test("apportioned people are whole, add up, and are within one of their share", () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(1e6), {minLength: 1, maxLength: 8}),
      fc.integer({min: 1, max: 2000}),
      (counts, total) => {
        const sum = counts.reduce((a, b) => a + b, 0);
        fc.pre(sum > 0);
        const whole = apportion(counts, total);
        expect(whole.reduce((a, b) => a + b, 0)).toBe(total);
        whole.forEach((value, i) => expect(Math.abs(value - (counts[i]! / sum) * total)).toBeLessThan(1));
      }
    )
  );
});

test("nobody is apportioned to nobody", () => {
  expect(apportion([0, 0], 1000)).toEqual([0, 0]);
});

test("four outcomes of 8,000 clients become four of 1,000", () => {
  expect(perThousand({trueNegatives: 5600, falseNegatives: 200, truePositives: 400, falsePositives: 1800})).toEqual({
    acceptedRepaid: 700,
    acceptedDefault: 25,
    refusedDefault: 50,
    refusedRepaid: 225
  });
});
