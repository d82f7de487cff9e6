import {z} from "zod";
import {LimpideError} from "../contract/errors.ts";
import type {ModelInput} from "../contract/scoring-model.ts";

const share = z.number().gt(0).max(1);

/** −1, 0 or 1 of each input, as an array or as LightGBM writes it ("1,0,-1"); kept in the latter form. */
const monotoneConstraints = z
  .union([z.string().regex(/^$|^(-1|0|1)(,(-1|0|1))*$/, "−1, 0 or 1 of each input"), z.array(z.literal([-1, 0, 1]))])
  .transform((value) => (typeof value === "string" ? value : value.join(",")));

/**
 * The trainer's parameters, with the names and defaults of LightGBM's scikit-learn interface
 * (https://lightgbm.readthedocs.io/en/stable/Parameters.html).
 */
export const parametersSchema = z.strictObject({
  /** Boosted trees, or a random forest: trees on samples of the rows whose values are averaged. */
  boosting: z.enum(["gbdt", "rf"]).default("gbdt"),
  /** What each leaf's value is multiplied by; a forest has none. */
  learning_rate: z.number().gt(0).max(10).default(0.1),
  /** Boosting rounds; the most of them when early stopping is on. */
  n_estimators: z.int().min(1).max(100_000).default(100),
  num_leaves: z.int().min(2).max(4096).default(31),
  /** Splits between the root and a leaf, at most; −1 for no limit. */
  max_depth: z.int().min(-1).max(4096).default(-1),
  /** Rows that a leaf holds at least. */
  min_child_samples: z.int().min(1).default(20),
  /** Sum of hessians that a leaf holds at least. */
  min_child_weight: z.number().min(0).default(1e-3),
  /** L1 and L2 penalties of leaf values. */
  reg_alpha: z.number().min(0).default(0),
  reg_lambda: z.number().min(0).default(0),
  /** Gain that a split needs. */
  min_split_gain: z.number().min(0).default(0),
  /** Share of the rows that each tree sees, drawn anew every `subsample_freq` rounds (0: never). */
  subsample: share.default(1),
  subsample_freq: z.int().min(0).default(0),
  /** The same of the rows whose outcome is 1, and of those whose outcome is 0: less of the latter is undersampling. */
  pos_bagging_fraction: share.default(1),
  neg_bagging_fraction: share.default(1),
  /** Share of the features that each tree sees; and of these, the share that each node sees. */
  colsample_bytree: share.default(1),
  feature_fraction_bynode: share.default(1),
  /** Bins of a feature, that of missing values included. */
  max_bin: z.int().min(4).max(255).default(255),
  /** Rows that a bin holds at least. */
  min_data_in_bin: z.int().min(1).default(3),
  /** Weight of a row whose outcome is 1. */
  scale_pos_weight: z.number().min(1e-6).max(1e6).default(1),
  /** Weighs the rarer outcome up until both weigh the same. */
  is_unbalance: z.boolean().default(false),
  /** 1 where the score may only rise as the input does, −1 where it may only fall, 0 where it is free; "" for none. */
  monotone_constraints: monotoneConstraints.default(""),
  /** Smoothing of the categories' order; also the rows that a category needs in a node to be considered. */
  cat_smooth: z.number().min(0).default(10),
  /** L2 penalty added in splits by a set of categories. */
  cat_l2: z.number().min(0).default(10),
  /** Categories on the smaller side of a split, at most. */
  max_cat_threshold: z.int().min(1).default(32),
  /** Up to this many categories a split takes one against the others. */
  max_cat_to_onehot: z.int().min(1).default(4),
  /** Rows that a group of categories needs. */
  min_data_per_group: z.int().min(1).default(100),
  /** Stops when the metric hasn't improved for this many rounds; 0 is off. */
  early_stopping_rounds: z.int().min(0).default(0),
  /** What early stopping looks at. Log loss by default: the score is to be a probability, not a rank alone. */
  metric: z.enum(["binary_logloss", "auc"]).default("binary_logloss"),
  seed: z.int().default(0)
});
export type Parameters = z.infer<typeof parametersSchema>;
export type ParametersInput = z.input<typeof parametersSchema>;

