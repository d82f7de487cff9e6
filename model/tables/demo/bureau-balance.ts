import {closureShifts, closuresTold, firstStatuses, nextStatuses, silences} from "./bureau-balance-cells.ts";
import {type Loan} from "./bureau-loan.ts";
import {type Client} from "./client.ts";
import {type RowSink} from "./csv.ts";
import {type Stream} from "./random.ts";

const daysPerMonth = 30.4375;
const longestRun = 24;
const mostLapses = 6;

/**
 * Writes the monthly statuses of a loan, latest month first, from the month of the last report (mostly 0, that of the
 * application) back to that of the loan's opening. Open months are paid ("0"), unreported ("X") or past due ("1" to
 * "5"); once the bureau knows that the loan is closed they are "C".
 */
export function bureauBalanceRows(client: Client, stream: Stream, id: number, loan: Loan, sink: RowSink): void {
  const opened = Math.floor(loan.age / daysPerMonth);
  const over = loan.status === "active" ? -1 : loan.ended;
  const endMonth = Math.floor(over / daysPerMonth);
  const context = {
    type: loan.type,
    status: loan.status,
    age: loan.age,
    since: loan.news,
    over,
    endMonth,
    state: "",
    run: 1,
    month: 0,
    ago: opened,
    bad: 0
  };
  const last = Math.min(opened, Math.round(silences.draw(context, stream)));
  const told = over >= 0 && last <= endMonth && closuresTold.draw(context, stream) === "yes";
  const closed = told ? endMonth - Math.round(closureShifts.draw(context, stream)) : -1;
  const strain = 0.08 * client.strain - 0.16 * client.reliability;
  const statuses: string[] = [];
  for (let ago = opened; ago >= last; --ago) {
    if (ago <= closed) {
      statuses.push("C");
      continue;
    }
    const score = strain + 0.985 * stream.normal();
    const status = ago === opened ? firstStatuses.atNormal(context, score) : nextStatuses.atNormal(context, score);
    statuses.push(status);
    context.run = status === context.state ? Math.min(context.run + 1, longestRun) : 1;
    if (status !== "0" && status !== "X") context.bad = Math.min(context.bad + 1, mostLapses);
    context.state = status;
    context.month = opened - ago;
    context.ago = ago;
  }
  for (let i = statuses.length - 1; i >= 0; --i) sink.add(`${id},${i - opened},${statuses[i]!}\n`);
}
