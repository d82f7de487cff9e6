import {z} from "zod";
import type {Ensemble, Tree} from "../contract/ensemble.ts";
import {LimpideError} from "../contract/errors.ts";
import type {Calibration} from "../contract/scoring-model.ts";
import {logistic} from "./calibration.ts";
import {compileEnsemble} from "./evaluate.ts";
import {nextDownFloat32} from "./float32.ts";
import type {ImportedModel} from "./imported-model.ts";

/**
 * Reads a model that XGBoost (1.0 or later) saved as JSON: boosters gbtree and dart, one score a row.
 *
 * XGBoost computes in float32: features are rounded before they are compared ("value < threshold"), and leaf values are
 * added up in order, base score first. The base score of a logistic objective is saved as a probability, and is taken
 * to log-odds as XGBoost does. The trees of one round (num_parallel_tree) are added up like any others: their leaf
 * values already have the learning rate and their number in them. DART's weights are folded into the leaf values. All
 * trees count, also those after the best iteration of early stopping, as in Booster.predict.
 * @param json the text of the file, or what it parses to
 * @throws {LimpideError} E_MODEL for another kind of model, naming it, and for trees that don't fit together;
 * E_FILE_TRUNCATED when the text ends before its JSON does
 */
export function readXgboost(json: unknown): ImportedModel {
  const {learner, version} = parse(modelSchema, typeof json === "string" ? parseText(json) : json, "");
  const {gradient_booster: booster, learner_model_param: parameters} = learner;
  const objective = objectiveOf(learner.objective.name, version ?? []);
  const featureCount = Number(parameters.num_feature);
  refuseSeveral(parameters);
  const {model, weights} = boosterOf(booster);
  if (model.tree_info.some((group) => group !== 0)) refuse("is a multiclass model (trees of several classes)");
  if (weights && weights.length !== model.trees.length) {
    refuse(`is broken: it has ${weights.length} weights for ${model.trees.length} trees`);
  }
  const ensemble: Ensemble = {
    featureCount,
    baseScore: objective.margin(baseScoreOf(parameters.base_score)),
    trees: model.trees.map((tree, t) => readTree(tree, t, weights?.[t] ?? 1))
  };
  compileEnsemble(ensemble); // refuses broken trees
  const names = learner.feature_names ?? [];
  if (names.length > 0 && names.length !== featureCount) {
    refuse(`is broken: it names ${names.length} of ${featureCount} features`);
  }
  return {
    format: "xgboost",
    ensemble,
    featureNames: names.length > 0 ? names : null,
    categories: Array.from({length: featureCount}, (_, feature) => namesOfCategories(model.cats?.enc?.[feature])),
    arithmetic: {features: "float32", sums: "float32"},
    calibration: objective.calibration
  };
}

const numbers = z.array(z.number());
const treeSchema = z.object({
  left_children: numbers,
  right_children: numbers,
  split_indices: numbers,
  split_conditions: numbers,
  default_left: z.array(z.union([z.number(), z.boolean()])),
  sum_hessian: numbers,
  loss_changes: numbers,
  split_type: numbers.optional(),
  categories: numbers.optional(),
  categories_nodes: numbers.optional(),
  categories_segments: numbers.optional(),
  categories_sizes: numbers.optional(),
  tree_param: z.object({size_leaf_vector: z.string().optional()})
});
type XgboostTree = z.infer<typeof treeSchema>;

const treesSchema = z.object({
  tree_info: numbers,
  trees: z.array(treeSchema),
  cats: z.object({enc: z.array(z.unknown()).optional()}).optional()
});
const gbtreeSchema = z.object({model: treesSchema});
const dartSchema = z.object({gbtree: gbtreeSchema, weight_drop: numbers});

const modelSchema = z.object({
  version: numbers.optional(),
  learner: z.object({
    feature_names: z.array(z.string()).optional(),
    gradient_booster: z.looseObject({name: z.string()}),
    learner_model_param: z.object({
      base_score: z.union([z.string(), z.number()]),
      num_class: z.string().optional(),
      num_feature: z.string(),
      num_target: z.string().optional()
    }),
    objective: z.object({name: z.string()})
  })
});

