"""The features of the catalogue by pandas, as far as they go: what bench/features.ts compares itself with.

    python features_pandas.py --data FOLDER --out FILE.parquet

FOLDER holds the seven tables as csv, csv.gz or Parquet. Each table is read with the columns that its features need,
aggregated a client, and let go before the next one. The last line printed is JSON: seconds by phase, peak memory.
Needs pandas and pyarrow.
"""

import argparse
import json
import os
import resource
import sys
import time

import numpy as np
import pandas as pd

NEVER = 365243
DAYS_A_MONTH = 30.4375
DAYS_A_YEAR = 365.25


def read(folder, name, columns):
    """A table with some of its columns; None when the folder doesn't have it."""
    for ending in (".parquet", ".csv", ".csv.gz"):
        path = os.path.join(folder, name + ending)
        if not os.path.exists(path):
            continue
        if ending == ".parquet":
            return pd.read_parquet(path, columns=columns)
        return pd.read_csv(path, usecols=columns)
    return None


def ratio(a, b):
    """a / b where b is positive, missing elsewhere."""
    return a / b.where(b > 0)


def count_where(table, key, conditions):
    """Of each group, how many rows meet each condition."""
    return pd.DataFrame(conditions).groupby(table[key]).sum()


def application(folder):
    columns = [
        "SK_ID_CURR", "AMT_INCOME_TOTAL", "AMT_CREDIT", "AMT_ANNUITY", "AMT_GOODS_PRICE", "CNT_CHILDREN", "DAYS_BIRTH",
        "DAYS_EMPLOYED", "DAYS_REGISTRATION", "DAYS_ID_PUBLISH", "DAYS_LAST_PHONE_CHANGE", "EXT_SOURCE_1",
        "EXT_SOURCE_2", "EXT_SOURCE_3", "REGION_RATING_CLIENT_W_CITY", "OWN_CAR_AGE",
    ]
    parts = [read(folder, name, columns) for name in ("application_train", "application_test")]
    app = pd.concat([part for part in parts if part is not None]).set_index("SK_ID_CURR").sort_index()
    app["AMT_INCOME_TOTAL"] = app["AMT_INCOME_TOTAL"].where(app["AMT_INCOME_TOTAL"] > 0)
    employed = -app["DAYS_EMPLOYED"].where(app["DAYS_EMPLOYED"] != NEVER)
    external = app[["EXT_SOURCE_1", "EXT_SOURCE_2", "EXT_SOURCE_3"]]
    features = pd.DataFrame(
        {
            "external_score_a": app["EXT_SOURCE_1"],
            "external_score_b": app["EXT_SOURCE_2"],
            "external_score_c": app["EXT_SOURCE_3"],
            "external_score_mean": external.mean(axis=1),
            "external_score_lowest": external.min(axis=1),
            "external_score_highest": external.max(axis=1),
            "external_scores_known": external.notna().sum(axis=1),
            "credit_amount": app["AMT_CREDIT"],
            "instalment": app["AMT_ANNUITY"],
            "goods_price": app["AMT_GOODS_PRICE"],
            "income": app["AMT_INCOME_TOTAL"],
            "credit_in_instalments": ratio(app["AMT_CREDIT"], app["AMT_ANNUITY"]),
            "credit_to_price": ratio(app["AMT_CREDIT"], app["AMT_GOODS_PRICE"]),
            "credit_to_income": ratio(app["AMT_CREDIT"], app["AMT_INCOME_TOTAL"]),
            "instalment_to_income": ratio(app["AMT_ANNUITY"], app["AMT_INCOME_TOTAL"]),
            "income_per_child": app["AMT_INCOME_TOTAL"] / (1 + app["CNT_CHILDREN"]),
            "income_after_instalment": app["AMT_INCOME_TOTAL"] - app["AMT_ANNUITY"],
            "age": -app["DAYS_BIRTH"] / DAYS_A_YEAR,
            "employed_years": employed / DAYS_A_YEAR,
            "employed_share_of_life": ratio(employed, -app["DAYS_BIRTH"]),
            "years_since_registration": -app["DAYS_REGISTRATION"] / DAYS_A_YEAR,
            "years_since_identity_document": -app["DAYS_ID_PUBLISH"] / DAYS_A_YEAR,
            "years_since_phone_change": -app["DAYS_LAST_PHONE_CHANGE"] / DAYS_A_YEAR,
            "children": app["CNT_CHILDREN"],
            "region_rating": app["REGION_RATING_CLIENT_W_CITY"],
            "car_age": app["OWN_CAR_AGE"],
        }
    )
    return app[["AMT_INCOME_TOTAL", "AMT_CREDIT", "AMT_ANNUITY"]], features


