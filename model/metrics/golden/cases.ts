import golden from "./metrics.json" with {type: "json"};

/** Scores, outcomes and the figures that scikit-learn gave of them; tests alone read it. */
export const goldenCases = golden.cases;

/** The probabilities that scikit-learn's log loss and Brier score were computed from: scores, kept off 0 and 1. */
export function clipped(scores: readonly number[]): number[] {
  return scores.map((score) => Math.min(Math.max(score, golden.clip), 1 - golden.clip));
}
