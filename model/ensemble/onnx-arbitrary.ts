import {generator} from "./ensemble-arbitrary.ts";
import {bytes, doubles, floats, integers} from "./onnx-message.ts";
import {
  attributeTypes,
  dataTypes,
  modelProto,
  nodeModes,
  type AttributeMessage,
  type NodeMessage,
  type TensorMessage,
  type ValueInfoMessage
} from "./onnx-schema.ts";

/** ONNX models as other programs write them, for tests. */

export interface GraphParts {
  node: NodeMessage[];
  input: ValueInfoMessage[];
  output: ValueInfoMessage[];
  initializer?: TensorMessage[];
}

/** A file that holds a graph. `ml` is the version of ai.onnx.ml. */
export function onnxFile(graph: GraphParts, ml: number, metadata: Record<string, string> = {}): Uint8Array {
  const opsetImport = [
    {domain: "", version: ml >= 5 ? 21 : 15},
    {domain: "ai.onnx.ml", version: ml}
  ];
  const metadataProps = Object.entries(metadata).map(([key, value]) => ({key, value}));
  return modelProto
    .encode(
      modelProto.fromObject({irVersion: ml >= 5 ? 10 : 8, opsetImport, metadataProps, graph: {name: "g", ...graph}})
    )
    .finish();
}

export const text = (name: string, value: string): AttributeMessage => ({
  name,
  type: attributeTypes.string,
  s: new TextEncoder().encode(value)
});
export const texts = (name: string, values: readonly string[]): AttributeMessage => ({
  name,
  type: attributeTypes.strings,
  strings: values.map((value) => new TextEncoder().encode(value))
});
export const floatList = (name: string, values: readonly number[]): AttributeMessage => ({
  name,
  type: attributeTypes.floats,
  floats: [...values]
});
export const integer = (name: string, value: number): AttributeMessage => ({name, type: attributeTypes.int, i: value});
const tensor = (name: string, t: TensorMessage): AttributeMessage => ({name, type: attributeTypes.tensor, t});

/** A tree as both generations of operators can write it. A child ≥ 0 is a split, < 0 the leaf `~child`. */
export interface PlainTree {
  splits: {
    feature: number;
    mode: keyof typeof nodeModes;
    value: number;
    members: number[];
    onTrue: number;
    onFalse: number;
    missingTrue: boolean;
  }[];
  leaves: number[];
}

const values = [-3.5, -1, -0.25, -1e-38, 0, 1e-38, 0.1, 0.25, 1, 2, 3, 4, 1e6].map(Math.fround);

/**
 * Random trees on `features` features, the last of which is asked for codes alone, and the one before for both. Sets
 * only where `sets`, since the older operators have none.
 */
