import {define} from "./define.ts";

/** How credits with other lenders were repaid, month by month. A month of two credits counts twice. */
export const bureauBalance = define("bureau_balance", [
  {
    id: "monthly_credits",
    unit: "count",
    family: "repayment",
    direction: "none",
    label: ["Crédits d'ailleurs suivis mois par mois", "Credits elsewhere followed month by month"],
    description: [
      "Nombre de crédits auprès d'autres prêteurs dont on connaît le remboursement mois par mois.",
      "How many credits with other lenders are known month by month."
    ]
  },
  {
    id: "monthly_known",
    unit: "count",
    family: "repayment",
    direction: "lowers",
    label: ["Mois de remboursement connus ailleurs", "Months of repayment known elsewhere"],
    description: [
      "Nombre de mensualités auprès d'autres prêteurs dont on sait si elles ont été payées à temps.",
      "How many monthly payments to other lenders are known to have been on time or late."
    ]
  },
  {
    id: "monthly_unknown_share",
    unit: "ratio",
    family: "repayment",
    direction: "none",
    label: ["Part des mois sans information ailleurs", "Share of months without information elsewhere"],
    description: [
      "Parmi les mois de crédit auprès d'autres prêteurs, part de ceux dont le paiement n'est pas connu.",
      "Of the months of credit with other lenders, the share whose payment is not known."
    ]
  },
  {
    id: "monthly_oldest_months",
    unit: "monthsAgo",
    family: "repayment",
    direction: "lowers",
    label: ["Début du suivi mensuel ailleurs", "Start of the monthly record elsewhere"],
    description: [
      "Temps écoulé depuis le premier mois connu d'un crédit auprès d'un autre prêteur.",
      "Time since the first known month of a credit with another lender."
    ]
  },
  {
    id: "monthly_late",
    unit: "count",
    family: "repayment",
    direction: "raises",
    label: ["Mensualités payées en retard ailleurs", "Monthly payments made late elsewhere"],
    description: [
      "Nombre de mensualités payées en retard auprès d'autres prêteurs.",
      "How many monthly payments to other lenders were late."
    ]
  },
  {
    id: "monthly_late_share",
    unit: "ratio",
    family: "repayment",
    direction: "raises",
    label: ["Part des mensualités en retard ailleurs", "Share of late monthly payments elsewhere"],
    description: [
      "Parmi les mensualités connues auprès d'autres prêteurs, part de celles payées en retard.",
      "Of the known monthly payments to other lenders, the share that was late."
    ]
  },
  {
    id: "monthly_late_3m",
    unit: "count",
    family: "repayment",
    direction: "raises",
    label: ["Mensualités en retard ailleurs, sur 3 mois", "Late monthly payments elsewhere, last 3 months"],
    description: [
      "Nombre de mensualités en retard auprès d'autres prêteurs dans les 3 derniers mois.",
      "How many monthly payments to other lenders were late in the last 3 months."
    ]
  },
  {
    id: "monthly_late_6m",
    unit: "count",
    family: "repayment",
    direction: "raises",
    label: ["Mensualités en retard ailleurs, sur 6 mois", "Late monthly payments elsewhere, last 6 months"],
    description: [
      "Nombre de mensualités en retard auprès d'autres prêteurs dans les 6 derniers mois.",
      "How many monthly payments to other lenders were late in the last 6 months."
    ]
  },
  {
    id: "monthly_late_12m",
    unit: "count",
    family: "repayment",
    direction: "raises",
    label: ["Mensualités en retard ailleurs, sur 12 mois", "Late monthly payments elsewhere, last 12 months"],
    description: [
      "Nombre de mensualités en retard auprès d'autres prêteurs dans les 12 derniers mois.",
      "How many monthly payments to other lenders were late in the last 12 months."
    ]
  },
  {
    id: "monthly_late_24m",
    unit: "count",
    family: "repayment",
    direction: "raises",
    label: ["Mensualités en retard ailleurs, sur 24 mois", "Late monthly payments elsewhere, last 24 months"],
    description: [
      "Nombre de mensualités en retard auprès d'autres prêteurs dans les 24 derniers mois.",
      "How many monthly payments to other lenders were late in the last 24 months."
    ]
  },
  {
    id: "monthly_late_share_12m",
    unit: "ratio",
    family: "repayment",
    direction: "raises",
    label: ["Part des mensualités en retard ailleurs, sur 12 mois", "Share of late payments elsewhere, last 12 months"],
    description: [
      "Parmi les mensualités des 12 derniers mois auprès d'autres prêteurs, part de celles payées en retard.",
      "Of the last 12 months' payments to other lenders, the share that was late."
    ]
  },
  {
    id: "monthly_late_trend",
    unit: "ratio",
    family: "repayment",
    direction: "raises",
    label: ["Évolution des retards ailleurs", "Change in lateness elsewhere"],
    description: [
      "Part des mensualités en retard sur les 12 derniers mois, moins cette part auparavant, auprès d'autres prêteurs.",
      "The share of late payments in the last 12 months minus that share before, with other lenders."
    ]
  },
  {
    id: "monthly_late_credits",
    unit: "count",
    family: "repayment",
    direction: "raises",
    label: ["Crédits d'ailleurs payés au moins une fois en retard", "Credits elsewhere paid late at least once"],
    description: [
      "Nombre de crédits auprès d'autres prêteurs dont au moins une mensualité a été payée en retard.",
      "How many credits with other lenders had at least one late monthly payment."
    ]
  },
  {
    id: "monthly_late_credit_share",
    unit: "ratio",
    family: "repayment",
    direction: "raises",
    label: ["Part des crédits d'ailleurs payés parfois en retard", "Share of credits elsewhere sometimes paid late"],
    description: [
      "Parmi les crédits d'ailleurs suivis mois par mois, part de ceux dont une mensualité a été en retard.",
      "Of the credits elsewhere known month by month, the share with a late monthly payment."
    ]
  },
  {
    id: "monthly_worst_days",
    unit: "days",
    family: "repayment",
    direction: "raises",
    label: ["Plus long retard ailleurs (au moins)", "Longest delay elsewhere (at least)"],
    description: [
      "Retard le plus long auprès d'autres prêteurs : 1, 31, 61, 91 ou 121 jours au moins, 0 s'il n'y en a pas eu.",
      "The longest delay with other lenders: at least 1, 31, 61, 91 or 121 days, 0 if there was none."
    ]
  },
  {
    id: "monthly_worst_days_12m",
    unit: "days",
    family: "repayment",
    direction: "raises",
    label: ["Plus long retard ailleurs (au moins), sur 12 mois", "Longest delay elsewhere (at least), last 12 months"],
    description: [
      "Retard le plus long des 12 derniers mois auprès d'autres prêteurs : 1, 31, 61, 91 ou 121 jours au moins.",
      "The longest delay of the last 12 months with other lenders: at least 1, 31, 61, 91 or 121 days."
    ]
  },
  {
    id: "monthly_latest_late_months",
    unit: "monthsAgo",
    family: "repayment",
    direction: "lowers",
    label: ["Dernière mensualité en retard ailleurs", "Latest late monthly payment elsewhere"],
    description: [
      "Temps écoulé depuis la dernière mensualité en retard auprès d'un autre prêteur ; absent s'il n'y en a pas eu.",
      "Time since the latest late payment to another lender; absent if there was none."
    ]
  },
  {
    id: "monthly_closed_share",
    unit: "ratio",
    family: "repayment",
    direction: "lowers",
    label: ["Part des mois ailleurs où le crédit était soldé", "Share of months elsewhere with credit closed"],
    description: [
      "Parmi les mois suivis auprès d'autres prêteurs, part de ceux où le crédit était déjà soldé.",
      "Of the months known with other lenders, the share in which the credit was already closed."
    ]
  },
  {
    id: "monthly_late_share_24m",
    unit: "ratio",
    family: "repayment",
    direction: "raises",
    label: ["Part des mensualités en retard ailleurs, sur 24 mois", "Share of late payments elsewhere, last 24 months"],
    description: [
      "Parmi les mensualités des 24 derniers mois auprès d'autres prêteurs, part de celles payées en retard.",
      "Of the last 24 months' payments to other lenders, the share that was late."
    ]
  },
  {
    id: "monthly_late_month",
    unit: "count",
    family: "repayment",
    direction: "raises",
    label: ["Mois avec plus de 30 jours de retard ailleurs", "Months over 30 days late elsewhere"],
    description: [
      "Nombre de mois où le retard auprès d'un autre prêteur dépassait 30 jours.",
      "How many months a payment to another lender was more than 30 days late."
    ]
  },
  {
    id: "monthly_late_credits_12m",
    unit: "count",
    family: "repayment",
    direction: "raises",
    label: ["Crédits d'ailleurs en retard, sur 12 mois", "Credits elsewhere paid late, last 12 months"],
    description: [
      "Nombre de crédits d'ailleurs dont une mensualité des 12 derniers mois a été payée en retard.",
      "How many credits elsewhere had a late monthly payment in the last 12 months."
    ]
  },
  {
    id: "monthly_worst_days_24m",
    unit: "days",
    family: "repayment",
    direction: "raises",
    label: ["Plus long retard ailleurs (au moins), sur 24 mois", "Longest delay elsewhere (at least), last 24 months"],
    description: [
      "Retard le plus long des 24 derniers mois auprès d'autres prêteurs : 1, 31, 61, 91 ou 121 jours au moins.",
      "The longest delay of the last 24 months with other lenders: at least 1, 31, 61, 91 or 121 days."
    ]
  }
]);
