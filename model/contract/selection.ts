import {z} from "zod";
import {estimateSchema as estimate} from "./figures.ts";

/** What a parameter may be. `log` spreads candidates evenly over orders of magnitude. */
export const dimensionSchema = z.discriminatedUnion("kind", [
  z.strictObject({kind: z.literal("real"), low: z.number(), high: z.number(), log: z.boolean().default(false)}),
  z.strictObject({kind: z.literal("integer"), low: z.int(), high: z.int(), log: z.boolean().default(false)}),
  z.strictObject({kind: z.literal("choice"), values: z.array(z.union([z.number(), z.string()])).min(1)})
]);
export type Dimension = z.infer<typeof dimensionSchema>;

/** The trainer's parameters by name; `features` is how many inputs each fit keeps (see `model/selection`), 0 for all. */
export const candidateSchema = z.record(z.string(), z.union([z.number(), z.string()]));
export type Candidate = z.infer<typeof candidateSchema>;

const figures = z.strictObject({loss: z.number(), auc: z.number()});

/** How a candidate was come by: it is the one to beat, was drawn evenly, or suggested from those tried before. */
export const origins = ["default", "random", "model"] as const;

/** A candidate that a search tried: see `model/selection/search.ts`. */
export const trialSchema = z.strictObject({
  number: z.int(),
  by: z.enum(origins),
  candidate: candidateSchema,
  folds: z.array(figures),
  dropped: z.boolean()
});

/** All that the n-th trial depends on, besides the trials before it: trials of another plan aren't gone on from. */
export const searchPlanSchema = z.strictObject({
  seed: z.int(),
  outerFolds: z.int(),
  innerFolds: z.int(),
  space: z.record(z.string(), dimensionSchema),
  standard: candidateSchema
});
export type SearchPlan = z.infer<typeof searchPlanSchema>;

/** The file of trials: its first line is the plan, each other a trial and the study that it belongs to. */
export const recordedPlanSchema = z.strictObject({plan: searchPlanSchema});
export const recordedTrialSchema = z.strictObject({study: z.string(), trial: trialSchema});

/** All clients scored by models that didn't see them; the log loss is a client's mean. */
const measured = z.strictObject({auc: estimate, logLoss: z.number()});

/** What a search of parameters found, and what that is worth on clients that it never saw. */
export const selectionReportSchema = z.strictObject({
  /** First 12 hexadecimal digits of the SHA-256 of the feature table. */
  dataHash: z.string(),
  clients: z.int(),
  defaults: z.int(),
  /** Of folds and fits. */
  seed: z.int(),
  /** Outer folds, each scored by what a search on the others chose; folds within each of these searches. */
  outerFolds: z.int(),
  innerFolds: z.int(),
  /** Candidates of each search besides the standard, the first `evenTrials` of them drawn evenly. */
  trials: z.int(),
  evenTrials: z.int(),
  /** Candidates that were dropped before their last fold, of all that were tried. */
  dropped: z.int(),
  tried: z.int(),
  /** What was searched, by the trainer's name of each parameter. */
  space: z.record(z.string(), dimensionSchema),
  standard: candidateSchema,
  /** The best candidate of the search on all clients; and that of each search inside the outer folds, by fold. */
  best: candidateSchema,
  chosen: z.array(candidateSchema),
  /** The search on all clients, in order. */
  attempts: z.array(
    z.strictObject({
      number: z.int(),
      by: z.enum(origins),
      dropped: z.boolean(),
      /** Mean log loss over folds; of one that was dropped, the standard's plus by how much it trailed it on its folds. */
      loss: z.number()
    })
  ),
  /** Chosen inside each outer fold, measured outside it: what the procedure is worth. */
  nested: measured,
  /** The standard parameters on the same outer folds. */
  ofStandard: measured,
  /** AUC, nested less standard, on the same clients. */
  difference: estimate,
  /** The best candidate on the folds that chose it: what one would report who forgot that. */
  optimistic: measured,
  /** AUC, optimistic less nested, on the same clients and folds. */
  optimism: estimate,
  /** Whether the nested procedure beats the standard by more than a standard error: only then is `best` adopted. */
  adopted: z.boolean(),
  /** The trainer's parameters to use: those adopted, or the standard. */
  parameters: candidateSchema
});
export type SelectionReport = z.infer<typeof selectionReportSchema>;
