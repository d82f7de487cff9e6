import {LimpideError} from "../../contract/errors.ts";
import type {Columns} from "../../ensemble/evaluate.ts";
import {createRandom} from "../../metrics/random.ts";
import {binOf, describeBin, shareOfBin, type LimeBin, type LimeReference} from "./reference.ts";
import {selectFeatures, type LimeSelection} from "./selection.ts";
import {fitRidge, weightedMoments} from "./weighted-ridge.ts";

/** What is explained: one output a row, such as the raw score (log-odds) or the probability. */
export type Predict = (columns: Columns) => ArrayLike<number>;

export interface LimeOptions {
  /** Features that the explanation names at most. By default 10. */
  features?: number;
  selection?: LimeSelection;
  /** Rows of the neighbourhood, the explained one included. By default 5,000. */
  samples?: number;
  /** Width of the kernel over distances. By default 0.75 · √features of the table. */
  kernelWidth?: number;
  /** Ridge penalty of the fit. By default 1. */
  penalty?: number;
  /** The same seed gives the same explanation. By default 0. */
  seed?: number;
}

/** What the local model says of one feature. */
export interface LimeWeight {
  feature: number;
  /** By how much the output differs between rows in the explained row's bin and others, in the output's unit. */
  weight: number;
  /**
   * The weight times the share of the reference outside that bin: the Shapley value of the local model (that of a linear
   * model is w · (z − mean z); Lundberg and Lee, 2017), which is what an exact contribution can be held against.
   */
  effect: number;
  bin: LimeBin;
  /** Share of the reference's rows in the same bin. */
  share: number;
}

export interface LimeExplanation {
  /** Largest |weight| first; a tie goes to the first feature. */
  weights: LimeWeight[];
  intercept: number;
  /** What the local model gives for the row: intercept and all weights. */
  localPrediction: number;
  /** What the model itself gives for the row. */
  output: number;
  /** Weighted R² of the local model on its neighbourhood: how much of the model it tells. */
  fidelity: number;
  samples: number;
  seed: number;
}

/** Rows that the model is asked for at a time. */
const blockRows = 1024;

/**
 * Explains one row by LIME (Ribeiro, Singh and Guestrin, KDD 2016, section 3; where the paper leaves a choice, the
 * authors' package `lime_tabular` makes it): features of perturbed rows are said to be in the same bin as the row's or
 * not, a row of d features in other bins weighs √exp(−d / width²), and a ridge regression of the model's output on those
 * yes and no is the explanation.
 *
 * A perturbed feature takes the value of a reference row drawn at random, each feature on its own. So its bin is drawn by
 * its frequency, as published, and its value is one that someone has. The authors' package draws a number from a normal
 * distribution cut at the bin's ends instead: half a child, or an amount between two price lists. Missing values are
 * drawn as often as they occur.
 *
 * @param row one value a feature, NaN where missing
 * @throws {LimpideError} E_PARAMETER when an option is out of range, E_MODEL when the model's output is no finite number
 */
export function explainWithLime(
  predict: Predict,
  reference: LimeReference,
  row: ArrayLike<number>,
  {
    features = 10,
    selection = "auto",
    samples = 5000,
    kernelWidth = 0.75 * Math.sqrt(reference.columns.length),
    penalty = 1,
    seed = 0
  }: LimeOptions = {}
): LimeExplanation {
  const width = reference.columns.length;
  if (row.length !== width) {
    throw new LimpideError("E_PARAMETER", `the row has ${row.length} features, the reference ${width}`);
  }
  for (const [name, value, least] of [
    ["features", features, 1],
    ["samples", samples, 2],
    ["kernelWidth", kernelWidth, Number.MIN_VALUE]
  ] as const) {
    if (!(value >= least)) throw new LimpideError("E_PARAMETER", `${name} must be ≥ ${least}, not ${value}`);
  }
  const own = Array.from({length: width}, (_, feature) => binOf(reference.cuts[feature]!, row[feature]!));
  const {design, outputs} = drawNeighbourhood(predict, reference, row, own, samples, seed);
  const moments = weightedMoments(design, outputs, proximities(design, width, kernelWidth), width);
  const chosen = selectFeatures(moments, features, selection);
  const {intercept, coefficients, rSquared} = fitRidge(moments, chosen, penalty);
  const weights = chosen.map((feature, i): LimeWeight => {
    const share = shareOfBin(reference, feature, own[feature]!);
    const weight = coefficients[i]!;
    return {
      feature,
      weight,
      effect: weight * (1 - share),
      bin: describeBin(reference.cuts[feature]!, own[feature]!),
      share
    };
  });
  return {
    weights: weights.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || a.feature - b.feature),
    intercept,
    localPrediction: coefficients.reduce((sum, weight) => sum + weight, intercept),
    output: outputs[0]!,
    fidelity: rSquared,
    samples,
    seed
  };
}

/** Rows around the explained one, which is the first: whether each feature is in its bin, and the model's output. */
function drawNeighbourhood(
  predict: Predict,
  {rows, columns, bins}: LimeReference,
  row: ArrayLike<number>,
  own: readonly number[],
  samples: number,
  seed: number
): {design: Uint8Array; outputs: Float64Array} {
  const width = columns.length;
  const random = createRandom(seed, 0x11e);
  const design = new Uint8Array(samples * width);
  const outputs = new Float64Array(samples);
  const block = columns.map((column) =>
    column instanceof Float64Array ? new Float64Array(blockRows) : new Float32Array(blockRows)
  );
  for (let start = 0; start < samples; start += blockRows) {
    const count = Math.min(blockRows, samples - start);
    for (let feature = 0; feature < width; feature++) {
      const [values, drawn, bin, ownBin] = [columns[feature]!, block[feature]!, bins[feature]!, own[feature]!];
      for (let i = 0, at = start * width + feature; i < count; i++, at += width) {
        const other = Math.floor(random() * rows);
        drawn[i] = values[other]!;
        design[at] = bin[other] === ownBin ? 1 : 0;
      }
      if (start === 0) {
        drawn[0] = row[feature]!;
        design[feature] = 1;
      }
    }
    const drawn = count === blockRows ? block : block.map((column) => column.subarray(0, count));
    const given = predict(drawn);
    if (given.length !== count) {
      throw new LimpideError("E_MODEL", `the model gives ${given.length} outputs for ${count} rows`);
    }
    outputs.set(given, start);
  }
  return {design, outputs};
}

/**
 * The kernel over distances: √exp(−D² / width²), D the Euclidean distance to the explained row, whose representation is
 * all ones, so that D² counts the features in other bins.
 */
export function proximities(design: ArrayLike<number>, width: number, kernelWidth: number): Float64Array {
  const weights = new Float64Array(design.length / width);
  for (let row = 0; row < weights.length; row++) {
    let others = 0;
    for (let at = row * width; at < (row + 1) * width; at++) others += 1 - design[at]!;
    weights[row] = Math.sqrt(Math.exp(-others / kernelWidth ** 2));
  }
  return weights;
}
