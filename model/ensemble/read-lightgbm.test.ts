import {readdirSync, readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {ensembleSchema} from "../contract/ensemble.ts";
import {compileCalibration} from "./calibration.ts";
import {compileEnsemble, evaluate} from "./evaluate.ts";
import {readLightgbm} from "./read-lightgbm.ts";

const golden = new URL("golden/lightgbm/", import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, golden), "utf8");

test.each(readdirSync(golden))("meets LightGBM's own raw scores and probabilities: %s", (name) => {
  const model = readLightgbm(read(`${name}/model.txt`));
  const expected = JSON.parse(read(`${name}/expected.json`)) as {
    rows: (number | null)[][];
    raw_score: number[];
    probability: number[];
    importance_gain: number[];
    importance_split: number[];
  };
  expect(ensembleSchema.safeParse(model.ensemble).error).toBeUndefined();
  const columns = Array.from({length: model.ensemble.featureCount}, (_, feature) =>
    Float64Array.from(expected.rows, (row) => row[feature] ?? NaN)
  );
  const probability = compileCalibration(model.calibration!);
  const raw = evaluate(compileEnsemble(model.ensemble), columns);
  expect(raw.length).toBe(250);
  raw.forEach((score, i) => {
    expect(Math.abs(score - expected.raw_score[i]!)).toBeLessThan(1e-9);
    expect(Math.abs(probability(score) - expected.probability[i]!)).toBeLessThan(1e-9);
  });
  const gains = new Float64Array(model.ensemble.featureCount);
  const splits = new Float64Array(model.ensemble.featureCount);
  for (const tree of model.ensemble.trees) {
    tree.splitFeature.forEach((feature, i) => {
      gains[feature]! += tree.gain[i]!;
      splits[feature]!++;
    });
  }
  expect(Array.from(splits)).toEqual(expected.importance_split);
  // The file keeps six digits of a gain.
  gains.forEach((gain, i) => expect(gain).toBeCloseTo(expected.importance_gain[i]!, 1));
});

test("names of features are read in order", () => {
  expect(readLightgbm(read("numeric/model.txt")).featureNames.slice(0, 2)).toEqual(["Column_0", "Column_1"]);
});

test.each([
  ["a multiclass model", "num_class=1", "num_class=3", "E_MODEL", "multiclass model (num_class 3)"],
  ["several trees an iteration", "num_tree_per_iteration=1", "num_tree_per_iteration=2", "E_MODEL", "several trees"],
  ["linear leaves", "is_linear=0", "is_linear=1", "E_MODEL", "tree 0 has linear leaves"],
  ["another objective", "objective=binary sigmoid:1", "objective=poisson", "E_MODEL", "the objective 'poisson'"],
  ["a root as target", "binary sigmoid:1", "regression sqrt", "E_MODEL", "the objective 'regression sqrt' (reg_sqrt)"],
  ["an average", "objective=binary sigmoid:1", "objective=regression\naverage_output", "E_MODEL", "averages its trees"],
  ["a sigmoid of 0", "sigmoid:1", "sigmoid:0", "E_MODEL", "the objective 'binary sigmoid:0'"],
  ["missing names", "feature_names=Column_0 ", "feature_names=", "E_MODEL", "names 9 of 10 features"],
  ["another version", "version=v4", "version=v3", "E_MODEL", "LightGBM model of version v3"],
  ["another file", /^tree\n/, "forest\n", "E_MODEL", "isn't a LightGBM model"],
  ["too few values", /leaf_value=\S+ /, "leaf_value=", "E_MODEL", "tree 0 has 14 of 15 values of leaf_value"],
  ["a value that is no number", /leaf_value=\S+ /, "leaf_value=nan ", "E_MODEL", "leaf_value that isn't a number"],
  ["a child that isn't there", /left_child=\S+ /, "left_child=99 ", "E_MODEL", "tree 0: split 0 has no child 99"],
  ["a tree without right children", /right_child=.*\n/, "", "E_MODEL", "tree 0 has no right_child"],
  ["a text cut short", /end of trees[^]*/, "", "E_FILE_TRUNCATED", "ends before its trees do"]
])("refuses %s by name", (_, from, to, code, message) => {
  const text = read("numeric/model.txt").replace(from, to);
  expect(() => readLightgbm(text, "bank.txt")).toThrow(
    expect.objectContaining({code, message: expect.stringContaining(message) as string})
  );
});

test("an infinite threshold parts the missing from all others", () => {
  const text = read("numeric/model.txt").replace(/threshold=\S+/, "threshold=inf");
  const {ensemble} = readLightgbm(text);
  expect(ensemble.trees[0]!.threshold[0]).toBe(Number.MAX_VALUE);
  expect(ensembleSchema.safeParse(ensemble).error).toBeUndefined();
});

test("another sigmoid is kept as the slope of the probability", () => {
  const text = read("numeric/model.txt").replace("sigmoid:1", "sigmoid:0.7");
  expect(readLightgbm(text).calibration).toEqual({method: "platt", slope: 0.7, intercept: 0});
});

test("the logistic function takes the average of a random forest, whose raw score is the sum", () => {
  const text = read("numeric/model.txt").replace("\nobjective=", "\naverage_output\nobjective=");
  const {ensemble, calibration} = readLightgbm(text);
  expect(calibration).toEqual({method: "platt", slope: 1 / ensemble.trees.length, intercept: 0});
});

test("names of categories are those of the pandas interface, by the features that list codes", () => {
  const text = read("categorical/model.txt").replace(
    /pandas_categorical:.*/,
    'pandas_categorical:[["cash", "revolving"], [1, 2.5, true]]'
  );
  expect(readLightgbm(text).categories.slice(9)).toEqual([null, ["cash", "revolving"], ["1", "2.5", "true"]]);
  const doubtful = text.replace(/pandas_categorical:.*/, 'pandas_categorical:[["cash"]]');
  expect(readLightgbm(doubtful).categories).toEqual(Array.from({length: 12}, () => null));
});
