import {z} from "zod";

const figures = z.strictObject({loss: z.number(), auc: z.number()});
const candidateSchema = z.record(z.string(), z.union([z.number(), z.string()]));

/** A candidate that a search tried: see `model/selection/search.ts`. */
export const trialSchema = z.strictObject({
  number: z.int(),
  by: z.enum(["default", "random", "model"]),
  candidate: candidateSchema,
  folds: z.array(figures),
  dropped: z.boolean()
});

/** A line of the file of trials: which study it belongs to, and the trial. */
export const recordedTrialSchema = z.strictObject({study: z.string(), trial: trialSchema});

const estimate = z.strictObject({value: z.number(), standardError: z.number().nonnegative()});

/** What a search of parameters found, and what that is worth on clients that it never saw. */
export const selectionReportSchema = z.strictObject({
  /** First 12 hexadecimal digits of the SHA-256 of the feature table. */
  dataHash: z.string(),
  clients: z.int(),
  /** Outer folds, each scored by what a search on the others chose; folds within each of these searches. */
  outerFolds: z.int(),
  innerFolds: z.int(),
  trials: z.int(),
  evenTrials: z.int(),
  /** Candidates that were dropped before their last fold, of all that were tried. */
  dropped: z.int(),
  tried: z.int(),
  standard: candidateSchema,
  /** The best candidate of the search on all clients. */
  best: candidateSchema,
  /** Chosen inside each outer fold, measured outside it: what the procedure is worth. */
  nested: z.strictObject({auc: estimate, logLoss: z.number()}),
  /** The standard parameters on the same outer folds. */
  ofStandard: z.strictObject({auc: estimate, logLoss: z.number()}),
  /** Nested less standard, on the same clients. */
  difference: estimate,
  /** The best candidate on the folds that chose it: what one would report who forgot that. */
  optimistic: z.strictObject({auc: z.number(), logLoss: z.number()}),
  /** Whether the nested procedure beats the standard by more than a standard error: only then is `best` adopted. */
  adopted: z.boolean(),
  /** The trainer's parameters to use: those adopted, or the standard. */
  parameters: candidateSchema
});
export type SelectionReport = z.infer<typeof selectionReportSchema>;