def bureau(folder, app):
    columns = [
        "SK_ID_CURR", "SK_ID_BUREAU", "CREDIT_ACTIVE", "CREDIT_TYPE", "DAYS_CREDIT", "CREDIT_DAY_OVERDUE",
        "CNT_CREDIT_PROLONG", "AMT_CREDIT_SUM", "AMT_CREDIT_SUM_DEBT", "AMT_CREDIT_SUM_OVERDUE",
        "AMT_CREDIT_MAX_OVERDUE",
    ]
    table = read(folder, "bureau", columns)
    if table is None:
        return None, None
    age = -table["DAYS_CREDIT"]
    active = table["CREDIT_ACTIVE"] == "Active"
    closed = table["CREDIT_ACTIVE"] == "Closed"
    counts = count_where(
        table,
        "SK_ID_CURR",
        {
            "bureau_active_credits": active,
            "bureau_closed_credits": closed,
            "bureau_opened_3m": age <= 91,
            "bureau_opened_6m": age <= 183,
            "bureau_opened_12m": age <= 365,
            "bureau_opened_24m": age <= 730,
            "bureau_active_cards": active & (table["CREDIT_TYPE"] == "Credit card"),
            "bureau_mortgages": table["CREDIT_TYPE"] == "Mortgage",
            "bureau_overdue_credits": table["CREDIT_DAY_OVERDUE"] > 0,
        },
    )
    groups = table.assign(age=age).groupby("SK_ID_CURR")
    every = groups.agg(
        credits=("age", "size"),
        newest=("age", "min"),
        oldest=("age", "max"),
        mean_age=("age", "mean"),
        bureau_largest_amount=("AMT_CREDIT_SUM", "max"),
        bureau_mean_amount=("AMT_CREDIT_SUM", "mean"),
        bureau_overdue_days=("CREDIT_DAY_OVERDUE", "max"),
        bureau_overdue_amount=("AMT_CREDIT_SUM_OVERDUE", "sum"),
        bureau_largest_overdue=("AMT_CREDIT_MAX_OVERDUE", "max"),
        bureau_prolongations=("CNT_CREDIT_PROLONG", "sum"),
    )
    running = table[active].groupby("SK_ID_CURR")
    debt = running["AMT_CREDIT_SUM_DEBT"].sum(min_count=1)
    known = table[active & table["AMT_CREDIT_SUM_DEBT"].notna()].groupby("SK_ID_CURR")["AMT_CREDIT_SUM"].sum()
    features = pd.concat([counts, every], axis=1).reindex(app.index)
    counted = [*counts.columns, "credits"]
    features[counted] = features[counted].fillna(0)
    features["bureau_credits"] = features["credits"]
    features["bureau_active_share"] = ratio(features["bureau_active_credits"], features["credits"])
    features["bureau_history_years"] = features["oldest"] / DAYS_A_YEAR
    features["bureau_latest_months"] = features["newest"] / DAYS_A_MONTH
    features["bureau_mean_age_months"] = features["mean_age"] / DAYS_A_MONTH
    features["bureau_active_amount"] = running["AMT_CREDIT_SUM"].sum(min_count=1)
    features["bureau_active_debt"] = debt
    features["bureau_largest_debt"] = running["AMT_CREDIT_SUM_DEBT"].max()
    features["bureau_debt_share"] = ratio(debt.reindex(app.index), known.reindex(app.index))
    features["bureau_debt_to_income"] = ratio(features["bureau_active_debt"], app["AMT_INCOME_TOTAL"])
    features["total_debt_to_income"] = ratio(
        features["bureau_active_debt"].fillna(0) + app["AMT_CREDIT"], app["AMT_INCOME_TOTAL"]
    )
    features["credit_to_bureau_largest"] = ratio(app["AMT_CREDIT"], features["bureau_largest_amount"])
    features = features.drop(columns=["credits", "newest", "oldest", "mean_age"])
    return features, table[["SK_ID_BUREAU", "SK_ID_CURR"]]


