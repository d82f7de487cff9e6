import {z} from "zod";
import {familyIds} from "./feature.ts";
import {estimateSchema, intervalSchema} from "./figures.ts";
import {modelSourceSchema} from "./imported-model.ts";
import {calibrationSchema, policySchema, scaleSchema} from "./scoring-model.ts";
import {tableNames} from "./table-names.ts";

/** What the tables hold, as read and checked. */
export const portfolioReportSchema = z.strictObject({
  /** Whether these people are invented. */
  demonstration: z.boolean(),
  currency: z.string().length(3),
  clients: z.int(),
  /** Clients whose outcome is known, and those of them who defaulted. */
  labelled: z.int(),
  defaults: z.int(),
  tables: z.array(
    z.strictObject({
      name: z.enum(tableNames),
      /** Files that were read; empty when the table is absent. */
      files: z.array(z.string()),
      present: z.boolean(),
      rows: z.int(),
      /** Clients with at least one row. */
      clients: z.int(),
      /** Features computed from it, of how many the catalogue has. */
      features: z.int(),
      catalogued: z.int()
    })
  )
});
export type PortfolioReport = z.infer<typeof portfolioReportSchema>;

/** How the model came to be: trained here, or imported. */
export const modelOriginSchema = z.discriminatedUnion("kind", [
  z.strictObject({kind: z.literal("trained")}),
  z.strictObject({
    kind: z.literal("imported"),
    ...modelSourceSchema.shape,
    /** Whether it is assessed on clients who are said not to have trained it; otherwise any of them may have. */
    unseen: z.boolean(),
    /** Whether its file says how many clients passed each split, or they were counted on the feature table. */
    covers: z.enum(["file", "table"]),
    /** Its own way from raw score to probability, before calibration; null where it has none. */
    link: calibrationSchema.nullable()
  })
]);
export type ModelOrigin = z.infer<typeof modelOriginSchema>;

/**
 * What clients whose outcome is known were to the model whose figures they give: "out-of-fold", each scored by models
 * that were trained without them; "unseen", said not to have trained the imported model; "seen", they may have trained
 * it, and figures flatter it.
 */
export const assessments = ["out-of-fold", "unseen", "seen"] as const;
export type Assessment = (typeof assessments)[number];

export function assessmentOf(origin: ModelOrigin): Assessment {
  if (origin.kind === "trained") return "out-of-fold";
  return origin.unseen ? "unseen" : "seen";
}

/** How the model was made. */
export const trainingReportSchema = z.strictObject({
  origin: modelOriginSchema,
  modelVersion: z.string(),
  /** Or imported. */
  trained: z.iso.date(),
  /** First 12 hexadecimal digits of the SHA-256 of the feature table. */
  dataHash: z.string(),
  /** Of folds, and of the trainer. */
  seed: z.int(),
  /** Clients that the model is assessed on, and those of them who defaulted. */
  rows: z.int(),
  defaults: z.int(),
  /** Of an imported model, folds serve to choose its calibration, and there is one repeat. */
  folds: z.int(),
  repeats: z.int(),
  /** The trainer's parameters, named as LightGBM names them; none of an imported model. */
  parameters: z.record(z.string(), z.union([z.number(), z.string(), z.boolean()])),
  /** Boosting rounds that early stopping kept in each fit, repeats × folds (none of an imported model); and its trees. */
  roundsPerFold: z.array(z.int()),
  rounds: z.int(),
  leaves: z.int(),
  /** Features that it was given; of an imported model, those that it reads. */
  inputs: z.int(),
  categoricalInputs: z.int(),
  calibration: calibrationSchema,
  /** Protected features of the catalogue that were kept out. */
  leftOut: z.array(z.string())
});
export type TrainingReport = z.infer<typeof trainingReportSchema>;

const curvePoint = z.strictObject({points: z.int(), x: z.number(), y: z.number()});

