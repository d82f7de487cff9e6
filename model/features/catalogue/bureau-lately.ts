import {define} from "./define.ts";

/** Credits with other lenders: what is recent, what changes, what is in arrears. */
export const bureauLately = define("bureau", [
  {
    id: "bureau_opened_3m",
    unit: "count",
    family: "debts",
    direction: "raises",
    label: ["Crédits ouverts ailleurs en 3 mois", "Credits opened elsewhere in 3 months"],
    description: [
      "Nombre de crédits pris auprès d'autres prêteurs dans les 3 mois avant la demande.",
      "How many credits were taken with other lenders in the 3 months before the application."
    ]
  },
  {
    id: "bureau_opened_trend",
    unit: "number",
    family: "debts",
    direction: "raises",
    label: ["Évolution des crédits ouverts ailleurs", "Change in credits opened elsewhere"],
    description: [
      "Nombre de crédits pris ailleurs dans les 12 derniers mois, moins ceux pris dans les 12 mois d'avant.",
      "How many credits were taken elsewhere in the last 12 months, less those of the 12 months before."
    ]
  },
  {
    id: "bureau_ending_12m",
    unit: "count",
    family: "debts",
    direction: "lowers",
    label: ["Crédits d'ailleurs qui finissent dans l'année", "Credits elsewhere that end within a year"],
    description: [
      "Nombre de crédits en cours auprès d'autres prêteurs dont la fin est prévue dans les 12 mois.",
      "How many running credits with other lenders are planned to end within 12 months."
    ]
  },
  {
    id: "bureau_kinds",
    unit: "count",
    family: "debts",
    direction: "none",
    label: ["Types de crédits détenus ailleurs", "Kinds of credit held elsewhere"],
    description: [
      "Nombre de types de crédits, en cours ou passés, parmi six : consommation, carte, immobilier, voiture, microcrédit, autre.",
      "How many kinds of credit, running or past, out of six: consumer, card, mortgage, car, microloan, other."
    ]
  },
  {
    id: "bureau_reported_months",
    unit: "monthsAgo",
    family: "repayment",
    direction: "lowers",
    label: ["Dernière mise à jour du fichier des crédits", "Latest report to the credit bureau"],
    description: [
      "Temps écoulé depuis la dernière déclaration d'un autre prêteur au fichier des crédits.",
      "Time since another lender last reported to the credit bureau."
    ]
  },
  {
    id: "bureau_largest_debt",
    unit: "money",
    family: "debts",
    direction: "raises",
    label: ["Plus grosse dette en cours ailleurs", "Largest running debt elsewhere"],
    description: [
      "Plus grosse somme encore due sur un seul crédit en cours auprès d'un autre prêteur.",
      "The largest sum still owed on a single running credit with another lender."
    ]
  },
  {
    id: "bureau_borrowed_to_income_12m",
    unit: "number",
    family: "debts",
    direction: "raises",
    label: ["Emprunts ailleurs sur 12 mois rapportés au revenu", "Borrowed elsewhere in 12 months, to income"],
    description: [
      "Sommes empruntées auprès d'autres prêteurs dans les 12 derniers mois, en nombre de fois le revenu déclaré.",
      "What was borrowed from other lenders in the last 12 months, as a number of times the declared income."
    ]
  },
  {
    id: "credit_to_bureau_latest",
    unit: "number",
    family: "credit",
    direction: "raises",
    actionable: true,
    label: ["Crédit rapporté au dernier crédit d'ailleurs", "Credit compared with the latest elsewhere"],
    description: [
      "Montant du crédit demandé, en nombre de fois le crédit le plus récent pris auprès d'un autre prêteur.",
      "The amount of this credit, as a number of times the most recent credit with another lender."
    ]
  },
  {
    id: "bureau_active_ever_overdue",
    unit: "count",
    family: "repayment",
    direction: "raises",
    label: ["Crédits en cours ailleurs déjà impayés une fois", "Running credits elsewhere once in arrears"],
    description: [
      "Nombre de crédits en cours auprès d'autres prêteurs sur lesquels un montant est déjà resté impayé.",
      "How many running credits with other lenders have had an amount overdue."
    ]
  },
  {
    id: "bureau_overdue_to_debt",
    unit: "ratio",
    family: "repayment",
    direction: "raises",
    label: ["Part impayée des dettes ailleurs", "Overdue share of debts elsewhere"],
    description: [
      "Montants impayés à ce jour auprès d'autres prêteurs, rapportés à ce qui leur est dû.",
      "Amounts now overdue with other lenders, as a share of what is owed to them."
    ]
  }
]);
