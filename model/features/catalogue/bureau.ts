import {bureauLately} from "./bureau-lately.ts";
import {define} from "./define.ts";

const held = define("bureau", [
  {
    id: "bureau_credits",
    unit: "count",
    family: "debts",
    direction: "none",
    label: ["Crédits auprès d'autres prêteurs", "Credits with other lenders"],
    description: [
      "Nombre de crédits, en cours ou passés, que d'autres prêteurs ont déclarés au fichier des crédits.",
      "How many credits, running or past, other lenders reported to the credit bureau."
    ]
  },
  {
    id: "bureau_active_credits",
    unit: "count",
    family: "debts",
    direction: "raises",
    label: ["Crédits en cours ailleurs", "Running credits elsewhere"],
    description: [
      "Nombre de crédits en cours auprès d'autres prêteurs.",
      "How many credits are running with other lenders."
    ]
  },
  {
    id: "bureau_closed_credits",
    unit: "count",
    family: "debts",
    direction: "lowers",
    label: ["Crédits soldés ailleurs", "Credits closed elsewhere"],
    description: [
      "Nombre de crédits auprès d'autres prêteurs qui sont terminés.",
      "How many credits with other lenders have ended."
    ]
  },
  {
    id: "bureau_active_share",
    unit: "ratio",
    family: "debts",
    direction: "raises",
    label: ["Part des crédits d'ailleurs encore en cours", "Share of credits elsewhere still running"],
    description: [
      "Parmi tous les crédits auprès d'autres prêteurs, part de ceux qui courent encore.",
      "Of all credits with other lenders, the share that still runs."
    ]
  },
  {
    id: "bureau_transferred_credits",
    unit: "count",
    family: "repayment",
    direction: "raises",
    label: ["Crédits d'ailleurs cédés ou irrécouvrables", "Credits elsewhere sold or written off"],
    description: [
      "Nombre de crédits que d'autres prêteurs ont cédés à un tiers ou passés en perte.",
      "How many credits other lenders sold to someone else or wrote off."
    ]
  },
  {
    id: "bureau_opened_6m",
    unit: "count",
    family: "debts",
    direction: "raises",
    label: ["Crédits ouverts ailleurs en 6 mois", "Credits opened elsewhere in 6 months"],
    description: [
      "Nombre de crédits pris auprès d'autres prêteurs dans les 6 mois avant la demande.",
      "How many credits were taken with other lenders in the 6 months before the application."
    ]
  },
  {
    id: "bureau_opened_12m",
    unit: "count",
    family: "debts",
    direction: "raises",
    label: ["Crédits ouverts ailleurs en 12 mois", "Credits opened elsewhere in 12 months"],
    description: [
      "Nombre de crédits pris auprès d'autres prêteurs dans les 12 mois avant la demande.",
      "How many credits were taken with other lenders in the 12 months before the application."
    ]
  },
  {
    id: "bureau_opened_24m",
    unit: "count",
    family: "debts",
    direction: "raises",
    label: ["Crédits ouverts ailleurs en 24 mois", "Credits opened elsewhere in 24 months"],
    description: [
      "Nombre de crédits pris auprès d'autres prêteurs dans les 24 mois avant la demande.",
      "How many credits were taken with other lenders in the 24 months before the application."
    ]
  },
  {
    id: "bureau_closed_12m",
    unit: "count",
    family: "debts",
    direction: "lowers",
    label: ["Crédits soldés ailleurs en 12 mois", "Credits closed elsewhere in 12 months"],
    description: [
      "Nombre de crédits auprès d'autres prêteurs terminés dans les 12 mois avant la demande.",
      "How many credits with other lenders ended in the 12 months before the application."
    ]
  },
  {
    id: "bureau_active_consumer",
    unit: "count",
    family: "debts",
    direction: "raises",
    label: ["Crédits à la consommation en cours ailleurs", "Running consumer credits elsewhere"],
    description: [
      "Nombre de crédits à la consommation en cours auprès d'autres prêteurs.",
      "How many consumer credits are running with other lenders."
    ]
  },
  {
    id: "bureau_active_cards",
    unit: "count",
    family: "debts",
    direction: "raises",
    label: ["Cartes de crédit en cours ailleurs", "Credit cards held elsewhere"],
    description: [
      "Nombre de cartes de crédit ouvertes auprès d'autres prêteurs.",
      "How many credit cards are open with other lenders."
    ]
  },
  {
    id: "bureau_mortgages",
    unit: "count",
    family: "debts",
    direction: "lowers",
    label: ["Crédits immobiliers ailleurs", "Mortgages elsewhere"],
    description: [
      "Nombre de crédits immobiliers, en cours ou passés, auprès d'autres prêteurs.",
      "How many mortgages, running or past, the client has had with other lenders."
    ]
  },
  {
    id: "bureau_car_loans",
    unit: "count",
    family: "debts",
    direction: "lowers",
    label: ["Crédits automobiles ailleurs", "Car loans elsewhere"],
    description: [
      "Nombre de crédits automobiles, en cours ou passés, auprès d'autres prêteurs.",
      "How many car loans, running or past, the client has had with other lenders."
    ]
  },
  {
    id: "bureau_microloans",
    unit: "count",
    family: "debts",
    direction: "raises",
    label: ["Microcrédits ailleurs", "Microloans elsewhere"],
    description: [
      "Nombre de petits crédits de courte durée pris auprès d'autres prêteurs.",
      "How many small short-term credits were taken with other lenders."
    ]
  }
]);

