import fc from "fast-check";
import {expect, test} from "vitest";
import type {ManifestFeature} from "../../contract/manifest.ts";
import {catalogue} from "../../features/catalogue.ts";
import type {ExplainedRecord} from "./reason-choice.ts";
import {reasonFaults} from "./reasons-testing.ts";
import {principalReasons} from "./reasons.ts";

/** A feature of the catalogue as a manifest has it; of a category, one code a label. */
function known(id: string, usual: number[] | null = [0, 0, 1], change: Partial<ManifestFeature> = {}): ManifestFeature {
  const feature = catalogue.find((entry) => entry.id === id)!;
  const categories = feature.categoryLabels ? Object.keys(feature.categoryLabels) : null;
  return {...feature, categories, inModel: true, usual, ...change};
}

function record(contributions: number[], values: (number | null)[], base = 520): ExplainedRecord {
  return {points: Math.round(contributions.reduce((a, b) => a + b, base)), base, values, contributions};
}

const manifest = (features: ManifestFeature[]) => ({features, currency: "EUR"});

/** What one feature is told as when it moves the score by so many points. */
function told(feature: ManifestFeature, value: number | null, points: number) {
  const client = record([points], [value]);
  const say = (language: "fr" | "en", audience: "advisor" | "applicant") => {
    const {towards, against} = principalReasons(client, manifest([feature]), language, {audience});
    return [...towards, ...against].map(({sentence}) => sentence.replaceAll(/[\u00a0\u202f]/g, "·"))[0];
  };
  return {
    fr: say("fr", "advisor"),
    en: say("en", "advisor"),
    vous: say("fr", "applicant"),
    you: say("en", "applicant")
  };
}

test("an advisor hears the value in its unit against what is usual; an applicant, what happened and what to check", () => {
  expect(told(known("instalments_late_12m"), 4, -31)).toEqual({
    fr: "Retards de paiement sur 12·mois·: 4·échéances·; habituellement 0 à 1.",
    en: "Late payments, last 12·months: 4·instalments; usually 0 to 1.",
    vous: "Sur les 12·derniers mois, vous avez payé 4·échéances en retard·; demandez-nous le relevé de vos échéances.",
    you: "Over the last 12·months, you paid 4·instalments late; ask us for the list of your instalments."
  });
  expect(told(known("income", [112_500, 157_512, 202_500]), 95_000, -5)).toEqual({
    fr: "Revenu déclaré·: 95·000·€·; habituellement 113·000 à 203·000·€.",
    en: "Declared income: €95,000; usually €113,000 to €203,000.",
    vous: "Vous avez déclaré un revenu de 95·000·€·; vérifiez le revenu inscrit au dossier.",
    you: "You declared an income of €95,000; check the income on file."
  });
  const occupation = known("income_type", [0, 0.518]);
  expect(told(occupation, 2, 5)).toMatchObject({
    fr: "Source de revenu·: retraité·; le plus souvent salarié (52·clients sur·100).",
    en: "Source of income: pensioner; most often employee (52 clients in·100)."
  });
  expect(told(occupation, 0, 5).fr).toBe("Source de revenu·: salarié, comme 52·clients sur·100.");
});

test("none is said as none, and a value that is everyone's as everyone's", () => {
  expect(told(known("earlier_refused_12m", [0, 0, 1]), 0, 6)).toEqual({
    fr: "Refus sur 12·mois·: aucune·demande·; habituellement 0 à 1.",
    en: "Refusals, last 12·months: no·applications; usually 0 to 1.",
    vous: "En 12·mois, nous n’avons refusé aucune·demande de votre part.",
    you: "In 12·months, we have refused no·applications of yours."
  });
  expect(told(known("earlier_refused", [0, 0, 0]), 0, 6)).toMatchObject({
    fr: "Demandes précédentes refusées·: aucune, comme pour la plupart des clients.",
    en: "Earlier applications refused: none, as for most clients."
  });
  expect(told(known("earlier_refused", [0, 0, 0]), 2, -6)).toMatchObject({
    fr: "Demandes précédentes refusées·: 2·; habituellement aucune.",
    en: "Earlier applications refused: 2; usually none."
  });
  expect(told(known("bureau_active_debt", [50_000, 90_000, 120_000]), 0, 6).vous).toBe(
    "Il ne vous reste rien à rembourser à d’autres prêteurs."
  );
  expect(told(known("owns_car", [0, 0, 1]), 0, -2).vous).toBe(
    "Vous n’avez pas déclaré posséder de voiture·; vérifiez que votre dossier est à jour."
  );
});

