import type {Ensemble} from "../contract/ensemble.ts";
import type {ModelFormat} from "../contract/imported-model.ts";
import type {Calibration} from "../contract/scoring-model.ts";
import {compileEnsemble, evaluate, evaluateFloat32, type Columns} from "./evaluate.ts";
import type {Precision} from "./onnx-trees.ts";

/** A model of trees that was read from a file, with all that its own library would need to score with it. */
export interface ImportedModel {
  format: ModelFormat;
  ensemble: Ensemble;
  /** In the order of the model's columns; null where the file names none. */
  featureNames: string[] | null;
  /** One a feature: how its categories are called, by code; null of numbers, and where the file doesn't say. */
  categories: (string[] | null)[];
  /** In which numbers the library compares features and adds up trees: its scores follow to the last bit. */
  arithmetic: {features: Precision; sums: Precision};
  /** The library's own link from raw score to probability; null where it gives none (a regression). */
  calibration: Calibration | null;
}

/** The raw scores of rows, in the library's own arithmetic. Columns in the precision of its features. */
export function rawScores({ensemble, arithmetic}: ImportedModel): (columns: Columns) => Float64Array {
  const compiled = compileEnsemble(ensemble);
  const sum = arithmetic.sums === "float32" ? evaluateFloat32 : evaluate;
  return (columns) => sum(compiled, columns);
}

/** The features whose splits are all on sets of codes. */
export function categoricalFeatures({featureCount, trees}: Ensemble): boolean[] {
  const inSets = new Array<boolean>(featureCount).fill(false);
  const compared = new Array<boolean>(featureCount).fill(false);
  for (const tree of trees) {
    tree.splitFeature.forEach((feature, i) => ((tree.categories[i] ? inSets : compared)[feature] = true));
  }
  return inSets.map((inSet, feature) => inSet && !compared[feature]);
}

/**
 * The code that a value of a categorical feature stands for. Libraries differ where it isn't whole or is below 0:
 * LightGBM drops the fraction, XGBoost does so from 0 on and knows no code below, ONNX compares as it is. −1 is in no
 * set, so that every evaluator agrees afterwards.
 */
export function categoryCode(format: ModelFormat, value: number): number {
  if (value !== value) return value;
  switch (format) {
    case "lightgbm":
    case "limpide": {
      const code = Math.trunc(value) + 0;
      return code < 0 ? -1 : code;
    }
    case "xgboost":
      return value < 0 ? -1 : Math.trunc(value);
    case "onnx":
      return Number.isInteger(value) && value >= 0 ? value : -1;
  }
}
