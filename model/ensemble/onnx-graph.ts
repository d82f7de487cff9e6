import {LimpideError} from "../contract/errors.ts";
import {zeroThreshold} from "./evaluate.ts";
import {
  Attributes,
  nodeError,
  tensorNumbers,
  type OnnxModel,
  type OnnxNode,
  type OnnxTensor,
  type OnnxValueInfo
} from "./onnx-reader.ts";
import {dataTypes} from "./onnx-schema.ts";
import type {TreeColumn} from "./onnx-to-trees.ts";
import {readClassifier, readRegressor, readTreeEnsemble, type OnnxTrees} from "./onnx-tree-nodes.ts";
import type {Precision} from "./onnx-trees.ts";

/** The trees of a graph, and what feeds them. */
export interface TreeSource {
  trees: OnnxTrees;
  columns: TreeColumn[];
  /** The coarsest numbers that the features pass through, and those that the trees compare and add up in. */
  precision: {features: Precision; trees: Precision};
  classifier: boolean;
}

/** A column of scores: scale × sum of the trees + offset, through the logistic function or not. */
export interface ScoreColumn {
  scale: number;
  offset: number;
  logistic: boolean;
}

/** What a graph's output is: scores of one set of trees. A column is null where it isn't such a function. */
export interface Scores {
  kind: "scores";
  source: TreeSource;
  columns: (ScoreColumn | null)[];
}

type Features = {kind: "features"; columns: TreeColumn[]; coarsest: Precision; current: Precision};
type Value =
  | Features
  | {kind: "magnitude" | "is zero"; of: Features}
  | {kind: "constant"; values: number[]}
  | {kind: "label"}
  | Scores;

/** The inputs of a graph: how many features it has, and how they are called where each has an input of its own. */
export interface GraphInputs {
  /** Undefined where the file doesn't say. */
  featureCount: number | undefined;
  names: string[] | null;
}

/**
 * Follows a graph from its inputs to its outputs, symbolically: every value is the features, a constant, or scores of
 * one set of trees. The operators known are those that exporters put around trees: casts, concatenation of inputs, 0 as
 * missing, arithmetic with constants, the logistic function, choice of a column, ZipMap.
 */
export class Graph {
  readonly inputs: GraphInputs;
  readonly outputs: readonly OnnxValueInfo[];
  readonly #makers = new Map<string, OnnxNode>();
  readonly #values = new Map<string, Value>();
  readonly #sources = new Map<OnnxNode, TreeSource>();
  readonly #pending = new Set<string>();

  /** @throws {LimpideError} E_MODEL for inputs that aren't numbers */
  constructor({graph}: OnnxModel) {
    for (const tensor of graph?.initializer ?? []) this.#values.set(tensor.name ?? "", constant(tensor));
    for (const node of graph?.node ?? []) for (const output of node.output ?? []) this.#makers.set(output, node);
    this.outputs = graph?.output ?? [];
    const inputs = (graph?.input ?? []).filter(({name}) => !this.#values.has(name ?? ""));
    this.inputs = this.#readInputs(inputs);
  }

  /** The scores that an output holds; null for a label. */
  scoresOf(output: string): Scores | null {
    const value = this.#valueOf(output);
    if (value.kind === "scores") return value;
    if (value.kind === "label") return null;
    throw new LimpideError("E_MODEL", `its output "${output}" isn't made of trees`);
  }

  #readInputs(inputs: readonly OnnxValueInfo[]): GraphInputs {
    let first = 0;
    const widths = inputs.map(({name = "", type}) => {
      const elemType = type?.tensorType?.elemType;
      const precision = elemType === dataTypes.double ? "float64" : "float32";
      if (elemType === undefined || !numeric.has(elemType)) {
        throw new LimpideError("E_MODEL", `its input "${name}" isn't a tensor of numbers`);
      }
      const width = type?.tensorType?.shape?.dim?.[1]?.dimValue;
      const known = width !== undefined && width > 0 ? width : undefined;
      if (known === undefined && inputs.length > 1) {
        throw new LimpideError("E_MODEL", `its input "${name}" doesn't say how many columns it has`);
      }
      const columns = Array.from({length: known ?? manyColumns}, (_, i) => ({feature: first + i, zeroMissing: false}));
      first += columns.length;
      this.#values.set(name, {kind: "features", columns, coarsest: precision, current: precision});
      return known;
    });
    const separate = inputs.length > 1 && widths.every((width) => width === 1);
    return {
      featureCount: widths.includes(undefined) ? undefined : first,
      names: separate ? inputs.map(({name}) => name ?? "") : null
    };
  }

