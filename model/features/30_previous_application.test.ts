import {expect, test} from "vitest";
import {featuresOf, type Row} from "./testing.ts";

let next = 1;
const earlier = (rest: Row): Row => ({
  SK_ID_CURR: 1,
  SK_ID_PREV: next++,
  NAME_CONTRACT_TYPE: "Cash loans",
  NAME_CONTRACT_STATUS: "Approved",
  CODE_REJECT_REASON: "XAP",
  DAYS_DECISION: -100,
  ...rest
});
const of = (...rows: Row[]) => featuresOf({previous_application: rows.map(earlier)});
const refused = {NAME_CONTRACT_STATUS: "Refused"};

test("applications are counted by outcome, reason and time", async () => {
  const row = await of(
    {DAYS_DECISION: -800},
    {...refused, DAYS_DECISION: -700, CODE_REJECT_REASON: "HC"},
    {...refused, DAYS_DECISION: -365, CODE_REJECT_REASON: "SCOFR"},
    {NAME_CONTRACT_STATUS: "Canceled", DAYS_DECISION: -183, NAME_CONTRACT_TYPE: "Revolving loans"}
  );
  expect(row).toMatchObject({
    earlier_applications: 4,
    earlier_approved: 1,
    earlier_refused: 2,
    earlier_approved_share: 0.25,
    earlier_refused_share: 0.5,
    earlier_cancelled_share: 0.25,
    earlier_applications_6m: 1,
    earlier_applications_12m: 2,
    earlier_applications_24m: 3,
    earlier_refused_6m: 0,
    earlier_refused_12m: 1,
    earlier_refused_24m: 2,
    earlier_refused_share_24m: Math.fround(2 / 3),
    earlier_refused_rules: 1,
    earlier_refused_score: 1,
    earlier_refused_limit: 0,
    earlier_revolving_share: 0.25,
    earlier_latest_months: expect.closeTo(183 / 30.4375, 4),
    earlier_latest_refused_months: expect.closeTo(365 / 30.4375, 4),
    earlier_latest_status: "Canceled"
  });
});

test("the latest of one day is that of the greater identifier", async () => {
  const same = {DAYS_DECISION: -5};
  const first = {...same, SK_ID_PREV: 7_000_001, PRODUCT_COMBINATION: "Cash"};
  const second = {...same, SK_ID_PREV: 7_000_002, PRODUCT_COMBINATION: "Card Street"};
  for (const rows of [
    [first, second],
    [second, first]
  ]) {
    expect(await of(...rows)).toMatchObject({earlier_latest_product: "Card Street"});
  }
});

test("the credit asked for is compared with those granted, and with those refused", async () => {
  const row = await of(
    {AMT_CREDIT: 50_000, AMT_ANNUITY: 5_000, DAYS_DECISION: -500},
    {AMT_CREDIT: 100_000, AMT_ANNUITY: 4_000, DAYS_DECISION: -50},
    {...refused, AMT_CREDIT: 900_000, AMT_APPLICATION: 400_000}
  );
  // 200,000 is asked for, in instalments of 10,000.
  expect(row).toMatchObject({
    earlier_amount_largest: 100_000,
    credit_to_earlier_mean: Math.fround(200 / 75),
    credit_to_earlier_largest: 2,
    credit_to_earlier_latest: 2,
    instalment_to_earlier_largest: 2,
    instalment_to_earlier_latest: 2.5,
    earlier_refused_to_credit: 2
  });
});

test("the yearly cost is the interest of the whole term over the years and the amount", async () => {
  // 24 × 5,000 = 120,000 for 100,000 lent: 20 % in two years.
  const row = await of({AMT_CREDIT: 100_000, AMT_ANNUITY: 5_000, CNT_PAYMENT: 24});
  expect(row.earlier_cost_latest).toBe(Math.fround(0.1));
  expect(row).toMatchObject({earlier_term_mean: 24, earlier_latest_term: 24});
});

test("running credits are those granted without a known last due date", async () => {
  const row = await of(
    {AMT_ANNUITY: 5_000, DAYS_LAST_DUE: 365_243, DAYS_LAST_DUE_1ST_VERSION: 60.875},
    {AMT_ANNUITY: 7_000, DAYS_LAST_DUE: 365_243, NAME_CONTRACT_TYPE: "Revolving loans"},
    {AMT_ANNUITY: 9_000, DAYS_LAST_DUE: -100, DAYS_LAST_DUE_1ST_VERSION: -40, DAYS_TERMINATION: -90},
    {...refused, AMT_ANNUITY: 9_000, DAYS_LAST_DUE: 365_243}
  );
  expect(row).toMatchObject({
    earlier_running: 2,
    earlier_running_instalments_to_income: Math.fround(0.05),
    total_instalments_to_income: Math.fround(0.15),
    earlier_remaining_months: expect.closeTo(2, 1),
    earlier_end_shift_months: expect.closeTo(-60 / 30.4375, 4),
    earlier_ended_early_share: 1,
    earlier_latest_end_months: expect.closeTo(90 / 30.4375, 4)
  });
});

test("amounts of 0 are unknown amounts", async () => {
  const row = await of({AMT_CREDIT: 0, AMT_ANNUITY: 0, AMT_APPLICATION: 0, CNT_PAYMENT: 0});
  expect(row).toMatchObject({earlier_amount_largest: null, credit_to_earlier_mean: null, earlier_cost_latest: null});
});

