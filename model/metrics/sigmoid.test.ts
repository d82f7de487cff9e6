import {expect, test} from "vitest";
import {sigmoid} from "./sigmoid.ts";

test("opposite log-odds have probabilities that add up to 1", () => {
  for (const x of [0, 1e-9, 0.5, 3, 20]) expect(sigmoid(x) + sigmoid(-x)).toBeCloseTo(1, 15);
  expect(sigmoid(Math.log(3))).toBeCloseTo(0.75, 15);
});

test("the most extreme log-odds stay between 0 and 1", () => {
  expect([sigmoid(-1e308), sigmoid(-745), sigmoid(745), sigmoid(1e308)]).toEqual([0, expect.any(Number), 1, 1]);
  expect(sigmoid(-745)).toBeGreaterThan(0);
});
