import type {Ensemble, Tree} from "../contract/ensemble.ts";
import {floorFloat32} from "./float32.ts";
import {bytes, doubles, floats, integers} from "./onnx-message.ts";
import {attributeTypes, nodeModes, type AttributeMessage} from "./onnx-schema.ts";

/** In which numbers a model compares its features, or adds up its trees. */
export type Precision = "float32" | "float64";

/**
 * The trees as attributes of ai.onnx.ml 5's TreeEnsemble; a split's left child is its "true" child. A split where 0 is
 * missing reads the feature that lies `featureCount` further on. In float32 the base score is the first tree, since
 * sums that are rounded at each step depend on where they start.
 *
 * ONNX Runtime 1.30 evaluates all of it exactly: sets with the code 0 and with codes in the hundreds, NaN at a set,
 * comparisons and sets in one tree, trees of a single leaf.
 */
export function treeAttributes(ensemble: Ensemble, precision: Precision): AttributeMessage[] {
  const modes: number[] = [];
  const splits: number[] = [];
  const members: number[] = [];
  const ints = {
    leaf_targetids: [] as number[],
    nodes_falseleafs: [] as number[],
    nodes_falsenodeids: [] as number[],
    nodes_featureids: [] as number[],
    nodes_missing_value_tracks_true: [] as number[],
    nodes_trueleafs: [] as number[],
    nodes_truenodeids: [] as number[],
    tree_roots: [] as number[]
  };
  const weights: number[] = [];
  const pushChildren = (left: number, right: number): void => {
    ints.nodes_trueleafs.push(left < 0 ? 1 : 0);
    ints.nodes_truenodeids.push(left < 0 ? ~left : left);
    ints.nodes_falseleafs.push(right < 0 ? 1 : 0);
    ints.nodes_falsenodeids.push(right < 0 ? ~right : right);
  };
  const base = precision === "float32" ? [leaf(ensemble.baseScore)] : [];
  const trees = [...base, ...ensemble.trees];
  // The operator needs a tree: where there is none, one that adds 0.
  for (const tree of trees.length > 0 ? trees : [leaf(0)]) {
    const firstNode = modes.length;
    const firstLeaf = weights.length;
    const place = (child: number): number => (child < 0 ? child - firstLeaf : child + firstNode);
    ints.tree_roots.push(firstNode);
    for (const value of tree.leafValue) {
      weights.push(value);
      ints.leaf_targetids.push(0);
    }
    if (tree.splitFeature.length === 0) {
      // How the operator writes a tree that is a single leaf: a split whose two children are that leaf.
      modes.push(nodeModes.leq);
      splits.push(0);
      ints.nodes_featureids.push(0);
      ints.nodes_missing_value_tracks_true.push(0);
      pushChildren(~firstLeaf, ~firstLeaf);
    }
    for (let i = 0; i < tree.splitFeature.length; i++) {
      const split = encodeSplit(tree, i);
      modes.push(split.mode);
      splits.push(precision === "float32" ? floorFloat32(split.value) : split.value);
      if (split.mode === nodeModes.member) members.push(...tree.categories[i]!, NaN);
      ints.nodes_featureids.push(tree.splitFeature[i]! + (split.zeroMissing ? ensemble.featureCount : 0));
      ints.nodes_missing_value_tracks_true.push(split.missingLeft ? 1 : 0);
      pushChildren(place(tree.left[i]!), place(tree.right[i]!));
    }
  }
  const numbers = precision === "float32" ? floats : doubles;
  return [
    {name: "aggregate_function", type: attributeTypes.int, i: 1},
    {name: "leaf_weights", type: attributeTypes.tensor, t: numbers(weights)},
    ...(members.length > 0 ? [{name: "membership_values", type: attributeTypes.tensor, t: numbers(members)}] : []),
    {name: "n_targets", type: attributeTypes.int, i: 1},
    {name: "nodes_modes", type: attributeTypes.tensor, t: bytes(modes)},
    {name: "nodes_splits", type: attributeTypes.tensor, t: numbers(splits)},
    {name: "post_transform", type: attributeTypes.int, i: 0},
    ...Object.entries(ints).map(([name, values]) => integers(name, values))
  ];
}

interface EncodedSplit {
  mode: number;
  value: number;
  missingLeft: boolean;
  /** Whether the split reads the features in which 0 is NaN. */
  zeroMissing: boolean;
}

function encodeSplit(tree: Tree, i: number): EncodedSplit {
  const missing = tree.missing[i]!;
  const threshold = tree.threshold[i]!;
  if (tree.categories[i]) {
    const missingLeft = missing === "nan" && tree.defaultLeft[i]!;
    // ONNX Runtime refuses an empty set; no code is below −∞ either.
    return tree.categories[i].length > 0
      ? {mode: nodeModes.member, value: 0, missingLeft, zeroMissing: false}
      : {mode: nodeModes.lt, value: -Infinity, missingLeft, zeroMissing: false};
  }
  // Where nothing is missing, NaN counts as 0 and goes where 0 goes.
  const missingLeft = missing === "none" ? 0 <= threshold : tree.defaultLeft[i]!;
  return {mode: nodeModes.leq, value: threshold, missingLeft, zeroMissing: missing === "zero"};
}

/** A tree that is a single leaf. */
function leaf(value: number): Tree {
  return {
    splitFeature: [],
    threshold: [],
    categories: [],
    missing: [],
    defaultLeft: [],
    left: [],
    right: [],
    gain: [],
    nodeCover: [],
    leafValue: [value],
    leafCover: [0]
  };
}
