import {familyIds} from "../model/contract/feature.ts";
import {assessmentOf, type ModelOrigin} from "../model/contract/report.ts";
import {defaultScale, type Policy} from "../model/contract/scoring-model.ts";
import {tableNames} from "../model/contract/table-names.ts";
import type {Reports} from "./section.ts";

const policy: Policy = {costRatio: 10, threshold: 553, reviewFrom: 548, reviewTo: 559};

/** The same of a model that was brought along, as the report of its making tells it. */
export function importedReports(changes: Partial<Extract<ModelOrigin, {kind: "imported"}>> = {}): Reports {
  const given = reports();
  const origin: ModelOrigin = {
    kind: "imported",
    format: "lightgbm",
    file: "model.txt",
    sha256: "8d5e957f297893487bd98fa830fa6413".repeat(2),
    unseen: false,
    covers: "file",
    link: {method: "platt", slope: 1, intercept: 0},
    ...changes
  };
  const assessment = assessmentOf(origin);
  return {
    ...given,
    training: {
      ...given.training,
      origin,
      repeats: 1,
      parameters: {},
      roundsPerFold: [],
      inputs: 41,
      categoricalInputs: 3
    },
    performance: {
      ...given.performance,
      assessment,
      auc: {value: 0.757, standardError: 0},
      aucPerRepeat: [0.757],
      aucPerFold: given.performance.aucPerFold.slice(0, 5)
    },
    scores: {...given.scores, assessment}
  };
}

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
      origin: {kind: "trained"},
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
      assessment: "out-of-fold",
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
      calibration: [{predicted: 0.081, observed: 0.08, count: 800, low: 0.063, high: 0.101}],
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
      // Accepting at 400 points lets every default in, at 800 none: the least of the three thresholds, ratio by ratio.
      costByRatio: [
        {
          costRatio: 5,
          threshold: 553,
          cost: 301,
          acceptAll: 320,
          refuseAll: 736,
          accepted: 0.70875,
          acceptedDefaults: 0.0388
        },
        {
          costRatio: 10,
          threshold: 553,
          cost: 411,
          acceptAll: 640,
          refuseAll: 736,
          accepted: 0.70875,
          acceptedDefaults: 0.0388
        },
        {costRatio: 50, threshold: 800, cost: 736, acceptAll: 3200, refuseAll: 736, accepted: 0, acceptedDefaults: 0}
      ],
      // Credits of 500,000 each.
      money: {
        lossGivenDefault: 0.6,
        margin: 0.06,
        losses: [19_200_000, 6_600_000, 0],
        marginForgone: [0, 5_730_000, 22_080_000],
        threshold: 553
      },
      calibrations: {none: 0.26, platt: 0.25, isotonic: 0.251, inForce: "platt"},
      uncalibrated: [{predicted: 0.11, observed: 0.08, count: 800, low: 0.063, high: 0.101}]
    },
    scores: {
      assessment: "out-of-fold",
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
