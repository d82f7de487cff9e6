import {type BureauLoan, bureauBalanceRows} from "./bureau-balance.ts";
import {type Client} from "./client.ts";
import {csvLine, float, money, type RowSink} from "./csv.ts";
import {bureauId, loansPerClient} from "./identifiers.ts";
import {Choice, Curve, Stream, choice, clamp, logistic, tailed} from "./random.ts";

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

type CreditType =
  | "Consumer credit"
  | "Credit card"
  | "Car loan"
  | "Mortgage"
  | "Microloan"
  | "Loan for business development"
  | "Another type of loan";

/** Days since the loan was opened; the bureau reports eight years. */
const ages = new Curve([0, 37, 128, 223, 476, 984, 1650, 2421, 2659, 2868, 2922], tailed);

const types = {
  "Consumer credit": {
    planned: new Curve([3, 16, 92, 127, 212, 365, 828, 1826, 1826, 1827, 2600], tailed),
    amount: {median: 119_000, spread: 1.2, round: 0.36},
    /** Mean days until a loan is repaid ahead of time. */
    closing: 2100
  },
  "Credit card": {
    planned: new Curve([20, 30, 214, 365, 1070, 1379, 2557, 31_074, 31_606, 32_500, 33_400], tailed),
    amount: {median: 135_000, spread: 0.95, round: 0.85},
    closing: 3000
  },
  "Car loan": {
    planned: new Curve([17, 170, 366, 730, 1096, 1816, 1826, 1827, 1829, 2549, 2557], tailed),
    amount: {median: 1_610_000, spread: 0.62, round: 0.4},
    closing: 1300
  },
  Mortgage: {
    planned: new Curve([90, 365, 1825, 2617, 3656, 5482, 7305, 7634, 9192, 10_958, 10_975], tailed),
    amount: {median: 4_700_000, spread: 0.65, round: 0.7},
    closing: 3200
  },
  Microloan: {
    planned: new Curve([2, 4, 7, 8, 15, 21, 58, 227, 364, 730, 1096], tailed),
    amount: {median: 22_500, spread: 0.7, round: 0.7},
    closing: 400
  },
  "Loan for business development": {
    planned: new Curve([184, 280, 655, 726, 1080, 1798, 1819, 1826, 1827, 2500, 3650], tailed),
    amount: {median: 600_000, spread: 1.3, round: 0.6},
    closing: 2500
  },
  "Another type of loan": {
    planned: new Curve([30, 60, 200, 365, 730, 1096, 1826, 1826, 1826, 2500, 3650], tailed),
    amount: {median: 330_000, spread: 1, round: 0.5},
    closing: 1500
  }
} as const satisfies Record<CreditType, unknown>;

const ordinaryTypes = choice<CreditType>({
  "Consumer credit": 0.735,
  "Credit card": 0.236,
  "Car loan": 0.0158,
  Mortgage: 0.0104,
  "Loan for business development": 0.0014,
  "Another type of loan": 0.0014
});
const currencies = choice({"currency 1": 0.9993, "currency 2": 0.0006, "currency 3": 0.0001});
const prolongations = new Choice([
  [0, 0.9963],
  [1, 0.0031],
  [2, 0.0005],
  [3, 0.0001]
]);
/** Days by which a loan that ran its course ended after the planned day. */
const delays = new Curve([0, 0, 2, 24, 74, 300], [0, 0.72, 0.78, 0.92, 0.97, 1]);
/** Days after which the bureau last heard of a closed loan, and days since it heard of an active one. */
const closedNews = new Curve([0, 0, 5, 103, 677, 1155, 1900], [0, 0.35, 0.5, 0.75, 0.9, 0.95, 1]);
const activeNews = new Curve(
  [1, 2, 5, 7, 13, 23, 40, 220, 650, 1900],
  [0, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 1]
);

/** Writes a client's rows of bureau and bureau_balance. */
export function bureauRows(seed: number, client: Client, bureau: RowSink, balance: RowSink): BureauHistory {
  const history: BureauHistory = {loans: 0, active: 0, debt: 0, credit: 0, meanAge: NaN, latestAge: NaN};
  if (!client.hasBureau) return history;
  const stream = new Stream(seed, client.index, "bureau");
  const months = new Stream(seed, client.index, "bureauBalance");
  // A log-normal mixture of Poisson counts has the real mean (4.7 beyond the first) and variance (19.9).
  const rate = 4.62 * Math.exp(0.72 * (0.92 * client.activity + 0.39 * stream.normal()) - 0.26);
  const count = Math.min(loansPerClient, 1 + stream.poisson(Math.min(rate, 40)));
  const reporting = drawReporting(client, stream);
  let age = 0;
  history.latestAge = Infinity;
  for (let i = 0; i < count; ++i) {
    const loan = drawLoan(client, stream, reporting, bureauId(client.index, i));
    bureau.add(loan.line);
    if (client.hasBureauBalance) bureauBalanceRows(client, months, loan, balance);
    age += loan.age;
    history.latestAge = Math.min(history.latestAge, loan.age);
    history.credit += loan.amount;
    if (loan.active) {
      ++history.active;
      history.debt += loan.debt;
    }
  }
  history.loans = count;
  history.meanAge = age / count;
  return history;
}

