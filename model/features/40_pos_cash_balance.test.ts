import {expect, test} from "vitest";
import {featuresOf, type Row} from "./testing.ts";

const month = (loan: number, ago: number, rest: Row = {}): Row => ({
  SK_ID_CURR: 1,
  SK_ID_PREV: loan,
  MONTHS_BALANCE: -ago,
  NAME_CONTRACT_STATUS: "Active",
  SK_DPD: 0,
  SK_DPD_DEF: 0,
  ...rest
});
const of = (...rows: Row[]) => featuresOf({POS_CASH_balance: rows});

test("late months are counted by window, and serious ones apart", async () => {
  const row = await of(
    month(1, 3, {SK_DPD: 2}),
    month(1, 4),
    month(1, 6, {SK_DPD: 9, SK_DPD_DEF: 9}),
    month(1, 12, {SK_DPD: 1}),
    month(2, 13, {SK_DPD: 40, SK_DPD_DEF: 12}),
    month(3, 14),
    month(3, 15),
    month(3, 16)
  );
  expect(row).toMatchObject({
    loans_followed: 3,
    loans_late: 4,
    loans_late_share: 0.5,
    loans_late_3m: 1,
    loans_late_6m: 2,
    loans_late_12m: 3,
    loans_late_trend: 0.5,
    loans_late_24m: 4,
    // The loan that began last is the first, twelve months ago.
    loans_latest_late_share: 0.75,
    loans_seriously_late_share: 0.25,
    loans_late_loan_share: Math.fround(2 / 3),
    loans_worst_days: 40,
    loans_worst_days_12m: 9,
    loans_worst_serious_days: 12,
    loans_latest_late_months: 3,
    loans_latest_months: 3,
    loans_first_months: 16
  });
});

test("a running loan tells what is left of it; a completed one tells whether it was early", async () => {
  const row = await of(
    month(1, 2, {CNT_INSTALMENT: 12, CNT_INSTALMENT_FUTURE: 9}),
    month(1, 1, {CNT_INSTALMENT: 12, CNT_INSTALMENT_FUTURE: 8}),
    month(2, 30, {CNT_INSTALMENT: 10, CNT_INSTALMENT_FUTURE: 10}),
    month(2, 26, {CNT_INSTALMENT: 5, CNT_INSTALMENT_FUTURE: 0, NAME_CONTRACT_STATUS: "Completed"}),
    month(3, 20, {CNT_INSTALMENT: 24, CNT_INSTALMENT_FUTURE: 20, NAME_CONTRACT_STATUS: "Demand"})
  );
  expect(row).toMatchObject({
    loans_running: 1,
    loans_remaining_instalments: 8,
    loans_remaining_share: Math.fround(8 / 12),
    loans_completed_share: Math.fround(1 / 3),
    loans_completed_early_share: 1,
    loans_rescheduled_share: Math.fround(1 / 3),
    loans_demanded: 1,
    loans_term_mean: Math.fround((12 + 5 + 24) / 3)
  });
});

test("a month that is there twice gives the same features in either order", async () => {
  const twice = [8, 9].map((left) => month(1, 1, {CNT_INSTALMENT: left + 4, CNT_INSTALMENT_FUTURE: left}));
  const [forward, backward] = [await of(...twice), await of(...twice.reverse())];
  expect(forward).toMatchObject({loans_remaining_instalments: 8, loans_term_mean: 12});
  expect(backward).toEqual(forward);
});

test("a month is of a window up to its end", async () => {
  const late = [7, 24, 25].map((ago) => month(1, ago, {SK_DPD: ago}));
  expect(await of(...late)).toMatchObject({loans_late_24m: 2, loans_late_12m: 1, loans_late_6m: 0});
});

test("the running loan with most left is told", async () => {
  const completed = {NAME_CONTRACT_STATUS: "Completed"};
  const row = await of(
    month(1, 12, completed),
    month(2, 13, completed),
    month(3, 1, {CNT_INSTALMENT: 12, CNT_INSTALMENT_FUTURE: 8}),
    month(4, 1, {CNT_INSTALMENT: 24, CNT_INSTALMENT_FUTURE: 20})
  );
  expect(row).toMatchObject({loans_completed_share: 0.5, loans_remaining_longest: 20, loans_remaining_instalments: 28});
});

test("of loans that began in one month, the latest is that of the greater identifier", async () => {
  const [first, second] = [month(1, 5, {SK_DPD: 1}), month(2, 5)];
  expect(await of(first, second)).toMatchObject({loans_latest_late_share: 0});
  expect(await of(second, first)).toMatchObject({loans_latest_late_share: 0});
});
