import type {Tellings} from "./tell.ts";

/** How loans of this lender, month by month, are told as a reason. */
export const posCashBalanceTellings: Tellings = {
  loans_followed: {theme: "repayment_experience", counted: "loan"},
  loans_latest_months: {theme: "repayment_experience", absence: "noLoan"},
  loans_completed_share: {theme: "repayment_experience", absence: "noLoan"},
  loans_rescheduled_share: {theme: "repayment_experience", absence: "noLoan"},
  loans_first_months: {theme: "relationship_length", absence: "noLoan"},
  loans_late: {theme: "late_payments", counted: "month", absence: "noLoan"},
  loans_late_share: {theme: "late_payments", absence: "noLoan"},
  loans_late_3m: {theme: "late_payments", counted: "month", absence: "noLoan"},
  loans_late_6m: {theme: "late_payments", counted: "month", absence: "noLoan"},
  loans_late_12m: {theme: "late_payments", counted: "month", absence: "noLoan"},
  loans_late_24m: {theme: "late_payments", counted: "month", absence: "noLoan"},
  loans_late_trend: {theme: "late_payments", absence: "tooShort", derived: true},
  loans_seriously_late_share: {theme: "late_payments", absence: "noLoan"},
  loans_late_loan_share: {theme: "late_payments", absence: "noLoan"},
  loans_latest_late_share: {theme: "late_payments", absence: "noLoan"},
  loans_worst_days: {theme: "late_payments", absence: "noLoan"},
  loans_worst_days_12m: {theme: "late_payments", absence: "noLoanLately"},
  loans_worst_serious_days: {theme: "late_payments", absence: "noLoan"},
  loans_latest_late_months: {theme: "late_payments", absence: "neverLateLoan"},
  loans_demanded: {theme: "late_payments", counted: "loan", absence: "noLoan"},
  loans_completed_early_share: {theme: "early_repayment", absence: "noLoanRepaid"},
  loans_running: {theme: "running_credits_here", counted: "loan"},
  loans_remaining_instalments: {theme: "running_credits_here", counted: "instalment", absence: "noRunningHere"},
  loans_remaining_share: {theme: "running_credits_here", absence: "noRunningHere"},
  loans_remaining_longest: {theme: "running_credits_here", absence: "noRunningHere"},
  loans_term_mean: {theme: "earlier_lengths", absence: "noLoan"}
};
