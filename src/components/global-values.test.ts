import {expect, test} from "vitest";
import type {NamedFeature} from "./global-data.js";
import {axisLabel, groupLabel, roughText, tickText, valueText} from "./global-values.js";

const en = {language: "en", currency: "EUR"} as const;
const fr = {language: "fr", currency: "EUR"} as const;
const named = (unit: NamedFeature["unit"]): NamedFeature => ({
  label: {fr: "Nom", en: "Name"},
  unit,
  family: "credit",
  ...(unit === "category" ? {categoryLabels: {Working: {fr: "Salarié", en: "Employee"}}} : {})
});
const between = (from: number | null, to: number | null) => ({kind: "interval", from, to}) as const;

test("a value is written in its unit, with the digits that mean something", () => {
  expect(valueText(0.256, "ratio", fr)).toBe("26\u00a0%");
  expect(valueText(0.0256, "ratio", en)).toBe("2.6%");
  expect(valueText(12_345.6, "money", en)).toBe("€12,346");
  expect(valueText(0.4, "score", fr)).toBe("0,40");
  expect(valueText(-3, "days", en)).toBe("\u22123\u00a0days");
  expect([valueText(1, "years", fr), valueText(2.5, "yearsAgo", fr)]).toEqual(["1\u00a0an", "2,5\u00a0ans"]);
});

test("a group of values is told by its bounds, which differ as they are written", () => {
  expect(groupLabel(between(null, 0.5), named("score"), en)).toBe("up to 0.50");
  expect(groupLabel(between(0.5, null), named("score"), fr)).toBe("plus de 0,50");
  expect(groupLabel(between(0.101, 0.104), named("ratio"), en)).toBe("10.1% to 10.4%");
  expect(groupLabel({kind: "missing"}, named("score"), fr)).toBe("non renseigné");
});

test("whole counts are told without their lower bound, which isn't in the group", () => {
  expect(groupLabel(between(null, 0), named("count"), en)).toBe("0");
  expect(groupLabel(between(0, 1), named("count"), en)).toBe("1");
  expect(groupLabel(between(1, 3), named("count"), en)).toBe("2 to 3");
  expect(groupLabel(between(3, null), named("count"), fr)).toBe("4 et plus");
  expect(groupLabel(between(0.5, 1.5), named("count"), en)).toBe("0.5 to 1.5");
});

test("a yes or no and a category go by their names, never by a code or a raw name", () => {
  expect([between(null, 0), between(0, null)].map((group) => groupLabel(group, named("flag"), fr))).toEqual([
    "non",
    "oui"
  ]);
  expect(groupLabel({kind: "category", category: "Working"}, named("category"), fr)).toBe("Salarié");
  expect(groupLabel({kind: "category", category: "XNA_2"}, named("category"), en)).toBe("other");
});

test("of a curve, large numbers are said roughly", () => {
  expect(roughText(183_333, "money", en)).toBe("€180,000");
  expect(roughText(0.183, "score", en)).toBe("0.18");
});

test("an axis says the unit that its ticks don't", () => {
  expect(axisLabel(named("yearsAgo"), "fr")).toBe("Nom, en années avant la demande");
  expect(axisLabel(named("ratio"), "en")).toBe("Name");
  expect(tickText(250_000, "money", en)).toBe("€250k");
  expect(tickText(0.05, "ratio", fr)).toBe("5\u00a0%");
});
