import * as Plot from "@observablehq/plot";
import type {Permutation} from "../../model/contract/global-explanation.ts";
import type {Language} from "../../model/contract/text.ts";
import {element} from "./dom.js";
import {figure} from "./figure.js";
import {formatOf} from "./format.js";
import {labelOf, type GlobalData} from "./global-data.js";
import {effectOf, type EffectWords} from "./global-effect.js";
import {
  compared,
  noPermutation,
  pairs,
  permutationMethod,
  permutationSentence,
  substitutesSentence
} from "./global-permutation-sentence.js";
import {colors, plotStyle} from "./plot-style.js";
import {typeset} from "./typography.js";

const words = {
  fr: {
    families: "Sans cette famille de données, le classement perdrait-il autant ?",
    features: "Et sans cette variable seule ?",
    used: (unit: string) => `Ce que le score utilise : déplacement moyen, en ${unit}`,
    lost: "Ce que le classement perdrait : paires qui ne seraient plus dans le bon ordre, sur 10 000",
    columns: (name: string, unit: string) => [
      name,
      `Déplacement moyen (${unit})`,
      "Paires perdues, sur 10 000",
      "Erreur type"
    ],
    family: "Famille",
    feature: "Variable",
    summary: (first: string, amount: string, loss: string) =>
      `Deux séries de barres. ${first} : ${amount} de déplacement moyen, ${loss} paires perdues sur 10 000.`
  },
  en: {
    families: "Without this family of data, would the ranking lose as much?",
    features: "And without this feature alone?",
    used: (unit: string) => `What the score uses: mean shift, in ${unit}`,
    lost: "What the ranking would lose: pairs no longer in the right order, of 10,000",
    columns: (name: string, unit: string) => [name, `Mean shift (${unit})`, "Pairs lost, of 10,000", "Standard error"],
    family: "Family",
    feature: "Feature",
    summary: (first: string, amount: string, loss: string) =>
      `Two sets of bars. ${first}: a mean shift of ${amount}, ${loss} pairs of 10,000 lost.`
  }
};

/** Mean shift of the score beside what the ranking loses, by family and by feature. */
export function measuresCompared(data: GlobalData, language: Language): HTMLElement {
  const {permutation, importance} = data.explanation;
  if (permutation === null) return element("p", {class: "notice"}, noPermutation(language));
  const text = words[language];
  const byId = <T extends {id: string}>(list: readonly T[]): Map<string, T> =>
    new Map(list.map((one) => [one.id, one]));
  const [ofFamily, ofFeature] = [byId(permutation.families), byId(permutation.features)];
  const lossOf = (found: Permutation["features"][number] | undefined): Loss => ({
    lost: pairs * (found?.drop ?? NaN),
    error: found?.standardError == null ? null : pairs * found.standardError
  });
  return element(
    "div",
    {},
    element("p", {}, permutationSentence(data, permutation, language)),
    measures(
      importance.families.map(({id, mean}) => ({
        label: data.families[id][language],
        used: mean.value,
        ...lossOf(ofFamily.get(id))
      })),
      {title: text.families, name: text.family, note: permutationMethod(permutation, language), data},
      language
    ),
    element("p", {}, substitutesSentence(data, permutation, language)),
    measures(
      importance.features.slice(0, compared).map(({id, mean}) => ({
        label: labelOf(data, id, language),
        used: mean.value,
        ...lossOf(ofFeature.get(id))
      })),
      {title: text.features, name: text.feature, note: permutationMethod(permutation, language), data},
      language
    )
  );
}

interface Loss {
  /** Pairs, and the standard error of them; null where it isn't known. */
  lost: number;
  error: number | null;
}

interface Row extends Loss {
  label: string;
  used: number;
}

