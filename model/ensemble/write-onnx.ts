import type {Ensemble, Tree} from "../contract/ensemble.ts";
import type {ScoringModel} from "../contract/scoring-model.ts";
import {compileEnsemble, zeroThreshold} from "./evaluate.ts";
import {
  attributeTypes,
  dataTypes,
  modelProto,
  nodeModes,
  type AttributeMessage,
  type ModelMessage,
  type NodeMessage,
  type TensorMessage,
  type ValueInfoMessage
} from "./onnx-schema.ts";

/**
 * Writes a scoring model as an ONNX file (IR version 10, operator sets ai.onnx 21 and ai.onnx.ml 5): the same model
 * always as the same bytes.
 *
 * Input `features`: float32 [N, F], NaN where missing, categories by their code. Outputs `raw_score` (log-odds before
 * calibration) and `probability` (calibrated), both float64 [N, 1]. Features are widened to float64, so that thresholds
 * and leaf values are those of the ensemble to the last bit. Names, categories, scale, policy and version are in the
 * file's metadata.
 * @throws {LimpideError} E_MODEL when the ensemble isn't one of whole trees.
 */
export function writeOnnx(model: ScoringModel): Uint8Array {
  compileEnsemble(model.ensemble); // refuses broken trees
  const featureCount = model.ensemble.featureCount;
  const zeroIsMissing = model.ensemble.trees.some((tree) => tree.missing.includes("zero"));
  const message: ModelMessage = {
    irVersion: 10,
    producerName: "limpide",
    opsetImport: [
      {domain: "", version: 21},
      {domain: "ai.onnx.ml", version: 5}
    ],
    graph: {
      name: "score",
      input: [valueInfo("features", dataTypes.float, featureCount)],
      output: [valueInfo("raw_score", dataTypes.double, 1), valueInfo("probability", dataTypes.double, 1)],
      initializer: [
        scalar("base_score", model.ensemble.baseScore),
        scalar("slope", model.calibration.slope),
        scalar("intercept", model.calibration.intercept),
        ...(zeroIsMissing ? [scalar("zero_threshold", zeroThreshold), scalar("missing", NaN)] : [])
      ],
      node: [
        node("Cast", ["features"], "wide", [{name: "to", type: attributeTypes.int, i: dataTypes.double}]),
        ...(zeroIsMissing ? zeroAsMissing() : []),
        {
          ...node("TreeEnsemble", [zeroIsMissing ? "wide_twice" : "wide"], "tree_sum", treeAttributes(model.ensemble)),
          domain: "ai.onnx.ml"
        },
        node("Add", ["tree_sum", "base_score"], "raw_score"),
        node("Mul", ["raw_score", "slope"], "scaled"),
        node("Add", ["scaled", "intercept"], "log_odds"),
        node("Sigmoid", ["log_odds"], "probability")
      ]
    },
    metadataProps: [
      {key: "limpide.version", value: model.version},
      {key: "limpide.inputs", value: JSON.stringify(model.inputs)},
      {key: "limpide.scale", value: JSON.stringify(model.scale)},
      {key: "limpide.policy", value: JSON.stringify(model.policy)}
    ]
  };
  return modelProto.encode(modelProto.fromObject(message)).finish();
}

/**
 * The features once more, with NaN for each 0: TreeEnsemble can send NaN either way, but not 0. A split where 0 is
 * missing reads this second half.
 */
function zeroAsMissing(): NodeMessage[] {
  return [
    node("Abs", ["wide"], "magnitude"),
    node("LessOrEqual", ["magnitude", "zero_threshold"], "is_zero"),
    node("Where", ["is_zero", "missing", "wide"], "zero_missing"),
    node("Concat", ["wide", "zero_missing"], "wide_twice", [{name: "axis", type: attributeTypes.int, i: 1}])
  ];
}

/**
 * The trees as TreeEnsemble's attributes; a split's left child is its "true" child. ONNX Runtime 1.30 evaluates all of
 * it exactly in float64: sets with the code 0 and with codes in the hundreds, NaN at a set, comparisons and sets in one
 * tree, trees of a single leaf.
 */
function treeAttributes(ensemble: Ensemble): AttributeMessage[] {
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
  for (const tree of ensemble.trees.length > 0 ? ensemble.trees : [nothing]) {
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
      splits.push(split.value);
      if (split.mode === nodeModes.member) members.push(...tree.categories[i]!, NaN);
      ints.nodes_featureids.push(tree.splitFeature[i]! + (split.zeroMissing ? ensemble.featureCount : 0));
      ints.nodes_missing_value_tracks_true.push(split.missingLeft ? 1 : 0);
      pushChildren(place(tree.left[i]!), place(tree.right[i]!));
    }
  }
  return [
    {name: "aggregate_function", type: attributeTypes.int, i: 1},
    {name: "leaf_weights", type: attributeTypes.tensor, t: doubles(weights)},
    ...(members.length > 0 ? [{name: "membership_values", type: attributeTypes.tensor, t: doubles(members)}] : []),
    {name: "n_targets", type: attributeTypes.int, i: 1},
    {name: "nodes_modes", type: attributeTypes.tensor, t: bytes(modes)},
    {name: "nodes_splits", type: attributeTypes.tensor, t: doubles(splits)},
    {name: "post_transform", type: attributeTypes.int, i: 0},
    ...Object.entries(ints).map(([name, values]) => ({name, type: attributeTypes.ints, ints: values}))
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

/** The operator needs a tree: where there is none, one that adds 0. */
const nothing: Tree = {
  splitFeature: [],
  threshold: [],
  categories: [],
  missing: [],
  defaultLeft: [],
  left: [],
  right: [],
  gain: [],
  nodeCover: [],
  leafValue: [0],
  leafCover: [0]
};

function node(opType: string, input: string[], output: string, attribute: AttributeMessage[] = []): NodeMessage {
  return {opType, name: output, input, output: [output], attribute};
}

function valueInfo(name: string, elemType: number, width: number): ValueInfoMessage {
  return {name, type: {tensorType: {elemType, shape: {dim: [{dimParam: "N"}, {dimValue: width}]}}}};
}

function scalar(name: string, value: number): TensorMessage {
  return {...doubles([value]), dims: [], name};
}

/** Raw tensor data is little-endian, whatever the machine. */
function doubles(values: readonly number[]): TensorMessage {
  const view = new DataView(new ArrayBuffer(values.length * 8));
  values.forEach((value, i) => view.setFloat64(i * 8, value, true));
  return {dims: [values.length], dataType: dataTypes.double, rawData: new Uint8Array(view.buffer)};
}

function bytes(values: readonly number[]): TensorMessage {
  return {dims: [values.length], dataType: dataTypes.uint8, rawData: Uint8Array.from(values)};
}
