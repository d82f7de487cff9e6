import {LimpideError} from "../contract/errors.ts";
import type {Outcomes} from "./outcomes.ts";

/** What decisions are worth, as shares of the credit. */
export interface MoneyAssumptions {
  /** Share of the credit that a default loses, after what is recovered (Basel's loss given default). */
  lossGivenDefault: number;
  /** Share of the credit that a loan which is repaid earns. */
  margin: number;
}

/** What a threshold costs on labelled clients whose credits are known, in the currency of the amounts. */
export interface MoneyAtThreshold {
  threshold: number;
  /** Lost to defaults that were accepted. */
  losses: number;
  /** Margin not earned on good clients who were refused. */
  marginForgone: number;
}

/**
 * The money that each whole-point threshold costs, from the lowest points, where everyone is accepted, to one more than
 * the highest, where everyone is refused: loss given default × credit of each missed default, margin × credit of each
 * refused good client.
 *
 * @param points whole points, one a client
 * @param credits amounts, at least 0; NaN where unknown, which counts as the mean of the others
 * @throws {LimpideError} E_TARGET when no credit is known
 */
export function moneyByThreshold(
  points: ArrayLike<number>,
  outcomes: Outcomes,
  credits: ArrayLike<number>,
  {lossGivenDefault, margin}: MoneyAssumptions
): MoneyAtThreshold[] {
  let [lowest, highest, known, total] = [Infinity, -Infinity, 0, 0];
  for (let i = 0; i < points.length; i++) {
    lowest = Math.min(lowest, points[i]!);
    highest = Math.max(highest, points[i]!);
    if (Number.isNaN(credits[i])) continue;
    known++;
    total += credits[i]!;
  }
  if (known === 0) throw new LimpideError("E_TARGET", "no client's amount of credit is known");
  const lossAt = new Float64Array(highest - lowest + 2);
  const marginAt = new Float64Array(highest - lowest + 2);
  let losses = 0;
  for (let i = 0; i < points.length; i++) {
    const credit = Number.isNaN(credits[i]) ? total / known : credits[i]!;
    const place = points[i]! - lowest;
    if (outcomes[i]) {
      lossAt[place]! += lossGivenDefault * credit;
      losses += lossGivenDefault * credit;
    } else marginAt[place]! += margin * credit;
  }
  let marginForgone = 0;
  return Array.from(lossAt, (loss, i) => {
    // What is left of a long subtraction is not always 0: nobody is accepted at the last threshold.
    const at = {threshold: lowest + i, losses: i === lossAt.length - 1 ? 0 : losses, marginForgone};
    losses -= loss;
    marginForgone += marginAt[i]!;
    return at;
  });
}
