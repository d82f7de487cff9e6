import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {compileEnsemble, evaluateFloat32} from "./evaluate.ts";
import {rawScores} from "./imported-model.ts";
import {readXgboost} from "./read-xgboost.ts";

/** A model as XGBoost 3 saves it, of one tree with one split on feature 0, and changes to it. */
interface Saved {
  version: number[];
  learner: {
    feature_names: string[];
    feature_types: string[];
    gradient_booster: Record<string, unknown> & {name: string};
    learner_model_param: Record<string, string>;
    objective: {name: string};
  };
}
const stump = {
  base_weights: [0, -1, 1],
  categories: [] as number[],
  categories_nodes: [] as number[],
  categories_segments: [] as number[],
  categories_sizes: [] as number[],
  default_left: [1, 0, 0],
  id: 0,
  left_children: [1, -1, -1],
  loss_changes: [12.5, 0, 0],
  parents: [2147483647, 0, 0],
  right_children: [2, -1, -1],
  split_conditions: [0.1, -0.25, 0.75],
  split_indices: [0, 0, 0],
  split_type: [0, 0, 0],
  sum_hessian: [100, 40, 60],
  tree_param: {num_deleted: "0", num_feature: "2", num_nodes: "3", size_leaf_vector: "1"}
};
type Stump = typeof stump;

function saved(change: {
  trees?: Partial<Stump>[];
  info?: number[];
  objective?: string;
  base?: string;
  param?: Record<string, string>;
  version?: number[];
  cats?: unknown;
  booster?: (model: unknown) => Saved["learner"]["gradient_booster"];
  names?: string[];
}): Saved {
  const trees = (change.trees ?? [{}]).map((tree) => ({...stump, ...tree}));
  const model = {
    gbtree_model_param: {num_parallel_tree: "1", num_trees: String(trees.length)},
    iteration_indptr: [0, trees.length],
    tree_info: change.info ?? trees.map(() => 0),
    trees,
    cats: change.cats
  };
  return {
    version: change.version ?? [3, 1, 0],
    learner: {
      feature_names: change.names ?? [],
      feature_types: [],
      gradient_booster: change.booster?.(model) ?? {name: "gbtree", model},
      learner_model_param: {
        ...{base_score: change.base ?? "[5E-1]", boost_from_average: "1", num_class: "0"},
        ...{num_feature: "2", num_target: "1"},
        ...change.param
      },
      objective: {name: change.objective ?? "binary:logistic"}
    }
  };
}

function scores(change: Parameters<typeof saved>[0], values: number[]): number[] {
  const model = readXgboost(JSON.stringify(saved(change)));
  return Array.from(rawScores(model)([Float64Array.from(values), new Float64Array(values.length)]));
}

test("a value goes left when it is below the condition, both as float32", () => {
  const condition = Math.fround(0.1);
  // 0.1 as float64 is not below its float32, but is rounded to it.
  expect(scores({}, [condition, 0.1, 0.1 - 1e-8, 0.09999, NaN])).toEqual([0.75, 0.75, -0.25, -0.25, -0.25]);
  expect(scores({trees: [{default_left: [0, 0, 0]}]}, [NaN])).toEqual([0.75]);
});

test("codes of a set go right, all others left, and a missing one by default", () => {
  const set = {
    split_type: [1, 0, 0],
    categories: [3, 0],
    categories_nodes: [0],
    categories_segments: [0],
    categories_sizes: [2]
  };
  expect(scores({trees: [set]}, [0, 3, 1, 4, 1000, NaN])).toEqual([0.75, 0.75, -0.25, -0.25, -0.25, -0.25]);
  expect(scores({trees: [{...set, default_left: [0, 0, 0]}]}, [NaN, 1])).toEqual([0.75, -0.25]);
});

test("the base score is a probability of logistic objectives, and a number of others, alone or in a list", () => {
  expect(scores({base: "5E-1"}, [0])).toEqual([-0.25]);
  expect(scores({base: "[8E-2]"}, [0])[0]).toBeCloseTo(Math.log(0.08 / 0.92) - 0.25, 6);
  expect(scores({base: "[1.5E0]", objective: "reg:squarederror"}, [0])).toEqual([1.25]);
  expect(scores({base: "1.5E0", objective: "binary:logitraw"}, [0])).toEqual([1.25]);
});

test("an objective says what links its score to a probability", () => {
  const link = (objective: string) => readXgboost(saved({objective})).calibration;
  const logistic = {method: "platt", slope: 1, intercept: 0};
  expect(["binary:logistic", "reg:logistic", "binary:logitraw"].map(link)).toEqual([logistic, logistic, logistic]);
  expect(link("reg:squarederror")).toBeNull();
});

