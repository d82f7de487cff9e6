import {define} from "./define.ts";

/** Instalments due to this lender, and when and how far they were paid. */
export const installmentsPayments = define("installments_payments", [
  {
    id: "instalments_due",
    unit: "count",
    family: "repayment",
    direction: "none",
    label: ["Échéances passées chez nous", "Past instalments with us"],
    description: [
      "Nombre d'échéances de crédit que le client a déjà eues à payer chez nous.",
      "How many credit instalments the client has had to pay us so far."
    ]
  },
  {
    id: "instalments_due_12m",
    unit: "count",
    family: "repayment",
    direction: "none",
    label: ["Échéances sur 12 mois", "Instalments, last 12 months"],
    description: [
      "Nombre d'échéances que le client a eues à payer chez nous dans les 12 derniers mois.",
      "How many instalments the client had to pay us in the last 12 months."
    ]
  },
  {
    id: "instalments_late",
    unit: "count",
    family: "repayment",
    direction: "raises",
    label: ["Échéances payées en retard", "Instalments paid late"],
    description: [
      "Nombre d'échéances que le client a payées après leur date.",
      "How many instalments the client paid after their date."
    ]
  },
  {
    id: "instalments_late_share",
    unit: "ratio",
    family: "repayment",
    direction: "raises",
    label: ["Part des échéances payées en retard", "Share of instalments paid late"],
    description: [
      "Parmi les échéances passées, part de celles payées après leur date.",
      "Of the past instalments, the share paid after their date."
    ]
  },
  {
    id: "instalments_late_6m",
    unit: "count",
    family: "repayment",
    direction: "raises",
    label: ["Retards de paiement sur 6 mois", "Late payments, last 6 months"],
    description: [
      "Nombre d'échéances des 6 derniers mois payées après leur date.",
      "How many instalments of the last 6 months were paid after their date."
    ]
  },
  {
    id: "instalments_late_12m",
    unit: "count",
    family: "repayment",
    direction: "raises",
    label: ["Retards de paiement sur 12 mois", "Late payments, last 12 months"],
    description: [
      "Nombre d'échéances des 12 derniers mois payées après leur date.",
      "How many instalments of the last 12 months were paid after their date."
    ]
  },
  {
    id: "instalments_late_share_12m",
    unit: "ratio",
    family: "repayment",
    direction: "raises",
    label: ["Part de retards de paiement sur 12 mois", "Share of late payments, last 12 months"],
    description: [
      "Parmi les échéances des 12 derniers mois, part de celles payées après leur date.",
      "Of the instalments of the last 12 months, the share paid after their date."
    ]
  },
  {
    id: "instalments_late_share_24m",
    unit: "ratio",
    family: "repayment",
    direction: "raises",
    label: ["Part de retards de paiement sur 24 mois", "Share of late payments, last 24 months"],
    description: [
      "Parmi les échéances des 24 derniers mois, part de celles payées après leur date.",
      "Of the instalments of the last 24 months, the share paid after their date."
    ]
  },
  {
    id: "instalments_late_trend",
    unit: "ratio",
    family: "repayment",
    direction: "raises",
    label: ["Évolution des retards de paiement", "Change in late payments"],
    description: [
      "Part des échéances en retard sur les 12 derniers mois, moins cette part auparavant.",
      "The share of late instalments in the last 12 months minus that share before."
    ]
  },
  {
    id: "instalments_late_week_share",
    unit: "ratio",
    family: "repayment",
    direction: "raises",
    label: ["Part des échéances en retard de plus d'une semaine", "Share of instalments over a week late"],
    description: [
      "Parmi les échéances passées, part de celles payées avec plus de 7 jours de retard.",
      "Of the past instalments, the share paid more than 7 days late."
    ]
  },
  {
    id: "instalments_late_month",
    unit: "count",
    family: "repayment",
    direction: "raises",
    label: ["Échéances en retard de plus d'un mois", "Instalments over a month late"],
    description: [
      "Nombre d'échéances payées avec plus de 30 jours de retard.",
      "How many instalments were paid more than 30 days late."
    ]
  },
  {
    id: "instalments_delay_longest",
    unit: "days",
    family: "repayment",
    direction: "raises",
    label: ["Plus long retard de paiement", "Longest late payment"],
    description: [
      "Plus grand nombre de jours entre la date d'une échéance et son paiement ; 0 si tout a été payé à temps.",
      "The most days between an instalment's date and its payment; 0 if all were on time."
    ]
  },
  {
    id: "instalments_delay_longest_12m",
    unit: "days",
    family: "repayment",
    direction: "raises",
    label: ["Plus long retard de paiement sur 12 mois", "Longest late payment, last 12 months"],
    description: [
      "Plus grand nombre de jours de retard d'une échéance des 12 derniers mois ; 0 si tout a été payé à temps.",
      "The most days late of an instalment of the last 12 months; 0 if all were on time."
    ]
  },
  {
    id: "instalments_delay_mean",
    unit: "days",
    family: "repayment",
    direction: "raises",
    label: ["Retard moyen des paiements", "Mean lateness of payments"],
    description: [
      "Nombre moyen de jours de retard par échéance ; une échéance payée à temps compte pour 0.",
      "The mean days late per instalment; one paid on time counts as 0."
    ]
  },
  {
    id: "instalments_delay_mean_12m",
    unit: "days",
    family: "repayment",
    direction: "raises",
    label: ["Retard moyen des paiements sur 12 mois", "Mean lateness of payments, last 12 months"],
    description: [
      "Nombre moyen de jours de retard par échéance des 12 derniers mois ; à temps compte pour 0.",
      "The mean days late per instalment of the last 12 months; on time counts as 0."
    ]
  },
  {
    id: "instalments_advance_mean",
    unit: "days",
    family: "repayment",
    direction: "lowers",
    label: ["Avance moyenne des paiements", "Mean advance of payments"],
    description: [
      "Nombre moyen de jours d'avance par échéance ; une échéance payée à sa date ou après compte pour 0.",
      "The mean days early per instalment; one paid on its date or later counts as 0."
    ]
  },
  {
    id: "instalments_short_share",
    unit: "ratio",
    family: "repayment",
    direction: "raises",
    label: ["Part des échéances non payées en entier", "Share of instalments not paid in full"],
    description: [
      "Parmi les échéances passées, part de celles qui n'ont pas été payées en entier.",
      "Of the past instalments, the share that was not paid in full."
    ]
  },
  {
    id: "instalments_short_share_12m",
    unit: "ratio",
    family: "repayment",
    direction: "raises",
    label: ["Part non payée en entier sur 12 mois", "Share not paid in full, last 12 months"],
    description: [
      "Parmi les échéances des 12 derniers mois, part de celles qui n'ont pas été payées en entier.",
      "Of the instalments of the last 12 months, the share that was not paid in full."
    ]
  },
  {
    id: "instalments_missing_amount",
    unit: "money",
    family: "repayment",
    direction: "raises",
    label: ["Somme manquante des échéances passées", "Amount missing from past instalments"],
    description: [
      "Total de ce qui manque aux échéances passées qui n'ont pas été payées en entier.",
      "The total of what is missing from past instalments that were not paid in full."
    ]
  },
  {
    id: "instalments_paid_to_income_12m",
    unit: "number",
    family: "repayment",
    direction: "none",
    label: ["Remboursements sur 12 mois rapportés au revenu", "Repayments of 12 months compared with income"],
    description: [
      "Sommes remboursées chez nous dans les 12 derniers mois, en nombre de fois le revenu déclaré.",
      "What was paid back to us in the last 12 months, as a number of times the declared income."
    ]
  },
  {
    id: "instalments_paid_trend",
    unit: "number",
    family: "repayment",
    direction: "none",
    label: ["Évolution des remboursements", "Change in repayments"],
    description: [
      "Sommes remboursées dans les 12 derniers mois, en nombre de fois celles des 12 mois d'avant.",
      "What was paid back in the last 12 months, as a number of times that of the 12 months before."
    ]
  },
  {
    id: "instalment_to_paid_mean",
    unit: "number",
    family: "credit",
    direction: "raises",
    actionable: true,
    label: ["Mensualité rapportée aux échéances habituelles", "Instalment compared with the usual ones"],
    description: [
      "Mensualité du crédit demandé, en nombre de fois l'échéance moyenne des 12 derniers mois.",
      "The instalment of this credit, as a number of times the mean instalment of the last 12 months."
    ]
  },
  {
    id: "instalments_latest_late_months",
    unit: "monthsAgo",
    family: "repayment",
    direction: "lowers",
    label: ["Dernier paiement en retard", "Latest late payment"],
    description: [
      "Temps écoulé depuis la dernière échéance payée en retard ; absent s'il n'y en a pas eu.",
      "Time since the latest instalment that was paid late; absent if there was none."
    ]
  },
  {
    id: "instalments_latest_months",
    unit: "monthsAgo",
    family: "repayment",
    direction: "none",
    label: ["Dernière échéance chez nous", "Latest instalment with us"],
    description: [
      "Temps écoulé depuis la dernière échéance que le client a eue à payer chez nous.",
      "Time since the latest instalment that the client had to pay us."
    ]
  },
  {
    id: "instalments_first_years",
    unit: "yearsAgo",
    family: "repayment",
    direction: "lowers",
    label: ["Première échéance chez nous", "First instalment with us"],
    description: [
      "Temps écoulé depuis la première échéance que le client a eue à payer chez nous.",
      "Time since the first instalment that the client had to pay us."
    ]
  },
  {
    id: "instalments_late_3m",
    unit: "count",
    family: "repayment",
    direction: "raises",
    label: ["Retards de paiement sur 3 mois", "Late payments, last 3 months"],
    description: [
      "Nombre d'échéances des 3 derniers mois payées après leur date.",
      "How many instalments of the last 3 months were paid after their date."
    ]
  },
  {
    id: "instalments_delay_trend",
    unit: "days",
    family: "repayment",
    direction: "raises",
    label: ["Évolution du retard moyen", "Change in the mean delay"],
    description: [
      "Retard moyen des échéances des 12 derniers mois, moins celui d'auparavant.",
      "The mean delay of the instalments of the last 12 months, minus that of those before."
    ]
  },
  {
    id: "instalments_delay_spread",
    unit: "days",
    family: "repayment",
    direction: "raises",
    label: ["Irrégularité des dates de paiement", "Irregularity of payment dates"],
    description: [
      "Écart type, en jours, entre la date de paiement et celle de l'échéance.",
      "The standard deviation, in days, of the payment date from the due date."
    ]
  },
  {
    id: "instalments_early_share",
    unit: "ratio",
    family: "repayment",
    direction: "lowers",
    label: ["Part des échéances payées en avance", "Share of instalments paid early"],
    description: [
      "Parmi les échéances passées, part de celles payées plus d'une semaine en avance.",
      "Of the past instalments, the share paid more than a week early."
    ]
  },
  {
    id: "instalments_in_parts_share",
    unit: "ratio",
    family: "repayment",
    direction: "raises",
    label: ["Part des échéances payées en plusieurs fois", "Share of instalments paid in parts"],
    description: [
      "Parmi les échéances passées, part de celles payées en plusieurs versements.",
      "Of the past instalments, the share paid in more than one payment."
    ]
  },
  {
    id: "instalments_paid_to_due",
    unit: "ratio",
    family: "repayment",
    direction: "lowers",
    label: ["Part payée de ce qui était dû", "Share paid of what was due"],
    description: [
      "Sommes payées chez nous, rapportées au total des échéances passées.",
      "What was paid to us, as a share of all past instalments."
    ]
  },
  {
    id: "instalments_paid_to_due_12m",
    unit: "ratio",
    family: "repayment",
    direction: "lowers",
    label: ["Part payée de ce qui était dû, sur 12 mois", "Share paid of what was due, last 12 months"],
    description: [
      "Sommes payées pour les échéances des 12 derniers mois, rapportées à leur total.",
      "What was paid for the instalments of the last 12 months, as a share of their total."
    ]
  },
  {
    id: "instalment_to_paid_largest",
    unit: "number",
    family: "credit",
    direction: "raises",
    actionable: true,
    label: ["Mensualité rapportée à la plus forte déjà payée", "Instalment compared with the largest paid"],
    description: [
      "Mensualité du crédit demandé, en nombre de fois la plus forte échéance que le client nous a payée en entier.",
      "The instalment of this credit, as a number of times the largest one that the client has paid us in full."
    ]
  }
]);
