import fc from "fast-check";
import {expect, test} from "vitest";
import type {ManifestFeature} from "../contract/manifest.ts";
import type {ClientRecord} from "../contract/record.ts";
import {principalReasons, usualClause} from "./reasons.ts";

function feature(id: string, change: Partial<ManifestFeature> = {}): ManifestFeature {
  return {
    id,
    label: {fr: `Libellé ${id}`, en: `Label ${id}`},
    description: {fr: "…", en: "…"},
    unit: "count",
    family: "repayment",
    source: "application",
    direction: "raises",
    actionable: false,
    protected: false,
    categories: null,
    inModel: true,
    usual: [0, 0, 1],
    ...change
  };
}

function record(contributions: number[], values: (number | null)[], base = 520): ClientRecord {
  return {
    ref: "r",
    model: "m",
    raw: 0,
    probability: 0.1,
    points: Math.round(contributions.reduce((a, b) => a + b, base)),
    recommendation: "accept",
    review: false,
    base,
    values,
    contributions,
    cohorts: [],
    similar: null
  };
}

test("a reason says what, how much, and what is usual, in both languages", () => {
  const features = [
    feature("late", {label: {fr: "Retards de paiement sur 12 mois", en: "Late payments in 12 months"}}),
    feature("job", {
      label: {fr: "Ancienneté dans l’emploi", en: "Time in the job"},
      unit: "years",
      family: "income",
      usual: [2, 4, 8]
    }),
    feature("work", {
      label: {fr: "Activité", en: "Occupation"},
      unit: "category",
      family: "situation",
      categories: ["Working", "Pensioner"],
      categoryLabels: {Working: {fr: "Salarié", en: "Employee"}, Pensioner: {fr: "Retraité", en: "Pensioner"}},
      usual: [0, 0.518]
    }),
    feature("car", {label: {fr: "Possède une voiture", en: "Owns a car"}, unit: "flag", usual: [0, 0, 1]})
  ];
  const manifest = {features, currency: "EUR"};
  const client = record([-31.2, -4, 12, 3], [4, null, 1, 1]);
  expect(principalReasons(client, manifest, "fr")).toMatchObject({
    against: [
      {points: -31, sentence: "Retards de paiement sur 12 mois\u00a0: 4\u202f; habituellement 0 à 1."},
      {
        points: -4,
        sentence: "Ancienneté dans l’emploi\u00a0: non renseigné\u202f; habituellement 2 à 8\u00a0ans."
      }
    ],
    towards: [
      {
        points: 12,
        sentence: "Activité\u00a0: Retraité\u202f; le plus souvent Salarié (52\u00a0clients sur\u00a0100)."
      },
      {points: 3, sentence: "Possède une voiture\u00a0: oui."}
    ]
  });
  const english = principalReasons(client, manifest, "en");
  expect(english.against[0]!.sentence).toBe("Late payments in 12 months: 4; usually 0 to 1.");
  expect(english.towards[0]!.sentence).toBe("Occupation: Pensioner; most often Employee (52 clients in\u00a0100).");
});

test("a client in the most frequent case is told so, not what the others are", () => {
  const working = feature("work", {
    unit: "category",
    categories: ["Working", "Pensioner"],
    categoryLabels: {Working: {fr: "Salarié", en: "Employee"}, Pensioner: {fr: "Retraité", en: "Pensioner"}},
    usual: [0, 0.518]
  });
  expect(usualClause(0, working, "fr", "EUR")).toBe("comme 52\u00a0clients sur\u00a0100");
  expect(usualClause(0, working, "en", "EUR")).toBe("like 52 clients in\u00a0100");
  expect(usualClause(null, working, "en", "EUR")).toBe("most often Employee (52 clients in\u00a0100)");
});

test("at most four reasons a side and two a family, the weightiest first", () => {
  const families = ["repayment", "repayment", "repayment", "income", "debts", "credit", "housing"] as const;
  const features = families.map((family, i) => feature(`f${i}`, {family}));
  const client = record([-50, -40, -30, -5, -20, -10, -2], Array<number>(7).fill(1));
  const {towards, against} = principalReasons(client, {features, currency: "EUR"}, "fr");
  expect(towards).toEqual([]);
  expect(against.map(({featureId}) => featureId)).toEqual(["f0", "f1", "f4", "f5"]);
  const more = principalReasons(client, {features, currency: "EUR"}, "fr", {most: 9, mostPerFamily: 9});
  expect(more.against.map(({points}) => points)).toEqual([-50, -40, -30, -20, -10, -5, -2]);
});

test("protected features, and those that round to nothing, are no reasons", () => {
  const features = [feature("sex", {protected: true}), feature("small"), feature("real")];
  const client = record([80, 0.2, 15], [1, 1, 1]);
  const {towards} = principalReasons(client, {features, currency: "EUR"}, "en");
  expect(towards.map(({featureId}) => featureId)).toEqual(["real"]);
});

test("no reason stands on the wrong side, and none shows an id", () => {
  const contributions = fc.array(fc.double({min: -60, max: 60, noNaN: true}), {minLength: 1, maxLength: 30});
  fc.assert(
    fc.property(contributions, fc.constantFrom("fr" as const, "en" as const), (parts, language) => {
      const features = parts.map((_, i) =>
        feature(`raw_id_${i}`, {
          family: (["income", "debts", "credit"] as const)[i % 3]!,
          label: {fr: "Libellé", en: "Label"}
        })
      );
      const client = record(
        parts,
        parts.map((_, i) => (i % 4 ? i : null))
      );
      const {towards, against} = principalReasons(client, {features, currency: "EUR"}, language);
      for (const [reasons, sign] of [
        [towards, 1],
        [against, -1]
      ] as const) {
        for (const {featureId, points, sentence} of reasons) {
          expect(points * sign).toBeGreaterThan(0);
          expect(parts[Number(featureId.slice(7))]! * sign).toBeGreaterThan(0);
          expect(sentence).not.toContain("raw_id");
        }
      }
    })
  );
});
