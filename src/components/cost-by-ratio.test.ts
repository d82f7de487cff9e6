import {expect, test} from "vitest";
import {reports} from "../../methodology/fixture.ts";
import {costIntervalSentence} from "./cost-by-ratio-sentence.js";
import {ratiosWithPolicy} from "./cost-by-ratio.js";

const {performance} = reports();
const point = {threshold: 500, cost: 1, acceptAll: 2, refuseAll: 3, accepted: 0.9, acceptedDefaults: 0.05};
const outcomes = performance.thresholds.find(({threshold}) => threshold === performance.policy.threshold)!;

test("a ratio in force that was not searched takes its place among the others, with what its threshold gives", () => {
  const costByRatio = [2, 50].map((costRatio) => ({...point, costRatio}));
  const [low, inForce, high] = ratiosWithPolicy({...performance, costByRatio});
  expect([low, high]).toEqual(costByRatio);
  expect(inForce).toMatchObject({costRatio: 10, threshold: outcomes.threshold, cost: performance.cost.policy});
  expect(inForce!.accepted).toBeCloseTo((22 + 545) / 800, 12);
  expect(inForce!.acceptedDefaults).toBeCloseTo(22 / (22 + 545), 12);
});

test("a ratio in force that was searched is told once", () => {
  const costByRatio = [2, 10, 50].map((costRatio) => ({...point, costRatio}));
  expect(ratiosWithPolicy({...performance, costByRatio})).toEqual(costByRatio);
});

test("both intervals are told in cases of 100, the cost per 1,000 applications", () => {
  expect(costIntervalSentence(performance, "en")).toMatch(
    /another 800 clients.* between 541 and 562 points in 95 cases of 100; .* 470 to 530 in 95 cases of 100/
  );
  expect(costIntervalSentence(performance, "fr")).toMatch(
    /entre 541 et 562 points .* de 470 à 530 dans 95 cas sur 100/
  );
});
