import {
  annuities,
  annuityKinds,
  debtKinds,
  debtShares,
  limitKinds,
  limitShares,
  overdueAmounts,
  overdueDays,
  overdues,
  prolongations,
  worstAmounts,
  worstKinds
} from "./bureau-amount-cells.ts";
import {type Loan} from "./bureau-loan.ts";
import {type Client} from "./client.ts";
import {money} from "./csv.ts";
import {type Stream} from "./random.ts";

/** What the bureau says of a loan's amounts: NaN where nothing. */
export interface Report {
  debt: number;
  limit: number;
  /** Overdue now, in days and in money, and the greatest amount overdue so far. */
  overdueDays: number;
  overdue: number;
  worst: number;
  prolonged: number;
  annuity: number;
}

/** What the report on a client's loan said, which the next loan's report tends to say as well. */
export interface Kinds {
  debt: string;
  limit: string;
  worst: string;
  annuity: string;
}
export const noKinds: Kinds = {debt: "nothing", limit: "nothing", worst: "nothing", annuity: "nothing"};

/** Draws the report on a loan; `before` is what kinds of amounts the report on the client's loan before had. */
export function drawReport(client: Client, stream: Stream, loan: Loan, before: Kinds): {report: Report; kinds: Kinds} {
  const {strain, reliability, labelled} = client;
  const due = Number.isNaN(loan.end) ? 20_000 : Math.min(loan.end, 20_000);
  const term = loan.end + loan.age;
  // A literal, not a spread: these are drawn by the million.
  const context = {
    type: loan.type,
    status: loan.status,
    age: loan.age,
    sum: loan.sum,
    due,
    since: loan.news,
    over: loan.status === "active" ? -1 : loan.ended,
    planned: Number.isNaN(loan.end) ? "no" : loan.end > 20_000 ? "forever" : "yes",
    togo: Number.isNaN(term) ? 2 : term > 0 ? Math.max(-1, Math.min(1, loan.end / term)) : -1,
    labelled: labelled ? "yes" : "no",
    debtKindBefore: before.debt,
    limitKindBefore: before.limit,
    worstKindBefore: before.worst,
    annuityKindBefore: before.annuity,
    debtKind: "",
    limitKind: "unknown",
    worstKind: "",
    annuityKind: ""
  };
  const score = (load: number): number => load + Math.sqrt(1 - 2 * load * load) * stream.normal();
  context.debtKind = debtKinds.atNormal(context, 0.12 * strain + score(0));
  let debt = context.debtKind === "unknown" ? NaN : 0;
  if (context.debtKind === "some") {
    debt = money(
      loan.sum * debtShares.atNormal(context, 0.2 * strain - 0.06 * reliability + 0.975 * stream.normal()),
      stream.chance(0.8) ? 4.5 : 0.045
    );
  } else if (context.debtKind === "credit") {
    debt = -money(stream.exponential(1500) + 0.045, 0.045);
  }
  if (context.debtKind !== "unknown") context.limitKind = limitKinds.draw(context, stream);
  const limit =
    context.limitKind === "unknown"
      ? NaN
      : context.limitKind === "rest"
        ? Math.max(0, money(loan.sum - debt))
        : context.limitKind === "some"
          ? money(loan.sum * limitShares.draw(context, stream), 0.045)
          : 0;
  const slack = 0.2 * strain - 0.25 * reliability;
  context.worstKind = worstKinds.atNormal(context, slack + 0.95 * stream.normal());
  const worst =
    context.worstKind === "unknown"
      ? NaN
      : context.worstKind === "some"
        ? money(worstAmounts.atNormal(context, slack + 0.95 * stream.normal()), stream.chance(0.4) ? 4.5 : 0.045)
        : 0;
  context.annuityKind = annuityKinds.draw(context, stream);
  const annuity =
    context.annuityKind === "unknown"
      ? NaN
      : context.annuityKind === "some"
        ? money(annuities.draw(context, stream), stream.chance(0.8) ? 4.5 : 0.045)
        : 0;
  const late = overdues.atNormal(context, slack + 0.95 * stream.normal()) === "yes";
  const report = {
    debt,
    limit,
    overdueDays: late ? Math.round(overdueDays.draw(context, stream)) : 0,
    overdue: late && stream.chance(0.96) ? money(overdueAmounts.draw(context, stream), 4.5) : 0,
    worst,
    prolonged: Number(prolongations.draw(context, stream)),
    annuity
  };
  const {debtKind, limitKind, worstKind, annuityKind} = context;
  return {report, kinds: {debt: debtKind, limit: limitKind, worst: worstKind, annuity: annuityKind}};
}