def bureau_balance(folder, app, owners):
    table = read(folder, "bureau_balance", ["SK_ID_BUREAU", "MONTHS_BALANCE", "STATUS"])
    if table is None or owners is None:
        return None
    ago = -table["MONTHS_BALANCE"]
    level = table["STATUS"].map({str(number): number for number in range(6)})
    late = level >= 1
    credits = count_where(
        table,
        "SK_ID_BUREAU",
        {
            "monthly_known": level.notna(),
            "monthly_late": late,
            "monthly_late_3m": late & (ago < 3),
            "monthly_late_6m": late & (ago < 6),
            "monthly_late_12m": late & (ago < 12),
            "monthly_late_24m": late & (ago < 24),
            "known_12m": level.notna() & (ago < 12),
        },
    )
    months = table.assign(ago=ago, late_ago=ago.where(late)).groupby("SK_ID_BUREAU")
    credits = credits.join(months.agg(oldest=("ago", "max"), latest_late=("late_ago", "min")))
    credits = owners.merge(credits, left_on="SK_ID_BUREAU", right_index=True)
    groups = credits.groupby("SK_ID_CURR")
    summed = [name for name in credits if name.startswith("monthly_")]
    features = groups[[*summed, "known_12m"]].sum().reindex(app.index)
    features["monthly_credits"] = groups.size().reindex(app.index).fillna(0)
    features["monthly_oldest_months"] = groups["oldest"].max()
    features["monthly_latest_late_months"] = groups["latest_late"].min()
    features["monthly_late_share"] = ratio(features["monthly_late"], features["monthly_known"])
    features["monthly_late_share_12m"] = ratio(features["monthly_late_12m"], features["known_12m"])
    return features.drop(columns="known_12m")


def previous_application(folder, app):
    columns = [
        "SK_ID_PREV", "SK_ID_CURR", "NAME_CONTRACT_STATUS", "NAME_CONTRACT_TYPE", "DAYS_DECISION", "AMT_APPLICATION",
        "AMT_CREDIT", "AMT_ANNUITY", "CNT_PAYMENT",
    ]
    table = read(folder, "previous_application", columns)
    if table is None:
        return None
    ago = -table["DAYS_DECISION"]
    approved = table["NAME_CONTRACT_STATUS"] == "Approved"
    refused = table["NAME_CONTRACT_STATUS"] == "Refused"
    counts = count_where(
        table,
        "SK_ID_CURR",
        {
            "earlier_approved": approved,
            "earlier_refused": refused,
            "earlier_applications_3m": ago <= 91,
            "earlier_applications_6m": ago <= 183,
            "earlier_applications_12m": ago <= 365,
            "earlier_applications_24m": ago <= 730,
            "earlier_refused_6m": refused & (ago <= 183),
            "earlier_refused_12m": refused & (ago <= 365),
            "earlier_refused_24m": refused & (ago <= 730),
            "cash": table["NAME_CONTRACT_TYPE"] == "Cash loans",
        },
    )
    table = table.assign(
        ago=ago,
        amount=table["AMT_CREDIT"].where(table["AMT_CREDIT"] > 0),
        asked=table["AMT_APPLICATION"].where(table["AMT_APPLICATION"] > 0),
        annuity=table["AMT_ANNUITY"].where(table["AMT_ANNUITY"] > 0),
        term=table["CNT_PAYMENT"].where(table["CNT_PAYMENT"] > 0),
    )
    # Ratios are kept to the millionth, as the catalogue's are.
    table["granted"] = (table["amount"] / table["asked"]).round(6)
    groups = table.groupby("SK_ID_CURR")
    every = groups.agg(
        earlier_applications=("ago", "size"), latest=("ago", "min"), first=("ago", "max"), granted=("granted", "mean")
    )
    granted = table[approved].groupby("SK_ID_CURR")
    latest = (
        table[approved & table["amount"].notna()]
        .sort_values(["DAYS_DECISION", "SK_ID_PREV"])
        .groupby("SK_ID_CURR")["amount"]
        .last()
    )
    features = pd.concat([counts, every], axis=1).reindex(app.index)
    counted = [*counts.columns, "earlier_applications"]
    features[counted] = features[counted].fillna(0)
    applications = features["earlier_applications"]
    features["earlier_approved_share"] = ratio(features["earlier_approved"], applications)
    features["earlier_refused_share"] = ratio(features["earlier_refused"], applications)
    features["earlier_refused_share_24m"] = ratio(
        features["earlier_refused_24m"], features["earlier_applications_24m"]
    )
    features["earlier_cash_share"] = ratio(features["cash"], applications)
    features["earlier_latest_months"] = features["latest"] / DAYS_A_MONTH
    features["earlier_first_years"] = features["first"] / DAYS_A_YEAR
    features["earlier_latest_approved_months"] = granted["ago"].min() / DAYS_A_MONTH
    features["earlier_latest_refused_months"] = table[refused].groupby("SK_ID_CURR")["ago"].min() / DAYS_A_MONTH
    features["earlier_granted_share_mean"] = features["granted"]
    features["earlier_amount_largest"] = granted["amount"].max()
    features["earlier_term_mean"] = granted["term"].mean()
    features["credit_to_earlier_mean"] = app["AMT_CREDIT"] / granted["amount"].mean().reindex(app.index)
    features["credit_to_earlier_latest"] = app["AMT_CREDIT"] / latest.reindex(app.index)
    features["instalment_to_earlier_largest"] = app["AMT_ANNUITY"] / granted["annuity"].max().reindex(app.index)
    return features.drop(columns=["cash", "latest", "first", "granted"])