export function randomTrees(seed: number, {features = 4, trees = 4, splits = 8, sets = false} = {}): PlainTree[] {
  const random = generator(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  const code = (): number => Math.floor(random() * 6);
  return Array.from({length: trees}, () => {
    const tree: PlainTree = {splits: [], leaves: [Math.fround(random() * 2 - 1)]};
    for (let i = Math.floor(random() * (splits + 1)); i > 0; i--) {
      const leaf = Math.floor(random() * tree.leaves.length);
      const feature = Math.floor(random() * features);
      const asked: (keyof typeof nodeModes)[] = sets ? ["eq", "neq", "member", "member"] : ["eq", "neq"];
      const compared: (keyof typeof nodeModes)[] = ["leq", "lt", "gte", "gt"];
      const mode = pick(
        feature === features - 1 ? asked : feature === features - 2 ? [...asked, ...compared] : compared
      );
      const at = tree.splits.length;
      for (const split of tree.splits) {
        if (split.onTrue === ~leaf) split.onTrue = at;
        if (split.onFalse === ~leaf) split.onFalse = at;
      }
      const flipped = random() < 0.5;
      tree.splits.push({
        feature,
        mode,
        value: mode === "member" ? 0 : feature === features - 1 ? code() : pick(values),
        members: mode === "member" ? [...new Set([code(), code(), code() + (feature === features - 2 ? 0.5 : 0)])] : [],
        onTrue: flipped ? ~tree.leaves.length : ~leaf,
        onFalse: flipped ? ~leaf : ~tree.leaves.length,
        missingTrue: random() < 0.5
      });
      tree.leaves[leaf] = Math.fround(random() * 2 - 1);
      tree.leaves.push(Math.fround(random() * 2 - 1));
    }
    return tree;
  });
}

/** Rows for {@link randomTrees}, row after row: values at thresholds, missing ones, codes of the last feature. */
export function randomRows(seed: number, rows: number, features = 4): Float32Array {
  const random = generator(seed);
  return Float32Array.from({length: rows * features}, (_, i) => {
    if (random() < 0.15) return NaN;
    if (i % features === features - 1) return Math.floor(random() * 8) - 1;
    return random() < 0.7 ? values[Math.floor(random() * values.length)]! : random() * 6 - 3;
  });
}

const branches: Record<string, string> = {
  leq: "BRANCH_LEQ",
  lt: "BRANCH_LT",
  gte: "BRANCH_GTE",
  gt: "BRANCH_GT",
  eq: "BRANCH_EQ",
  neq: "BRANCH_NEQ"
};

/** The nodes of trees as attributes of TreeEnsembleRegressor and TreeEnsembleClassifier, and where their leaves are. */
export function olderNodes(trees: readonly PlainTree[]): {
  attributes: AttributeMessage[];
  leaves: {tree: number; node: number; value: number}[];
} {
  const rows = trees.flatMap(({splits, leaves}, tree) => {
    const id = (child: number): number => (child < 0 ? splits.length + ~child : child);
    return [
      ...splits.map((split, node) => ({
        ...{tree, node, mode: branches[split.mode]!, feature: split.feature, value: split.value, leaf: NaN},
        ...{onTrue: id(split.onTrue), onFalse: id(split.onFalse), missing: Number(split.missingTrue)}
      })),
      ...leaves.map((leaf, i) => ({
        ...{tree, node: splits.length + i, mode: "LEAF", feature: 0, value: 0, leaf},
        ...{onTrue: 0, onFalse: 0, missing: 0}
      }))
    ];
  });
  return {
    attributes: [
      integers(
        "nodes_treeids",
        rows.map(({tree}) => tree)
      ),
      integers(
        "nodes_nodeids",
        rows.map(({node}) => node)
      ),
      integers(
        "nodes_featureids",
        rows.map(({feature}) => feature)
      ),
      texts(
        "nodes_modes",
        rows.map(({mode}) => mode)
      ),
      floatList(
        "nodes_values",
        rows.map(({value}) => value)
      ),
      integers(
        "nodes_truenodeids",
        rows.map(({onTrue}) => onTrue)
      ),
      integers(
        "nodes_falsenodeids",
        rows.map(({onFalse}) => onFalse)
      ),
      integers(
        "nodes_missing_value_tracks_true",
        rows.map(({missing}) => missing)
      )
    ],
    leaves: rows.flatMap(({tree, node, mode, leaf}) => (mode === "LEAF" ? [{tree, node, value: leaf}] : []))
  };
}

/** Trees as attributes of TreeEnsemble, version 5. */
export function newerNodes(trees: readonly PlainTree[], precision: "float32" | "float64"): AttributeMessage[] {
  const numbers = precision === "float32" ? floats : doubles;
  const roots: number[] = [];
  const leaves = trees.flatMap((tree) => tree.leaves);
  let firstSplit = 0;
  let firstLeaf = 0;
  const splits = trees.flatMap((tree) => {
    roots.push(firstSplit);
    const [atSplit, atLeaf] = [firstSplit, firstLeaf];
    firstSplit += Math.max(1, tree.splits.length);
    firstLeaf += tree.leaves.length;
    const single = {
      feature: 0,
      mode: "leq",
      value: 0,
      members: [],
      onTrue: ~0,
      onFalse: ~0,
      missingTrue: false
    } as const;
    const own = tree.splits.length > 0 ? tree.splits : [single];
    const place = (child: number): number => (child < 0 ? child - atLeaf : child + atSplit);
    return own.map((split) => ({...split, onTrue: place(split.onTrue), onFalse: place(split.onFalse)}));
  });
  const id = (child: number): number => (child < 0 ? ~child : child);
  const members = splits.flatMap((split) => (split.mode === "member" ? [...split.members, NaN] : []));
  return [
    integers("tree_roots", roots),
    tensor("nodes_modes", bytes(splits.map(({mode}) => nodeModes[mode]))),
    tensor("nodes_splits", numbers(splits.map(({value}) => value))),
    ...(members.length > 0 ? [tensor("membership_values", numbers(members))] : []),
    integers(
      "nodes_featureids",
      splits.map(({feature}) => feature)
    ),
    integers(
      "nodes_trueleafs",
      splits.map(({onTrue}) => Number(onTrue < 0))
    ),
    integers(
      "nodes_truenodeids",
      splits.map(({onTrue}) => id(onTrue))
    ),
    integers(
      "nodes_falseleafs",
      splits.map(({onFalse}) => Number(onFalse < 0))
    ),
    integers(
      "nodes_falsenodeids",
      splits.map(({onFalse}) => id(onFalse))
    ),
    integers(
      "nodes_missing_value_tracks_true",
      splits.map(({missingTrue}) => Number(missingTrue))
    ),
    integers(
      "leaf_targetids",
      leaves.map(() => 0)
    ),
    tensor("leaf_weights", numbers(leaves)),
    integer("n_targets", 1)
  ];
}

/** An input or output of the graph: [N, width]. */
export function info(name: string, width: number, elemType: number = dataTypes.float): ValueInfoMessage {
  const dim = width > 0 ? [{dimParam: "N"}, {dimValue: width}] : [{dimParam: "N"}];
  return {name, type: {tensorType: {elemType, shape: {dim}}}};
}
