import type {TableName} from "../../model/contract/table-names.ts";
import type {Text} from "../../model/contract/text.ts";

/** What each table holds, in words. */
export const tableLabels: Record<TableName, Text> = {
  application: {fr: "Demandes de crédit", en: "Credit applications"},
  bureau: {fr: "Crédits déclarés par d'autres prêteurs", en: "Credits reported by other lenders"},
  bureau_balance: {fr: "Ces crédits, mois par mois", en: "Those credits, month by month"},
  previous_application: {fr: "Demandes précédentes", en: "Earlier applications"},
  POS_CASH_balance: {
    fr: "Crédits à la consommation passés, mois par mois",
    en: "Past consumer credits, month by month"
  },
  installments_payments: {fr: "Échéances et paiements", en: "Instalments and payments"},
  credit_card_balance: {fr: "Cartes de crédit, mois par mois", en: "Credit cards, month by month"}
};
