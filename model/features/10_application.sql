-- The application itself: what is asked for, by whom. One row a client.
CREATE OR REPLACE TEMP TABLE features_application AS
WITH cleaned AS (
  SELECT
    * REPLACE (
      known_days(DAYS_EMPLOYED) AS DAYS_EMPLOYED,
      CASE WHEN AMT_INCOME_TOTAL > 0 THEN AMT_INCOME_TOTAL END AS AMT_INCOME_TOTAL
    ),
    CAST(EXT_SOURCE_1 IS NOT NULL AS INTEGER)
      + CAST(EXT_SOURCE_2 IS NOT NULL AS INTEGER)
      + CAST(EXT_SOURCE_3 IS NOT NULL AS INTEGER) AS external_scores,
    CAST(APARTMENTS_AVG IS NOT NULL AS INTEGER)
      + CAST(BASEMENTAREA_AVG IS NOT NULL AS INTEGER)
      + CAST(YEARS_BEGINEXPLUATATION_AVG IS NOT NULL AS INTEGER)
      + CAST(YEARS_BUILD_AVG IS NOT NULL AS INTEGER)
      + CAST(COMMONAREA_AVG IS NOT NULL AS INTEGER)
      + CAST(ELEVATORS_AVG IS NOT NULL AS INTEGER)
      + CAST(ENTRANCES_AVG IS NOT NULL AS INTEGER)
      + CAST(FLOORSMAX_AVG IS NOT NULL AS INTEGER)
      + CAST(LANDAREA_AVG IS NOT NULL AS INTEGER)
      + CAST(LIVINGAREA_AVG IS NOT NULL AS INTEGER)
      + CAST(NONLIVINGAREA_AVG IS NOT NULL AS INTEGER)
      + CAST(WALLSMATERIAL_MODE IS NOT NULL AS INTEGER) AS building_items,
    FLAG_DOCUMENT_2 + FLAG_DOCUMENT_3 + FLAG_DOCUMENT_4 + FLAG_DOCUMENT_5 + FLAG_DOCUMENT_6 + FLAG_DOCUMENT_7
      + FLAG_DOCUMENT_8 + FLAG_DOCUMENT_9 + FLAG_DOCUMENT_10 + FLAG_DOCUMENT_11 + FLAG_DOCUMENT_12
      + FLAG_DOCUMENT_13 + FLAG_DOCUMENT_14 + FLAG_DOCUMENT_15 + FLAG_DOCUMENT_16 + FLAG_DOCUMENT_17
      + FLAG_DOCUMENT_18 + FLAG_DOCUMENT_19 + FLAG_DOCUMENT_20 + FLAG_DOCUMENT_21 AS documents
  FROM application
),
computed AS (
  SELECT
    SK_ID_CURR,

    -- external scores
    EXT_SOURCE_1 AS external_score_a,
    EXT_SOURCE_2 AS external_score_b,
    EXT_SOURCE_3 AS external_score_c,
    (coalesce(EXT_SOURCE_1, 0) + coalesce(EXT_SOURCE_2, 0) + coalesce(EXT_SOURCE_3, 0))
      / nullif(external_scores, 0) AS external_score_mean,
    least(EXT_SOURCE_1, EXT_SOURCE_2, EXT_SOURCE_3) AS external_score_lowest,
    greatest(EXT_SOURCE_1, EXT_SOURCE_2, EXT_SOURCE_3) AS external_score_highest,
    CASE WHEN external_scores > 1
      THEN greatest(EXT_SOURCE_1, EXT_SOURCE_2, EXT_SOURCE_3) - least(EXT_SOURCE_1, EXT_SOURCE_2, EXT_SOURCE_3) END
      AS external_score_gap,
    external_scores AS external_scores_known,

    -- credit asked for
    known_name(NAME_CONTRACT_TYPE) AS credit_type,
    AMT_CREDIT AS credit_amount,
    AMT_ANNUITY AS instalment,
    AMT_GOODS_PRICE AS goods_price,
    ratio(AMT_CREDIT, AMT_ANNUITY) AS credit_in_instalments,
    ratio(AMT_CREDIT, AMT_GOODS_PRICE) AS credit_to_price,
    ratio(AMT_CREDIT, AMT_INCOME_TOTAL) AS credit_to_income,
    ratio(AMT_ANNUITY, AMT_INCOME_TOTAL) AS instalment_to_income,
    documents AS documents_given,
    FLAG_DOCUMENT_3 AS main_document_given,
    CASE WHEN NAME_TYPE_SUITE IS NOT NULL THEN CAST(NAME_TYPE_SUITE <> 'Unaccompanied' AS INTEGER) END
      AS accompanied,
    WEEKDAY_APPR_PROCESS_START AS application_weekday,
    HOUR_APPR_PROCESS_START AS application_hour,

    -- income and employment
    AMT_INCOME_TOTAL AS income,
    ratio(AMT_INCOME_TOTAL, 1 + CNT_CHILDREN) AS income_per_child,
    AMT_INCOME_TOTAL - AMT_ANNUITY AS income_after_instalment,
    -- Maternity leave would tell the gender: it is counted with the employment that it interrupts.
    CASE WHEN NAME_INCOME_TYPE = 'Maternity leave' THEN 'Working' ELSE known_name(NAME_INCOME_TYPE) END AS income_type,
    known_name(OCCUPATION_TYPE) AS occupation,
    known_name(ORGANIZATION_TYPE) AS employer_sector,
    days_to_years(-DAYS_EMPLOYED) AS employed_years,
    ratio(-DAYS_EMPLOYED, -DAYS_BIRTH) AS employed_share_of_life,
    FLAG_WORK_PHONE AS work_phone_given,
    REG_CITY_NOT_WORK_CITY AS works_outside_registered_city,
    REG_REGION_NOT_WORK_REGION AS works_outside_registered_region,
    LIVE_CITY_NOT_WORK_CITY AS works_outside_home_city,

    -- personal situation
    days_to_years(-DAYS_BIRTH) AS age,
    CNT_CHILDREN AS children,
    known_name(NAME_EDUCATION_TYPE) AS education,
    days_to_years(-DAYS_REGISTRATION) AS years_since_registration,
    days_to_years(-DAYS_ID_PUBLISH) AS years_since_identity_document,
    days_to_years(-DAYS_LAST_PHONE_CHANGE) AS years_since_phone_change,
    FLAG_EMAIL AS email_given,
    FLAG_PHONE AS home_phone_given,
    REGION_RATING_CLIENT_W_CITY AS region_rating,
    REGION_POPULATION_RELATIVE AS region_population,
    REG_CITY_NOT_LIVE_CITY AS lives_outside_registered_city,
    REG_REGION_NOT_LIVE_REGION AS lives_outside_registered_region,

    -- protected: to audit fairness with, never in a model
    known_name(CODE_GENDER) AS gender,
    known_name(CASE WHEN NAME_FAMILY_STATUS <> 'Unknown' THEN NAME_FAMILY_STATUS END) AS family_status,
    -- With the number of children, the size of the household tells whether there is a spouse.
    CNT_FAM_MEMBERS AS household_size,
    OBS_30_CNT_SOCIAL_CIRCLE AS circle_observed_30,
    DEF_30_CNT_SOCIAL_CIRCLE AS circle_defaults_30,
    OBS_60_CNT_SOCIAL_CIRCLE AS circle_observed_60,
    DEF_60_CNT_SOCIAL_CIRCLE AS circle_defaults_60,

    -- housing and assets
    known_name(NAME_HOUSING_TYPE) AS housing,
    CAST(FLAG_OWN_REALTY = 'Y' AS INTEGER) AS owns_home,
    CAST(FLAG_OWN_CAR = 'Y' AS INTEGER) AS owns_car,
    OWN_CAR_AGE AS car_age,
    APARTMENTS_AVG AS building_apartments,
    BASEMENTAREA_AVG AS building_basement,
    YEARS_BEGINEXPLUATATION_AVG AS building_in_use,
    YEARS_BUILD_AVG AS building_age,
    ELEVATORS_AVG AS building_lifts,
    FLOORSMAX_AVG AS building_floors,
    LIVINGAREA_AVG AS building_living_area,
    TOTALAREA_MODE AS building_total_area,
    known_name(HOUSETYPE_MODE) AS building_type,
    known_name(WALLSMATERIAL_MODE) AS building_walls,
    known_name(FONDKAPREMONT_MODE) AS building_repair_fund,
    CASE WHEN EMERGENCYSTATE_MODE IS NOT NULL
      THEN CAST(lower(CAST(EMERGENCYSTATE_MODE AS VARCHAR)) IN ('yes', 'true') AS INTEGER) END AS building_unsafe,
    building_items / 12 AS building_described,

    -- enquiries about the client at the credit bureau: each column leaves out the periods of the columns before it
    AMT_REQ_CREDIT_BUREAU_HOUR + AMT_REQ_CREDIT_BUREAU_DAY + AMT_REQ_CREDIT_BUREAU_WEEK AS enquiries_last_week,
    AMT_REQ_CREDIT_BUREAU_HOUR + AMT_REQ_CREDIT_BUREAU_DAY + AMT_REQ_CREDIT_BUREAU_WEEK + AMT_REQ_CREDIT_BUREAU_MON
      AS enquiries_last_month,
    AMT_REQ_CREDIT_BUREAU_QRT AS enquiries_last_quarter,
    AMT_REQ_CREDIT_BUREAU_YEAR AS enquiries_last_year
  FROM cleaned
)
SELECT
  SK_ID_CURR,
  CAST(
    COLUMNS(
      * EXCLUDE (
        SK_ID_CURR, credit_type, application_weekday, income_type, occupation, employer_sector, education, gender,
        family_status, housing, building_type, building_walls, building_repair_fund
      )
    ) AS FLOAT
  ),
  credit_type, application_weekday, income_type, occupation, employer_sector, education, gender, family_status,
  housing, building_type, building_walls, building_repair_fund
FROM computed;