test("leaves are added up in float32, as XGBoost does", () => {
  const tree = {split_conditions: [0.1, 1e-8, 1e-8]};
  expect(scores({base: "1E0", objective: "reg:squarederror", trees: [tree, tree]}, [0])).toEqual([1]);
  const {ensemble} = readXgboost(saved({trees: [{}, {}, {}]}));
  expect(evaluateFloat32(compileEnsemble(ensemble), [Float64Array.of(5), Float64Array.of(0)])).toEqual(
    Float64Array.of(2.25)
  );
});

test("the weights of DART are in the leaf values", () => {
  const booster = (model: unknown) => ({name: "dart", gbtree: {name: "gbtree", model}, weight_drop: [0.5, 0.25]});
  expect(scores({trees: [{}, {}], booster}, [0, 5])).toEqual([-0.25 * 0.75, 0.75 * 0.75]);
  expect(() => readXgboost(saved({booster}))).toThrow("2 weights for 1 trees");
});

test("what pruning left behind is not read", () => {
  const pruned = {
    ...{left_children: [1, -1, -1, -1, -1], right_children: [2, -1, -1, -1, -1], default_left: [1, 0, 0, 0, 0]},
    ...{split_indices: [0, 0, 0, 9, 0], split_conditions: [0.1, -0.25, 0.75, 9, 9], sum_hessian: [100, 40, 60, 0, 0]},
    ...{loss_changes: [1, 0, 0, 0, 0], split_type: [0, 0, 0, 0, 0]}
  };
  const {ensemble} = readXgboost(saved({trees: [pruned]}));
  expect(ensemble.trees[0]).toMatchObject({leafValue: [-0.25, 0.75], leafCover: [40, 60], nodeCover: [100], gain: [1]});
});

test("names of features and of categories are read where the file has them", () => {
  const names = ["income", "contract"];
  const values = Array.from(new TextEncoder().encode("espècescredit"));
  const cats = {
    enc: [
      {type: 1, values: []},
      {offsets: [0, 8, 14], values}
    ],
    feature_segments: [0, 0, 2],
    sorted_idx: []
  };
  expect(readXgboost(saved({names, cats}))).toMatchObject({
    featureNames: names,
    categories: [null, ["espèces", "credit"]]
  });
  expect(readXgboost(saved({}))).toMatchObject({featureNames: null, categories: [null, null]});
});

test.each<[string, Parameters<typeof saved>[0], string]>([
  ["a linear model", {booster: () => ({name: "gblinear", model: {weights: []}})}, "linear model (booster gblinear)"],
  ["a multiclass model", {objective: "multi:softprob", param: {num_class: "3"}}, "multiclass model"],
  ["classes", {param: {num_class: "3"}}, "multiclass model (num_class 3)"],
  ["trees of several classes", {trees: [{}, {}], info: [0, 1]}, "multiclass model (trees of several classes)"],
  ["several targets", {param: {num_target: "2"}}, "has 2 targets (num_target)"],
  ["several base scores", {base: "[5E-1,5E-1]"}, "has 2 base scores"],
  ["vector leaves", {trees: [{tree_param: {...stump.tree_param, size_leaf_vector: "3"}}]}, "vector leaves"],
  ["another objective", {objective: "count:poisson"}, "the objective 'count:poisson', which isn't supported"],
  ["an old logitraw", {objective: "binary:logitraw", version: [1, 2, 0]}, "'binary:logitraw' of XGBoost 1.2.0"],
  ["a base score that is no probability", {base: "[-2E0]"}, "has the base score -2, which isn't between 0 and 1"],
  ["a base score that is no number", {base: "half"}, 'the base score "half"'],
  ["a loop", {trees: [{left_children: [0, -1, -1]}]}, "tree 0 meets node 0 twice"],
  ["a node that isn't there", {trees: [{right_children: [7, -1, -1]}]}, "tree 0 has no node 7"],
  ["a feature that isn't there", {trees: [{split_indices: [2, 0, 0]}]}, "tree 0: split 0 reads feature 2 of 2"],
  ["too few values", {trees: [{sum_hessian: [1]}]}, "tree 0 has 1 of 3 values of sum_hessian"],
  ["a set that isn't there", {trees: [{split_type: [1, 0, 0]}]}, "tree 0 has no set for node 0"],
  ["too few names", {names: ["income"]}, "names 1 of 2 features"],
  ["no trees", {booster: () => ({name: "gbtree"})}, "learner.gradient_booster.model: "]
])("refuses %s by name", (_, change, message) => {
  expect(() => readXgboost(saved(change))).toThrow(
    expect.objectContaining({code: "E_MODEL", message: expect.stringContaining(message) as string})
  );
});

test("a file cut short is told from one that is no JSON", () => {
  const text = readFileSync(new URL("golden/xgboost/binary/model.json", import.meta.url), "utf8");
  expect(() => readXgboost(text.slice(0, 5000))).toThrow(expect.objectContaining({code: "E_FILE_TRUNCATED"}));
  expect(() => readXgboost(text.replace(":", ";"))).toThrow(expect.objectContaining({code: "E_MODEL"}));
});
