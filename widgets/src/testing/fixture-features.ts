import type {FamilyId, Unit} from "../../../model/contract/feature.ts";
import type {ManifestFeature} from "../../../model/contract/manifest.ts";
import type {Text} from "../../../model/contract/text.ts";
import type {Random} from "./random.ts";

/** An invented feature: how a person of some solidity draws it, and how many points a value is worth. */
export interface FixtureFeature {
  feature: ManifestFeature;
  /** What it means, which the book keeps in a file of its own. */
  meaning: Text;
  draw: (random: Random, solidity: number) => number | null;
  worth: (value: number | null) => number;
}

type Texts = readonly [fr: string, en: string];

function told(
  id: string,
  family: FamilyId,
  unit: Unit,
  label: Texts,
  meaning: Texts,
  more: Partial<ManifestFeature> = {}
): Pick<FixtureFeature, "feature" | "meaning"> {
  return {
    feature: {
      id,
      label: {fr: label[0], en: label[1]},
      unit,
      family,
      source: "application",
      direction: "none",
      actionable: false,
      protected: false,
      categories: null,
      inModel: true,
      usual: null,
      ...more
    },
    meaning: {fr: meaning[0], en: meaning[1]}
  };
}

function categories(entries: Readonly<Record<string, Texts>>): Partial<ManifestFeature> {
  return {
    categories: Object.keys(entries),
    categoryLabels: Object.fromEntries(Object.entries(entries).map(([name, [fr, en]]) => [name, {fr, en}]))
  };
}

const round = (value: number, step: number) => Math.round(value / step) * step;
const within = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);
const place = (shares: readonly number[], u: number) => {
  let sum = 0;
  return Math.max(
    0,
    shares.findIndex((share) => (sum += share) > u)
  );
};

