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
