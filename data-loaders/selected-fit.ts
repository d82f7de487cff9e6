import type {Ensemble} from "../model/contract/ensemble.ts";
import {LimpideError} from "../model/contract/errors.ts";
import {
  crossValidate,
  type CrossValidateOptions,
  type CrossValidation,
  type FoldPlace,
  type FoldResult
} from "../model/trainer/cross-validate.ts";
import {rowsOf, stratifiedFolds} from "../model/trainer/folds.ts";
import {columnsOfMatrix, type Matrix, rowsOfMatrix} from "../model/trainer/matrix.ts";
import {constraintsOf, parseParameters, type ParametersInput} from "../model/trainer/parameters.ts";
import {train, type TrainOptions} from "../model/trainer/train.ts";

/** How one model is fitted. */
export interface FitPlan {
  parameters: ParametersInput;
  /** Inputs that the fit keeps: those that bring the most gain to a quick fit on its own rows. 0 for all. */
  features: number;
}

/** How the model that decides is fitted, and how the models that say what it is worth are. */
export interface Champion extends FitPlan {
  /**
   * By fold of the first division, what was chosen without that fold; absent when nothing was chosen on these clients.
   * Only there does a cross-validation say what the choice is worth: there is then no other division.
   */
  withinFolds?: readonly FitPlan[];
}

export interface SelectedOptions extends Omit<CrossValidateOptions, "weights"> {
  /** Remembers how a training part ranks the inputs, for whoever fits many plans on the same matrix and division. */
  rankings?: Map<string, Promise<number[]>>;
}

/** A fit that tells which inputs bring gain, in a small part of the time that a good one takes. */
const quickFit = {
  learning_rate: 0.1,
  n_estimators: 80,
  num_leaves: 8,
  min_child_samples: 60,
  reg_lambda: 10,
  max_bin: 31,
  colsample_bytree: 0.3,
  seed: 1
};

/**
 * Inputs by the gain that they bring to a quick fit on some rows, most first; of equals, in the matrix's order.
 *
 * @param rows ascending
 */
export async function rankFeatures(
  matrix: Matrix,
  labels: ArrayLike<number>,
  rows: Int32Array,
  {threads, signal}: {threads?: number | undefined; signal?: AbortSignal | undefined} = {}
): Promise<number[]> {
  const part = rows.length === matrix.rows ? matrix : rowsOfMatrix(matrix, rows);
  const {ensemble} = await train(
    part,
    Uint8Array.from(rows, (row) => labels[row]!),
    quickFit,
    {...(threads === undefined ? {} : {threads}), ...(signal ? {signal} : {})}
  );
  const gains = new Float64Array(matrix.inputs.length);
  for (const {splitFeature, gain} of ensemble.trees) splitFeature.forEach((input, i) => (gains[input]! += gain[i]!));
  return Array.from(gains.keys()).sort((a, b) => gains[b]! - gains[a]! || a - b);
}

/** The first inputs of a ranking, in the matrix's order. */
function firstFeatures(ranking: readonly number[], count: number): number[] {
  return ranking.slice(0, count).sort((a, b) => a - b);
}

/**
 * `train`, on the inputs that the plan keeps. The ensemble is over all inputs whichever it uses, so that nothing that
 * reads it need know of the choice. A plan that keeps all inputs gives what `train` gives.
 *
 * @throws what `train` throws, and `E_PARAMETER` for a number of inputs that is none
 */
export async function trainSelected(
  matrix: Matrix,
  labels: ArrayLike<number>,
  plan: FitPlan,
  options: TrainOptions = {}
): Promise<{ensemble: Ensemble; rounds: number}> {
  if (keepsAll(plan, matrix)) return train(matrix, labels, plan.parameters, options);
  const everyone = Int32Array.from({length: matrix.rows}, (_, row) => row);
  const kept = firstFeatures(await rankFeatures(matrix, labels, everyone, options), plan.features);
  const {ensemble, rounds} = await train(
    columnsOfMatrix(matrix, kept),
    labels,
    parametersOn(plan.parameters, matrix, kept),
    options
  );
  return {ensemble: overAll(ensemble, kept, matrix.inputs.length), rounds};
}

