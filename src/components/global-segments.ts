import * as Plot from "@observablehq/plot";
import type {SegmentImportance} from "../../model/contract/global-explanation.ts";
import type {Language} from "../../model/contract/text.ts";
import {element} from "./dom.js";
import {figure} from "./figure.js";
import {formatOf} from "./format.js";
import {labelOf, type GlobalData} from "./global-data.js";
import {effectOf} from "./global-effect.js";
import {segmentSentence, withheldSentence} from "./global-segments-sentence.js";
import {seriesLegend, seriesStyles, type SeriesStyle} from "./global-series.js";
import {colors, narrow, plotStyle} from "./plot-style.js";
import {typeset} from "./typography.js";

/** Features of each grouping that are drawn. */
const drawnFeatures = 8;

/** Groupings whose segments have an order. */
const ordered = ["age", "income", "region_rating"];

const words = {
  fr: {
    families: (within: string) => `Les mêmes familles comptent-elles ${within} ?`,
    features: (within: string) => `Et les mêmes variables, ${within} ?`,
    within: {age: "à tout âge", income_type: "quel que soit le type de revenu"} as Record<string, string>,
    elsewhere: (grouping: string) => `pour tous, selon « ${grouping} »`,
    note: (unit: string, clients: string) => `Déplacement moyen, en ${unit}, dans chaque groupe ; ${clients} clients.`,
    none: (grouping: string, least: string) => `${grouping} : aucun groupe n'a au moins ${least} personnes.`,
    axis: (unit: string) => `Déplacement moyen, en ${unit} →`,
    family: "Famille",
    feature: "Variable"
  },
  en: {
    families: (within: string) => `Do the same families count ${within}?`,
    features: (within: string) => `And the same features, ${within}?`,
    within: {age: "at every age", income_type: "whatever the type of income"} as Record<string, string>,
    elsewhere: (grouping: string) => `for everyone, by “${grouping}”`,
    note: (unit: string, clients: string) => `Mean shift, in ${unit}, in each group; ${clients} clients.`,
    none: (grouping: string, least: string) => `${grouping}: no group has at least ${least} people.`,
    axis: (unit: string) => `Mean shift, in ${unit} →`,
    family: "Family",
    feature: "Feature"
  }
};

/** Mean shift of the score within each group of people: a part of the page a way to group them. */
export function segmentsCompared(data: GlobalData, language: Language): HTMLElement {
  return element("div", {}, ...data.explanation.segments.map((segments) => grouping(data, segments, language)));
}

function grouping(data: GlobalData, told: SegmentImportance, language: Language): HTMLElement {
  const text = words[language];
  const {integer} = formatOf(language);
  const set = (words: string): string => typeset(words, language);
  const name = data.groupings[told.id]![language];
  if (told.segments.length === 0) return element("p", {class: "notice"}, set(text.none(name, integer(data.smallest))));
  const within = text.within[told.id] ?? text.elsewhere(name);
  const rowsOf = (labels: readonly string[], pick: "families" | "features"): Row[] =>
    labels.map((label, i) => ({label, means: told.segments.map((segment) => segment[pick][i]!)}));
  const families = rowsOf(
    told.families.map((id) => data.families[id][language]),
    "families"
  ).sort((a, b) => Math.max(...b.means) - Math.max(...a.means));
  const features = rowsOf(
    told.features.map((id) => labelOf(data, id, language)),
    "features"
  ).slice(0, drawnFeatures);
  return element(
    "div",
    {},
    element("p", {}, segmentSentence(data, told, language)),
    element(
      "div",
      {class: "pair"},
      dots(data, told, {rows: families, title: text.families(within), first: text.family}, language),
      dots(data, told, {rows: features, title: text.features(within), first: text.feature}, language)
    )
  );
}

interface Row {
  label: string;
  /** One a segment. */
  means: number[];
}

function dots(
  data: GlobalData,
  told: SegmentImportance,
  {rows, title, first}: {rows: readonly Row[]; title: string; first: string},
  language: Language
): HTMLElement {
  const text = words[language];
  const {integer} = formatOf(language);
  const effect = effectOf(data.explanation.unit, language);
  const people = told.segments.reduce((sum, {count}) => sum + count, 0);
  const styles = seriesStyles(told.segments.length, ordered.includes(told.id));
  return figure({
    language,
    title,
    note: [text.note(effect.unit, integer(people)), withheldSentence(data, told, language)].join(" ").trim(),
    summary: segmentSentence(data, told, language),
    draw: (width) =>
      element(
        "div",
        {},
        seriesLegend(
          told.segments.map(({label, count}, i) => ({
            label: `${label[language]} (${integer(count)})`,
            style: styles[i]!
          })),
          language
        ),
        dotPlot(rows, styles, width, {
          axis: typeset(text.axis(effect.unit), language),
          label: ({label}) => typeset(label, language),
          tick: (value) => effect.figure(value).replace(/[.,]0+$/, "")
        })
      ),
    table: {
      columns: [first, ...told.segments.map(({label, count}) => `${label[language]} (${integer(count)})`)],
      rows: rows.map(({label, means}) => [label, ...means.map(effect.figure)])
    }
  });
}

/** Room for a row's name, and for each of its marks, which stand below one another so that none hides another. */
const nameHeight = 20;
const laneHeight = 9;

/** A line a row, with a mark a segment. */
function dotPlot(
  rows: readonly Row[],
  styles: readonly SeriesStyle[],
  width: number,
  {axis, label, tick}: {axis: string; label: (row: Row) => string; tick: (value: number) => string}
): Element {
  const place = (_: Row, i: number): number => i;
  const rowHeight = nameHeight + laneHeight * styles.length + 8;
  const middle = rowHeight / 2;
  const lane = (i: number): number => nameHeight + laneHeight * (i + 0.5) - middle;
  return Plot.plot({
    ...plotStyle,
    width,
    height: rows.length * rowHeight + 50,
    marginLeft: 7,
    marginRight: 10,
    marginTop: 2,
    marginBottom: 44,
    x: {
      domain: [0, Math.max(...rows.flatMap(({means}) => means))],
      ticks: width < narrow ? 5 : 8,
      grid: true,
      label: axis,
      labelArrow: "none",
      tickFormat: tick
    },
    y: {type: "band", axis: null, domain: rows.map(place), padding: 0},
    marks: [
      Plot.ruleX([0], {stroke: colors.ink}),
      ...styles.map((_, i) =>
        Plot.ruleY(rows, {x1: 0, x2: ({means}: Row) => means[i]!, y: place, dy: lane(i), stroke: "var(--rule-strong)"})
      ),
      Plot.text(rows, {
        frameAnchor: "left",
        y: place,
        text: label,
        textAnchor: "start",
        dx: -7,
        dy: nameHeight / 2 - middle,
        stroke: colors.surface,
        strokeWidth: 4,
        fill: colors.ink
      }),
      ...styles.map(({color, symbol}, i) =>
        Plot.dot(rows, {
          x: ({means}: Row) => means[i]!,
          y: place,
          dy: lane(i),
          symbol,
          r: 4,
          fill: color,
          stroke: color
        })
      )
    ]
  });
}
