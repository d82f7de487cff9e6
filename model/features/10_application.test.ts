import {expect, test} from "vitest";
import {applicant, featuresOf, type Row} from "./testing.ts";

const of = (rest: Row) => featuresOf({application: [applicant(1, rest)]});

test("external scores are told one by one, with their mean, ends and number", async () => {
  const row = await of({EXT_SOURCE_1: 0.25, EXT_SOURCE_3: 0.75});
  expect(row).toMatchObject({
    external_score_a: 0.25,
    external_score_b: null,
    external_score_c: 0.75,
    external_score_mean: 0.5,
    external_score_lowest: 0.25,
    external_score_highest: 0.75,
    external_scores_known: 2
  });
  expect(await of({})).toMatchObject({external_score_mean: null, external_scores_known: 0});
});

test("the credit is compared with the price, the income and the instalment", async () => {
  const row = await of({AMT_GOODS_PRICE: 160_000});
  expect(row).toMatchObject({credit_in_instalments: 20, credit_to_price: 1.25, credit_to_income: 2});
  expect(row.instalment_to_income).toBe(Math.fround(0.1));
});

test("an income of 0 compares with nothing", async () => {
  const row = await of({AMT_INCOME_TOTAL: 0});
  expect(row).toMatchObject({credit_to_income: null, instalment_to_income: null, income: null});
});

test("durations are in years before the application", async () => {
  const row = await of({DAYS_EMPLOYED: -3_652.5, DAYS_ID_PUBLISH: -1_461, DAYS_REGISTRATION: 0});
  expect(row).toMatchObject({age: 40, employed_years: expect.closeTo(10, 2), years_since_identity_document: 4});
  expect(row).toMatchObject({employed_share_of_life: expect.closeTo(0.25, 4), years_since_registration: 0});
});

test("365243 days of employment mean none", async () => {
  expect(await of({DAYS_EMPLOYED: 365_243})).toMatchObject({employed_years: null, employed_share_of_life: null});
});

test("names that stand for nothing are missing", async () => {
  const row = await of({ORGANIZATION_TYPE: "XNA", CODE_GENDER: "XNA", NAME_FAMILY_STATUS: "Unknown"});
  expect(row).toMatchObject({employer_sector: null, gender: null, family_status: null});
});

test("who came along is not told, since it may be a spouse", async () => {
  expect(await of({NAME_TYPE_SUITE: "Unaccompanied"})).toMatchObject({accompanied: 0});
  expect(await of({NAME_TYPE_SUITE: "Spouse, partner"})).toMatchObject({accompanied: 1});
  expect(await of({NAME_TYPE_SUITE: "Family"})).toMatchObject({accompanied: 1});
  expect(await of({})).toMatchObject({accompanied: null});
});

test("maternity leave counts as the employment that it interrupts", async () => {
  expect(await of({NAME_INCOME_TYPE: "Maternity leave"})).toMatchObject({income_type: "Working"});
});

test("features outside the protected ones are the same whatever the gender, family and circle", async () => {
  const woman = await of({CODE_GENDER: "F", NAME_FAMILY_STATUS: "Married", CNT_FAM_MEMBERS: 2});
  const man = await of({
    CODE_GENDER: "M",
    NAME_FAMILY_STATUS: "Widow",
    CNT_FAM_MEMBERS: 1,
    OBS_30_CNT_SOCIAL_CIRCLE: 5,
    DEF_30_CNT_SOCIAL_CIRCLE: 3,
    OBS_60_CNT_SOCIAL_CIRCLE: 5,
    DEF_60_CNT_SOCIAL_CIRCLE: 3
  });
  expect(Object.keys(woman).filter((id) => woman[id] !== man[id])).toEqual([
    "household_size",
    "circle_observed_30",
    "circle_defaults_30",
    "circle_observed_60",
    "circle_defaults_60",
    "gender",
    "family_status"
  ]);
});

test("enquiries of a month include those of its last week, day and hour", async () => {
  const row = await of({
    AMT_REQ_CREDIT_BUREAU_HOUR: 1,
    AMT_REQ_CREDIT_BUREAU_DAY: 2,
    AMT_REQ_CREDIT_BUREAU_WEEK: 3,
    AMT_REQ_CREDIT_BUREAU_MON: 4,
    AMT_REQ_CREDIT_BUREAU_QRT: 5,
    AMT_REQ_CREDIT_BUREAU_YEAR: 6
  });
  expect(row).toMatchObject({
    enquiries_last_week: 6,
    enquiries_last_month: 10,
    enquiries_last_quarter: 5,
    enquiries_last_year: 6
  });
});

test("the building's state of emergency is yes, no or unknown", async () => {
  expect(await of({EMERGENCYSTATE_MODE: "Yes"})).toMatchObject({building_unsafe: 1});
  expect(await of({EMERGENCYSTATE_MODE: "No"})).toMatchObject({building_unsafe: 0});
  expect(await of({})).toMatchObject({building_unsafe: null, building_described: 0});
});