def pos_cash_balance(folder, app):
    table = read(
        folder, "POS_CASH_balance", ["SK_ID_PREV", "SK_ID_CURR", "MONTHS_BALANCE", "SK_DPD", "SK_DPD_DEF"]
    )
    if table is None:
        return None
    ago = -table["MONTHS_BALANCE"]
    late = table["SK_DPD"] > 0
    features = count_where(
        table,
        "SK_ID_CURR",
        {
            "loans_late": late,
            "loans_late_3m": late & (ago <= 3),
            "loans_late_6m": late & (ago <= 6),
            "loans_late_12m": late & (ago <= 12),
            "loans_late_24m": late & (ago <= 24),
            "tolerated": table["SK_DPD_DEF"] > 0,
        },
    ).reindex(app.index)
    groups = table.assign(ago=ago, late_ago=ago.where(late), worst_12m=table["SK_DPD"].where(ago <= 12)).groupby(
        "SK_ID_CURR"
    )
    every = groups.agg(
        months=("ago", "size"),
        loans_followed=("SK_ID_PREV", "nunique"),
        loans_latest_months=("ago", "min"),
        loans_first_months=("ago", "max"),
        loans_worst_days=("SK_DPD", "max"),
        loans_worst_days_12m=("worst_12m", "max"),
        loans_worst_serious_days=("SK_DPD_DEF", "max"),
        loans_latest_late_months=("late_ago", "min"),
    ).reindex(app.index)
    every["loans_followed"] = every["loans_followed"].fillna(0)
    features = features.join(every)
    features["loans_late_share"] = ratio(features["loans_late"], features["months"])
    features["loans_seriously_late_share"] = ratio(features["tolerated"], features["months"])
    return features.drop(columns=["months", "tolerated"])


