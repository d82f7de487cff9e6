import type {Attributes} from "./onnx-reader.ts";
import {nodeModes} from "./onnx-schema.ts";

/** A split as an ONNX operator has it: whether "value mode split" holds sends a row to `onTrue` or `onFalse`. */
export interface OnnxSplit {
  /** A column of the operator's input. */
  column: number;
  /** One of {@link nodeModes}. */
  mode: number;
  value: number;
  /** The set of a membership. */
  members: readonly number[] | null;
  /** ≥ 0 a split, < 0 the leaf `~child`, counted over all trees. */
  onTrue: number;
  onFalse: number;
  /** Whether NaN counts as true. */
  missingTrue: boolean;
  /** How many rows passed, by "hit rate"; 0 where the file doesn't say. */
  cover: number;
}

/** The trees of an operator, whatever its version. */
export interface OnnxTrees {
  roots: number[];
  splits: OnnxSplit[];
  leaves: {value: number; cover: number}[];
  /** Added to the sum of all trees. */
  base: number;
  /** What the sum is multiplied by before the base is added. */
  scale: number;
  transform: "NONE" | "LOGISTIC";
  /** A classifier of two classes gives two columns, the second for the class that is predicted. */
  columns: "one" | "score of both" | "probability of both" | "second only";
}

/** TreeEnsemble of ai.onnx.ml 5. */
export function readTreeEnsemble(attributes: Attributes): OnnxTrees {
  requireOneTarget(attributes, "n_targets");
  const modes = attributes.tensor("nodes_modes");
  const count = modes.length;
  const splits = attributes.tensor("nodes_splits", count);
  const columns = attributes.integers("nodes_featureids", count);
  const trueLeafs = attributes.integers("nodes_trueleafs", count);
  const trueIds = attributes.integers("nodes_truenodeids", count);
  const falseLeafs = attributes.integers("nodes_falseleafs", count);
  const falseIds = attributes.integers("nodes_falsenodeids", count);
  const missing = optional(attributes, "nodes_missing_value_tracks_true", count);
  const hits = attributes.has("nodes_hitrates") ? attributes.tensor("nodes_hitrates", count) : [];
  const weights = attributes.tensor("leaf_weights");
  if (attributes.integers("leaf_targetids", weights.length).some((target) => target !== 0)) {
    attributes.fail("gives several targets, which isn't supported");
  }
  const sets = splitSets(attributes.tensor("membership_values"));
  const trees: OnnxTrees = {
    roots: attributes.integers("tree_roots"),
    splits: modes.map((mode, i) => {
      if (mode > nodeModes.member) attributes.fail(`has the mode ${mode} at node ${i}`);
      const members = mode === nodeModes.member ? (sets.shift() ?? attributes.fail("has fewer sets than nodes")) : null;
      return {
        column: columns[i]!,
        mode,
        value: splits[i]!,
        members,
        onTrue: trueLeafs[i] ? ~trueIds[i]! : trueIds[i]!,
        onFalse: falseLeafs[i] ? ~falseIds[i]! : falseIds[i]!,
        missingTrue: missing[i] === 1,
        cover: hits[i] ?? 0
      };
    }),
    leaves: weights.map((value) => ({value, cover: 0})),
    base: 0,
    scale: 1,
    transform: transformOf(
      attributes,
      ["NONE", "SOFTMAX", "LOGISTIC", "SOFTMAX_ZERO", "PROBIT"][attributes.integer("post_transform", 0)]
    ),
    columns: "one"
  };
  const aggregate = ["AVERAGE", "SUM", "MIN", "MAX"][attributes.integer("aggregate_function", 1)];
  trees.scale = scaleOf(attributes, aggregate, trees.roots.length);
  return trees;
}

/** TreeEnsembleRegressor of ai.onnx.ml 1 and 3. */
export function readRegressor(attributes: Attributes): OnnxTrees {
  requireOneTarget(attributes, "n_targets");
  const ids = attributes.integers("target_ids");
  if (ids.some((id) => id !== 0)) attributes.fail("gives several targets, which isn't supported");
  const trees = readNodes(attributes, "target", () => true);
  const base = attributes.numbers("base_values");
  if (base.length > 1) attributes.fail(`has ${base.length} base values for one target`);
  return {
    ...trees,
    base: base[0] ?? 0,
    scale: scaleOf(attributes, attributes.text("aggregate_function", "SUM"), trees.roots.length),
    transform: transformOf(attributes, attributes.text("post_transform", "NONE")),
    columns: "one"
  };
}

/**
 * TreeEnsembleClassifier of ai.onnx.ml 1 and 3, of two classes. Leaves either hold one weight, which speaks for the
 * second class, or one a class. Where the standard and ONNX Runtime 1.30 differ (base values beside weights of both
 * classes), it is refused.
 */
export function readClassifier(attributes: Attributes): OnnxTrees {
  const labels: readonly (number | string)[] = attributes.has("classlabels_strings")
    ? attributes.texts("classlabels_strings")
    : attributes.integers("classlabels_int64s");
  if (labels.length !== 2) attributes.fail(`has ${labels.length} classes; two are supported`);
  if (typeof labels[0] === "number" && labels[0] > (labels[1] as number)) {
    attributes.fail(`has its classes in the order ${labels.join(", ")}`);
  }
  const ids = attributes.integers("class_ids");
  const both = ids.includes(0) && ids.includes(1);
  const trees = readNodes(attributes, "class", both ? (id) => id === 1 : () => true);
  if (both && trees.leaves.length !== ids.filter((id) => id === 1).length) {
    attributes.fail("has leaves without a weight for its second class");
  }
  const base = attributes.numbers("base_values");
  if (base.some((value) => value !== 0) && (both || ids.includes(1) || base.length > 1)) {
    attributes.fail("has base values beside weights of its second class, which evaluators read differently");
  }
  const transform = transformOf(attributes, attributes.text("post_transform", "NONE"));
  const positive = trees.leaves.every(({value}) => value >= 0);
  return {
    ...trees,
    base: base[0] ?? 0,
    scale: 1,
    transform,
    columns:
      both || ids.includes(1)
        ? "second only"
        : positive && transform === "NONE"
          ? "probability of both"
          : "score of both"
  };
}

