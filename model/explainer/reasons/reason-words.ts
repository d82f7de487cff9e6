import {absences} from "../../contract/absence.ts";
import {counted, type Counted} from "../../contract/counted.ts";
import type {ManifestFeature} from "../../contract/manifest.ts";
import type {Language, Text} from "../../contract/text.ts";
import {formatRange, formatValue} from "./format-value.ts";

const usually: Text = {fr: "habituellement", en: "usually"};
const mostOften: Text = {fr: "le plus souvent", en: "most often"};
const like: Text = {fr: "comme", en: "like"};
const outOfOne: Text = {fr: "sur\u00a01", en: "out of\u00a01"};
const none: Text = {fr: "aucun", en: "none"};
const to: Text = {fr: "à", en: "to"};
const onTime: Text = {fr: "à la date prévue", en: "on the planned date"};
const before: Text = {fr: "avant", en: "before"};
const after: Text = {fr: "après", en: "after"};
const planned: Text = {fr: "la date prévue", en: "the planned date"};

/** Longest sentence, in characters (UTF-16 code units). */
export const longestSentence = 160;

/**
 * A feature's value as a sentence says it: {@link formatValue}, and of a number what it counts ("4 échéances", "aucune
 * échéance", "4,6 fois"), of an external score its scale ("0,21 sur 1").
 * @param bare leaves out the noun, for a label that has it already
 */
export function spokenValue(
  value: number | null,
  feature: ManifestFeature,
  language: Language,
  currency: string,
  bare = false
): string {
  const text = formatValue(value, feature, language, currency);
  if (value === null || Number.isNaN(value)) return text;
  if (feature.unit === "category") return inSentence(text);
  if (feature.telling?.shift) return shiftText(value, language);
  if (feature.unit === "score") return `${text} ${outOfOne[language]}`;
  const noun = nounOf(feature, language);
  if (noun === null) return text;
  if (value === 0 && noun.none !== null) {
    if (bare) return language === "fr" ? noun.none : none.en;
    return `${noun.none}\u00a0${language === "fr" ? noun.one : noun.many}`;
  }
  return bare && noun.none !== null ? text : `${text}\u00a0${isOne(value, text, language) ? noun.one : noun.many}`;
}

/**
 * What is usual, beside a client's value: the quartiles of a number; of a category, how many are in the client's case
 * where it is the most frequent one, and else which one is. Null where nothing useful can be said.
 */
export function usualClause(
  value: number | null,
  feature: ManifestFeature,
  language: Language,
  currency: string
): string | null {
  const {unit, usual} = feature;
  if (usual === null) return null;
  if (unit === "category") {
    const [code, share] = usual;
    const hundredth = Math.min(99, Math.max(1, Math.round(share! * 100)));
    const people =
      language === "fr"
        ? `${hundredth}\u00a0client${hundredth === 1 ? "" : "s"} sur\u00a0100`
        : `${hundredth} client${hundredth === 1 ? "" : "s"} in\u00a0100`;
    return value === code
      ? `${like[language]} ${people}`
      : `${mostOften[language]} ${inSentence(formatValue(code!, feature, language, currency))} (${people})`;
  }
  const [low, , high] = unit === "money" ? usual.map(threeDigits) : usual;
  if (unit === "flag") {
    return low === high ? `${usually[language]} ${formatValue(high!, feature, language, currency)}` : null;
  }
  if (feature.telling?.shift) return `${usually[language]} ${shiftRange(low!, high!, language)}`;
  const noun = nounOf(feature, language);
  if (low === 0 && high === 0 && noun !== null && noun.none !== null) {
    return `${usually[language]} ${language === "fr" ? noun.none : none.en}`;
  }
  const range = formatRange(low!, high!, feature, language, currency);
  const times = noun !== null && noun.none === null;
  return `${usually[language]} ${range}${times ? `\u00a0${isOne(high!, range, language) ? noun.one : noun.many}` : ""}`;
}

/** Whether a number's value reads as all that is usual: "aucune" where it is usually "aucune". */
export function isUsual(
  value: number | null,
  {unit, usual, ...feature}: ManifestFeature,
  language: Language,
  currency: string
): boolean {
  if (value === null || usual === null || unit === "category") return false;
  const [low, , high] = usual;
  if (unit === "flag") return low === high && value === low;
  const text = (from: number, to: number) => formatRange(from, to, {unit, ...feature}, language, currency);
  return text(low!, high!) === text(value, value);
}

/** A time before or after the planned date: "4,2 mois avant la date prévue". */
function shiftText(months: number, language: Language): string {
  if (Math.abs(months) < 0.05) return onTime[language];
  return `${monthsText(months, months, language)} ${(months < 0 ? before : after)[language]} ${planned[language]}`;
}

/** From the earliest to the latest: "0 à 4,2 mois avant la date prévue". */
function shiftRange(low: number, high: number, language: Language): string {
  if (Math.max(Math.abs(low), Math.abs(high)) < 0.05) return onTime[language];
  if (high <= 0) return `${monthsText(high, low, language)} ${before[language]} ${planned[language]}`;
  if (low >= 0) return `${monthsText(low, high, language)} ${after[language]} ${planned[language]}`;
  const until = shiftText(high, language);
  return `${monthsText(low, low, language)} ${before[language]} ${to[language]} ${until}`;
}

function monthsText(from: number, until: number, language: Language): string {
  return formatRange(Math.abs(from), Math.abs(until), {unit: "months", categories: null}, language, "EUR");
}

/** What it means that a feature has no value. */
export function absenceText({telling}: ManifestFeature, language: Language): string {
  return absences[telling?.absence ?? "notStated"][language];
}

/** Whether a label names what the feature counts, so that its value need not. */
export function namesCounted(feature: ManifestFeature, language: Language): boolean {
  const noun = nounOf(feature, language);
  const label = feature.label[language].toLowerCase();
  return noun !== null && (label.includes(noun.one) || label.includes(noun.many));
}

/** A label inside a sentence: its first letter small, but in English days keep theirs. */
export function inSentence(label: string): string {
  return /^[A-Z][a-z]+day$/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
}

/** An amount with three significant digits: what is usual is no exact figure. */
function threeDigits(amount: number): number {
  return Number(amount.toPrecision(3));
}

/** How clauses follow one another: French has a narrow space before the semicolon. */
export const semicolon: Text = {fr: "\u202f; ", en: "; "};
export const colon: Text = {fr: "\u00a0: ", en: ": "};

function nounOf({telling}: ManifestFeature, language: Language): Counted["fr"] | null {
  return telling?.counted === undefined ? null : counted[telling.counted][language];
}

/** French has the singular below 2, English for 1 alone. */
function isOne(value: number, text: string, language: Language): boolean {
  return language === "fr" ? Math.abs(value) < 2 : text === "1";
}
