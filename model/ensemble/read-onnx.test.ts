import fc from "fast-check";
import {InferenceSession, Tensor} from "onnxruntime-node";
import {expect, test} from "vitest";
import type {Ensemble} from "../contract/ensemble.ts";
import {type Calibration, defaultScale, type ScoringModel} from "../contract/scoring-model.ts";
import {compileCalibration} from "./calibration.ts";
import {coversKnown} from "./covers.ts";
import {arbitraryEnsemble, randomEnsemble} from "./ensemble-arbitrary.ts";
import {categoricalFeatures, categoryCode, rawScores, type ImportedModel} from "./imported-model.ts";
import {
  floatList,
  info,
  integer,
  newerNodes,
  olderNodes,
  onnxFile,
  randomRows,
  randomTrees,
  text,
  texts,
  type GraphParts,
  type PlainTree
} from "./onnx-arbitrary.ts";
import {cast, integers, node, scalar} from "./onnx-message.ts";
import {decodeOnnx} from "./onnx-reader.ts";
import {dataTypes, modelProto, type AttributeMessage, type NodeMessage} from "./onnx-schema.ts";
import {readOnnx} from "./read-onnx.ts";
import {writeOnnx, writeScoreGraph} from "./write-onnx.ts";

const rows = 60;
const features = 4;

async function run(file: Uint8Array, values: Float32Array | Float64Array): Promise<Record<string, number[]>> {
  const session = await InferenceSession.create(file, {intraOpNumThreads: 1});
  const shape = [values.length / features, features];
  const out = await session.run({
    x: values instanceof Float32Array ? new Tensor("float32", values, shape) : new Tensor("float64", values, shape)
  });
  await session.release();
  return Object.fromEntries(
    Object.entries(out).map(([name, {data}]) => [name, Array.from(data as Float32Array | BigInt64Array, Number)])
  );
}

function score(model: ImportedModel, values: Float32Array | Float64Array): Float64Array {
  const isCode = categoricalFeatures(model.ensemble);
  const columns = Array.from({length: features}, (_, f) => {
    const column = values.filter((_, i) => i % features === f);
    return isCode[f] ? column.map((value) => categoryCode("onnx", value)) : column;
  });
  return rawScores(model)(columns);
}

function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number): void {
  expect(actual.length).toBe(expected.length);
  for (let i = 0; i < actual.length; i++) expect(Math.abs(actual[i]! - expected[i]!)).toBeLessThan(tolerance);
}

const ml = (opType: string, input: string[], output: string[], attribute: AttributeMessage[]): NodeMessage => ({
  ...{opType, name: "trees", domain: "ai.onnx.ml", input, output, attribute}
});

function regressor(trees: PlainTree[], extra: AttributeMessage[] = []): NodeMessage {
  const {attributes, leaves} = olderNodes(trees);
  return ml(
    "TreeEnsembleRegressor",
    ["x"],
    ["y"],
    [
      ...attributes,
      integers(
        "target_treeids",
        leaves.map(({tree}) => tree)
      ),
      integers(
        "target_nodeids",
        leaves.map(({node}) => node)
      ),
      integers(
        "target_ids",
        leaves.map(() => 0)
      ),
      floatList(
        "target_weights",
        leaves.map(({value}) => value)
      ),
      integer("n_targets", 1),
      ...extra
    ]
  );
}

/** `classes` weights a leaf: one, for the class `id`, or one a class. */
function classifier(trees: PlainTree[], ids: number[], extra: AttributeMessage[] = []): NodeMessage {
  const {attributes, leaves} = olderNodes(trees);
  const weights = leaves.flatMap((leaf) => ids.map((id) => ({...leaf, id})));
  return ml(
    "TreeEnsembleClassifier",
    ["x"],
    ["label", "p"],
    [
      ...attributes,
      integers(
        "class_treeids",
        weights.map(({tree}) => tree)
      ),
      integers(
        "class_nodeids",
        weights.map(({node}) => node)
      ),
      integers(
        "class_ids",
        weights.map(({id}) => id)
      ),
      floatList(
        "class_weights",
        weights.map(({value, id}) => (ids.length > 1 && id === 0 ? 1 - value : value))
      ),
      ...(extra.some(({name}) => name.startsWith("classlabels")) ? [] : [integers("classlabels_int64s", [0, 1])]),
      ...extra
    ]
  );
}

