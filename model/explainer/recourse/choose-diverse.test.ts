import {expect, test} from "vitest";
import type {LeverId} from "../../contract/recourse.ts";
import {chooseDiverse} from "./choose-diverse.ts";

function choose(ways: Record<string, number>): string[] {
  const each = Object.entries(ways).map(([key, cost]) => ({candidate: {levers: key.split("+") as LeverId[], cost}}));
  return chooseDiverse(each).map(({candidate}) => candidate.levers.join("+"));
}

test("the cheapest is shown, and one that adds a lever to it for no less isn't", () => {
  expect(choose({"credit+months": 0.3, credit: 0.2})).toEqual(["credit"]);
  expect(choose({"credit+months": 0.2, credit: 0.2})).toEqual(["credit"]);
  expect(choose({credit: 0.3, "credit+months": 0.2})).toEqual(["credit+months", "credit"]);
});

test("after the cheapest, those that share no lever come before cheaper ones that do", () => {
  const ways = {"credit+months": 0.1, "downPayment+months": 0.11, credit: 0.2, downPayment: 0.3, months: 0.4};
  // By its down payment alone the third shares nothing; then credit and months alone share one each, and credit is cheaper.
  expect(choose(ways)).toEqual(["credit+months", "credit", "downPayment"]);
  // Of equal costs, the one that moves fewer levers is the cheapest.
  expect(choose({...ways, downPayment: 0.1})).toEqual(["downPayment", "credit+months", "credit"]);
});

test("three ways at most, by rising cost, whatever their order", () => {
  expect(choose({months: 0.6, downPayment: 0.2, credit: 0.1, "credit+months": 0.05})).toEqual([
    "credit+months",
    "credit",
    "downPayment"
  ]);
  expect(choose({months: 0.6, downPayment: 0.2, credit: 0.1})).toEqual(["credit", "downPayment", "months"]);
  expect(choose({})).toEqual([]);
});
