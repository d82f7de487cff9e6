import {expect, test} from "vitest";
import {moneyByThreshold} from "../model/metrics/money.ts";
import {createRandom} from "../model/metrics/random.ts";
import {contenderCosts} from "./contender-costs.ts";

const assumptions = {costRatio: 10, lossGivenDefault: 0.6, margin: 0.05};
const labels = Uint8Array.from([1, 1, 0, 0]);
const decisions = [
  [1, 0, 0, 1],
  [0, 0, 0, 0],
  [1, 1, 1, 1]
].map((accepted) => Uint8Array.from(accepted));

test("a missed default costs the ratio, a refused good client one, and differences are from the champion", () => {
  const found = contenderCosts(decisions, 1, labels, null, assumptions, 50);
  expect(found.map(({cost}) => cost.mean.value)).toEqual([11 / 4, 2 / 4, 20 / 4]);
  expect(found.map(({cost}) => cost.difference.value)).toEqual([9 / 4, 0, 18 / 4]);
  expect(found.map(({money}) => money)).toEqual([null, null, null]);
});

test("money is a share of each credit; one that is unknown counts as the mean of the others", () => {
  const credits = Float64Array.from([1000, 4000, NaN, 4000]);
  const [mixed, refuseAll, acceptAll] = contenderCosts(decisions, 1, labels, credits, assumptions, 50);
  expect(mixed!.money!.mean.value).toBeCloseTo((600 + 150) / 4, 9);
  expect(refuseAll!.money!.mean.value).toBeCloseTo((150 + 200) / 4, 9);
  expect(acceptAll!.money!.mean.value).toBeCloseTo((600 + 2400) / 4, 9);
  expect(acceptAll!.money!.difference.value).toBeCloseTo((3000 - 350) / 4, 9);
});

test("the money of a threshold is that of the curve of money by threshold", () => {
  const random = createRandom(4);
  const points = Int32Array.from({length: 300}, () => 500 + Math.floor(40 * random()));
  const outcomes = Uint8Array.from(points, () => Number(random() < 0.2));
  const credits = Float64Array.from(points, () => (random() < 0.1 ? NaN : 10_000 * random()));
  for (const {threshold, losses, marginForgone} of moneyByThreshold(points, outcomes, credits, assumptions)) {
    const accepted = Uint8Array.from(points, (at) => Number(at >= threshold));
    const [costs] = contenderCosts([accepted], 0, outcomes, credits, assumptions, 1);
    expect(costs!.money!.mean.value).toBeCloseTo((losses + marginForgone) / 300, 6);
  }
});