/** How well the score ranks and what its errors cost, on the clients that the model is assessed on. */
export const performanceReportSchema = z.strictObject({
  assessment: z.enum(assessments),
  clients: z.int(),
  defaults: z.int(),
  /** Mean over repeats, and its standard error over repeats: what another division into folds would change. */
  auc: estimateSchema,
  /** What another sample of as many clients would change: the standard error of one repeat (DeLong, 1988). */
  aucSamplingError: z.number().nonnegative(),
  aucPerRepeat: z.array(z.number()),
  aucPerFold: z.array(z.number()),
  averagePrecision: z.number(),
  logLoss: z.number(),
  /** Log loss of saying the default rate to everyone. */
  logLossConstant: z.number(),
  brier: z.number(),
  ks: z.number(),
  /** x false positive rate, y true positive rate (a positive is a default), at whole points. */
  roc: z.array(curvePoint),
  /** x recall, y precision. */
  precisionRecall: z.array(curvePoint),
  /** Ten groups of equal size by predicted probability; `low` and `high` are the 95 % Wilson interval of `observed`. */
  calibration: z.array(
    z.strictObject({predicted: z.number(), observed: z.number(), count: z.int(), low: z.number(), high: z.number()})
  ),
  /** Outcomes of each whole-point threshold: accepted when points ≥ `threshold`. */
  thresholds: z.array(
    z.strictObject({
      threshold: z.int(),
      /** Defaults accepted (a missed default), defaults refused, good clients refused, good clients accepted. */
      falseNegatives: z.int(),
      truePositives: z.int(),
      falsePositives: z.int(),
      trueNegatives: z.int()
    })
  ),
  policy: policySchema,
  scale: scaleSchema,
  /** Cost of the policy, of accepting everyone and of refusing everyone, in refused good clients. */
  cost: z.strictObject({policy: z.number(), acceptAll: z.number(), refuseAll: z.number()}),
  /** What other samples of as many clients would have said (bootstrap). */
  costIntervals: z.strictObject({
    /** Whole points. */
    threshold: intervalSchema,
    /** In refused good clients, a client. */
    costPerClient: intervalSchema,
    samples: z.int()
  }),
  /** The least-cost threshold, and what it costs, when a missed default costs more or less. */
  costByRatio: z.array(
    z.strictObject({
      costRatio: z.number(),
      threshold: z.int(),
      cost: z.number(),
      acceptAll: z.number(),
      refuseAll: z.number(),
      /** Shares: of clients who are accepted, and of these who default. */
      accepted: z.number(),
      acceptedDefaults: z.number()
    })
  ),
  /** The same thresholds in money; null when no client's credit is known. */
  money: z
    .strictObject({
      /** Shares of the credit: lost by a default, earned by a loan that is repaid. */
      lossGivenDefault: z.number(),
      margin: z.number(),
      /** In the portfolio's currency, of all labelled clients; a threshold an entry, as in `thresholds`. */
      losses: z.array(z.number()),
      marginForgone: z.array(z.number()),
      /** The threshold of least money. */
      threshold: z.int()
    })
    .nullable(),
  /**
   * Log loss of ways to turn raw scores into probabilities, each fold's fitted on the others; and the one in force.
   * `none` is the model's own probability, null where it has none, or where one of 0 or 1 proved wrong.
   */
  calibrations: z.strictObject({
    none: z.number().nullable(),
    platt: z.number(),
    isotonic: z.number(),
    inForce: z.enum(["platt", "isotonic"])
  }),
  /** Groups as in `calibration`, of the model's own probability, before calibration; empty where it has none. */
  uncalibrated: z.array(
    z.strictObject({predicted: z.number(), observed: z.number(), count: z.int(), low: z.number(), high: z.number()})
  )
});
export type PerformanceReport = z.infer<typeof performanceReportSchema>;

/** Score distribution and decisions, for the Overview. */
export const scoresReportSchema = z.strictObject({
  assessment: z.enum(assessments),
  /** Bin edges in points. The assessed are counted by the score that assesses them, those without outcome by the model's. */
  edges: z.array(z.int()),
  repaid: z.array(z.int()),
  defaulted: z.array(z.int()),
  unlabelled: z.array(z.int()),
  /** Of all clients, by the model in force. */
  decisions: z.strictObject({
    accept: z.int(),
    refuse: z.int(),
    /** Of these, in the band that asks for a human review. */
    reviewAccept: z.int(),
    reviewRefuse: z.int()
  }),
  /** Of assessed clients: those accepted, and those of them who defaulted; likewise refused. */
  outcomes: z.strictObject({accepted: z.int(), acceptedDefaults: z.int(), refused: z.int(), refusedDefaults: z.int()}),
  policy: policySchema,
  scale: scaleSchema
});
export type ScoresReport = z.infer<typeof scoresReportSchema>;

/** What drives the score overall, and the proof that each explanation adds up. */
export const explanationReportSchema = z.strictObject({
  clients: z.int(),
  /** Largest |base + contributions − ONNX Runtime raw score| over all clients, in log-odds, and what is tolerated. */
  largestError: z.number(),
  tolerance: z.number(),
  /** Mean |contribution| over all clients, in points, largest first. */
  features: z.array(z.strictObject({id: z.string(), meanAbsPoints: z.number()})),
  families: z.array(z.strictObject({id: z.enum(familyIds), meanAbsPoints: z.number(), features: z.int()}))
});
export type ExplanationReport = z.infer<typeof explanationReportSchema>;
