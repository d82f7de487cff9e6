import type {Language} from "../../model/contract/text.ts";

const locales = {fr: "fr-FR", en: "en-GB"} as const;

/** How a language writes figures. */
export interface Format {
  /** 12 345 */
  integer(value: number): string;
  /** 0,76 */
  decimal(value: number, digits: number): string;
  /** A share of 1 as a percentage: 7,5 % */
  percent(value: number, digits?: number): string;
  /** With a sign, and a true minus: +0,4 */
  signed(value: number, digits: number): string;
  /** 8,3 × 10⁻⁷ */
  scientific(value: number): string;
  /** 22 novembre 2025, of a date written 2025-11-22 */
  date(iso: string): string;
  /** "a, b and c" */
  list(items: readonly string[]): string;
}

export function formatOf(language: Language): Format {
  const locale = locales[language];
  const number = (value: number, options: Intl.NumberFormatOptions): string =>
    new Intl.NumberFormat(locale, options).format(value);
  const decimal = (value: number, digits: number): string =>
    number(value, {minimumFractionDigits: digits, maximumFractionDigits: digits});
  return {
    decimal,
    integer: (value) => number(value, {maximumFractionDigits: 0}),
    percent: (value, digits = 0) =>
      number(value, {style: "percent", minimumFractionDigits: digits, maximumFractionDigits: digits}),
    signed: (value, digits) =>
      number(value, {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
        signDisplay: "exceptZero"
      }).replace("-", "\u2212"),
    scientific: (value) => {
      if (value === 0) return "0";
      const exponent = Math.floor(Math.log10(Math.abs(value)));
      return `${decimal(value / 10 ** exponent, 1)}\u00a0×\u00a010${superscript(exponent)}`;
    },
    date: (iso) => new Intl.DateTimeFormat(locale, {dateStyle: "long", timeZone: "UTC"}).format(new Date(iso)),
    list: (items) => new Intl.ListFormat(locale, {type: "conjunction"}).format(items)
  };
}

function superscript(exponent: number): string {
  return String(exponent)
    .replace("-", "⁻")
    .replace(/\d/g, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]!);
}
