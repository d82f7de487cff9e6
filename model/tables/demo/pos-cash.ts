import {type Client} from "./client.ts";
import {float, type RowSink} from "./csv.ts";
import {type EarlierLoan} from "./previous.ts";
import {Stream} from "./random.ts";
import {monthOf} from "./schedule.ts";

/**
 * Writes the monthly balances of the client's earlier loans: one row a month from the decision, until the last
 * instalment or the month before the application. `delays` has, for each loan, the days by which each instalment
 * due was paid late (negative: early).
 */
export function posCashRows(
  seed: number,
  client: Client,
  loans: readonly EarlierLoan[],
  delays: readonly (readonly number[])[],
  sink: RowSink
): void {
  const stream = new Stream(seed, client.index, "posCash");
  loans.forEach((loan, i) => {
    if (loan.schedule && loan.kind !== "Revolving loans") loanRows(client, stream, loan, delays[i]!, sink);
  });
}

function loanRows(
  client: Client,
  stream: Stream,
  {id, kind, age, schedule}: EarlierLoan,
  delays: readonly number[],
  sink: RowSink
): void {
  const {count, due, early, ended} = schedule!;
  const first = monthOf(age);
  // A debt too small to collect stays past due for years on a contract that is all but over.
  const forgotten = ended && stream.chance(0.005);
  const last = Math.min(-1, forgotten ? -1 : first + due);
  let forgottenFor = 0;
  for (let month = first; month <= last; ++month) {
    const paid = month - first;
    const over = ended && paid >= due;
    const completed = over && !forgotten;
    const term = early && paid >= due - 1 ? Math.max(1, due) : count;
    const future = over ? 0 : Math.max(0, term - paid);
    const status = completed ? "Completed" : paid === 0 ? openingStatus(stream, kind) : "Active";
    const delay = delays[Math.min(paid, delays.length) - 1] ?? 0;
    // Past due shows where the delay spans the end of a month.
    let pastDue = delay > 0 && !completed && stream.chance(delay / 30) ? Math.ceil(delay * stream.uniform()) : 0;
    const tolerated = pastDue > 0 && !stream.chance(0.64);
    if (over && forgotten) {
      forgottenFor += 30 + stream.integer(0, 1);
      pastDue = forgottenFor;
    }
    const unknown = paid === 0 && stream.chance(0.02);
    sink.add(
      `${id},${client.id},${month},${unknown ? "" : float(term)},${unknown ? "" : float(future)},${status},` +
        `${pastDue},${tolerated || forgottenFor > 0 ? 0 : pastDue}\n`
    );
    if (completed) break;
  }
}

function openingStatus(stream: Stream, kind: string): string {
  const u = stream.uniform();
  if (u < 0.084) return "Signed";
  if (u < 0.089) return "Approved";
  return u < 0.094 && kind === "Consumer loans" ? "Returned to the store" : "Active";
}