  #valueOf(name: string): Value {
    const known = this.#values.get(name);
    if (known) return known;
    const node = this.#makers.get(name);
    if (!node) throw new LimpideError("E_MODEL", `its graph has no value "${name}"`);
    if (this.#pending.has(name)) throw nodeError(node, "takes part in a circle");
    this.#pending.add(name);
    const value = this.#apply(node, node.output!.indexOf(name));
    this.#values.set(name, value);
    return value;
  }

  #apply(node: OnnxNode, output: number): Value {
    const attributes = new Attributes(node);
    const operator = `${node.domain === "ai.onnx.ml" ? "ml." : ""}${node.opType}`;
    const unsupported = (): never => attributes.fail("isn't supported around trees");
    const argument = (i: number): Value => this.#valueOf(node.input?.[i] ?? attributes.fail(`has no input ${i}`));
    switch (operator) {
      case "ml.TreeEnsemble":
      case "ml.TreeEnsembleRegressor":
        return this.#trees(node, attributes, argument(0));
      case "ml.TreeEnsembleClassifier":
        return output === 0 ? {kind: "label"} : this.#trees(node, attributes, argument(0));
      case "Constant": {
        const tensor = node.attribute?.find(({name}) => name === "value")?.t;
        if (tensor) return constant(tensor);
        const {f, i, floats, ints} = node.attribute?.[0] ?? {};
        return {kind: "constant", values: floats ?? ints ?? [f ?? i ?? unsupported()]};
      }
      case "Identity":
      case "ml.ZipMap":
        return argument(0);
      case "Cast":
        return castTo(argument(0), attributes.integer("to", 0)) ?? unsupported();
      case "Abs": {
        const of = argument(0);
        return of.kind === "features" ? {kind: "magnitude", of} : unsupported();
      }
      case "LessOrEqual": {
        const [left, right] = [argument(0), argument(1)];
        if (left.kind !== "magnitude" || right.kind !== "constant") return unsupported();
        if (right.values[0] !== zeroThreshold) attributes.fail(`takes up to ${right.values[0]} for 0`);
        return {kind: "is zero", of: left.of};
      }
      case "Where": {
        const [test, missing, of] = [argument(0), argument(1), argument(2)];
        if (test.kind !== "is zero" || test.of !== of || missing.kind !== "constant") return unsupported();
        if (!Number.isNaN(missing.values[0])) return unsupported();
        return {...of, columns: of.columns.map(({feature}) => ({feature, zeroMissing: true}))};
      }
      case "Concat":
      case "ml.FeatureVectorizer":
        return concatenate((node.input ?? []).map((_, i) => argument(i))) ?? unsupported();
      case "Add":
      case "Sub":
      case "Mul":
      case "Div":
        return calculate(operator, argument(0), argument(1)) ?? unsupported();
      case "Neg":
        return calculate("Mul", argument(0), {kind: "constant", values: [-1]}) ?? unsupported();
      case "Sigmoid":
        return (
          mapColumns(argument(0), (column) => (column.logistic ? null : {...column, logistic: true})) ?? unsupported()
        );
      case "Reshape":
      case "Flatten":
      case "Squeeze":
      case "Unsqueeze": {
        const value = argument(0);
        if (value.kind === "label") return value;
        return value.kind === "scores" && value.columns.length === 1 ? value : unsupported();
      }
      case "ml.ArrayFeatureExtractor":
      case "Gather": {
        const [value, index] = [argument(0), argument(1)];
        if (operator === "Gather" && attributes.integer("axis", 0) !== 1) return unsupported();
        if (value.kind !== "scores" || index.kind !== "constant") return unsupported();
        return {...value, columns: index.values.map((i) => value.columns.at(i) ?? null)};
      }
      default:
        return unsupported();
    }
  }

  #trees(node: OnnxNode, attributes: Attributes, input: Value): Scores {
    if (input.kind !== "features") return attributes.fail("reads what isn't the features");
    let source = this.#sources.get(node);
    if (!source) {
      if (this.#sources.size > 0) attributes.fail("is a second set of trees; one is supported");
      const classifier = node.opType === "TreeEnsembleClassifier";
      const read = node.opType === "TreeEnsemble" ? readTreeEnsemble : classifier ? readClassifier : readRegressor;
      source = {
        trees: read(attributes),
        columns: input.columns,
        precision: {features: input.coarsest, trees: input.current},
        classifier
      };
      this.#sources.set(node, source);
    }
    const {transform, columns} = source.trees;
    const logistic = transform === "LOGISTIC";
    const second = {scale: 1, offset: 0, logistic};
    const first =
      columns === "score of both"
        ? {scale: -1, offset: 0, logistic}
        : columns === "probability of both"
          ? {scale: -1, offset: 1, logistic}
          : null;
    return {kind: "scores", source, columns: columns === "one" ? [second] : [first, second]};
  }
}