function measures(
  rows: readonly Row[],
  {title, name, note, data}: {title: string; name: string; note: string; data: GlobalData},
  language: Language
): HTMLElement {
  const text = words[language];
  const {integer, signed} = formatOf(language);
  const effect = effectOf(data.explanation.unit, language);
  const set = (words: string): string => typeset(words, language);
  // A loss below 0, which chance alone gives, keeps its sign.
  const lost = (value: number): string => (value < -0.5 ? signed(value, 0) : integer(Math.abs(value)));
  const first = rows[0]!;
  return figure({
    language,
    title,
    note,
    summary: text.summary(first.label, effect.amount(first.used), lost(first.lost)),
    draw: (width) =>
      element(
        "div",
        {},
        element(
          "div",
          {class: "global-measures"},
          element("span", {}, set(text.used(effect.unit))),
          element("span", {}, set(text.lost))
        ),
        twoBars(rows, width, {effect, lost, set})
      ),
    table: {
      columns: text.columns(name, effect.unit),
      rows: rows.map((row) => [
        row.label,
        effect.figure(row.used),
        lost(row.lost),
        row.error === null ? "–" : formatOf(language).decimal(row.error, row.error < 9.95 ? 1 : 0)
      ])
    }
  });
}

const rowHeight = 40;
const gap = 16;
/** Room for a figure behind the longest bar. */
const figureRoom = 46;

/** A bar a measure on one line, each on a scale of its own. */
function twoBars(
  rows: readonly Row[],
  width: number,
  {effect, lost, set}: {effect: EffectWords; lost: (value: number) => string; set: (words: string) => string}
): Element {
  const half = (width - gap) / 2;
  const scale =
    (most: number, from: number) =>
    (value: number): number =>
      from + (Math.max(0, value) / most) * (half - figureRoom);
  const upper = ({lost, error}: Row): number => lost + 1.96 * (error ?? 0);
  const used = scale(Math.max(...rows.map((row) => row.used)), 0);
  const loss = scale(Math.max(...rows.map(upper), 1), half + gap);
  const place = (_: Row, i: number): number => i;
  const middle = 28 - rowHeight / 2;
  const bar = {y: place, insetTop: 22, insetBottom: 6};
  const number = {y: place, textAnchor: "start", dx: 6, dy: middle, fontWeight: "bold", fill: colors.ink} as const;
  return Plot.plot({
    ...plotStyle,
    width,
    height: rows.length * rowHeight + 4,
    margin: 2,
    marginLeft: 0,
    marginRight: 0,
    x: {type: "identity", axis: null},
    y: {type: "band", axis: null, domain: rows.map(place), padding: 0},
    marks: [
      Plot.text(rows, {
        x: () => 0,
        y: place,
        text: ({label}: Row) => set(label),
        textAnchor: "start",
        dy: -9,
        fill: colors.ink
      }),
      Plot.barX(rows, {...bar, x1: () => used(0), x2: (row: Row) => used(row.used), fill: colors.accent}),
      Plot.barX(rows, {...bar, x1: () => loss(0), x2: (row: Row) => loss(row.lost), fill: "var(--rule-strong)"}),
      Plot.tickX(rows, {x: () => loss(0), y: place, insetTop: 20, insetBottom: 4, stroke: colors.ink}),
      Plot.tickX(rows, {x: () => used(0), y: place, insetTop: 20, insetBottom: 4, stroke: colors.ink}),
      Plot.ruleY(
        rows.filter(({error}) => error !== null),
        {
          x1: (row: Row) => loss(row.lost - 1.96 * row.error!),
          x2: (row: Row) => loss(upper(row)),
          y: (row: Row) => rows.indexOf(row),
          dy: middle,
          stroke: colors.ink,
          strokeWidth: 2
        }
      ),
      Plot.text(rows, {...number, x: (row: Row) => used(row.used), text: (row: Row) => effect.figure(row.used)}),
      Plot.text(rows, {...number, x: (row: Row) => loss(upper(row)), text: (row: Row) => lost(row.lost)})
    ]
  });
}
