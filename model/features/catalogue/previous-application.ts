import {define} from "./define.ts";
import {previousLately} from "./previous-lately.ts";

const outcomes = define("previous_application", [
  {
    id: "earlier_applications",
    unit: "count",
    family: "applications",
    direction: "none",
    label: ["Demandes de crédit précédentes", "Earlier applications"],
    description: [
      "Nombre de demandes de crédit que le client nous a déjà faites.",
      "How many times the client has applied to us before."
    ]
  },
  {
    id: "earlier_approved",
    unit: "count",
    family: "applications",
    direction: "lowers",
    label: ["Demandes précédentes acceptées", "Earlier applications accepted"],
    description: [
      "Nombre de demandes précédentes que nous avons acceptées.",
      "How many earlier applications we accepted."
    ]
  },
  {
    id: "earlier_refused",
    unit: "count",
    family: "applications",
    direction: "raises",
    label: ["Demandes précédentes refusées", "Earlier applications refused"],
    description: [
      "Nombre de demandes précédentes que nous avons refusées.",
      "How many earlier applications we refused."
    ]
  },
  {
    id: "earlier_approved_share",
    unit: "ratio",
    family: "applications",
    direction: "lowers",
    label: ["Part des demandes précédentes acceptées", "Share of earlier applications accepted"],
    description: [
      "Parmi les demandes précédentes, part de celles que nous avons acceptées.",
      "Of the earlier applications, the share that we accepted."
    ]
  },
  {
    id: "earlier_refused_share",
    unit: "ratio",
    family: "applications",
    direction: "raises",
    label: ["Part des demandes précédentes refusées", "Share of earlier applications refused"],
    description: [
      "Parmi les demandes précédentes, part de celles que nous avons refusées.",
      "Of the earlier applications, the share that we refused."
    ]
  },
  {
    id: "earlier_cancelled_share",
    unit: "ratio",
    family: "applications",
    direction: "raises",
    label: ["Part des demandes précédentes annulées", "Share of earlier applications cancelled"],
    description: [
      "Parmi les demandes précédentes, part de celles que le client a annulées avant la décision.",
      "Of the earlier applications, the share that the client cancelled before the decision."
    ]
  },
  {
    id: "earlier_applications_6m",
    unit: "count",
    family: "applications",
    direction: "raises",
    label: ["Demandes précédentes sur 6 mois", "Earlier applications, last 6 months"],
    description: [
      "Nombre de demandes que le client nous a faites dans les 6 mois avant celle-ci.",
      "How often the client applied to us in the 6 months before this application."
    ]
  },
  {
    id: "earlier_applications_12m",
    unit: "count",
    family: "applications",
    direction: "raises",
    label: ["Demandes précédentes sur 12 mois", "Earlier applications, last 12 months"],
    description: [
      "Nombre de demandes que le client nous a faites dans les 12 mois avant celle-ci.",
      "How often the client applied to us in the 12 months before this application."
    ]
  },
  {
    id: "earlier_applications_24m",
    unit: "count",
    family: "applications",
    direction: "raises",
    label: ["Demandes précédentes sur 24 mois", "Earlier applications, last 24 months"],
    description: [
      "Nombre de demandes que le client nous a faites dans les 24 mois avant celle-ci.",
      "How often the client applied to us in the 24 months before this application."
    ]
  },
  {
    id: "earlier_refused_6m",
    unit: "count",
    family: "applications",
    direction: "raises",
    label: ["Refus sur 6 mois", "Refusals, last 6 months"],
    description: [
      "Nombre de demandes que nous avons refusées dans les 6 mois avant celle-ci.",
      "How many applications we refused in the 6 months before this one."
    ]
  },
  {
    id: "earlier_refused_12m",
    unit: "count",
    family: "applications",
    direction: "raises",
    label: ["Refus sur 12 mois", "Refusals, last 12 months"],
    description: [
      "Nombre de demandes que nous avons refusées dans les 12 mois avant celle-ci.",
      "How many applications we refused in the 12 months before this one."
    ]
  },
  {
    id: "earlier_refused_24m",
    unit: "count",
    family: "applications",
    direction: "raises",
    label: ["Refus sur 24 mois", "Refusals, last 24 months"],
    description: [
      "Nombre de demandes que nous avons refusées dans les 24 mois avant celle-ci.",
      "How many applications we refused in the 24 months before this one."
    ]
  },
  {
    id: "earlier_refused_share_24m",
    unit: "ratio",
    family: "applications",
    direction: "raises",
    label: ["Part des refus sur 24 mois", "Share of refusals, last 24 months"],
    description: [
      "Parmi les demandes des 24 mois avant celle-ci, part de celles que nous avons refusées.",
      "Of the applications of the 24 months before this one, the share that we refused."
    ]
  },
  {
    id: "earlier_approved_12m",
    unit: "count",
    family: "applications",
    direction: "none",
    label: ["Demandes acceptées sur 12 mois", "Applications accepted, last 12 months"],
    description: [
      "Nombre de demandes que nous avons acceptées dans les 12 mois avant celle-ci.",
      "How many applications we accepted in the 12 months before this one."
    ]
  },
  {
    id: "earlier_refused_rules",
    unit: "count",
    family: "applications",
    direction: "raises",
    label: ["Refus selon les règles d'octroi", "Refusals by the lending rules"],
    description: [
      "Nombre de demandes précédentes refusées parce qu'elles ne remplissaient pas nos règles d'octroi.",
      "How many earlier applications were refused because they did not meet our lending rules."
    ]
  },
  {
    id: "earlier_refused_limit",
    unit: "count",
    family: "applications",
    direction: "raises",
    label: ["Refus pour dépassement de plafond", "Refusals for exceeding a limit"],
    description: [
      "Nombre de demandes précédentes refusées parce que le montant dépassait ce que nous pouvions prêter au client.",
      "How many earlier applications were refused because the amount was more than we could lend the client."
    ]
  },
  {
    id: "earlier_refused_score",
    unit: "count",
    family: "applications",
    direction: "raises",
    label: ["Refus pour score insuffisant", "Refusals for a low score"],
    description: [
      "Nombre de demandes précédentes refusées à cause du score obtenu alors.",
      "How many earlier applications were refused because of the score at that time."
    ]
  }
]);

