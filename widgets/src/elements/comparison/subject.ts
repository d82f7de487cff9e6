import type {Cohort, Distribution} from "../../../../model/contract/cohort.ts";
import type {Unit} from "../../../../model/contract/feature.ts";
import type {ManifestFeature} from "../../../../model/contract/manifest.ts";
import type {Language} from "../../../../model/contract/text.ts";
import {formatRange, formatValue, type ValueFormat} from "../../../../model/explainer/reasons/format-value.ts";
import type {Client} from "../../book/book.ts";
import type {ComparisonTexts} from "../../locales/dictionary.ts";
import {formatNumber} from "../../locales/format.ts";

/** What is compared: a feature or the score itself, with the client's value and how values are written. */
export interface Subject {
  id: string;
  /** Its place in the manifest; -1 of the points. */
  index: number;
  label: string;
  value: number | null;
  /** Whether every value is a case of its own rather than a size. */
  categorical: boolean;
  /** Whether values are whole, so that a bin of width 1 holds one value; of some units only the values tell. */
  whole: boolean | "perhaps";
  /** Whether a value is how long ago something was. */
  ago: boolean;
  text: (value: number) => string;
  /** Two values as a range; not of cases. */
  range: (low: number, high: number) => string;
  /** As `text`, without "ago": on an axis, and in "less than 3 months". */
  size: (value: number) => string;
  /** As `size`, short: the foot of an axis is 0, not "less than a month". */
  tick: (value: number) => string;
  /** As `range`, likewise. */
  sizes: (low: number, high: number) => string;
  distribution: (cohort: Cohort) => Distribution | undefined;
}

const durations: ReadonlySet<Unit> = new Set(["days", "months", "years"]);

/** The unit of a time ago, taken as a length. */
const sizeUnits: Partial<Record<Unit, Unit>> = {monthsAgo: "months", yearsAgo: "years"};

/** Units of whole values, and those of which some features are whole and others means. */
const wholeUnits: Partial<Record<Unit, true | "perhaps">> = {
  count: true,
  flag: true,
  days: "perhaps",
  months: "perhaps",
  number: "perhaps"
};

/** The score's name among the features. */
export const pointsId = "points";

export function subjectOf(
  id: string,
  {manifest, record}: Client,
  words: ComparisonTexts,
  language: Language
): Subject | undefined {
  if (id === pointsId) {
    // Quartiles of whole points may fall between two.
    const number = (value: number) => formatNumber(Math.round(value), language);
    const numbers = (low: number, high: number) => words.numberRange(number(low), number(high));
    return {
      id,
      index: -1,
      label: words.points,
      value: record.points,
      categorical: false,
      whole: true,
      ago: false,
      text: number,
      range: numbers,
      size: number,
      tick: number,
      sizes: numbers,
      distribution: (cohort) => cohort.points
    };
  }
  const index = manifest.features.findIndex((feature) => feature.id === id);
  const feature = manifest.features[index];
  if (feature === undefined || feature.protected) return undefined;
  const {currency} = manifest;
  const sizeUnit = sizeUnits[feature.unit];
  const size: ValueFormat = sizeUnit === undefined ? feature : {unit: sizeUnit, categories: null};
  return {
    id,
    index,
    label: feature.label[language],
    value: record.values[index]!,
    categorical: feature.unit === "category" || feature.unit === "flag",
    whole: wholeUnits[feature.unit] ?? false,
    ago: sizeUnit !== undefined,
    text: (value) => formatValue(value, feature, language, currency),
    range: (low, high) => formatRange(low, high, feature, language, currency),
    size: (value) => formatValue(value, size, language, currency),
    tick: (value) => (value === 0 && durations.has(size.unit) ? "0" : formatValue(value, size, language, currency)),
    sizes: (low, high) => formatRange(low, high, size, language, currency),
    distribution: (cohort) => cohort.features[id]
  };
}

/** The feature that weighs most in the score, for want of a choice; the score itself where none weighs. */
export function strongest({manifest, record}: Client): string {
  let best: ManifestFeature | undefined;
  let most = 0;
  manifest.features.forEach((feature, i) => {
    const weight = Math.abs(record.contributions[i]!);
    if (feature.protected || weight <= most) return;
    best = feature;
    most = weight;
  });
  return best?.id ?? pointsId;
}
