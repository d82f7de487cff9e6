import {expect, test} from "vitest";
import {parseParameters} from "./parameters.ts";

test("defaults are LightGBM's", () => {
  expect(parseParameters({})).toMatchObject({
    learning_rate: 0.1,
    n_estimators: 100,
    num_leaves: 31,
    max_depth: -1,
    min_child_samples: 20,
    min_child_weight: 1e-3,
    max_bin: 255,
    cat_smooth: 10,
    cat_l2: 10,
    max_cat_threshold: 32,
    min_data_per_group: 100
  });
});

test("LightGBM's native names are understood", () => {
  expect(parseParameters({lambda_l2: 3, min_data_in_leaf: 7})).toMatchObject({reg_lambda: 3, min_child_samples: 7});
  expect(() => parseParameters({lambda_l2: 3, reg_lambda: 2})).toThrow(/reg_lambda is given twice|lambda_l2/);
});

test.each([
  ["num_leaves", 1],
  ["learning_rate", 0],
  ["learning_rate", NaN],
  ["subsample", 1.5],
  ["max_bin", 256],
  ["seed", 0.5],
  ["n_estimators", "many"],
  ["metric", "accuracy"],
  ["num_leafs", 31]
])("%s = %s is refused by name", (name, value) => {
  expect(() => parseParameters({[name]: value})).toThrow(
    expect.objectContaining({code: "E_PARAMETER", message: expect.stringContaining(name) as string})
  );
});

test.each([
  [{is_unbalance: true, scale_pos_weight: 2}],
  [{subsample: 0.5, neg_bagging_fraction: 0.5}],
  [{boosting: "rf"}],
  [{boosting: "rf", subsample: 0.5}],
  [{boosting: "rf", colsample_bytree: 0.5, early_stopping_rounds: 5}],
  [{boosting: "dart"}],
  [{constructor: 1}],
  [{toString: 1}]
])("%j is at odds with itself or unknown", (input) => {
  expect(() => parseParameters(input)).toThrow(expect.objectContaining({code: "E_PARAMETER"}));
});