const kinds = define("previous_application", [
  {
    id: "earlier_cash_share",
    unit: "ratio",
    family: "applications",
    direction: "raises",
    label: ["Part des prêts personnels demandés", "Share of cash loans applied for"],
    description: [
      "Parmi les demandes précédentes, part de celles qui portaient sur un prêt personnel.",
      "Of the earlier applications, the share that was for a cash loan."
    ]
  },
  {
    id: "earlier_purchase_share",
    unit: "ratio",
    family: "applications",
    direction: "lowers",
    label: ["Part des crédits en magasin demandés", "Share of store credits applied for"],
    description: [
      "Parmi les demandes précédentes, part de celles qui finançaient un achat en magasin.",
      "Of the earlier applications, the share that was to pay for a purchase in a shop."
    ]
  },
  {
    id: "earlier_revolving_share",
    unit: "ratio",
    family: "applications",
    direction: "raises",
    label: ["Part des crédits renouvelables demandés", "Share of revolving credits applied for"],
    description: [
      "Parmi les demandes précédentes, part de celles qui portaient sur une carte ou un crédit renouvelable.",
      "Of the earlier applications, the share that was for a card or a revolving credit."
    ]
  },
  {
    id: "earlier_offered",
    unit: "count",
    family: "applications",
    direction: "none",
    label: ["Demandes faites à la suite d'une offre", "Applications that followed an offer"],
    description: [
      "Nombre de demandes précédentes qui répondaient à une offre de notre part.",
      "How many earlier applications answered an offer of ours."
    ]
  },
  {
    id: "earlier_accompanied_share",
    unit: "ratio",
    family: "applications",
    direction: "none",
    label: ["Part des demandes faites en étant accompagné", "Share of applications made in company"],
    description: [
      "Parmi les demandes précédentes, part de celles où le client est venu accompagné, sans dire par qui.",
      "Of the earlier applications, the share to which the client came with someone, whoever it was."
    ]
  },
  {
    id: "earlier_high_rate_share",
    unit: "ratio",
    family: "applications",
    direction: "raises",
    label: ["Part de nos crédits dans la tranche haute des taux", "Share of our credits in the upper band of rates"],
    description: [
      "Parmi les crédits que nous avons accordés, part de ceux dont le taux était élevé.",
      "Of the credits that we granted, the share with a high rate of interest."
    ]
  },
  {
    id: "earlier_low_rate_share",
    unit: "ratio",
    family: "applications",
    direction: "lowers",
    label: ["Part de nos crédits dans la tranche basse des taux", "Share of our credits in the lower band of rates"],
    description: [
      "Parmi les crédits que nous avons accordés, part de ceux dont le taux était bas.",
      "Of the credits that we granted, the share with a low rate of interest."
    ]
  },
  {
    id: "earlier_insured_share",
    unit: "ratio",
    family: "applications",
    direction: "none",
    label: ["Part des crédits précédents assurés", "Share of earlier credits insured"],
    description: [
      "Parmi les crédits que nous avons accordés, part de ceux pour lesquels le client a pris une assurance.",
      "Of the credits that we granted, the share for which the client took out insurance."
    ]
  },
  {
    id: "earlier_latest_months",
    unit: "monthsAgo",
    family: "applications",
    direction: "lowers",
    label: ["Dernière demande précédente", "Latest earlier application"],
    description: [
      "Temps écoulé depuis notre décision sur la demande précédente la plus récente.",
      "Time since our decision on the most recent earlier application."
    ]
  },
  {
    id: "earlier_first_years",
    unit: "yearsAgo",
    family: "repayment",
    direction: "lowers",
    label: ["Première demande chez nous", "First application to us"],
    description: [
      "Temps écoulé depuis notre décision sur la toute première demande du client.",
      "Time since our decision on the client's very first application."
    ]
  },
  {
    id: "earlier_latest_approved_months",
    unit: "monthsAgo",
    family: "applications",
    direction: "none",
    label: ["Dernière demande acceptée", "Latest application accepted"],
    description: [
      "Temps écoulé depuis la dernière demande que nous avons acceptée.",
      "Time since the latest application that we accepted."
    ]
  },
  {
    id: "earlier_latest_refused_months",
    unit: "monthsAgo",
    family: "applications",
    direction: "lowers",
    label: ["Dernière demande refusée", "Latest application refused"],
    description: [
      "Temps écoulé depuis la dernière demande que nous avons refusée ; absent s'il n'y en a pas eu.",
      "Time since the latest application that we refused; absent if there was none."
    ]
  }
]);

