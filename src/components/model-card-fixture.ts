import type {Contender} from "../../model/contract/comparison.ts";
import {families, familyIds} from "../../model/contract/feature.ts";
import {type ModelCard, modelCardSchema} from "../../model/contract/model-card.ts";
import {tableNames} from "../../model/contract/table-names.ts";

const around = (value: number, half: number) => ({value, low: value - half, high: value + half});

function contender(id: Contender["id"], auc: number, cost: number): Contender {
  const champion = id === "boosted";
  return {
    id,
    trainedOn: null,
    auc: {value: auc, standardError: 0.013},
    difference: champion ? null : {value: auc - 0.764, standardError: 0.004},
    averagePrecision: 0.24,
    logLoss: 0.236,
    brier: 0.064,
    accepted: 760,
    missedDefaults: 29,
    refusedGood: 190,
    cost: around(cost, 46),
    costDifference: champion ? null : around(cost - 480, 20),
    money: around(33 * cost, 1900),
    moneyDifference: champion ? null : around(33 * (cost - 480), 800)
  };
}

/** A small card that obeys the contract; for tests. */
export function cardFixture(): ModelCard {
  return modelCardSchema.parse({
    card: "limpide-model-card/1",
    identity: {
      version: "0123456789ab",
      trained: "2026-11-22",
      origin: {kind: "trained"},
      modelHash: "01".repeat(32),
      dataHash: "ab".repeat(32),
      software: {name: "limpide", version: "0.1.0", licence: "Apache-2.0"}
    },
    use: {
      intended: [{fr: "Aider un conseiller.", en: "To help an advisor."}],
      users: [{fr: "Les conseillers.", en: "Advisors."}],
      outOfScope: [{fr: "Décider seul.", en: "To decide alone."}]
    },
    data: {
      demonstration: true,
      currency: "EUR",
      clients: 10_000,
      labelled: 5000,
      defaults: 386,
      tables: tableNames.map((name, i) => ({
        name,
        present: i !== 5,
        rows: i === 5 ? 0 : 4321,
        clients: i === 5 ? 0 : 900,
        features: i === 5 ? 0 : 20
      }))
    },
    features: {
      inputs: 274,
      categorical: 12,
      families: familyIds.map((id) => ({id, label: families[id], inputs: 34, weight: 0.125}))
    },
    training: {
      algorithm: {fr: "Arbres de décision.", en: "Decision trees."},
      parameters: {boosting: "gbdt", learning_rate: 0.06, monotone_constraints: ""},
      folds: 5,
      repeats: 3,
      seed: 1,
      rounds: 126,
      roundsPerFold: [103, 155, 159],
      leaves: 1008
    },
    evaluation: {
      assessment: "out-of-fold",
      clients: 5000,
      defaults: 386,
      auc: around(0.764, 0.025),
      averagePrecision: around(0.241, 0.036),
      ks: around(0.421, 0.045),
      logLoss: around(0.2344, 0.0171),
      brier: around(0.0642, 0.0055),
      samples: 300,
      uninformed: {averagePrecision: 0.0772, logLoss: 0.2719, brier: 0.0712},
      policy: {costRatio: 10, threshold: 562, reviewFrom: 553, reviewTo: 565},
      threshold: {value: 562, low: 521, high: 565},
      cost: around(478, 47),
      acceptAll: 772,
      refuseAll: 923,
      calibration: {method: "isotonic", none: 0.2364, platt: 0.2363, isotonic: 0.2357, groups: 10, agreeing: 9},
      champion: "boosted",
      contenders: [
        contender("constant", 0.5, 772),
        contender("logistic", 0.763, 519),
        contender("boosted", 0.764, 480),
        contender("boosted-protected", 0.769, 471)
      ],
      groups: [
        {
          feature: "gender",
          label: {fr: "Sexe", en: "Gender"},
          category: {fr: "Femme", en: "Woman"},
          clients: 3301,
          defaults: 223,
          accepted: 0.788,
          refusedGood: 0.187,
          auc: around(0.749, 0.034)
        },
        {
          feature: "family_status",
          label: {fr: "Situation familiale", en: "Family status"},
          category: {fr: "Veuf ou veuve", en: "Widowed"},
          clients: 292,
          defaults: 19,
          accepted: 0.846,
          refusedGood: 0.125,
          auc: null
        }
      ]
    },
    explanations: {clients: 10_000, largestError: 5.6e-8, tolerance: 1e-5},
    protected: {
      leftOut: [
        {id: "gender", label: {fr: "Sexe", en: "Gender"}},
        {id: "family_status", label: {fr: "Situation familiale", en: "Family status"}}
      ],
      included: [],
      price: {auc: around(0.005, 0.008), cost: around(9, 20), money: around(297_000, 800_000)}
    },
    limits: {
      unlabelled: 0.5,
      external: [
        {id: "external_score_a", label: {fr: "Score externe A", en: "External score A"}, missing: 0.56},
        {id: "external_score_b", label: {fr: "Score externe B", en: "External score B"}, missing: 0.002}
      ],
      withoutExternal: 0.001,
      externalWeight: 0.37,
      absentTables: ["installments_payments"],
      groupsTooSmall: 1,
      smallestGroup: 292,
      asGood: ["logistic"]
    },
    review: {
      reviewed: 0.027,
      procedure: {fr: "Le conseiller décide.", en: "The advisor decides."},
      law: [{name: {fr: "Article 18", en: "Article 18"}, text: {fr: "Une explication.", en: "An explanation."}}]
    }
  });
}
