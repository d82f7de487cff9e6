import {z} from "zod";
import {contenderIds, contenderSchema} from "./comparison.ts";
import {familyIds} from "./feature.ts";
import {intervalSchema} from "./figures.ts";
import {assessments, trainingReportSchema} from "./report.ts";
import {policySchema} from "./scoring-model.ts";
import {tableNames} from "./table-names.ts";
import {textSchema} from "./text.ts";

/** A figure with its 95 % interval. */
export type CardInterval = z.infer<typeof intervalSchema>;

const share = z.number().min(0).max(1);

/** A feature by its id in the feature table, and what people call it. */
const namedFeature = z.strictObject({id: z.string(), label: textSchema});

/** What something is called, and what is to be known of it. */
const article = z.strictObject({name: textSchema, text: textSchema});

/** How the model does among clients of one category of a protected attribute, out of fold. */
const groupSchema = z.strictObject({
  feature: z.string(),
  label: textSchema,
  category: textSchema,
  /** Clients whose outcome is known, and those of them who defaulted. */
  clients: z.int(),
  defaults: z.int(),
  /** Share who are accepted; and of those who repaid, share who are refused. */
  accepted: share,
  refusedGood: share,
  /** Null with too few defaults or repayments to tell. */
  auc: intervalSchema.nullable()
});
export type CardGroup = z.infer<typeof groupSchema>;

/**
 * What is to be known of a model before it is relied on: the sections of Mitchell et al., "Model cards for model
 * reporting" (FAT* 2019), for a credit score. Every figure comes from the build that made the model.
 */
export const modelCardSchema = z.strictObject({
  card: z.literal("limpide-model-card/1"),
  identity: z.strictObject({
    /** As in the model's own file. */
    version: z.string(),
    trained: z.iso.date(),
    origin: trainingReportSchema.shape.origin,
    /** SHA-256 of the ONNX file that scores, and of the table of features that it was trained or assessed on. */
    modelHash: z.string().length(64),
    dataHash: z.string().length(64),
    /** The software that wrote the model's file and this card, and that software's licence (SPDX). */
    software: z.strictObject({name: z.string(), version: z.string(), licence: z.string()})
  }),
  use: z.strictObject({
    intended: z.array(textSchema).min(1),
    users: z.array(textSchema).min(1),
    outOfScope: z.array(textSchema).min(1)
  }),
  data: z.strictObject({
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
        present: z.boolean(),
        rows: z.int(),
        clients: z.int(),
        features: z.int()
      })
    )
  }),
  features: z.strictObject({
    inputs: z.int(),
    categorical: z.int(),
    /** `weight` is the family's part of the sum of mean absolute contributions. */
    families: z.array(z.strictObject({id: z.enum(familyIds), label: textSchema, inputs: z.int(), weight: share}))
  }),
  training: z.strictObject({
    algorithm: textSchema,
    ...trainingReportSchema.pick({
      parameters: true,
      folds: true,
      repeats: true,
      seed: true,
      rounds: true,
      roundsPerFold: true,
      leaves: true
    }).shape
  }),
  evaluation: z.strictObject({
    /** What the clients were to the model: unless "seen", each is scored by a model that never saw it. */
    assessment: z.enum(assessments),
    clients: z.int(),
    defaults: z.int(),
    /** The interval is 1.96 sampling errors (DeLong, 1988) around the mean over repeats. */
    auc: intervalSchema,
    /** The others are of the first repeat, their intervals by bootstrap. */
    averagePrecision: intervalSchema,
    ks: intervalSchema,
    logLoss: intervalSchema,
    brier: intervalSchema,
    samples: z.int(),
    /** What saying the default rate to everyone would give. */
    uninformed: z.strictObject({averagePrecision: z.number(), logLoss: z.number(), brier: z.number()}),
    policy: policySchema,
    /** Whole points. */
    threshold: intervalSchema,
    /** In refused good clients, of 1,000 applications: at the threshold, and of accepting and refusing everyone. */
    cost: intervalSchema,
    acceptAll: z.number(),
    refuseAll: z.number(),
    calibration: z.strictObject({
      method: z.enum(["platt", "isotonic"]),
      /** Log loss of the model's own probability, null where it has none, and calibrated either way by other clients. */
      none: z.number().nullable(),
      platt: z.number(),
      isotonic: z.number(),
      /** Groups of clients by predicted probability, and those whose observed rate's 95 % interval holds it. */
      groups: z.int(),
      agreeing: z.int()
    }),
    /** The model in force and others on the same clients and one division into folds: see `comparison.ts`. */
    champion: z.enum(contenderIds),
    contenders: z.array(contenderSchema),
    groups: z.array(groupSchema)
  }),
  /** Clients whose score is explained, and the largest error of an explanation's sum, in log-odds, of that tolerated. */
  explanations: z.strictObject({clients: z.int(), largestError: z.number(), tolerance: z.number()}),
  protected: z.strictObject({
    leftOut: z.array(namedFeature),
    /** Those that an imported model reads all the same. */
    included: z.array(namedFeature),
    /**
     * What leaving them out costs: how much the same model gains that sees them too, on the same clients. Above 0, they
     * would help. Null when none could be shown to it.
     */
    price: z
      .strictObject({
        auc: intervalSchema,
        /** In refused good clients, of 1,000 applications. */
        cost: intervalSchema,
        /** In the portfolio's currency, of 1,000 applications; null when no credit is known. */
        money: intervalSchema.nullable()
      })
      .nullable()
  }),
  limits: z.strictObject({
    /** Share of clients whose outcome isn't known. */
    unlabelled: share,
    /** External scores, and the share of clients who have none of that; of any. */
    external: z.array(z.strictObject({...namedFeature.shape, missing: share})),
    withoutExternal: share,
    /** The part of the external scores in the sum of mean absolute contributions. */
    externalWeight: share,
    absentTables: z.array(z.enum(tableNames)),
    /** Groups of protected attributes with too few clients to be measured, and the fewest that are. */
    groupsTooSmall: z.int(),
    smallestGroup: z.int(),
    /** Other kinds of model that the clients don't tell from the one in force. */
    asGood: z.array(z.enum(contenderIds))
  }),
  review: z.strictObject({
    /** Share of applications that a person must read again, by the band around the threshold. */
    reviewed: share,
    procedure: textSchema,
    law: z.array(article)
  })
});
export type ModelCard = z.infer<typeof modelCardSchema>;
