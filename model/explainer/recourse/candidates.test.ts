import fc from "fast-check";
import {expect, test} from "vitest";
import type {RecourseGrid} from "../../contract/recourse.ts";
import {otherLoans, paths, roundStep} from "./candidates.ts";
import {estimateMonths} from "./duration.ts";
import {defaultGrid} from "./grid.ts";
import {downPaymentOf, type Loan} from "./loan.ts";

const loan: Loan = {
  credit: 225_000,
  instalment: 16_000,
  price: 200_000,
  income: 90_000,
  months: 18,
  revolving: false
};
const grid: RecourseGrid = {...defaultGrid, credit: [50_000, 400_000], months: [12, 36]};

const arbitraryLoan: fc.Arbitrary<Loan> = fc
  .record({
    credit: fc.integer({min: 100, max: 8_000_000}).map((halves) => halves / 2),
    inInstalments: fc.double({min: 2, max: 58, noNaN: true}),
    toPrice: fc.option(fc.double({min: 0.5, max: 1.6, noNaN: true}), {nil: NaN}),
    toIncome: fc.option(fc.double({min: 0.02, max: 1.5, noNaN: true}), {nil: NaN}),
    revolving: fc.boolean()
  })
  .map(({credit, inInstalments, toPrice, toIncome, revolving}) => {
    const instalment = credit / inInstalments;
    const months = estimateMonths({credit, instalment, revolving}, grid);
    return {credit, instalment, price: credit / toPrice, income: instalment / toIncome, months, revolving};
  });

test("sums are tried in steps of about a twentieth, made round", () => {
  expect([11_250, 27_000, 41_000, 540, 99_000, 3.4, 0.2].map(roundStep)).toEqual([
    10_000, 25_000, 50_000, 500, 100_000, 3, 1
  ]);
  const alone = otherLoans(loan, grid).filter(({levers}) => levers.join() === "credit");
  expect(alone.map(({loan: {credit}}) => credit)).toEqual([
    220_000, 210_000, 200_000, 190_000, 180_000, 170_000, 160_000, 150_000, 140_000, 130_000, 120_000
  ]);
});

test("with less credit the price follows, with more cash it stays, and the instalment follows either", () => {
  const of = (levers: string) => otherLoans(loan, grid).filter((each) => each.levers.join() === levers);
  expect(of("credit")[4]).toEqual({
    levers: ["credit"],
    loan: {...loan, credit: 180_000, price: 160_000, instalment: 12_800},
    downPayment: 0,
    cost: 0.25
  });
  expect(of("downPayment").map(({downPayment}) => downPayment)).toEqual([10_000, 20_000, 30_000, 40_000, 50_000]);
  expect(of("downPayment")[1]).toEqual({
    levers: ["downPayment"],
    loan: {...loan, credit: 205_000, instalment: Math.round((16_000 * 205) / 225)},
    downPayment: 20_000,
    cost: 225 / 205 - 1
  });
  expect(of("months").map(({loan: {months}}) => months)).toEqual([12, 24, 30, 36]);
  expect(of("downPayment,months")).toHaveLength(20);
  expect(of("credit,months").length + of("credit").length).toBe(55);
});

test("a down payment that is there already grows, and the credit shrinks by what is added", () => {
  const paid = {...loan, price: 250_000};
  const [first] = otherLoans(paid, grid).filter(({levers}) => levers.join() === "downPayment");
  expect(first).toMatchObject({downPayment: 30_000, loan: {credit: 220_000, price: 250_000}});
  const down = paths(paid, grid).find(({lever}) => lever === "downPayment")!;
  expect(down.candidates.map(({downPayment, loan: {credit}}) => [downPayment, credit])).toEqual([
    [20_000, 230_000],
    [10_000, 240_000],
    [0, 250_000]
  ]);
});

test("an instalment rises no higher than the income bears, unless it stood there already", () => {
  const shortest = (income: number) =>
    Math.min(
      ...otherLoans({...loan, income}, grid)
        .filter(({levers}) => levers.join() === "months")
        .map(({loan: {months}}) => months)
    );
  // Over 12 months, 225,000 × (1/12 + 16,000/225,000 − 1/18) = 22,250.
  expect(shortest(22_250 / grid.largestInstalmentShare + 1)).toBe(12);
  expect(shortest(22_250 / grid.largestInstalmentShare - 1)).toBe(24);
  expect(shortest(NaN)).toBe(24);
});