const times = define("bureau", [
  {
    id: "bureau_history_years",
    unit: "yearsAgo",
    family: "repayment",
    direction: "lowers",
    label: ["Premier crédit connu ailleurs", "First known credit elsewhere"],
    description: [
      "Temps écoulé depuis le plus ancien crédit déclaré par un autre prêteur.",
      "Time since the oldest credit that another lender reported."
    ]
  },
  {
    id: "bureau_latest_months",
    unit: "monthsAgo",
    family: "debts",
    direction: "lowers",
    label: ["Dernier crédit pris ailleurs", "Latest credit taken elsewhere"],
    description: [
      "Temps écoulé depuis le plus récent crédit pris auprès d'un autre prêteur.",
      "Time since the most recent credit taken with another lender."
    ]
  },
  {
    id: "bureau_mean_age_months",
    unit: "months",
    family: "repayment",
    direction: "lowers",
    label: ["Ancienneté moyenne des crédits d'ailleurs", "Mean age of credits elsewhere"],
    description: [
      "En moyenne, temps écoulé depuis l'ouverture de chaque crédit auprès d'autres prêteurs.",
      "On average, the time since each credit with another lender was opened."
    ]
  },
  {
    id: "bureau_latest_active_months",
    unit: "monthsAgo",
    family: "debts",
    direction: "lowers",
    label: ["Dernier crédit ouvert ailleurs et encore en cours", "Latest credit elsewhere still running"],
    description: [
      "Temps écoulé depuis l'ouverture du plus récent des crédits encore en cours auprès d'autres prêteurs.",
      "Time since the most recent of the credits still running with other lenders was opened."
    ]
  },
  {
    id: "bureau_mean_age_active_months",
    unit: "months",
    family: "debts",
    direction: "lowers",
    label: ["Ancienneté moyenne des crédits en cours ailleurs", "Mean age of running credits elsewhere"],
    description: [
      "En moyenne, temps écoulé depuis l'ouverture des crédits encore en cours auprès d'autres prêteurs.",
      "On average, the time since the credits still running with other lenders were opened."
    ]
  },
  {
    id: "bureau_months_between",
    unit: "months",
    family: "debts",
    direction: "lowers",
    label: ["Temps moyen entre deux crédits ailleurs", "Mean time between credits elsewhere"],
    description: [
      "Nombre moyen de mois entre l'ouverture d'un crédit et celle du suivant, auprès d'autres prêteurs.",
      "The mean number of months between one credit and the next, with other lenders."
    ]
  },
  {
    id: "bureau_latest_end_months",
    unit: "monthsAgo",
    family: "debts",
    direction: "none",
    label: ["Dernier crédit soldé ailleurs", "Latest credit closed elsewhere"],
    description: [
      "Temps écoulé depuis la fin du dernier crédit terminé auprès d'un autre prêteur.",
      "Time since the last credit that ended with another lender."
    ]
  },
  {
    id: "bureau_planned_months",
    unit: "months",
    family: "debts",
    direction: "none",
    label: ["Durée moyenne prévue des crédits d'ailleurs", "Mean planned length of credits elsewhere"],
    description: [
      "Durée moyenne, à la signature, des crédits auprès d'autres prêteurs.",
      "The mean length, when signed, of the credits with other lenders."
    ]
  },
  {
    id: "bureau_remaining_longest_months",
    unit: "months",
    family: "debts",
    direction: "raises",
    label: ["Plus longue durée restante ailleurs", "Longest time left on credits elsewhere"],
    description: [
      "Temps qui reste avant la fin prévue du plus long des crédits en cours auprès d'autres prêteurs.",
      "The time left until the planned end of the longest credit running with other lenders."
    ]
  },
  {
    id: "bureau_remaining_mean_months",
    unit: "months",
    family: "debts",
    direction: "raises",
    label: ["Durée restante moyenne ailleurs", "Mean time left on credits elsewhere"],
    description: [
      "En moyenne, temps qui reste avant la fin prévue des crédits en cours auprès d'autres prêteurs.",
      "On average, the time left until the planned end of the credits running with other lenders."
    ]
  }
]);

