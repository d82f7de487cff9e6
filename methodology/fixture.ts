import {familyIds} from "../model/contract/feature.ts";
import {defaultScale, type Policy} from "../model/contract/scoring-model.ts";
import {tableNames} from "../model/contract/table-names.ts";
import type {Reports} from "./section.ts";

const policy: Policy = {costRatio: 10, threshold: 553, reviewFrom: 548, reviewTo: 559};

/** A small set of reports that obeys the contracts; for tests. */
export function reports(): Reports {
  return {
    portfolio: {
      demonstration: true,
      currency: "EUR",
      clients: 1000,
      labelled: 800,
      defaults: 64,
      tables: tableNames.map((name, i) => ({
        name,
        files: i === 5 ? [] : [`${name}.csv`],
        present: i !== 5,
        rows: i === 5 ? 0 : 1000 * (i + 1),
        clients: i === 5 ? 0 : 900,
        features: i === 5 ? 0 : 20,
        catalogued: 20
      }))
    },
    training: {
      modelVersion: "0123456789ab",
      trained: "2025-11-22",
      dataHash: "ba9876543210",
      seed: 7,
      rows: 800,
      defaults: 64,
      folds: 5,
      repeats: 2,
      parameters: {num_leaves: 15, learning_rate: 0.05, scale_pos_weight: 1},
      roundsPerFold: [101, 117, 98, 123, 111, 105, 99, 120, 108, 113],
      rounds: 109,
      leaves: 1635,
      inputs: 119,
      categoricalInputs: 4,
      calibration: {method: "platt", slope: 1.05, intercept: 0.02},
      leftOut: ["gender"]
    },
    performance: {
      clients: 800,
      defaults: 64,
      auc: {value: 0.757, standardError: 0.002},
      aucSamplingError: 0.031,
      aucPerRepeat: [0.755, 0.759],
      aucPerFold: [0.731, 0.744, 0.752, 0.768, 0.771, 0.739, 0.749, 0.76, 0.774, 0.782],
      averagePrecision: 0.237,
      logLoss: 0.2487,
      logLossConstant: 0.2788,
      brier: 0.0693,
      ks: 0.401,
      roc: [
        {points: 400, x: 0, y: 0},
        {points: 553, x: 0.26, y: 0.65},
        {points: 800, x: 1, y: 1}
      ],
      precisionRecall: [
        {points: 553, x: 0.65, y: 0.18},
        {points: 800, x: 1, y: 0.08}
      ],
      calibration: [{predicted: 0.08, observed: 0.081, count: 800, low: 0.064, high: 0.102}],
      thresholds: [
        {threshold: 400, falseNegatives: 64, truePositives: 0, falsePositives: 0, trueNegatives: 736},
        {threshold: 553, falseNegatives: 22, truePositives: 42, falsePositives: 191, trueNegatives: 545},
        {threshold: 800, falseNegatives: 0, truePositives: 64, falsePositives: 736, trueNegatives: 0}
      ],
      policy,
      scale: defaultScale,
      cost: {policy: 411, acceptAll: 640, refuseAll: 736},
      costIntervals: {
        threshold: {value: 550, low: 541, high: 562},
        costPerClient: {value: 0.5, low: 0.47, high: 0.53},
        samples: 1000
      },
      costByRatio: [],
      money: null,
      calibrations: {none: 0.26, platt: 0.25, isotonic: 0.251, inForce: "platt"},
      uncalibrated: []
    },
    scores: {
      edges: [400, 550, 800],
      repaid: [190, 546],
      defaulted: [41, 23],
      unlabelled: [50, 150],
      decisions: {accept: 720, refuse: 280, reviewAccept: 30, reviewRefuse: 25},
      outcomes: {accepted: 567, acceptedDefaults: 22, refused: 233, refusedDefaults: 42},
      policy,
      scale: defaultScale
    },
    explanation: {
      clients: 1000,
      largestError: 6.1e-7,
      tolerance: 1e-5,
      features: [{id: "income_total", meanAbsPoints: 7.3}],
      families: familyIds.map((id, i) => ({id, meanAbsPoints: 20 - 2 * i, features: 15}))
    },
    features: [
      {
        id: "income_total",
        label: {fr: "Revenu annuel", en: "Annual income"},
        description: {fr: "Revenu déclaré.", en: "Income declared."},
        unit: "money",
        family: "income",
        source: "application",
        direction: "lowers",
        actionable: false,
        protected: false,
        inModel: true
      },
      {
        id: "gender",
        label: {fr: "Sexe", en: "Gender"},
        description: {fr: "Sexe déclaré.", en: "Gender declared."},
        unit: "category",
        family: "situation",
        source: "application",
        direction: "none",
        actionable: false,
        protected: true,
        categoryLabels: {F: {fr: "Femme", en: "Woman"}},
        inModel: false
      }
    ]
  };
}
