import {type Client} from "./client.ts";
import {type RowSink, float} from "./csv.ts";
import {type EarlierLoan} from "./previous.ts";
import {Stream} from "./random.ts";
import {earliestMonth, monthOf} from "./schedule.ts";

/**
 * Writes the monthly balances of the client's earlier loans: one row a month from the decision, until the month in
 * which the contract ended or the month or two before the application. `delays` has, for each loan, the days by which
 * each instalment due was paid late (negative: early).
 */
export function posCashRows(
  seed: number,
  client: Client,
  loans: readonly EarlierLoan[],
  delays: readonly (readonly number[])[],
  sink: RowSink
): void {
  const stream = new Stream(seed, client.index, "posCash");
  const latest = stream.chance(0.6) ? -1 : -2;
  loans.forEach((loan, i) => {
    if (loan.schedule === undefined || loan.kind === "Revolving loans" || stream.chance(0.003)) return;
    loanRows(client, stream, loan, latest, delays[i]!, sink);
  });
}

function loanRows(
  client: Client,
  stream: Stream,
  {id, kind, age, schedule}: EarlierLoan,
  latest: number,
  delays: readonly number[],
  sink: RowSink
): void {
  const {count, due, early, ended, lastDue, termination} = schedule!;
  const first = monthOf(age);
  // A debt too small to collect stays past due for years on a contract that is all but over.
  const forgotten = ended && stream.chance(0.005);
  const close = ended ? monthOf(-(termination < 0 ? termination : lastDue)) : 0;
  const last = ended && !forgotten ? Math.max(first, close) : Math.max(first, latest);
  let forgottenFor = 0;
  for (let month = first; month <= last; ++month) {
    const paid = Math.min(month - first, due);
    const over = ended && month >= close && month > first;
    const completed = over && !forgotten;
    const term = early && paid >= due - 1 ? Math.max(1, due) : count;
    const future = over ? 0 : Math.max(0, term - paid);
    const status = completed ? "Completed" : month === first ? openingStatus(stream, kind) : "Active";
    const delay = delays[Math.min(paid, delays.length) - 1] ?? 0;
    // Past due shows where the delay spans the end of a month.
    let pastDue = delay > 0 && !completed && stream.chance(delay / 30) ? Math.ceil(delay * stream.uniform()) : 0;
    const tolerated = pastDue > 0 && !stream.chance(0.64);
    if (over && forgotten) {
      forgottenFor += 30 + stream.integer(0, 1);
      pastDue = forgottenFor;
    }
    if (month < earliestMonth) continue;
    const unknown = month === first && stream.chance(0.03);
    sink.add(
      `${id},${client.id},${month},${unknown ? "" : float(term)},${unknown ? "" : float(future)},${status},` +
        `${pastDue},${tolerated || forgottenFor > 0 ? 0 : pastDue}\n`
    );
  }
}

function openingStatus(stream: Stream, kind: string): string {
  const u = stream.uniform();
  if (u < 0.084) return "Signed";
  if (u < 0.089) return "Approved";
  return u < 0.094 && kind === "Consumer loans" ? "Returned to the store" : "Active";
}
