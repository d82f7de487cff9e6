import {bureauCreditTypes} from "./category-lists.ts";
import {
  anyDay,
  balance,
  categories,
  type Column,
  count,
  day,
  id,
  integer,
  late,
  missing,
  money,
  past,
  real,
  sentinel,
  text
} from "./column.ts";

/** One row a credit that another institution reported to the credit bureau. */
export const bureauColumns: Column[] = [
  id(
    "SK_ID_CURR",
    ["Numéro de la demande", "Application number"],
    ["Numéro de la demande du client.", "Number of the client's application."]
  ),
  id(
    "SK_ID_BUREAU",
    ["Numéro du crédit", "Credit number"],
    ["Numéro du crédit dans le fichier des crédits.", "Number of the credit at the credit bureau."]
  ),
  text(
    "CREDIT_ACTIVE",
    ["État du crédit", "State of the credit"],
    [
      "État du crédit : en cours, soldé, cédé ou irrécouvrable.",
      "Whether the credit is active, closed, sold or bad debt."
    ],
    categories("Active", "Bad debt", "Closed", "Sold")
  ),
  text(
    "CREDIT_CURRENCY",
    ["Monnaie du crédit", "Currency of the credit"],
    ["Monnaie du crédit, désignée par un numéro.", "Currency of the credit, by a number."],
    categories("currency 1", "currency 2", "currency 3", "currency 4")
  ),
  day(
    "DAYS_CREDIT",
    ["Date de demande du crédit", "Date of the credit application"],
    ["Jour où ce crédit a été demandé", "Day on which this credit was asked for"],
    past
  ),
  integer(
    "CREDIT_DAY_OVERDUE",
    ["Jours de retard", "Days past due"],
    ["Jours de retard de paiement au moment de la demande.", "Days past due at the time of the application."],
    late
  ),
  day(
    "DAYS_CREDIT_ENDDATE",
    ["Fin prévue du crédit", "Planned end of credit"],
    ["Jour où le crédit doit se terminer", "Day on which the credit is to end"],
    anyDay,
    missing(0.063)
  ),
  day(
    "DAYS_ENDDATE_FACT",
    ["Fin réelle du crédit", "Actual end of credit"],
    ["Jour où un crédit soldé s'est terminé", "Day on which a closed credit ended"],
    past,
    missing(0.366)
  ),
  real(
    "AMT_CREDIT_MAX_OVERDUE",
    ["Plus grand impayé", "Largest amount overdue"],
    ["Plus grand montant resté impayé à ce jour.", "Largest amount overdue so far."],
    money,
    missing(0.674)
  ),
  integer(
    "CNT_CREDIT_PROLONG",
    ["Nombre de prolongations", "Number of extensions"],
    ["Nombre de fois où le crédit a été prolongé.", "Number of times that the credit was extended."],
    count(100)
  ),
  real(
    "AMT_CREDIT_SUM",
    ["Montant du crédit", "Credit amount"],
    ["Montant du crédit accordé.", "Amount of the credit granted."],
    money,
    missing(0)
  ),
  real(
    "AMT_CREDIT_SUM_DEBT",
    ["Reste à rembourser", "Amount still owed"],
    [
      "Somme encore due ; négative si le client a trop versé.",
      "Amount still owed; negative when the client has paid too much."
    ],
    balance,
    missing(0.145)
  ),
  real(
    "AMT_CREDIT_SUM_LIMIT",
    ["Plafond de la carte", "Credit card limit"],
    [
      "Plafond de la carte de crédit, tel que déclaré au fichier.",
      "Limit of the credit card, as reported to the bureau."
    ],
    balance,
    missing(0.372)
  ),
  real(
    "AMT_CREDIT_SUM_OVERDUE",
    ["Montant impayé", "Amount overdue"],
    ["Montant impayé au moment de la demande.", "Amount overdue at the time of the application."],
    money
  ),
  text(
    "CREDIT_TYPE",
    ["Type de crédit", "Type of credit"],
    [
      "Type de crédit : à la consommation, automobile, carte, immobilier ou autre.",
      "Kind of credit: consumer, car, card, mortgage or other."
    ],
    categories(...bureauCreditTypes),
    sentinel("Unknown type of loan", "non disponible", "not available")
  ),
  day(
    "DAYS_CREDIT_UPDATE",
    ["Dernière mise à jour", "Last update"],
    ["Jour des dernières nouvelles de ce crédit", "Day of the latest news of this credit"],
    anyDay
  ),
  real(
    "AMT_ANNUITY",
    ["Montant d'une échéance", "Instalment amount"],
    ["Somme à rembourser à chaque échéance de ce crédit.", "The sum to pay back at each due date of this credit."],
    money,
    missing(0.715)
  )
];
