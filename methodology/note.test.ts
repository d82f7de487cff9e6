import {expect, test} from "vitest";
import {performanceReportSchema, trainingReportSchema} from "../model/contract/report.ts";
import {formatOf} from "../src/components/format.js";
import {tableLabels} from "../src/components/table-labels.js";
import {importedReports, reports} from "./fixture.ts";
import {methodologyNote, sections} from "./note.ts";
import type {Reports, Writer} from "./section.ts";

const writer = (language: "fr" | "en"): Writer => ({
  ...formatOf(language),
  table: (name) => tableLabels[name][language],
  figure: (name) => `<figure data-name="${name}">`
});
const render = (language: "fr" | "en", given: Reports = reports()): string[] =>
  sections[language].map((section) => section(given, writer(language)));
const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

const variants: Record<string, Reports> = {
  "as it is": reports(),
  "with every table, real people and a class weight": {
    ...reports(),
    portfolio: {
      ...reports().portfolio,
      demonstration: false,
      tables: reports().portfolio.tables.map((table) => ({...table, present: true, rows: 10, features: 5}))
    },
    training: {...reports().training, parameters: {scale_pos_weight: 4}, repeats: 5, leftOut: []}
  },
  "with a model that was brought along": importedReports(),
  "with one of another kind, assessed on clients said to be new to it": importedReports({
    format: "xgboost",
    file: "model.json",
    unseen: true,
    covers: "table",
    link: null
  }),
  "with one that gives probabilities of its own": importedReports({
    format: "onnx",
    covers: "table",
    link: {method: "isotonic", x: [0, 1], y: [0, 1]}
  })
};

for (const [name, given] of Object.entries(variants)) {
  test(`each section has the same shape in both languages (${name})`, () => {
    const fr = render("fr", given);
    const en = render("en", given);
    expect(fr).toHaveLength(4);
    expect(en).toHaveLength(4);
    fr.forEach((text, i) => {
      for (const pattern of [/^## /gm, /^### /gm, /<figure/g, /^\|/gm, /^- /gm, /\*\*/g]) {
        expect(count(en[i]!, pattern), `section ${i + 1}, ${pattern}`).toBe(count(text, pattern));
      }
    });
  });

  test(`both languages quote the same figures (${name})`, () => {
    // 1,234.5 and 1 234,5 are the same figure: compare digits, decimal marks and groups apart.
    const figures = (text: string): string[] =>
      [...text.replaceAll(/\*\*|\d\. /g, "").matchAll(/\d[\d\u202f\u00a0,.]*\d|\d/g)]
        .map(([figure]) => figure.replaceAll(/\D/g, ""))
        .sort();
    const fr = render("fr", given);
    render("en", given).forEach((text, i) => expect(figures(text), `section ${i + 1}`).toEqual(figures(fr[i]!)));
  });

  test(`no figure is missing and no column name is shown (${name})`, () => {
    for (const language of ["fr", "en"] as const) {
      const text = methodologyNote(given, writer(language), language, "");
      expect(text).not.toMatch(/undefined|NaN|Infinity|\[object/);
      for (const {id} of given.features.filter((feature) => feature.id.includes("_"))) expect(text).not.toContain(id);
    }
  });
}

test("the note changes when the model does", () => {
  const before = render("fr").join("");
  const given = reports();
  given.performance.auc.value = 0.812;
  given.scores.policy.threshold = 561;
  const after = render("fr", given).join("");
  expect(before).toContain("0,757");
  expect(after).toContain("0,812");
  expect(after).not.toContain("0,757");
  expect(after).toContain("561 points");
});

test("reports for tests obey the contracts", () => {
  for (const {training, performance} of Object.values(variants)) {
    expect(trainingReportSchema.safeParse(training).error).toBeUndefined();
    expect(performanceReportSchema.safeParse(performance).error).toBeUndefined();
  }
});

test("a model that was brought along isn't told as one that was trained here", () => {
  const told = (given: Reports, language: "fr" | "en"): string => render(language, given).join("");
  const [fr, en] = [told(importedReports(), "fr"), told(importedReports(), "en")];
  expect(en).not.toMatch(
    /written for this project|early stopping|Cross-validation\n|we train|Settings, named|out of fold/
  );
  expect(fr).not.toMatch(
    /écrit pour ce projet|arrêt anticipé|validation croisée\n|on entraîne|Réglages, nommés|hors échantillon/
  );
  expect(en).toMatch(/Its figures may flatter it/);
  expect(fr).toMatch(/Ses chiffres le flattent peut-être/);
  const unseen = told(importedReports({unseen: true}), "en");
  expect(unseen).not.toMatch(/flatter/);
  expect(unseen).toMatch(/said to be new to it/);
  expect(told(reports(), "en")).toMatch(/written for this project/);
});

test("a file's name is quoted, and runs nothing", () => {
  const given = importedReports({file: "`${alert(1)}` <b>modèle final (2).txt"});
  expect(render("en", given)[0]).toContain("`___alert(1)__ _b_modèle final (2).txt`");
});

test("a parameter that says nothing isn't printed", () => {
  const given = reports();
  given.training.parameters.monotone_constraints = "";
  for (const language of ["fr", "en"] as const)
    expect(render(language, given)[0]).not.toContain("monotone_constraints");
  given.training.parameters.monotone_constraints = "1,0";
  for (const language of ["fr", "en"] as const)
    expect(render(language, given)[0]).toContain("`monotone_constraints=1,0`");
});

test("French sources leave typography to the page, and use its quotation marks", () => {
  const text = render("fr").join("");
  expect(text).not.toMatch(/[“”]/);
  expect(text).not.toMatch(/\S[;!?»](?=\s)/u);
});

test("an absent table is said to be absent", () => {
  expect(render("fr")[0]).toMatch(/Échéances et paiements \| absente/);
  expect(render("en")[0]).toMatch(/Instalments and payments \| absent/);
});
