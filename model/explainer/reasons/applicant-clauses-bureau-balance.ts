import type {Clauses} from "./applicant-clauses.ts";

/** Payments to other lenders, month by month, to the applicant. */
export const bureauBalanceClauses: Clauses = {
  monthly_credits: {
    value: [
      "Mois par mois, vos paiements {ne}sont connus pour {value} ailleurs",
      "Month by month, your payments are known for {value} elsewhere"
    ]
  },
  monthly_known: {
    value: ["Nous {ne}connaissons {value} de vos crédits ailleurs", "We know of {value} on your credits elsewhere"]
  },
  monthly_unknown_share: {
    value: [
      "Le paiement de {value} de vos mois de crédit ailleurs est inconnu",
      "The payment of {value} of your months of credit elsewhere is unknown"
    ],
    zero: ["Tous vos mois de crédit ailleurs sont renseignés", "All your months of credit elsewhere are documented"]
  },
  monthly_oldest_months: {
    value: [
      "Le suivi de vos paiements ailleurs a commencé {value}",
      "The record of your payments elsewhere began {value}"
    ]
  },
  monthly_late: {value: ["Vous {ne}avez payé {value} en retard ailleurs", "You made {value} late elsewhere"]},
  monthly_late_share: {
    value: [
      "Vous avez payé en retard {value} de vos mensualités ailleurs",
      "You made {value} of your monthly payments elsewhere late"
    ],
    zero: ["Vous n'avez payé aucune mensualité en retard ailleurs", "You made no monthly payment elsewhere late"]
  },
  monthly_late_3m: {
    value: ["En 3 mois, vous {ne}avez payé {value} en retard ailleurs", "In 3 months, you made {value} late elsewhere"]
  },
  monthly_late_6m: {
    value: ["En 6 mois, vous {ne}avez payé {value} en retard ailleurs", "In 6 months, you made {value} late elsewhere"]
  },
  monthly_late_12m: {
    value: [
      "En 12 mois, vous {ne}avez payé {value} en retard ailleurs",
      "In 12 months, you made {value} late elsewhere"
    ]
  },
  monthly_late_24m: {
    value: [
      "En 24 mois, vous {ne}avez payé {value} en retard ailleurs",
      "In 24 months, you made {value} late elsewhere"
    ]
  },
  monthly_late_share_12m: {
    value: [
      "En 12 mois, vous avez payé en retard {value} de vos mensualités ailleurs",
      "In 12 months, you made {value} of your monthly payments elsewhere late"
    ],
    zero: [
      "En 12 mois, vous n'avez payé aucune mensualité en retard ailleurs",
      "In 12 months, you made no monthly payment elsewhere late"
    ]
  },
  monthly_late_share_24m: {
    value: [
      "En 24 mois, vous avez payé en retard {value} de vos mensualités ailleurs",
      "In 24 months, you made {value} of your monthly payments elsewhere late"
    ],
    zero: [
      "En 24 mois, vous n'avez payé aucune mensualité en retard ailleurs",
      "In 24 months, you made no monthly payment elsewhere late"
    ]
  },
  monthly_late_credits: {
    value: [
      "Vous {ne}avez payé {value} au moins une fois en retard ailleurs",
      "You paid {value} late at least once elsewhere"
    ],
    zero: ["Vous n'avez payé aucun crédit en retard ailleurs", "You paid no credit elsewhere late"]
  },
  monthly_late_credits_12m: {
    value: [
      "En 12 mois, vous {ne}avez payé {value} au moins une fois en retard ailleurs",
      "In 12 months, you paid {value} late at least once elsewhere"
    ],
    zero: [
      "En 12 mois, vous n'avez payé aucun crédit en retard ailleurs",
      "In 12 months, you paid no credit elsewhere late"
    ]
  },
  monthly_late_credit_share: {
    value: [
      "Vous avez payé parfois en retard {value} de vos crédits ailleurs",
      "You have at times paid {value} of your credits elsewhere late"
    ],
    zero: ["Vous n'avez payé aucun crédit en retard ailleurs", "You have paid no credit elsewhere late"]
  },
  monthly_late_month: {
    value: [
      "Vous {ne}avez eu {value} avec plus de 30 jours de retard ailleurs",
      "You have had {value} with a delay of over 30 days elsewhere"
    ]
  },
  monthly_worst_days: {
    value: [
      "Votre plus long retard ailleurs a été d'au moins {value}",
      "Your longest delay elsewhere was at least {value}"
    ],
    zero: ["Vous n'avez eu aucun retard connu ailleurs", "You have had no known delay elsewhere"]
  },
  monthly_worst_days_12m: {
    value: [
      "En 12 mois, votre plus long retard ailleurs a été d'au moins {value}",
      "In 12 months, your longest delay elsewhere was at least {value}"
    ],
    zero: [
      "En 12 mois, vous n'avez eu aucun retard connu ailleurs",
      "In 12 months, you have had no known delay elsewhere"
    ]
  },
  monthly_worst_days_24m: {
    value: [
      "En 24 mois, votre plus long retard ailleurs a été d'au moins {value}",
      "In 24 months, your longest delay elsewhere was at least {value}"
    ],
    zero: [
      "En 24 mois, vous n'avez eu aucun retard connu ailleurs",
      "In 24 months, you have had no known delay elsewhere"
    ]
  },
  monthly_latest_late_months: {
    value: ["Vous avez payé en retard ailleurs pour la dernière fois {value}", "You last paid late elsewhere {value}"]
  }
};
