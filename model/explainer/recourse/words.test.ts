import fc from "fast-check";
import {expect, test} from "vitest";
import type {DecisionChange, Margins, Recourse, RecourseSolution} from "../../contract/recourse.ts";
import {languages} from "../../contract/text.ts";
import {compileRecourse} from "./engine.ts";
import {findDecisionChange, findRecourse} from "./find-recourse.ts";
import {arbitraryCase, testGrid} from "./recourse-arbitrary.ts";
import {describeDecisionChange} from "./words.ts";

const nbsp = "\u00a0";
const advisor = {language: "fr", currency: "EUR", audience: "advisor"} as const;
const applicant = {...advisor, audience: "applicant"} as const;
/** Releases of Unicode's data differ on which space groups digits. */
const plain = (text: string): string => text.replace(/[\u202f\u00a0]/g, " ");

const bare = {cost: 0.2, recommendation: "accept" as const, review: false};
const bySum: RecourseSolution = {
  ...bare,
  levers: ["credit"],
  changes: [
    {quantity: "credit", unit: "money", before: 225_000, after: 180_000, linked: false},
    {quantity: "price", unit: "money", before: 200_000, after: 160_000, linked: true},
    {quantity: "instalment", unit: "money", before: 16_000, after: 12_800, linked: true}
  ],
  points: 548
};
const byDownPayment: RecourseSolution = {
  ...bare,
  levers: ["downPayment"],
  changes: [
    {quantity: "downPayment", unit: "money", before: 0, after: 40_000, linked: false},
    {quantity: "credit", unit: "money", before: 225_000, after: 185_000, linked: true},
    {quantity: "instalment", unit: "money", before: 16_000, after: 13_156, linked: true}
  ],
  points: 546,
  review: true
};
const byDuration: RecourseSolution = {
  ...bare,
  levers: ["months"],
  changes: [
    {quantity: "months", unit: "months", before: 18, after: 30, linked: false},
    {quantity: "instalment", unit: "money", before: 16_000, after: 11_000, linked: true}
  ],
  points: 551
};
const recourse: Recourse = {
  kind: "recourse",
  goal: "accept",
  points: 512,
  needed: 544,
  tried: 140,
  monthsEstimated: false,
  solutions: [bySum, byDownPayment, byDuration]
};

test("each solution is a sentence that an advisor can read aloud", () => {
  const {lead, sentences, notes} = describeDecisionChange(recourse, advisor);
  expect(lead).toBe("Trois autres formules atteindraient le seuil d’acceptation.");
  expect(sentences.map(plain)).toEqual([
    "Avec un crédit de 180 000 € au lieu de 225 000 € (pour un projet réduit d’autant), le score passerait de 512 à 548 points : l’avis deviendrait favorable.",
    "Avec un apport de 40 000 € et un crédit de 185 000 € au lieu de 225 000 €, le score passerait de 512 à 546 points : le seuil serait atteint, mais le dossier serait à examiner.",
    "Avec un remboursement sur 30 mois au lieu de 18 (11 000 € par mois au lieu de 16 000 €), le score passerait de 512 à 551 points : l’avis deviendrait favorable."
  ]);
  expect(notes.map(plain)).toEqual([
    "C’est une simulation, ni une offre ni une promesse : le modèle donne un avis, la décision vous revient.",
    "Rembourser plus longtemps allège la mensualité, mais coûte plus cher au total."
  ]);
  expect(describeDecisionChange(recourse, {...advisor, language: "en"})).toMatchObject({
    lead: "Three other sets of terms would reach the threshold for acceptance.",
    sentences: [
      `With a credit of €180,000 instead of €225,000 (for a project cut in proportion), the score would go from 512 to 548${nbsp}points: the credit would be recommended.`,
      `With a down payment of €40,000 and a credit of €185,000 instead of €225,000, the score would go from 512 to 546${nbsp}points: the threshold would be reached, but the case would need a review.`,
      `With repayment over 30${nbsp}months instead of${nbsp}18 (€11,000 a month instead of €16,000), the score would go from 512 to 551${nbsp}points: the credit would be recommended.`
    ]
  });
});

