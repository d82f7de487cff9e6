import {expect, test} from "vitest";
import {familyIds, featureSchema, units} from "../contract/feature.ts";
import {tableNames} from "../contract/table-names.ts";
import {languages} from "../contract/text.ts";
import {catalogue} from "./catalogue.ts";

const texts = catalogue.flatMap(({label, description, categoryLabels = {}}) =>
  [label, description, ...Object.values(categoryLabels)].flatMap((text) =>
    languages.map((language) => ({language, text: text[language]}))
  )
);

test("every entry meets the contract", () => {
  for (const feature of catalogue) expect(featureSchema.parse(feature)).toEqual(feature);
});

test("identifiers and labels are unique, and labels short", () => {
  expect(new Set(catalogue.map(({id}) => id)).size).toBe(catalogue.length);
  for (const language of languages) {
    const labels = catalogue.map(({label}) => label[language]);
    expect(labels.filter((label, i) => labels.indexOf(label) !== i)).toEqual([]);
    expect(labels.filter((label) => label.length > 60)).toEqual([]);
  }
});

test("the labels of a feature's categories are unique", () => {
  for (const {categoryLabels = {}} of catalogue) {
    for (const language of languages) {
      const labels = Object.values(categoryLabels).map((label) => label[language]);
      expect(labels.filter((label, i) => labels.indexOf(label) !== i)).toEqual([]);
    }
  }
});

test("every table, family and unit has features, and there are at least 250 of them", () => {
  expect(new Set(catalogue.map(({source}) => source))).toEqual(new Set(tableNames));
  expect(new Set(catalogue.map(({family}) => family))).toEqual(new Set(familyIds));
  expect(new Set(catalogue.map(({unit}) => unit))).toEqual(new Set(units));
  expect(catalogue.length).toBeGreaterThanOrEqual(250);
});

test("gender, family status, household and social circle are protected, and nothing else is", () => {
  expect(catalogue.filter((feature) => feature.protected).map(({id}) => id)).toEqual([
    "household_size",
    "circle_observed_30",
    "circle_defaults_30",
    "circle_observed_60",
    "circle_defaults_60",
    "gender",
    "family_status"
  ]);
});

test("no text shows a column's name or a code", () => {
  const codes = /_|\b[A-ZÀ-Ý]{2,}\b/u;
  expect(texts.filter(({text}) => codes.test(text))).toEqual([]);
});

test("a description is one sentence", () => {
  for (const {description} of catalogue) {
    for (const language of languages) expect(description[language]).toMatch(/^\p{Lu}[^.]*\.$/u);
  }
});

test("no text begins or ends with a space, or has a straight quotation mark", () => {
  expect(texts.filter(({text}) => text !== text.trim() || /['"]/.test(text))).toEqual([]);
});

test("French never breaks a line before ; : ! ? % or inside « »", () => {
  const french = texts.filter(({language}) => language === "fr").map(({text}) => text);
  expect(french.filter((text) => / [;:!?%»]|« |[^\u202f][;!?%]|[^\u00a0]:/u.test(text))).toEqual([]);
});
