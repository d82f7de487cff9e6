import {LimpideError} from "../contract/errors.ts";

/** Outcomes of clients: 1 defaulted, 0 repaid. */
export type Outcomes = ArrayLike<number>;

/**
 * The number of clients who defaulted and who repaid.
 * @throws {LimpideError} E_TARGET when scores and outcomes differ in number, or when either outcome never occurs, so
 * that no measure of ranking exists.
 */
export function countOutcomes(scores: ArrayLike<number>, outcomes: Outcomes): {defaults: number; repaid: number} {
  if (scores.length !== outcomes.length) {
    throw new LimpideError("E_TARGET", `${scores.length} scores for ${outcomes.length} outcomes`);
  }
  let defaults = 0;
  for (const outcome of Array.from(outcomes)) defaults += outcome;
  const repaid = outcomes.length - defaults;
  if (defaults === 0 || repaid === 0) {
    throw new LimpideError("E_TARGET", `${defaults} defaults and ${repaid} repaid: both are needed`);
  }
  return {defaults, repaid};
}

/** The places of the scores in ascending order; equal scores keep their order. */
export function ascendingOrder(scores: ArrayLike<number>): Uint32Array {
  return Uint32Array.from({length: scores.length}, (_, i) => i).sort((a, b) => scores[a]! - scores[b]! || a - b);
}
