import {type Column, dayOfEarlier, id, integer, missing, money, past, real, sentinel} from "./column.ts";

/** One row a payment of an instalment of an earlier credit, or an instalment that was not paid. */
export const installmentsPaymentsColumns: Column[] = [
  id(
    "SK_ID_PREV",
    ["Numéro de la demande précédente", "Earlier application number"],
    ["Numéro de la demande précédente.", "Number of the earlier application."]
  ),
  id(
    "SK_ID_CURR",
    ["Numéro de la demande actuelle", "Present application number"],
    ["Numéro de la demande actuelle du client.", "Number of the client's present application."]
  ),
  integer(
    "NUM_INSTALMENT_VERSION",
    ["Version de l'échéancier", "Version of the schedule"],
    [
      "Version de l'échéancier, qui change quand les conditions du crédit sont revues.",
      "Version of the instalment schedule, which changes when the terms of the credit do."
    ],
    {unit: "number", range: [1, 10_000]},
    sentinel(0, "carte de crédit, sans échéancier", "credit card, without a schedule")
  ),
  integer(
    "NUM_INSTALMENT_NUMBER",
    ["Rang de l'échéance", "Number of the instalment"],
    ["Rang de l'échéance dans son échéancier.", "Number of the instalment in its schedule."],
    {unit: "number", range: [0, 10_000]}
  ),
  dayOfEarlier(
    "DAYS_INSTALMENT",
    ["Date d'échéance", "Due date"],
    ["Jour où l'échéance était due", "Day on which the instalment was due"],
    past
  ),
  dayOfEarlier(
    "DAYS_ENTRY_PAYMENT",
    ["Date de paiement", "Date of payment"],
    ["Jour où l'échéance a été payée", "Day on which the instalment was paid"],
    past,
    missing(0)
  ),
  real(
    "AMT_INSTALMENT",
    ["Montant dû", "Amount due"],
    ["Montant dû à l'échéance.", "Amount due on the instalment."],
    money
  ),
  real(
    "AMT_PAYMENT",
    ["Montant payé", "Amount paid"],
    ["Montant que le client a payé.", "Amount that the client paid."],
    money,
    missing(0)
  )
];