const amounts = define("previous_application", [
  {
    id: "earlier_amount_largest",
    unit: "money",
    family: "applications",
    direction: "lowers",
    label: ["Plus gros crédit accordé par nous", "Largest credit granted by us"],
    description: [
      "Montant du plus gros crédit que nous avons accordé au client.",
      "The amount of the largest credit that we have granted the client."
    ]
  },
  {
    id: "credit_to_earlier_mean",
    unit: "number",
    family: "credit",
    direction: "raises",
    actionable: true,
    label: ["Crédit rapporté à la moyenne des précédents", "Credit compared with the mean before"],
    description: [
      "Crédit demandé, en nombre de fois le montant moyen des crédits que nous avons déjà accordés.",
      "The credit asked for, as a number of times the mean amount of the credits that we granted before."
    ]
  },
  {
    id: "credit_to_earlier_largest",
    unit: "number",
    family: "credit",
    direction: "raises",
    actionable: true,
    label: ["Crédit rapporté au plus gros précédent", "Credit compared with the largest before"],
    description: [
      "Crédit demandé, en nombre de fois le plus gros crédit que nous avons déjà accordé.",
      "The credit asked for, as a number of times the largest credit that we granted before."
    ]
  },
  {
    id: "credit_to_earlier_latest",
    unit: "number",
    family: "credit",
    direction: "raises",
    actionable: true,
    label: ["Crédit rapporté au dernier accordé", "Credit compared with the latest granted"],
    description: [
      "Crédit demandé, en nombre de fois le dernier crédit que nous avons accordé.",
      "The credit asked for, as a number of times the latest credit that we granted."
    ]
  },
  {
    id: "earlier_refused_to_credit",
    unit: "number",
    family: "applications",
    direction: "raises",
    label: ["Montants refusés rapportés au crédit demandé", "Amounts refused compared with this credit"],
    description: [
      "Montant moyen des demandes que nous avons refusées, en nombre de fois le crédit demandé aujourd'hui.",
      "The mean amount of the applications that we refused, as a number of times the credit asked for now."
    ]
  },
  {
    id: "instalment_to_earlier_largest",
    unit: "number",
    family: "credit",
    direction: "raises",
    actionable: true,
    label: ["Mensualité rapportée à la plus forte précédente", "Instalment compared with the largest before"],
    description: [
      "Mensualité du crédit demandé, en nombre de fois la plus forte mensualité d'un crédit déjà accordé par nous.",
      "The instalment of this credit, as a number of times the largest one of the credits that we granted before."
    ]
  },
  {
    id: "instalment_to_earlier_latest",
    unit: "number",
    family: "credit",
    direction: "raises",
    actionable: true,
    label: ["Mensualité rapportée à la dernière", "Instalment compared with the latest"],
    description: [
      "Mensualité du crédit demandé, en nombre de fois celle du dernier crédit que nous avons accordé.",
      "The instalment of this credit, as a number of times that of the latest credit that we granted."
    ]
  },
  {
    id: "earlier_granted_share_mean",
    unit: "ratio",
    family: "applications",
    direction: "raises",
    label: ["Crédit proposé rapporté à la somme demandée", "Credit offered compared with the sum asked for"],
    description: [
      "En moyenne sur les demandes précédentes, montant du crédit, frais et assurance compris, rapporté à la somme demandée.",
      "On average over earlier applications, the credit with fees and insurance, as a share of the sum asked for."
    ]
  },
  {
    id: "earlier_granted_share_lowest",
    unit: "ratio",
    family: "applications",
    direction: "none",
    label: ["Plus faible crédit accordé par somme demandée", "Least credit granted per sum asked for"],
    description: [
      "Parmi les crédits accordés, la plus faible part de la somme demandée que nous avons accordée.",
      "Of the credits granted, the smallest share of the sum asked for that we granted."
    ]
  },
  {
    id: "earlier_down_payment_mean",
    unit: "ratio",
    family: "applications",
    direction: "lowers",
    label: ["Apport moyen des crédits précédents", "Mean down payment of earlier credits"],
    description: [
      "Part du prix que le client a payée comptant, en moyenne sur les crédits que nous avons accordés.",
      "The share of the price that the client paid up front, on average over the credits that we granted."
    ]
  },
  {
    id: "earlier_down_payment_largest",
    unit: "ratio",
    family: "applications",
    direction: "lowers",
    label: ["Plus fort apport des crédits précédents", "Largest down payment of earlier credits"],
    description: [
      "Plus forte part du prix que le client a payée comptant pour un crédit que nous avons accordé.",
      "The largest share of the price that the client paid up front for a credit that we granted."
    ]
  },
  {
    id: "earlier_term_mean",
    unit: "months",
    family: "applications",
    direction: "raises",
    label: ["Durée moyenne des crédits précédents", "Mean length of earlier credits"],
    description: [
      "Durée moyenne des crédits que nous avons accordés au client.",
      "The mean length of the credits that we granted the client."
    ]
  },
  {
    id: "earlier_latest_term",
    unit: "months",
    family: "applications",
    direction: "raises",
    label: ["Durée du dernier crédit accordé", "Length of the latest credit granted"],
    description: [
      "Durée du dernier crédit que nous avons accordé au client.",
      "The length of the latest credit that we granted the client."
    ]
  },
  {
    id: "earlier_cost_highest",
    unit: "ratio",
    family: "applications",
    direction: "raises",
    label: ["Crédit précédent le plus cher, par an", "Dearest earlier credit, per year"],
    description: [
      "Intérêts payés par an pour chaque unité empruntée, pour le plus cher des crédits que nous avons accordés.",
      "The interest paid a year for each unit borrowed, in the dearest of the credits that we granted."
    ]
  },
  {
    id: "earlier_cost_lowest",
    unit: "ratio",
    family: "applications",
    direction: "raises",
    label: ["Crédit précédent le moins cher, par an", "Cheapest earlier credit, per year"],
    description: [
      "Intérêts payés par an pour chaque unité empruntée, pour le moins cher des crédits que nous avons accordés.",
      "The interest paid a year for each unit borrowed, in the cheapest of the credits that we granted."
    ]
  },
  {
    id: "earlier_cost_latest",
    unit: "ratio",
    family: "applications",
    direction: "raises",
    label: ["Coût annuel du dernier crédit accordé", "Yearly cost of the latest credit granted"],
    description: [
      "Intérêts payés par an pour chaque unité empruntée, pour le dernier crédit que nous avons accordé.",
      "The interest paid a year for each unit borrowed, in the latest credit that we granted."
    ]
  }
]);

