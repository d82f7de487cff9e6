import {expect, test} from "vitest";
import {downPaymentOf, readLoan} from "./loan.ts";

const features = ["income", "credit_amount", "goods_price", "instalment"].map((id) => ({id, categories: null}));
const type = {id: "credit_type", categories: ["Cash loans", "Revolving loans"]};

test("a loan is read by the names of its features, whatever their order", () => {
  expect(readLoan([type, ...features], [0, 90_000, 225_000, 200_000, 16_000])).toEqual({
    credit: 225_000,
    instalment: 16_000,
    price: 200_000,
    income: 90_000,
    months: NaN,
    revolving: false
  });
  expect(readLoan([...features, type], [1, 2, 3, 4, 1]).revolving).toBe(true);
});

test("what is missing, or isn't among the features, isn't known", () => {
  const loan = readLoan([type, ...features.slice(0, 2)], [null, NaN, 100]);
  expect(loan).toEqual({credit: 100, instalment: NaN, price: NaN, income: NaN, months: NaN, revolving: false});
});

test("the down payment is what the credit leaves of the price", () => {
  expect(downPaymentOf({credit: 80, price: 100})).toBe(20);
  expect(downPaymentOf({credit: 110, price: 100})).toBe(0);
  expect(downPaymentOf({credit: 110, price: NaN})).toBe(0);
});
