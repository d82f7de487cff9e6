import {LimpideError} from "../contract/errors.ts";
import {bytes, cast, doubles, integers, node, scalar} from "./onnx-message.ts";
import {attributeTypes, dataTypes, nodeModes, type NodeMessage, type TensorMessage} from "./onnx-schema.ts";

/** logit(p) = slope × raw + intercept (Platt, 1999). */
export interface PlattCalibration {
  method: "platt";
  slope: number;
  intercept: number;
}

/**
 * A non-decreasing function of the raw score, given by knots (isotonic regression: Barlow et al., 1972; Zadrozny and
 * Elkan, 2002): linear from one knot to the next, constant outside. Two knots at one x are a step; the second holds
 * from x on.
 */
export interface IsotonicCalibration {
  method: "isotonic";
  /** Raw scores, ascending. */
  x: number[];
  /** Probabilities, as many, ascending, 0 to 1. */
  y: number[];
}

/** How a raw score becomes a probability. */
export type Calibration = PlattCalibration | IsotonicCalibration;

/** For a raw score in log-odds that is calibrated as it is. */
export const logistic: PlattCalibration = {method: "platt", slope: 1, intercept: 0};

/** For a raw score that is a probability itself; what lies outside 0 to 1 is drawn to the nearest end. */
export const identity: IsotonicCalibration = {method: "isotonic", x: [0, 1], y: [0, 1]};

/**
 * Returns a calibration that can be evaluated.
 * @throws {LimpideError} E_MODEL when it isn't monotone, isn't finite, or gives what is no probability
 */
export function checkCalibration(calibration: Calibration): Calibration {
  const fail = (message: string): never => {
    throw new LimpideError("E_MODEL", `the calibration ${message}`);
  };
  if (calibration.method === "platt") {
    const {slope, intercept} = calibration;
    if (!(slope > 0 && Number.isFinite(slope))) fail(`has the slope ${slope}, which isn't positive`);
    if (!Number.isFinite(intercept)) fail(`has the intercept ${intercept}`);
    return calibration;
  }
  const {x, y} = calibration;
  if (x.length === 0 || x.length !== y.length) fail(`has ${x.length} scores and ${y.length} probabilities`);
  for (let i = 0; i < x.length; i++) {
    if (!Number.isFinite(x[i])) fail(`has the score ${x[i]} at knot ${i}`);
    if (!(y[i]! >= 0 && y[i]! <= 1)) fail(`has the probability ${y[i]} at knot ${i}`);
    if (i > 0 && !(x[i]! >= x[i - 1]!)) fail(`falls back from the score ${x[i - 1]} to ${x[i]} at knot ${i}`);
    if (i > 0 && !(y[i]! >= y[i - 1]!)) fail(`falls from ${y[i - 1]} to ${y[i]} at knot ${i}: it must be monotone`);
  }
  return calibration;
}

/** A function from raw scores to probabilities. */
export function compileCalibration(calibration: Calibration): (raw: number) => number {
  if (calibration.method === "platt") {
    const {slope, intercept} = calibration;
    return (raw) => sigmoid(slope * raw + intercept);
  }
  const {x} = calibration;
  const {start, level, slope, top} = pieces(calibration);
  return (raw) => {
    // The number of knots that aren't above the score is its piece.
    let low = 0;
    let high = x.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (x[middle]! <= raw) low = middle + 1;
      else high = middle;
    }
    return Math.min((raw - start[low]!) * slope[low]! + level[low]!, top[low]!);
  };
}

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

/** The pieces between knots, and the two outside: probability = min((raw − start) × slope + level, top). */
function pieces({x, y}: IsotonicCalibration): Record<"start" | "level" | "slope" | "top", number[]> {
  const last = x.length - 1;
  const start = [x[0]!];
  const level = [y[0]!];
  const slope = [0];
  const top = [y[0]!];
  for (let i = 0; i <= last; i++) {
    const rise = i < last ? (y[i + 1]! - y[i]!) / (x[i + 1]! - x[i]!) : 0;
    start.push(x[i]!);
    level.push(y[i]!);
    // Knots too near one another for a slope are a step.
    slope.push(Number.isFinite(rise) ? rise : 0);
    top.push(i < last ? y[i + 1]! : y[i]!);
  }
  return {start, level, slope, top};
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

function sigmoid(x: number): number {
  return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
}
