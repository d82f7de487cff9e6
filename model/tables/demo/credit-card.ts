import {type Client} from "./client.ts";
import {float, money, type RowSink} from "./csv.ts";
import {type EarlierLoan} from "./previous.ts";
import {Curve, Stream, clamp, logistic, tailed} from "./random.ts";
import {monthOf, never} from "./schedule.ts";

/** What the outcome needs to know of a client's cards. */
export interface CardHistory {
  months: number;
  /** Mean of balance over limit, over the months with a limit. */
  utilisation: number;
}

/** Amount drawn in a month over the limit, in months with a drawing; and the number of drawings. */
const drawn = new Curve([0.002, 0.004, 0.01, 0.015, 0.032, 0.097, 0.276, 0.63, 0.93, 1, 1.05], tailed);
const drawings = new Curve([1, 1, 1, 1, 1, 2, 5, 10, 16, 35, 60], tailed);

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
    const card = loan.schedule.firstDrawing === never ? unusedCard : usedCard;
    for (const month of card(client, stream, loan)) {
      sink.add(month.line);
      for (const payment of month.payments) payments.add(payment);
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

interface Month {
  line: string;
  payments: string[];
  limit: number;
  balance: number;
}

function* unusedCard(client: Client, stream: Stream, {id, age, amount}: EarlierLoan): Generator<Month> {
  const first = monthOf(age);
  const last = stream.chance(0.3) ? -2 : -1;
  const unknown = stream.chance(0.9);
  const unpaid = stream.chance(0.25);
  const closedFrom = stream.chance(0.3) ? Math.round(first * 0.7 * stream.uniform()) : 0;
  const completed = stream.chance(0.2);
  for (let month = first; month <= Math.max(first, last); ++month) {
    const closed = month >= closedFrom;
    const drawing = unknown ? "" : "0.0";
    yield {
      line:
        `${id},${client.id},${month},0.0,${closed ? 0 : amount},${drawing},0.0,${drawing},${drawing},` +
        `${unpaid ? "" : "0.0"},${unknown ? "" : "0.0"},0.0,0.0,0.0,0.0,${drawing},0,${drawing},${drawing},` +
        `${unpaid ? "" : "0.0"},${closed && completed ? "Completed" : "Active"},0,0\n`,
      payments: [],
      limit: closed ? 0 : amount,
      balance: 0
    };
  }
}

function* usedCard(client: Client, stream: Stream, {id, age, amount, schedule}: EarlierLoan): Generator<Month> {
  const first = monthOf(age);
  const last = stream.chance(0.3) ? -2 : -1;
  const opened = Math.max(first, monthOf(-schedule!.firstDrawing));
  // A client draws for a time, and may stop; strain keeps the card in use and close to its limit.
  const appetite = 0.75 * client.strain - 0.25 * client.reliability + 0.6 * stream.normal();
  const stops = opened + Math.ceil(stream.exponential(24 * Math.exp(0.45 * appetite)));
  const often = clamp(0.3 * Math.exp(0.45 * appetite), 0.03, 0.9);
  const cash = stream.chance(0.6) ? 0.85 : 0.15;
  const generous = stream.chance(0.28 - 0.05 * client.strain);
  const skips = logistic(-2.7 - 0.6 * client.reliability);
  const closedFrom = stream.chance(0.4) ? Math.min(-1, stops + stream.integer(2, 12)) : 0;
  const completed = stream.chance(0.15);
  // A card that has been around for years began with less.
  const begun = age > 700 ? Math.max(45_000, money(amount * 0.45, 45_000)) : amount;
  const raisedFrom = Math.round(first * stream.uniform());
  let principal = 0;
  let interest = 0;
  let minimum = 0;
  let matured = 0;
  let number = 0;
  for (let month = first; month <= Math.max(first, last); ++month) {
    const granted = month >= raisedFrom ? amount : begun;
    const limit = month >= closedFrom && principal === 0 ? 0 : granted;
    const draws = month >= opened && month <= stops && limit > 0 && (month === opened || stream.chance(often));
    const owed = principal + interest;
    let payment = owed > 0 && !stream.chance(skips) ? minimum : 0;
    if (payment > 0) {
      if (generous && stream.chance(0.25)) payment = owed * (0.3 + 0.8 * stream.uniform());
      else if (stream.chance(0.12)) payment *= 1 + stream.exponential(4);
      else payment *= 1 + 0.1 * stream.uniform();
      payment = Math.min(money(payment, stream.chance(0.75) ? 450 : 0.045) || money(payment), money(owed));
    }
    const missed = owed > 0 && minimum > 0 && payment === 0;
    if (minimum > 0) ++matured;

    const room = Math.max(0, granted * 1.05 - owed + payment);
    const share = drawn.atNormal(0.35 * appetite + (month === opened ? 0.9 : 0) + 0.85 * stream.normal());
    const drawnAmount = draws ? Math.min(money(granted * share, stream.chance(0.6) ? 2250 : 45), money(room, 45)) : 0;
    const count = drawnAmount > 0 ? Math.max(1, Math.round(drawings.at(stream.uniform()))) : 0;
    const atmCount = Math.min(count, Math.round(count * clamp(cash + 0.3 * stream.normal(), 0, 1)));
    const atm = count > 0 ? money((drawnAmount * atmCount) / count, 45) : 0;

    const toInterest = Math.min(payment, interest);
    principal = Math.max(0, principal - (payment - toInterest)) + drawnAmount;
    interest = interest - toInterest + 0.034 * principal;
    if (principal < 50) principal = interest = 0;
    const balance = money(principal + interest);
    const due = minimum;
    minimum = principal > 0 ? money(Math.max(Math.min(2250, balance), 0.05 * balance), 0.045) : 0;

    const pastDue = missed && stream.chance(0.5) ? (stream.chance(0.93) ? 1 : stream.integer(5, 40)) : 0;
    const unknown = month < opened && stream.chance(0.12);
    // Small sums move even on a card at rest, and count towards no debt.
    const idle = month > opened && !missed && stream.chance(0.8) ? money(330 * Math.exp(stream.normal())) : 0;
    const drawing = (value: number): string => (unknown ? "" : float(value));
    const floatBalance = float(balance);
    const line =
      `${id},${client.id},${month},${floatBalance},${limit},${drawing(atm)},${float(drawnAmount)},${drawing(0)},` +
      `${drawing(money(drawnAmount - atm))},${float(due)},` +
      `${unknown || stream.chance(0.02) ? "" : float(payment > 0 ? payment : idle)},${float(payment)},` +
      `${float(money(principal))},${floatBalance},${floatBalance},${drawing(atmCount)},${count},${drawing(0)},` +
      `${drawing(count - atmCount)},${float(matured)},${limit === 0 && completed ? "Completed" : "Active"},` +
      `${pastDue},${stream.chance(0.5) ? pastDue : 0}\n`;

    const lines: string[] = [];
    if (payment > 0) {
      // A month's payment is entered against the minimum due, and what exceeds it apart.
      const day = Math.round((month + 1) * 30.4375) - 32 - stream.integer(0, 20);
      const parts = payment > due * 1.02 && due > 0 ? [due, money(payment - due)] : [payment];
      if (stream.chance(0.55)) parts.push(...parts.splice(0, 1).flatMap((part) => halves(stream, part)));
      parts.forEach((part, i) => {
        if (part <= 0) return;
        const early = i === 0 ? Math.floor(stream.exponential(7)) : 0;
        const late = stream.chance(skips * 0.6) ? Math.floor(stream.exponential(6)) : 0;
        const paidOn = Math.min(-1, day - early + late);
        lines.push(`${id},${client.id},0.0,${++number},${float(day)},${float(paidOn)},${float(part)},${float(part)}\n`);
      });
    }
    yield {line, payments: lines, limit, balance};
  }
}

function halves(stream: Stream, amount: number): number[] {
  const part = money(amount * (0.3 + 0.4 * stream.uniform()));
  return [part, money(amount - part)];
}