const alone = (tree: NodeMessage): GraphParts => ({
  node: [tree],
  input: [info("x", features)],
  output: tree.output.map((name) =>
    name === "label" ? info(name, 0, dataTypes.int64) : info(name, name === "p" ? 2 : 1)
  )
});

const seeds = fc.integer({min: 1, max: 2 ** 31 - 1});

test("a regressor's comparisons of every kind, equalities and missing values score as in ONNX Runtime", async () => {
  await fc.assert(
    fc.asyncProperty(
      seeds,
      fc.constantFrom("SUM", "AVERAGE"),
      fc.float({min: -1, max: 1, noNaN: true}),
      async (seed, aggregate, base) => {
        const extra = [text("aggregate_function", aggregate), floatList("base_values", [base])];
        const file = onnxFile(alone(regressor(randomTrees(seed), extra)), 3);
        const values = randomRows(seed, rows);
        const model = readOnnx(file);
        expect(model).toMatchObject({format: "onnx", featureNames: null, calibration: null});
        expectClose(score(model, values), (await run(file, values)).y!, 1e-6);
      }
    ),
    {numRuns: 100}
  );
}, 60_000);

test.each(["float32", "float64"] as const)(
  "a TreeEnsemble with sets scores as in ONNX Runtime, in %s",
  async (precision) => {
    const elemType = precision === "float32" ? dataTypes.float : dataTypes.double;
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const trees = ml("TreeEnsemble", ["x"], ["y"], newerNodes(randomTrees(seed, {sets: true}), precision));
        const file = onnxFile(
          {node: [trees], input: [info("x", features, elemType)], output: [info("y", 1, elemType)]},
          5
        );
        const narrow = randomRows(seed, rows);
        const values = precision === "float32" ? narrow : Float64Array.from(narrow, (value) => value + 0);
        const model = readOnnx(file);
        expect(model.arithmetic).toEqual({features: precision, sums: precision});
        expectClose(score(model, values), (await run(file, values)).y!, precision === "float32" ? 1e-6 : 1e-12);
      }),
      {numRuns: 100}
    );
  },
  60_000
);

test.each<[string, number[], AttributeMessage[]]>([
  ["one weight a leaf, LOGISTIC", [0], [text("post_transform", "LOGISTIC")]],
  [
    "one weight a leaf with a base value, LOGISTIC",
    [0],
    [text("post_transform", "LOGISTIC"), floatList("base_values", [0.3])]
  ],
  ["one weight for the second class, LOGISTIC", [1], [text("post_transform", "LOGISTIC")]],
  ["a weight a class, LOGISTIC", [0, 1], [text("post_transform", "LOGISTIC")]],
  ["one weight a leaf, as it is", [0], []],
  ["one weight a leaf with a base value, as it is", [0], [floatList("base_values", [0.3])]],
  ["a weight a class, as it is", [0, 1], []]
])("a classifier's second class scores as in ONNX Runtime: %s", async (_, ids, extra) => {
  for (let seed = 1; seed <= 20; seed++) {
    const file = onnxFile(alone(classifier(randomTrees(seed), ids, extra)), 3);
    const values = randomRows(seed, rows);
    const model = readOnnx(file);
    const link = model.calibration ? compileCalibration(model.calibration) : (raw: number) => raw;
    const second = (await run(file, values)).p!.filter((_, i) => i % 2 === 1);
    expectClose(score(model, values).map(link), second, 1e-6);
  }
});

test("shares of a class, as a forest's leaves hold them, are probabilities", async () => {
  const trees = randomTrees(3, {trees: 5}).map((tree) => ({
    ...tree,
    leaves: tree.leaves.map((value) => Math.fround(Math.abs(value) / 5))
  }));
  for (const ids of [[0], [0, 1]]) {
    const file = onnxFile(alone(classifier(trees, ids)), 1);
    const values = randomRows(3, rows);
    const model = readOnnx(file);
    expect(model.calibration).toEqual({method: "isotonic", x: [0, 1], y: [0, 1]});
    const second = (await run(file, values)).p!.filter((_, i) => i % 2 === 1);
    expectClose(score(model, values).map(compileCalibration(model.calibration!)), second, 1e-6);
  }
});

