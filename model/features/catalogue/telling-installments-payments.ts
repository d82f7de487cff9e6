import type {Tellings} from "./tell.ts";

/** How instalments due to this lender are told as a reason. */
export const installmentsPaymentsTellings: Tellings = {
  instalments_due: {theme: "repayment_experience", counted: "instalment"},
  instalments_due_12m: {theme: "repayment_experience", counted: "instalment", absence: "noInstalment"},
  instalments_latest_months: {theme: "repayment_experience", absence: "noInstalment"},
  instalments_paid_to_income_12m: {
    theme: "repayment_experience",
    counted: "times",
    absence: "noInstalment",
    derived: true
  },
  instalments_paid_trend: {theme: "repayment_experience", counted: "times", absence: "tooShort", derived: true},
  instalments_first_years: {theme: "relationship_length", absence: "noInstalment"},
  instalments_late: {theme: "late_payments", counted: "instalment", absence: "noInstalment"},
  instalments_late_share: {theme: "late_payments", absence: "noInstalment"},
  instalments_late_3m: {theme: "late_payments", counted: "instalment", absence: "noInstalment"},
  instalments_late_6m: {theme: "late_payments", counted: "instalment", absence: "noInstalment"},
  instalments_late_12m: {theme: "late_payments", counted: "instalment", absence: "noInstalment"},
  instalments_late_share_12m: {theme: "late_payments", absence: "noInstalmentLately"},
  instalments_late_share_24m: {theme: "late_payments", absence: "noInstalmentLately"},
  instalments_late_trend: {theme: "late_payments", absence: "tooShort", derived: true},
  instalments_late_week_share: {theme: "late_payments", absence: "noInstalment"},
  instalments_late_month: {theme: "late_payments", counted: "instalment", absence: "noInstalment"},
  instalments_delay_longest: {theme: "late_payments", absence: "noInstalment"},
  instalments_delay_longest_12m: {theme: "late_payments", absence: "noInstalmentLately"},
  instalments_delay_mean: {theme: "late_payments", absence: "noInstalment"},
  instalments_delay_mean_12m: {theme: "late_payments", absence: "noInstalmentLately"},
  instalments_delay_trend: {theme: "late_payments", absence: "tooShort", derived: true},
  instalments_delay_spread: {theme: "payments_ahead", absence: "noInstalment", derived: true},
  instalments_latest_late_months: {theme: "late_payments", absence: "neverLate"},
  instalments_advance_mean: {theme: "payments_ahead", absence: "noInstalment"},
  instalments_early_share: {theme: "payments_ahead", absence: "noInstalment"},
  instalments_short_share: {theme: "incomplete_payments", absence: "noInstalment"},
  instalments_short_share_12m: {theme: "incomplete_payments", absence: "noInstalmentLately"},
  instalments_missing_amount: {theme: "incomplete_payments", absence: "noInstalment"},
  instalments_in_parts_share: {theme: "incomplete_payments", absence: "noInstalment"},
  instalments_paid_to_due: {theme: "incomplete_payments", absence: "noInstalment"},
  instalments_paid_to_due_12m: {theme: "incomplete_payments", absence: "noInstalmentLately"},
  instalment_to_paid_mean: {theme: "credit_compared", counted: "times", absence: "noComparableInstalment"},
  instalment_to_paid_largest: {theme: "credit_compared", counted: "times", absence: "noComparableInstalment"}
};
