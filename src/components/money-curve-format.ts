import type {Language} from "../../model/contract/text.ts";

/** Writes whole amounts of a currency (ISO 4217): 15 909 € or €15,909. */
export function amountsOf(language: Language, currency: string): (amount: number) => string {
  const format = new Intl.NumberFormat(language === "fr" ? "fr-FR" : "en-GB", {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    maximumFractionDigits: 0
  });
  return (amount) => format.format(amount);
}
