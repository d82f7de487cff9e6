import type {RecourseGrid} from "../../../../../model/contract/recourse.ts";
import {defaultScale, type ModelInput, type ScoringModel} from "../../../../../model/contract/scoring-model.ts";
import {compileEnsemble, evaluateRow} from "../../../../../model/ensemble/evaluate.ts";
import {compileLink} from "../../../../../model/ensemble/scoring.ts";
import {recourseGrid} from "../../../../../model/explainer/recourse/grid.ts";
import {loanFeatures} from "../../../../../model/explainer/recourse/loan-features.ts";
import type {Loan} from "../../../../../model/explainer/recourse/loan.ts";
import {compileExplainer} from "../../../../../model/explainer/tree-shap/tree-shap.ts";
import {train} from "../../../../../model/trainer/train.ts";
import {randomFrom, type Random} from "../../../testing/random.ts";
import type {BookModel} from "../simulation.ts";

/** Invented applicants, and a model that was trained on them. */
export interface Invented {
  opened: BookModel;
  /** What the model reads, in its order. */
  inputs: ModelInput[];
  /** One a client: a float32 a model input. */
  rows: Float32Array[];
}

const creditTypes = ["Cash loans", "Revolving loans"];
const educations = ["Higher education", "Secondary / secondary special", "Lower secondary"];
const described = ["income", "age", "employed_years", "external_score_mean", "earlier_down_payment_mean"];

/** The amounts of the application come first: what is computed from them, and from earlier loans, has the features' own formulas. */
export const inputs: ModelInput[] = [
  ...[...loanFeatures.map(({id}) => id), ...described].map((id) => ({id, categories: null})),
  {id: "credit_type", categories: creditTypes},
  {id: "education", categories: educations}
];
const place = (id: string) => inputs.findIndex((input) => input.id === id);

/**
 * Applicants whose repayment hangs on what they earn, owe and ask for; boosted trees learn it from them. The same seed
 * gives the same.
 */
export async function inventLoans(people: number, seed = 11): Promise<Invented> {
  const random = randomFrom(seed);
  const rows = Array.from({length: people}, () => drawRow(random));
  const columns = inputs.map((_, i) => {
    const column = new Float32Array(new SharedArrayBuffer(4 * people));
    rows.forEach((row, client) => (column[client] = row[i]!));
    return column;
  });
  const labels = rows.map((row) => Number(random.chance(riskOf(row))));
  const parameters = {num_leaves: 7, learning_rate: 0.06, min_child_samples: 30, seed: 3};
  const {ensemble} = await train({rows: people, inputs, columns}, labels, parameters, {rounds: 50, threads: 1});
  const calibration = {method: "platt" as const, slope: 1, intercept: 0};
  const compiled = compileEnsemble(ensemble);
  const link = compileLink({calibration, scale: defaultScale});
  const points = rows.map((row) => link.points(evaluateRow(compiled, row))).sort((a, b) => a - b);
  // A quarter is refused.
  const threshold = Math.round(points[Math.floor(people / 4)]!);
  const model: ScoringModel = {
    version: "5e1f00d2c4a7",
    inputs,
    ensemble,
    calibration,
    scale: defaultScale,
    policy: {costRatio: 10, threshold, reviewFrom: threshold - 6, reviewTo: threshold + 6}
  };
  const grid: RecourseGrid = recourseGrid(inputs, columns);
  return {opened: {model, grid, base: compileExplainer(compiled).bias}, inputs, rows};
}

function drawRow(random: Random): Float32Array {
  const {normal, chance, uniform} = random;
  const row = new Float32Array(inputs.length).fill(NaN);
  const set = (id: string, value: number) => (row[place(id)] = value);
  const income = Math.round(Math.exp(12.1 + 0.4 * normal()) / 100) * 100;
  const revolving = chance(0.08);
  const credit = Math.round(Math.exp(12.9 + 0.5 * normal()) / 50) * 50 + 0.5 * Number(chance(0.3));
  const months = 6 * (2 + Math.floor(uniform() * 8));
  const instalment = revolving ? credit / 20 : Math.round(credit * (1 / months + 0.012 + 0.008 * uniform()));
  const price = Math.round(credit * (chance(0.6) ? 0.8 + 0.2 * uniform() : 1 + 0.25 * uniform()));
  set("credit_amount", credit);
  set("instalment", instalment);
  set("goods_price", price);
  set("income", income);
  set("age", 22 + 45 * uniform());
  if (chance(0.85)) set("employed_years", 25 * uniform() ** 2);
  if (chance(0.9)) set("external_score_mean", 1 / (1 + Math.exp(-0.9 * normal())));
  if (chance(0.7)) set("earlier_down_payment_mean", 0.3 * uniform() ** 2);
  set("credit_type", Number(revolving));
  set("education", Math.floor(uniform() * educations.length));
  // Earlier loans, which the features compare this one with.
  const [earlier, paid, debts] = [
    credit * Math.exp(0.5 * normal()),
    instalment * Math.exp(0.4 * normal()),
    2 * uniform()
  ];
  if (chance(0.8)) {
    for (const id of ["credit_to_earlier_mean", "credit_to_earlier_latest", "credit_to_bureau_latest"]) {
      set(id, (credit / earlier) * Math.exp(0.2 * normal()));
    }
    for (const id of ["instalment_to_paid_mean", "instalment_to_earlier_latest"]) {
      set(id, (instalment / paid) * Math.exp(0.2 * normal()));
    }
  }
  if (chance(0.8)) set("total_debt_to_income", credit / income + debts);
  if (chance(0.8)) set("total_instalments_to_income", instalment / income + debts / 20);
  const amounts = (id: string) => row[place(id)]!;
  const loan: Loan = {
    credit: amounts("credit_amount"),
    instalment: amounts("instalment"),
    price: amounts("goods_price"),
    income: amounts("income"),
    months: NaN,
    revolving
  };
  // What the application alone gives.
  for (const {id, follow} of loanFeatures.slice(0, 8)) set(id, follow(NaN, loan, loan));
  return row;
}

/** The chance of default that the applicants are drawn with. */
function riskOf(row: Float32Array): number {
  const value = (id: string, otherwise: number) => {
    const found = row[place(id)]!;
    return Number.isNaN(found) ? otherwise : found;
  };
  const burden = value("instalment_to_income", 0.1);
  const logit =
    -2.2 +
    5 * (burden - 0.1) +
    2.5 * (value("credit_to_price", 1) - 1) -
    2.5 * (value("external_score_mean", 0.5) - 0.5) +
    0.5 * (value("credit_to_earlier_latest", 1) - 1) -
    0.03 * (value("age", 40) - 40) +
    0.02 * (value("credit_in_instalments", 20) - 20) * (value("education", 1) - 1);
  return 1 / (1 + Math.exp(-logit));
}
