import {type Client} from "./client.ts";
import {type RowSink} from "./csv.ts";
import {type Stream} from "./random.ts";

/** A loan elsewhere, by its dates. */
export interface BureauLoan {
  id: number;
  /** Days since it was opened, and since it ended if it is not active. */
  age: number;
  ended: number;
  active: boolean;
}

/** Where a month past due leads, by its severity: worse, unchanged, or else back to paid. */
const worse = [0, 0.045, 0.33, 0.51, 0.62];
const unchanged = [0, 0.33, 0.18, 0.05, 0.12, 0.88];

/**
 * Writes the monthly statuses of a loan, latest month first, from the month of the application (0) back to that of
 * the loan's opening. Open months are paid ("0"), unreported ("X") or past due ("1" to "5"); once closed it is "C".
 */
export function bureauBalanceRows(client: Client, stream: Stream, loan: BureauLoan, sink: RowSink): void {
  const first = Math.floor(loan.age / 30.4375);
  const closed = loan.active ? -1 : Math.floor(loan.ended / 30.4375);
  // The reports on some loans stop before the application.
  const last = stream.chance(loan.active ? 0.04 : 0.12) ? Math.min(first, Math.floor(stream.exponential(22))) : 0;
  const slip = Math.min(0.3, 0.0125 * Math.exp(-0.4 * client.reliability + 0.15 * client.strain));
  const statuses: string[] = [];
  let severity = 0;
  let reported = stream.chance(0.55);
  for (let month = first; month >= last; --month) {
    if (month <= closed) {
      statuses.push("C");
      continue;
    }
    if (severity > 0) {
      const u = stream.uniform();
      if (severity < 5 && u < worse[severity]!) ++severity;
      else if (u >= (worse[severity] ?? 0) + unchanged[severity]!) severity = 0;
    } else if (!reported) {
      reported = stream.chance(0.11);
    } else if (stream.chance(slip)) {
      severity = 1;
    } else {
      reported = !stream.chance(0.083);
    }
    statuses.push(severity > 0 ? String(severity) : reported ? "0" : "X");
  }
  for (let i = statuses.length - 1; i >= 0; --i) sink.add(`${loan.id},${i - first},${statuses[i]!}\n`);
}