test("a ratio is a number of times, and to the applicant a share below one", () => {
  const compared = known("credit_to_earlier_latest", [1.3, 3.1, 7.2]);
  expect(told(compared, 9.31, -12)).toEqual({
    fr: "Crédit rapporté au dernier accordé·: 9,3·fois·; habituellement 1,3 à 7,2·fois.",
    en: "Credit compared with the latest granted: 9.3·times; usually 1.3 to 7.2·times.",
    vous: "Vous demandez 9,3·fois votre dernier crédit chez nous·; vérifiez que cette somme est celle qu’il vous faut.",
    you: "You are asking for 9.3·times your latest credit with us; check that this is the sum that you need."
  });
  expect(told(compared, 0.79, 12).vous).toBe("Vous demandez 79·% de votre dernier crédit chez nous.");
  expect(told(known("card_paid_to_minimum", [1.2, 2, 4]), 0.5, -4).vous).toContain("Vous remboursez 50·% du minimum");
});

test("an external score is named as one, with its scale and whom to ask, of one organisation or of several", () => {
  expect(told(known("external_score_b", [0.4, 0.56, 0.66]), 0.21, -60)).toEqual({
    fr: "Score externe nº·2·: 0,21 sur·1·; habituellement 0,40 à 0,66·; à demander à l’organisme qui l’a fourni.",
    en: "External score 2: 0.21 out of·1; usually 0.40 to 0.66; ask the organisation that provided it.",
    vous: "Un organisme extérieur vous attribue un score de 0,21 sur·1 (score externe nº·2)·; demandez-le à l’organisme qui l’a fourni.",
    you: "An outside organisation gives you a score of 0.21 out of·1 (external score 2); ask the organisation that provided it."
  });
  expect(told(known("external_score_mean", [0.4, 0.5, 0.6]), 0.3, -60).fr).toMatch(
    /à demander aux organismes qui les ont fournis\.$/
  );
});

test("a missing value is no value: it is told with what it means", () => {
  expect(told(known("bureau_active_debt", [80_000, 300_000, 900_000]), null, 9)).toEqual({
    fr: "Reste à rembourser ailleurs·: non renseigné (aucune dette connue ailleurs).",
    en: "Debt left elsewhere: not given (no known debt elsewhere).",
    vous: "Nous ne vous connaissons aucune dette ailleurs.",
    you: "We know of no debt of yours elsewhere."
  });
  expect(told(known("occupation", [8, 0.26]), null, -3)).toEqual({
    fr: "Métier·: non renseigné (la demande ne le précise pas).",
    en: "Occupation: not given (the application does not say).",
    vous: "Votre demande ne précise pas ce point·: métier·; vérifiez ce point avec nous.",
    you: "Your application does not say this: occupation; check this point with us."
  });
});

test("where the effect is the opposite of what the value has people expect, the fact stands alone", () => {
  expect(told(known("bureau_closed_credits", [1, 2, 5]), 9, -4)).toEqual({
    fr: "Crédits soldés ailleurs·: 9·; à lire avec le reste du dossier.",
    en: "Credits closed elsewhere: 9; to be read with the rest of the file.",
    vous: "Vous avez soldé 9·crédits auprès d’autres prêteurs·; ce point compte avec le reste de votre dossier.",
    you: "You have paid off 9·credits with other lenders; this point counts together with the rest of your file."
  });
});

test("a time before or after a planned date is said as such", () => {
  const shift = known("earlier_end_shift_months", [-4.93, -1.3, 0]);
  expect(told(shift, -7.5, 4)).toMatchObject({
    fr: "Fin moyenne de nos crédits·: 7,5·mois avant la date prévue·; habituellement 0 à 4,9·mois avant la date prévue.",
    vous: "En moyenne, vos crédits chez nous se sont terminés 7,5·mois avant la date prévue."
  });
  expect(told({...shift, usual: [-2.5, 0, 1]}, -7.5, 4).en).toBe(
    "Mean end of our credits: 7.5·months before the planned date; usually 2.5·months before to 1·month after the planned date."
  );
  expect(told(shift, 2, -4).you).toBe(
    "On average, your credits with us ended 2·months after the planned date; ask us for a statement of your credits."
  );
});

test("a label tells what no clause does", () => {
  expect(told(known("building_living_area", [0.05, 0.08, 0.13]), 0.2, 3)).toMatchObject({
    vous: "Votre dossier indique ceci·: surface habitable de l’immeuble (indice), 0,2.",
    you: "Your file says this: living area of the building (index), 0.2."
  });
});

test("a theme is one reason: its points are its features' sum, and its plainest telling feature tells it", () => {
  const features = [
    known("instalments_late_share_12m", [0, 0, 0.2]),
    known("instalments_late_12m", [0, 0, 1]),
    known("instalments_late_trend", [0, 0, 0.1]),
    known("loans_late_12m", [0, 0, 0]),
    known("income", [100, 150, 200])
  ];
  const client = record([-12, -10, -20, 5, -3], [0.5, 4, 0.4, 0, 90]);
  const {against, towards, rest} = principalReasons(client, manifest(features), "fr");
  expect(towards).toEqual([]);
  expect(against).toMatchObject([
    {code: "late_payments", featureId: "instalments_late_12m", points: -37, topic: "Retards de paiement"},
    {code: "income", featureId: "income", points: -3}
  ]);
  expect(against[0]!.share).toBeCloseTo(37 / 40, 9);
  expect(rest).toBe(0);
});

