import {expect, test} from "vitest";
import type {Unit} from "../../contract/feature.ts";
import {formatRange, formatValue, type ValueFormat} from "./format-value.ts";

const number = (unit: Unit): ValueFormat => ({unit, categories: null});
const nbsp = "\u00a0";
const narrow = "\u202f";
/** Releases of Unicode's data differ on which of the two spaces stands before a percent sign. */
const plain = (text: string): string => text.replaceAll(narrow, nbsp);

test.each<[Unit, number, string, string]>([
  ["money", 12345.6, `12${narrow}346${nbsp}€`, "€12,346"],
  ["money", -0.3, `0${nbsp}€`, "€0"],
  ["ratio", 0.25, `25${narrow}%`, "25%"],
  ["ratio", 0.034, `3,4${narrow}%`, "3.4%"],
  ["ratio", 0.0996, `10${narrow}%`, "10%"],
  ["ratio", 1.2, `120${narrow}%`, "120%"],
  ["ratio", -0.0001, `0${narrow}%`, "0%"],
  ["count", 4, "4", "4"],
  ["count", 2.5, "2,5", "2.5"],
  ["number", 0.0123, "0,012", "0.012"],
  ["number", 0.432, "0,43", "0.43"],
  ["number", 39.3, "39", "39"],
  ["number", 1234.5, `1${narrow}235`, "1,235"],
  ["score", 0.5, "0,50", "0.50"],
  ["days", 1, `1${nbsp}jour`, `1${nbsp}day`],
  ["days", 12, `12${nbsp}jours`, `12${nbsp}days`],
  ["days", 2.5, `2,5${nbsp}jours`, `2.5${nbsp}days`],
  ["months", 1, `1${nbsp}mois`, `1${nbsp}month`],
  ["months", 0, "moins d’un mois", "less than a month"],
  ["months", 84, `84${nbsp}mois`, `84${nbsp}months`],
  ["months", 328, `27${nbsp}ans`, `27${nbsp}years`],
  ["years", 41.3, `41${nbsp}ans`, `41${nbsp}years`],
  ["years", 1.5, `1,5${nbsp}an`, `1.5${nbsp}years`],
  ["years", 2, `2${nbsp}ans`, `2${nbsp}years`],
  ["years", 0.5, `6${nbsp}mois`, `6${nbsp}months`],
  ["years", 0.01, "moins d’un mois", "less than a month"],
  ["monthsAgo", 3, `il y a 3${nbsp}mois`, `3${nbsp}months ago`],
  ["monthsAgo", 0, "ce mois-ci", "this month"],
  ["monthsAgo", 81, `il y a 6,8${nbsp}ans`, `6.8${nbsp}years ago`],
  ["yearsAgo", 1, `il y a 1${nbsp}an`, `1${nbsp}year ago`],
  ["yearsAgo", 0.5, `il y a 6${nbsp}mois`, `6${nbsp}months ago`],
  ["flag", 1, "oui", "yes"],
  ["flag", 0, "non", "no"]
])("a value in %s: %d", (unit, value, fr, en) => {
  expect(plain(formatValue(value, number(unit), "fr", "EUR"))).toBe(plain(fr));
  expect(formatValue(value, number(unit), "en", "EUR")).toBe(en);
});

test("a missing value is said in every unit", () => {
  for (const unit of ["money", "flag", "category", "years"] as const) {
    expect(formatValue(null, number(unit), "fr", "EUR")).toBe("non renseigné");
    expect(formatValue(NaN, number(unit), "en", "EUR")).toBe("not given");
  }
});

test("a category is told by its label, never by its name in the tables", () => {
  const feature: ValueFormat = {
    unit: "category",
    categories: ["Working", "XNA"],
    categoryLabels: {Working: {fr: "Salarié", en: "Employee"}}
  };
  expect(formatValue(0, feature, "fr", "EUR")).toBe("Salarié");
  expect(formatValue(1, feature, "fr", "EUR")).toBe("autre");
  expect(formatValue(7, feature, "en", "EUR")).toBe("other");
});

test("a range names its unit once, and reads as one value where both ends do", () => {
  expect(formatRange(2, 8, number("years"), "fr", "EUR")).toBe(`2 à 8${nbsp}ans`);
  expect(formatRange(0.5, 3, number("years"), "en", "EUR")).toBe(`6${nbsp}months to 3${nbsp}years`);
  expect(formatRange(0.84, 4.5, number("yearsAgo"), "fr", "EUR")).toBe(`il y a 10${nbsp}mois à 4,5${nbsp}ans`);
  expect(formatRange(30, 84, number("monthsAgo"), "en", "EUR")).toBe(`2.5 to 7${nbsp}years ago`);
  expect(formatRange(6, 30, number("monthsAgo"), "en", "EUR")).toBe(`6 to 30${nbsp}months ago`);
  expect(formatRange(0.25, 0.5, number("yearsAgo"), "fr", "EUR")).toBe(`il y a 3 à 6${nbsp}mois`);
  expect(formatRange(3, 12, number("monthsAgo"), "en", "EUR")).toBe(`3 to 12${nbsp}months ago`);
  expect(formatRange(41.2, 41.4, number("years"), "fr", "EUR")).toBe(`41${nbsp}ans`);
  expect(formatRange(0, 1, number("count"), "fr", "EUR")).toBe("0 à 1");
  expect(formatRange(1000, 2500, number("money"), "fr", "EUR")).toBe(`1${narrow}000 à 2${narrow}500${nbsp}€`);
  expect(formatRange(1000, 2500, number("money"), "en", "EUR")).toBe("€1,000 to €2,500");
  expect(plain(formatRange(0, 0.18, number("ratio"), "fr", "EUR"))).toBe(`0 à 18${nbsp}%`);
  expect(formatRange(0, 0.18, number("ratio"), "en", "EUR")).toBe("0% to 18%");
});

test("a range that ends at nothing is a range, and a number below nothing has a minus sign", () => {
  const months = {unit: "months", categories: null} as const;
  expect(formatRange(-4, 0, months, "fr", "EUR")).toBe("−4 à 0\u00a0mois");
  expect(formatRange(0, 0, months, "fr", "EUR")).toBe("moins d’un mois");
  expect(formatValue(-1234, {unit: "money", categories: null}, "en", "EUR")).toBe("−€1,234");
});