const amounts = define("bureau", [
  {
    id: "bureau_active_amount",
    unit: "money",
    family: "debts",
    direction: "none",
    label: ["Montant emprunté en cours ailleurs", "Amount of running credits elsewhere"],
    description: [
      "Somme des montants empruntés au départ des crédits encore en cours auprès d'autres prêteurs.",
      "The sum of what was first borrowed in the credits still running with other lenders."
    ]
  },
  {
    id: "bureau_active_debt",
    unit: "money",
    family: "debts",
    direction: "raises",
    label: ["Reste à rembourser ailleurs", "Debt left elsewhere"],
    description: [
      "Somme qui reste à rembourser sur les crédits en cours auprès d'autres prêteurs.",
      "What is left to pay back on the credits running with other lenders."
    ]
  },
  {
    id: "bureau_debt_share",
    unit: "ratio",
    family: "debts",
    direction: "raises",
    label: ["Part restant à rembourser ailleurs", "Share of credits elsewhere left to repay"],
    description: [
      "Reste à rembourser auprès d'autres prêteurs, rapporté aux montants empruntés au départ.",
      "The debt left with other lenders, as a share of what was first borrowed."
    ]
  },
  {
    id: "bureau_debt_to_income",
    unit: "number",
    family: "debts",
    direction: "raises",
    label: ["Dettes d'ailleurs rapportées au revenu", "Debt elsewhere compared with income"],
    description: [
      "Reste à rembourser auprès d'autres prêteurs, exprimé en nombre de fois le revenu déclaré.",
      "The debt left with other lenders, as a number of times the declared income."
    ]
  },
  {
    id: "total_debt_to_income",
    unit: "number",
    family: "credit",
    direction: "raises",
    actionable: true,
    label: ["Dettes avec ce crédit, rapportées au revenu", "Debt with this credit, compared with income"],
    description: [
      "Crédit demandé plus reste à rembourser ailleurs, en nombre de fois le revenu déclaré.",
      "The credit asked for plus the debt left elsewhere, as a number of times the declared income."
    ]
  },
  {
    id: "bureau_card_use",
    unit: "ratio",
    family: "debts",
    direction: "raises",
    label: ["Part utilisée des cartes de crédit d'ailleurs", "Share used of credit cards elsewhere"],
    description: [
      "Somme due sur les cartes d'autres prêteurs, rapportée à leurs plafonds.",
      "What is owed on other lenders' cards, as a share of their limits."
    ]
  },
  {
    id: "bureau_available_limit",
    unit: "money",
    family: "debts",
    direction: "lowers",
    label: ["Réserve disponible ailleurs", "Credit available elsewhere"],
    description: [
      "Somme que le client peut encore utiliser sur les cartes et réserves d'autres prêteurs.",
      "What the client may still draw on other lenders' cards and credit lines."
    ]
  },
  {
    id: "bureau_instalments_to_income",
    unit: "ratio",
    family: "debts",
    direction: "raises",
    label: ["Part du revenu prise par les mensualités d'ailleurs", "Share of income that instalments elsewhere take"],
    description: [
      "Mensualités des crédits en cours auprès d'autres prêteurs, rapportées au revenu déclaré.",
      "The instalments of the credits running with other lenders, as a share of the declared income."
    ]
  },
  {
    id: "bureau_largest_amount",
    unit: "money",
    family: "debts",
    direction: "none",
    label: ["Plus gros crédit pris ailleurs", "Largest credit taken elsewhere"],
    description: [
      "Montant du plus gros crédit, en cours ou passé, auprès d'un autre prêteur.",
      "The amount of the largest credit, running or past, with another lender."
    ]
  },
  {
    id: "bureau_mean_amount",
    unit: "money",
    family: "debts",
    direction: "none",
    label: ["Montant moyen des crédits d'ailleurs", "Mean amount of credits elsewhere"],
    description: [
      "Montant moyen des crédits, en cours ou passés, auprès d'autres prêteurs.",
      "The mean amount of the credits, running or past, with other lenders."
    ]
  },
  {
    id: "credit_to_bureau_largest",
    unit: "number",
    family: "credit",
    direction: "raises",
    actionable: true,
    label: ["Crédit rapporté au plus gros pris ailleurs", "Credit compared with the largest elsewhere"],
    description: [
      "Crédit demandé, en nombre de fois le plus gros crédit pris auprès d'un autre prêteur.",
      "The credit asked for, as a number of times the largest credit taken with another lender."
    ]
  },
  {
    id: "credit_to_bureau_closed",
    unit: "number",
    family: "credit",
    direction: "raises",
    actionable: true,
    label: ["Crédit rapporté à ceux déjà soldés ailleurs", "Credit compared with those closed elsewhere"],
    description: [
      "Crédit demandé, en nombre de fois le montant moyen des crédits déjà soldés auprès d'autres prêteurs.",
      "The credit asked for, as a number of times the mean amount of the credits closed with other lenders."
    ]
  }
]);