test("what exporters put around trees is followed: casts, constants, the logistic function, a chosen column, ZipMap", async () => {
  const trees = randomTrees(9);
  const values = randomRows(9, rows);
  const outputs = [info("raw", 1), info("one", 1), info("both", 2)];
  const file = onnxFile(
    {
      node: [
        node("Identity", ["x"], "same"),
        cast("same", "wide", dataTypes.double),
        cast("wide", "narrow", dataTypes.float),
        {...regressor(trees), input: ["narrow"]},
        node("Mul", ["y", "two"], "doubled"),
        node("Sub", ["doubled", "half"], "raw"),
        node("Div", ["raw", "two"], "gentle"),
        node("Sigmoid", ["gentle"], "one"),
        node("Sub", ["unit", "one"], "zero"),
        node("Concat", ["zero", "one"], "both", [integer("axis", 1)])
      ],
      input: [info("x", features)],
      output: outputs,
      initializer: (["two", "half", "unit"] as const).map((name) => ({
        ...scalar(name, 0),
        dataType: dataTypes.float,
        rawData: new Uint8Array(Float32Array.of({two: 2, half: 0.5, unit: 1}[name]).buffer)
      }))
    },
    3
  );
  const model = readOnnx(file);
  const out = await run(file, values);
  const raw = score(model, values);
  expect(model.calibration).toEqual({method: "platt", slope: 0.5, intercept: 0});
  expectClose(raw, out.raw!, 1e-6);
  expectClose(raw.map(compileCalibration(model.calibration!)), out.one!, 1e-6);

  const mapped = onnxFile(
    {
      node: [
        classifier(trees, [0], [text("post_transform", "LOGISTIC")]),
        node("Identity", ["label"], "output_label"),
        {...ml("ZipMap", ["p"], ["output_probability"], [integers("classlabels_int64s", [0, 1])]), name: "zip"},
        {...ml("ArrayFeatureExtractor", ["p", "last"], ["second"], []), name: "choose"}
      ],
      input: [info("x", features)],
      output: [info("output_label", 0, dataTypes.int64), {name: "output_probability"} as never, info("second", 1)],
      initializer: [
        {name: "last", dims: [1], dataType: dataTypes.int64, rawData: new Uint8Array(BigInt64Array.of(1n).buffer)}
      ]
    },
    3
  );
  expect(readOnnx(mapped)).toMatchObject({calibration: {method: "platt", slope: 1, intercept: 0}});
});

test("one input a feature names the features", () => {
  const names = ["income", "age", "rate", "kind"];
  const file = onnxFile(
    {
      node: [node("Concat", names, "x", [integer("axis", 1)]), regressor(randomTrees(4))],
      input: names.map((name) => info(name, 1)),
      output: [info("y", 1)]
    },
    3
  );
  expect(readOnnx(file)).toMatchObject({featureNames: names, ensemble: {featureCount: 4}});
});

test("hit rates that add up are covers, others are not", () => {
  const tree: PlainTree = {
    splits: [
      {feature: 0, mode: "lt", value: 1, members: [], onTrue: ~0, onFalse: 1, missingTrue: false},
      {feature: 1, mode: "gt", value: 1, members: [], onTrue: ~1, onFalse: ~2, missingTrue: false}
    ],
    leaves: [0.1, 0.2, 0.3]
  };
  const read = (hits: number[]) =>
    readOnnx(onnxFile(alone(regressor([tree], [floatList("nodes_hitrates", hits)])), 3)).ensemble;
  expect(read([100, 60, 40, 50, 10]).trees[0]).toMatchObject({nodeCover: [100, 60], leafCover: [40, 50, 10]});
  expect(coversKnown(read([100, 60, 40, 50, 10]))).toBe(true);
  for (const hits of [[1, 1, 1, 1, 1], [0, 0, 0, 0, 0], []]) expect(coversKnown(read(hits))).toBe(false);
});