/**
 * `crossValidate`, each fit on the inputs that its plan keeps, chosen by its own training rows alone. A champion that
 * keeps all inputs and was chosen elsewhere gives what `crossValidate` gives.
 *
 * @throws what `crossValidate` throws, and `E_PARAMETER` for a number of inputs that is none, or for folds that aren't
 *   those that a choice was made within
 */
export async function crossValidateSelected(
  matrix: Matrix,
  labels: ArrayLike<number>,
  champion: Champion,
  {rankings = new Map<string, Promise<number[]>>(), ...options}: SelectedOptions = {}
): Promise<CrossValidation> {
  const {withinFolds} = champion;
  if (!withinFolds && keepsAll(champion, matrix)) return crossValidate(matrix, labels, champion.parameters, options);

  const {seed = parseParameters(champion.parameters).seed, folds = 5, repeats = 1} = options;
  const assignment = options.assignment ?? stratifiedFolds(labels, folds, withinFolds ? 1 : repeats, seed);
  const count = 1 + assignment.reduce((most, division) => Math.max(most, ...new Set(division)), 0);
  if (withinFolds && (withinFolds.length !== count || assignment.length > 1))
    throw new LimpideError(
      "E_PARAMETER",
      `parameters were chosen within ${withinFolds.length} folds of one division, not within ${count} of ${assignment.length}`
    );
  const places: FoldPlace[] =
    options.only ??
    assignment.flatMap((_, repeat) => Array.from({length: count}, (_, fold): FoldPlace => ({repeat, fold})));

  const predictions = assignment.map(() => new Float64Array(matrix.rows).fill(NaN));
  const fits: FoldResult[] = [];
  for (const place of places) {
    const plan = withinFolds?.[place.fold] ?? champion;
    const kept = await keptIn(plan, place);
    const {fits: one} = await crossValidate(
      kept === null ? matrix : columnsOfMatrix(matrix, kept),
      labels,
      kept === null ? plan.parameters : parametersOn(plan.parameters, matrix, kept),
      {...options, assignment, seed, only: [place]}
    );
    for (const {ensemble, ...fit} of one) {
      const model = ensemble && kept ? overAll(ensemble, kept, matrix.inputs.length) : ensemble;
      fits.push({...fit, ...(model ? {ensemble: model} : {})});
      for (const [i, row] of fit.rows.entries()) predictions[fit.repeat]![row] = fit.predictions[i]!;
    }
  }
  return {assignment, predictions, rounds: fits.map(({rounds}) => rounds), fits};

  /** The inputs that a fit keeps; null for all. */
  async function keptIn(plan: FitPlan, {repeat, fold}: FoldPlace): Promise<number[] | null> {
    if (keepsAll(plan, matrix)) return null;
    const key = `${repeat}/${fold}`;
    let ranking = rankings.get(key);
    if (!ranking) {
      ranking = rankFeatures(matrix, labels, rowsOf(assignment[repeat]!, fold, false), options);
      rankings.set(key, ranking);
    }
    return firstFeatures(await ranking, plan.features);
  }
}

/** Rounds of the final fit: as many as a choice made of them, or the median of what early stopping kept in each fold. */
export function finalRounds({parameters, withinFolds}: Champion, {rounds}: Pick<CrossValidation, "rounds">): number {
  if (withinFolds) return parseParameters(parameters).n_estimators;
  const sorted = rounds.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}

function keepsAll({features}: FitPlan, {inputs}: Matrix): boolean {
  if (!(Number.isInteger(features) && features >= 0))
    throw new LimpideError("E_PARAMETER", `features (${features}): how many inputs to keep, 0 for all`);
  return features === 0 || features >= inputs.length;
}

/** Parameters for the inputs kept: a constraint belongs to an input. */
function parametersOn(parameters: ParametersInput, {inputs}: Matrix, kept: readonly number[]): ParametersInput {
  const complete = parseParameters(parameters);
  if (complete.monotone_constraints === "") return complete;
  const constraints = constraintsOf(complete, inputs.length);
  return {...complete, monotone_constraints: kept.map((input) => constraints[input]!).join(",")};
}

/** An ensemble over all inputs, of one over those kept. */
function overAll(ensemble: Ensemble, kept: readonly number[], featureCount: number): Ensemble {
  return {
    ...ensemble,
    featureCount,
    trees: ensemble.trees.map((tree) => ({...tree, splitFeature: tree.splitFeature.map((input) => kept[input]!)}))
  };
}
