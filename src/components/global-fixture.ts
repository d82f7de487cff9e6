import type {FamilyId} from "../../model/contract/feature.ts";
import type {Dependence, GlobalExplanation, ValueGroup} from "../../model/contract/global-explanation.ts";
import type {Text} from "../../model/contract/text.ts";
import type {GlobalData, NamedFeature} from "./global-data.js";

type Group = Dependence["features"][number]["groups"][number];

const text = (fr: string, en: string): Text => ({fr, en});
const interval = (value: number, within: number) => ({value, low: value - within, high: value + within});

function group(group: ValueGroup, mean: number, count: number, value: number | null = null): Group {
  return {group, value, count, mean, low: mean - 1.5, median: mean, high: mean + 1.5};
}

/** Groups of a number between bounds; the value of each is the middle of its bounds. */
function groupsOf(bounds: readonly number[], means: readonly number[], count = 200): Group[] {
  return means.map((mean, i) =>
    group(
      {
        kind: "interval",
        from: i === 0 ? null : bounds[i]!,
        to: i === means.length - 1 ? null : bounds[i + 1]!
      },
      mean,
      count,
      (bounds[i]! + bounds[i + 1]!) / 2
    )
  );
}

const features: Record<string, NamedFeature> = {
  external_score: {label: text("Score externe", "External score"), unit: "score", family: "external"},
  income_type: {
    label: text("Type de revenu", "Type of income"),
    unit: "category",
    family: "income",
    categoryLabels: {Working: text("Salarié", "Employee"), Pensioner: text("Retraité", "Pensioner")}
  },
  credit_amount: {label: text("Montant du crédit", "Credit amount"), unit: "money", family: "credit"},
  owns_car: {label: text("Possède une voiture", "Owns a car"), unit: "flag", family: "housing"}
};

const families: Record<FamilyId, Text> = {
  income: text("Revenus et emploi", "Income and employment"),
  credit: text("Crédit demandé", "Credit asked for"),
  debts: text("Autres crédits en cours", "Debts elsewhere"),
  repayment: text("Historique de remboursement", "Repayment history"),
  applications: text("Demandes précédentes", "Earlier applications"),
  situation: text("Situation personnelle", "Personal situation"),
  housing: text("Logement et patrimoine", "Housing and assets"),
  external: text("Scores externes", "External scores")
};

/** Contributions that rise with the value, of which some are missing. */
function swarmOf(
  id: string,
  categories: string[] | null,
  size: number
): GlobalExplanation["beeswarm"]["features"][number] {
  const places = Array.from({length: 240}, (_, i) => i / 239);
  return {
    id,
    contributions: places.map((place) => size * (2 * place - 1)),
    values: places.map((place, i) => (i % 4 === 0 ? null : categories === null ? Math.round(100 * place) : i % 2)),
    offsets: places.map((_, i) => ((i % 5) - 2) / 8),
    categories
  };
}

/** An explanation of four features of as many families, for tests. */
export function globalFixture(edit: (explanation: GlobalExplanation) => void = () => undefined): GlobalData {
  const ids = Object.keys(features);
  const sizes = [20, 10, 6, 4];
  const explanation: GlobalExplanation = {
    unit: "points",
    importance: {
      clients: 2400,
      units: 2000,
      samples: 1000,
      features: ids.map((id, i) => ({id, family: features[id]!.family, mean: interval(sizes[i]!, 0.5)})),
      families: ids.map((id, i) => ({id: features[id]!.family, features: i + 1, mean: interval(sizes[i]!, 0.4)}))
    },
    beeswarm: {
      sample: 240,
      clients: 2400,
      features: [swarmOf("external_score", null, 20), swarmOf("income_type", ["Working", "Pensioner"], 10)]
    },
    dependence: {
      clients: 2400,
      features: [
        {
          id: "external_score",
          groups: [
            ...groupsOf([0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 1], [-12, -12, -11.8, -6, 0.5, 6, 6.2]),
            group({kind: "missing"}, -4, 900)
          ],
          withheld: 0,
          interaction: null
        },
        {
          id: "income_type",
          groups: [
            group({kind: "category", category: "Working"}, -2, 1500),
            group({kind: "category", category: "Pensioner"}, 3.5, 800)
          ],
          withheld: 100,
          interaction: {
            id: "owns_car",
            share: 0.034,
            curves: [
              {group: {kind: "interval", from: null, to: 0}, count: 1300, means: [-3, 3]},
              {group: {kind: "interval", from: 0, to: null}, count: 1000, means: [-1, null]}
            ]
          }
        },
        {
          id: "credit_amount",
          groups: groupsOf([0, 100_000, 200_000, 300_000, 400_000], [4, 1, -2, -5], 600),
          withheld: 0,
          interaction: {
            id: "external_score",
            share: 0.002,
            curves: [
              {group: {kind: "interval", from: null, to: 0.5}, count: 1200, means: [4.5, 1.5, -2, -5]},
              {group: {kind: "interval", from: 0.5, to: null}, count: 1200, means: [3.5, 0.5, -2, null]}
            ]
          }
        },
        {
          id: "owns_car",
          groups: [
            group({kind: "interval", from: null, to: 0}, -0.5, 1300, 0),
            group({kind: "interval", from: 0, to: null}, 1, 1100, 1)
          ],
          withheld: 1,
          interaction: null
        }
      ]
    },
    permutation: {
      clients: 2000,
      defaults: 160,
      inSample: false,
      repeats: 5,
      auc: 0.76,
      features: ids.map((id, i) => ({id, drop: [-0.0012, 0.02, 0.01, 0.001][i]!, standardError: 0.001})),
      families: ids.map((id, i) => ({
        id: features[id]!.family,
        features: i + 1,
        drop: [0.09, 0.02, 0.01, 0.001][i]!,
        standardError: 0.001
      }))
    },
    segments: [
      {
        id: "age",
        features: ids.slice(0, 2),
        families: ["external", "income", "credit"],
        segments: [
          {
            id: "age-0",
            label: text("Moins de 30 ans", "Under 30"),
            count: 900,
            features: [24, 9],
            families: [24, 9, 6]
          },
          {
            id: "age-1",
            label: text("30 ans et plus", "30 and over"),
            count: 1463,
            features: [17, 11],
            families: [17, 11, 6]
          }
        ],
        withheld: 37
      },
      {id: "income_type", features: [], families: [], segments: [], withheld: 2400}
    ]
  };
  edit(explanation);
  return {
    explanation,
    inputs: 4,
    features,
    families,
    groupings: {age: text("Tranche d’âge", "Age band"), income_type: text("Type de revenu", "Type of income")},
    currency: "EUR",
    smallest: 50
  };
}
