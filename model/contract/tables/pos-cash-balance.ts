import {categories, type Column, count, id, integer, late, missing, month, notAvailable, text} from "./column.ts";

/** One row a month of an earlier point-of-sale or cash loan. */
export const posCashBalanceColumns: Column[] = [
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
    "MONTHS_BALANCE",
    ["Mois du relevé", "Month of the record"],
    ["Mois du relevé, compté depuis la demande actuelle.", "Month, counted from the present application."],
    month
  ),
  integer(
    "CNT_INSTALMENT",
    ["Durée en échéances", "Term in instalments"],
    [
      "Durée du prêt en échéances, qui peut changer avec le temps.",
      "Term of the loan in instalments, which may change with time."
    ],
    count(600),
    missing(0.003)
  ),
  integer(
    "CNT_INSTALMENT_FUTURE",
    ["Échéances restant à payer", "Instalments left to pay"],
    ["Nombre d'échéances qui restent à payer.", "Number of instalments left to pay."],
    count(600),
    missing(0.003)
  ),
  text(
    "NAME_CONTRACT_STATUS",
    ["État du contrat", "Contract status"],
    ["État du contrat dans le mois.", "Status of the contract in the month."],
    categories(
      "Active",
      "Amortized debt",
      "Approved",
      "Canceled",
      "Completed",
      "Demand",
      "Returned to the store",
      "Signed",
      "XNA"
    ),
    notAvailable
  ),
  integer(
    "SK_DPD",
    ["Jours de retard", "Days past due"],
    ["Jours de retard de paiement dans le mois.", "Days past due in the month."],
    late
  ),
  integer(
    "SK_DPD_DEF",
    ["Jours de retard, hors petites dettes", "Days past due, small debts apart"],
    [
      "Jours de retard dans le mois, sans compter les petites dettes.",
      "Days past due in the month, small debts apart."
    ],
    late
  )
];
