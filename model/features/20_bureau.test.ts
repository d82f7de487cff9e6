import {expect, test} from "vitest";
import {featuresOf, type Row} from "./testing.ts";

let next = 1;
const credit = (rest: Row): Row => ({
  SK_ID_CURR: 1,
  SK_ID_BUREAU: next++,
  CREDIT_ACTIVE: "Active",
  CREDIT_TYPE: "Consumer credit",
  DAYS_CREDIT: -100,
  CREDIT_DAY_OVERDUE: 0,
  CNT_CREDIT_PROLONG: 0,
  AMT_CREDIT_SUM_OVERDUE: 0,
  ...rest
});
const of = (...credits: Row[]) => featuresOf({bureau: credits.map(credit)});

test("credits are counted by state, kind and time", async () => {
  const row = await of(
    {DAYS_CREDIT: -183},
    {DAYS_CREDIT: -184, CREDIT_TYPE: "Credit card"},
    {DAYS_CREDIT: -730, CREDIT_ACTIVE: "Closed", CREDIT_TYPE: "Mortgage", DAYS_ENDDATE_FACT: -365},
    {DAYS_CREDIT: -731, CREDIT_ACTIVE: "Sold", CREDIT_TYPE: "Microloan"}
  );
  expect(row).toMatchObject({
    bureau_credits: 4,
    bureau_active_credits: 2,
    bureau_closed_credits: 1,
    bureau_transferred_credits: 1,
    bureau_active_share: 0.5,
    bureau_opened_6m: 1,
    bureau_opened_12m: 2,
    bureau_opened_24m: 3,
    bureau_closed_12m: 1,
    bureau_active_consumer: 1,
    bureau_active_cards: 1,
    bureau_mortgages: 1,
    bureau_microloans: 1,
    bureau_latest_months: expect.closeTo(183 / 30.4375, 4),
    bureau_history_years: expect.closeTo(731 / 365.25, 4),
    bureau_months_between: expect.closeTo((731 - 183) / 3 / 30.4375, 4)
  });
});

test("debt is that of running credits, against what was borrowed where the debt is known", async () => {
  const row = await of(
    {AMT_CREDIT_SUM: 100_000, AMT_CREDIT_SUM_DEBT: 50_000.5},
    {AMT_CREDIT_SUM: 300_000, AMT_CREDIT_SUM_DEBT: null},
    {AMT_CREDIT_SUM: 900_000, AMT_CREDIT_SUM_DEBT: 900_000, CREDIT_ACTIVE: "Closed"}
  );
  expect(row).toMatchObject({
    bureau_active_amount: 400_000,
    bureau_active_debt: 50_000.5,
    bureau_debt_share: Math.fround(0.500005),
    bureau_debt_to_income: Math.fround(0.500005),
    // The credit asked for is 200,000 and the income 100,000.
    total_debt_to_income: Math.fround(2.500005),
    bureau_largest_amount: 900_000,
    credit_to_bureau_largest: Math.fround(200 / 900),
    credit_to_bureau_closed: Math.fround(200 / 900)
  });
});

test("card use is that of running cards alone", async () => {
  const card = {CREDIT_TYPE: "Credit card"};
  const row = await of(
    {...card, AMT_CREDIT_SUM: 40_000, AMT_CREDIT_SUM_DEBT: 30_000},
    {...card, AMT_CREDIT_SUM: 40_000, AMT_CREDIT_SUM_DEBT: 40_000, CREDIT_ACTIVE: "Closed"},
    {AMT_CREDIT_SUM: 40_000, AMT_CREDIT_SUM_DEBT: 40_000}
  );
  expect(row.bureau_card_use).toBe(0.75);
});

test("incidents: overdue now, ever, prolonged, past the planned end", async () => {
  const row = await of(
    {CREDIT_DAY_OVERDUE: 12, AMT_CREDIT_SUM_OVERDUE: 700, AMT_CREDIT_MAX_OVERDUE: 900, CNT_CREDIT_PROLONG: 2},
    {AMT_CREDIT_MAX_OVERDUE: 0, DAYS_CREDIT_ENDDATE: -3},
    {AMT_CREDIT_MAX_OVERDUE: null, DAYS_CREDIT_ENDDATE: 304.375}
  );
  expect(row).toMatchObject({
    bureau_overdue_credits: 1,
    bureau_overdue_days: 12,
    bureau_overdue_amount: 700,
    bureau_largest_overdue: 900,
    bureau_ever_overdue_credits: 1,
    bureau_ever_overdue_share: 0.5,
    bureau_prolongations: 2,
    bureau_past_planned_end: 1,
    bureau_remaining_longest_months: expect.closeTo(10, 1)
  });
});