def installments_payments(folder, app):
    columns = [
        "SK_ID_PREV", "SK_ID_CURR", "NUM_INSTALMENT_VERSION", "NUM_INSTALMENT_NUMBER", "DAYS_INSTALMENT",
        "DAYS_ENTRY_PAYMENT", "AMT_INSTALMENT", "AMT_PAYMENT",
    ]
    table = read(folder, "installments_payments", columns)
    if table is None:
        return None
    # An instalment paid in several parts has a row for each part.
    keys = ["SK_ID_PREV", "NUM_INSTALMENT_NUMBER", "NUM_INSTALMENT_VERSION", "DAYS_INSTALMENT"]
    parts = table.groupby(keys, sort=False)
    instalments = parts.agg(
        SK_ID_CURR=("SK_ID_CURR", "max"),
        parts=("SK_ID_CURR", "size"),
        paid=("DAYS_ENTRY_PAYMENT", "max"),
        known=("DAYS_ENTRY_PAYMENT", "count"),
        amount=("AMT_INSTALMENT", "max"),
    )
    instalments["payment"] = parts["AMT_PAYMENT"].sum(min_count=1)
    instalments = instalments.reset_index()
    del table, parts
    due = instalments["DAYS_INSTALMENT"]
    ago = -due
    delay = instalments["paid"].where(instalments["known"] == instalments["parts"]) - due
    late = delay > 0
    # An amount is kept to the thousandth: half of one tells paid in full from short by a rounding.
    short = (instalments["payment"] < instalments["amount"] - 1 - 0.0005) | instalments["payment"].isna()
    year = ago <= 365
    features = count_where(
        instalments,
        "SK_ID_CURR",
        {
            "instalments_due_12m": year,
            "instalments_late": late,
            "instalments_late_3m": late & (ago <= 91),
            "instalments_late_6m": late & (ago <= 183),
            "instalments_late_12m": late & year,
            "instalments_late_month": delay > 30,
            "week": delay > 7,
            "short": short,
            "in_parts": instalments["parts"] > 1,
        },
    ).reindex(app.index)
    late_days = delay.clip(lower=0)
    groups = instalments.assign(
        ago=ago,
        late_days=late_days,
        late_days_12m=late_days.where(year),
        advance=(-delay).clip(lower=0),
        late_ago=ago.where(late),
        missing=(instalments["amount"] - instalments["payment"].fillna(0)).clip(lower=0),
        payment_12m=instalments["payment"].where(year),
        amount_12m=instalments["amount"].where(year),
    ).groupby("SK_ID_CURR")
    every = groups.agg(
        instalments_due=("ago", "size"),
        instalments_delay_longest=("late_days", "max"),
        instalments_delay_mean=("late_days", "mean"),
        instalments_delay_mean_12m=("late_days_12m", "mean"),
        instalments_advance_mean=("advance", "mean"),
        instalments_missing_amount=("missing", "sum"),
        amount=("amount", "sum"),
        payment=("payment", "sum"),
        amount_mean_12m=("amount_12m", "mean"),
        late_ago=("late_ago", "min"),
        latest=("ago", "min"),
        first=("ago", "max"),
    ).reindex(app.index)
    payment_12m = groups["payment_12m"].sum(min_count=1).reindex(app.index)
    every["instalments_due"] = every["instalments_due"].fillna(0)
    features = features.join(every)
    features["instalments_late_share"] = ratio(features["instalments_late"], features["instalments_due"])
    features["instalments_late_share_12m"] = ratio(features["instalments_late_12m"], features["instalments_due_12m"])
    features["instalments_late_week_share"] = ratio(features["week"], features["instalments_due"])
    features["instalments_short_share"] = ratio(features["short"], features["instalments_due"])
    features["instalments_in_parts_share"] = ratio(features["in_parts"], features["instalments_due"])
    features["instalments_paid_to_due"] = ratio(features["payment"], features["amount"])
    features["instalments_paid_to_income_12m"] = ratio(payment_12m, app["AMT_INCOME_TOTAL"])
    features["instalment_to_paid_mean"] = ratio(app["AMT_ANNUITY"], features["amount_mean_12m"])
    features["instalments_latest_late_months"] = features["late_ago"] / DAYS_A_MONTH
    features["instalments_latest_months"] = features["latest"] / DAYS_A_MONTH
    features["instalments_first_years"] = features["first"] / DAYS_A_YEAR
    own = ["week", "short", "in_parts", "amount", "payment", "amount_mean_12m", "late_ago", "latest", "first"]
    return features.drop(columns=own)


