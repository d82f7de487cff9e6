import type {Tellings} from "./tell.ts";

/** How payments to other lenders, month by month, are told as a reason. */
export const bureauBalanceTellings: Tellings = {
  monthly_credits: {theme: "credit_history_elsewhere", counted: "credit"},
  monthly_known: {theme: "credit_history_elsewhere", counted: "monthlyPayment", absence: "noMonthlyElsewhere"},
  monthly_unknown_share: {theme: "credit_history_elsewhere", absence: "noMonthlyElsewhere"},
  monthly_oldest_months: {theme: "credit_history_elsewhere", absence: "noMonthlyElsewhere"},
  monthly_late: {theme: "late_payments_elsewhere", counted: "monthlyPayment", absence: "noMonthlyElsewhere"},
  monthly_late_share: {theme: "late_payments_elsewhere", absence: "noMonthlyElsewhere"},
  monthly_late_3m: {theme: "late_payments_elsewhere", counted: "monthlyPayment", absence: "noMonthlyElsewhere"},
  monthly_late_6m: {theme: "late_payments_elsewhere", counted: "monthlyPayment", absence: "noMonthlyElsewhere"},
  monthly_late_12m: {theme: "late_payments_elsewhere", counted: "monthlyPayment", absence: "noMonthlyElsewhere"},
  monthly_late_24m: {theme: "late_payments_elsewhere", counted: "monthlyPayment", absence: "noMonthlyElsewhere"},
  monthly_late_share_12m: {theme: "late_payments_elsewhere", absence: "noMonthElsewhereLately"},
  monthly_late_share_24m: {theme: "late_payments_elsewhere", absence: "noMonthElsewhereLately"},
  monthly_late_trend: {theme: "late_payments_elsewhere", absence: "tooShort", derived: true},
  monthly_late_credits: {theme: "late_payments_elsewhere", counted: "credit", absence: "noMonthlyElsewhere"},
  monthly_late_credits_12m: {theme: "late_payments_elsewhere", counted: "credit", absence: "noMonthlyElsewhere"},
  monthly_late_credit_share: {theme: "late_payments_elsewhere", absence: "noMonthlyElsewhere"},
  monthly_late_month: {theme: "late_payments_elsewhere", counted: "month", absence: "noMonthlyElsewhere"},
  monthly_worst_days: {theme: "late_payments_elsewhere", absence: "noMonthlyElsewhere"},
  monthly_worst_days_12m: {theme: "late_payments_elsewhere", absence: "noMonthElsewhereLately"},
  monthly_worst_days_24m: {theme: "late_payments_elsewhere", absence: "noMonthElsewhereLately"},
  monthly_latest_late_months: {theme: "late_payments_elsewhere", absence: "neverLateElsewhere"},
  monthly_closed_share: {theme: "early_repayment_elsewhere", absence: "noMonthlyElsewhere", derived: true}
};
