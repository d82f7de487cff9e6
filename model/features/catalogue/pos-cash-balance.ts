import {define} from "./define.ts";

/** Purchase and cash loans of this lender, month by month. */
export const posCashBalance = define("POS_CASH_balance", [
  {
    id: "loans_followed",
    unit: "count",
    family: "repayment",
    direction: "none",
    label: ["Prêts suivis chez nous", "Loans followed with us"],
    description: [
      "Nombre de prêts, en cours ou passés, que nous avons suivis mois par mois.",
      "How many loans, running or past, we have followed month by month."
    ]
  },
  {
    id: "loans_latest_months",
    unit: "monthsAgo",
    family: "repayment",
    direction: "none",
    label: ["Dernier mois de prêt chez nous", "Latest month of a loan with us"],
    description: [
      "Temps écoulé depuis le dernier mois où le client avait un prêt chez nous.",
      "Time since the latest month in which the client had a loan with us."
    ]
  },
  {
    id: "loans_first_months",
    unit: "monthsAgo",
    family: "repayment",
    direction: "lowers",
    label: ["Premier mois de prêt chez nous", "First month of a loan with us"],
    description: [
      "Temps écoulé depuis le premier mois où le client avait un prêt chez nous.",
      "Time since the first month in which the client had a loan with us."
    ]
  },
  {
    id: "loans_late",
    unit: "count",
    family: "repayment",
    direction: "raises",
    label: ["Mois de prêt en retard chez nous", "Late months of loans with us"],
    description: [
      "Nombre de mois où un prêt chez nous avait un retard de paiement.",
      "How many months a loan with us was overdue."
    ]
  },
  {
    id: "loans_late_share",
    unit: "ratio",
    family: "repayment",
    direction: "raises",
    label: ["Part des mois de prêt en retard chez nous", "Share of late months of loans with us"],
    description: [
      "Parmi les mois de prêt chez nous, part de ceux avec un retard de paiement.",
      "Of the months of loans with us, the share that was overdue."
    ]
  },
  {
    id: "loans_late_3m",
    unit: "count",
    family: "repayment",
    direction: "raises",
    label: ["Mois de prêt en retard sur 3 mois", "Late months of loans, last 3 months"],
    description: [
      "Nombre de mois de prêt avec un retard chez nous, dans les 3 derniers mois.",
      "How many months of loans with us were overdue in the last 3 months."
    ]
  },
  {
    id: "loans_late_6m",
    unit: "count",
    family: "repayment",
    direction: "raises",
    label: ["Mois de prêt en retard sur 6 mois", "Late months of loans, last 6 months"],
    description: [
      "Nombre de mois de prêt avec un retard chez nous, dans les 6 derniers mois.",
      "How many months of loans with us were overdue in the last 6 months."
    ]
  },
  {
    id: "loans_late_12m",
    unit: "count",
    family: "repayment",
    direction: "raises",
    label: ["Mois de prêt en retard sur 12 mois", "Late months of loans, last 12 months"],
    description: [
      "Nombre de mois de prêt avec un retard chez nous, dans les 12 derniers mois.",
      "How many months of loans with us were overdue in the last 12 months."
    ]
  },
  {
    id: "loans_late_trend",
    unit: "ratio",
    family: "repayment",
    direction: "raises",
    label: ["Évolution des retards de prêt", "Change in the lateness of loans"],
    description: [
      "Part des mois de prêt en retard sur les 12 derniers mois, moins cette part auparavant.",
      "The share of overdue months of loans in the last 12 months minus that share before."
    ]
  },
  {
    id: "loans_seriously_late_share",
    unit: "ratio",
    family: "repayment",
    direction: "raises",
    label: ["Part des mois de prêt en retard sérieux", "Share of seriously late months of loans"],
    description: [
      "Parmi les mois de prêt chez nous, part de ceux en retard, sans compter les petites sommes.",
      "Of the months of loans with us, the share that was overdue, small sums apart."
    ]
  },
  {
    id: "loans_late_loan_share",
    unit: "ratio",
    family: "repayment",
    direction: "raises",
    label: ["Part des prêts ayant connu un retard", "Share of loans ever late"],
    description: [
      "Parmi les prêts chez nous, part de ceux qui ont eu au moins un mois en retard.",
      "Of the loans with us, the share that was overdue in at least one month."
    ]
  },
  {
    id: "loans_worst_days",
    unit: "days",
    family: "repayment",
    direction: "raises",
    label: ["Plus long retard de prêt chez nous", "Longest delay of a loan with us"],
    description: [
      "Plus grand nombre de jours de retard d'un prêt chez nous.",
      "The greatest number of days that a loan with us was overdue."
    ]
  },
  {
    id: "loans_worst_days_12m",
    unit: "days",
    family: "repayment",
    direction: "raises",
    label: ["Plus long retard de prêt sur 12 mois", "Longest delay of a loan, last 12 months"],
    description: [
      "Plus grand nombre de jours de retard d'un prêt chez nous dans les 12 derniers mois.",
      "The greatest number of days that a loan with us was overdue in the last 12 months."
    ]
  },
  {
    id: "loans_worst_serious_days",
    unit: "days",
    family: "repayment",
    direction: "raises",
    label: ["Plus long retard sérieux de prêt", "Longest serious delay of a loan"],
    description: [
      "Plus grand nombre de jours de retard d'un prêt chez nous, sans compter les petites sommes.",
      "The greatest number of days that a loan with us was overdue, small sums apart."
    ]
  },
  {
    id: "loans_latest_late_months",
    unit: "monthsAgo",
    family: "repayment",
    direction: "lowers",
    label: ["Dernier retard de prêt chez nous", "Latest delay of a loan with us"],
    description: [
      "Temps écoulé depuis le dernier mois où un prêt chez nous était en retard ; absent s'il n'y en a pas eu.",
      "Time since the latest month in which a loan with us was overdue; absent if there was none."
    ]
  },
  {
    id: "loans_completed_share",
    unit: "ratio",
    family: "repayment",
    direction: "lowers",
    label: ["Part des prêts entièrement remboursés", "Share of loans fully repaid"],
    description: [
      "Parmi les prêts chez nous, part de ceux qui sont entièrement remboursés.",
      "Of the loans with us, the share that is fully repaid."
    ]
  },
  {
    id: "loans_completed_early_share",
    unit: "ratio",
    family: "repayment",
    direction: "lowers",
    label: ["Part des prêts remboursés avant terme", "Share of loans repaid ahead of time"],
    description: [
      "Parmi les prêts remboursés chez nous, part de ceux qui l'ont été en moins de mois que prévu.",
      "Of the loans repaid with us, the share that took fewer months than planned."
    ]
  },
  {
    id: "loans_demanded",
    unit: "count",
    family: "repayment",
    direction: "raises",
    label: ["Prêts dont le remboursement a été exigé", "Loans called in"],
    description: [
      "Nombre de prêts chez nous dont nous avons exigé le remboursement immédiat ou constaté la perte.",
      "How many loans with us were called in at once or written off."
    ]
  },
  {
    id: "loans_rescheduled_share",
    unit: "ratio",
    family: "repayment",
    direction: "none",
    label: ["Part des prêts dont la durée a changé", "Share of loans whose length changed"],
    description: [
      "Parmi les prêts chez nous, part de ceux dont le nombre d'échéances a été modifié en cours de route.",
      "Of the loans with us, the share whose number of instalments was changed along the way."
    ]
  },
  {
    id: "loans_running",
    unit: "count",
    family: "debts",
    direction: "raises",
    label: ["Prêts en cours de remboursement", "Loans being repaid"],
    description: [
      "Nombre de prêts chez nous que le client remboursait encore le mois dernier ou le précédent.",
      "How many loans with us were still being repaid last month or the month before."
    ]
  },
  {
    id: "loans_remaining_instalments",
    unit: "count",
    family: "debts",
    direction: "raises",
    label: ["Échéances restantes de nos prêts", "Instalments left on our loans"],
    description: [
      "Nombre d'échéances qui restent à payer sur les prêts en cours chez nous.",
      "How many instalments are left to pay on the loans running with us."
    ]
  },
  {
    id: "loans_remaining_share",
    unit: "ratio",
    family: "debts",
    direction: "raises",
    label: ["Part restante des échéances de nos prêts", "Share of our loans' instalments left"],
    description: [
      "Échéances qui restent à payer sur les prêts en cours chez nous, rapportées à leur nombre total.",
      "The instalments left to pay on the loans running with us, as a share of them all."
    ]
  },
  {
    id: "loans_term_mean",
    unit: "months",
    family: "applications",
    direction: "raises",
    label: ["Durée moyenne de nos prêts", "Mean length of our loans"],
    description: [
      "Durée moyenne des prêts, en cours ou passés, que le client a eus chez nous.",
      "The mean length of the loans, running or past, that the client has had with us."
    ]
  },
  {
    id: "loans_late_24m",
    unit: "count",
    family: "repayment",
    direction: "raises",
    label: ["Mois de prêt en retard sur 24 mois", "Late months of loans, last 24 months"],
    description: [
      "Nombre de mois de prêt avec un retard chez nous, dans les 24 derniers mois.",
      "How many months of loans with us were overdue in the last 24 months."
    ]
  },
  {
    id: "loans_latest_late_share",
    unit: "ratio",
    family: "repayment",
    direction: "raises",
    label: ["Part des mois en retard du dernier crédit", "Share of late months of the latest credit"],
    description: [
      "Parmi les mois du dernier crédit commencé chez nous, part de ceux où il était en retard.",
      "Of the months of the credit that began last with us, the share that was late."
    ]
  },
  {
    id: "loans_remaining_longest",
    unit: "months",
    family: "debts",
    direction: "raises",
    label: ["Échéances restantes du crédit le plus long", "Instalments left of the longest credit"],
    description: [
      "Plus grand nombre d'échéances qui restent à payer sur un crédit en cours chez nous.",
      "The largest number of instalments left to pay on one running credit with us."
    ]
  }
]);