const running = define("previous_application", [
  {
    id: "earlier_running",
    unit: "count",
    family: "debts",
    direction: "raises",
    label: ["Crédits en cours chez nous", "Running credits with us"],
    description: [
      "Nombre de crédits accordés par nous qui ne sont pas encore remboursés.",
      "How many credits that we granted are not yet paid back."
    ]
  },
  {
    id: "earlier_running_instalments_to_income",
    unit: "ratio",
    family: "debts",
    direction: "raises",
    label: ["Part du revenu prise par nos crédits en cours", "Share of income that our running credits take"],
    description: [
      "Mensualités des crédits en cours chez nous, cartes non comprises, rapportées au revenu déclaré.",
      "The instalments of the credits running with us, cards apart, as a share of the declared income."
    ]
  },
  {
    id: "total_instalments_to_income",
    unit: "ratio",
    family: "credit",
    direction: "raises",
    actionable: true,
    label: ["Part du revenu prise, ce crédit compris", "Share of income taken, this credit included"],
    description: [
      "Mensualité demandée plus celles des crédits en cours chez nous, rapportées au revenu déclaré.",
      "The instalment asked for plus those of the credits running with us, as a share of the declared income."
    ]
  },
  {
    id: "earlier_end_shift_months",
    unit: "months",
    family: "repayment",
    direction: "raises",
    label: ["Fin moyenne de nos crédits", "Mean end of our credits"],
    description: [
      "Écart moyen entre la dernière échéance réelle et celle prévue au départ ; négatif si le client a fini en avance.",
      "The mean gap between the actual last due date and the one first planned; negative if the client ended early."
    ]
  },
  {
    id: "earlier_ended_early_share",
    unit: "ratio",
    family: "repayment",
    direction: "lowers",
    label: ["Part de nos crédits terminés en avance", "Share of our credits ended early"],
    description: [
      "Parmi les crédits terminés chez nous, part de ceux finis plus de 30 jours avant la date prévue.",
      "Of the credits ended with us, the share that ended more than 30 days before the planned date."
    ]
  },
  {
    id: "earlier_latest_end_months",
    unit: "monthsAgo",
    family: "repayment",
    direction: "none",
    label: ["Dernier crédit terminé chez nous", "Latest credit ended with us"],
    description: [
      "Temps écoulé depuis la fin du dernier crédit que nous avons accordé.",
      "Time since the end of the latest credit that we granted."
    ]
  },
  {
    id: "earlier_remaining_months",
    unit: "months",
    family: "debts",
    direction: "raises",
    label: ["Durée restante de nos crédits", "Time left on our credits"],
    description: [
      "Temps qui reste avant la dernière échéance prévue des crédits que nous avons accordés ; 0 si elle est passée.",
      "The time left until the last planned due date of the credits that we granted; 0 if it has passed."
    ]
  }
]);

