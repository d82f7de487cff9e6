import type {Clauses} from "./applicant-clauses.ts";

/** Earlier applications, and what became of the credits granted, to the applicant. */
export const previousApplicationClauses: Clauses = {
  earlier_applications: {value: ["Vous {ne}nous avez fait {value} auparavant", "You have made {value} to us before"]},
  earlier_applications_3m: {
    value: ["En 3 mois, vous {ne}nous avez fait {value}", "In 3 months, you have made {value} to us"]
  },
  earlier_applications_6m: {
    value: ["En 6 mois, vous {ne}nous avez fait {value}", "In 6 months, you have made {value} to us"]
  },
  earlier_applications_12m: {
    value: ["En 12 mois, vous {ne}nous avez fait {value}", "In 12 months, you have made {value} to us"]
  },
  earlier_applications_24m: {
    value: ["En 24 mois, vous {ne}nous avez fait {value}", "In 24 months, you have made {value} to us"]
  },
  earlier_latest_months: {
    value: ["Votre demande précédente a été traitée {value}", "Your earlier application was decided {value}"]
  },
  earlier_months_between: {
    value: [
      "Entre deux demandes, vous laissez passer en moyenne {value}",
      "Between two applications, you leave {value} on average"
    ]
  },
  earlier_approved: {
    value: ["Nous {ne}avons déjà accepté {value} de votre part", "We have accepted {value} of yours before"],
    zero: ["Nous n'avons encore accepté aucune demande de votre part", "We have accepted no application of yours yet"]
  },
  earlier_approved_12m: {
    value: [
      "En 12 mois, nous {ne}avons accepté {value} de votre part",
      "In 12 months, we have accepted {value} of yours"
    ]
  },
  earlier_approved_24m: {
    value: [
      "En 24 mois, nous {ne}avons accepté {value} de votre part",
      "In 24 months, we have accepted {value} of yours"
    ]
  },
  earlier_latest_approved_months: {
    value: [
      "Nous avons accepté votre dernière demande favorable {value}",
      "We last accepted an application of yours {value}"
    ]
  },
  earlier_amount_largest: {
    value: ["Votre plus gros crédit accordé par nous était de {value}", "Your largest credit granted by us was {value}"]
  },
  earlier_approved_share: {
    value: [
      "Nous avons accepté {value} de vos demandes précédentes",
      "We accepted {value} of your earlier applications"
    ],
    zero: ["Nous n'avons accepté aucune de vos demandes précédentes", "We accepted none of your earlier applications"]
  },
  earlier_refused: {value: ["Nous {ne}avons refusé {value} de votre part", "We have refused {value} of yours"]},
  earlier_refused_share: {
    value: ["Nous avons refusé {value} de vos demandes précédentes", "We refused {value} of your earlier applications"],
    zero: ["Nous n'avons refusé aucune de vos demandes précédentes", "We refused none of your earlier applications"]
  },
  earlier_refused_3m: {
    value: ["En 3 mois, nous {ne}avons refusé {value} de votre part", "In 3 months, we have refused {value} of yours"]
  },
  earlier_refused_6m: {
    value: ["En 6 mois, nous {ne}avons refusé {value} de votre part", "In 6 months, we have refused {value} of yours"]
  },
  earlier_refused_12m: {
    value: ["En 12 mois, nous {ne}avons refusé {value} de votre part", "In 12 months, we have refused {value} of yours"]
  },
  earlier_refused_24m: {
    value: ["En 24 mois, nous {ne}avons refusé {value} de votre part", "In 24 months, we have refused {value} of yours"]
  },
  earlier_refused_share_24m: {
    value: [
      "Nous avons refusé {value} de vos demandes des 24 derniers mois",
      "We refused {value} of your applications of the last 24 months"
    ],
    zero: [
      "Nous n'avons refusé aucune de vos demandes des 24 derniers mois",
      "We refused none of your applications of the last 24 months"
    ]
  },
  earlier_refused_rules: {
    value: [
      "Nous {ne}avons refusé {value} de votre part selon nos règles d'octroi",
      "We have refused {value} of yours under our lending rules"
    ]
  },
  earlier_refused_limit: {
    value: [
      "Nous {ne}avons refusé {value} de votre part pour dépassement de plafond",
      "We have refused {value} of yours for going over a limit"
    ]
  },
  earlier_refused_score: {
    value: [
      "Nous {ne}avons refusé {value} de votre part en raison du score d'alors",
      "We have refused {value} of yours because of the score at that time"
    ]
  },
  earlier_refused_since_approved: {
    value: [
      "Depuis notre dernier accord, nous {ne}avons refusé {value} de votre part",
      "Since our latest approval, we have refused {value} of yours"
    ]
  },
  earlier_latest_refused_months: {
    value: [
      "Nous avons refusé une demande de votre part pour la dernière fois {value}",
      "We last refused an application of yours {value}"
    ]
  },
  earlier_latest_status: {
    value: ["L'issue de votre dernière demande : {value}", "The outcome of your latest application: {value}"]
  },
  earlier_cancelled_share: {
    value: [
      "Vous avez annulé {value} de vos demandes précédentes",
      "You cancelled {value} of your earlier applications"
    ],
    zero: ["Vous n'avez annulé aucune de vos demandes précédentes", "You cancelled none of your earlier applications"]
  },
  earlier_cancelled_12m: {
    value: ["En 12 mois, vous {ne}avez annulé {value}", "In 12 months, you have cancelled {value}"]
  },
  earlier_cash_share: {
    value: [
      "De vos demandes précédentes, {value} visaient un prêt personnel",
      "Of your earlier applications, {value} were for a cash loan"
    ],
    zero: [
      "Aucune de vos demandes précédentes ne visait un prêt personnel",
      "None of your earlier applications was for a cash loan"
    ]
  },
  earlier_purchase_share: {
    value: [
      "De vos demandes précédentes, {value} visaient un achat en magasin",
      "Of your earlier applications, {value} were for a purchase in a shop"
    ],
    zero: [
      "Aucune de vos demandes précédentes ne visait un achat en magasin",
      "None of your earlier applications was for a purchase in a shop"
    ]
  },
  earlier_revolving_share: {
    value: [
      "De vos demandes précédentes, {value} visaient un crédit renouvelable",
      "Of your earlier applications, {value} were for revolving credit"
    ],
    zero: [
      "Aucune de vos demandes précédentes ne visait un crédit renouvelable",
      "None of your earlier applications was for revolving credit"
    ]
  },
  earlier_offered: {
    value: [
      "Vous {ne}nous avez fait {value} à la suite d'une offre",
      "You have made {value} to us that answered an offer"
    ]
  },
  earlier_latest_product: {
    value: ["L'objet de votre dernière demande : {value}", "What your latest application was for: {value}"]
  },
  earlier_insured_share: {
    value: ["Vous avez assuré {value} de vos crédits précédents", "You insured {value} of your earlier credits"],
    zero: ["Vous n'avez assuré aucun de vos crédits précédents", "You insured none of your earlier credits"]
  },
  earlier_accompanied_share: {
    value: [
      "Quelqu'un vous accompagnait pour {value} de vos demandes précédentes",
      "Someone came with you for {value} of your earlier applications"
    ],
    zero: [
      "Personne ne vous accompagnait pour vos demandes précédentes",
      "No one came with you for your earlier applications"
    ]
  },
  earlier_high_rate_share: {
    value: [
      "De vos crédits précédents, {value} étaient dans la tranche haute de nos taux",
      "Of your earlier credits, {value} were in the upper band of our rates"
    ],
    zero: [
      "Aucun de vos crédits précédents n'était dans la tranche haute de nos taux",
      "None of your earlier credits was in the upper band of our rates"
    ]
  },
  earlier_low_rate_share: {
    value: [
      "De vos crédits précédents, {value} étaient dans la tranche basse de nos taux",
      "Of your earlier credits, {value} were in the lower band of our rates"
    ],
    zero: [
      "Aucun de vos crédits précédents n'était dans la tranche basse de nos taux",
      "None of your earlier credits was in the lower band of our rates"
    ]
  },
  earlier_cost_highest: {
    value: [
      "Votre crédit précédent le plus cher coûtait {value} par an",
      "Your dearest earlier credit cost {value} a year"
    ]
  },
  earlier_cost_lowest: {
    value: [
      "Votre crédit précédent le moins cher coûtait {value} par an",
      "Your cheapest earlier credit cost {value} a year"
    ]
  },
  earlier_cost_latest: {
    value: ["Votre dernier crédit chez nous coûtait {value} par an", "Your latest credit with us cost {value} a year"]
  },
  earlier_term_mean: {
    value: [
      "Vos crédits précédents chez nous duraient {value} en moyenne",
      "Your earlier credits with us ran for {value} on average"
    ]
  },
  earlier_latest_term: {
    value: ["Votre dernier crédit chez nous durait {value}", "Your latest credit with us ran for {value}"]
  },
  earlier_down_payment_mean: {
    value: [
      "Vous avez payé comptant {value} du prix en moyenne auparavant",
      "You paid {value} of the price up front on average before"
    ],
    zero: ["Vous n'avez pas versé d'apport auparavant", "You made no down payment before"]
  },
  earlier_down_payment_largest: {
    value: [
      "Vous avez payé comptant jusqu'à {value} du prix auparavant",
      "You paid up to {value} of the price up front before"
    ],
    zero: ["Vous n'avez pas versé d'apport auparavant", "You made no down payment before"]
  },
  earlier_granted_share_mean: {
    value: [
      "Nous vous avons proposé en moyenne {value} de la somme demandée",
      "We offered you {value} of the sum asked for on average"
    ]
  },
  earlier_granted_share_lowest: {
    value: [
      "Nous vous avons accordé au moins {value} de la somme demandée",
      "We granted you at least {value} of the sum asked for"
    ]
  },
  earlier_granted_share_latest: {
    value: [
      "Pour votre dernier crédit, nous avons accordé {value} de la somme demandée",
      "For your latest credit, we granted {value} of the sum asked for"
    ]
  },
  earlier_latest_to_mean: {
    value: [
      "Votre dernière demande valait {value} votre montant habituel",
      "Your latest application was for {value} your usual amount"
    ]
  },
  credit_to_earlier_mean: {
    value: [
      "Vous demandez {value} la moyenne de vos crédits précédents",
      "You are asking for {value} the mean of your earlier credits"
    ]
  },
  credit_to_earlier_largest: {
    value: [
      "Vous demandez {value} votre plus gros crédit précédent",
      "You are asking for {value} your largest earlier credit"
    ]
  },
  credit_to_earlier_latest: {
    value: [
      "Vous demandez {value} votre dernier crédit chez nous",
      "You are asking for {value} your latest credit with us"
    ]
  },
  instalment_to_earlier_largest: {
    value: [
      "Votre mensualité serait de {value} la plus forte des précédentes",
      "Your instalment would be {value} the largest of the earlier ones"
    ]
  },
  instalment_to_earlier_latest: {
    value: [
      "Votre mensualité serait de {value} celle de votre dernier crédit",
      "Your instalment would be {value} that of your latest credit"
    ]
  },
  earlier_running: {value: ["Vous {ne}avez {value} en cours chez nous", "You have {value} running with us"]},
  earlier_running_instalments_to_income: {
    value: [
      "Vos crédits en cours chez nous prennent {value} de votre revenu",
      "Your running credits with us take {value} of your income"
    ]
  },
  earlier_remaining_months: {
    value: ["Vos crédits chez nous courent encore {value}", "Your credits with us still run for {value}"],
    zero: [
      "Vos crédits chez nous ont passé leur dernière échéance prévue",
      "Your credits with us are past their last planned due date"
    ]
  },
  earlier_end_shift_months: {
    value: [
      "En moyenne, vos crédits chez nous se sont terminés {value}",
      "On average, your credits with us ended {value}"
    ]
  },
  earlier_ended_early_share: {
    value: [
      "Vous avez terminé en avance {value} de vos crédits chez nous",
      "You ended {value} of your credits with us early"
    ],
    zero: ["Vous n'avez terminé en avance aucun crédit chez nous", "You ended no credit with us early"]
  },
  earlier_latest_end_months: {
    value: ["Votre dernier crédit chez nous s'est terminé {value}", "Your latest credit with us ended {value}"]
  },
  earlier_ended_12m: {
    value: ["En 12 mois, vous {ne}avez terminé {value} chez nous", "In 12 months, you have ended {value} with us"]
  },
  earlier_first_years: {
    value: ["Vous nous avez fait votre première demande {value}", "You first applied to us {value}"]
  }
};