/** LightGBM's own names of the same parameters. */
const aliases: Record<string, keyof Parameters> = {
  boosting_type: "boosting",
  num_iterations: "n_estimators",
  min_data_in_leaf: "min_child_samples",
  min_sum_hessian_in_leaf: "min_child_weight",
  lambda_l1: "reg_alpha",
  lambda_l2: "reg_lambda",
  min_gain_to_split: "min_split_gain",
  bagging_fraction: "subsample",
  bagging_freq: "subsample_freq",
  feature_fraction: "colsample_bytree",
  colsample_bynode: "feature_fraction_bynode",
  early_stopping_round: "early_stopping_rounds"
};

/**
 * Completes parameters with their defaults. Throws `E_PARAMETER`, naming the first that is unknown, out of range or at
 * odds with another.
 */
export function parseParameters(input: Record<string, unknown>): Parameters {
  const named: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(input)) {
    const canonical = Object.hasOwn(aliases, name) ? aliases[name]! : name;
    if (Object.hasOwn(named, canonical))
      throw new LimpideError("E_PARAMETER", `${canonical} is given twice, once as ${name}`);
    named[canonical] = value;
  }
  const parsed = parametersSchema.safeParse(named);
  if (parsed.success) {
    checkTogether(parsed.data);
    return parsed.data;
  }
  const issue = parsed.error.issues[0]!;
  const name = String(issue.code === "unrecognized_keys" ? issue.keys[0] : issue.path[0]);
  const found = Object.hasOwn(named, name) ? ` (${JSON.stringify(named[name])})` : "";
  throw new LimpideError(
    "E_PARAMETER",
    issue.code === "unrecognized_keys" ? `${name} is not a parameter` : `${name}${found}: ${issue.message}`
  );
}

function checkTogether(parameters: Parameters): void {
  const {boosting, subsample, subsample_freq, colsample_bytree, early_stopping_rounds} = parameters;
  const byOutcome = parameters.pos_bagging_fraction < 1 || parameters.neg_bagging_fraction < 1;
  if (parameters.is_unbalance && parameters.scale_pos_weight !== 1)
    throw new LimpideError("E_PARAMETER", "is_unbalance and scale_pos_weight both weigh the outcomes: give one");
  if (byOutcome && subsample < 1)
    throw new LimpideError("E_PARAMETER", "subsample and pos_bagging_fraction or neg_bagging_fraction: give one");
  if (boosting === "gbdt") return;
  if (!(subsample_freq > 0 && (subsample < 1 || byOutcome)) && colsample_bytree === 1)
    throw new LimpideError(
      "E_PARAMETER",
      "boosting (rf): the trees of a forest need samples of rows (subsample and subsample_freq) or of features (colsample_bytree)"
    );
  if (early_stopping_rounds > 0)
    throw new LimpideError("E_PARAMETER", "early_stopping_rounds: the trees of a forest (boosting: rf) have no order");
}

/** The constraint of each of `inputs` inputs. */
export function constraintsOf({monotone_constraints: text}: Parameters, inputs: number): Int8Array {
  return text === "" ? new Int8Array(inputs) : Int8Array.from(text.split(","), Number);
}

/** Throws `E_PARAMETER` unless there are no constraints, or as many as inputs and none on categories. */
export function checkConstraints(parameters: Parameters, inputs: ModelInput[]): void {
  const constraints = constraintsOf(parameters, inputs.length);
  if (constraints.length !== inputs.length)
    throw new LimpideError(
      "E_PARAMETER",
      `monotone_constraints: ${constraints.length} of them for ${inputs.length} inputs`
    );
  for (const [i, {id, categories}] of inputs.entries())
    if (constraints[i] !== 0 && categories)
      throw new LimpideError("E_PARAMETER", "monotone_constraints: categories have no order", {column: id});
}
