import type {FamilyTexts} from "../dictionary.ts";

export const families: FamilyTexts = {
  income: "Revenus et emploi",
  credit: "Crédit demandé",
  debts: "Autres crédits en cours",
  repayment: "Historique de remboursement",
  applications: "Demandes précédentes",
  situation: "Situation personnelle",
  housing: "Logement et patrimoine",
  external: "Scores externes"
};
