import {type Applied} from "./application.ts";
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

/** What occupations add to the log-odds of default, beyond what the client's traits say. */
const occupations: Record<string, number> = {
  "Low-skill Laborers": 0.5,
  Drivers: 0.12,
  Laborers: 0.1,
  "Cooking staff": 0.1,
  "Waiters/barmen staff": 0.1,
  "Sales staff": 0.1,
  "Security staff": 0.1,
  Accountants: -0.25,
  Managers: -0.1,
  "High skill tech staff": -0.12,
  "Core staff": -0.12
};

const families: Record<string, number> = {
  "Single / not married": 0.1,
  "Civil marriage": 0.1,
  Separated: 0.2,
  Widow: 0.1
};

/** Whether the client defaults: Bernoulli, of a logistic function of traits and of what the tables show. */
export function drawOutcome(seed: number, client: Client, applied: Applied, histories: Histories): 0 | 1 {
  const stream = new Stream(seed, client.index, "outcome");
  return stream.chance(logistic(defaultLogOdds(client, applied, histories))) ? 1 : 0;
}

/** The log-odds of default. Coefficients are set so that groups default, and tables tell, about as much as in reality. */
export function defaultLogOdds(client: Client, applied: Applied, histories: Histories): number {
  const {bureau, previous, payments, cards} = histories;
  const active = bureau.loans > 0 ? bureau.active / bureau.loans : 0.4;
  const owed = bureau.credit > 0 ? clamp(bureau.debt / bureau.credit, 0, 1.2) : 0.25;
  const recent = bureau.loans > 0 ? clamp((1100 - bureau.meanAge) / 600, -2, 2) : 0.35;
  const refused = previous.applications > 0 ? previous.refused / previous.applications : 0.1;
  const late = payments.payments > 0 ? payments.late / payments.payments : 0.08;
  const drawn = cards.months > 0 ? clamp(cards.utilisation, 0, 1.1) : 0.15;
  return (
    -3.38 +
    0.45 * client.strain -
    0.66 * client.reliability -
    0.31 * client.standing +
    0.08 * client.ageScore +
    (client.male ? 0.3 : 0) +
    (client.incomeType === "Working" ? 0.12 : client.incomeType === "State servant" ? -0.15 : 0) +
    (client.education === "Higher education" || client.education === "Academic degree" ? -0.2 : 0) +
    (occupations[applied.occupation] ?? 0) +
    (families[applied.family] ?? 0) +
    0.13 * (applied.regionRating - 2) +
    0.6 * (active - 0.4) +
    0.55 * (owed - 0.25) +
    0.17 * recent +
    1.2 * (refused - 0.13) +
    1.6 * (clamp(late, 0, 0.5) - 0.09) +
    1.1 * (drawn - 0.15) +
    1.9 * (clamp(applied.creditToGoods, 1, 1.5) - 1.12) +
    0.7 * (clamp(applied.annuityToIncome, 0, 0.5) - 0.18) -
    0.24 * applied.termScore +
    0.2 * applied.addressesDiffer -
    0.1 * applied.tenureScore +
    (applied.revolving ? -0.4 : 0)
  );
}
