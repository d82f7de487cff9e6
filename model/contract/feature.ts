import {z} from "zod";
import {absenceIds} from "./absence.ts";
import {countedIds} from "./counted.ts";
import {tableNames} from "./table-names.ts";
import {textSchema, type Text} from "./text.ts";
import {themeIds} from "./theme.ts";

/** The families that contributions add up to: the chapters in which an advisor tells a score. */
export const families = {
  income: {fr: "Revenus et emploi", en: "Income and employment"},
  credit: {fr: "Crédit demandé", en: "Credit asked for"},
  debts: {fr: "Autres crédits en cours", en: "Debts elsewhere"},
  repayment: {fr: "Historique de remboursement", en: "Repayment history"},
  applications: {fr: "Demandes précédentes", en: "Earlier applications"},
  situation: {fr: "Situation personnelle", en: "Personal situation"},
  housing: {fr: "Logement et patrimoine", en: "Housing and assets"},
  external: {fr: "Scores externes", en: "External scores"}
} as const satisfies Record<string, Text>;
export const familyIds = Object.keys(families) as [FamilyId, ...FamilyId[]];
export type FamilyId = keyof typeof families;

/**
 * How a value is written for people. `ratio` is a share (0.25 is 25 %), `money` is in the portfolio's currency,
 * `score` is an external score from 0 to 1, `months` and `years` are durations, `monthsAgo` and `yearsAgo` are time
 * before the application, `category` is a code into the feature's categories, `flag` is 0 or 1.
 */
export const units = [
  "money",
  "ratio",
  "count",
  "number",
  "score",
  "days",
  "months",
  "years",
  "monthsAgo",
  "yearsAgo",
  "flag",
  "category"
] as const;
export type Unit = (typeof units)[number];

/** How a feature is told as a reason, beyond its label. */
export const tellingSchema = z.strictObject({
  /** What the number counts; goes with the units count and number. */
  counted: z.enum(countedIds).optional(),
  /** What it means that there is no value; that the application doesn't say it, where nothing is said here. */
  absence: z.enum(absenceIds).optional(),
  /** A change, an index, a spread: hard to say aloud, so that another feature of its theme is told where one can be. */
  derived: z.literal(true).optional(),
  /** Made from the scores of several organisations, so that no single one answers for it. */
  several: z.literal(true).optional(),
  /** A time before (below 0) or after a planned date, in months. */
  shift: z.literal(true).optional()
});

export const featureSchema = z
  .strictObject({
    /** The column's name in the feature table: lower case with underscores, never shown to a person. */
    id: z.string().regex(/^[a-z][a-z0-9_]*$/),
    label: textSchema,
    /** One sentence that says what the value is, for someone who has never seen the data. */
    description: textSchema,
    unit: z.enum(units),
    family: z.enum(familyIds),
    /** The table that the value is computed from. */
    source: z.enum(tableNames),
    /** What a higher value is expected to do to the probability of default; "none" where nothing is expected. */
    direction: z.enum(["raises", "lowers", "none"]),
    /** Whether the applicant could change it for this application. */
    actionable: z.boolean(),
    /** Protected attributes audit fairness and never enter a model. */
    protected: z.boolean(),
    /** The reason code of what it tells, together with the other features of its theme. */
    theme: z.enum(themeIds).optional(),
    telling: tellingSchema.optional(),
    /** How each category is called, by its name in the tables; only of unit "category". */
    categoryLabels: z.record(z.string(), textSchema).optional()
  })
  .refine((feature) => (feature.unit === "category") === (feature.categoryLabels !== undefined), {
    message: "categoryLabels go with the unit category"
  });
export type Feature = z.infer<typeof featureSchema>;
