import {expect, test} from "vitest";
import {featuresOf, type Row} from "./testing.ts";

const month = (ago: number, rest: Row = {}): Row => ({
  SK_ID_CURR: 1,
  SK_ID_PREV: 1,
  MONTHS_BALANCE: -ago,
  AMT_BALANCE: 0,
  AMT_CREDIT_LIMIT_ACTUAL: 10_000,
  SK_DPD: 0,
  SK_DPD_DEF: 0,
  ...rest
});
const of = (...rows: Row[]) => featuresOf({credit_card_balance: rows});

test("use is what is owed over the limit, by window, with its change", async () => {
  const row = await of(
    month(1, {AMT_BALANCE: 9_500}),
    month(3, {AMT_BALANCE: 500}),
    month(12, {AMT_BALANCE: 11_000}),
    month(13, {AMT_BALANCE: 2_000}),
    month(25)
  );
  expect(row).toMatchObject({
    card_months: 5,
    card_balance_3m: 5_000,
    card_balance_to_income: Math.fround(0.05),
    card_limit: 10_000,
    card_use: Math.fround(0.46),
    card_use_3m: 0.5,
    card_use_12m: Math.fround(0.7),
    card_use_trend: 0.5,
    card_use_most_12m: Math.fround(1.1),
    card_nearly_full_share_12m: Math.fround(2 / 3),
    card_over_limit_months: 1,
    card_owing_share: Math.fround(0.8)
  });
});

test("a limit of 0 gives no use", async () => {
  const row = await of(month(1, {AMT_CREDIT_LIMIT_ACTUAL: 0, AMT_BALANCE: 100}));
  expect(row).toMatchObject({card_use: null, card_use_3m: null, card_use_most_12m: null});
});

test("drawings are told by their sum, kind and number", async () => {
  const drawn = (ago: number, all: number, cash: number) =>
    month(ago, {
      AMT_DRAWINGS_CURRENT: all,
      AMT_DRAWINGS_ATM_CURRENT: cash,
      CNT_DRAWINGS_CURRENT: 4,
      CNT_DRAWINGS_ATM_CURRENT: ago
    });
  expect(await of(drawn(2, 1_000, 250), drawn(10, 3_000, 750), drawn(20, 5_000, 5_000))).toMatchObject({
    card_drawn_to_income_12m: Math.fround(0.04),
    card_drawn_trend: 1,
    card_cash_share_12m: 0.25,
    card_drawings_12m: 4,
    card_withdrawals_12m: 6,
    card_withdrawals_3m: 2,
    card_drawn_to_income_3m: Math.fround(0.01),
    // 1,000 withdrawn in two months with a limit of 10,000.
    card_withdrawn_to_limit_12m: Math.fround(0.05),
    card_latest_drawn_months: 2
  });
});

test("repayments are compared with the balance and the minimum", async () => {
  const paid = (ago: number, minimum: number, payment: number) =>
    month(ago, {AMT_BALANCE: 4_000, AMT_INST_MIN_REGULARITY: minimum, AMT_PAYMENT_TOTAL_CURRENT: payment});
  expect(await of(paid(1, 500, 499), paid(2, 500, 1_501), paid(3, 0, 0))).toMatchObject({
    card_paid_share_12m: Math.fround(2 / 12),
    card_paid_to_minimum: 2,
    card_below_minimum_share: 0.5,
    card_minimum_to_income: Math.fround(1_000 / 3 / 100_000)
  });
});

test("lateness is told by its months, days and date", async () => {
  const row = await of(month(2), month(5, {SK_DPD: 7}), month(6), month(14, {SK_DPD: 30, SK_DPD_DEF: 5}));
  expect(row).toMatchObject({
    card_late_share: 0.5,
    card_late_12m: 1,
    card_seriously_late_share: 0.25,
    card_worst_days: 30,
    card_worst_serious_days: 5,
    card_latest_late_months: 5
  });
});

test("use, limit and lateness are told over 3, 6 and 24 months", async () => {
  const row = await of(
    month(3, {AMT_BALANCE: 1_000, SK_DPD: 1}),
    month(4, {SK_DPD: 1, AMT_CREDIT_LIMIT_ACTUAL: null, AMT_BALANCE: null}),
    month(6, {AMT_BALANCE: 5_000, SK_DPD: 1}),
    month(7, {AMT_BALANCE: 9_000, SK_DPD: 1}),
    month(24, {AMT_BALANCE: 2_000, AMT_CREDIT_LIMIT_ACTUAL: 5_000, SK_DPD: 1}),
    month(25, {AMT_BALANCE: 10_000, SK_DPD: 1})
  );
  expect(row).toMatchObject({
    card_latest_months: 3,
    card_first_months: 25,
    card_use_6m: Math.fround(6 / 20),
    card_use_24m: Math.fround(17 / 35),
    card_limit_trend: 2,
    card_late_3m: 1,
    card_late_6m: 3,
    card_late_12m: 4,
    card_late_24m: 5,
    card_latest_drawn_months: null
  });
});
