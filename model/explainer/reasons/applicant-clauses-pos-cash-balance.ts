import type {Clauses} from "./applicant-clauses.ts";

/** Loans of this lender, month by month, to the applicant. */
export const posCashBalanceClauses: Clauses = {
  loans_followed: {value: ["Vous {ne}avez eu {value} chez nous", "You have had {value} with us"]},
  loans_latest_months: {value: ["Vous aviez un prêt chez nous {value} encore", "You still had a loan with us {value}"]},
  loans_completed_share: {
    value: [
      "Vous avez entièrement remboursé {value} de vos prêts chez nous",
      "You have fully repaid {value} of your loans with us"
    ],
    zero: [
      "Vous n'avez pas encore entièrement remboursé de prêt chez nous",
      "You have not yet fully repaid a loan with us"
    ]
  },
  loans_rescheduled_share: {
    value: [
      "La durée de {value} de vos prêts chez nous a changé",
      "The length of {value} of your loans with us changed"
    ],
    zero: ["La durée de vos prêts chez nous n'a jamais changé", "The length of your loans with us never changed"]
  },
  loans_first_months: {
    value: ["Vous avez eu votre premier prêt chez nous {value}", "You had your first loan with us {value}"]
  },
  loans_late: {
    value: ["Vous {ne}avez eu {value} de prêt en retard chez nous", "Your loans with us have had {value} overdue"]
  },
  loans_late_share: {
    value: [
      "Vos prêts chez nous ont été en retard pendant {value} des mois",
      "Your loans with us were late for {value} of the months"
    ],
    zero: ["Vos prêts chez nous n'ont jamais été en retard", "Your loans with us were never late"]
  },
  loans_late_3m: {
    value: [
      "Sur 3 mois, vous {ne}avez eu {value} de prêt en retard chez nous",
      "Over the last 3 months, your loans with us had {value} overdue"
    ]
  },
  loans_late_6m: {
    value: [
      "Sur 6 mois, vous {ne}avez eu {value} de prêt en retard chez nous",
      "Over the last 6 months, your loans with us had {value} overdue"
    ]
  },
  loans_late_12m: {
    value: [
      "Sur 12 mois, vous {ne}avez eu {value} de prêt en retard chez nous",
      "Over the last 12 months, your loans with us had {value} overdue"
    ]
  },
  loans_late_24m: {
    value: [
      "Sur 24 mois, vous {ne}avez eu {value} de prêt en retard chez nous",
      "Over the last 24 months, your loans with us had {value} overdue"
    ]
  },
  loans_seriously_late_share: {
    value: [
      "Petites sommes à part, vos prêts ont été en retard pendant {value} des mois",
      "Small sums apart, your loans were late for {value} of the months"
    ],
    zero: [
      "Petites sommes à part, vos prêts chez nous n'ont jamais été en retard",
      "Small sums apart, your loans with us were never late"
    ]
  },
  loans_late_loan_share: {
    value: [
      "De vos prêts chez nous, {value} ont connu un retard",
      "Of your loans with us, {value} were late at some time"
    ],
    zero: ["Aucun de vos prêts chez nous n'a connu de retard", "None of your loans with us was ever late"]
  },
  loans_latest_late_share: {
    value: [
      "Votre dernier crédit chez nous a été en retard pendant {value} des mois",
      "Your latest credit with us was late for {value} of the months"
    ],
    zero: ["Votre dernier crédit chez nous n'a jamais été en retard", "Your latest credit with us was never late"]
  },
  loans_worst_days: {
    value: [
      "Votre plus long retard de prêt chez nous a été de {value}",
      "Your longest delay on a loan with us was {value}"
    ],
    zero: ["Vous n'avez eu aucun retard de prêt chez nous", "You have had no delay on a loan with us"]
  },
  loans_worst_days_12m: {
    value: [
      "En 12 mois, votre plus long retard de prêt chez nous a été de {value}",
      "In 12 months, your longest delay on a loan with us was {value}"
    ],
    zero: [
      "En 12 mois, vous n'avez eu aucun retard de prêt chez nous",
      "In 12 months, you have had no delay on a loan with us"
    ]
  },
  loans_worst_serious_days: {
    value: [
      "Petites sommes à part, votre plus long retard de prêt a été de {value}",
      "Small sums apart, your longest delay on a loan was {value}"
    ],
    zero: [
      "Petites sommes à part, vous n'avez eu aucun retard de prêt chez nous",
      "Small sums apart, you have had no delay on a loan with us"
    ]
  },
  loans_latest_late_months: {
    value: [
      "Vous avez eu un prêt en retard chez nous pour la dernière fois {value}",
      "You last had a late loan with us {value}"
    ]
  },
  loans_demanded: {
    value: [
      "Nous avons exigé de vous le remboursement immédiat de {value}, ou constaté sa perte",
      "We have called in or written off {value} of yours"
    ],
    zero: ["Nous n'avons exigé le remboursement immédiat d'aucun de vos prêts", "We have called in none of your loans"]
  },
  loans_completed_early_share: {
    value: [
      "Vous avez remboursé avant terme {value} de vos prêts chez nous",
      "You repaid {value} of your loans with us ahead of time"
    ],
    zero: ["Vous n'avez remboursé avant terme aucun prêt chez nous", "You repaid no loan with us ahead of time"]
  },
  loans_running: {
    value: ["Vous {ne}remboursez {value} chez nous en ce moment", "You are repaying {value} with us at present"]
  },
  loans_remaining_instalments: {
    value: [
      "Il {ne}vous reste {value} à payer sur vos prêts chez nous",
      "You have {value} left to pay on your loans with us"
    ]
  },
  loans_remaining_share: {
    value: [
      "Il vous reste à payer {value} des échéances de vos prêts chez nous",
      "You have {value} of the instalments of your loans with us left to pay"
    ],
    zero: [
      "Il ne vous reste aucune échéance à payer sur vos prêts chez nous",
      "You have no instalment left to pay on your loans with us"
    ]
  },
  loans_remaining_longest: {
    value: [
      "Votre crédit le plus long chez nous dure encore {value}",
      "Your longest credit with us still runs for {value}"
    ]
  },
  loans_term_mean: {
    value: ["Vos prêts chez nous ont duré {value} en moyenne", "Your loans with us ran for {value} on average"]
  }
};