test("an applicant is spoken to, and told who decides", () => {
  const {sentences, notes} = describeDecisionChange(recourse, applicant);
  expect(sentences.map(plain)).toEqual([
    "Si vous empruntiez 180 000 € au lieu de 225 000 € (pour un projet réduit d’autant), votre score passerait de 512 à 548 points : l’avis deviendrait favorable.",
    "Si vous apportiez 40 000 € et empruntiez 185 000 € au lieu de 225 000 €, votre score passerait de 512 à 546 points : le seuil serait atteint, mais votre dossier serait à examiner.",
    "Si vous remboursiez sur 30 mois au lieu de 18 (11 000 € par mois au lieu de 16 000 €), votre score passerait de 512 à 551 points : l’avis deviendrait favorable."
  ]);
  expect(plain(notes[0]!)).toBe(
    "C’est une simulation, ni une offre ni une promesse : un conseiller examine votre demande et décide."
  );
  const {sentences: english, notes: note} = describeDecisionChange(recourse, {...applicant, language: "en"});
  expect(english[1]).toMatch(/^If you paid €40,000 in cash and borrowed €185,000 instead of €225,000, your score/);
  expect(note[0]).toContain("an advisor looks at your application and decides");
});

test("levers that move together are told together; a duration that was estimated is said to be", () => {
  const both: RecourseSolution = {
    ...bare,
    levers: ["downPayment", "months"],
    changes: [
      {quantity: "downPayment", unit: "money", before: 10_000, after: 40_000, linked: false},
      {quantity: "months", unit: "months", before: 24, after: 18, linked: false},
      {quantity: "credit", unit: "money", before: 215_000, after: 185_000, linked: true},
      {quantity: "instalment", unit: "money", before: 13_000, after: 14_000, linked: true}
    ],
    points: 548
  };
  const one = {...recourse, monthsEstimated: true, solutions: [both]};
  expect(plain(describeDecisionChange(one, advisor).sentences[0]!)).toBe(
    "Avec un apport de 40 000 € au lieu de 10 000 € et un crédit de 185 000 € au lieu de 215 000 €, sur environ 18 mois au lieu de 24 (14 000 € par mois au lieu de 13 000 €), le score passerait de 512 à 548 points : l’avis deviendrait favorable."
  );
  const {lead, sentences, notes} = describeDecisionChange(one, applicant);
  expect(lead).toBe("Une autre formule atteindrait le seuil d’acceptation.");
  expect(plain(sentences[0]!)).toMatch(
    /^Si vous portiez votre apport de 10 000 € à 40 000 €, empruntiez 185 000 € au lieu de 215 000 € et remboursiez sur environ 18 mois au lieu de 24 \(/
  );
  // A shorter duration isn't dearer.
  expect(notes.map(plain)).toEqual([
    expect.stringContaining("simulation"),
    "Les durées sont estimées d’après le montant et la mensualité : à vérifier sur la demande."
  ]);
});

test("a price that is the credit itself isn't told beside it", () => {
  const changes = bySum.changes.map((change) => (change.quantity === "price" ? {...change, before: 225_000} : change));
  const one = {...recourse, solutions: [{...bySum, changes}]};
  expect(describeDecisionChange(one, advisor).sentences[0]).not.toContain("projet");
});

test("a down payment that only follows isn't told as one that is asked for", () => {
  const follows = {quantity: "downPayment", unit: "money", before: 25_000, after: 20_000, linked: true} as const;
  const one = {...recourse, solutions: [{...bySum, changes: [...bySum.changes, follows]}]};
  expect(describeDecisionChange(one, applicant).sentences[0]).not.toContain("apport");
});

test("where there is no way, that is said, with how many were tried", () => {
  const none = {...recourse, solutions: []};
  expect(plain(describeDecisionChange(none, advisor).lead)).toBe(
    "Aucune des 140 autres formules simulées (montant, apport ou durée) n’atteint les 544 points nécessaires : le score tient à d’autres éléments du dossier."
  );
  const lead = (change: Partial<Recourse>) => plain(describeDecisionChange({...none, ...change}, advisor).lead);
  expect(lead({tried: 1})).toBe("La seule autre formule simulée n’atteint pas les 544 points nécessaires.");
  expect(lead({tried: 0})).toBe("Aucune autre formule n’a pu être simulée pour cette demande.");
  expect(lead({tried: 0, points: 560})).toBe("La demande atteint déjà les points nécessaires.");
  expect(describeDecisionChange({...recourse, goal: "clear"}, advisor).lead).toBe(
    "Trois autres formules atteindraient un avis favorable, sans examen du dossier."
  );
});

const margins: Margins = {
  kind: "margins",
  points: 567,
  threshold: 544,
  monthsEstimated: true,
  margins: [
    {
      lever: "credit",
      direction: "up",
      unit: "money",
      before: 225_000,
      lastAccepted: 280_000,
      firstRefused: {value: 290_000, points: 541}
    },
    {lever: "credit", direction: "down", unit: "money", before: 225_000, lastAccepted: 120_000, firstRefused: null},
    {
      lever: "downPayment",
      direction: "down",
      unit: "money",
      before: 20_000,
      lastAccepted: 20_000,
      firstRefused: {value: 10_000, points: 540}
    },
    {lever: "months", direction: "up", unit: "months", before: 18, lastAccepted: 36, firstRefused: null},
    {
      lever: "months",
      direction: "down",
      unit: "months",
      before: 18,
      lastAccepted: 18,
      firstRefused: {value: 12, points: 530}
    }
  ]
};

test("an acceptance is told by its distance from the threshold and by what would lose it", () => {
  const {lead, sentences, notes} = describeDecisionChange(margins, advisor);
  expect(plain(lead)).toBe("Le score dépasse de 23 points le seuil d’acceptation, 544 points.");
  expect(sentences.map(plain)).toEqual([
    "Le crédit pourrait aller jusqu’à 280 000 € ; à 290 000 €, l’avis deviendrait défavorable (541 points).",
    "Avec un apport de 10 000 € déjà, l’avis deviendrait défavorable (540 points).",
    "La durée pourrait aller jusqu’à environ 36 mois, limite de la simulation, sans que l’avis change.",
    "Avec une durée d’environ 12 mois déjà, l’avis deviendrait défavorable (530 points)."
  ]);
  expect(notes).toHaveLength(3);
  expect(describeDecisionChange(margins, {...applicant, language: "en"})).toMatchObject({
    lead: `Your score is 23${nbsp}points above the threshold for acceptance, 544${nbsp}points.`,
    sentences: [
      `The credit could go up to €280,000; at €290,000, the credit would no longer be recommended (541${nbsp}points).`,
      `With a down payment of €10,000 already, the credit would no longer be recommended (540${nbsp}points).`,
      `The duration could go up to about 36${nbsp}months, the limit of the simulation, and still be recommended.`,
      `With a duration of about 12${nbsp}months already, the credit would no longer be recommended (530${nbsp}points).`
    ]
  });
  const lead0 = (points: number) => plain(describeDecisionChange({...margins, points}, advisor).lead);
  expect(lead0(544)).toBe("Le score est exactement au seuil d’acceptation, 544 points.");
  expect(lead0(545)).toBe("Le score dépasse de 1 point le seuil d’acceptation, 544 points.");
});

test("every decision change has words: typeset, promising nothing, without an identifier or an empty value", () => {
  const arbitraryChange: fc.Arbitrary<DecisionChange> = fc
    .record({
      each: arbitraryCase,
      months: fc.option(fc.integer({min: 6, max: 60}), {nil: undefined}),
      clear: fc.boolean()
    })
    .map(({each: {model, row}, months, clear}) => {
      const engine = compileRecourse(model, testGrid);
      const askedFor = months === undefined ? {} : {months};
      return clear
        ? findRecourse(engine, row, {...askedFor, goal: "clear"})
        : findDecisionChange(engine, row, askedFor);
    });
  fc.assert(
    fc.property(
      arbitraryChange,
      fc.constantFrom(...languages),
      fc.constantFrom("advisor", "applicant"),
      (change, language, audience) => {
        const words = describeDecisionChange(change, {language, currency: "EUR", audience} as const);
        expect(words).toEqual(describeDecisionChange(structuredClone(change), {language, currency: "EUR", audience}));
        expect(words.sentences).toHaveLength(
          change.kind === "recourse" ? change.solutions.length : words.sentences.length
        );
        const texts = [words.lead, ...words.sentences, ...words.notes];
        for (const text of texts) {
          expect(text).toMatch(/^[A-ZÀ-Ü].*\.$/u);
          expect(text).not.toMatch(/NaN|undefined|null|Infinity|_|downPayment|-\d| {2}/);
          if (language === "fr") expect(text).not.toMatch(/[^\u00a0\u202f][:;!?€](\s|$)/);
          expect(text.length).toBeLessThanOrEqual(280);
        }
        // Solutions are in the conditional, and a note says what they are.
        for (const sentence of words.sentences) expect(sentence).toMatch(/rait|raient|would|could/);
        expect(words.notes[0]).toMatch(/simulation/);
      }
    ),
    {numRuns: 300}
  );
});
