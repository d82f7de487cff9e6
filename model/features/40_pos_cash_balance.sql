-- Month by month, purchase and cash loans of this lender. One row a client.
CREATE OR REPLACE TEMP TABLE features_pos_cash_balance AS
WITH month AS (
  SELECT
    SK_ID_CURR,
    SK_ID_PREV,
    CAST(-MONTHS_BALANCE AS INTEGER) AS ago,
    CAST(CNT_INSTALMENT AS INTEGER) AS term,
    CAST(CNT_INSTALMENT_FUTURE AS INTEGER) AS remaining,
    NAME_CONTRACT_STATUS AS status,
    SK_DPD AS late_days,
    -- Late by the lender's tolerance, which forgives small amounts.
    SK_DPD_DEF AS late_days_tolerated
  FROM POS_CASH_balance
),
loan AS (
  SELECT
    SK_ID_CURR,
    SK_ID_PREV,
    count(*) AS months,
    count_where(ago <= 12) AS months_12m,
    count_where(late_days > 0) AS late,
    count_where(late_days > 0 AND ago <= 3) AS late_3m,
    count_where(late_days > 0 AND ago <= 6) AS late_6m,
    count_where(late_days > 0 AND ago <= 12) AS late_12m,
    count_where(late_days > 0 AND ago <= 24) AS late_24m,
    count_where(late_days_tolerated > 0) AS late_tolerated,
    max(late_days) AS worst,
    max(late_days) FILTER (ago <= 12) AS worst_12m,
    max(late_days_tolerated) AS worst_tolerated,
    min(ago) FILTER (late_days > 0) AS latest_late,
    min(ago) AS latest,
    max(ago) AS first,
    min(ago) FILTER (status = 'Completed') AS completed,
    bool_or(status IN ('Demand', 'Amortized debt')) AS demanded,
    max(term) AS term_longest,
    min(term) AS term_shortest,
    -- As of the latest month; should it be there twice, the smaller value settles it.
    arg_min(remaining, CAST(ago AS BIGINT) * 1000000 + remaining) AS remaining,
    arg_min(term, CAST(ago AS BIGINT) * 1000000 + term) AS term
  FROM month
  GROUP BY SK_ID_CURR, SK_ID_PREV
),
client AS (
  SELECT
    SK_ID_CURR,
    count(*) AS loans,
    sum(months) AS months,
    sum(months_12m) AS months_12m,
    sum(late) AS late,
    sum(late_3m) AS late_3m,
    sum(late_6m) AS late_6m,
    sum(late_12m) AS late_12m,
    sum(late_24m) AS late_24m,
    sum(late_tolerated) AS late_tolerated,
    count_where(late > 0) AS late_loans,
    max(worst) AS worst,
    max(worst_12m) AS worst_12m,
    max(worst_tolerated) AS worst_tolerated,
    min(latest_late) AS latest_late,
    min(latest) AS latest,
    max(first) AS first,
    count_where(completed IS NOT NULL) AS completed,
    max(remaining) FILTER (completed IS NULL AND latest <= 2) AS remaining_longest,
    -- The loan that began last; the identifier settles equal months.
    arg_min(late / months, CAST(first AS BIGINT) * 4294967296 - SK_ID_PREV) AS latest_late_share,
    count_where(completed IS NOT NULL AND remaining = 0 AND first - completed + 1 < term_longest) AS completed_early,
    count_where(demanded) AS demanded,
    count_where(term_longest > term_shortest) AS rescheduled,
    count_where(completed IS NULL AND latest <= 2) AS running,
    sum(remaining) FILTER (completed IS NULL AND latest <= 2) AS remaining,
    sum(term) FILTER (completed IS NULL AND latest <= 2) AS running_term,
    avg(term) AS term_mean
  FROM loan
  GROUP BY SK_ID_CURR
),
computed AS (
  SELECT
    SK_ID_CURR,
    coalesce(loans, 0) AS loans_followed,
    latest AS loans_latest_months,
    first AS loans_first_months,
    late AS loans_late,
    ratio(late, months) AS loans_late_share,
    late_3m AS loans_late_3m,
    late_6m AS loans_late_6m,
    late_12m AS loans_late_12m,
    ratio(late_12m, months_12m) - ratio(late - late_12m, months - months_12m) AS loans_late_trend,
    ratio(late_tolerated, months) AS loans_seriously_late_share,
    ratio(late_loans, loans) AS loans_late_loan_share,
    worst AS loans_worst_days,
    worst_12m AS loans_worst_days_12m,
    worst_tolerated AS loans_worst_serious_days,
    latest_late AS loans_latest_late_months,
    ratio(completed, loans) AS loans_completed_share,
    ratio(completed_early, completed) AS loans_completed_early_share,
    demanded AS loans_demanded,
    ratio(rescheduled, loans) AS loans_rescheduled_share,
    coalesce(running, 0) AS loans_running,
    remaining AS loans_remaining_instalments,
    ratio(remaining, running_term) AS loans_remaining_share,
    term_mean AS loans_term_mean,
    late_24m AS loans_late_24m,
    latest_late_share AS loans_latest_late_share,
    remaining_longest AS loans_remaining_longest
  FROM application
  LEFT JOIN client USING (SK_ID_CURR)
  WHERE EXISTS (SELECT 1 FROM POS_CASH_balance)
)
SELECT SK_ID_CURR, CAST(COLUMNS(* EXCLUDE (SK_ID_CURR)) AS FLOAT) FROM computed;
