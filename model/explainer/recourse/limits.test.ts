import fc from "fast-check";
import {expect, test} from "vitest";
import {otherLoans, paths} from "./candidates.ts";
import {compileRecourse, loanAskedFor} from "./engine.ts";
import {brokenLimit, leverRanges, moveLever, valueOf} from "./limits.ts";
import {downPaymentOf, type Loan} from "./loan.ts";
import {randomCase, testGrid as grid} from "./recourse-arbitrary.ts";
import {onTerms, type Terms, termsAsked, withCredit, withDownPayment, withMonths} from "./terms.ts";

const seeds = fc.integer({min: 1, max: 2 ** 31 - 1});
function loanOf(seed: number): Loan {
  const {model, row} = randomCase(seed);
  return loanAskedFor(compileRecourse(model, grid), row).loan;
}

const loan: Loan = {
  credit: 300_000,
  instalment: 15_000,
  price: 300_000,
  income: 100_000,
  months: 24,
  revolving: false
};

test("every loan that recourse and margins try is on terms that a person can set, to the last bit", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const loan = loanOf(seed);
      const ranges = leverRanges(loan, grid);
      const stopsOf = (lever: string) => ranges.find((range) => range.lever === lever)?.stops ?? [];
      for (const candidate of [...otherLoans(loan, grid), ...paths(loan, grid).flatMap(({candidates}) => candidates)]) {
        let terms = termsAsked(loan);
        for (const lever of candidate.levers) {
          const value = lever === "downPayment" ? candidate.downPayment : candidate.loan[lever];
          expect(stopsOf(lever)).toContain(value);
          if (lever === "credit") terms = withCredit(terms, value);
          else if (lever === "downPayment") terms = withDownPayment(loan, terms, value);
          else terms = withMonths(terms, value);
        }
        expect(onTerms(loan, terms)).toEqual({loan: candidate.loan, downPayment: candidate.downPayment});
        expect(brokenLimit(loan, grid, terms)).toBeNull();
      }
    }),
    {numRuns: 100}
  );
});

test("a lever's stops are the loans that are tried with it alone, the one asked for, and what the income can't bear", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const loan = loanOf(seed);
      const alone = [...otherLoans(loan, grid), ...paths(loan, grid).flatMap(({candidates}) => candidates)].filter(
        ({levers}) => levers.length === 1
      );
      for (const {lever, stops, asked} of leverRanges(loan, grid)) {
        expect(stops).toEqual([...stops].sort((a, b) => a - b));
        const borne = stops.filter(
          (stop) => stop !== asked && moveLever(loan, grid, termsAsked(loan), lever, stop).limit !== "instalment"
        );
        const tried = alone
          .filter(({levers}) => levers[0] === lever)
          .map(({loan, downPayment}) => (lever === "downPayment" ? downPayment : loan[lever]));
        expect(borne).toEqual([...new Set(tried)].sort((a, b) => a - b));
      }
    }),
    {numRuns: 300}
  );
});

test("however levers are moved, the loan stays within its limits, and back at what is asked for it is that loan", () => {
  const moves = fc.array(
    fc.tuple(fc.constantFrom("credit", "downPayment", "months"), fc.double({min: 0, max: 1, noNaN: true})),
    {minLength: 1, maxLength: 12}
  );
  fc.assert(
    fc.property(seeds, moves, (seed, steps) => {
      const loan = loanOf(seed);
      const ranges = leverRanges(loan, grid);
      let terms = termsAsked(loan);
      for (const [lever, share] of steps) {
        const range = ranges.find((each) => each.lever === lever);
        if (!range) continue;
        const [low, high] = [range.stops[0]!, range.stops.at(-1)!];
        const value = Math.round(low + share * (high - low));
        const before = terms;
        const found = moveLever(loan, grid, terms, range.lever, value);
        ({terms} = found);
        expect(brokenLimit(loan, grid, terms)).toBeNull();
        const at = valueOf(loan, terms, range.lever);
        if (found.limit === null) expect(Math.abs(at - value)).toBeLessThan(1);
        // Stopped on the way: not farther from the value than it was, and never beyond it.
        else expect(Math.abs(at - value)).toBeLessThanOrEqual(Math.abs(valueOf(loan, before, range.lever) - value));
      }
      if (terms.cashShare === null) {
        for (const {lever, asked} of ranges.filter(({lever}) => lever !== "downPayment")) {
          const {terms: back, limit} = moveLever(loan, grid, terms, lever, asked);
          if (limit === null) terms = back;
        }
        if (terms.credit === loan.credit && Object.is(terms.months, loan.months)) {
          expect(onTerms(loan, terms).loan).toBe(loan);
        }
      }
    }),
    {numRuns: 300}
  );
});

test("a down payment is kept in proportion while the credit is moved there and back", () => {
  const paid = withDownPayment(loan, termsAsked(loan), 60_000);
  expect(onTerms(loan, paid)).toMatchObject({loan: {credit: 240_000, price: 300_000}, downPayment: 60_000});
  const half = withCredit(paid, 120_000);
  expect(onTerms(loan, half)).toMatchObject({loan: {credit: 120_000, price: 150_000}, downPayment: 30_000});
  expect(onTerms(loan, withCredit(half, 240_000))).toEqual(onTerms(loan, paid));
});

test("back at the down payment asked for, sums that aren't whole are what they were", () => {
  const odd: Loan = {...loan, credit: 240_000.5, price: 300_000.25};
  const moved = withDownPayment(odd, termsAsked(odd), 75_000);
  expect(onTerms(odd, moved).loan.price).toBe(odd.price);
  expect(onTerms(odd, withDownPayment(odd, moved, downPaymentOf(odd))).loan).toBe(odd);
});

test("a lever stops where the instalment takes too large a share of the income, and says so", () => {
  const terms: Terms = termsAsked(loan);
  const {terms: stopped, limit} = moveLever(loan, grid, terms, "months", 6);
  expect(limit).toBe("instalment");
  // 35 % of 100 000 a month: 300 000 in 12 instalments is more than that already.
  expect(onTerms(loan, stopped).loan.instalment).toBeLessThanOrEqual(35_000);
  expect(moveLever(loan, grid, stopped, "months", stopped.months - 6).limit).toBe("instalment");
});

test("each limit is told by its name", () => {
  const asked = termsAsked(loan);
  const limitOf = (terms: Terms, of = loan) => brokenLimit(of, grid, terms);
  expect(limitOf(withCredit(asked, 149_999))).toBe("change");
  expect(limitOf(withCredit(asked, 450_001))).toBe("change");
  expect(limitOf(withDownPayment(loan, asked, 75_001))).toBe("cash");
  expect(limitOf(withDownPayment(loan, asked, 75_000))).toBeNull();
  expect(limitOf(withMonths(asked, 66))).toBe("usualMonths");
  const small = {...loan, credit: 24_000, price: 24_000, instalment: 1200};
  expect(limitOf(withCredit(termsAsked(small), 19_000), small)).toBe("usualCredit");
});

test("a line of credit has its amount alone, and a loan without a known credit no lever at all", () => {
  const line: Loan = {...loan, months: NaN, revolving: true};
  expect(leverRanges(line, grid).map(({lever}) => lever)).toEqual(["credit"]);
  expect(leverRanges({...loan, credit: NaN}, grid)).toEqual([]);
  expect(leverRanges({...loan, price: NaN}, grid).map(({lever}) => lever)).toEqual(["credit", "months"]);
});