function refuse(what: string): never {
  throw new LimpideError("E_MODEL", what);
}

function parseText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (!text.trimEnd().endsWith("}")) {
      throw new LimpideError("E_FILE_TRUNCATED", "ends before its JSON does", {}, {cause});
    }
    throw new LimpideError("E_MODEL", `isn't JSON: ${(cause as Error).message}`, {}, {cause});
  }
}

function parse<T>(schema: z.ZodType<T>, value: unknown, where: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const {path, message} = parsed.error.issues[0]!;
  return refuse(`isn't an XGBoost model: ${[where, ...path].filter((part) => part !== "").join(".")}: ${message}`);
}

/** How an objective takes its base score to the scale of the trees, and their sum to a probability. */
function objectiveOf(
  name: string,
  version: readonly number[]
): {margin: (base: number) => number; calibration: Calibration | null} {
  switch (name) {
    case "binary:logistic":
    case "reg:logistic":
      return {margin: logit, calibration: logistic};
    case "binary:logitraw":
      // Before 1.4 its base score was a probability, and files don't say which they hold.
      if (version[0] === 1 && version[1]! < 4) refuse(`has the objective '${name}' of XGBoost ${version.join(".")}`);
      return {margin: Math.fround, calibration: logistic};
    case "reg:squarederror":
    case "reg:linear":
      return {margin: Math.fround, calibration: null};
    default:
      if (name.startsWith("multi:")) refuse(`is a multiclass model (objective '${name}'), which isn't supported`);
      return refuse(`has the objective '${name}', which isn't supported`);
  }
}

/** In float32, step by step, as XGBoost's ProbToMargin. */
function logit(probability: number): number {
  const p = Math.fround(probability);
  if (!(p > 0 && p < 1)) refuse(`has the base score ${probability}, which isn't between 0 and 1`);
  return Math.fround(-Math.log(Math.fround(Math.fround(1 / p) - 1)));
}

/** A number, or, since version 3.1, a list of one: "[5E-1]". */
function baseScoreOf(text: string | number): number {
  const values = String(text)
    .replace(/^\[|\]$/g, "")
    .split(",");
  if (values.length > 1) refuse(`has ${values.length} base scores (several targets), which isn't supported`);
  const value = values[0]!.trim() === "" ? NaN : Number(values[0]);
  return Number.isFinite(value) ? value : refuse(`has the base score ${JSON.stringify(text)}, which is no number`);
}

function refuseSeveral({
  num_class: classes = "0",
  num_target: targets = "1",
  num_feature: features
}: Record<string, unknown>): void {
  if (Number(classes) > 1) refuse(`is a multiclass model (num_class ${classes as string}), which isn't supported`);
  if (Number(targets) > 1) refuse(`has ${targets as string} targets (num_target), which isn't supported`);
  if (!(Number.isInteger(Number(features)) && Number(features) > 0)) refuse(`has num_feature ${features as string}`);
}

function boosterOf(booster: {name: string}): {model: z.infer<typeof treesSchema>; weights: number[] | undefined} {
  const where = "learner.gradient_booster";
  switch (booster.name) {
    case "gbtree":
      return {model: parse(gbtreeSchema, booster, where).model, weights: undefined};
    case "dart": {
      const {gbtree, weight_drop: weights} = parse(dartSchema, booster, where);
      return {model: gbtree.model, weights};
    }
    case "gblinear":
      return refuse("is a linear model (booster gblinear), which isn't supported");
    default:
      return refuse(`has the booster '${booster.name}', which isn't supported`);
  }
}

