import type {Unit} from "../../contract/feature.ts";
import type {ManifestFeature} from "../../contract/manifest.ts";
import type {Language, Text} from "../../contract/text.ts";

/** What of a feature decides how its values are written. */
export type ValueFormat = Pick<ManifestFeature, "unit" | "categories" | "categoryLabels">;

const locales: Record<Language, string> = {fr: "fr-FR", en: "en-GB"};
const missing: Text = {fr: "non renseigné", en: "not given"};
const other: Text = {fr: "autre", en: "other"};
const yes: Text = {fr: "oui", en: "yes"};
const no: Text = {fr: "non", en: "no"};
const to: Text = {fr: "à", en: "to"};

/** One and several of a duration, and a duration ago. French takes the singular below 2. */
const durations: Partial<Record<Unit, {one: Text; many: Text; ago?: true}>> = {
  days: {one: {fr: "jour", en: "day"}, many: {fr: "jours", en: "days"}},
  months: {one: {fr: "mois", en: "month"}, many: {fr: "mois", en: "months"}},
  years: {one: {fr: "an", en: "year"}, many: {fr: "ans", en: "years"}},
  monthsAgo: {one: {fr: "mois", en: "month"}, many: {fr: "mois", en: "months"}, ago: true},
  yearsAgo: {one: {fr: "an", en: "year"}, many: {fr: "ans", en: "years"}, ago: true}
};
const thisMonth: Text = {fr: "ce mois-ci", en: "this month"};
const withinAMonth: Text = {fr: "moins d’un mois", en: "less than a month"};

/**
 * A feature's value as people read it: in its unit, in their language, with as many digits as mean something. Money is
 * in the portfolio's currency, without cents; a category by its label; null and NaN are said to be missing.
 * @param currency ISO 4217, three letters
 */
export function formatValue(value: number | null, feature: ValueFormat, language: Language, currency: string): string {
  if (value === null || Number.isNaN(value)) return missing[language];
  if (feature.unit === "flag") return (value ? yes : no)[language];
  if (feature.unit === "category") {
    const name = feature.categories?.[value];
    return (name === undefined ? undefined : feature.categoryLabels?.[name]?.[language]) ?? other[language];
  }
  return formatRange(value, value, feature, language, currency);
}

/**
 * Two values of a number as a range, "2 à 8 ans"; one value where both read the same.
 * @param feature not a category nor a flag: those have no range
 */
export function formatRange(
  low: number,
  high: number,
  {unit}: ValueFormat,
  language: Language,
  currency: string
): string {
  const inYears = unit === "years" || unit === "yearsAgo";
  // A short time in years is told in months, a long one in months in years.
  if (inYears && Math.abs(high) < 1) {
    return formatRange(
      Math.round(low * 12),
      Math.round(high * 12),
      unitOf(unit === "years" ? "months" : "monthsAgo"),
      language,
      currency
    );
  }
  if (unit === "months" && low >= 120) return formatRange(low / 12, high / 12, unitOf("years"), language, currency);
  if (unit === "monthsAgo" && low >= 24)
    return formatRange(low / 12, high / 12, unitOf("yearsAgo"), language, currency);
  if (inYears && low >= 0 && low < 1) return fromMonths(low, high, unit, language, currency);
  const until = numberText(high, unit, language, currency);
  const from = numberText(low, unit, language, currency);
  // In French the unit of both ends is said once.
  const shared =
    from !== until && language === "fr"
      ? from.replace(/[\u00a0\u202f][%\u20ac$\u00a3]$|[\u00a0\u202f]\p{L}+$/u, "")
      : from;
  const text = from === until ? until : `${shared} ${to[language]} ${until}`;
  const duration = durations[unit];
  if (!duration) return text;
  if (text === "0" && unit === "months") return withinAMonth[language];
  if (text === "0" && unit === "monthsAgo") return thisMonth[language];
  const isOne = language === "fr" ? Math.abs(high) < 2 : /^\u2212?1$/.test(until);
  const length = `${text}\u00a0${(isOne ? duration.one : duration.many)[language]}`;
  if (!duration.ago) return length;
  return language === "fr" ? `il y a ${length}` : `${length} ago`;
}

/** "10 mois à 4,5 ans": a range of years that begins within the first. */
function fromMonths(low: number, high: number, unit: Unit, language: Language, currency: string): string {
  const from = formatRange(low, low, unitOf("years"), language, currency);
  const text = `${from} ${to[language]} ${formatRange(high, high, unitOf("years"), language, currency)}`;
  if (unit === "years") return text;
  return language === "fr" ? `il y a ${text}` : `${text} ago`;
}

function unitOf(unit: Unit): ValueFormat {
  return {unit, categories: null};
}

function numberText(value: number, unit: Unit, language: Language, currency: string): string {
  // Adding 0 turns −0 into 0, which Intl would write with its sign.
  const write = (digits: number, options: Intl.NumberFormatOptions = {}): string =>
    formatter(language, {maximumFractionDigits: digits, ...options})
      .format(rounded(value, digits, options))
      .replace("-", "−");
  const size = Math.abs(value);
  switch (unit) {
    case "money":
      return write(0, {style: "currency", currency});
    case "ratio":
      return write(size < 0.0995 ? 1 : 0, {style: "percent"});
    case "score":
      return write(2, {minimumFractionDigits: 2});
    case "monthsAgo":
      return write(0);
    case "number":
      return write(size >= 10 ? 0 : size >= 1 ? 1 : size >= 0.1 ? 2 : 3);
    default:
      return write(size >= 10 ? 0 : 1);
  }
}

/** The value, or 0 where it is written as 0, so that no "−0" appears. */
function rounded(value: number, digits: number, options: Intl.NumberFormatOptions): number {
  const places = digits + (options.style === "percent" ? 2 : 0);
  return Math.abs(value) < 0.5 * 10 ** -places ? 0 : value;
}

// An Intl formatter costs far more to make than to use.
const formatters = new Map<string, Intl.NumberFormat>();

function formatter(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${language}${JSON.stringify(options)}`;
  let made = formatters.get(key);
  if (!made) formatters.set(key, (made = new Intl.NumberFormat(locales[language], options)));
  return made;
}
