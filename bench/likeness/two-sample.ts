import {auc} from "../../model/metrics/ranking.ts";
import {crossValidate} from "../../model/trainer/cross-validate.ts";
import {createMatrix, type Matrix} from "../../model/trainer/matrix.ts";
import type {ParametersInput} from "../../model/trainer/parameters.ts";
import {train} from "../../model/trainer/train.ts";
import type {Sample} from "./sample.ts";

/** How well a model tells generated rows from real ones (Lopez-Paz and Oquab, 2017). */
export interface TwoSample {
  rows: number;
  /** Out of fold: 0.5 when the rows cannot be told apart, 1 when every one can. */
  auc: number;
  /** Columns by their share of the gain in a model of all rows, most telling first. */
  telling: {name: string; share: number}[];
}

const parameters: ParametersInput = {
  learning_rate: 0.08,
  n_estimators: 250,
  num_leaves: 31,
  min_child_samples: 20,
  colsample_bytree: 0.6,
  seed: 1
};

/** Trains boosted trees on as many rows of each sample, five folds. */
export async function twoSample(real: Sample, generated: Sample, threads: number): Promise<TwoSample> {
  const rows = Math.min(real.rows, generated.rows);
  const matrix = stack(real, generated, rows);
  const labels = Uint8Array.from({length: 2 * rows}, (_, row) => Number(row >= rows));
  const {predictions} = await crossValidate(matrix, labels, parameters, {folds: 5, threads});
  const {ensemble} = await train(matrix, labels, parameters);
  const gains = new Float64Array(matrix.inputs.length);
  for (const tree of ensemble.trees) {
    for (const [node, feature] of tree.splitFeature.entries()) gains[feature]! += tree.gain[node]!;
  }
  const total = gains.reduce((sum, gain) => sum + gain, 0);
  const telling = matrix.inputs.map(({id}, i) => ({name: id, share: gains[i]! / total}));
  return {rows, auc: auc(predictions[0]!, labels), telling: telling.sort((a, b) => b.share - a.share)};
}

/** The first rows of both samples, real ones first; texts become the codes of their categories. */
function stack(real: Sample, generated: Sample, rows: number): Matrix {
  const coded = real.columns.map((column, i) => {
    const other = generated.columns[i]!;
    if ("texts" in column && "texts" in other) {
      const texts = [...column.texts.slice(0, rows), ...other.texts.slice(0, rows)];
      const categories = [...new Set(texts.filter((text) => text !== null))].sort();
      const codes = new Map(categories.map((category, code) => [category, code]));
      return {id: column.name, categories, values: texts.map((text) => (text === null ? NaN : codes.get(text)!))};
    }
    if ("texts" in column || "texts" in other) throw new Error(`${column.name} is a text in one sample alone`);
    const values = [...column.numbers.subarray(0, rows), ...other.numbers.subarray(0, rows)];
    return {id: column.name, categories: null, values};
  });
  const matrix = createMatrix(
    2 * rows,
    coded.map(({id, categories}) => ({id, categories}))
  );
  for (const [i, {values}] of coded.entries()) matrix.columns[i]!.set(values);
  return matrix;
}
