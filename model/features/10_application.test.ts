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
    external_score_gap: 0.5,
    external_scores_known: 2
  });
  expect(await of({EXT_SOURCE_2: 0.5})).toMatchObject({external_score_lowest: 0.5, external_score_gap: null});
  expect(await of({})).toMatchObject({external_score_mean: null, external_score_gap: null, external_scores_known: 0});
});

test("the credit is compared with the price, the income and the instalment", async () => {
  const row = await of({AMT_GOODS_PRICE: 160_000});
  expect(row).toMatchObject({
    credit_amount: 200_000,
    goods_price: 160_000,
    credit_in_instalments: 20,
    credit_to_price: 1.25,
    credit_to_income: 2,
    income_after_instalment: 90_000
  });
  expect(row.instalment_to_income).toBe(Math.fround(0.1));
});

test("an income of 0 compares with nothing", async () => {
  const row = await of({AMT_INCOME_TOTAL: 0});
  expect(row).toMatchObject({
    credit_to_income: null,
    instalment_to_income: null,
    income: null,
    income_per_child: null,
    income_after_instalment: null
  });
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

test("an income is shared between the client and each child", async () => {
  expect(await of({CNT_CHILDREN: 3})).toMatchObject({children: 3, income_per_child: 25_000});
});

test("documents are counted, and the usual one is told apart", async () => {
  const documents = Array.from({length: 20}, (_, i) => [`FLAG_DOCUMENT_${i + 2}`, 0] as const);
  const none = Object.fromEntries(documents);
  expect(await of(none)).toMatchObject({documents_given: 0, main_document_given: 0});
  const some = {...none, FLAG_DOCUMENT_3: 1, FLAG_DOCUMENT_8: 1, FLAG_DOCUMENT_21: 1};
  expect(await of(some)).toMatchObject({documents_given: 3, main_document_given: 1});
});

test("what was given to be reached by, and where the client lives and works, are flags", async () => {
  const row = await of({
    FLAG_WORK_PHONE: 1,
    FLAG_PHONE: 0,
    FLAG_EMAIL: 1,
    DAYS_LAST_PHONE_CHANGE: -731,
    REG_CITY_NOT_LIVE_CITY: 0,
    REG_CITY_NOT_WORK_CITY: 1,
    LIVE_CITY_NOT_WORK_CITY: 0,
    REG_REGION_NOT_LIVE_REGION: 1,
    REG_REGION_NOT_WORK_REGION: 1,
    LIVE_REGION_NOT_WORK_REGION: 0,
    REGION_RATING_CLIENT: 3,
    REGION_RATING_CLIENT_W_CITY: 2,
    REGION_POPULATION_RELATIVE: 0.03125
  });
  expect(row).toMatchObject({
    work_phone_given: 1,
    home_phone_given: 0,
    email_given: 1,
    years_since_phone_change: Math.fround(731 / 365.25),
    lives_outside_registered_city: 0,
    works_outside_registered_city: 1,
    works_outside_home_city: 0,
    lives_outside_registered_region: 1,
    works_outside_registered_region: 1,
    region_rating: 2,
    region_population: 0.03125
  });
});

test("home, car and building are told as they were declared", async () => {
  const row = await of({
    FLAG_OWN_REALTY: "Y",
    FLAG_OWN_CAR: "N",
    OWN_CAR_AGE: 7,
    APARTMENTS_AVG: 0.125,
    BASEMENTAREA_AVG: 0.25,
    YEARS_BEGINEXPLUATATION_AVG: 0.375,
    YEARS_BUILD_AVG: 0.5,
    ELEVATORS_AVG: 0.625,
    FLOORSMAX_AVG: 0.75,
    LIVINGAREA_AVG: 0.875,
    TOTALAREA_MODE: 0.0625,
    WALLSMATERIAL_MODE: "Panel"
  });
  expect(row).toMatchObject({
    owns_home: 1,
    owns_car: 0,
    car_age: 7,
    building_apartments: 0.125,
    building_basement: 0.25,
    building_in_use: 0.375,
    building_age: 0.5,
    building_lifts: 0.625,
    building_floors: 0.75,
    building_living_area: 0.875,
    building_total_area: 0.0625,
    building_walls: "Panel",
    // Eight of the twelve things that describe a building; the total area is not one of them.
    building_described: Math.fround(8 / 12)
  });
});

test("what is in words stays in the words of the tables", async () => {
  const row = await of({
    NAME_CONTRACT_TYPE: "Revolving loans",
    WEEKDAY_APPR_PROCESS_START: "SUNDAY",
    HOUR_APPR_PROCESS_START: 9,
    OCCUPATION_TYPE: "Drivers",
    ORGANIZATION_TYPE: "Police",
    NAME_EDUCATION_TYPE: "Academic degree",
    NAME_HOUSING_TYPE: "With parents",
    HOUSETYPE_MODE: "block of flats",
    FONDKAPREMONT_MODE: "reg oper account"
  });
  expect(row).toMatchObject({
    credit_type: "Revolving loans",
    application_weekday: "SUNDAY",
    application_hour: 9,
    occupation: "Drivers",
    employer_sector: "Police",
    education: "Academic degree",
    housing: "With parents",
    building_type: "block of flats",
    building_repair_fund: "reg oper account"
  });
});
