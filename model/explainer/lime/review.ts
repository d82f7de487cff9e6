import {LimpideError} from "../../contract/errors.ts";
import {agreementWith, topFeatures} from "../agreement.ts";
import {knownSorted, quantileSorted} from "../global/quantile.ts";
import type {LimeOptions, Predict} from "./lime.ts";
import type {LimeReference} from "./reference.ts";
import {effectsOf, limeStability} from "./stability.ts";

/** A figure over several clients. */
export interface Spread {
  mean: number;
  /** Quantiles 10, 50 and 90 %. */
  low: number;
  median: number;
  high: number;
}

/** LIME as a second opinion on some clients: how well it fits, how much it depends on its draw, how far it agrees. */
export interface LimeReview {
  clients: number;
  /** Explanations a client, one a seed. */
  seeds: number;
  samples: number;
  /** Features that each explanation names at most. */
  features: number;
  /** Weighted R². */
  fidelity: Spread;
  /** Between the seeds of a client. */
  jaccard: Spread;
  spearman: Spread;
  /** With the exact contributions, mean over the seeds of a client; see agreementWith. */
  named: Spread;
  signs: Spread;
  rankCorrelation: Spread;
  overlap3: Spread;
  overlap5: Spread;
  /** Share of a client's explanations that name the exact explanation's first feature first. */
  sameFirst: Spread;
}

/** A client's features, and the exact contributions in the same unit as the output that LIME explains. */
export interface ReviewedClient {
  row: ArrayLike<number>;
  exact: ArrayLike<number>;
}

/**
 * Holds LIME against exact contributions. Effects are compared, not weights: a weight says how the output differs from
 * that of other bins, an effect, as a contribution does, how it differs from the mean.
 *
 * @throws {LimpideError} E_PARAMETER of no client, and as {@link limeStability}
 */
export function reviewByLime(
  predict: Predict,
  reference: LimeReference,
  clients: readonly ReviewedClient[],
  seeds: readonly number[],
  {features = 10, samples = 5000, ...options}: Omit<LimeOptions, "seed"> = {}
): LimeReview {
  if (clients.length === 0) throw new LimpideError("E_PARAMETER", "a review by LIME needs clients");
  const figures = clients.map(({row, exact}) => {
    const stability = limeStability(predict, reference, row, seeds, {features, samples, ...options});
    const agreements = stability.explanations.map((explanation) => {
      const effects = effectsOf(explanation, row.length);
      const same = topFeatures(effects, 1)[0] === topFeatures(exact, 1)[0];
      return {...agreementWith(exact, effects, {top: features}), sameFirst: same ? 1 : 0};
    });
    const mean = (values: (number | null)[]) => {
      const known = values.filter((value) => value !== null);
      return known.reduce((sum, value) => sum + value, 0) / known.length;
    };
    return {
      fidelity: stability.fidelity,
      jaccard: stability.jaccard,
      spearman: stability.spearman ?? NaN,
      named: mean(agreements.map(({named}) => named)),
      signs: mean(agreements.map(({signs}) => signs)),
      rankCorrelation: mean(agreements.map(({rankCorrelation}) => rankCorrelation)),
      overlap3: mean(agreements.map(({overlap3}) => overlap3)),
      overlap5: mean(agreements.map(({overlap5}) => overlap5)),
      sameFirst: mean(agreements.map(({sameFirst}) => sameFirst))
    };
  });
  const over = (name: keyof (typeof figures)[number]) => spreadOf(figures.map((figure) => figure[name]));
  return {
    clients: clients.length,
    seeds: seeds.length,
    samples,
    features,
    fidelity: over("fidelity"),
    jaccard: over("jaccard"),
    spearman: over("spearman"),
    named: over("named"),
    signs: over("signs"),
    rankCorrelation: over("rankCorrelation"),
    overlap3: over("overlap3"),
    overlap5: over("overlap5"),
    sameFirst: over("sameFirst")
  };
}

/** The spread of the values that exist: a rank correlation of a single feature doesn't. */
function spreadOf(values: readonly number[]): Spread {
  const sorted = knownSorted(values);
  return {
    mean: sorted.reduce((sum, value) => sum + value, 0) / sorted.length,
    low: quantileSorted(sorted, 0.1),
    median: quantileSorted(sorted, 0.5),
    high: quantileSorted(sorted, 0.9)
  };
}