const latest = define("previous_application", [
  {
    id: "earlier_latest_status",
    unit: "category",
    family: "applications",
    direction: "none",
    label: ["Issue de la dernière demande", "Outcome of the latest application"],
    description: [
      "Ce qu'est devenue la demande précédente la plus récente.",
      "What became of the most recent earlier application."
    ],
    categoryLabels: {
      Approved: ["Acceptée", "Accepted"],
      Refused: ["Refusée", "Refused"],
      Canceled: ["Annulée par le client", "Cancelled by the client"],
      "Unused offer": ["Acceptée, non utilisée", "Accepted, not used"]
    }
  },
  {
    id: "earlier_latest_product",
    unit: "category",
    family: "applications",
    direction: "none",
    label: ["Produit de la dernière demande", "Product of the latest application"],
    description: [
      "Type de crédit que visait la demande précédente la plus récente.",
      "The kind of credit that the most recent earlier application was for."
    ],
    categoryLabels: {
      Cash: ["Prêt personnel", "Cash loan"],
      "Cash Street: low": ["Prêt personnel spontané, taux bas", "Unprompted cash loan, low rate"],
      "Cash Street: middle": ["Prêt personnel spontané, taux moyen", "Unprompted cash loan, middling rate"],
      "Cash Street: high": ["Prêt personnel spontané, taux élevé", "Unprompted cash loan, high rate"],
      "Cash X-Sell: low": ["Prêt personnel proposé, taux bas", "Cash loan on offer, low rate"],
      "Cash X-Sell: middle": ["Prêt personnel proposé, taux moyen", "Cash loan on offer, middling rate"],
      "Cash X-Sell: high": ["Prêt personnel proposé, taux élevé", "Cash loan on offer, high rate"],
      "Card Street": ["Carte demandée spontanément", "Unprompted card"],
      "Card X-Sell": ["Carte proposée", "Card on offer"],
      "POS household with interest": [
        "Achat d'équipement du foyer, avec intérêts",
        "Household purchase, with interest"
      ],
      "POS household without interest": [
        "Achat d'équipement du foyer, sans intérêts",
        "Household purchase, no interest"
      ],
      "POS industry with interest": [
        "Achat d'ameublement ou de travaux, avec intérêts",
        "Furniture or building purchase, with interest"
      ],
      "POS industry without interest": [
        "Achat d'ameublement ou de travaux, sans intérêts",
        "Furniture or building purchase, no interest"
      ],
      "POS mobile with interest": ["Achat d'un téléphone, avec intérêts", "Telephone purchase, with interest"],
      "POS mobile without interest": ["Achat d'un téléphone, sans intérêts", "Telephone purchase, no interest"],
      "POS other with interest": ["Autre achat, avec intérêts", "Another purchase, with interest"],
      "POS others without interest": ["Autre achat, sans intérêts", "Another purchase, no interest"]
    }
  }
]);

/** Earlier applications to this lender. */
export const previousApplication = [...outcomes, ...kinds, ...amounts, ...running, ...previousLately, ...latest];