/** Stands for the columns of an input that doesn't say how many it has. */
const manyColumns = 100_000;

const numeric = new Set<number>([dataTypes.float, dataTypes.double, dataTypes.int64, dataTypes.int32]);

function constant(tensor: OnnxTensor): Value {
  return tensor.dataType === dataTypes.string ? {kind: "label"} : {kind: "constant", values: tensorNumbers(tensor)};
}

function castTo(value: Value, type: number): Value | undefined {
  switch (value.kind) {
    case "constant":
    case "label":
      return value;
    case "scores":
      return type === dataTypes.float || type === dataTypes.double ? value : {kind: "label"};
    case "features":
      if (type === dataTypes.double) return {...value, current: "float64"};
      return type === dataTypes.float ? {...value, coarsest: "float32", current: "float32"} : undefined;
    default:
      return undefined;
  }
}

function concatenate(parts: readonly Value[]): Value | undefined {
  if (parts.every((part) => part.kind === "features")) {
    const coarsest = parts.some((part) => part.coarsest === "float32") ? "float32" : "float64";
    const current = parts.every((part) => part.current === "float64") ? "float64" : "float32";
    return {kind: "features", columns: parts.flatMap((part) => part.columns), coarsest, current};
  }
  if (parts.every((part) => part.kind === "scores")) {
    const source = parts[0]!.source;
    if (parts.some((part) => part.source !== source)) return undefined;
    return {kind: "scores", source, columns: parts.flatMap((part) => part.columns)};
  }
  return undefined;
}

/** Scores and a constant: a line stays a line, and 1 − p turns the log-odds of p over. */
function calculate(operator: "Add" | "Sub" | "Mul" | "Div", left: Value, right: Value): Value | undefined {
  if (left.kind === "constant" && right.kind === "constant") return undefined;
  if (left.kind === "constant") {
    if (operator === "Div") return undefined;
    if (operator !== "Sub") return calculate(operator, right, left);
    const minus = calculate("Mul", right, {kind: "constant", values: [-1]});
    if (minus) return calculate("Add", minus, left);
    const [value] = left.values;
    if (left.values.length !== 1 || value !== 1) return undefined;
    return mapColumns(right, ({scale, offset, logistic}) => ({scale: -scale, offset: -offset, logistic}));
  }
  if (right.kind !== "constant") return undefined;
  const {values} = right;
  let place = 0;
  return mapColumns(left, ({scale, offset, logistic}) => {
    const value = values.length === 1 ? values[0]! : values[place++];
    if (logistic || value === undefined) return null;
    if (operator === "Add") return {scale, offset: offset + value, logistic};
    if (operator === "Sub") return {scale, offset: offset - value, logistic};
    const factor = operator === "Mul" ? value : 1 / value;
    return {scale: scale * factor, offset: offset * factor, logistic};
  });
}

/** Changes each column; undefined where it isn't scores, or where no column can be changed so. */
function mapColumns(value: Value, change: (column: ScoreColumn) => ScoreColumn | null): Value | undefined {
  if (value.kind !== "scores") return undefined;
  const columns = value.columns.map((column) => column && change(column));
  return columns.some((column) => column !== null) ? {...value, columns} : undefined;
}
