import {expect, test} from "vitest";
import {featuresOf, type Row} from "./testing.ts";

/** An instalment of 1,000 that was due some days ago, and paid some days after its date. */
const instalment = (number: number, ago: number, delay: number | null, rest: Row = {}): Row => ({
  SK_ID_CURR: 1,
  SK_ID_PREV: 1,
  NUM_INSTALMENT_VERSION: 1,
  NUM_INSTALMENT_NUMBER: number,
  DAYS_INSTALMENT: -ago,
  DAYS_ENTRY_PAYMENT: delay === null ? null : delay - ago,
  AMT_INSTALMENT: 1_000,
  AMT_PAYMENT: delay === null ? null : 1_000,
  ...rest
});
const of = (...rows: Row[]) => featuresOf({installments_payments: rows});

test("lateness is counted by window, in days and as a trend", async () => {
  const row = await of(
    instalment(1, 800, 40),
    instalment(2, 700, 0),
    instalment(3, 300, 8),
    instalment(4, 200, -10),
    instalment(5, 100, 1)
  );
  expect(row).toMatchObject({
    instalments_due: 5,
    instalments_due_12m: 3,
    instalments_late: 3,
    instalments_late_share: Math.fround(3 / 5),
    instalments_late_6m: 1,
    instalments_late_12m: 2,
    instalments_late_share_12m: Math.fround(2 / 3),
    instalments_late_share_24m: 0.5,
    instalments_late_trend: expect.closeTo(2 / 3 - 1 / 2, 6),
    instalments_late_week_share: Math.fround(2 / 5),
    instalments_late_month: 1,
    instalments_delay_longest: 40,
    instalments_delay_longest_12m: 8,
    instalments_delay_mean: Math.fround(49 / 5),
    instalments_delay_mean_12m: 3,
    instalments_advance_mean: 2,
    instalments_late_3m: 0,
    instalments_delay_trend: 3 - 20,
    // Delays of 40, 0, 8, -10 and 1: a mean of 7.8, a mean square of 353.
    instalments_delay_spread: Math.fround(Math.sqrt(353 - 7.8 ** 2)),
    instalments_early_share: Math.fround(1 / 5),
    instalments_in_parts_share: 0,
    instalments_paid_to_due: 1,
    instalments_paid_to_due_12m: 1,
    instalment_to_paid_largest: 10,
    instalments_latest_months: expect.closeTo(100 / 30.4375, 4),
    instalments_first_years: Math.fround(800 / 365.25),
    instalments_latest_late_months: expect.closeTo(100 / 30.4375, 4)
  });
});

test("an instalment paid in parts is one instalment, paid when its last part was", async () => {
  const row = await of(
    instalment(1, 100, -5, {AMT_PAYMENT: 600}),
    instalment(1, 100, 3, {AMT_PAYMENT: 400}),
    instalment(2, 70, 0, {AMT_PAYMENT: 250})
  );
  expect(row).toMatchObject({
    instalments_due: 2,
    instalments_late: 1,
    instalments_delay_longest: 3,
    instalments_short_share: 0.5,
    instalments_short_share_12m: 0.5,
    instalments_missing_amount: 750,
    instalments_in_parts_share: 0.5,
    instalments_paid_to_due: Math.fround(1_250 / 2_000),
    // 1,250 of an income of 100,000; the instalment asked for is 10,000.
    instalments_paid_to_income_12m: Math.fround(0.0125),
    instalment_to_paid_mean: 10
  });
});

test("an instalment that was never paid is short, not late by a known number of days", async () => {
  const row = await of(instalment(1, 100, null), instalment(2, 50, 0));
  expect(row).toMatchObject({
    instalments_short_share: 0.5,
    instalments_missing_amount: 1_000,
    instalments_late: 0,
    instalments_delay_longest: 0
  });
  expect(await of(instalment(1, 100, null), instalment(2, 50, 8))).toMatchObject({instalments_delay_mean: 8});
  expect(await of(instalment(1, 100, null))).toMatchObject({
    instalments_late: 0,
    instalments_delay_mean: null,
    instalments_advance_mean: null,
    instalments_delay_longest: null
  });
});

test("repayments are compared with those of the year before", async () => {
  const row = await of(instalment(1, 500, 0), instalment(2, 200, 0), instalment(3, 100, 0));
  expect(row.instalments_paid_trend).toBe(2);
});

test("what was paid is compared with what was due, in all and of late", async () => {
  const row = await of(instalment(1, 91, 1), instalment(2, 92, 1), instalment(3, 400, null));
  expect(row).toMatchObject({
    instalments_late_3m: 1,
    instalments_late_6m: 2,
    instalments_paid_to_due: Math.fround(2 / 3),
    instalments_paid_to_due_12m: 1,
    instalments_delay_spread: 0
  });
});

test("the largest instalment is the largest that was paid in full", async () => {
  const row = await of(
    instalment(1, 90, 0, {AMT_INSTALMENT: 2_000, AMT_PAYMENT: 2_000}),
    instalment(2, 60, 0, {AMT_INSTALMENT: 5_000, AMT_PAYMENT: 4_000})
  );
  expect(row).toMatchObject({instalment_to_paid_largest: 5, instalments_short_share: 0.5});
});