const incidents = define("bureau", [
  {
    id: "bureau_overdue_credits",
    unit: "count",
    family: "repayment",
    direction: "raises",
    label: ["Crédits en retard ailleurs aujourd'hui", "Credits elsewhere overdue today"],
    description: [
      "Nombre de crédits auprès d'autres prêteurs qui ont un retard de paiement au moment de la demande.",
      "How many credits with other lenders are overdue at the time of the application."
    ]
  },
  {
    id: "bureau_overdue_days",
    unit: "days",
    family: "repayment",
    direction: "raises",
    label: ["Retard actuel ailleurs", "Days overdue elsewhere today"],
    description: [
      "Nombre de jours de retard du crédit le plus en retard auprès d'autres prêteurs.",
      "How many days late the most overdue credit with another lender is."
    ]
  },
  {
    id: "bureau_overdue_amount",
    unit: "money",
    family: "repayment",
    direction: "raises",
    label: ["Somme en retard ailleurs", "Amount overdue elsewhere"],
    description: [
      "Total des sommes échues et non payées auprès d'autres prêteurs.",
      "The total of what is due and unpaid with other lenders."
    ]
  },
  {
    id: "bureau_largest_overdue",
    unit: "money",
    family: "repayment",
    direction: "raises",
    label: ["Plus grosse somme jamais en retard ailleurs", "Largest amount ever overdue elsewhere"],
    description: [
      "Plus grosse somme échue et non payée qu'un autre prêteur ait déclarée.",
      "The largest due and unpaid amount that another lender ever reported."
    ]
  },
  {
    id: "bureau_ever_overdue_credits",
    unit: "count",
    family: "repayment",
    direction: "raises",
    label: ["Crédits d'ailleurs ayant connu un retard", "Credits elsewhere ever overdue"],
    description: [
      "Nombre de crédits auprès d'autres prêteurs qui ont eu au moins un retard de paiement.",
      "How many credits with other lenders were overdue at least once."
    ]
  },
  {
    id: "bureau_ever_overdue_share",
    unit: "ratio",
    family: "repayment",
    direction: "raises",
    label: ["Part des crédits d'ailleurs ayant connu un retard", "Share of credits elsewhere ever overdue"],
    description: [
      "Parmi les crédits d'ailleurs dont on connaît les retards, part de ceux qui en ont eu au moins un.",
      "Of the credits elsewhere whose lateness is known, the share that was overdue at least once."
    ]
  },
  {
    id: "bureau_prolongations",
    unit: "count",
    family: "repayment",
    direction: "raises",
    label: ["Prolongations de crédits ailleurs", "Extensions of credits elsewhere"],
    description: [
      "Nombre de fois où un crédit auprès d'un autre prêteur a été prolongé.",
      "How often a credit with another lender was extended."
    ]
  },
  {
    id: "bureau_past_planned_end",
    unit: "count",
    family: "repayment",
    direction: "raises",
    label: ["Crédits d'ailleurs non soldés à la date prévue", "Credits elsewhere running past their end"],
    description: [
      "Nombre de crédits encore en cours auprès d'autres prêteurs alors que leur fin prévue est passée.",
      "How many credits still run with other lenders though their planned end has passed."
    ]
  },
  {
    id: "bureau_closing_delay_months",
    unit: "months",
    family: "repayment",
    direction: "raises",
    label: ["Fin moyenne des crédits d'ailleurs", "Mean end of credits elsewhere"],
    description: [
      "Écart moyen entre la fin réelle et la fin prévue des crédits d'ailleurs ; négatif s'ils ont été soldés en avance.",
      "The mean gap between the actual and planned end of credits elsewhere; negative if they were closed early."
    ]
  },
  {
    id: "bureau_closed_early_share",
    unit: "ratio",
    family: "repayment",
    direction: "lowers",
    label: ["Part des crédits d'ailleurs soldés en avance", "Share of credits elsewhere closed early"],
    description: [
      "Parmi les crédits soldés auprès d'autres prêteurs, part de ceux remboursés plus de 30 jours en avance.",
      "Of the credits closed with other lenders, the share repaid more than 30 days early."
    ]
  }
]);

/** Credits with other lenders. */
export const bureau = [...held, ...times, ...amounts, ...incidents, ...bureauLately];
