import {z} from "zod";
import {LimpideError} from "../contract/errors.ts";

const share = z.number().gt(0).max(1);

/**
 * The trainer's parameters, with the names and defaults of LightGBM's scikit-learn interface
 * (https://lightgbm.readthedocs.io/en/stable/Parameters.html).
 */
export const parametersSchema = z.strictObject({
  /** What each leaf's value is multiplied by. */
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
  /** Share of the features that each tree sees. */
  colsample_bytree: share.default(1),
  /** Bins of a feature, that of missing values included. */
  max_bin: z.int().min(4).max(255).default(255),
  /** Rows that a bin holds at least. */
  min_data_in_bin: z.int().min(1).default(3),
  /** Weight of a row whose outcome is 1. */
  scale_pos_weight: z.number().gt(0).default(1),
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
  num_iterations: "n_estimators",
  min_data_in_leaf: "min_child_samples",
  min_sum_hessian_in_leaf: "min_child_weight",
  lambda_l1: "reg_alpha",
  lambda_l2: "reg_lambda",
  min_gain_to_split: "min_split_gain",
  bagging_fraction: "subsample",
  bagging_freq: "subsample_freq",
  feature_fraction: "colsample_bytree",
  early_stopping_round: "early_stopping_rounds"
};

/** Completes parameters with their defaults. Throws `E_PARAMETER`, naming the first that is unknown or out of range. */
export function parseParameters(input: Record<string, unknown>): Parameters {
  const named: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(input)) {
    const canonical = aliases[name] ?? name;
    if (canonical in named) throw new LimpideError("E_PARAMETER", `${canonical} is given twice, once as ${name}`);
    named[canonical] = value;
  }
  const parsed = parametersSchema.safeParse(named);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  const name = String(issue.code === "unrecognized_keys" ? issue.keys[0] : issue.path[0]);
  const found = name in named ? ` (${JSON.stringify(named[name])})` : "";
  throw new LimpideError(
    "E_PARAMETER",
    issue.code === "unrecognized_keys" ? `${name} is not a parameter` : `${name}${found}: ${issue.message}`
  );
}