def credit_card_balance(folder, app):
    columns = [
        "SK_ID_CURR", "MONTHS_BALANCE", "AMT_BALANCE", "AMT_CREDIT_LIMIT_ACTUAL", "AMT_DRAWINGS_CURRENT",
        "AMT_DRAWINGS_ATM_CURRENT", "SK_DPD", "SK_DPD_DEF",
    ]
    table = read(folder, "credit_card_balance", columns)
    if table is None:
        return None
    ago = -table["MONTHS_BALANCE"]
    late = table["SK_DPD"] > 0
    counts = count_where(
        table,
        "SK_ID_CURR",
        {
            "late": late,
            "card_late_12m": late & (ago <= 12),
            "owing": table["AMT_BALANCE"] > 0,
            "tolerated": table["SK_DPD_DEF"] > 0,
        },
    )
    sums = {"balance": table["AMT_BALANCE"], "credit_limit": table["AMT_CREDIT_LIMIT_ACTUAL"]}
    for name, column in (("balance", "AMT_BALANCE"), ("credit_limit", "AMT_CREDIT_LIMIT_ACTUAL")):
        for months in (3, 12):
            sums[f"{name}_{months}m"] = table[column].where(ago <= months)
    sums["drawn_12m"] = table["AMT_DRAWINGS_CURRENT"].where(ago <= 12)
    sums["withdrawn_12m"] = table["AMT_DRAWINGS_ATM_CURRENT"].where(ago <= 12)
    summed = pd.DataFrame(sums).groupby(table["SK_ID_CURR"]).sum(min_count=1)
    every = (
        table.assign(ago=ago, late_ago=ago.where(late))
        .groupby("SK_ID_CURR")
        .agg(
            card_months=("ago", "size"),
            card_latest_months=("ago", "min"),
            card_first_months=("ago", "max"),
            card_worst_days=("SK_DPD", "max"),
            card_worst_serious_days=("SK_DPD_DEF", "max"),
            card_latest_late_months=("late_ago", "min"),
        )
    )
    features = pd.concat([counts, summed, every], axis=1).reindex(app.index)
    features["card_months"] = features["card_months"].fillna(0)
    features["card_use"] = ratio(features["balance"], features["credit_limit"])
    features["card_use_3m"] = ratio(features["balance_3m"], features["credit_limit_3m"])
    features["card_use_12m"] = ratio(features["balance_12m"], features["credit_limit_12m"])
    features["card_owing_share"] = ratio(features["owing"], features["card_months"])
    features["card_late_share"] = ratio(features["late"], features["card_months"])
    features["card_seriously_late_share"] = ratio(features["tolerated"], features["card_months"])
    features["card_drawn_to_income_12m"] = ratio(features["drawn_12m"], app["AMT_INCOME_TOTAL"])
    features["card_cash_share_12m"] = ratio(features["withdrawn_12m"], features["drawn_12m"])
    return features.drop(columns=["late", "owing", "tolerated", *summed.columns])


def cpu_seconds():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", required=True)
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    phases = []

    def timed(name, work):
        start, cpu = time.perf_counter(), cpu_seconds()
        result = work()
        seconds = time.perf_counter() - start
        phases.append({"name": name, "rows": None, "seconds": seconds, "cpuSeconds": cpu_seconds() - cpu})
        print(f"{name}: {seconds:.1f} s", file=sys.stderr)
        return result

    start, cpu = time.perf_counter(), cpu_seconds()
    app, features = timed("application", lambda: application(options.data))
    other, owners = timed("bureau", lambda: bureau(options.data, app))
    parts = [features, other]
    parts.append(timed("bureau_balance", lambda: bureau_balance(options.data, app, owners)))
    del owners
    for table in (previous_application, pos_cash_balance, installments_payments, credit_card_balance):
        parts.append(timed(table.__name__, lambda table=table: table(options.data, app)))

    def write():
        features = pd.concat([part for part in parts if part is not None], axis=1).astype(np.float64)
        features.reset_index().to_parquet(options.out, compression="zstd")
        return len(features.columns)

    count = timed("writing", write)
    # The unit is the kibibyte everywhere but on macOS.
    unit = 1 if sys.platform == "darwin" else 1024
    measured = {
        "phases": phases,
        "seconds": time.perf_counter() - start,
        "cpuSeconds": cpu_seconds() - cpu,
        "peakBytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit,
        "features": count,
    }
    print(json.dumps(measured))


if __name__ == "__main__":
    main()