/** How complete the reports on a client are: chances of a missing value, shared by the client's loans. */
interface Reporting {
  annuityMissing: number;
  overdueMissing: number;
  limitMissing: number;
}

function drawReporting(client: Client, stream: Stream): Reporting {
  const u = stream.uniform();
  const v = stream.uniform();
  const [always, never] = client.labelled ? [0.62, 0.07] : [0.13, 0.3];
  return {
    annuityMissing: u < always ? 1 : u > 1 - never ? 0.02 : stream.uniform(),
    overdueMissing: v < 0.28 ? 1 : v < 0.36 ? 0.02 : 0.25 + 0.6 * stream.uniform(),
    limitMissing: clamp(0.37 + 0.35 * stream.normal(), 0.02, 0.95)
  };
}

/** A loan with its row of bureau. */
function drawLoan(
  client: Client,
  stream: Stream,
  reporting: Reporting,
  id: number
): BureauLoan & {line: string; amount: number; debt: number} {
  const score = 0.66 * client.experience + 0.75 * stream.normal();
  const adult = client.ageDays - 18 * 365;
  const age = Math.max(
    2,
    Math.min(Math.round(ages.atNormal(score)), Math.round(adult * (0.5 + 0.5 * stream.uniform())))
  );
  const micro = 0.009 * (age < 400 ? 2.6 : 0.35) * Math.exp(0.7 * client.strain - 0.25);
  const type = stream.chance(micro) ? "Microloan" : ordinaryTypes.draw(stream);
  const {planned, amount: amounts, closing} = types[type];
  const term = Math.max(1, Math.round(planned.at(stream.uniform())));
  const card = type === "Credit card";

  // A loan ends when it is due, sooner when repaid ahead of time, or later when payments slip.
  const early = stream.exponential(closing * Math.exp(0.3 * client.strain));
  const due = term + Math.round(delays.at(stream.uniform()) * Math.exp(-0.3 * client.reliability));
  // A card has no last instalment: it stays until it is closed.
  const life = Math.max(1, Math.round(card ? early : Math.min(early, due)));
  const forgotten = stream.chance(0.055 * Math.exp(0.5 * client.strain - 0.12));
  const active = life >= age || forgotten;
  const sold = stream.chance(0.0037 * Math.exp(-0.5 * client.reliability));
  const ended = age - life;

  const income = 0.32 * client.incomeScore;
  const raw = amounts.median * Math.exp(amounts.spread * stream.normal() + income);
  const round = stream.uniform();
  const zero = card && stream.chance(0.165);
  const amount = zero ? 0 : money(raw, round < amounts.round ? roundUnit(raw) : round < 0.93 ? 4.5 : 0.045);

  const spent = card
    ? stream.chance(logistic(0.25 - 0.5 * client.strain))
      ? 0
      : clamp(logistic(0.75 + 0.8 * client.strain + 1.3 * stream.normal()), 0, 1) * 1.02
    : clamp(1 - age / Math.max(term, age + 60), 0, 1) ** 0.5 * Math.exp(0.08 * client.strain + 0.1 * stream.normal());
  const debt = active && !stream.chance(0.04) ? money(amount * Math.min(spent, 1.1), 0.045) : 0;
  const overdue = active && stream.chance(0.0065 * Math.exp(0.7 * client.strain - 0.8 * client.reliability - 0.56));
  const late = stream.chance(logistic(-1.45 - 0.45 * client.reliability + 0.2 * client.strain));
  const limit = card && active && stream.chance(0.3) ? Math.max(0, money(amount - debt, 0.045)) : 0;
  const news = active ? activeNews.at(stream.uniform()) : ended - closedNews.at(stream.uniform());
  const noPlan = card ? 0.218 : type === "Microloan" ? 0.4 : 0.01;
  const annuity = type === "Consumer credit" || card ? amount / Math.max(6, Math.min(term / 30, 60)) : amount / 36;

  const line = csvLine([
    client.id,
    id,
    sold ? "Sold" : active ? "Active" : "Closed",
    currencies.draw(stream),
    -age,
    overdue ? Math.ceil(stream.exponential(45)) : 0,
    stream.chance(noPlan) ? "" : float(term - age),
    active ? "" : float(-ended),
    stream.chance(reporting.overdueMissing) ? "" : float(late ? money(7425 * Math.exp(1.15 * stream.normal())) : 0),
    prolongations.draw(stream),
    float(amount),
    stream.chance(active ? 0.105 : 0.165) ? "" : float(debt),
    stream.chance(reporting.limitMissing) ? "" : float(limit),
    float(overdue ? money(300 * Math.exp(1.9 * stream.normal()), 4.5) : 0),
    type,
    -Math.round(clamp(news, 0, age)),
    stream.chance(reporting.annuityMissing)
      ? ""
      : float(stream.chance(active ? 0.25 : 0.8) ? 0 : money(annuity * Math.exp(0.35 * stream.normal()), 4.5))
  ]);
  return {id, line, age, ended, active, amount, debt};
}

/** The unit in which people borrow: 4,500 of small amounts, 45,000 of large ones. */
function roundUnit(amount: number): number {
  return amount < 60_000 ? 4_500 : amount < 400_000 ? 22_500 : 45_000;
}
