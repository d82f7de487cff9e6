-- Instalments due to this lender, and when and how far they were paid. One row a client.
CREATE OR REPLACE TEMP TABLE features_installments_payments AS
-- An instalment paid in several parts has a row for each part.
WITH instalment AS (
  SELECT
    max(SK_ID_CURR) AS SK_ID_CURR,
    CAST(DAYS_INSTALMENT AS INTEGER) AS due,
    CASE WHEN count(*) = count(DAYS_ENTRY_PAYMENT) THEN CAST(max(DAYS_ENTRY_PAYMENT) AS INTEGER) END AS paid,
    max(exact(AMT_INSTALMENT)) AS amount,
    sum(exact(AMT_PAYMENT)) AS payment,
    count(*) AS parts
  FROM installments_payments
  GROUP BY SK_ID_PREV, NUM_INSTALMENT_NUMBER, NUM_INSTALMENT_VERSION, DAYS_INSTALMENT
),
judged AS (
  SELECT
    *,
    -due AS ago,
    paid - due AS delay,
    paid > due AS late,
    payment < amount - 1 OR payment IS NULL AS short
  FROM instalment
),
client AS (
  SELECT
    SK_ID_CURR,
    count(*) AS instalments,
    count_where(ago <= 365) AS instalments_12m,
    count_where(late) AS late,
    count_where(late AND ago <= 91) AS late_3m,
    count_where(late AND ago <= 183) AS late_6m,
    count_where(late AND ago <= 365) AS late_12m,
    count_where(late AND ago <= 730) AS late_24m,
    count_where(ago <= 730) AS instalments_24m,
    count_where(delay > 7) AS late_week,
    count_where(delay > 30) AS late_month,
    max(delay) AS delay_longest,
    max(delay) FILTER (ago <= 365) AS delay_longest_12m,
    count_where(delay < -7) AS early,
    count_where(parts > 1) AS in_parts,
    count(delay) AS paid,
    sum(delay) AS delay,
    sum(CAST(delay AS BIGINT) * delay) AS delay_squared,
    avg(at_least(0, delay)) AS delay_mean,
    avg(at_least(0, delay)) FILTER (ago <= 365) AS delay_mean_12m,
    avg(at_least(0, delay)) FILTER (ago > 365) AS delay_mean_before,
    avg(at_least(0, -delay)) AS advance_mean,
    count_where(short) AS short,
    count_where(short AND ago <= 365) AS short_12m,
    sum(at_least(0, amount - coalesce(payment, 0))) AS missing_amount,
    sum(amount) AS amount,
    sum(payment) AS payment,
    sum(payment) FILTER (ago <= 365) AS payment_12m,
    sum(payment) FILTER (ago > 365 AND ago <= 730) AS payment_before,
    avg(amount) FILTER (ago <= 365) AS amount_mean_12m,
    sum(amount) FILTER (ago <= 365) AS amount_12m,
    max(amount) FILTER (NOT short) AS amount_largest,
    min(ago) FILTER (late) AS latest_late,
    min(ago) AS latest,
    max(ago) AS first
  FROM judged
  GROUP BY SK_ID_CURR
),
computed AS (
  SELECT
    SK_ID_CURR,
    coalesce(instalments, 0) AS instalments_due,
    instalments_12m AS instalments_due_12m,
    late AS instalments_late,
    ratio(late, instalments) AS instalments_late_share,
    late_6m AS instalments_late_6m,
    late_12m AS instalments_late_12m,
    ratio(late_12m, instalments_12m) AS instalments_late_share_12m,
    ratio(late_24m, instalments_24m) AS instalments_late_share_24m,
    ratio(late_12m, instalments_12m) - ratio(late - late_12m, instalments - instalments_12m) AS instalments_late_trend,
    ratio(late_week, instalments) AS instalments_late_week_share,
    late_month AS instalments_late_month,
    at_least(0, delay_longest) AS instalments_delay_longest,
    at_least(0, delay_longest_12m) AS instalments_delay_longest_12m,
    delay_mean AS instalments_delay_mean,
    delay_mean_12m AS instalments_delay_mean_12m,
    advance_mean AS instalments_advance_mean,
    ratio(short, instalments) AS instalments_short_share,
    ratio(short_12m, instalments_12m) AS instalments_short_share_12m,
    missing_amount AS instalments_missing_amount,
    ratio(payment_12m, AMT_INCOME_TOTAL) AS instalments_paid_to_income_12m,
    ratio(payment_12m, payment_before) AS instalments_paid_trend,
    ratio(AMT_ANNUITY, amount_mean_12m) AS instalment_to_paid_mean,
    days_to_months(latest_late) AS instalments_latest_late_months,
    days_to_months(latest) AS instalments_latest_months,
    days_to_years(first) AS instalments_first_years,
    late_3m AS instalments_late_3m,
    delay_mean_12m - delay_mean_before AS instalments_delay_trend,
    -- The standard deviation, from sums of whole numbers: they have no rounding that depends on their order.
    sqrt(ratio(paid * delay_squared - delay * delay, paid * paid)) AS instalments_delay_spread,
    ratio(early, instalments) AS instalments_early_share,
    ratio(in_parts, instalments) AS instalments_in_parts_share,
    ratio(coalesce(payment, 0), amount) AS instalments_paid_to_due,
    ratio(coalesce(payment_12m, 0), amount_12m) AS instalments_paid_to_due_12m,
    ratio(AMT_ANNUITY, amount_largest) AS instalment_to_paid_largest
  FROM application
  LEFT JOIN client USING (SK_ID_CURR)
  WHERE EXISTS (SELECT 1 FROM installments_payments)
)
SELECT SK_ID_CURR, CAST(COLUMNS(* EXCLUDE (SK_ID_CURR)) AS FLOAT) FROM computed;
