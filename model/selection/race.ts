/** Folds that a candidate is given before it may be dropped. */
const leastFolds = 2;
/** Standard errors by which a candidate must trail the best to be dropped. */
const standardErrors = 2;

/**
 * Whether a candidate is so far behind that its other folds aren't worth running (after the F-race of Birattari et al.,
 * 2002): over the folds that both were given, its loss exceeds the best's by more than two standard errors of their
 * difference, and never falls below it. Folds differ more than candidates do, so that only pairs tell.
 *
 * @param losses of the candidate, fold by fold, as far as they are known
 * @param best those of the best candidate so far, on all folds
 */
export function isBehind(losses: readonly number[], best: readonly number[]): boolean {
  if (losses.length < leastFolds || best.length < losses.length) return false;
  const differences = losses.map((loss, fold) => loss - best[fold]!);
  const mean = differences.reduce((sum, difference) => sum + difference, 0) / differences.length;
  const squares = differences.reduce((sum, difference) => sum + (difference - mean) ** 2, 0);
  const error = Math.sqrt(squares / (differences.length - 1) / differences.length);
  return mean > standardErrors * error && differences.every((difference) => difference > 0);
}
