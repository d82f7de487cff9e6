import type {Clauses} from "./applicant-clauses.ts";

/** Cards of this lender, month by month, to the applicant. */
export const creditCardBalanceClauses: Clauses = {
  card_months: {
    value: ["Vous {ne}avez eu {value} de carte de crédit chez nous", "You have had {value} of credit card with us"]
  },
  card_latest_months: {
    value: ["Votre dernier relevé de carte a été établi {value}", "Your latest card statement was made {value}"]
  },
  card_first_months: {
    value: ["Votre premier relevé de carte a été établi {value}", "Your first card statement was made {value}"]
  },
  card_balance_3m: {
    value: ["Vous devez en moyenne {value} sur votre carte", "You owe {value} on your card on average"],
    zero: ["Vous ne devez rien sur votre carte", "You owe nothing on your card"]
  },
  card_balance_to_income: {
    value: ["Vous devez sur votre carte {value} votre revenu", "You owe {value} your income on your card"],
    zero: ["Vous ne devez rien sur votre carte", "You owe nothing on your card"]
  },
  card_use: {
    value: [
      "Depuis le début, vous avez utilisé {value} du plafond de votre carte",
      "Since the start, you have used {value} of your card's limit"
    ],
    zero: ["Vous n'avez jamais rien dû sur votre carte", "You have never owed anything on your card"]
  },
  card_use_3m: {
    value: [
      "Sur les 3 derniers mois, vous avez utilisé {value} du plafond de votre carte",
      "Over the last 3 months, you have used {value} of your card's limit"
    ],
    zero: [
      "Sur les 3 derniers mois, vous ne deviez rien sur votre carte",
      "Over the last 3 months, you owed nothing on your card"
    ]
  },
  card_use_6m: {
    value: [
      "Sur les 6 derniers mois, vous avez utilisé {value} du plafond de votre carte",
      "Over the last 6 months, you have used {value} of your card's limit"
    ],
    zero: [
      "Sur les 6 derniers mois, vous ne deviez rien sur votre carte",
      "Over the last 6 months, you owed nothing on your card"
    ]
  },
  card_use_12m: {
    value: [
      "Sur les 12 derniers mois, vous avez utilisé {value} du plafond de votre carte",
      "Over the last 12 months, you have used {value} of your card's limit"
    ],
    zero: [
      "Sur les 12 derniers mois, vous ne deviez rien sur votre carte",
      "Over the last 12 months, you owed nothing on your card"
    ]
  },
  card_use_24m: {
    value: [
      "Sur les 24 derniers mois, vous avez utilisé {value} du plafond de votre carte",
      "Over the last 24 months, you have used {value} of your card's limit"
    ],
    zero: [
      "Sur les 24 derniers mois, vous ne deviez rien sur votre carte",
      "Over the last 24 months, you owed nothing on your card"
    ]
  },
  card_use_most_12m: {
    value: [
      "Sur les 12 derniers mois, vous avez utilisé jusqu'à {value} du plafond de votre carte",
      "Over the last 12 months, you have used up to {value} of your card's limit"
    ],
    zero: [
      "Sur les 12 derniers mois, vous ne deviez rien sur votre carte",
      "Over the last 12 months, you owed nothing on your card"
    ]
  },
  card_nearly_full_share_12m: {
    value: [
      "Votre carte a été presque au plafond {value} des 12 derniers mois",
      "Your card was nearly at its limit {value} of the last 12 months"
    ],
    zero: [
      "Votre carte n'a pas approché son plafond sur les 12 derniers mois",
      "Your card did not come near its limit in the last 12 months"
    ]
  },
  card_over_limit_months: {
    value: [
      "Vous avez dépassé le plafond de votre carte pendant {value}",
      "You were over your card's limit for {value}"
    ],
    zero: ["Vous n'avez jamais dépassé le plafond de votre carte", "You never went over your card's limit"]
  },
  card_owing_share: {
    value: [
      "Vous deviez une somme sur votre carte pendant {value} des mois",
      "You owed something on your card for {value} of the months"
    ],
    zero: ["Vous n'avez jamais rien dû sur votre carte", "You have never owed anything on your card"]
  },
  card_minimum_to_income: {
    value: [
      "Le minimum de votre carte prend {value} de votre revenu",
      "Your card's minimum payment takes {value} of your income"
    ],
    zero: [
      "Votre carte n'appelle aucun versement minimal en ce moment",
      "Your card calls for no minimum payment at present"
    ]
  },
  card_limit: {value: ["Le plafond de votre carte est de {value}", "Your card's limit is {value}"]},
  card_drawn_to_income_12m: {
    value: [
      "En 12 mois, vous avez dépensé par carte {value} votre revenu",
      "In 12 months, you have spent {value} your income by card"
    ],
    zero: ["En 12 mois, vous n'avez rien dépensé par carte", "In 12 months, you have spent nothing by card"]
  },
  card_drawn_to_income_3m: {
    value: [
      "En 3 mois, vous avez dépensé par carte {value} votre revenu",
      "In 3 months, you have spent {value} your income by card"
    ],
    zero: ["En 3 mois, vous n'avez rien dépensé par carte", "In 3 months, you have spent nothing by card"]
  },
  card_cash_share_12m: {
    value: [
      "De vos dépenses par carte sur 12 mois, {value} étaient des retraits d'espèces",
      "Of your card spending over 12 months, {value} was cash withdrawn"
    ],
    zero: ["En 12 mois, vous n'avez pas retiré d'espèces par carte", "In 12 months, you have withdrawn no cash by card"]
  },
  card_drawings_12m: {
    value: [
      "Sur 12 mois, vous {ne}avez fait {value} par carte et par mois",
      "Over 12 months, you made {value} a month by card"
    ]
  },
  card_withdrawals_12m: {
    value: [
      "Sur 12 mois, vous {ne}avez fait {value} d'espèces par mois avec la carte",
      "Over 12 months, you made {value} of cash a month with the card"
    ]
  },
  card_withdrawals_3m: {
    value: [
      "Sur 3 mois, vous {ne}avez fait {value} d'espèces par mois avec la carte",
      "Over 3 months, you made {value} of cash a month with the card"
    ]
  },
  card_withdrawn_to_limit_12m: {
    value: [
      "Sur 12 mois, vous avez retiré par mois {value} du plafond de votre carte",
      "Over 12 months, you withdrew {value} of your card's limit a month"
    ],
    zero: ["En 12 mois, vous n'avez pas retiré d'espèces par carte", "In 12 months, you have withdrawn no cash by card"]
  },
  card_latest_drawn_months: {
    value: ["Vous avez utilisé votre carte pour la dernière fois {value}", "You last used your card {value}"]
  },
  card_paid_share_12m: {
    value: [
      "Vous remboursez chaque mois {value} de la somme due sur votre carte",
      "You repay {value} of what you owe on your card each month"
    ],
    zero: [
      "Sur les 12 derniers mois, vous n'avez rien remboursé sur votre carte",
      "Over the last 12 months, you have repaid nothing on your card"
    ]
  },
  card_paid_to_minimum: {
    value: [
      "Vous remboursez {value} le minimum demandé sur votre carte",
      "You repay {value} the minimum asked for on your card"
    ],
    zero: [
      "Vous n'avez rien versé du minimum demandé sur votre carte",
      "You have paid nothing of the minimum asked for on your card"
    ]
  },
  card_below_minimum_share: {
    value: [
      "Vous avez versé moins que le minimum de votre carte pendant {value} des mois",
      "You paid less than your card's minimum in {value} of the months"
    ],
    zero: [
      "Vous avez toujours versé au moins le minimum de votre carte",
      "You have always paid at least your card's minimum"
    ]
  },
  card_late_share: {
    value: ["Votre carte a été en retard pendant {value} des mois", "Your card was overdue for {value} of the months"],
    zero: ["Votre carte n'a jamais été en retard", "Your card was never overdue"]
  },
  card_late_3m: {
    value: [
      "Sur les 3 derniers mois, votre carte a été en retard pendant {value}",
      "Of the last 3 months, your card was overdue for {value}"
    ],
    zero: [
      "Sur les 3 derniers mois, votre carte n'a jamais été en retard",
      "Over the last 3 months, your card was never overdue"
    ]
  },
  card_late_6m: {
    value: [
      "Sur les 6 derniers mois, votre carte a été en retard pendant {value}",
      "Of the last 6 months, your card was overdue for {value}"
    ],
    zero: [
      "Sur les 6 derniers mois, votre carte n'a jamais été en retard",
      "Over the last 6 months, your card was never overdue"
    ]
  },
  card_late_12m: {
    value: [
      "Sur les 12 derniers mois, votre carte a été en retard pendant {value}",
      "Of the last 12 months, your card was overdue for {value}"
    ],
    zero: [
      "Sur les 12 derniers mois, votre carte n'a jamais été en retard",
      "Over the last 12 months, your card was never overdue"
    ]
  },
  card_late_24m: {
    value: [
      "Sur les 24 derniers mois, votre carte a été en retard pendant {value}",
      "Of the last 24 months, your card was overdue for {value}"
    ],
    zero: [
      "Sur les 24 derniers mois, votre carte n'a jamais été en retard",
      "Over the last 24 months, your card was never overdue"
    ]
  },
  card_seriously_late_share: {
    value: [
      "Petites sommes à part, votre carte a été en retard pendant {value} des mois",
      "Small sums apart, your card was overdue for {value} of the months"
    ],
    zero: [
      "Petites sommes à part, votre carte n'a jamais été en retard",
      "Small sums apart, your card was never overdue"
    ]
  },
  card_worst_days: {
    value: ["Votre plus long retard de carte a été de {value}", "Your longest delay on the card was {value}"],
    zero: ["Votre carte n'a jamais été en retard", "Your card was never overdue"]
  },
  card_worst_serious_days: {
    value: [
      "Petites sommes à part, votre plus long retard de carte a été de {value}",
      "Small sums apart, your longest delay on the card was {value}"
    ],
    zero: [
      "Petites sommes à part, votre carte n'a jamais été en retard",
      "Small sums apart, your card was never overdue"
    ]
  },
  card_latest_late_months: {
    value: ["Votre carte a été en retard pour la dernière fois {value}", "Your card was last overdue {value}"]
  }
};