test("what is recent, and how refusals change", async () => {
  const row = await of(
    {DAYS_DECISION: -91},
    {...refused, DAYS_DECISION: -91},
    {...refused, DAYS_DECISION: -92},
    {NAME_CONTRACT_STATUS: "Canceled", DAYS_DECISION: -365},
    {DAYS_DECISION: -730},
    {...refused, DAYS_DECISION: -731},
    {NAME_CONTRACT_STATUS: "Canceled", DAYS_DECISION: -800}
  );
  expect(row).toMatchObject({
    earlier_applications_3m: 2,
    earlier_refused_3m: 1,
    earlier_approved_12m: 1,
    earlier_approved_24m: 2,
    earlier_cancelled_12m: 1,
    // Two of four in the last twelve months, one of three before.
    earlier_refused_trend: Math.fround(1 / 2 - 1 / 3),
    // Of the two of day 91, the refused one has the greater identifier: it came last.
    earlier_refused_since_approved: 1,
    earlier_first_years: Math.fround(800 / 365.25),
    earlier_latest_approved_months: expect.closeTo(91 / 30.4375, 4),
    earlier_months_between: expect.closeTo((800 - 91) / 6 / 30.4375, 4)
  });
});

test("refusals since the latest approval are all of them for who was never granted a credit", async () => {
  const cancelled = {NAME_CONTRACT_STATUS: "Canceled"};
  expect(await of(refused, cancelled, refused)).toMatchObject({earlier_refused_since_approved: 2});
  expect(await of({...refused, DAYS_DECISION: -200}, {})).toMatchObject({earlier_refused_since_approved: 0});
  expect(await of({...refused, SK_ID_CURR: 2})).toMatchObject({earlier_refused_since_approved: 0});
});

test("kinds of credit and of offer are shares of those where they are known", async () => {
  const row = await of(
    {NAME_PRODUCT_TYPE: "x-sell", NAME_TYPE_SUITE: "Family", NAME_YIELD_GROUP: "high", NFLAG_INSURED_ON_APPROVAL: 1},
    {
      NAME_CONTRACT_TYPE: "Consumer loans",
      NAME_TYPE_SUITE: "Unaccompanied",
      NAME_YIELD_GROUP: "low_normal",
      NFLAG_INSURED_ON_APPROVAL: 0
    },
    {NAME_CONTRACT_TYPE: "Consumer loans", NAME_PRODUCT_TYPE: "walk-in", NAME_YIELD_GROUP: "low_action"},
    {...refused, NAME_CONTRACT_TYPE: "Revolving loans", NAME_YIELD_GROUP: "XNA", NAME_PRODUCT_TYPE: "XNA"}
  );
  expect(row).toMatchObject({
    earlier_cash_share: 0.25,
    earlier_purchase_share: 0.5,
    earlier_offered: 1,
    earlier_accompanied_share: 0.5,
    earlier_high_rate_share: Math.fround(1 / 3),
    earlier_low_rate_share: Math.fround(2 / 3),
    earlier_insured_share: Math.fround(1 / 3)
  });
});

test("what was granted is compared with what was asked for, the last with those before it", async () => {
  const row = await of(
    // 12 × 10,000 for 110,000 lent over a year: 1 / 11 of interest. 24 × 2,250 for 45,000 over two: 10 % a year.
    {
      DAYS_DECISION: -300,
      AMT_APPLICATION: 100_000,
      AMT_CREDIT: 110_000,
      AMT_ANNUITY: 10_000,
      CNT_PAYMENT: 12,
      RATE_DOWN_PAYMENT: 0.1
    },
    {
      DAYS_DECISION: -200,
      AMT_APPLICATION: 50_000,
      AMT_CREDIT: 45_000,
      AMT_ANNUITY: 2_250,
      CNT_PAYMENT: 24,
      RATE_DOWN_PAYMENT: 0.3
    },
    {...refused, DAYS_DECISION: -100, AMT_APPLICATION: 150_000, AMT_CREDIT: 150_000, RATE_DOWN_PAYMENT: 0.9}
  );
  expect(row).toMatchObject({
    earlier_granted_share_mean: 1,
    earlier_granted_share_lowest: Math.fround(0.9),
    earlier_granted_share_latest: Math.fround(0.9),
    earlier_down_payment_mean: Math.fround(0.2),
    earlier_down_payment_largest: Math.fround(0.3),
    earlier_cost_highest: Math.fround(0.1),
    earlier_cost_lowest: Math.fround(0.090909),
    earlier_cost_trend: expect.closeTo((0.1 - 1 / 11) / 2, 6),
    earlier_latest_to_mean: 1.5
  });
});

test("a down payment or an end that is not known is not one of 0", async () => {
  const row = await of({RATE_DOWN_PAYMENT: 0.2}, {RATE_DOWN_PAYMENT: null});
  expect(row).toMatchObject({earlier_down_payment_mean: Math.fround(0.2), earlier_remaining_months: null});
  // A rate just below 0 is a rounding of 0.
  expect(await of({RATE_DOWN_PAYMENT: -0.00001})).toMatchObject({earlier_down_payment_mean: 0});
  const passed = {DAYS_LAST_DUE_1ST_VERSION: -40};
  expect(await of(passed)).toMatchObject({earlier_remaining_months: 0});
});

test("credits that ended within the year are those granted, last due from 365 days to a day ago", async () => {
  const ended = [-366, -365, -1, 0, 365_243].map((DAYS_LAST_DUE) => ({DAYS_LAST_DUE}));
  expect(await of(...ended, {...refused, DAYS_LAST_DUE: -10})).toMatchObject({earlier_ended_12m: 2});
});
