import {expect, test} from "vitest";
import {recourseGridSchema} from "../../contract/recourse.ts";
import {defaultGrid, recourseGrid} from "./grid.ts";

/** A thousand loans of 1,000 to 1,000,000, over 20 months each at a charge of 0.01: instalments are 6 % of the credit. */
const credits = Float32Array.from({length: 1000}, (_, i) => 1000 * (i + 1));
const features = [
  "credit_amount",
  "credit_in_instalments",
  "instalment_to_income",
  "earlier_cost_latest",
  "earlier_down_payment_mean"
].map((id) => ({id, categories: null}));
const columns = [
  credits,
  credits.map((_, i) => (i < 500 ? 10 : 30)),
  credits.map((_, i) => (i + 1) / 2000),
  credits.map(() => 0.12),
  credits.map((_, i) => (i % 2 ? NaN : i / 2000))
];

test("usual sums, durations, shares and charge are the portfolio's", () => {
  const grid = recourseGridSchema.parse(recourseGrid(features, columns));
  expect(grid.credit[0]).toBeCloseTo(10_990, 6);
  expect(grid.credit[1]).toBeCloseTo(990_010, 6);
  // 1 / (1/10 − 0.01) is 11.1 months, and 1 / (1/30 − 0.01) is 42.9.
  expect(grid.months).toEqual([12, 42]);
  expect(grid.monthlyCharge).toBeCloseTo(0.01, 8);
  expect(grid.largestInstalmentShare).toBeCloseTo(0.475, 3);
  expect(grid.largestDownPayment).toBeCloseTo(0.474, 3);
});

test("lines of credit are no measure of loans", () => {
  const withType = [...features, {id: "credit_type", categories: ["Cash loans", "Revolving loans"]}];
  const type = credits.map((credit) => Number(credit > 500_000));
  const grid = recourseGrid(withType, [...columns, type]);
  expect(grid.credit[1]).toBeLessThanOrEqual(500_000);
  expect(grid.months).toEqual([12, 12]);
});

test("what a portfolio doesn't say is as it is by default", () => {
  expect(recourseGrid([], [])).toEqual(defaultGrid);
  expect(recourseGrid(features.slice(3, 4), [Float32Array.of(NaN, NaN)])).toEqual(defaultGrid);
});
