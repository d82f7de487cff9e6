import type {Unit} from "../../model/contract/feature.ts";
import type {ValueGroup} from "../../model/contract/global-explanation.ts";
import type {Language} from "../../model/contract/text.ts";
import type {NamedFeature} from "./global-data.js";

/** How values are written: in which language, and in which currency (ISO 4217). */
export interface ValueStyle {
  language: Language;
  currency: string;
}

const locales = {fr: "fr-FR", en: "en-GB"} as const;

const words = {
  fr: {
    missing: "non renseigné",
    other: "autre",
    yes: "oui",
    no: "non",
    upTo: (to: string) => `jusqu'à ${to}`,
    over: (from: string) => `plus de ${from}`,
    least: (from: string) => `${from} et plus`,
    between: (from: string, to: string) => `${from} à ${to}`,
    units: {days: ["jour", "jours"], months: ["mois", "mois"], years: ["an", "ans"]},
    axis: {
      days: "en jours",
      months: "en mois",
      years: "en années",
      monthsAgo: "en mois avant la demande",
      yearsAgo: "en années avant la demande"
    }
  },
  en: {
    missing: "not given",
    other: "other",
    yes: "yes",
    no: "no",
    upTo: (to: string) => `up to ${to}`,
    over: (from: string) => `over ${from}`,
    least: (from: string) => `${from} and more`,
    between: (from: string, to: string) => `${from} to ${to}`,
    units: {days: ["day", "days"], months: ["month", "months"], years: ["year", "years"]},
    axis: {
      days: "in days",
      months: "in months",
      years: "in years",
      monthsAgo: "in months before the application",
      yearsAgo: "in years before the application"
    }
  }
};

/**
 * A number in its unit, with as many digits as mean something: a duration says how long, whether or not it is one
 * before the application.
 * @param more further digits, where two values must be told apart
 */
export function valueText(value: number, unit: Unit, {language, currency}: ValueStyle, more = 0): string {
  const size = Math.abs(value);
  const write = (digits: number, options: Intl.NumberFormatOptions = {}): string =>
    new Intl.NumberFormat(locales[language], {maximumFractionDigits: digits + more, ...options})
      .format(value)
      .replace("-", "\u2212");
  const duration = (name: "days" | "months" | "years"): string => {
    const text = write(size >= 10 || name === "days" ? 0 : 1);
    const one = language === "fr" ? size < 2 : text === "1";
    return `${text}\u00a0${words[language].units[name][one ? 0 : 1]}`;
  };
  switch (unit) {
    case "money":
      return write(0, {style: "currency", currency, currencyDisplay: "narrowSymbol"});
    case "ratio":
      return write(size < 0.0995 ? 1 : 0, {style: "percent"});
    case "score":
      return write(2, {minimumFractionDigits: 2});
    case "days":
      return duration("days");
    case "months":
    case "monthsAgo":
      return duration("months");
    case "years":
    case "yearsAgo":
      return duration("years");
    case "number":
      return write(size >= 100 ? 0 : size >= 1 ? 1 : 3);
    default:
      return write(size >= 10 ? 0 : 1);
  }
}

/** A number as one says it of a curve: two digits of what is large say as much as all of them. */
export function roughText(value: number, unit: Unit, style: ValueStyle): string {
  return valueText(unit === "money" || Math.abs(value) >= 100 ? Number(value.toPrecision(2)) : value, unit, style);
}

/** A number beside an axis, whose label says the unit. */
export function tickText(value: number, unit: Unit, {language, currency}: ValueStyle): string {
  const write = (options: Intl.NumberFormatOptions): string =>
    new Intl.NumberFormat(locales[language], options).format(value).replace("-", "\u2212");
  switch (unit) {
    case "money":
      return write({
        style: "currency",
        currency,
        currencyDisplay: "narrowSymbol",
        minimumFractionDigits: 0,
        maximumFractionDigits: Math.abs(value) >= 10_000 ? 1 : 0,
        ...(Math.abs(value) >= 10_000 ? {notation: "compact"} : {})
      });
    case "ratio":
      return write({style: "percent", maximumFractionDigits: 1});
    default:
      return write({maximumFractionDigits: 3});
  }
}

/** A feature's name as the label of an axis of its values, with the unit where a tick doesn't say it. */
export function axisLabel({label, unit}: NamedFeature, language: Language): string {
  const suffix = (words[language].axis as Partial<Record<Unit, string>>)[unit];
  return suffix === undefined ? label[language] : `${label[language]}, ${suffix}`;
}

/** Whether a feature's groups have names and no place on an axis. */
export function isNamed({unit}: NamedFeature): boolean {
  return unit === "category" || unit === "flag";
}

/** A part of a feature's values, in words: "plus de 0,74", "Agent public", "non renseigné". */
export function groupLabel(group: ValueGroup, feature: NamedFeature, style: ValueStyle): string {
  const text = words[style.language];
  if (group.kind === "missing") return text.missing;
  if (group.kind === "category") return feature.categoryLabels?.[group.category]?.[style.language] ?? text.other;
  const {from, to} = group;
  // Of a yes or no, the lower half is no.
  if (feature.unit === "flag") return from === null ? text.no : text.yes;
  if (feature.unit === "count" && wholeOrNone(from) && wholeOrNone(to)) return countLabel(from, to, style);
  for (let more = 0; ; more++) {
    const [low, high] = [from, to].map((bound) => (bound === null ? "" : valueText(bound, feature.unit, style, more)));
    if (low === high && more < 3) continue;
    return from === null ? text.upTo(high!) : to === null ? text.over(low!) : text.between(low!, high!);
  }
}

/** Above 1 and up to 3, of whole numbers, is 2 to 3. */
function countLabel(from: number | null, to: number | null, style: ValueStyle): string {
  const text = words[style.language];
  const write = (value: number): string => valueText(value, "count", style);
  if (from === null) return to === 0 ? write(0) : text.upTo(write(to!));
  const least = Math.floor(from) + 1;
  if (to === null) return text.least(write(least));
  return least === to ? write(to) : text.between(write(least), write(to));
}

function wholeOrNone(bound: number | null): boolean {
  return bound === null || Number.isInteger(bound);
}
