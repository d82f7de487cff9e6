import {
  balance,
  categories,
  type Column,
  count,
  id,
  integer,
  late,
  missing,
  money,
  month,
  real,
  text
} from "./column.ts";

const uses = missing(0.214);
const counts = count(10_000);

/** One row a month of an earlier credit card. */
export const creditCardBalanceColumns: Column[] = [
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
  real(
    "AMT_BALANCE",
    ["Solde de la carte", "Card balance"],
    [
      "Solde dû dans le mois ; négatif si le client est créditeur.",
      "Balance owed in the month; negative when the client is in credit."
    ],
    balance
  ),
  real(
    "AMT_CREDIT_LIMIT_ACTUAL",
    ["Plafond de la carte", "Card limit"],
    ["Plafond de la carte dans le mois.", "Limit of the card in the month."],
    money
  ),
  real(
    "AMT_DRAWINGS_ATM_CURRENT",
    ["Montant des retraits", "Amount of cash withdrawals"],
    ["Montant retiré aux distributeurs dans le mois.", "Amount withdrawn at cash machines in the month."],
    balance,
    uses
  ),
  real(
    "AMT_DRAWINGS_CURRENT",
    ["Montant utilisé", "Amount used in all"],
    [
      "Montant des achats, retraits et autres utilisations du mois.",
      "Amount of purchases, withdrawals and other uses in the month."
    ],
    balance
  ),
  real(
    "AMT_DRAWINGS_OTHER_CURRENT",
    ["Montant des autres utilisations", "Amount of other uses"],
    ["Montant des autres utilisations de la carte dans le mois.", "Amount of other uses of the card in the month."],
    balance,
    uses
  ),
  real(
    "AMT_DRAWINGS_POS_CURRENT",
    ["Montant des achats", "Amount of purchases"],
    ["Montant des achats par carte dans le mois.", "Amount of card purchases in the month."],
    balance,
    uses
  ),
  real(
    "AMT_INST_MIN_REGULARITY",
    ["Remboursement minimal", "Least repayment"],
    ["Plus petite somme à rembourser dans le mois.", "Least amount to repay in the month."],
    money,
    missing(0.071)
  ),
  real(
    "AMT_PAYMENT_CURRENT",
    ["Montant remboursé", "Amount repaid"],
    ["Montant remboursé dans le mois.", "Amount repaid in the month."],
    money,
    missing(0.223)
  ),
  real(
    "AMT_PAYMENT_TOTAL_CURRENT",
    ["Total remboursé", "Amount repaid in all"],
    ["Montant remboursé en tout dans le mois.", "Amount repaid in the month in all."],
    money
  ),
  real(
    "AMT_RECEIVABLE_PRINCIPAL",
    ["Capital dû", "Principal owed"],
    ["Capital dû, sans intérêts ni frais.", "Principal owed, interest and fees apart."],
    balance
  ),
  real(
    "AMT_RECIVABLE",
    ["Montant dû", "Amount owed"],
    ["Montant dû sur la carte.", "Amount owed on the card."],
    balance
  ),
  real(
    "AMT_TOTAL_RECEIVABLE",
    ["Total dû", "Amount owed in all"],
    ["Montant dû en tout sur la carte.", "Amount owed on the card in all."],
    balance
  ),
  integer(
    "CNT_DRAWINGS_ATM_CURRENT",
    ["Nombre de retraits", "Number of cash withdrawals"],
    ["Nombre de retraits aux distributeurs dans le mois.", "Number of withdrawals at cash machines in the month."],
    counts,
    uses
  ),
  integer(
    "CNT_DRAWINGS_CURRENT",
    ["Nombre d'utilisations", "Number of uses"],
    [
      "Nombre d'achats, retraits et autres utilisations du mois.",
      "Number of purchases, withdrawals and other uses in the month."
    ],
    counts
  ),
  integer(
    "CNT_DRAWINGS_OTHER_CURRENT",
    ["Nombre d'autres utilisations", "Number of other uses"],
    ["Nombre d'autres utilisations de la carte dans le mois.", "Number of other uses of the card in the month."],
    counts,
    uses
  ),
  integer(
    "CNT_DRAWINGS_POS_CURRENT",
    ["Nombre d'achats", "Number of purchases"],
    ["Nombre d'achats par carte dans le mois.", "Number of card purchases in the month."],
    counts,
    uses
  ),
  integer(
    "CNT_INSTALMENT_MATURE_CUM",
    ["Échéances déjà payées", "Instalments paid so far"],
    ["Nombre d'échéances payées à ce jour.", "Number of instalments paid so far."],
    counts,
    missing(0.071)
  ),
  text(
    "NAME_CONTRACT_STATUS",
    ["État du contrat", "Contract status"],
    ["État du contrat dans le mois.", "Status of the contract in the month."],
    categories("Active", "Approved", "Completed", "Demand", "Refused", "Sent proposal", "Signed")
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
