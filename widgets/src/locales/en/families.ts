import type {FamilyTexts} from "../dictionary.ts";

export const families: FamilyTexts = {
  income: "Income and employment",
  credit: "Credit asked for",
  debts: "Debts elsewhere",
  repayment: "Repayment history",
  applications: "Earlier applications",
  situation: "Personal situation",
  housing: "Housing and assets",
  external: "External scores"
};
