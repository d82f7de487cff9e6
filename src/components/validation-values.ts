import type {Column} from "../../model/contract/tables.ts";
import type {Language} from "../../model/contract/text.ts";
import type {ColumnProfile} from "../../model/contract/validation.ts";
import {formatOf} from "./format.js";
import {typeset} from "./typography.js";

/** How the figures of columns are written: in which language, and in which currency (ISO 4217). */
export interface ValueStyle {
  language: Language;
  currency: string;
}

const locales = {fr: "fr-FR", en: "en-GB"} as const;
const daysPerYear = 365.25;
/** Days from which years say more. */
const manyDays = 730;

const words = {
  fr: {
    id: "Numéro",
    yesno: "Oui ou non",
    text: (n: string) => `Catégorie, parmi ${n} connues`,
    money: (currency: string) => `Montant, en ${currency}`,
    ratio: "Part",
    count: "Nombre",
    number: "Nombre sans unité",
    score: "Score de 0 à 1",
    days: {date: "Date, en jours", duration: "Durée, en jours"},
    months: {date: "Mois", duration: "Durée, en mois"},
    years: "Nombre d'années",
    hour: "Heure de la journée",
    from: (least: string, greatest: string) =>
      `De ${least} à ${greatest}`.replace(/^De le /, "Du ").replace(/ à le /, " au "),
    always: (value: string) => `Toujours ${value}`,
    empty: "Aucune valeur",
    yes: "oui",
    no: "non",
    day: (n: string, one: boolean) => `${n} jour${one ? "" : "s"}`,
    month: (n: string) => `${n} mois`,
    year: (n: string, one: boolean) => `${n} an${one ? "" : "s"}`,
    hourOf: (n: string) => `${n} h`,
    before: (duration: string) => `${duration} avant`,
    after: (duration: string) => `${duration} après`,
    sameDay: "le jour même",
    sameMonth: "le mois même",
    tiny: (least: string) => `moins de ${least}`
  },
  en: {
    id: "Identifying number",
    yesno: "Yes or no",
    text: (n: string) => `Category, one of ${n} known`,
    money: (currency: string) => `Amount, in ${currency}`,
    ratio: "Share",
    count: "Count",
    number: "Number without a unit",
    score: "Score from 0 to 1",
    days: {date: "Date, in days", duration: "Duration, in days"},
    months: {date: "Month", duration: "Duration, in months"},
    years: "Number of years",
    hour: "Hour of the day",
    from: (least: string, greatest: string) => `From ${least} to ${greatest}`,
    always: (value: string) => `Always ${value}`,
    empty: "No value",
    yes: "yes",
    no: "no",
    day: (n: string, one: boolean) => `${n} day${one ? "" : "s"}`,
    month: (n: string, one: boolean) => `${n} month${one ? "" : "s"}`,
    year: (n: string, one: boolean) => `${n} year${one ? "" : "s"}`,
    hourOf: (n: string) => `${n}:00`,
    before: (duration: string) => `${duration} before`,
    after: (duration: string) => `${duration} after`,
    sameDay: "the same day",
    sameMonth: "the same month",
    tiny: (least: string) => `less than ${least}`
  }
};

/** What a column holds and in which unit, in words. */
export function natureOf(column: Column, {language, currency}: ValueStyle): string {
  const text = words[language];
  switch (column.type) {
    case "id":
      return text.id;
    case "flag":
    case "yesno":
      return text.yesno;
    case "text":
      return text.text(formatOf(language).integer(column.categories?.length ?? 0));
    case "integer":
    case "real":
      switch (column.unit!) {
        case "money":
          return text.money(currencyName(currency, language));
        case "days":
        case "months":
          return text[column.unit as "days" | "months"][isDate(column) ? "date" : "duration"];
        default:
          return typeset(text[column.unit as "ratio" | "count" | "number" | "score" | "years" | "hour"], language);
      }
  }
}

/**
 * From which to which value a column goes, in its unit; null where that says nothing: of texts, and of numbers that
 * merely name something.
 */
export function extentOf(column: Column, {least, greatest, missing}: ColumnProfile, style: ValueStyle): string | null {
  const text = words[style.language];
  if (column.type === "id" || column.type === "text" || column.type === "yesno") return null;
  if (least === null || greatest === null) return missing === null ? null : text.empty;
  if (column.type === "flag") return least === greatest ? text.always(least === 1 ? text.yes : text.no) : null;
  const [from, to] = [least, greatest].map((value) => valueOf(column, value, style)) as [string, string];
  return from === to ? text.always(from) : text.from(from, to);
}

/** The values that a column may hold by its contract, in its unit; null for one that isn't a number with bounds. */
export function rangeOf(column: Column, style: ValueStyle): string | null {
  if (column.range === undefined) return null;
  const [least, greatest] = column.range;
  const text = words[style.language].from(valueOf(column, least, style), valueOf(column, greatest, style));
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** A column's value as its unit and the language have it. */
export function valueOf(column: Column, value: number, {language, currency}: ValueStyle): string {
  const text = words[language];
  const number = (options: Intl.NumberFormatOptions): string =>
    new Intl.NumberFormat(locales[language], options).format(value).replace("-", "\u2212");
  switch (column.unit) {
    case "money": {
      const digits = Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : 2;
      return number({style: "currency", currency, minimumFractionDigits: digits, maximumFractionDigits: digits});
    }
    case "ratio":
      return number({style: "percent", maximumFractionDigits: 1});
    case "score":
      return number({minimumFractionDigits: 3, maximumFractionDigits: 3});
    case "days":
      return daysOf(column, value, language);
    case "months":
      return dated(column, value, text.month(...counted(value, language)), text.sameMonth, language);
    case "years":
      return text.year(...counted(value, language));
    case "hour":
      return text.hourOf(number({maximumFractionDigits: 0}));
    default:
      return number({maximumFractionDigits: column.type === "real" ? 3 : 0});
  }
}

/** A share of a table's rows: in percent, never 0 where there is some. */
export function shareOf(share: number, language: Language): string {
  const {percent} = formatOf(language);
  const least = 0.001;
  if (share > 0 && share < least / 2) return words[language].tiny(percent(least, 1));
  return percent(share, Math.abs(share * 100 - Math.round(share * 100)) < 0.05 ? 0 : 1);
}

/** Whether days or months say when and not how long: from the application, negative before it. */
function isDate({range}: Column): boolean {
  return range !== undefined && range[0] < 0;
}

function daysOf(column: Column, value: number, language: Language): string {
  const text = words[language];
  const when = dated(column, value, text.day(...counted(value, language)), text.sameDay, language);
  if (Math.abs(value) < manyDays) return when;
  return `${when} (${text.year(...counted(Math.round(value / daysPerYear), language))})`;
}

function dated(column: Column, value: number, duration: string, same: string, language: Language): string {
  if (!isDate(column)) return duration;
  if (value === 0) return same;
  return value < 0 ? words[language].before(duration) : words[language].after(duration);
}

/** A count as it is written, and whether what it counts stays singular. */
function counted(value: number, language: Language): [string, boolean] {
  const count = Math.abs(value);
  return [
    new Intl.NumberFormat(locales[language], {maximumFractionDigits: 1}).format(count),
    language === "fr" ? count < 2 : count === 1
  ];
}

/** What a currency is called when there is much of it: euros. */
function currencyName(currency: string, language: Language): string {
  const parts = new Intl.NumberFormat(locales[language], {
    style: "currency",
    currency,
    currencyDisplay: "name"
  }).formatToParts(1000);
  return parts.find(({type}) => type === "currency")!.value;
}
