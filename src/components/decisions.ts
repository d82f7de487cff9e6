/** What a threshold does to people whose outcome is known. A positive is a default. */
export interface Outcomes {
  threshold: number;
  falseNegatives: number;
  truePositives: number;
  falsePositives: number;
  trueNegatives: number;
}

/** What a threshold's errors cost, in refused good clients: a missed default costs `costRatio` of them. */
export function costOf({falseNegatives, falsePositives}: Outcomes, costRatio: number): number {
  return costRatio * falseNegatives + falsePositives;
}

/** The threshold at the least cost; where several cost the same, the lowest, which refuses the fewest people. */
export function leastCost(thresholds: readonly Outcomes[], costRatio: number): Outcomes {
  let least: Outcomes | undefined;
  for (const outcomes of thresholds) {
    if (least === undefined) least = outcomes;
    else {
      const difference = costOf(outcomes, costRatio) - costOf(least, costRatio);
      if (difference < 0 || (difference === 0 && outcomes.threshold < least.threshold)) least = outcomes;
    }
  }
  if (least === undefined) throw new RangeError("no threshold to choose from");
  return least;
}

/** The same shares among `total` people, as whole people that add up to `total` (largest remainder). */
export function apportion(counts: readonly number[], total: number): number[] {
  const sum = counts.reduce((a, b) => a + b, 0);
  if (!(sum > 0)) return counts.map(() => 0);
  const exact = counts.map((count) => (count / sum) * total);
  const whole = exact.map(Math.floor);
  const left = total - whole.reduce((a, b) => a + b, 0);
  exact
    .map((value, i) => ({i, remainder: value - whole[i]!}))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i)
    .slice(0, left)
    .forEach(({i}) => whole[i]!++);
  return whole;
}

/** The four outcomes of a threshold among 1,000 people. */
export interface PerThousand {
  acceptedRepaid: number;
  acceptedDefault: number;
  refusedDefault: number;
  refusedRepaid: number;
}

export function perThousand(outcomes: Omit<Outcomes, "threshold">): PerThousand {
  const [acceptedRepaid, acceptedDefault, refusedDefault, refusedRepaid] = apportion(
    [outcomes.trueNegatives, outcomes.falseNegatives, outcomes.truePositives, outcomes.falsePositives],
    1000
  ) as [number, number, number, number];
  return {acceptedRepaid, acceptedDefault, refusedDefault, refusedRepaid};
}
