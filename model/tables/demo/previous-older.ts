import {type Client} from "./client.ts";
import {drawProduct} from "./previous-product.ts";
import {type EarlierLoan} from "./previous.ts";
import {Choice, type Stream} from "./random.ts";
import {drawCardSchedule, drawSchedule, never, windowDays} from "./schedule.ts";

const cardLimits = new Choice([
  [180_000, 0.22],
  [67_500, 0.215],
  [135_000, 0.2],
  [90_000, 0.14],
  [112_500, 0.11],
  [270_000, 0.05],
  [157_500, 0.035],
  [45_000, 0.015],
  [450_000, 0.015]
]);

/**
 * Loans decided on before the eight years that previous_application covers, which still ran within them: the monthly
 * tables and the payments have rows of these, and previous_application has none. `number` gives each its number.
 */
export function drawOlderLoans(client: Client, stream: Stream, number: () => number): EarlierLoan[] {
  const loans: EarlierLoan[] = [];
  const adult = client.ageDays - 18 * 365;
  for (let left = stream.poisson(0.165 * Math.exp(0.3 * client.activity - 0.045)); left > 0; --left) {
    const age = windowDays + stream.integer(1, 300);
    if (age > adult) continue;
    const product = drawProduct(client, stream, {case: "sale approved", age, gap: 9999, first: "yes"});
    const schedule = drawSchedule(client, stream, {age, ...product.seller, ...product.terms});
    if (schedule.ended && schedule.termination < -windowDays) continue;
    const {credit, annuity} = product.terms;
    loans.push({id: number(), kind: "Consumer loans", age, amount: credit, annuity, schedule});
  }
  const age = windowDays + stream.integer(1, 900);
  if (age < adult && stream.chance(0.045 * Math.exp(0.3 * client.activity - 0.045))) {
    const credit = cardLimits.draw(stream);
    const drawn = drawCardSchedule(client, stream, {age, product: "Card X-Sell", credit, gap: 9999});
    // What was never used in so many years was mostly given up before.
    const firstDrawing = stream.chance(0.86) ? -age + stream.integer(0, 60) : never;
    const schedule = {...drawn, firstDrawing};
    loans.push({id: number(), kind: "Revolving loans", age, amount: credit, annuity: credit / 20, schedule});
  }
  return loans;
}
