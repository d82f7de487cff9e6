import {expect, test} from "vitest";
import {reports} from "../../methodology/fixture.ts";
import {amountsOf} from "./money-curve-format.js";
import {moneyPoints} from "./money-curve.js";

const {performance} = reports();

test("money is told a client, threshold by threshold, and adds up", () => {
  const losses = [800_000, 240_000, 0];
  const marginForgone = [0, 160_000, 640_000];
  const money = {lossGivenDefault: 0.6, margin: 0.06, losses, marginForgone, threshold: 553};
  expect(moneyPoints(performance, money)).toEqual([
    {threshold: 400, losses: 1000, marginForgone: 0, total: 1000},
    {threshold: 553, losses: 300, marginForgone: 200, total: 500},
    {threshold: 800, losses: 0, marginForgone: 800, total: 800}
  ]);
});

test("an amount bears the portfolio's currency, as the language writes it", () => {
  expect(amountsOf("fr", "EUR")(15_908.6)).toBe("15\u202f909\u00a0€");
  expect(amountsOf("en", "EUR")(15_908.6)).toBe("€15,909");
  expect(amountsOf("en", "PLN")(15_908.6)).toMatch(/15,909/);
});
