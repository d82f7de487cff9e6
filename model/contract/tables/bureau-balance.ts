import {typeset} from "../typeset.ts";
import {categories, type Column, id, integer, month, text} from "./column.ts";

/** One row a month of a credit at the bureau. */
export const bureauBalanceColumns: Column[] = [
  id(
    "SK_ID_BUREAU",
    ["Numéro du crédit", "Credit number"],
    ["Numéro du crédit dans le fichier des crédits.", "Number of the credit at the credit bureau."]
  ),
  integer(
    "MONTHS_BALANCE",
    ["Mois du relevé", "Month of the record"],
    [
      "Mois du relevé, compté depuis la demande : 0 est le plus récent, −1 le précédent.",
      "Month, counted from the application; 0 is the latest, −1 the one before."
    ],
    month
  ),
  text(
    "STATUS",
    ["État du mois", "Status in the month"],
    [
      "État du crédit dans le mois : 0 sans retard, 1 à 4 jusqu'à 30, 60, 90 et 120 jours de retard, 5 davantage ou cédé.",
      "Status in the month: 0 nothing past due, 1 to 4 past due by up to 30, 60, 90 and 120 days, 5 by more or sold."
    ],
    categories("0", "1", "2", "3", "4", "5", "C", "X"),
    {
      sentinels: [
        {value: "C", meaning: typeset("soldé", "closed")},
        {value: "X", meaning: typeset("inconnu", "not known")}
      ]
    }
  )
];
