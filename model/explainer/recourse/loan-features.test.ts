import type {DuckDBConnection} from "@duckdb/node-api";
import {beforeAll, expect, test} from "vitest";
import {buildFeatures} from "../../features/build.ts";
import {catalogue} from "../../features/catalogue.ts";
import {fillAtRandom} from "../../features/testing-random.ts";
import {openEmpty, type Row} from "../../features/testing.ts";
import {loanFeatures} from "./loan-features.ts";
import {type Loan, readLoan} from "./loan.ts";

/** Each client's features with the loan asked for, and with another one: both computed by the features' SQL. */
const pairs: {before: Row; after: Row; from: Loan; to: Loan}[] = [];

beforeAll(async () => {
  const connection = await openEmpty();
  await fillAtRandom(connection);
  // Sums in halves, as the tables have them: 32 bits hold them all. A few clients are on the edges.
  await connection.run(`UPDATE application SET
    AMT_CREDIT = CASE WHEN SK_ID_CURR % 50 = 0 THEN 0 ELSE 1000 + round(AMT_CREDIT * 2) / 2 END,
    AMT_ANNUITY = round(AMT_ANNUITY * 2) / 2,
    AMT_GOODS_PRICE = round(AMT_GOODS_PRICE * 2) / 2,
    AMT_INCOME_TOTAL = CASE WHEN SK_ID_CURR % 40 = 0 THEN 0 ELSE round(AMT_INCOME_TOTAL * 2) / 2 END`);
  const before = await featureRows(connection);
  await connection.run(`UPDATE application SET
    AMT_CREDIT = 500 + CAST(hash(SK_ID_CURR, 1) % 90000 AS BIGINT),
    AMT_ANNUITY = CASE WHEN AMT_ANNUITY IS NOT NULL THEN 50 + CAST(hash(SK_ID_CURR, 2) % 90000 AS BIGINT) END,
    AMT_GOODS_PRICE = CASE WHEN AMT_GOODS_PRICE IS NOT NULL THEN 500 + CAST(hash(SK_ID_CURR, 3) % 90000 AS BIGINT) END`);
  const after = await featureRows(connection);
  before.forEach((row, i) => {
    pairs.push({before: row, after: after[i]!, from: loanOf(row), to: loanOf(after[i]!)});
  });
}, 120_000);

async function featureRows(connection: DuckDBConnection): Promise<Row[]> {
  await buildFeatures(connection);
  return (await connection.runAndReadAll("SELECT * FROM features")).getRowObjectsJS() as Row[];
}

function loanOf(row: Row): Loan {
  const numbers = catalogue.filter(({unit}) => unit !== "category").map(({id}) => ({id, categories: null}));
  return readLoan(
    numbers,
    numbers.map(({id}) => row[id] as number | null)
  );
}

const number = (value: unknown): number => (value === null ? NaN : (value as number));

test("every feature that the SQL computes from the loan is known, and no other", () => {
  const moved = catalogue.filter(({id}) => pairs.some(({before, after}) => before[id] !== after[id]));
  expect(moved.map(({id}) => id).sort()).toEqual(loanFeatures.map(({id}) => id).sort());
});

test("features of the application alone are those of the SQL with the other loan, bit for bit", () => {
  const alone = catalogue.filter(({id, source}) => source === "application" && loanFeatures.some((f) => f.id === id));
  expect(alone).toHaveLength(8);
  for (const {id} of alone) {
    const {follow} = loanFeatures.find((feature) => feature.id === id)!;
    let values = 0;
    for (const {before, after, from, to} of pairs) {
      const followed = Math.fround(follow(number(before[id]), from, to));
      // No credit is no loan: nothing is said of what would follow from it.
      if (from.credit > 0) expect([id, followed]).toEqual([id, number(after[id])]);
      values += Number(!Number.isNaN(followed));
    }
    expect(values).toBeGreaterThan(1000);
  }
});

test("features with another table in them are those of the SQL to the last bits of a float", () => {
  const joined = catalogue.filter(({id, source}) => source !== "application" && loanFeatures.some((f) => f.id === id));
  expect(joined).toHaveLength(13);
  for (const {id} of joined) {
    const {follow} = loanFeatures.find((feature) => feature.id === id)!;
    let values = 0;
    let worst = 0;
    for (const {before, after, from, to} of pairs) {
      if (!(from.credit > 0)) continue;
      const [value, expected] = [number(before[id]), number(after[id])];
      // An instalment of 0 takes nothing away to go on from.
      if (value === 0) continue;
      const followed = Math.fround(follow(value, from, to));
      expect([id, Number.isNaN(followed)]).toEqual([id, Number.isNaN(expected)]);
      if (Number.isNaN(expected)) continue;
      // The value before was rounded too: where it is the larger one, so is its rounding.
      worst = Math.max(worst, Math.abs(followed - expected) / Math.max(Math.abs(expected), Math.abs(value)));
      values++;
    }
    expect(values).toBeGreaterThan(100);
    // A float has 24 bits: two roundings.
    expect([id, worst]).toEqual([id, expect.toSatisfy((error: number) => error <= 2 ** -23)]);
  }
});
