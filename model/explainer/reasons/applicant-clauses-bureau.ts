import type {Clauses} from "./applicant-clauses.ts";

/** Credits with other lenders, to the applicant. */
export const bureauClauses: Clauses = {
  bureau_credits: {
    value: [
      "Nous {ne}vous connaissons {value} auprès d'autres prêteurs",
      "We know of {value} of yours with other lenders"
    ]
  },
  bureau_active_credits: {
    value: ["Vous {ne}avez {value} en cours auprès d'autres prêteurs", "You have {value} running with other lenders"]
  },
  bureau_active_share: {
    value: [
      "De vos crédits auprès d'autres prêteurs, {value} sont encore en cours",
      "Of your credits with other lenders, {value} are still running"
    ],
    zero: [
      "Aucun de vos crédits auprès d'autres prêteurs n'est encore en cours",
      "None of your credits with other lenders is still running"
    ]
  },
  bureau_active_consumer: {
    value: ["Vous {ne}avez {value} en cours auprès d'autres prêteurs", "You have {value} running with other lenders"]
  },
  bureau_active_cards: {
    value: ["Vous {ne}avez {value} auprès d'autres prêteurs", "You have {value} with other lenders"]
  },
  bureau_kinds: {
    value: [
      "Vous {ne}avez eu {value} de crédit auprès d'autres prêteurs",
      "You have had {value} of credit with other lenders"
    ]
  },
  bureau_mortgages: {
    value: ["Vous {ne}avez eu {value} auprès d'autres prêteurs", "You have had {value} with other lenders"]
  },
  bureau_car_loans: {
    value: ["Vous {ne}avez eu {value} auprès d'autres prêteurs", "You have had {value} with other lenders"]
  },
  bureau_microloans: {
    value: ["Vous {ne}avez eu {value} auprès d'autres prêteurs", "You have had {value} with other lenders"]
  },
  bureau_closed_credits: {
    value: ["Vous {ne}avez soldé {value} auprès d'autres prêteurs", "You have paid off {value} with other lenders"]
  },
  bureau_closed_12m: {
    value: [
      "En 12 mois, vous {ne}avez soldé {value} auprès d'autres prêteurs",
      "In 12 months, you have paid off {value} with other lenders"
    ]
  },
  bureau_latest_end_months: {
    value: [
      "Vous avez soldé votre dernier crédit ailleurs {value}",
      "You paid off your latest credit elsewhere {value}"
    ]
  },
  bureau_opened_3m: {
    value: [
      "En 3 mois, vous {ne}avez pris {value} auprès d'autres prêteurs",
      "In 3 months, you have taken {value} with other lenders"
    ]
  },
  bureau_opened_6m: {
    value: [
      "En 6 mois, vous {ne}avez pris {value} auprès d'autres prêteurs",
      "In 6 months, you have taken {value} with other lenders"
    ]
  },
  bureau_opened_12m: {
    value: [
      "En 12 mois, vous {ne}avez pris {value} auprès d'autres prêteurs",
      "In 12 months, you have taken {value} with other lenders"
    ]
  },
  bureau_opened_24m: {
    value: [
      "En 24 mois, vous {ne}avez pris {value} auprès d'autres prêteurs",
      "In 24 months, you have taken {value} with other lenders"
    ]
  },
  bureau_latest_months: {
    value: ["Vous avez pris votre dernier crédit ailleurs {value}", "You took your latest credit elsewhere {value}"]
  },
  bureau_latest_active_months: {
    value: [
      "Le dernier de vos crédits en cours ailleurs a été pris {value}",
      "The latest of your running credits elsewhere was taken {value}"
    ]
  },
  bureau_mean_age_active_months: {
    value: [
      "Vos crédits en cours ailleurs ont en moyenne {value}",
      "Your running credits elsewhere are on average {value} old"
    ]
  },
  bureau_months_between: {
    value: [
      "Entre deux crédits ailleurs, vous laissez passer en moyenne {value}",
      "Between two credits elsewhere, you leave {value} on average"
    ]
  },
  bureau_borrowed_to_income_12m: {
    value: [
      "En 12 mois, vous avez emprunté ailleurs {value} votre revenu",
      "In 12 months, you have borrowed {value} your income elsewhere"
    ],
    zero: ["En 12 mois, vous n'avez rien emprunté ailleurs", "In 12 months, you have borrowed nothing elsewhere"]
  },
  bureau_history_years: {
    value: [
      "Vous avez pris votre premier crédit connu ailleurs {value}",
      "You took your first known credit elsewhere {value}"
    ]
  },
  bureau_mean_age_months: {
    value: ["Vos crédits ailleurs ont en moyenne {value}", "Your credits elsewhere are on average {value} old"]
  },
  bureau_reported_months: {
    value: ["Un autre prêteur a mis à jour vos données {value}", "Another lender updated your data {value}"]
  },
  bureau_planned_months: {
    value: [
      "Vos crédits ailleurs sont prévus pour {value} en moyenne",
      "Your credits elsewhere are planned for {value} on average"
    ]
  },
  bureau_remaining_longest_months: {
    value: [
      "Votre plus long crédit ailleurs court encore {value}",
      "Your longest credit elsewhere still runs for {value}"
    ]
  },
  bureau_remaining_mean_months: {
    value: [
      "Vos crédits ailleurs courent encore {value} en moyenne",
      "Your credits elsewhere still run for {value} on average"
    ]
  },
  bureau_ending_12m: {
    value: [
      "Vous {ne}avez {value} ailleurs dont la fin tombe dans l'année",
      "You have {value} elsewhere due to end within a year"
    ]
  },
  bureau_active_amount: {
    value: [
      "Vos crédits en cours ailleurs totalisent {value} empruntés",
      "Your running credits elsewhere add up to {value} borrowed"
    ]
  },
  bureau_active_debt: {
    value: [
      "Il vous reste {value} à rembourser à d'autres prêteurs",
      "You have {value} left to repay to other lenders"
    ],
    zero: ["Il ne vous reste rien à rembourser à d'autres prêteurs", "You have nothing left to repay to other lenders"]
  },
  bureau_debt_share: {
    value: [
      "Il vous reste à rembourser {value} de vos crédits en cours ailleurs",
      "You have {value} of your running credits elsewhere left to repay"
    ],
    zero: [
      "Il ne vous reste rien à rembourser de vos crédits ailleurs",
      "You have nothing left to repay of your credits elsewhere"
    ]
  },
  bureau_debt_to_income: {
    value: ["Vos dettes ailleurs représentent {value} votre revenu", "Your debts elsewhere are {value} your income"],
    zero: ["Vous n'avez aucune dette connue ailleurs", "You have no known debt elsewhere"]
  },
  bureau_largest_debt: {
    value: ["Votre plus grosse dette ailleurs est de {value}", "Your largest debt elsewhere is {value}"],
    zero: ["Vous n'avez aucune dette connue ailleurs", "You have no known debt elsewhere"]
  },
  bureau_instalments_to_income: {
    value: [
      "Vos mensualités ailleurs prennent {value} de votre revenu",
      "Your instalments elsewhere take {value} of your income"
    ],
    zero: ["Vous n'avez aucune mensualité connue ailleurs", "You have no known instalment elsewhere"]
  },
  bureau_largest_amount: {
    value: [
      "Votre plus gros crédit ailleurs est ou était de {value}",
      "Your largest credit elsewhere is or was {value}"
    ]
  },
  bureau_mean_amount: {
    value: ["Vos crédits ailleurs sont en moyenne de {value}", "Your credits elsewhere are {value} on average"]
  },
  bureau_card_use: {
    value: [
      "Vous utilisez {value} des plafonds de vos cartes ailleurs",
      "You use {value} of the limits of your cards elsewhere"
    ],
    zero: ["Vous ne devez rien sur vos cartes ailleurs", "You owe nothing on your cards elsewhere"]
  },
  bureau_available_limit: {
    value: ["Vous pouvez encore utiliser {value} de réserve ailleurs", "You may still draw {value} elsewhere"],
    zero: ["Vous n'avez aucune réserve à utiliser ailleurs", "You have no credit line to draw on elsewhere"]
  },
  credit_to_bureau_largest: {
    value: [
      "Vous demandez {value} votre plus gros crédit pris ailleurs",
      "You are asking for {value} your largest credit elsewhere"
    ]
  },
  credit_to_bureau_closed: {
    value: [
      "Vous demandez {value} la moyenne de vos crédits soldés ailleurs",
      "You are asking for {value} the mean of your credits closed elsewhere"
    ]
  },
  credit_to_bureau_latest: {
    value: [
      "Vous demandez {value} votre dernier crédit pris ailleurs",
      "You are asking for {value} your latest credit elsewhere"
    ]
  },
  bureau_transferred_credits: {
    value: [
      "D'autres prêteurs {ne}ont cédé ou passé en perte {value} à votre nom",
      "Other lenders have sold or written off {value} in your name"
    ]
  },
  bureau_overdue_credits: {
    value: ["Vous {ne}avez {value} en retard ailleurs aujourd'hui", "You have {value} overdue elsewhere today"]
  },
  bureau_overdue_days: {
    value: ["Vous avez aujourd'hui {value} de retard ailleurs", "You are {value} overdue elsewhere today"],
    zero: ["Vous n'avez aujourd'hui aucun retard ailleurs", "You are not overdue elsewhere today"]
  },
  bureau_overdue_amount: {
    value: ["Vous avez {value} en retard ailleurs", "You have {value} overdue elsewhere"],
    zero: ["Vous n'avez aucune somme en retard ailleurs", "You have nothing overdue elsewhere"]
  },
  bureau_largest_overdue: {
    value: ["Vous avez eu jusqu'à {value} en retard ailleurs", "You have had up to {value} overdue elsewhere"],
    zero: ["Vous n'avez jamais eu de somme en retard ailleurs", "You have never had an amount overdue elsewhere"]
  },
  bureau_ever_overdue_credits: {
    value: [
      "Vous {ne}avez eu {value} ayant connu un retard ailleurs",
      "You have had {value} that were overdue at some time elsewhere"
    ],
    zero: ["Aucun de vos crédits ailleurs n'a connu de retard", "None of your credits elsewhere was ever overdue"]
  },
  bureau_ever_overdue_share: {
    value: [
      "De vos crédits ailleurs, {value} ont connu un retard",
      "Of your credits elsewhere, {value} were overdue at some time"
    ],
    zero: ["Aucun de vos crédits ailleurs n'a connu de retard", "None of your credits elsewhere was ever overdue"]
  },
  bureau_prolongations: {
    value: ["Vous {ne}avez obtenu {value} de crédit ailleurs", "You were given {value} of credit elsewhere"]
  },
  bureau_past_planned_end: {
    value: [
      "Vous {ne}avez {value} ailleurs en cours après la date de fin prévue",
      "You have {value} elsewhere running past the planned end"
    ]
  },
  bureau_active_ever_overdue: {
    value: [
      "Vous {ne}avez {value} en cours ailleurs ayant déjà connu un impayé",
      "You have {value} running elsewhere with past arrears"
    ]
  },
  bureau_overdue_to_debt: {
    value: [
      "Vous avez {value} de vos dettes ailleurs en retard de paiement",
      "You have {value} of your debts elsewhere overdue"
    ],
    zero: ["Aucune de vos dettes ailleurs n'est en retard", "None of your debts elsewhere is overdue"]
  },
  bureau_closing_delay_months: {
    value: [
      "En moyenne, vos crédits ailleurs se sont terminés {value}",
      "On average, your credits elsewhere ended {value}"
    ]
  },
  bureau_closed_early_share: {
    value: [
      "Vous avez soldé en avance {value} de vos crédits ailleurs",
      "You paid off {value} of your credits elsewhere early"
    ],
    zero: ["Vous n'avez soldé en avance aucun crédit ailleurs", "You paid off no credit elsewhere early"]
  }
};
