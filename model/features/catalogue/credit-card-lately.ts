import {define} from "./define.ts";

/** Cards of this lender: windows of 3, 6 and 24 months, and what changes. */
export const creditCardLately = define("credit_card_balance", [
  {
    id: "card_use_6m",
    unit: "ratio",
    family: "debts",
    direction: "raises",
    label: ["Part utilisée de la carte, sur 6 mois", "Share of the card limit used, last 6 months"],
    description: [
      "Somme due sur la carte rapportée au plafond, en moyenne dans les 6 derniers mois.",
      "What was owed as a share of the card's limit, on average over the last 6 months."
    ]
  },
  {
    id: "card_use_24m",
    unit: "ratio",
    family: "debts",
    direction: "raises",
    label: ["Part utilisée de la carte, sur 24 mois", "Share of the card limit used, last 24 months"],
    description: [
      "Somme due sur la carte rapportée au plafond, en moyenne dans les 24 derniers mois.",
      "What was owed as a share of the card's limit, on average over the last 24 months."
    ]
  },
  {
    id: "card_late_3m",
    unit: "count",
    family: "repayment",
    direction: "raises",
    label: ["Mois en retard sur la carte, sur 3 mois", "Late months on the card, last 3 months"],
    description: [
      "Nombre de mois en retard sur la carte dans les 3 derniers mois.",
      "How many of the last 3 months the card was paid late."
    ]
  },
  {
    id: "card_late_6m",
    unit: "count",
    family: "repayment",
    direction: "raises",
    label: ["Mois en retard sur la carte, sur 6 mois", "Late months on the card, last 6 months"],
    description: [
      "Nombre de mois en retard sur la carte dans les 6 derniers mois.",
      "How many of the last 6 months the card was paid late."
    ]
  },
  {
    id: "card_late_24m",
    unit: "count",
    family: "repayment",
    direction: "raises",
    label: ["Mois en retard sur la carte, sur 24 mois", "Late months on the card, last 24 months"],
    description: [
      "Nombre de mois en retard sur la carte dans les 24 derniers mois.",
      "How many of the last 24 months the card was paid late."
    ]
  },
  {
    id: "card_limit_trend",
    unit: "number",
    family: "debts",
    direction: "lowers",
    label: ["Évolution du plafond de la carte", "Change in the card's limit"],
    description: [
      "Plafond de la carte sur les 3 derniers mois, en nombre de fois celui d'il y a un à deux ans.",
      "The card's limit in the last 3 months, as a number of times that of one to two years ago."
    ]
  },
  {
    id: "card_drawn_to_income_3m",
    unit: "number",
    family: "debts",
    direction: "raises",
    label: ["Dépenses par carte sur 3 mois rapportées au revenu", "Card spending of 3 months compared with income"],
    description: [
      "Sommes dépensées ou retirées avec la carte dans les 3 derniers mois, en nombre de fois le revenu déclaré.",
      "What was spent or withdrawn with the card in the last 3 months, as a number of times the declared income."
    ]
  },
  {
    id: "card_withdrawn_to_limit_12m",
    unit: "ratio",
    family: "debts",
    direction: "raises",
    label: ["Retraits mensuels rapportés au plafond, sur 12 mois", "Monthly withdrawals to the limit, last 12 months"],
    description: [
      "Espèces retirées par mois avec la carte dans les 12 derniers mois, rapportées au plafond.",
      "Cash withdrawn a month with the card in the last 12 months, as a share of the limit."
    ]
  },
  {
    id: "card_minimum_to_income",
    unit: "ratio",
    family: "debts",
    direction: "raises",
    label: ["Part du revenu prise par le minimum de la carte", "Share of income that the card's minimum takes"],
    description: [
      "Versement minimal de la carte, en moyenne sur 3 mois, rapporté au revenu déclaré.",
      "The card's minimum payment, on average over 3 months, as a share of the declared income."
    ]
  },
  {
    id: "card_latest_drawn_months",
    unit: "monthsAgo",
    family: "debts",
    direction: "lowers",
    label: ["Dernière utilisation de la carte", "Latest use of the card"],
    description: [
      "Temps écoulé depuis le dernier mois où la carte a servi ; absent si elle n'a jamais servi.",
      "Time since the latest month in which the card was used; absent if it never was."
    ]
  }
]);
