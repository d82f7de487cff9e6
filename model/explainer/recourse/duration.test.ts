import fc from "fast-check";
import {expect, test} from "vitest";
import {chargeOf, durations, estimateMonths, instalmentFor} from "./duration.ts";
import {defaultGrid} from "./grid.ts";
import type {Loan} from "./loan.ts";

const loan: Loan = {credit: 240_000, instalment: 13_840, price: 240_000, income: 90_000, months: 24, revolving: false};

test("durations are the multiples of the step between the usual ones, both ends included", () => {
  expect(durations({monthStep: 6, months: [12, 30]})).toEqual([12, 18, 24, 30]);
  expect(durations({monthStep: 12, months: [5, 30]})).toEqual([12, 24]);
  expect(durations({monthStep: 6, months: [0, 6]})).toEqual([6]);
  expect(durations({monthStep: 6, months: [31, 35]})).toEqual([]);
});

test("a loan that has the grid's charge is found to have its duration", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...durations(defaultGrid)),
      fc.integer({min: 1000, max: 4_000_000}),
      fc.double({min: 0.001, max: 0.05, noNaN: true}),
      (months, credit, monthlyCharge) => {
        const instalment = credit * (1 / months + monthlyCharge);
        expect(estimateMonths({credit, instalment, revolving: false}, {...defaultGrid, monthlyCharge})).toBe(months);
      }
    )
  );
});

test("a duration is never estimated so short that the loan costs less than nothing", () => {
  const without = {...defaultGrid, monthlyCharge: 0};
  expect(estimateMonths({credit: 1000, instalment: 40, revolving: false}, without)).toBe(30);
  expect(estimateMonths({credit: 1000, instalment: 1000 / 59, revolving: false}, defaultGrid)).toBe(60);
  expect(estimateMonths({credit: 1000, instalment: 1000 / 61, revolving: false}, defaultGrid)).toBeNaN();
});

test("lines of credit and loans that aren't known have no duration", () => {
  expect(estimateMonths({...loan, revolving: true}, defaultGrid)).toBeNaN();
  expect(estimateMonths({...loan, instalment: NaN}, defaultGrid)).toBeNaN();
  expect(estimateMonths({...loan, credit: 0}, defaultGrid)).toBeNaN();
});

test("with an unchanged duration the instalment moves as the credit does", () => {
  expect(instalmentFor(loan, 240_000, 24)).toBe(13_840);
  expect(instalmentFor(loan, 120_000, 24)).toBe(6920);
  expect(instalmentFor({...loan, months: NaN}, 120_000, NaN)).toBe(6920);
});

test("a loan's own charge is held while its duration changes", () => {
  // 13,840 / 240,000 − 1/24 = 0.016: over 48 months, 240,000 × (1/48 + 0.016) = 8,840.
  expect(chargeOf(loan)).toBeCloseTo(0.016, 12);
  expect(instalmentFor(loan, 240_000, 48)).toBe(8840);
  expect(instalmentFor(loan, 120_000, 12)).toBe(11_920);
});
