import type {Language} from "../../../model/contract/text.ts";

const locales = {fr: "fr-FR", en: "en-GB"} as const satisfies Record<Language, string>;

// An Intl formatter costs far more to make than to use.
const numbers = {fr: new Intl.NumberFormat(locales.fr), en: new Intl.NumberFormat(locales.en)};

/** A number with the language's separators. */
export function formatNumber(value: number, language: Language): string {
  return numbers[language].format(value);
}

/** Points with their sign: "+34", "−8" with a true minus, "0". */
export function formatSigned(points: number, language: Language): string {
  const size = formatNumber(Math.abs(points), language);
  return points === 0 ? size : `${points > 0 ? "+" : "−"}${size}`;
}

/** A day written out, from its ISO form, whatever the reader's time zone. */
export function formatDay(iso: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], {dateStyle: "long", timeZone: "UTC"}).format(new Date(iso));
}
