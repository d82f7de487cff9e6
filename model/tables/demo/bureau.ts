import {bureauBalanceRows} from "./bureau-balance.ts";
import {drawLoan, drawLoans} from "./bureau-loan.ts";
import {drawReport, noKinds} from "./bureau-report.ts";
import {type Client} from "./client.ts";
import {type RowSink, csvLine, float} from "./csv.ts";
import {bureauNumber} from "./loan-numbers.ts";
import {Stream, choice} from "./random.ts";

/** What the other tables and the outcome need to know of a client's loans elsewhere. */
export interface BureauHistory {
  loans: number;
  active: number;
  /** Owed in all, and lent in all. */
  debt: number;
  credit: number;
  /** Mean and least age of the loans, in days. */
  meanAge: number;
  latestAge: number;
}

const currencies = choice({"currency 1": 0.9993, "currency 2": 0.0006, "currency 3": 0.0001});
/** In bureau_balance, loans that bureau has no row of are 5.3 % of all. */
const straysPerLoan = 0.0556;
const states = {closed: "Closed", active: "Active", sold: "Sold"};

/** Writes a client's rows of bureau and bureau_balance. */
export function bureauRows(seed: number, client: Client, bureau: RowSink, balance: RowSink): BureauHistory {
  const history: BureauHistory = {loans: 0, active: 0, debt: 0, credit: 0, meanAge: NaN, latestAge: NaN};
  if (!client.hasBureau) return history;
  const stream = new Stream(seed, client.index, "bureau");
  const months = new Stream(seed, client.index, "bureauBalance");
  const loans = drawLoans(client, stream);
  let ages = 0;
  let before = noKinds;
  history.latestAge = Infinity;
  loans.forEach((loan, i) => {
    const id = bureauNumber(client.index, i);
    const {report, kinds} = drawReport(client, stream, loan, before);
    before = kinds;
    const active = loan.status === "active";
    bureau.add(
      csvLine([
        client.id,
        id,
        states[loan.status],
        currencies.draw(stream),
        -loan.age,
        report.overdueDays,
        float(loan.end),
        active ? "" : float(-loan.ended),
        float(report.worst),
        report.prolonged,
        float(loan.sum),
        float(report.debt),
        float(report.limit),
        float(report.overdue),
        loan.type,
        // No minus before a zero.
        0 - loan.news,
        float(report.annuity)
      ])
    );
    if (client.hasBureauBalance) bureauBalanceRows(client, months, id, loan, balance);
    ages += loan.age;
    history.latestAge = Math.min(history.latestAge, loan.age);
    history.credit += loan.sum;
    if (active) {
      ++history.active;
      history.debt += Number.isNaN(report.debt) ? 0 : report.debt;
    }
  });
  if (client.hasBureauBalance) {
    // The bureau sent months of some loans that it sent no row of.
    const strays = months.poisson(straysPerLoan * loans.length);
    for (let i = 0; i < strays; ++i) {
      const {age} = loans[months.integer(0, loans.length - 1)]!;
      const id = bureauNumber(client.index, loans.length + i);
      bureauBalanceRows(client, months, id, drawLoan(client, months, age, loans.length, undefined), balance);
    }
  }
  history.loans = loans.length;
  history.meanAge = ages / loans.length;
  return history;
}
