import fc from "fast-check";
import type {ScoringModel} from "../../contract/scoring-model.ts";
import {generator, randomEnsemble} from "../../ensemble/ensemble-arbitrary.ts";
import {compileEnsemble, evaluateRow} from "../../ensemble/evaluate.ts";
import {compileLink, wholePoints} from "../../ensemble/scoring.ts";
import {otherLoans} from "./candidates.ts";
import {compileRecourse, loanAskedFor, rowWithLoan} from "./engine.ts";
import {defaultGrid} from "./grid.ts";
import {loanFeatures} from "./loan-features.ts";
import type {Loan} from "./loan.ts";

/** A random model of the loan's features and a few others, and a client on whom its trees part, for property tests. */
export interface RandomCase {
  model: ScoringModel;
  row: Float64Array;
}

const others = ["income", "age", "external_score_mean", "credit_type"];
export const testGrid = {...defaultGrid, credit: [20_000, 900_000] as [number, number]};

export const arbitraryCase: fc.Arbitrary<RandomCase> = fc.integer({min: 1, max: 2 ** 31 - 1}).map(randomCase);

/** The case that a seed stands for. */
export function randomCase(seed: number): RandomCase {
  const random = generator(seed);
  const among = (from: number, to: number): number => from + random() * (to - from);
  const halves = (value: number): number => Math.round(value * 2) / 2;
  const ids = [...loanFeatures.map(({id}) => id), ...others];
  const income = random() < 0.1 ? NaN : halves(among(20_000, 400_000));
  const credit = halves(among(30_000, 800_000));
  const loan: Loan = {
    credit,
    instalment: random() < 0.05 ? NaN : halves(credit / among(5, 45)),
    price: random() < 0.1 ? NaN : halves(credit / among(0.7, 1.4)),
    income,
    months: NaN,
    revolving: random() < 0.1
  };
  const inputs = ids.map((id) => ({
    id,
    categories: id === "credit_type" ? ["Cash loans", "Revolving loans", "Others"] : null
  }));
  // Of the features that follow from elsewhere, a value each, or none.
  const row = Float64Array.from(ids, () => (random() < 0.2 ? NaN : Math.fround(among(0, 3))));
  row[ids.indexOf("income")] = income;
  row[ids.indexOf("credit_type")] = Number(loan.revolving);
  // Where the income isn't known, nothing that is divided by it is.
  if (Number.isNaN(income)) for (const [i, id] of ids.entries()) if (id.endsWith("_income")) row[i] = NaN;
  if (Number.isNaN(loan.instalment))
    for (const [i, id] of ids.entries()) if (/^(total_)?instalment/.test(id)) row[i] = NaN;
  for (const {id, follow} of loanFeatures.slice(0, 8)) row[ids.indexOf(id)] = Math.fround(follow(NaN, loan, loan));

  const size = {features: ids.length, categorical: 1, trees: 12, splits: 9, codes: 3};
  const {ensemble} = randomEnsemble(seed, size, 1);
  const calibration = {method: "platt" as const, slope: 1, intercept: 0};
  const scale = {anchorPoints: 600, anchorOdds: 20, pointsToDouble: 50};
  const before = wholePoints(compileLink({calibration, scale}).points(evaluateRow(compileEnsemble(ensemble), row)));
  const threshold = before + Math.round(among(-60, 60));
  const [below, above] = [Math.floor(among(0, 20)), Math.floor(among(0, 20))];
  const policy = {costRatio: 10, threshold, reviewFrom: threshold - below, reviewTo: threshold + above};
  const model: ScoringModel = {version: "0", inputs, ensemble, calibration, scale, policy};

  // Thresholds are values that the client's rows have with other loans, or are near them.
  const engine = compileRecourse(model, testGrid);
  const asked = loanAskedFor(engine, row).loan;
  const rows = [row, ...otherLoans(asked, testGrid).map((other) => rowWithLoan(engine, row, asked, other.loan))];
  for (const tree of ensemble.trees) {
    tree.splitFeature.forEach((feature, i) => {
      const value = rows[Math.floor(random() * rows.length)]![feature]!;
      if (!tree.categories[i]) tree.threshold[i] = Number.isNaN(value) ? 0 : random() < 0.5 ? value : value * 1.001;
    });
  }
  return {model, row};
}
