import {type Client} from "./client.ts";
import {float, money, type RowSink} from "./csv.ts";
import {type EarlierLoan} from "./previous.ts";
import {Stream, logistic} from "./random.ts";
import {windowDays} from "./schedule.ts";

/** How a client paid: per loan, the days by which each instalment due was late (negative: early). */
export interface PaymentHistory {
  delays: number[][];
  payments: number;
  late: number;
}

/** Writes the payments of the instalments of the client's earlier loans; cards write theirs month by month. */
export function installmentRows(
  seed: number,
  client: Client,
  loans: readonly EarlierLoan[],
  sink: RowSink
): PaymentHistory {
  const stream = new Stream(seed, client.index, "installments");
  const history: PaymentHistory = {delays: [], payments: 0, late: 0};
  // How long before the due date a client is used to pay.
  const habit = Math.exp(0.5 * stream.normal() + 0.12 * client.reliability);
  const carelessness = 0.6 * stream.normal();
  for (const loan of loans) history.delays.push(loanRows(client, stream, loan, {habit, carelessness}, history, sink));
  return history;
}

function loanRows(
  client: Client,
  stream: Stream,
  {id, kind, amount, annuity, schedule}: EarlierLoan,
  {habit, carelessness}: {habit: number; carelessness: number},
  history: PaymentHistory,
  sink: RowSink
): number[] {
  const delays: number[] = [];
  if (!schedule || kind === "Revolving loans") return delays;
  const {firstDue, due, count, early} = schedule;
  const mood = 0.5 * stream.normal();
  const lateness = logistic(-2.35 - 0.45 * client.reliability + 0.15 * client.strain + carelessness + mood);
  const ahead = (kind === "Cash loans" ? 8 : 13.5) * habit;
  const revised = stream.chance(0.06);
  for (let number = 1; number <= due; ++number) {
    const day = firstDue + 30 * (number - 1);
    const late = stream.chance(lateness);
    const delay = late
      ? 1 + Math.floor(stream.exponential(stream.chance(0.07) ? 38 : 7))
      : -Math.min(60, Math.floor(stream.exponential(ahead)));
    delays.push(delay);
    const last = number === due;
    // Repaying early pays what is left of the principal at once.
    const dueAmount = last && early ? money((amount * (count - due + 1)) / count + 0.2 * annuity) : annuity;
    const version = last && early ? 2 : revised && number > 2 ? 2 + Math.floor(number / 12) : 1;
    const write = (paidOn: number | undefined, paid: number, asked = dueAmount): void => {
      if (day < -windowDays) return;
      sink.add(
        `${id},${client.id},${float(version)},${number},${float(day)},${paidOn === undefined ? "" : float(paidOn)},` +
          `${float(asked)},${paidOn === undefined ? "" : float(paid)}\n`
      );
    };
    const paidOn = day + delay;
    if (paidOn > -1) {
      // Due but not yet paid: mostly not written yet.
      if (stream.chance(0.1)) write(undefined, 0);
      continue;
    }
    ++history.payments;
    if (late) ++history.late;
    if (stream.chance(0.11 + 0.25 * lateness)) {
      // Mostly each part is entered as an instalment of its own.
      const part = money(dueAmount * (0.002 + 0.99 * stream.uniform() ** 1.4));
      const own = stream.chance(0.6);
      write(Math.max(paidOn - Math.floor(stream.exponential(8)), firstDue - 60), part, own ? part : dueAmount);
      write(paidOn, money(dueAmount - part), own ? money(dueAmount - part) : dueAmount);
    } else {
      write(paidOn, dueAmount);
    }
  }
  return delays;
}
