/** Outcomes of a rule that refuses some clients; a positive is a default. */
export interface Confusion {
  truePositives: number;
  falsePositives: number;
  falseNegatives: number;
  trueNegatives: number;
}

/** Counts what a rule that refuses probabilities of at least `threshold` gets right and wrong. */
export function confusionAt(
  probabilities: ArrayLike<number>,
  outcomes: ArrayLike<number>,
  threshold: number
): Confusion {
  const counts = {truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 0};
  for (let i = 0; i < probabilities.length; i++) {
    const refused = probabilities[i]! >= threshold;
    if (outcomes[i]) counts[refused ? "truePositives" : "falseNegatives"]++;
    else counts[refused ? "falsePositives" : "trueNegatives"]++;
  }
  return counts;
}

/** Share of clients on whom the rule is right. */
export function accuracy({truePositives: tp, falsePositives: fp, falseNegatives: fn, trueNegatives: tn}: Confusion) {
  return (tp + tn) / (tp + fp + fn + tn);
}

/**
 * The weighted harmonic mean of precision and recall, recall counting β times as much (van Rijsbergen, 1979); 0 when
 * no default is found.
 */
export function fBeta({truePositives: tp, falsePositives: fp, falseNegatives: fn}: Confusion, beta: number): number {
  const weight = beta * beta;
  return tp === 0 ? 0 : ((1 + weight) * tp) / ((1 + weight) * tp + weight * fn + fp);
}

/** Matthews' correlation coefficient of decision and outcome (Matthews, 1975); 0 when either never varies. */
export function matthews({truePositives: tp, falsePositives: fp, falseNegatives: fn, trueNegatives: tn}: Confusion) {
  const product = (tp + fp) * (tp + fn) * (tn + fp) * (tn + fn);
  return product === 0 ? 0 : (tp * tn - fp * fn) / Math.sqrt(product);
}

/** The mean of the shares of defaults and of good clients on whom the rule is right. */
export function balancedAccuracy({
  truePositives: tp,
  falsePositives: fp,
  falseNegatives: fn,
  trueNegatives: tn
}: Confusion) {
  return (tp / (tp + fn) + tn / (tn + fp)) / 2;
}