/** Only nodes that are reached count: pruning leaves others behind. */
function readTree(tree: XgboostTree, index: number, weight: number): Tree {
  const fail = (message: string): never => refuse(`is broken: tree ${index} ${message}`);
  if (Number(tree.tree_param.size_leaf_vector ?? "0") > 1) {
    refuse(`has vector leaves (tree ${index}, multi_strategy multi_output_tree), which aren't supported`);
  }
  const size = tree.left_children.length;
  for (const key of ["right_children", "split_indices", "split_conditions", "default_left", "sum_hessian"] as const) {
    if (tree[key].length !== size) fail(`has ${tree[key].length} of ${size} values of ${key}`);
  }
  const splits: number[] = [];
  const leaves: number[] = [];
  const met = new Uint8Array(size);
  const toVisit = [0];
  for (let node = toVisit.pop(); node !== undefined; node = toVisit.pop()) {
    if (!(node >= 0 && node < size)) fail(`has no node ${node}`);
    if (met[node]++) fail(`meets node ${node} twice`);
    const [left, right] = [tree.left_children[node]!, tree.right_children[node]!];
    if (left < 0) leaves.push(node);
    else {
      splits.push(node);
      toVisit.push(left, right);
    }
  }
  splits.sort((a, b) => a - b);
  leaves.sort((a, b) => a - b);
  const places = new Map<number, number>();
  splits.forEach((node, i) => places.set(node, i));
  leaves.forEach((node, i) => places.set(node, ~i));

  const sets = readSets(tree, fail);
  const isSet = splits.map((node) => tree.split_type?.[node] === 1);
  const child = (left: boolean, node: number): number =>
    places.get((left ? tree.left_children : tree.right_children)[node]!)!;
  return {
    splitFeature: splits.map((node) => tree.split_indices[node]!),
    threshold: splits.map((node, i) => (isSet[i] ? 0 : thresholdOf(tree.split_conditions[node]!))),
    categories: splits.map((node, i) => (isSet[i] ? (sets.get(node) ?? fail(`has no set for node ${node}`)) : null)),
    missing: splits.map(() => "nan"),
    // The codes of a set go to the right: its children change sides.
    defaultLeft: splits.map((node, i) => Boolean(tree.default_left[node]) !== isSet[i]),
    left: splits.map((node, i) => child(!isSet[i], node)),
    right: splits.map((node, i) => child(isSet[i]!, node)),
    gain: splits.map((node) => tree.loss_changes[node] ?? 0),
    nodeCover: splits.map((node) => tree.sum_hessian[node]!),
    leafValue: leaves.map((node) => Math.fround(Math.fround(weight) * Math.fround(tree.split_conditions[node]!))),
    leafCover: leaves.map((node) => tree.sum_hessian[node]!)
  };
}

/** "value < threshold" in float32 is "value ≤ the number below". */
function thresholdOf(condition: number): number {
  return Math.max(nextDownFloat32(Math.fround(condition)), -Number.MAX_VALUE);
}

/** The codes of each categorical split, by its node. */
function readSets(tree: XgboostTree, fail: (message: string) => never): Map<number, number[]> {
  const {
    categories = [],
    categories_nodes: nodes = [],
    categories_segments: starts = [],
    categories_sizes: sizes = []
  } = tree;
  return new Map(
    nodes.map((node, i) => {
      const codes = categories.slice(starts[i], starts[i]! + sizes[i]!);
      if (codes.length !== sizes[i] || !codes.every((code) => Number.isInteger(code) && code >= 0)) {
        fail(`has a broken set for node ${node}`);
      }
      return [node, codes.sort((a, b) => a - b)];
    })
  );
}

/** The names of a feature's categories, as version 3.1 keeps them: text in one run of bytes with offsets, or numbers. */
function namesOfCategories(encoded: unknown): string[] | null {
  const parsed = z.object({values: numbers, offsets: numbers.optional()}).safeParse(encoded);
  if (!parsed.success || parsed.data.values.length === 0) return null;
  const {values, offsets} = parsed.data;
  if (!offsets) return values.map(String);
  const text = Uint8Array.from(values);
  const decoder = new TextDecoder();
  return offsets.slice(1).map((end, i) => decoder.decode(text.subarray(offsets[i], end)));
}
