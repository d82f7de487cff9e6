import fc from "fast-check";
import {expect, test} from "vitest";
import {costOf, leastCostPolicy, outcomesByThreshold} from "./cost.ts";
import {goldenCases} from "./golden/cases.ts";

const portfolio = fc
  .array(fc.tuple(fc.integer({min: 400, max: 460}), fc.boolean()), {minLength: 2, maxLength: 60})
  .filter((rows) => rows.some(([, bad]) => bad) && rows.some(([, bad]) => !bad))
  .map((rows) => ({points: rows.map(([points]) => points), outcomes: rows.map(([, bad]) => Number(bad))}));

test.each(goldenCases)("finds the least cost and its threshold on $label.length clients", (golden) => {
  // A client's points are the rank of the score, the safest highest; there, "refused from this score" is one point up.
  const distinct = [...new Set(golden.score)].sort((a, b) => b - a);
  const points = golden.score.map((score) => distinct.indexOf(score));
  const thresholds = outcomesByThreshold(points, golden.label);
  const {threshold} = leastCostPolicy(thresholds, 10);
  const [cost, refusedFrom] = golden.min_cost_10_1 as [number, number];
  expect(
    costOf(
      thresholds.find((one) => one.threshold === threshold)!,
      10
    )
  ).toBe(cost);
  expect(distinct[threshold - 1]).toBeCloseTo(refusedFrom, 9);
});

test("the outcomes of a threshold are those of counting client by client", () => {
  fc.assert(
    fc.property(portfolio, ({points, outcomes}) => {
      const count = (matches: (points: number, outcome: number) => boolean): number =>
        points.filter((one, i) => matches(one, outcomes[i]!)).length;
      const thresholds = outcomesByThreshold(points, outcomes);
      expect(thresholds[0]!.threshold).toBe(Math.min(...points));
      expect(thresholds.at(-1)!.threshold).toBe(Math.max(...points) + 1);
      thresholds.forEach((one, i) => {
        expect(one).toEqual({
          threshold: thresholds[0]!.threshold + i,
          falseNegatives: count((p, bad) => p >= one.threshold && bad === 1),
          truePositives: count((p, bad) => p < one.threshold && bad === 1),
          falsePositives: count((p, bad) => p < one.threshold && bad === 0),
          trueNegatives: count((p, bad) => p >= one.threshold && bad === 0)
        });
      });
    })
  );
});

test("no threshold costs less than the policy's, none below it costs the same, and the band stays within tolerance", () => {
  fc.assert(
    fc.property(portfolio, fc.double({min: 0.5, max: 20, noNaN: true}), ({points, outcomes}, ratio) => {
      const thresholds = outcomesByThreshold(points, outcomes);
      const policy = leastCostPolicy(thresholds, ratio, 0.05);
      const costAt = new Map(thresholds.map((one) => [one.threshold, costOf(one, ratio)]));
      const least = Math.min(...costAt.values());
      expect(costAt.get(policy.threshold)).toBe(least);
      const cheapest = [...costAt].filter(([, cost]) => cost === least).map(([threshold]) => threshold);
      expect(policy.threshold).toBe(Math.min(...cheapest));
      for (let at = policy.reviewFrom; at <= policy.reviewTo; at++) {
        expect(costAt.get(at)).toBeLessThanOrEqual(least * 1.05);
      }
      expect(policy.reviewFrom).toBeLessThanOrEqual(policy.threshold);
      expect(policy.reviewTo).toBeGreaterThanOrEqual(policy.threshold);
      for (const beyond of [policy.reviewFrom - 1, policy.reviewTo + 1]) {
        expect(costAt.get(beyond) ?? Infinity).toBeGreaterThan(least * 1.05);
      }
    })
  );
});

test("a dearer missed default never lowers the threshold", () => {
  fc.assert(
    fc.property(portfolio, ({points, outcomes}) => {
      const thresholds = outcomesByThreshold(points, outcomes);
      const chosen = [0.5, 1, 5, 10, 50].map((ratio) => leastCostPolicy(thresholds, ratio).threshold);
      expect(chosen).toEqual([...chosen].sort((a, b) => a - b));
    })
  );
});
