import {contact, credit, employed, papers, person, scores, work} from "./application-tables.ts";
import {type BureauHistory} from "./bureau.ts";
import {type Client} from "./client.ts";
import {type CardHistory} from "./credit-card.ts";
import {type PaymentHistory} from "./installments.ts";
import {type PreviousHistory} from "./previous.ts";
import {Stream, clamp, logistic} from "./random.ts";

/** All that came before the application. */
export interface Histories {
  bureau: BureauHistory;
  previous: PreviousHistory;
  payments: PaymentHistory;
  cards: CardHistory;
}

/** What occupations add to the log-odds of default. */
const occupations: Record<string, number> = {
  "Low-skill Laborers": 0.31,
  Drivers: 0.31,
  Laborers: 0.12,
  "Cooking staff": 0.12,
  "Waiters/barmen staff": 0.12,
  "Security staff": 0.12,
  "Sales staff": 0.12,
  "Cleaning staff": 0.12,
  Accountants: -0.39
};
const incomeTypes: Record<string, number> = {Working: 0.21, "State servant": -0.16};
const educations: Record<string, number> = {"Higher education": -0.36, "Academic degree": -0.36};
const families: Record<string, number> = {Married: -0.12, Widow: -0.08};

/** Whether the client defaults: Bernoulli, of a logistic function of the application and of the histories. */
export function drawOutcome(seed: number, client: Client, histories: Histories): 0 | 1 {
  const stream = new Stream(seed, client.index, "outcome");
  return stream.chance(logistic(applicationLogOdds(client) + historyLogOdds(histories))) ? 1 : 0;
}

/** What the application says of the log-odds of default: the coefficients of a logistic regression on real ones. */
export function applicationLogOdds({facts, male, ageDays, income}: Client): number {
  const score = (name: 1 | 2 | 3, middle: number): number =>
    scores[`KNOWN_${name}`].number(facts) === 1 ? scores[`EXT_${name}`].number(facts) - middle : 0;
  const goods = credit.GOODS.number(facts);
  const ratio = credit.RATIO.number(facts);
  const term = (credit.TERM.number(facts) - 21) / 8;
  return (
    -3.04 -
    1.39 * score(1, 0.5) -
    1.84 * score(2, 0.514) -
    2.9 * score(3, 0.511) +
    (scores.KNOWN_1.number(facts) === 1 ? 0 : 0.21) +
    (scores.KNOWN_3.number(facts) === 1 ? 0 : 0.27) +
    (male ? 0.21 : 0) +
    0.02 * ((ageDays / 365.25 - 44) / 10) +
    (employed.of(facts) === 1 ? 0.33 - 0.16 * Math.log1p(work.TENURE.number(facts) / 365.25) : 0) +
    (occupations[work.OCCUPATION.category(facts)] ?? 0) +
    (incomeTypes[person.INCOME_TYPE.category(facts)] ?? 0) +
    (educations[person.EDUCATION.category(facts)] ?? 0) +
    (families[person.FAMILY.category(facts)] ?? 0) -
    0.1 * Math.log(income / 150_000) +
    0.16 * (person.CITY.number(facts) - 2) +
    1.34 * (clamp(ratio, 0.9, 1.6) - 1.12) +
    0.22 * Math.log(goods / 450_000) -
    0.14 * term -
    0.07 * term ** 2 +
    (credit.CONTRACT.category(facts) === "Cash loans" ? 0 : -0.28) +
    (credit.CAR.category(facts) === "Y" ? -0.19 : 0) -
    0.03 * ((ageDays - contact.ID_AGE.number(facts)) / 1000 - 3) -
    0.04 * (contact.PHONE.number(facts) / 1000 - 1) -
    0.023 * (contact.REGISTERED.number(facts) / 1000 - 5) +
    (contact.WORK_PHONE.number(facts) === 1 ? 0.16 : 0) +
    0.17 * clamp(papers.DEF_30.number(facts) - papers.DEF_GAP.number(facts), 0, 3)
  );
}

/** What the histories add, about nothing on average: set so that all tables tell defaults as well as the real ones do. */
export function historyLogOdds({bureau, previous, payments, cards}: Histories): number {
  const active = bureau.loans > 0 ? bureau.active / bureau.loans : 0.4;
  const owed = bureau.credit > 0 ? clamp(bureau.debt / bureau.credit, 0, 1.2) : 0.25;
  const recent = bureau.loans > 0 ? clamp((1100 - bureau.meanAge) / 600, -2, 2) : 0.35;
  const refused = previous.applications > 0 ? previous.refused / previous.applications : 0.1;
  const late = payments.payments > 0 ? payments.late / payments.payments : 0.08;
  const drawn = cards.months > 0 ? clamp(cards.utilisation, 0, 1.1) : 0.15;
  return (
    -0.13 +
    0.4 * (active - 0.4) +
    0.55 * (owed - 0.25) +
    0.2 * recent +
    1.3 * (refused - 0.13) +
    1.7 * (clamp(late, 0, 0.5) - 0.09) +
    1.2 * (drawn - 0.15)
  );
}