const policy = {costRatio: 10, threshold: 500, reviewFrom: 490, reviewTo: 510};
function scoringModel(ensemble: Ensemble): ScoringModel {
  return {
    version: "0123456789ab",
    inputs: Array.from({length: ensemble.featureCount}, (_, i) => ({
      id: `feature_${i}`,
      categories: i % 2 ? ["a", "b"] : null
    })),
    ensemble,
    calibration: {method: "platt", slope: 0.9, intercept: -0.3},
    scale: defaultScale,
    policy
  };
}

test("a model that this program wrote is read as the same: trees, covers, gains, names and calibration", () => {
  fc.assert(
    fc.property(arbitraryEnsemble({trees: 5, splits: 12}, 1), ({ensemble}) => {
      const model = scoringModel(ensemble);
      const read = readOnnx(writeOnnx(model));
      expect(read.ensemble).toEqual(model.ensemble);
      expect(read).toMatchObject({
        format: "limpide",
        featureNames: model.inputs.map(({id}) => id),
        categories: model.inputs.map(({categories}) => categories),
        arithmetic: {features: "float32", sums: "float64"},
        calibration: {method: "platt", slope: 0.9, intercept: -0.3}
      });
    })
  );
});

test("an imported model keeps its library's arithmetic in the file", () => {
  const {ensemble} = randomEnsemble(7, {features: 3, categorical: 1, trees: 3, splits: 6, codes: 4}, 1);
  const single = (values: number[]) => values.map(Math.fround);
  const xgboost: Ensemble = {
    ...{featureCount: 3, baseScore: -0.25},
    trees: ensemble.trees.map((tree) => ({...tree, leafValue: single(tree.leafValue)}))
  };
  for (const features of ["float32", "float64"] as const) {
    const arithmetic = {features, sums: features};
    const read = readOnnx(writeOnnx(scoringModel(xgboost), {arithmetic}));
    expect(read).toMatchObject({ensemble: xgboost, arithmetic});
  }
});

test("an isotonic calibration survives the file", () => {
  const {ensemble} = randomEnsemble(7, {features: 3, categorical: 1, trees: 3, splits: 6, codes: 4}, 1);
  const calibration: Calibration = {method: "isotonic", x: [-1, 0, 0, 2], y: [0.05, 0.1, 0.3, 0.9]};
  expect(readOnnx(writeOnnx(scoringModel(ensemble), {calibration})).calibration).toEqual(calibration);
});

test("without metadata, the same graph gives the same scores", () => {
  fc.assert(
    fc.property(arbitraryEnsemble({trees: 5, splits: 12}), ({ensemble, columns}) => {
      const calibration: Calibration = {method: "platt", slope: 0.9, intercept: -0.3};
      const read = readOnnx(writeScoreGraph({ensemble, calibration}));
      expect(read).toMatchObject({
        format: "onnx",
        calibration: {method: "platt", slope: 0.9, intercept: expect.closeTo(-0.3, 12) as number},
        arithmetic: {features: "float32", sums: "float64"}
      });
      const written: ImportedModel = {...read, ensemble};
      expect(rawScores(read)(columns)).toEqual(rawScores(written)(columns));
    })
  );
});

test("metadata of other trees is refused", () => {
  const {ensemble} = randomEnsemble(7, {features: 3, categorical: 0, trees: 3, splits: 6, codes: 4}, 1);
  const own = writeOnnx(scoringModel(ensemble));
  const graph = writeScoreGraph({ensemble: {...ensemble, trees: ensemble.trees.slice(1)}, calibration: null});
  const {metadataProps} = decodeOnnx(own)!;
  // The metadata of one file after the graph of another: protobuf takes the fields as they come.
  const mixed = Buffer.concat([graph, modelProto.encode(modelProto.fromObject({metadataProps})).finish()]);
  expect(() => readOnnx(mixed)).toThrow(
    expect.objectContaining({code: "E_MODEL", message: expect.stringContaining("is of other trees") as string})
  );
});

const modelWith = (tree: NodeMessage, parts: Partial<GraphParts> = {}) => onnxFile({...alone(tree), ...parts}, 3);
const some = randomTrees(5);
const label = (value: string) => text("post_transform", value);

