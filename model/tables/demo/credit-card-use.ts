import {type Client} from "./client.ts";
import {money} from "./csv.ts";
import {type EarlierLoan} from "./previous.ts";
import {Curve, type Stream, clamp, logistic, tailed} from "./random.ts";
import {monthOf, never} from "./schedule.ts";

/** A month of a card. Amounts are of that month. */
export interface CardMonth {
  month: number;
  limit: number;
  /** Principal and balance at the end of the month. */
  principal: number;
  balance: number;
  drawn: number;
  /** Number of drawings, those at cash machines among them, and what these came to. */
  drawings: number;
  atmDrawings: number;
  atm: number;
  /** The least that was to be paid, what was paid, and what the table shows beside it when nothing was. */
  due: number;
  paid: number;
  residue: number;
  /** Instalments that have fallen due so far. */
  matured: number;
  pastDue: number;
  /** Whether the card has been drawn on yet. */
  begun: boolean;
}

/** First drawing over the limit, and later ones; and how many drawings a month's amount came from. */
const firstDrawn = new Curve([0.002, 0.004, 0.015, 0.04, 0.13, 0.375, 0.864, 0.99, 1, 1.02, 1.05], tailed);
const laterDrawn = new Curve([0.001, 0.003, 0.008, 0.013, 0.027, 0.075, 0.2, 0.43, 0.65, 1, 1.05], tailed);
const drawingCounts = new Curve([1, 1, 1, 1, 1, 2, 5, 10, 16, 35, 60], tailed);

/** Monthly cost of what is owed, fees included. */
const monthlyRate = 0.037;
const leastShare = 0.05;

/**
 * The months of a card that was used, from its decision to the month `last`. The least to be paid is 5 % of the limit
 * or of the balance; people pay it, or a round sum of their own, or most of what they owe; some stop drawing, pay
 * off and leave the card idle, and in the end without a limit.
 */
export function* useCard(
  client: Client,
  stream: Stream,
  {age, amount, schedule}: EarlierLoan,
  last: number
): Generator<CardMonth> {
  const {strain, reliability} = client;
  const first = monthOf(age);
  const opened = schedule!.firstDrawing === never ? first : Math.max(first, monthOf(-schedule!.firstDrawing));
  const appetite = 0.5 * strain - 0.2 * reliability + 0.84 * stream.normal();
  const often = logistic(-0.75 + 0.9 * appetite);
  const stops = opened + Math.ceil(stream.exponential(75 * Math.exp(0.5 * appetite)));
  const cash = clamp(0.62 + 0.6 * stream.normal(), 0, 1);
  const skips = logistic(-2.6 - 0.25 * reliability + 0.9 * stream.normal());
  // Cards of the last years ask for a share of the balance, those before for a share of the limit.
  const ofLimit = first < -60 ? stream.chance(0.85) : stream.chance(0.06);
  const habit = stream.uniform();
  const generosity = 1 + stream.exponential(1.8);
  const stuckFrom = stream.chance(0.03) ? opened + stream.integer(4, 40) : 0;
  const raise = stream.chance(0.27) ? stream.integer(first, 0) : 0;
  const raised = amount * (stream.chance(0.4) ? 3 : stream.chance(0.5) ? 2 : 1.5);
  let principal = 0;
  let interest = 0;
  let minimum = 0;
  let matured = 0;
  let residue = 0;
  let stuck = 0;
  let closed = false;
  for (let month = first; month <= last; ++month) {
    const granted = month >= raise && raise < 0 ? money(Math.min(raised, 900_000), 22_500) : amount;
    const owed = principal + interest;
    if (owed === 0 && month > opened && !closed) closed = stream.chance(month > stops ? 0.03 : 0.012);
    const limit = closed ? 0 : granted;

    let paid = 0;
    if (owed > 0 && !stream.chance(skips)) {
      if (habit < 0.55) paid = minimum * (stream.chance(0.6) ? 1 : 1 + 0.15 * stream.uniform());
      else if (habit < 0.93) paid = minimum * generosity;
      else paid = owed * (0.05 + 0.95 * stream.uniform());
      if (stream.chance(0.04)) paid = Math.max(paid, owed * stream.uniform() * 1.3);
      if (paid !== minimum) paid = money(paid, stream.chance(0.75) ? 450 : 0.045) || paid;
      paid = money(Math.min(paid, owed));
    }
    if (owed > 0 && minimum > 0) ++matured;
    const missed = minimum > 0 && paid < minimum * 0.5;

    const begins = month === opened;
    const draws = limit > 0 && (begins || (month > opened && month <= stops && stream.chance(owed > 0 ? often : 0.08)));
    let drawn = 0;
    if (draws) {
      const share = (begins || owed === 0 ? firstDrawn : laterDrawn).atNormal(0.3 * appetite + 0.95 * stream.normal());
      const room = Math.max(0, limit * 0.98 - owed + paid);
      drawn = Math.min(money(limit * share, stream.chance(0.55) ? 2250 : 45), money(room, 45));
    }
    const drawings = drawn > 0 ? Math.max(1, Math.round(drawingCounts.at(stream.uniform()))) : 0;
    const atmDrawings = Math.min(drawings, Math.round(drawings * clamp(cash + 0.25 * stream.normal(), 0, 1)));
    const atm = drawings > 0 ? money((drawn * atmDrawings) / drawings, 45) : 0;

    const toInterest = Math.min(paid, interest);
    principal = Math.max(0, principal - (paid - toInterest)) + drawn;
    interest = interest - toInterest + monthlyRate * principal;
    if (principal < 60) {
      if (owed > 0) residue = stream.chance(0.12) ? 0 : money(Math.exp(5.5 + 1.7 * stream.normal()), 0.045);
      principal = interest = 0;
    }
    if (stuckFrom < 0 && month >= stuckFrom && missed) stuck += 30;
    else if (!missed) stuck = 0;
    const due = minimum;
    const balance = money(principal + interest);
    const least = leastShare * (ofLimit ? granted : balance);
    minimum = balance > 0 ? money(Math.min(Math.max(least, 2250), balance), 0.045) : 0;
    yield {
      month,
      limit,
      principal: money(principal),
      balance,
      drawn,
      drawings,
      atmDrawings,
      atm,
      due,
      paid,
      residue: paid > 0 ? paid : balance > 0 && !stream.chance(0.4) ? 0 : residue,
      matured,
      pastDue:
        stuck > 0 ? stuck + 1 : missed && stream.chance(0.4) ? (stream.chance(0.85) ? 1 : stream.integer(5, 40)) : 0,
      begun: month >= opened
    };
  }
}