test("what is protected, and age, is never told; what it moves is said to be untold", () => {
  const features = [
    known("gender", [0, 0.6]),
    known("age", [34, 43, 54]),
    known("children"),
    known("education", [1, 0.7])
  ];
  const client = record([80, -40, 0.2, 15], [1, 25, 0, 3]);
  const {towards, against, rest, untold} = principalReasons(client, manifest(features), "en");
  expect([towards.map(({featureId}) => featureId), against]).toEqual([["education"], []]);
  expect([rest, untold]).toEqual([40, 40]);
});

test("at most five a side and three at least, the light ones beyond left out", () => {
  const ids = ["income", "education", "region_rating", "children", "owns_home", "owns_car", "phone"];
  const features = ids.map((id, i) => known(i === 6 ? "years_since_phone_change" : id, [0, 1, 2]));
  const codes = (points: number[], most = 5) =>
    principalReasons(record(points, Array<number>(7).fill(1)), manifest(features), "fr", {most}).against.map(
      ({points: told}) => told
    );
  expect(codes([-9, -8, -7, -6, -5, -4, -3])).toEqual([-9, -8, -7, -6, -5]);
  expect(codes([-9, -8, -7, -6, -5, -4, -3], 3)).toEqual([-9, -8, -7]);
  expect(codes([-300, -2, -1, -1, 0, 0, 0])).toEqual([-300, -2, -1]);
  expect(codes([-300, -20, -5, -4, 0, 0, 0])).toEqual([-300, -20, -5]);
  expect(codes([-0.3, 0.2, 0, 0, 0, 0, 0])).toEqual([]);
});

test("that nothing is known of other credits is told once, by what weighs most", () => {
  const features = [
    known("bureau_active_debt", [1, 2, 3]),
    known("bureau_history_years", [1, 2, 3]),
    known("car_age", [1, 2, 3])
  ];
  const {towards, against, rest} = principalReasons(record([9, -6, -3], [null, null, null]), manifest(features), "en");
  expect(towards.map(({code}) => code)).toEqual(["debts_elsewhere"]);
  expect(against.map(({code}) => code)).toEqual(["car"]);
  expect(rest).toBe(-6);
});

test("a feature without a theme is a reason by itself, with its family's code", () => {
  const feature = known("income", [1, 1, 2], {
    theme: undefined,
    telling: undefined,
    id: "raw_id",
    label: {fr: "Solde", en: "Balance"}
  });
  const {against} = principalReasons(record([-7], [0]), manifest([feature]), "en");
  expect(against).toMatchObject([{code: "other_income", topic: "Balance", sentence: "Balance: €0; usually €1 to €2."}]);
});

test("every rule holds for any client of any portfolio, and the same record gives the same words", () => {
  const told = catalogue.filter(({categoryLabels}) => categoryLabels === undefined);
  const amount = fc.oneof(
    fc.constantFrom(0, 1, 2),
    fc.double({min: 0, max: 1.2, noNaN: true}),
    fc.integer({min: 0, max: 400}),
    fc.double({min: 0, max: 5e8, noNaN: true})
  );
  const one = fc.record({
    place: fc.nat(catalogue.length - 1),
    usual: fc.tuple(amount, amount, amount),
    value: fc.option(amount, {freq: 6}),
    points: fc.double({min: -90, max: 90, noNaN: true})
  });
  fc.assert(
    fc.property(fc.uniqueArray(one, {selector: ({place}) => place, minLength: 1, maxLength: 40}), (parts) => {
      const features = parts.map(({place, usual}) => {
        const {id, categoryLabels, unit} = catalogue[place]!;
        const most = categoryLabels ? [0, Math.min(usual[0], 1)] : usual.toSorted((a, b) => a - b);
        return known(id, unit === "flag" ? most.map((value) => Math.min(1, Math.round(value))) : most);
      });
      const values = parts.map(({value}, i) => {
        if (value === null) return null;
        const {categories, unit} = features[i]!;
        if (categories) return Math.round(value) % categories.length;
        if (unit === "flag") return Math.round(value) % 2;
        return unit === "count" ? Math.round(value) : value;
      });
      const client = record(
        parts.map(({points}) => points),
        values
      );
      expect(reasonFaults(client, manifest(features))).toEqual([]);
      expect(principalReasons(client, manifest(features), "fr")).toEqual(
        principalReasons(client, manifest(features), "fr")
      );
    }),
    {numRuns: 300}
  );
  expect(told.length).toBeGreaterThan(290);
});