test("closing early is a negative shift; ends over 40 years away are unknown", async () => {
  const closed = {CREDIT_ACTIVE: "Closed", DAYS_CREDIT: -1000};
  const row = await of(
    {...closed, DAYS_CREDIT_ENDDATE: -300, DAYS_ENDDATE_FACT: -400},
    {...closed, DAYS_CREDIT_ENDDATE: -300, DAYS_ENDDATE_FACT: -300},
    {...closed, DAYS_CREDIT_ENDDATE: 31_000, DAYS_ENDDATE_FACT: -600}
  );
  expect(row).toMatchObject({
    bureau_closing_delay_months: expect.closeTo(-50 / 30.4375, 4),
    bureau_closed_early_share: 0.5,
    bureau_latest_end_months: expect.closeTo(300 / 30.4375, 4)
  });
});

test("what is recent, what is about to end and what was borrowed of late", async () => {
  const row = await of(
    {DAYS_CREDIT: -91, DAYS_CREDIT_ENDDATE: 0, AMT_CREDIT_SUM: 30_000, DAYS_CREDIT_UPDATE: -20, AMT_ANNUITY: 3_000},
    {
      DAYS_CREDIT: -92,
      CREDIT_TYPE: "Credit card",
      DAYS_CREDIT_ENDDATE: 365,
      AMT_CREDIT_SUM: 20_000,
      AMT_CREDIT_SUM_LIMIT: 2_500,
      DAYS_CREDIT_UPDATE: -10,
      AMT_ANNUITY: 2_000
    },
    {DAYS_CREDIT: -365, CREDIT_TYPE: "Car loan", DAYS_CREDIT_ENDDATE: 366, AMT_CREDIT_SUM: 50_000},
    {DAYS_CREDIT: -366, CREDIT_ACTIVE: "Closed", CREDIT_TYPE: "Microloan", AMT_CREDIT_SUM: 10_000},
    {DAYS_CREDIT: -730, CREDIT_ACTIVE: "Closed", CREDIT_TYPE: "Loan for business development", AMT_CREDIT_SUM: 5_000},
    {DAYS_CREDIT: -731, CREDIT_ACTIVE: "Closed", AMT_CREDIT_SUM: 5_000, AMT_CREDIT_SUM_LIMIT: 900, AMT_ANNUITY: 800}
  );
  const months = (days: number) => expect.closeTo(days / 30.4375, 4) as number;
  expect(row).toMatchObject({
    bureau_opened_3m: 1,
    // Three in the last twelve months, two in the twelve before.
    bureau_opened_trend: 1,
    bureau_ending_12m: 2,
    bureau_kinds: 5,
    bureau_car_loans: 1,
    bureau_reported_months: months(10),
    bureau_borrowed_to_income_12m: 1,
    credit_to_bureau_latest: Math.fround(200 / 30),
    bureau_mean_amount: 20_000,
    bureau_available_limit: 2_500,
    bureau_instalments_to_income: Math.fround(0.05),
    bureau_mean_age_months: months((91 + 92 + 365 + 366 + 730 + 731) / 6),
    bureau_latest_active_months: months(91),
    bureau_mean_age_active_months: months((91 + 92 + 365) / 3),
    bureau_planned_months: months((91 + 457 + 731) / 3),
    bureau_remaining_mean_months: months((365 + 366) / 2)
  });
});

test("of credits of one day, the latest is that of the greater identifier", async () => {
  const same = {DAYS_CREDIT: -5};
  const first = {...same, SK_ID_BUREAU: 9_000_001, AMT_CREDIT_SUM: 50_000};
  const second = {...same, SK_ID_BUREAU: 9_000_002, AMT_CREDIT_SUM: 100_000};
  for (const rows of [
    [first, second],
    [second, first]
  ]) {
    expect(await of(...rows)).toMatchObject({credit_to_bureau_latest: 2});
  }
});

test("who borrowed nothing of late borrowed 0; who has no credit elsewhere has nothing to compare", async () => {
  expect(await of({DAYS_CREDIT: -800})).toMatchObject({bureau_borrowed_to_income_12m: 0, bureau_opened_trend: 0});
  expect(await of({SK_ID_CURR: 2})).toMatchObject({
    bureau_opened_3m: 0,
    bureau_kinds: 0,
    bureau_borrowed_to_income_12m: null,
    bureau_opened_trend: null
  });
});

test("arrears are those of running credits, over the debts that are known", async () => {
  const row = await of(
    {AMT_CREDIT_SUM_DEBT: 40_000, AMT_CREDIT_SUM_OVERDUE: 1_000, AMT_CREDIT_MAX_OVERDUE: 2_000},
    {AMT_CREDIT_SUM_DEBT: null, AMT_CREDIT_SUM_OVERDUE: 500, AMT_CREDIT_MAX_OVERDUE: 0},
    {AMT_CREDIT_SUM_DEBT: 10_000, AMT_CREDIT_SUM_OVERDUE: 250, AMT_CREDIT_MAX_OVERDUE: 100},
    {CREDIT_ACTIVE: "Closed", AMT_CREDIT_SUM_DEBT: 90_000, AMT_CREDIT_MAX_OVERDUE: 5_000}
  );
  expect(row).toMatchObject({
    bureau_largest_debt: 40_000,
    bureau_active_ever_overdue: 2,
    bureau_ever_overdue_credits: 3,
    bureau_overdue_to_debt: Math.fround(1_250 / 50_000)
  });
});
