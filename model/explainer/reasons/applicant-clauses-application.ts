import type {Clauses} from "./applicant-clauses.ts";

/** What the application says, to the applicant. */
export const applicationClauses: Clauses = {
  external_score_a: {
    value: [
      "Un organisme extérieur vous attribue un score de {value} (score externe nº\u00a01)",
      "An outside organisation gives you a score of {value} (external score 1)"
    ]
  },
  external_score_b: {
    value: [
      "Un organisme extérieur vous attribue un score de {value} (score externe nº\u00a02)",
      "An outside organisation gives you a score of {value} (external score 2)"
    ]
  },
  external_score_c: {
    value: [
      "Un organisme extérieur vous attribue un score de {value} (score externe nº\u00a03)",
      "An outside organisation gives you a score of {value} (external score 3)"
    ]
  },
  external_score_mean: {
    value: [
      "Des organismes extérieurs vous attribuent un score moyen de {value}",
      "Outside organisations give you a mean score of {value}"
    ]
  },
  external_score_lowest: {
    value: [
      "Le plus bas des scores externes reçus pour vous est de {value}",
      "The lowest external score that we received for you is {value}"
    ]
  },
  external_score_highest: {
    value: [
      "Le plus haut des scores externes reçus pour vous est de {value}",
      "The highest external score that we received for you is {value}"
    ]
  },
  external_score_gap: {
    value: [
      "Les scores externes reçus pour vous diffèrent de {value}",
      "The external scores that we received for you differ by {value}"
    ]
  },
  external_scores_known: {
    value: [
      "Nous {ne}avons reçu {value} à votre sujet, sur trois possibles",
      "We received {value} about you, out of three possible"
    ]
  },
  credit_amount: {value: ["Vous demandez {value}", "You are asking for {value}"]},
  goods_price: {value: ["Vous financez un achat de {value}", "You are paying for a purchase of {value}"]},
  instalment: {value: ["Votre mensualité serait de {value}", "Your instalment would be {value}"]},
  credit_in_instalments: {
    value: ["Hors intérêts, vous rembourseriez en {value}", "Interest apart, you would repay in {value}"]
  },
  credit_to_price: {
    value: ["Votre crédit représenterait {value} du prix du bien", "Your credit would be {value} of the price"]
  },
  credit_to_income: {value: ["Vous demandez {value} votre revenu", "You are asking for {value} your income"]},
  instalment_to_income: {
    value: ["Votre mensualité prendrait {value} de votre revenu", "Your instalment would take {value} of your income"]
  },
  total_instalments_to_income: {
    value: [
      "Avec ce crédit, vos mensualités chez nous prendraient {value} de votre revenu",
      "With this credit, your instalments with us would take {value} of your income"
    ]
  },
  total_debt_to_income: {
    value: [
      "Avec ce crédit, vos dettes représenteraient {value} votre revenu",
      "With this credit, your debts would be {value} your income"
    ]
  },
  documents_given: {value: ["Vous {ne}avez joint {value} à votre demande", "You added {value} to your application"]},
  main_document_given: {
    value: ["Vous avez joint le justificatif le plus courant", "You gave the most usual document"],
    zero: ["Vous n'avez pas joint le justificatif le plus courant", "You did not give the most usual document"]
  },
  accompanied: {
    value: ["Quelqu'un vous accompagnait lors de la demande", "Someone came with you to apply"],
    zero: ["Personne ne vous accompagnait lors de la demande", "You came alone to apply"]
  },
  application_hour: {value: ["Vous avez fait cette demande vers {value}", "You applied at around {value}"]},
  application_weekday: {value: ["Le jour de votre demande : {value}", "The day of your application: {value}"]},
  credit_type: {
    value: ["Le type de crédit que vous demandez : {value}", "The type of credit that you ask for: {value}"]
  },
  income: {value: ["Vous avez déclaré un revenu de {value}", "You declared an income of {value}"]},
  income_after_instalment: {
    value: [
      "Une fois la mensualité payée, il vous resterait {value} de revenu",
      "Once the instalment is paid, you would have {value} of income left"
    ]
  },
  employed_years: {
    value: ["Vous occupez votre emploi actuel depuis {value}", "You have been in your present job for {value}"]
  },
  income_type: {value: ["Votre situation professionnelle : {value}", "Your working situation: {value}"]},
  occupation: {value: ["Votre métier inscrit au dossier : {value}", "Your occupation on file: {value}"]},
  employer_sector: {value: ["Le secteur de votre employeur : {value}", "Your employer's sector: {value}"]},
  works_outside_registered_city: {
    value: [
      "Vous travaillez hors de la ville de votre adresse légale",
      "You work outside the city of your registered address"
    ],
    zero: [
      "Votre dossier n'indique aucun travail hors de la ville de votre adresse légale",
      "Your file shows no work outside the city of your registered address"
    ]
  },
  works_outside_registered_region: {
    value: [
      "Vous travaillez hors de la région de votre adresse légale",
      "You work outside the region of your registered address"
    ],
    zero: [
      "Votre dossier n'indique aucun travail hors de la région de votre adresse légale",
      "Your file shows no work outside the region of your registered address"
    ]
  },
  works_outside_home_city: {
    value: ["Vous travaillez hors de la ville où vous vivez", "You work outside the city where you live"],
    zero: [
      "Votre dossier n'indique aucun travail hors de la ville où vous vivez",
      "Your file shows no work outside the city where you live"
    ]
  },
  children: {value: ["Vous {ne}avez déclaré {value}", "You declared {value}"]},
  years_since_registration: {
    value: ["Votre domiciliation légale a changé {value}", "Your legal registration changed {value}"]
  },
  lives_outside_registered_city: {
    value: [
      "Vous vivez hors de la ville de votre adresse légale",
      "You live outside the city of your registered address"
    ],
    zero: ["Vous vivez dans la ville de votre adresse légale", "You live in the city of your registered address"]
  },
  lives_outside_registered_region: {
    value: [
      "Vous vivez hors de la région de votre adresse légale",
      "You live outside the region of your registered address"
    ],
    zero: ["Vous vivez dans la région de votre adresse légale", "You live in the region of your registered address"]
  },
  years_since_identity_document: {
    value: ["Votre pièce d'identité a été délivrée {value}", "Your identity document was issued {value}"]
  },
  years_since_phone_change: {
    value: ["Vous avez changé de numéro de téléphone {value}", "You changed your telephone number {value}"]
  },
  work_phone_given: {
    value: ["Vous avez donné un téléphone professionnel", "You gave a work telephone"],
    zero: ["Vous n'avez pas donné de téléphone professionnel", "You did not give a work telephone"]
  },
  email_given: {
    value: ["Vous avez donné une adresse électronique", "You gave an e-mail address"],
    zero: ["Vous n'avez pas donné d'adresse électronique", "You did not give an e-mail address"]
  },
  home_phone_given: {
    value: ["Vous avez donné un téléphone fixe", "You gave a home telephone"],
    zero: ["Vous n'avez pas donné de téléphone fixe", "You did not give a home telephone"]
  },
  region_rating: {
    value: [
      "Nous donnons à votre région le rang {value}, de 1 (le meilleur) à 3",
      "We give your region the rank {value}, from 1 (best) to 3"
    ]
  },
  region_population: {
    value: ["Votre région compte {value} de la population", "Your region holds {value} of the population"]
  },
  education: {value: ["Votre niveau d'études : {value}", "Your level of education: {value}"]},
  owns_home: {
    value: ["Vous possédez un logement", "You own a home"],
    zero: ["Vous n'avez pas déclaré posséder de logement", "You did not say that you own a home"]
  },
  housing: {value: ["Votre logement : {value}", "Your housing: {value}"]},
  owns_car: {
    value: ["Vous possédez une voiture", "You own a car"],
    zero: ["Vous n'avez pas déclaré posséder de voiture", "You did not say that you own a car"]
  },
  car_age: {value: ["Votre voiture a {value}", "Your car is {value} old"]},
  building_unsafe: {
    value: ["Votre immeuble est signalé en état d'urgence", "Your building is in a declared state of emergency"],
    zero: ["Votre immeuble n'est pas signalé en état d'urgence", "Your building is in no declared state of emergency"]
  },
  building_described: {
    value: [
      "Votre dossier décrit {value} des caractéristiques de votre immeuble",
      "Your file describes {value} of your building's details"
    ],
    zero: ["Votre dossier ne décrit pas votre immeuble", "Your file does not describe your building"]
  },
  building_type: {value: ["Votre type d'immeuble : {value}", "Your type of building: {value}"]},
  building_walls: {value: ["Les murs de votre immeuble : {value}", "The walls of your building: {value}"]},
  building_repair_fund: {
    value: ["Le fonds de travaux de votre immeuble : {value}", "The repair fund of your building: {value}"]
  },
  enquiries_last_week: {
    value: [
      "Le fichier des crédits {ne}a reçu {value} à votre sujet en une semaine",
      "The credit bureau received {value} about you in a week"
    ]
  },
  enquiries_last_month: {
    value: [
      "Le fichier des crédits {ne}a reçu {value} à votre sujet en un mois",
      "The credit bureau received {value} about you in a month"
    ]
  },
  enquiries_last_quarter: {
    value: [
      "De 1 à 3 mois avant la demande, le fichier des crédits {ne}a reçu {value} à votre sujet",
      "From 1 to 3 months before you applied, the credit bureau received {value} about you"
    ]
  },
  enquiries_last_year: {
    value: [
      "De 3 à 12 mois avant la demande, le fichier des crédits {ne}a reçu {value} à votre sujet",
      "From 3 to 12 months before you applied, the credit bureau received {value} about you"
    ]
  }
};
