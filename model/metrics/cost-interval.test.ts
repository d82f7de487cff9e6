import {expect, test} from "vitest";
import {costByRatio, costIntervals} from "./cost-interval.ts";
import {costOf, leastCostPolicy, outcomesByThreshold} from "./cost.ts";
import {moneyByThreshold} from "./money.ts";
import {createRandom} from "./random.ts";

/** Clients whose points tell something of their outcome. */
function draw(clients: number, seed: number) {
  const random = createRandom(seed);
  const outcomes = Array.from({length: clients}, () => (random() < 0.1 ? 1 : 0));
  const points = outcomes.map((outcome) => Math.round(500 + 80 * (random() + random() + random()) - 40 * outcome));
  return {outcomes, points};
}

test("the interval holds the figure, narrows with more clients, and is the same for a seed", () => {
  const few = draw(500, 1);
  const many = draw(20_000, 1);
  const wide = costIntervals(few.points, few.outcomes, 10, {samples: 300, seed: 1});
  const narrow = costIntervals(many.points, many.outcomes, 10, {samples: 100, seed: 1});
  for (const {threshold, costPerClient} of [wide, narrow]) {
    expect(threshold.low).toBeLessThanOrEqual(threshold.value);
    expect(threshold.high).toBeGreaterThanOrEqual(threshold.value);
    expect(costPerClient.low).toBeLessThan(costPerClient.value);
    expect(costPerClient.high).toBeGreaterThan(costPerClient.value);
  }
  const width = ({costPerClient: {low, high}}: typeof wide) => high - low;
  expect(width(narrow)).toBeLessThan(width(wide) / 3);
  expect(costIntervals(few.points, few.outcomes, 10, {samples: 300, seed: 1})).toEqual(wide);
});

test("95 % intervals of the cost hold the cost in the population at least 83 times of 100, for a threshold that the sample chose itself", () => {
  const population = draw(200_000, 7);
  const all = outcomesByThreshold(population.points, population.outcomes);
  let held = 0;
  for (let trial = 0; trial < 200; trial++) {
    const from = trial * 1000;
    const points = population.points.slice(from, from + 1000);
    const outcomes = population.outcomes.slice(from, from + 1000);
    const {threshold, costPerClient} = costIntervals(points, outcomes, 10, {samples: 200, seed: trial});
    const inAll = all.find((at) => at.threshold === threshold.value)!;
    const truth = costOf(inAll, 10) / 200_000;
    if (costPerClient.low <= truth && truth <= costPerClient.high) held++;
  }
  // A threshold that wasn't chosen on the same clients would give 190 of 200.
  expect(held).toBeGreaterThanOrEqual(166);
});

test("a missed default that costs more raises the threshold, and the cost never exceeds either extreme", () => {
  const {points, outcomes} = draw(5000, 3);
  const thresholds = outcomesByThreshold(points, outcomes);
  const curve = costByRatio(thresholds, [2, 5, 10, 20, 50]);
  curve.forEach(({costRatio, threshold, cost, acceptAll, refuseAll}, i) => {
    expect(threshold).toBe(leastCostPolicy(thresholds, costRatio).threshold);
    expect(cost).toBeLessThanOrEqual(Math.min(acceptAll, refuseAll));
    if (i > 0) expect(threshold).toBeGreaterThanOrEqual(curve[i - 1]!.threshold);
    if (i > 0) expect(curve[i]!.accepted).toBeLessThanOrEqual(curve[i - 1]!.accepted);
  });
});

test("money is counted client by client at each threshold", () => {
  const points = [500, 500, 510, 520];
  const outcomes = [1, 0, 1, 0];
  const credits = [1000, 2000, NaN, 3000];
  const money = moneyByThreshold(points, outcomes, credits, {lossGivenDefault: 0.5, margin: 0.1});
  const at = (threshold: number) => money.find((one) => one.threshold === threshold);
  expect(money).toHaveLength(22);
  expect(at(500)).toEqual({threshold: 500, losses: 500 + 1000, marginForgone: 0});
  expect(at(501)).toEqual({threshold: 501, losses: 1000, marginForgone: 200});
  expect(at(511)).toEqual({threshold: 511, losses: 0, marginForgone: 200});
  expect(at(521)).toEqual({threshold: 521, losses: 0, marginForgone: 500});
  expect(() => moneyByThreshold([1], [1], [NaN], {lossGivenDefault: 0.5, margin: 0.1})).toThrow(/no client's amount/);
});
