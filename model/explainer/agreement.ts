/** Measures of how far two explanations of the same row say the same. */

/** The features of the largest |values|, the largest first; a tie goes to the first feature, and 0 is never named. */
export function topFeatures(values: ArrayLike<number>, count: number): number[] {
  return Array.from(values, (_, feature) => feature)
    .filter((feature) => values[feature] !== 0)
    .sort((a, b) => Math.abs(values[b]!) - Math.abs(values[a]!) || a - b)
    .slice(0, count);
}

/** Jaccard's index: the share of what is in either list that is in both; 1 of two empty lists. */
export function jaccard(a: readonly number[], b: readonly number[]): number {
  const either = new Set([...a, ...b]).size;
  return either === 0 ? 1 : a.filter((one) => b.includes(one)).length / either;
}

/** Spearman's rank correlation, ties sharing the mean of their ranks; null where one side is all ties. */
export function spearman(a: ArrayLike<number>, b: ArrayLike<number>): number | null {
  const [ranksOfA, ranksOfB] = [midRanks(a), midRanks(b)];
  const mean = (a.length + 1) / 2;
  let [products, squaresOfA, squaresOfB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [ranksOfA[i]! - mean, ranksOfB[i]! - mean];
    products += x * y;
    squaresOfA += x * x;
    squaresOfB += y * y;
  }
  return squaresOfA > 0 && squaresOfB > 0 ? products / Math.sqrt(squaresOfA * squaresOfB) : null;
}

export interface Agreement {
  /** Of the exact explanation's `top` features, the share that the other names. */
  named: number;
  /** Of those, the share to which both give the same sign; null of none. */
  signs: number | null;
  /** Spearman's correlation of the signed values, over the features that the other names; null of fewer than 2. */
  rankCorrelation: number | null;
  /** Of the exact explanation's 3 and 5 largest, the share that is among the other's 3 and 5 largest. */
  overlap3: number;
  overlap5: number;
}

/**
 * How far an explanation agrees with the exact one: one value a feature each, 0 of the features that it doesn't name.
 * What doesn't depend on the other naming all that matters (signs, ranks) is told apart from whether it does.
 */
export function agreementWith(
  exact: ArrayLike<number>,
  other: ArrayLike<number>,
  {top = 10}: {top?: number} = {}
): Agreement {
  const leading = topFeatures(exact, top);
  const named = leading.filter((feature) => other[feature] !== 0);
  const ranked = topFeatures(other, other.length);
  const overlap = (count: number): number => {
    const first = topFeatures(exact, count);
    const second = topFeatures(other, count);
    return shareOf(first, (feature) => second.includes(feature));
  };
  return {
    named: shareOf(leading, (feature) => named.includes(feature)),
    signs:
      named.length > 0 ? shareOf(named, (feature) => Math.sign(exact[feature]!) === Math.sign(other[feature]!)) : null,
    rankCorrelation: spearman(
      ranked.map((feature) => exact[feature]!),
      ranked.map((feature) => other[feature]!)
    ),
    overlap3: overlap(3),
    overlap5: overlap(5)
  };
}

/** The share of some features that a test holds for; 1 of none. */
function shareOf(features: readonly number[], holds: (feature: number) => boolean): number {
  return features.length === 0 ? 1 : features.filter(holds).length / features.length;
}

function midRanks(values: ArrayLike<number>): Float64Array {
  const order = Array.from(values, (_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const ranks = new Float64Array(order.length);
  for (let from = 0, to = 0; from < order.length; from = to) {
    while (to < order.length && values[order[to]!] === values[order[from]!]) to++;
    for (let i = from; i < to; i++) ranks[order[i]!] = (from + 1 + to) / 2;
  }
  return ranks;
}