test.each<[string, () => Uint8Array, string]>([
  ["a file that is none", () => new Uint8Array([8, 255, 255]), "isn't an ONNX model"],
  [
    "SOFTMAX",
    () => modelWith(classifier(some, [0, 1], [label("SOFTMAX")])),
    'node "trees" (TreeEnsembleClassifier) has the post transform SOFTMAX'
  ],
  ["PROBIT", () => modelWith(regressor(some, [label("PROBIT")])), "has the post transform PROBIT"],
  ["MAX", () => modelWith(regressor(some, [text("aggregate_function", "MAX")])), "aggregates by MAX"],
  [
    "three classes",
    () => modelWith(classifier(some, [0], [integers("classlabels_int64s", [0, 1, 2])])),
    "has 3 classes"
  ],
  [
    "classes upside down",
    () => modelWith(classifier(some, [0], [integers("classlabels_int64s", [1, 0])])),
    "in the order 1, 0"
  ],
  [
    "base values that evaluators read differently",
    () => modelWith(classifier(some, [0, 1], [floatList("base_values", [0.1, 0.2])])),
    "evaluators read differently"
  ],
  [
    "several targets",
    () =>
      modelWith({
        ...regressor(some),
        attribute: regressor(some).attribute!.map((a) => (a.name === "n_targets" ? integer("n_targets", 2) : a))
      }),
    "gives 2 targets"
  ],
  [
    "an unknown mode",
    () =>
      modelWith({
        ...regressor(some),
        attribute: regressor(some).attribute!.map((a) =>
          a.name === "nodes_modes"
            ? texts(
                a.name,
                a.strings!.map((_, i) => (i === 0 ? "BRANCH_NEAR" : "LEAF"))
              )
            : a
        )
      }),
    "has the mode BRANCH_NEAR at node 0 of tree 0"
  ],
  [
    "a scaler before the trees",
    () =>
      modelWith(
        {...regressor(some), input: ["scaled"]},
        {
          node: [
            {...ml("Scaler", ["x"], ["scaled"], []), name: "scale"},
            {...regressor(some), input: ["scaled"]}
          ]
        }
      ),
    'node "scale" (Scaler) isn\'t supported around trees'
  ],
  [
    "an operator after the trees",
    () => modelWith(regressor(some), {node: [{...regressor(some), output: ["z"]}, node("Exp", ["z"], "y")]}),
    'node "y" (Exp) isn\'t supported around trees'
  ],
  [
    "two sets of trees",
    () =>
      modelWith(regressor(some), {
        node: [{...regressor(some), output: ["a"]}, {...regressor(some), output: ["b"]}, node("Add", ["a", "b"], "y")]
      }),
    "is a second set of trees"
  ],
  [
    "no trees at all",
    () => modelWith(regressor(some), {node: [node("Identity", ["x"], "y")]}),
    'output "y" isn\'t made of trees'
  ],
  [
    "inputs that are texts",
    () => modelWith(regressor(some), {input: [info("x", features, dataTypes.string)]}),
    'input "x" isn\'t a tensor of numbers'
  ],
  ["a value that nothing gives", () => modelWith({...regressor(some), input: ["w"]}), 'has no value "w"'],
  ["a column that isn't there", () => modelWith(regressor(some), {input: [info("x", 1)]}), "of 1"],
  [
    "too few values",
    () =>
      modelWith({
        ...regressor(some),
        attribute: regressor(some).attribute!.map((a) => (a.name === "nodes_values" ? floatList(a.name, [1]) : a))
      }),
    "values of nodes_values"
  ]
])("refuses %s by name", (_, file, message) => {
  expect(() => readOnnx(file())).toThrow(
    expect.objectContaining({code: "E_MODEL", message: expect.stringContaining(message) as string})
  );
});

test("a tree that runs in a circle is refused", () => {
  const circle: PlainTree = {
    splits: [
      {feature: 0, mode: "lt", value: 1, members: [], onTrue: ~0, onFalse: 1, missingTrue: false},
      {feature: 1, mode: "gt", value: 1, members: [], onTrue: 0, onFalse: ~1, missingTrue: false}
    ],
    leaves: [0.1, 0.2]
  };
  expect(() => readOnnx(modelWith(regressor([circle])))).toThrow("runs in a circle");
});
