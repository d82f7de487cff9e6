-- Shared by the files below. Sums of doubles depend on the order in which threads add them, so every aggregate of
-- amounts runs over decimals: the same input gives the same bits on any number of threads.

-- An amount, to the thousandth of the currency.
CREATE OR REPLACE TEMP MACRO exact(amount) AS TRY_CAST(amount AS DECIMAL(18, 3));

-- A ratio, to the millionth.
CREATE OR REPLACE TEMP MACRO exact_ratio(value) AS TRY_CAST(value AS DECIMAL(18, 6));

-- a / b; NULL unless b is positive.
CREATE OR REPLACE TEMP MACRO ratio(a, b) AS CASE WHEN b > 0 THEN CAST(a AS DOUBLE) / CAST(b AS DOUBLE) END;

-- The greater of a value and a bound. DuckDB's greatest passes over NULL, which would make a missing value the bound.
CREATE OR REPLACE TEMP MACRO at_least(bound, value) AS CASE WHEN value IS NOT NULL THEN greatest(value, bound) END;

-- 365243 days, a thousand years ahead, stands for "never" in these tables.
CREATE OR REPLACE TEMP MACRO known_days(days) AS CASE WHEN days <> 365243 THEN days END;

-- XNA and XAP stand for "not available" and "not applicable".
CREATE OR REPLACE TEMP MACRO known_name(name) AS CASE WHEN name NOT IN ('XNA', 'XAP', '') THEN name END;

CREATE OR REPLACE TEMP MACRO days_to_months(days) AS days / 30.4375;
CREATE OR REPLACE TEMP MACRO days_to_years(days) AS days / 365.25;

-- How many rows meet a condition, as count(*) FILTER (condition) does, which takes a fifth longer: DuckDB then copies
-- every column of the group-by for each filter. (Its own count_if is NULL where the condition always is.)
CREATE OR REPLACE TEMP MACRO count_where(condition) AS count(CASE WHEN condition THEN 1 END);
