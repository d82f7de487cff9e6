import type {Calibration} from "../contract/scoring-model.ts";
import {pieces} from "./calibration.ts";
import {bytes, cast, doubles, integers, node, scalar} from "./onnx-message.ts";
import {attributeTypes, dataTypes, nodeModes, type NodeMessage, type TensorMessage} from "./onnx-schema.ts";

/** The nodes that compute `output`, float64 [N, 1], of `raw`, float64 [N, 1], and the constants that they need. */
export function calibrationNodes(
  calibration: Calibration,
  raw: string,
  output: string
): {initializer: TensorMessage[]; node: NodeMessage[]} {
  if (calibration.method === "platt") {
    return {
      initializer: [scalar("slope", calibration.slope), scalar("intercept", calibration.intercept)],
      node: [
        node("Mul", [raw, "slope"], "scaled"),
        node("Add", ["scaled", "intercept"], "log_odds"),
        node("Sigmoid", ["log_odds"], output)
      ]
    };
  }
  // A tree finds the piece in as many steps as its depth, and the rest is the evaluator's own arithmetic.
  const table = pieces(calibration);
  return {
    initializer: Object.entries(table).map(([name, values]) => ({...doubles(values), name: `piece_${name}`})),
    node: [
      pieceTree(calibration.x, raw, "piece_number"),
      cast("piece_number", "piece", dataTypes.int64),
      ...Object.keys(table).map((name) => node("Gather", [`piece_${name}`, "piece"], name)),
      node("Sub", [raw, "start"], "distance"),
      node("Mul", ["distance", "slope"], "rise"),
      node("Add", ["rise", "level"], "unbounded"),
      node("Min", ["unbounded", "top"], output)
    ]
  };
}

/** A balanced search tree over the knots: "raw < knot" splits whose leaves are the numbers of the pieces. */
function pieceTree(x: readonly number[], raw: string, output: string): NodeMessage {
  const splits: number[] = [];
  const falseIds: number[] = [];
  const falseLeafs: number[] = [];
  const trueIds: number[] = [];
  const trueLeafs: number[] = [];
  const build = (from: number, to: number): number => {
    const middle = (from + to) >> 1;
    const at = splits.length;
    splits.push(x[middle]!);
    for (const list of [falseIds, falseLeafs, trueIds, trueLeafs]) list.push(0);
    const [below, above] = [middle > from, middle + 1 < to];
    trueLeafs[at] = below ? 0 : 1;
    trueIds[at] = below ? build(from, middle) : middle;
    falseLeafs[at] = above ? 0 : 1;
    falseIds[at] = above ? build(middle + 1, to) : middle + 1;
    return at;
  };
  build(0, x.length);
  const zeros = splits.map(() => 0);
  const leaves = Array.from({length: x.length + 1}, (_, piece) => piece);
  return {
    ...node("TreeEnsemble", [raw], output, [
      {name: "aggregate_function", type: attributeTypes.int, i: 1},
      {name: "leaf_weights", type: attributeTypes.tensor, t: doubles(leaves)},
      {name: "n_targets", type: attributeTypes.int, i: 1},
      {name: "nodes_modes", type: attributeTypes.tensor, t: bytes(splits.map(() => nodeModes.lt))},
      {name: "nodes_splits", type: attributeTypes.tensor, t: doubles(splits)},
      {name: "post_transform", type: attributeTypes.int, i: 0},
      integers(
        "leaf_targetids",
        leaves.map(() => 0)
      ),
      integers("nodes_falseleafs", falseLeafs),
      integers("nodes_falsenodeids", falseIds),
      integers("nodes_featureids", zeros),
      integers("nodes_trueleafs", trueLeafs),
      integers("nodes_truenodeids", trueIds),
      integers("tree_roots", [0])
    ]),
    domain: "ai.onnx.ml"
  };
}
