import {creditCardLately} from "./credit-card-lately.ts";
import {define} from "./define.ts";

const months = define("credit_card_balance", [
  {
    id: "card_months",
    unit: "count",
    family: "debts",
    direction: "none",
    label: ["Mois de carte de crédit chez nous", "Months of credit card with us"],
    description: [
      "Nombre de relevés mensuels de carte de crédit chez nous.",
      "How many monthly credit card statements we hold."
    ]
  },
  {
    id: "card_latest_months",
    unit: "monthsAgo",
    family: "debts",
    direction: "none",
    label: ["Dernier relevé de carte", "Latest card statement"],
    description: [
      "Temps écoulé depuis le dernier relevé de carte de crédit chez nous.",
      "Time since the latest credit card statement with us."
    ]
  },
  {
    id: "card_first_months",
    unit: "monthsAgo",
    family: "debts",
    direction: "lowers",
    label: ["Premier relevé de carte", "First card statement"],
    description: [
      "Temps écoulé depuis le premier relevé de carte de crédit chez nous.",
      "Time since the first credit card statement with us."
    ]
  },
  {
    id: "card_balance_3m",
    unit: "money",
    family: "debts",
    direction: "raises",
    label: ["Somme due sur la carte", "Owed on the card"],
    description: [
      "Somme due en moyenne sur la carte de crédit dans les 3 derniers mois.",
      "What was owed on the credit card, on average over the last 3 months."
    ]
  },
  {
    id: "card_balance_to_income",
    unit: "number",
    family: "debts",
    direction: "raises",
    label: ["Somme due sur la carte rapportée au revenu", "Owed on the card compared with income"],
    description: [
      "Somme due en moyenne sur 3 mois, en nombre de fois le revenu déclaré.",
      "What was owed on average over 3 months, as a number of times the declared income."
    ]
  },
  {
    id: "card_limit",
    unit: "money",
    family: "debts",
    direction: "lowers",
    label: ["Plafond de la carte", "Card limit"],
    description: [
      "Plafond moyen de la carte de crédit dans les 3 derniers mois.",
      "The mean limit of the credit card over the last 3 months."
    ]
  },
  {
    id: "card_use",
    unit: "ratio",
    family: "debts",
    direction: "raises",
    label: ["Part utilisée de la carte, depuis le début", "Share of the card limit used, since the start"],
    description: [
      "Somme due sur la carte rapportée au plafond, en moyenne depuis le premier relevé.",
      "What was owed as a share of the card's limit, on average since the first statement."
    ]
  },
  {
    id: "card_use_3m",
    unit: "ratio",
    family: "debts",
    direction: "raises",
    label: ["Part utilisée de la carte, sur 3 mois", "Share of the card limit used, last 3 months"],
    description: [
      "Somme due sur la carte rapportée au plafond, en moyenne dans les 3 derniers mois.",
      "What was owed as a share of the card's limit, on average over the last 3 months."
    ]
  },
  {
    id: "card_use_12m",
    unit: "ratio",
    family: "debts",
    direction: "raises",
    label: ["Part utilisée de la carte, sur 12 mois", "Share of the card limit used, last 12 months"],
    description: [
      "Somme due sur la carte rapportée au plafond, en moyenne dans les 12 derniers mois.",
      "What was owed as a share of the card's limit, on average over the last 12 months."
    ]
  },
  {
    id: "card_use_trend",
    unit: "ratio",
    family: "debts",
    direction: "raises",
    label: ["Évolution de l'utilisation de la carte", "Change in the use of the card"],
    description: [
      "Part utilisée de la carte dans les 12 derniers mois, moins celle des 12 mois d'avant.",
      "The share of the card's limit used in the last 12 months minus that of the 12 months before."
    ]
  },
  {
    id: "card_use_most_12m",
    unit: "ratio",
    family: "debts",
    direction: "raises",
    label: ["Plus forte utilisation de la carte sur 12 mois", "Most use of the card, last 12 months"],
    description: [
      "Plus forte part du plafond utilisée à un relevé des 12 derniers mois.",
      "The largest share of the limit used at a statement of the last 12 months."
    ]
  },
  {
    id: "card_nearly_full_share_12m",
    unit: "ratio",
    family: "debts",
    direction: "raises",
    label: ["Part des mois où la carte était presque pleine", "Share of months with the card nearly full"],
    description: [
      "Parmi les 12 derniers mois, part de ceux où plus de 90 % du plafond était utilisé.",
      "Of the last 12 months, the share in which more than 90% of the limit was used."
    ]
  },
  {
    id: "card_over_limit_months",
    unit: "count",
    family: "debts",
    direction: "raises",
    label: ["Mois de dépassement du plafond", "Months over the card limit"],
    description: [
      "Nombre de mois où la somme due dépassait le plafond de la carte.",
      "How many months more was owed than the card's limit."
    ]
  },
  {
    id: "card_owing_share",
    unit: "ratio",
    family: "debts",
    direction: "raises",
    label: ["Part des mois avec une somme due sur la carte", "Share of months with a card balance owed"],
    description: [
      "Parmi les relevés de carte, part de ceux où le client devait de l'argent.",
      "Of the card statements, the share at which the client owed money."
    ]
  },
  {
    id: "card_drawn_to_income_12m",
    unit: "number",
    family: "debts",
    direction: "raises",
    label: ["Dépenses par carte sur 12 mois rapportées au revenu", "Card spending of 12 months compared with income"],
    description: [
      "Achats et retraits par carte des 12 derniers mois, en nombre de fois le revenu déclaré.",
      "Card purchases and withdrawals of the last 12 months, as a number of times the declared income."
    ]
  },
  {
    id: "card_drawn_trend",
    unit: "number",
    family: "debts",
    direction: "raises",
    label: ["Évolution des dépenses par carte", "Change in card spending"],
    description: [
      "Dépenses par carte des 3 derniers mois, ramenées à l'année, en nombre de fois celles des 12 derniers mois.",
      "Card spending of the last 3 months, scaled to a year, as a number of times that of the last 12 months."
    ]
  },
  {
    id: "card_cash_share_12m",
    unit: "ratio",
    family: "debts",
    direction: "raises",
    label: ["Part des retraits d'espèces par carte sur 12 mois", "Share of cash withdrawals by card, last 12 months"],
    description: [
      "Parmi les dépenses par carte des 12 derniers mois, part retirée en espèces au distributeur.",
      "Of the card spending of the last 12 months, the share withdrawn as cash."
    ]
  },
  {
    id: "card_drawings_12m",
    unit: "number",
    family: "debts",
    direction: "raises",
    label: ["Opérations par carte et par mois, sur 12 mois", "Card operations a month, last 12 months"],
    description: [
      "Nombre moyen d'achats et de retraits par mois dans les 12 derniers mois.",
      "The mean number of purchases and withdrawals a month in the last 12 months."
    ]
  },
  {
    id: "card_withdrawals_12m",
    unit: "number",
    family: "debts",
    direction: "raises",
    label: ["Retraits d'espèces par mois, sur 12 mois", "Cash withdrawals a month, last 12 months"],
    description: [
      "Nombre moyen de retraits d'espèces par carte et par mois dans les 12 derniers mois.",
      "The mean number of cash withdrawals by card a month in the last 12 months."
    ]
  },
  {
    id: "card_withdrawals_3m",
    unit: "number",
    family: "debts",
    direction: "raises",
    label: ["Retraits d'espèces par mois, sur 3 mois", "Cash withdrawals a month, last 3 months"],
    description: [
      "Nombre moyen de retraits d'espèces par carte et par mois dans les 3 derniers mois.",
      "The mean number of cash withdrawals by card a month in the last 3 months."
    ]
  },
  {
    id: "card_paid_share_12m",
    unit: "ratio",
    family: "repayment",
    direction: "lowers",
    label: ["Part remboursée de la carte chaque mois", "Share of the card balance repaid each month"],
    description: [
      "Sommes remboursées dans les 12 derniers mois, rapportées aux sommes dues à chaque relevé.",
      "What was repaid in the last 12 months, as a share of what was owed at each statement."
    ]
  },
  {
    id: "card_paid_to_minimum",
    unit: "number",
    family: "repayment",
    direction: "lowers",
    label: ["Remboursements de la carte rapportés au minimum", "Card repayments compared with the minimum"],
    description: [
      "Sommes remboursées, en nombre de fois le minimum exigé chaque mois.",
      "What was repaid, as a number of times the minimum due each month."
    ]
  },
  {
    id: "card_below_minimum_share",
    unit: "ratio",
    family: "repayment",
    direction: "raises",
    label: ["Part des mois sous le minimum de la carte", "Share of months below the card minimum"],
    description: [
      "Parmi les mois où un minimum était exigé, part de ceux où le client a remboursé moins.",
      "Of the months with a minimum due, the share in which the client repaid less."
    ]
  },
  {
    id: "card_late_share",
    unit: "ratio",
    family: "repayment",
    direction: "raises",
    label: ["Part des mois de carte en retard", "Share of late card months"],
    description: [
      "Parmi les relevés de carte, part de ceux avec un retard de paiement.",
      "Of the card statements, the share with an overdue payment."
    ]
  },
  {
    id: "card_late_12m",
    unit: "count",
    family: "repayment",
    direction: "raises",
    label: ["Mois de carte en retard sur 12 mois", "Late card months, last 12 months"],
    description: [
      "Nombre de relevés de carte avec un retard de paiement dans les 12 derniers mois.",
      "How many card statements had an overdue payment in the last 12 months."
    ]
  },
  {
    id: "card_seriously_late_share",
    unit: "ratio",
    family: "repayment",
    direction: "raises",
    label: ["Part des mois de carte en retard sérieux", "Share of seriously late card months"],
    description: [
      "Parmi les relevés de carte, part de ceux en retard, sans compter les petites sommes.",
      "Of the card statements, the share that was overdue, small sums apart."
    ]
  },
  {
    id: "card_worst_days",
    unit: "days",
    family: "repayment",
    direction: "raises",
    label: ["Plus long retard de carte", "Longest delay of the card"],
    description: [
      "Plus grand nombre de jours de retard de la carte de crédit.",
      "The greatest number of days that the credit card was overdue."
    ]
  },
  {
    id: "card_worst_serious_days",
    unit: "days",
    family: "repayment",
    direction: "raises",
    label: ["Plus long retard sérieux de carte", "Longest serious delay of the card"],
    description: [
      "Plus grand nombre de jours de retard de la carte, sans compter les petites sommes.",
      "The greatest number of days that the card was overdue, small sums apart."
    ]
  },
  {
    id: "card_latest_late_months",
    unit: "monthsAgo",
    family: "repayment",
    direction: "lowers",
    label: ["Dernier retard de carte", "Latest delay of the card"],
    description: [
      "Temps écoulé depuis le dernier relevé de carte en retard ; absent s'il n'y en a pas eu.",
      "Time since the latest overdue card statement; absent if there was none."
    ]
  }
]);

/** Credit cards of this lender, month by month. */
export const creditCardBalance = [...months, ...creditCardLately];
