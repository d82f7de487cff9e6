-- Month by month, how credits with other lenders were repaid. One row a client.
-- STATUS: 0 on time, 1 to 5 late (1–30, 31–60, 61–90, 91–120, over 120 days or sold), C closed, X unknown.
CREATE OR REPLACE TEMP TABLE features_bureau_balance AS
WITH month AS (
  SELECT SK_ID_BUREAU, -MONTHS_BALANCE AS ago, STATUS, nullif(strpos('012345', STATUS), 0) - 1 AS level
  FROM bureau_balance
),
-- First a row a credit: the table is long, and the join is then short.
credit AS (
  SELECT
    SK_ID_BUREAU,
    count(level) AS known,
    count(*) AS months,
    count_where(STATUS = 'X') AS unknown,
    count_where(STATUS = 'C') AS closed,
    count_where(level >= 1) AS late,
    count_where(level >= 1 AND ago < 3) AS late_3m,
    count_where(level >= 1 AND ago < 6) AS late_6m,
    count_where(level >= 1 AND ago < 12) AS late_12m,
    count_where(level >= 1 AND ago < 24) AS late_24m,
    count_where(level >= 2) AS late_month,
    count(level) FILTER (ago < 12) AS known_12m,
    count(level) FILTER (ago < 24) AS known_24m,
    max(level) AS worst,
    max(level) FILTER (ago < 12) AS worst_12m,
    max(level) FILTER (ago < 24) AS worst_24m,
    min(ago) FILTER (level >= 1) AS latest_late,
    max(ago) AS oldest
  FROM month
  GROUP BY SK_ID_BUREAU
),
client AS (
  SELECT
    SK_ID_CURR,
    count(*) AS credits,
    count_where(late > 0) AS late_credits,
    sum(months) AS months,
    sum(known) AS known,
    sum(unknown) AS unknown,
    sum(closed) AS closed,
    sum(late) AS late,
    sum(late_3m) AS late_3m,
    sum(late_6m) AS late_6m,
    sum(late_12m) AS late_12m,
    sum(late_24m) AS late_24m,
    sum(late_month) AS late_month,
    sum(known_12m) AS known_12m,
    sum(known_24m) AS known_24m,
    count_where(late_12m > 0) AS late_credits_12m,
    max(worst) AS worst,
    max(worst_12m) AS worst_12m,
    max(worst_24m) AS worst_24m,
    min(latest_late) AS latest_late,
    max(oldest) AS oldest
  FROM credit
  JOIN bureau USING (SK_ID_BUREAU)
  GROUP BY SK_ID_CURR
),
computed AS (
  SELECT
    SK_ID_CURR,
    coalesce(credits, 0) AS monthly_credits,
    known AS monthly_known,
    ratio(unknown, months) AS monthly_unknown_share,
    oldest AS monthly_oldest_months,
    late AS monthly_late,
    ratio(late, known) AS monthly_late_share,
    late_3m AS monthly_late_3m,
    late_6m AS monthly_late_6m,
    late_12m AS monthly_late_12m,
    late_24m AS monthly_late_24m,
    ratio(late_12m, known_12m) AS monthly_late_share_12m,
    ratio(late_12m, known_12m) - ratio(late - late_12m, known - known_12m) AS monthly_late_trend,
    late_credits AS monthly_late_credits,
    ratio(late_credits, credits) AS monthly_late_credit_share,
    [0, 1, 31, 61, 91, 121][worst + 1] AS monthly_worst_days,
    [0, 1, 31, 61, 91, 121][worst_12m + 1] AS monthly_worst_days_12m,
    latest_late AS monthly_latest_late_months,
    ratio(closed, months) AS monthly_closed_share,
    ratio(late_24m, known_24m) AS monthly_late_share_24m,
    late_month AS monthly_late_month,
    late_credits_12m AS monthly_late_credits_12m,
    [0, 1, 31, 61, 91, 121][worst_24m + 1] AS monthly_worst_days_24m
  FROM application
  LEFT JOIN client USING (SK_ID_CURR)
  WHERE EXISTS (SELECT 1 FROM bureau) AND EXISTS (SELECT 1 FROM bureau_balance)
)
SELECT SK_ID_CURR, CAST(COLUMNS(* EXCLUDE (SK_ID_CURR)) AS FLOAT) FROM computed;