export const fixtureFeatures: readonly FixtureFeature[] = [
  {
    ...told(
      "income",
      "income",
      "money",
      ["Revenu annuel", "Yearly income"],
      ["Ce que le client déclare gagner en un an.", "What the client says they earn in a year."]
    ),
    draw: (r, s) => round(Math.exp(10.35 + 0.12 * s + 0.45 * r.normal()), 100),
    worth: (v) => within((v! - 34_000) / 6000, -5, 6)
  },
  {
    ...told(
      "employment_years",
      "income",
      "years",
      ["Ancienneté dans l’emploi", "Time in current job"],
      [
        "Depuis combien de temps le client occupe son emploi actuel.",
        "How long the client has been in their current job."
      ]
    ),
    draw: (r, s) => (r.chance(0.12) ? null : round(Math.exp(1.4 + 0.35 * s + 0.9 * r.normal()), 0.1)),
    worth: (v) => (v === null ? 3 : within((Math.log1p(v) - 1.7) * 11, -16, 15))
  },
  {
    ...told(
      "income_type",
      "income",
      "category",
      ["Source de revenu", "Source of income"],
      ["D’où vient le revenu principal du client.", "Where the client’s main income comes from."],
      categories({
        Working: ["Salarié du privé", "Private employee"],
        Associate: ["Profession commerciale", "Commercial associate"],
        Pensioner: ["Retraité", "Pensioner"],
        Servant: ["Fonctionnaire", "Civil servant"],
        Unemployed: ["Sans emploi", "Unemployed"]
      })
    ),
    draw: (r) => place([0.52, 0.23, 0.17, 0.07, 0.01], r.uniform()),
    worth: (v) => [-2, 1, 5, 6, -18][v!]!
  },
  {
    ...told(
      "occupation_documents",
      "income",
      "flag",
      ["Justificatif d’emploi fourni", "Proof of employment given"],
      ["Si le client a fourni un justificatif d’emploi.", "Whether the client has given proof of employment."]
    ),
    draw: (r) => Number(r.chance(0.82)),
    worth: (v) => (v === 1 ? 0.6 : -2.4)
  },
  {
    ...told(
      "credit_amount",
      "credit",
      "money",
      ["Montant du crédit", "Credit amount"],
      ["Le montant que le client demande.", "The amount that the client asks for."]
    ),
    draw: (r) => round(Math.exp(9.6 + 0.6 * r.normal()), 500),
    worth: (v) => within((16_000 - v!) / 3000, -9, 4)
  },
  {
    ...told(
      "annuity_to_income",
      "credit",
      "ratio",
      ["Part du revenu prise par les mensualités", "Share of income taken by instalments"],
      [
        "Les mensualités d’une année, rapportées au revenu annuel.",
        "A year’s instalments as a share of yearly income."
      ],
      {actionable: true}
    ),
    draw: (r, s) => within(0.17 - 0.015 * s + 0.07 * r.normal(), 0.02, 0.6),
    worth: (v) => within((0.17 - v!) * 140, -22, 14)
  },
  {
    ...told(
      "term",
      "credit",
      "months",
      ["Durée du crédit", "Term of the credit"],
      ["Le nombre de mensualités prévues.", "How many instalments are planned."],
      {actionable: true}
    ),
    draw: (r) => [12, 18, 24, 36, 48, 60][place([0.16, 0.14, 0.26, 0.24, 0.12, 0.08], r.uniform())]!,
    worth: (v) => within((30 - v!) / 5, -7, 4)
  },
  {
    ...told(
      "active_credits",
      "debts",
      "count",
      ["Crédits en cours ailleurs", "Running credits elsewhere"],
      [
        "Le nombre de crédits que le client rembourse à d’autres établissements.",
        "How many credits the client is repaying to other lenders."
      ]
    ),
    draw: (r, s) => (r.chance(0.14) ? null : Math.max(0, Math.round(1.9 - 0.4 * s + 1.5 * r.normal()))),
    worth: (v) => (v === null ? -2 : within((2 - v) * 3.5, -18, 7))
  },
  {
    ...told(
      "debt",
      "debts",
      "money",
      ["Dette restant due ailleurs", "Debt owed elsewhere"],
      ["Ce que le client doit encore à d’autres établissements.", "What the client still owes other lenders."]
    ),
    draw: (r) => (r.chance(0.14) ? null : r.chance(0.3) ? 0 : round(Math.exp(9 + 1.1 * r.normal()), 10)),
    worth: (v) => (v === null ? -1.5 : v === 0 ? 7 : within((9.2 - Math.log(v)) * 4, -14, 8))
  },
  {
    ...told(
      "overdue_share",
      "debts",
      "ratio",
      ["Part de la dette en retard", "Share of debt overdue"],
      ["La part de la dette ailleurs dont l’échéance est passée.", "The share of debt elsewhere that is past due."]
    ),
    draw: (r, s) => (r.chance(0.14) ? null : r.chance(0.9 + 0.04 * s) ? 0 : r.uniform() * 0.6),
    worth: (v) => (v === null ? 0 : v === 0 ? 1.8 : -16 - v * 20)
  },
  {
    ...told(
      "late_share",
      "repayment",
      "ratio",
      ["Part des échéances payées en retard", "Share of instalments paid late"],
      [
        "Parmi les échéances passées, celles qui ont été payées après leur date.",
        "Of past instalments, those paid after their date."
      ]
    ),
    draw: (r, s) => (r.chance(0.05) ? null : within(0.09 - 0.05 * s + 0.07 * r.normal(), 0, 1)),
    worth: (v) => (v === null ? -3 : within((0.08 - v) * 190, -38, 14))
  },
  {
    ...told(
      "worst_delay",
      "repayment",
      "days",
      ["Plus long retard", "Longest delay"],
      [
        "Le plus grand nombre de jours de retard sur une échéance.",
        "The greatest number of days that an instalment was late."
      ]
    ),
    draw: (r, s) =>
      r.chance(0.05) ? null : r.chance(0.45 + 0.1 * s) ? 0 : Math.round(Math.exp(2.2 - 0.3 * s + 0.9 * r.normal())),
    worth: (v) => (v === null ? -1 : v === 0 ? 6 : within(3 - Math.log(v) * 3.4, -16, 4))
  },
  {
    ...told(
      "last_late",
      "repayment",
      "monthsAgo",
      ["Dernier retard", "Latest delay"],
      [
        "Depuis combien de mois la dernière échéance a été payée en retard.",
        "How many months ago an instalment was last paid late."
      ]
    ),
    draw: (r, s) => (r.chance(0.5) ? null : Math.round(within(20 + 8 * s + 14 * r.normal(), 1, 80))),
    worth: (v) => (v === null ? 4 : within((v - 22) / 3, -9, 9))
  },
  {
    ...told(
      "previous_applications",
      "applications",
      "count",
      ["Demandes précédentes", "Earlier applications"],
      ["Combien de crédits le client a déjà demandés ici.", "How many credits the client has asked for here before."]
    ),
    draw: (r) => Math.max(0, Math.round(3.2 + 2.4 * r.normal())),
    worth: (v) => within((4 - v!) * 0.7, -4, 2)
  },
  {
    ...told(
      "refused_share",
      "applications",
      "ratio",
      ["Part des demandes refusées", "Share of applications refused"],
      [
        "Parmi les demandes précédentes, celles qui ont été refusées.",
        "Of earlier applications, those that were refused."
      ]
    ),
    draw: (r, s) =>
      r.chance(0.08)
        ? null
        : r.chance(0.55 + 0.1 * s)
          ? 0
          : round(within(0.3 - 0.08 * s + 0.2 * r.normal(), 0.05, 1), 0.05),
    worth: (v) => (v === null ? 0 : within((0.12 - v) * 42, -24, 6))
  },
  {
    ...told(
      "goods",
      "applications",
      "category",
      ["Objet de la dernière demande", "Purpose of the latest application"],
      ["Ce que le client voulait acheter la dernière fois.", "What the client wanted to buy last time."],
      categories({
        Mobile: ["Téléphone", "Mobile phone"],
        Electronics: ["Électronique", "Consumer electronics"],
        Furniture: ["Meubles", "Furniture"],
        Cash: ["Crédit sans objet précis", "Cash credit"],
        Vehicle: ["Véhicule", "Vehicle"],
        Clothing: ["Vêtements", "Clothing"],
        Works: ["Travaux", "Building works"],
        Medical: ["Santé", "Medical"],
        Other: ["Autre", "Other"]
      })
    ),
    draw: (r) => (r.chance(0.06) ? null : place([0.22, 0.2, 0.12, 0.24, 0.04, 0.06, 0.05, 0.03, 0.04], r.uniform())),
    worth: (v) => (v === null ? 0 : [-2, 1, 3, -3, 2, 1, 2, 3, 0][v]!)
  },
  {
    ...told("age", "situation", "years", ["Âge", "Age"], ["L’âge du client.", "The client’s age."]),
    draw: (r, s) => Math.round(within(42 + 3 * s + 12 * r.normal(), 21, 69)),
    worth: (v) => within((v! - 42) * 0.55, -11, 10)
  },
  {
    ...told(
      "education",
      "situation",
      "category",
      ["Niveau d’études", "Education"],
      ["Le diplôme le plus élevé du client.", "The client’s highest degree."],
      categories({
        Lower: ["Collège", "Lower secondary"],
        Secondary: ["Lycée", "Secondary"],
        Higher: ["Études supérieures", "Higher education"]
      })
    ),
    draw: (r, s) => place([0.05, 0.66 - 0.05 * s, 0.29 + 0.05 * s], r.uniform()),
    worth: (v) => [-9, -3, 8][v!]!
  },
  {
    ...told(
      "children",
      "situation",
      "count",
      ["Enfants à charge", "Dependent children"],
      ["Le nombre d’enfants à la charge du client.", "How many children depend on the client."]
    ),
    draw: (r) => place([0.68, 0.19, 0.1, 0.02, 0.01], r.uniform()),
    worth: (v) => 0.3 - v! * 0.35
  },
  {
    ...told("gender", "situation", "category", ["Genre", "Gender"], ["Le genre déclaré.", "The gender declared."], {
      ...categories({F: ["Femme", "Woman"], M: ["Homme", "Man"]}),
      protected: true,
      inModel: false
    }),
    draw: (r) => place([0.6, 0.4], r.uniform()),
    worth: () => 0
  },
  {
    ...told(
      "owns_home",
      "housing",
      "flag",
      ["Propriétaire de son logement", "Owns their home"],
      ["Si le client possède son logement.", "Whether the client owns their home."]
    ),
    draw: (r, s) => Number(r.chance(0.69 + 0.03 * s)),
    worth: (v) => (v === 1 ? 1.4 : -3.1)
  },
  {
    ...told(
      "car_age",
      "housing",
      "yearsAgo",
      ["Achat de la voiture", "Car bought"],
      ["Depuis combien d’années le client a sa voiture.", "How many years ago the client bought their car."]
    ),
    draw: (r, s) => (r.chance(0.62) ? null : Math.round(within(10 - 2 * s + 6 * r.normal(), 0, 40))),
    worth: (v) => (v === null ? -0.4 : within((9 - v) * 0.6, -6, 5))
  },
  {
    ...told(
      "external_1",
      "external",
      "score",
      ["Score externe A", "External score A"],
      ["La note d’une agence extérieure, de 0 à 1.", "The mark of an outside agency, from 0 to 1."]
    ),
    draw: (r, s) => (r.chance(0.4) ? null : within(0.5 + 0.14 * s + 0.15 * r.normal(), 0.02, 0.96)),
    worth: (v) => (v === null ? -1 : (v - 0.5) * 90)
  },
  {
    ...told(
      "external_2",
      "external",
      "score",
      ["Score externe B", "External score B"],
      ["La note d’une deuxième agence, de 0 à 1.", "The mark of a second agency, from 0 to 1."]
    ),
    draw: (r, s) => (r.chance(0.03) ? null : within(0.55 + 0.13 * s + 0.14 * r.normal(), 0.01, 0.88)),
    worth: (v) => (v === null ? -4 : (v - 0.54) * 120)
  },
  {
    ...told(
      "address_match",
      "situation",
      "number",
      ["Stabilité de l’adresse", "Stability of address"],
      [
        "Indice sans unité, plus haut quand l’adresse change peu.",
        "An index without unit, higher when the address rarely changes."
      ]
    ),
    draw: (r, s) => Math.round((1.5 + 0.2 * s + 0.6 * r.normal()) * 100) / 100,
    worth: (v) => within((v! - 1.5) * 2, -3, 3)
  }
];
