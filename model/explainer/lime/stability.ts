import {LimpideError} from "../../contract/errors.ts";
import {jaccard, spearman} from "../agreement.ts";
import {explainWithLime, type LimeExplanation, type LimeOptions, type Predict} from "./lime.ts";
import type {LimeReference} from "./reference.ts";

/** How much an explanation by LIME depends on the draw of its neighbourhood. */
export interface LimeStability {
  /** One a seed. */
  explanations: LimeExplanation[];
  /** Mean of Jaccard's index over pairs of seeds: the share of the features that either names which both name. */
  jaccard: number;
  /**
   * Mean over pairs of seeds of Spearman's correlation of the signed weights, over the features that either names (0
   * where one doesn't); null where no pair has one.
   */
  spearman: number | null;
  /** Mean R² over the seeds. */
  fidelity: number;
}

/**
 * Explains a row once a seed.
 * @throws {LimpideError} E_PARAMETER of fewer than 2 seeds, and as {@link explainWithLime}
 */
export function limeStability(
  predict: Predict,
  reference: LimeReference,
  row: ArrayLike<number>,
  seeds: readonly number[],
  options: Omit<LimeOptions, "seed"> = {}
): LimeStability {
  if (seeds.length < 2) throw new LimpideError("E_PARAMETER", `stability needs 2 seeds or more, not ${seeds.length}`);
  const explanations = seeds.map((seed) => explainWithLime(predict, reference, row, {...options, seed}));
  const pairs = explanations.flatMap((first, i) => explanations.slice(i + 1).map((second) => [first, second] as const));
  const correlations = pairs.map(([first, second]) => correlate(first, second)).filter((value) => value !== null);
  return {
    explanations,
    jaccard: mean(pairs.map(([first, second]) => jaccard(namedBy(first), namedBy(second)))),
    spearman: correlations.length > 0 ? mean(correlations) : null,
    fidelity: mean(explanations.map(({fidelity}) => fidelity))
  };
}

/** What an explanation says of every feature: its effect, 0 of those that it doesn't name. */
export function effectsOf({weights}: LimeExplanation, width: number): Float64Array {
  const effects = new Float64Array(width);
  for (const {feature, effect} of weights) effects[feature] = effect;
  return effects;
}

function correlate(first: LimeExplanation, second: LimeExplanation): number | null {
  const either = [...new Set([...namedBy(first), ...namedBy(second)])];
  const weightsOf = ({weights}: LimeExplanation) => {
    const byFeature = new Map(weights.map(({feature, weight}) => [feature, weight]));
    return either.map((feature) => byFeature.get(feature) ?? 0);
  };
  return spearman(weightsOf(first), weightsOf(second));
}

function namedBy({weights}: LimeExplanation): number[] {
  return weights.map(({feature}) => feature);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
