import {type Client} from "./client.ts";
import {type CardMonth, useCard} from "./credit-card-use.ts";
import {type RowSink, float, money} from "./csv.ts";
import {type EarlierLoan} from "./previous.ts";
import {Choice, Stream, logistic} from "./random.ts";
import {earliestMonth, monthOf, never, windowDays} from "./schedule.ts";

/** What the outcome needs to know of a client's cards. */
export interface CardHistory {
  months: number;
  /** Mean of balance over limit, over the months with a limit. */
  utilisation: number;
}

/** The last month that the table knows of. */
const latest = new Choice([
  [-1, 0.59],
  [-2, 0.3],
  [-3, 0.07],
  [-4, 0.04]
]);

/** Writes the monthly balances of the client's earlier cards, and their payments. */
export function creditCardRows(
  seed: number,
  client: Client,
  loans: readonly EarlierLoan[],
  sink: RowSink,
  payments: RowSink
): CardHistory {
  const stream = new Stream(seed, client.index, "creditCard");
  const history = {months: 0, utilisation: 0};
  let limited = 0;
  for (const loan of loans) {
    if (loan.kind !== "Revolving loans" || !loan.schedule || stream.chance(0.01)) continue;
    const last = Math.max(monthOf(loan.age), latest.draw(stream));
    const card = {id: loan.id, client: client.id};
    if (loan.schedule.firstDrawing === never) {
      history.months += unusedCard(stream, card, loan, last, sink);
      if (loan.amount > 0) limited += 1;
      continue;
    }
    const layout = drawLayout(client, stream);
    for (const month of useCard(client, stream, loan, last)) {
      if (month.month < earliestMonth) continue;
      sink.add(usedLine(stream, card, month, layout));
      addPayments(stream, card, month, layout, payments);
      ++history.months;
      if (month.limit > 0) {
        history.utilisation += month.balance / month.limit;
        ++limited;
      }
    }
  }
  if (limited > 0) history.utilisation /= limited;
  return history;
}

interface Card {
  id: number;
  client: number;
}

/** How the table shows a used card. */
interface Layout {
  /** Whether amounts are missing until the first drawing. */
  unknownBefore: boolean;
  /** Whether the status says so when a card has lost its limit. */
  completes: boolean;
  /** What the client has overpaid on an idle card. */
  overpaid: number;
  /** How often a payment is late. */
  late: number;
  /** Payments entered so far. */
  payments: number;
}

function drawLayout(client: Client, stream: Stream): Layout {
  return {
    unknownBefore: stream.chance(0.85),
    completes: stream.chance(0.1),
    overpaid: stream.chance(0.06) ? money(Math.exp(5 + 1.3 * stream.normal())) : 0,
    late: 0.6 * logistic(-2.7 - 0.6 * client.reliability),
    payments: 0
  };
}

function usedLine(stream: Stream, card: Card, month: CardMonth, layout: Layout): string {
  const unknown = !month.begun && layout.unknownBefore;
  const shown = (value: number): string => (unknown ? "" : float(value));
  const idle = month.balance === 0 && month.begun;
  const receivable = float(idle && layout.overpaid > 0 ? -layout.overpaid : month.balance);
  const balance = float(month.balance);
  return (
    `${card.id},${card.client},${month.month},${balance},${month.limit},${shown(month.atm)},${float(month.drawn)},` +
    `${shown(0)},${shown(money(month.drawn - month.atm))},${float(month.due)},` +
    `${unknown || stream.chance(0.015) ? "" : float(month.residue)},${float(month.paid)},` +
    `${float(month.principal)},${receivable},${receivable},${shown(month.atmDrawings)},${month.drawings},${shown(0)},` +
    `${shown(month.drawings - month.atmDrawings)},${float(month.matured)},` +
    `${month.limit === 0 && layout.completes ? "Completed" : "Active"},` +
    `${month.pastDue},${month.pastDue <= 30 && stream.chance(0.5) ? month.pastDue : 0}\n`
  );
}

/** A card that was never drawn on: its months say little. Returns how many there are. */
function unusedCard(stream: Stream, card: Card, {age, amount}: EarlierLoan, last: number, sink: RowSink): number {
  const first = monthOf(age);
  const unknown = stream.chance(0.9);
  const unpaid = stream.chance(0.25);
  const closedFrom = stream.chance(0.3) ? Math.round(first * 0.7 * stream.uniform()) : 0;
  const completed = stream.chance(0.2);
  const drawing = unknown ? "" : "0.0";
  const paid = unknown ? "" : float(money(Math.exp(5 + 1.6 * stream.normal())));
  const start = Math.max(first, earliestMonth);
  for (let month = start; month <= last; ++month) {
    const closed = month >= closedFrom;
    sink.add(
      `${card.id},${card.client},${month},0.0,${closed ? 0 : amount},${drawing},0.0,${drawing},${drawing},` +
        `${unpaid ? "" : "0.0"},${paid},0.0,0.0,0.0,0.0,${drawing},0,${drawing},${drawing},` +
        `${unpaid ? "" : "0.0"},${closed && completed ? "Completed" : "Active"},0,0\n`
    );
  }
  return last - start + 1;
}

/** A month's payment is entered against the minimum due, and what exceeds it apart. */
function addPayments(stream: Stream, card: Card, month: CardMonth, layout: Layout, sink: RowSink): void {
  const {paid, due} = month;
  if (paid <= 0) return;
  const day = Math.round((month.month + 1) * 30.4375) - 32 - stream.integer(0, 20);
  const parts = paid > due * 1.02 && due > 0 ? [due, money(paid - due)] : [paid];
  if (stream.chance(0.55)) parts.push(...parts.splice(0, 1).flatMap((part) => halves(stream, part)));
  parts.forEach((part, i) => {
    if (part <= 0 || day < -windowDays) return;
    const early = i === 0 ? Math.floor(stream.exponential(7)) : 0;
    const late = stream.chance(layout.late) ? Math.floor(stream.exponential(6)) : 0;
    const paidOn = Math.min(-1, day - early + late);
    ++layout.payments;
    sink.add(
      `${card.id},${card.client},0.0,${layout.payments},${float(day)},${float(paidOn)},${float(part)},${float(part)}\n`
    );
  });
}

function halves(stream: Stream, amount: number): number[] {
  const part = money(amount * stream.uniform() ** 1.5);
  return [part, money(amount - part)];
}