test("what is usual and what is bearable are within the grid themselves", () => {
  const edges: RecourseGrid = {...grid, credit: [150_000, 300_000], largestInstalmentShare: 0.5};
  // Half of 44,500 is the instalment over 12 months.
  const all = otherLoans({...loan, income: 44_500}, edges);
  expect(Math.min(...all.filter(({levers}) => levers.length === 1).map(({loan: {credit}}) => credit))).toBe(150_000);
  expect(all.map(({loan: {instalment}}) => instalment)).toContain(22_250);
  const up = paths(loan, edges).find(({lever, direction}) => lever === "credit" && direction === "up")!;
  expect(up.candidates.map(({loan: {credit}}) => credit).slice(-2)).toEqual([290_000, 300_000]);
});

test("each lever's values come nearest first, whatever the direction", () => {
  const all = paths({...loan, months: 24, income: 1_000_000}, grid);
  expect(
    all.map(({lever, direction, candidates}) => [
      lever,
      direction,
      ...candidates.slice(0, 2).map(({loan: other}) => (lever === "months" ? other.months : other.credit))
    ])
  ).toEqual([
    ["credit", "up", 230_000, 240_000],
    ["credit", "down", 220_000, 210_000],
    ["months", "up", 30, 36],
    ["months", "down", 18, 12]
  ]);
});

test("lines of credit move by their amount alone", () => {
  const all = otherLoans({...loan, revolving: true, months: NaN, price: 225_000}, grid);
  expect(new Set(all.map(({levers}) => levers.join()))).toEqual(new Set(["credit"]));
  expect(all[0]!.loan).toMatchObject({credit: 220_000, price: 220_000, instalment: Math.round((16_000 * 220) / 225)});
});

test("a loan whose credit isn't known has no other", () => {
  expect(otherLoans({...loan, credit: NaN}, grid)).toEqual([]);
  expect(paths({...loan, credit: 0}, grid)).toEqual([]);
});

test("what isn't known stays unknown, and the other levers still move", () => {
  const all = otherLoans({...loan, instalment: NaN, price: NaN, months: NaN}, grid);
  expect(new Set(all.map(({levers}) => levers.join()))).toEqual(new Set(["credit"]));
  expect(all[0]!.loan.instalment).toBeNaN();
  expect(all[0]!.loan.price).toBeNaN();
});

test("no rule of the grid is broken by any loan of it", () => {
  fc.assert(
    fc.property(arbitraryLoan, (asked) => {
      const seen = new Set<string>();
      for (const {levers, loan: other, downPayment, cost} of otherLoans(asked, grid)) {
        const key = `${levers.join()} ${other.credit} ${other.price} ${other.months}`;
        expect(seen).not.toContain(key);
        seen.add(key);
        expect(levers.length).toBeGreaterThan(0);
        expect(cost).toBeGreaterThan(0);
        expect([other.income, other.revolving]).toEqual([asked.income, asked.revolving]);
        for (const sum of [other.instalment, ...(levers[0] === "months" ? [] : [other.credit])]) {
          expect(Number.isInteger(sum)).toBe(true);
        }
        // One way: less credit or more cash, within the usual range and the share that may be given up.
        if (levers[0] === "months") expect([other.credit, other.price]).toEqual([asked.credit, asked.price]);
        else {
          expect(other.credit).toBeLessThan(asked.credit);
          expect(other.credit).toBeGreaterThanOrEqual(Math.max(grid.credit[0], asked.credit / 2) - 0.5);
        }
        if (levers.includes("credit")) expect(levers).not.toContain("downPayment");
        if (levers.includes("downPayment")) {
          expect(other.price).toBe(asked.price);
          expect(downPayment).toBeGreaterThan(downPaymentOf(asked));
          expect(downPayment).toBeLessThanOrEqual(asked.price * grid.largestDownPayment);
          expect(Math.abs(asked.credit - other.credit - (downPayment - downPaymentOf(asked)))).toBeLessThanOrEqual(0.5);
        }
        if (levers.includes("months")) {
          expect(other.months % grid.monthStep).toBe(0);
          expect(other.months).not.toBe(asked.months);
          expect(other.months >= grid.months[0] && other.months <= grid.months[1]).toBe(true);
        } else expect(other.months).toBe(asked.months);
        const bearable = Math.max(asked.instalment, (asked.income || 0) * grid.largestInstalmentShare);
        expect(other.instalment).toBeLessThanOrEqual(bearable);
      }
    })
  );
});
