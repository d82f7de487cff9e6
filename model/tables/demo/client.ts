import {money} from "./csv.ts";
import {clientId} from "./identifiers.ts";
import {Curve, Stream, clamp, logistic, tailed} from "./random.ts";

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
  /** Pays when due: late payments, overdue amounts, external scores. */
  reliability: number;
  /** Financial strain: recent and open debts, drawn cards, refusals. */
  strain: number;
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
  /** Higher education is a trait of the client, since occupation, income and default all depend on it. */
  education: Education;
  /** Yearly income. */
  income: number;
  incomeScore: number;
  hasBureau: boolean;
  hasBureauBalance: boolean;
  hasPrevious: boolean;
}

export type Education =
  "Secondary / secondary special" | "Higher education" | "Incomplete higher" | "Lower secondary" | "Academic degree";

const ageYears = new Curve([
  21.1, 25.8, 28.1, 30.2, 32.2, 34.1, 36.1, 37.9, 39.6, 41.4, 43.3, 45.3, 47.3, 49.4, 51.6, 53.8, 56, 58.3, 60.8, 63.4,
  69
]);
const yearlyIncome = new Curve(
  [33_000, 48_000, 66_000, 80_000, 110_000, 147_000, 203_000, 270_000, 330_000, 460_000, 1_600_000],
  tailed
);
/** The share of pensioners at an age in years. */
const retired = new Curve([0.003, 0.004, 0.008, 0.03, 0.12, 0.59, 0.85, 0.9], [0, 30, 42, 48, 53, 57.5, 63, 70]);

/** The client at `index`: depends on (seed, index) alone, and `labelled` on the share of labelled clients besides. */
export function createClient(seed: number, index: number, labelledShare: number): Client {
  const stream = new Stream(seed, index, "client");
  const labelled = stream.uniform() < labelledShare;
  const ageScore = clamp(stream.normal(), -3, 3);
  const years = ageYears.atNormal(ageScore);
  const male = stream.chance(logistic(-0.68 - 0.38 * ageScore));
  const standing = stream.normal();
  const reliability = 0.15 * ageScore + 0.12 * standing + 0.98 * stream.normal();
  const strain = -0.2 * ageScore + 0.98 * stream.normal();
  const activity = 0.12 * standing + 0.99 * stream.normal();
  const experience = 0.28 * ageScore - 0.5 * strain + 0.82 * stream.normal();

  const incomeType = drawIncomeType(stream, years, male, standing);
  const education = drawEducation(stream, years, standing);
  const incomeScore = clamp(
    0.38 * standing +
      (male ? 0.38 : -0.2) +
      (incomeType === "Pensioner" ? -0.5 : incomeType === "Commercial associate" ? 0.35 : 0) +
      0.85 * stream.normal(),
    -3.5,
    3.5
  );
  const hasBureau = stream.chance(0.862 + 0.02 * activity);
  return {
    index,
    id: clientId(index),
    labelled,
    reliability,
    strain,
    standing,
    activity,
    experience,
    ageScore,
    ageDays: Math.round(years * 365.25),
    male,
    incomeType,
    education,
    income: roundIncome(stream, yearlyIncome.atNormal(incomeScore)),
    incomeScore,
    hasBureau,
    // Monthly bureau histories reached the lender late: few of the older, labelled applications have one.
    hasBureauBalance: stream.chance(labelled ? 0.351 : 0.996) && hasBureau,
    hasPrevious: stream.chance(0.953)
  };
}

function drawIncomeType(stream: Stream, years: number, male: boolean, standing: number): IncomeType {
  // Men retire about five years later.
  if (stream.chance(retired.at(male ? years - 2.5 : years + 1))) return "Pensioner";
  const u = stream.uniform();
  if (u < 0.0001) return "Unemployed";
  if (u < 0.085) return "State servant";
  return stream.chance(logistic(-0.78 + 0.18 * standing)) ? "Commercial associate" : "Working";
}

function drawEducation(stream: Stream, years: number, standing: number): Education {
  const score = 0.75 * standing + 0.66 * stream.normal() - (years > 55 ? 0.3 : 0);
  if (score < -2.3) return "Lower secondary";
  if (score > 3.15) return "Academic degree";
  if (stream.chance(years < 30 ? 0.085 : 0.022)) return "Incomplete higher";
  return score > 0.66 ? "Higher education" : "Secondary / secondary special";
}

/** Most people state a round income. */
function roundIncome(stream: Stream, income: number): number {
  const u = stream.uniform();
  return Math.max(25_650, money(income, u < 0.75 ? 22_500 : u < 0.975 ? 4_500 : 450));
}
