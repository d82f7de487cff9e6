import {
  creditTypes,
  farEnds,
  laterAges,
  loanCounts,
  oldestAges,
  plans,
  statuses,
  sums,
  terms
} from "./bureau-loan-cells.ts";
import {activeNews, closedNews, closings, earlyEnds, lateEnds, openEnds} from "./bureau-state-cells.ts";
import {type Client} from "./client.ts";
import {money} from "./csv.ts";
import {type Stream, clamp} from "./random.ts";

/** A loan elsewhere: when it began, was to end and ended, and how much it was. Days are counted back from now. */
export interface Loan {
  type: string;
  status: "closed" | "active" | "sold";
  age: number;
  /** Days from now to the planned end; NaN where the bureau doesn't know it, beyond 20,000 where there is none. */
  end: number;
  /** Days since the actual end; 0 of an active loan. */
  ended: number;
  /** Days since the last news. */
  news: number;
  sum: number;
}

/** The client's loans elsewhere, oldest first. */
export function drawLoans(client: Client, stream: Stream): Loan[] {
  const {activity, labelled} = client;
  const appetite = 0.92 * activity + 0.39 * stream.normal();
  const n = Math.max(1, Math.round(loanCounts.atNormal({labelled: labelled ? "yes" : "no"}, appetite)));
  const ages = drawAges(client, stream, n);
  const loans: Loan[] = [];
  for (const age of ages) loans.push(drawLoan(client, stream, age, n, loans.at(-1)));
  return loans;
}

/** Days since each of `n` loans, oldest first. */
function drawAges(client: Client, stream: Stream, n: number): number[] {
  const past = 0.38 * client.experience - 0.04 * client.strain;
  const adult = Math.max(client.ageDays - 18 * 365, 60);
  const oldest = Math.round(Math.min(oldestAges.atNormal({n}, past + 0.92 * stream.normal()), adult));
  const ages = [Math.max(2, oldest)];
  const context = {n, oldest};
  while (ages.length < n) {
    const share = laterAges.atNormal(context, 0.5 * past + 0.975 * stream.normal());
    ages.push(Math.max(2, Math.round(oldest * share)));
  }
  return ages.sort((a, b) => b - a);
}

/** A loan that began `age` days ago, of a client with `n` of them; `before` is the one before it. */
export function drawLoan(client: Client, stream: Stream, age: number, n: number, before: Loan | undefined): Loan {
  const {incomeScore, reliability, strain} = client;
  const context = {
    age,
    n,
    typeBefore: before?.type ?? "nothing",
    statusBefore: before?.status ?? "nothing",
    sinceBefore: before?.news ?? -1,
    sumBefore: before?.sum ?? -1,
    type: "",
    planned: "",
    due: 20_000,
    status: ""
  };
  context.type = creditTypes.draw(context, stream);
  context.planned = plans.draw(context, stream);
  let term = NaN;
  let end = NaN;
  if (context.planned === "yes") {
    term = Math.round(terms.draw(context, stream));
    end = term - age;
    context.due = end;
  } else if (context.planned === "forever") {
    end = Math.round(farEnds.draw(context, stream));
  }
  // Strain keeps loans open.
  const open = 0.1 * strain - 0.05 * reliability;
  const status = statuses.atNormal(context, open + 0.994 * stream.normal()) as Loan["status"];
  context.status = status;
  const score =
    0.22 * incomeScore + 0.14 * client.standing + 0.08 * reliability - 0.06 * strain + 0.95 * stream.normal();
  const sum = roundSum(1000 * sums.atNormal(context, score), stream);
  if (status === "active") {
    const news = Math.round(activeNews.draw(context, stream));
    return {type: context.type, status, age, end, ended: 0, news: clamp(news, 0, age), sum};
  }
  const {ended, closing} = drawEnd(stream, {
    age,
    term,
    type: context.type,
    planned: context.planned,
    sum,
    past: age - term
  });
  const news =
    ended -
    Math.round(
      closedNews.draw(
        {
          type: context.type,
          over: ended,
          closing,
          sinceBefore: context.sinceBefore,
          statusBefore: context.statusBefore
        },
        stream
      )
    );
  return {type: context.type, status, age, end, ended, news: clamp(news, 0, age), sum};
}

/** Days since a loan ended, and whether that was early, when it was due, late, or neither. */
function drawEnd(
  stream: Stream,
  loan: {age: number; term: number; past: number; type: string; planned: string; sum: number}
): {ended: number; closing: string} {
  const {age, term, past} = loan;
  const within = (days: number): number => clamp(Math.round(days), 1, Math.max(1, age - 1));
  if (Number.isNaN(term)) return {ended: within(age * (1 - openEnds.draw(loan, stream))), closing: "open"};
  const closing = past > 0 ? closings.draw(loan, stream) : "early";
  switch (closing) {
    case "due":
      return {ended: within(past), closing};
    case "late":
      return {ended: within(past - lateEnds.draw(loan, stream)), closing};
    default:
      return {ended: within(age - Math.min(term, age) * earlyEnds.draw(loan, stream)), closing};
  }
}

/** Most loans are of round sums; the rest are to the kopeck or to the price of something. */
function roundSum(sum: number, stream: Stream): number {
  if (sum % 4500 === 0) return sum;
  const u = stream.uniform();
  return money(sum, u < 0.1 ? 4500 : u < 0.3 ? 45 : u < 0.85 ? 4.5 : 0.045);
}
