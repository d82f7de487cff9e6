import {type Facts} from "./application-conditional.ts";
import {drawFacts} from "./application-facts.ts";
import {person, scores, work} from "./application-tables.ts";
import {clientId} from "./identifiers.ts";
import {Curve, Stream, clamp} from "./random.ts";

export type IncomeType = "Working" | "Commercial associate" | "Pensioner" | "State servant" | "Unemployed";

/**
 * Who a client is before any row exists. Traits are standard normal in the population; histories, application and
 * outcome all follow from them, and that is what ties the tables together.
 */
export interface Client {
  /** Place in the portfolio, from 0. */
  index: number;
  id: number;
  /** Whether the outcome is known (application_train) or not (application_test). */
  labelled: boolean;
  /** What the application says, as far as no history has a part in it. */
  facts: Facts;
  /** Pays when due: late payments, overdue amounts, external scores. */
  reliability: number;
  /** Financial strain: recent and open debts, drawn cards, refusals. */
  strain: number;
  /** What age and standing don't tell of reliability and strain, in the same units. */
  hidden: {reliability: number; strain: number};
  /** Social and economic standing: education, income, region, housing. */
  standing: number;
  /** Appetite for credit: how many loans and applications. */
  activity: number;
  /** How long the client has been with credit bureaus; the higher, the older the loans. */
  experience: number;
  /** Age as a standard normal score. */
  ageScore: number;
  ageDays: number;
  male: boolean;
  incomeType: IncomeType;
  /** Yearly income. */
  income: number;
  incomeScore: number;
  hasBureau: boolean;
  hasBureauBalance: boolean;
  hasPrevious: boolean;
}

/** Standard normal scores of ages in years. */
const ageScores = new Curve(
  [-2.2, -1.645, -1.282, -0.842, -0.524, -0.253, 0, 0.253, 0.524, 0.842, 1.282, 1.645, 2.2],
  [21.9, 25.8, 28.1, 32.2, 36.1, 39.6, 43.3, 47.3, 51.6, 56, 60.8, 63.4, 67]
);
/** What each education adds to the standing, in standard deviations. */
const educationScores: Record<string, number> = {
  "Academic degree": 1.5,
  "Higher education": 1.1,
  "Incomplete higher": 0.4,
  "Secondary / secondary special": -0.38,
  "Lower secondary": -1.3
};

/** The client at `index`: depends on (seed, index) alone, and `labelled` on the share of labelled clients besides. */
export function createClient(seed: number, index: number, labelledShare: number): Client {
  const stream = new Stream(seed, index, "client");
  const labelled = stream.uniform() < labelledShare;
  const facts = drawFacts(new Stream(seed, index, "facts"), labelled);
  const ageDays = Math.round(person.AGE.number(facts));
  const ageScore = ageScores.at(ageDays / 365.25);
  const income = work.INCOME.number(facts);
  // Incomes are about log-normal.
  const incomeScore = clamp((Math.log(income) - 11.93) / 0.48, -3.5, 3.5);
  const standing =
    0.48 * educationScores[person.EDUCATION.category(facts)]! +
    0.28 * incomeScore +
    0.36 * ((2.05 - person.RATING.number(facts)) / 0.51) +
    0.68 * stream.normal();
  const hidden = {reliability: stream.normal(), strain: stream.normal()};
  const reliability = 0.15 * ageScore + 0.12 * standing + 0.98 * hidden.reliability;
  const strain = -0.2 * ageScore + 0.98 * hidden.strain;
  const activity = 0.12 * standing + 0.99 * stream.normal();
  const experience = 0.28 * ageScore - 0.5 * strain + 0.82 * stream.normal();
  // Who has no loan at the bureau has no enquiries and no third score, with few exceptions.
  const reported = scores.ENQUIRIES.number(facts) === 1;
  const hasBureau = reported && stream.chance(scores.KNOWN_3.number(facts) === 1 ? 0.994 : 0.949);
  return {
    index,
    id: clientId(index),
    labelled,
    facts,
    reliability,
    strain,
    hidden,
    standing,
    activity,
    experience,
    ageScore,
    ageDays,
    male: person.GENDER.category(facts) === "M",
    incomeType: person.INCOME_TYPE.category(facts) as IncomeType,
    income,
    incomeScore,
    hasBureau,
    // Monthly bureau histories reached the lender late: few of the older, labelled applications have one.
    hasBureauBalance: stream.chance(labelled ? 0.351 : 0.996) && hasBureau,
    hasPrevious: stream.chance(labelled ? 0.957 : 0.981)
  };
}