type Nodes = Pick<OnnxTrees, "roots" | "splits" | "leaves">;

/** The nodes of the older operators: splits and leaves in one list, named by tree and node. */
function readNodes(attributes: Attributes, prefix: "target" | "class", wanted: (id: number) => boolean): Nodes {
  const modes = attributes.texts("nodes_modes");
  const count = modes.length;
  const treeIds = attributes.integers("nodes_treeids", count);
  const nodeIds = attributes.integers("nodes_nodeids", count);
  const columns = attributes.integers("nodes_featureids", count);
  const values = attributes.numbers("nodes_values", count);
  const trueIds = attributes.integers("nodes_truenodeids", count);
  const falseIds = attributes.integers("nodes_falsenodeids", count);
  const missing = optional(attributes, "nodes_missing_value_tracks_true", count);
  const hits = attributes.numbers("nodes_hitrates");
  const weights = readWeights(attributes, prefix, wanted);

  const key = (tree: number, id: number): string => `${tree}/${id}`;
  const places = new Map<string, number>();
  const leaves: OnnxTrees["leaves"] = [];
  let splitCount = 0;
  modes.forEach((mode, i) => {
    const name = key(treeIds[i]!, nodeIds[i]!);
    if (places.has(name)) attributes.fail(`has node ${nodeIds[i]} of tree ${treeIds[i]} twice`);
    if (mode !== "LEAF") places.set(name, splitCount++);
    else places.set(name, ~(leaves.push({value: weights.get(name) ?? 0, cover: hits[i] ?? 0}) - 1));
  });
  const roots: number[] = [];
  const splits: OnnxSplit[] = [];
  modes.forEach((text, i) => {
    const tree = treeIds[i]!;
    if (i === 0 || treeIds[i - 1] !== tree) roots.push(places.get(key(tree, nodeIds[i]!))!);
    if (text === "LEAF") return;
    const mode = branches.indexOf(text);
    if (mode < 0) attributes.fail(`has the mode ${text} at node ${nodeIds[i]} of tree ${tree}`);
    const child = (id: number): number =>
      places.get(key(tree, id)) ??
      attributes.fail(`has no node ${id} in tree ${tree}, which node ${nodeIds[i]} leads to`);
    splits.push({
      column: columns[i]!,
      mode,
      value: values[i]!,
      members: null,
      onTrue: child(trueIds[i]!),
      onFalse: child(falseIds[i]!),
      missingTrue: missing[i] === 1,
      cover: hits[i] ?? 0
    });
  });
  if (new Set(treeIds).size !== roots.length) attributes.fail("has trees whose nodes aren't listed together");
  return {roots, splits, leaves};
}

/** In the order of {@link nodeModes}. */
const branches = ["BRANCH_LEQ", "BRANCH_LT", "BRANCH_GTE", "BRANCH_GT", "BRANCH_EQ", "BRANCH_NEQ"];

function readWeights(
  attributes: Attributes,
  prefix: "target" | "class",
  wanted: (id: number) => boolean
): Map<string, number> {
  const values = attributes.numbers(`${prefix}_weights`);
  const ids = attributes.integers(`${prefix}_ids`, values.length);
  const treeIds = attributes.integers(`${prefix}_treeids`, values.length);
  const nodeIds = attributes.integers(`${prefix}_nodeids`, values.length);
  const weights = new Map<string, number>();
  values.forEach((value, i) => {
    if (!wanted(ids[i]!)) return;
    const name = `${treeIds[i]}/${nodeIds[i]}`;
    if (weights.has(name)) attributes.fail(`has two weights for node ${nodeIds[i]} of tree ${treeIds[i]}`);
    weights.set(name, value);
  });
  return weights;
}

function requireOneTarget(attributes: Attributes, name: string): void {
  const targets = attributes.integer(name, 1);
  if (targets !== 1) attributes.fail(`gives ${targets} targets; one is supported`);
}

function optional(attributes: Attributes, name: string, count: number): number[] {
  const values = attributes.integers(name);
  return values.length === 0 ? [] : attributes.integers(name, count);
}

function transformOf(attributes: Attributes, transform: string | undefined): "NONE" | "LOGISTIC" {
  if (transform === "NONE" || transform === "LOGISTIC") return transform;
  return attributes.fail(`has the post transform ${transform}, which isn't supported`);
}

function scaleOf(attributes: Attributes, aggregate: string | undefined, trees: number): number {
  if (aggregate === "SUM") return 1;
  if (aggregate === "AVERAGE") return 1 / trees;
  return attributes.fail(`aggregates by ${aggregate}, which isn't supported`);
}

/** Sets end with NaN, one a membership node. */
function splitSets(values: readonly number[]): number[][] {
  const sets: number[][] = [];
  let set: number[] = [];
  for (const value of values) {
    if (value === value) set.push(value);
    else {
      sets.push(set);
      set = [];
    }
  }
  return set.length > 0 ? [...sets, set] : sets;
}
