import {expect, test} from "vitest";
import {featuresOf, type Row} from "./testing.ts";

const bureau = [1, 2].map((id) => ({SK_ID_CURR: 1, SK_ID_BUREAU: id, CREDIT_ACTIVE: "Active", DAYS_CREDIT: -900}));
/** The months of a credit, from the latest, a letter each. */
const months = (credit: number, statuses: string): Row[] =>
  [...statuses].map((STATUS, ago) => ({SK_ID_BUREAU: credit, MONTHS_BALANCE: -ago, STATUS}));
const of = (...rows: Row[]) => featuresOf({bureau, bureau_balance: rows});

test("late months are counted by window, month 0 being the latest", async () => {
  // Late 2, 3, 11, 12 and 24 months ago; closed and unknown months are neither late nor on time.
  const row = await of(...months(1, "CX11000000015" + "00000000000" + "1"));
  expect(row).toMatchObject({
    monthly_credits: 1,
    monthly_known: 23,
    monthly_unknown_share: Math.fround(1 / 25),
    monthly_late: 5,
    monthly_late_share: Math.fround(5 / 23),
    monthly_late_3m: 1,
    monthly_late_6m: 2,
    monthly_late_12m: 3,
    monthly_late_24m: 4,
    monthly_late_share_12m: Math.fround(3 / 10),
    monthly_late_trend: expect.closeTo(3 / 10 - 2 / 13, 6),
    monthly_late_share_24m: Math.fround(4 / 22),
    monthly_late_month: 1,
    monthly_closed_share: Math.fround(1 / 25),
    monthly_latest_late_months: 2,
    monthly_oldest_months: 24
  });
});

test("the worst status is told in days, and credits are told apart", async () => {
  const row = await of(...months(1, "002000000000004"), ...months(2, "0C0"));
  expect(row).toMatchObject({
    monthly_credits: 2,
    monthly_late_credits: 1,
    monthly_late_credit_share: 0.5,
    monthly_worst_days: 91,
    monthly_worst_days_12m: 31,
    monthly_worst_days_24m: 91,
    monthly_late_month: 2,
    monthly_late_credits_12m: 1
  });
});

test("a record that was never late has a worst delay of 0 and no latest one", async () => {
  const row = await of(...months(1, "00"));
  expect(row).toMatchObject({monthly_late: 0, monthly_worst_days: 0, monthly_latest_late_months: null});
});

test("without the table of credits, months belong to no one", async () => {
  const row = await featuresOf({bureau_balance: months(1, "11")});
  expect(row).toMatchObject({monthly_credits: null, monthly_late: null});
});

test("what is 24 months old is no longer of the last 24 months", async () => {
  const row = await of(...months(1, `${"0".repeat(24)}3`), ...months(2, `${"0".repeat(12)}1`));
  expect(row).toMatchObject({
    monthly_worst_days: 61,
    monthly_worst_days_24m: 1,
    monthly_worst_days_12m: 0,
    monthly_late_credits: 2,
    monthly_late_credits_12m: 0,
    monthly_late_share_24m: Math.fround(1 / 37),
    monthly_closed_share: 0
  });
});
