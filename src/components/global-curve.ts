import * as Plot from "@observablehq/plot";
import {svgElement} from "./dom.js";
import type {NamedFeature} from "./global-data.js";
import type {DependenceOfFeature} from "./global-dependence-sentence.js";
import type {EffectWords} from "./global-effect.js";
import type {SeriesStyle} from "./global-series.js";
import {axisLabel, groupLabel, tickText, type ValueStyle} from "./global-values.js";
import {colors, halo, narrow, plotStyle} from "./plot-style.js";
import {typeset} from "./typography.js";

/** Mean contributions, one a group of the feature; null where too few people are. */
export interface Series {
  style: SeriesStyle;
  means: readonly (number | null)[];
}

export interface CurveOptions {
  feature: DependenceOfFeature;
  named: NamedFeature;
  series: readonly Series[];
  /** Whether the quartiles of each group are drawn too. */
  quartiles: boolean;
  effect: EffectWords;
  style: ValueStyle;
}

type Group = DependenceOfFeature["groups"][number];

/** Room for those whose value is missing, beside the axis of values. */
const apart = 86;

/** Contribution by the value of a number: a curve a series, and whoever's value is missing beside it. */
export function curvePlot({feature, named, series, quartiles, effect, style}: CurveOptions, width: number): Element {
  const set = (words: string): string => typeset(words, style.language);
  const missing = feature.groups.findIndex(({group}) => group.kind === "missing");
  const known = feature.groups.map((group, i) => ({group, i})).filter(({group}) => group.value !== null);
  const height = width < narrow ? 320 : 360;
  const marginTop = 34;
  // Under the words for those whose value is missing, the axis has a line of its own for its name.
  const marginBottom = missing < 0 ? 44 : 62;
  const x = ({group}: (typeof known)[number]): number => group.value!;
  return Plot.plot({
    ...plotStyle,
    width,
    height,
    marginLeft: 46,
    marginTop,
    marginBottom,
    marginRight: missing < 0 ? 14 : apart,
    x: {
      label: set(`${axisLabel(named, style.language)} →`),
      labelArrow: "none",
      labelAnchor: missing < 0 ? "right" : "left",
      ticks: width < narrow ? 3 : 6,
      tickFormat: (value: number) => tickText(value, named.unit, style)
    },
    y: {
      label: set(`↑ ${contributionIn(effect, style)}`),
      labelArrow: "none",
      domain: domainOf(feature.groups, series, quartiles),
      nice: true,
      ticks: 6,
      grid: true,
      tickFormat: effect.tick
    },
    marks: [
      Plot.ruleY([0], {stroke: colors.ink}),
      quartiles
        ? Plot.areaY(known, {x, y1: ({group}) => group.low, y2: ({group}) => group.high, fill: "var(--band)"})
        : null,
      ...series.flatMap(({style: {color, symbol, dash}, means}) => {
        const y = ({i}: (typeof known)[number]): number => means[i] ?? NaN;
        return [
          Plot.line(known, {x, y, stroke: color, strokeWidth: 2, strokeDasharray: dash}),
          Plot.dot(known, {x, y, symbol, r: 3.5, fill: color, stroke: colors.surface})
        ];
      }),
      missing < 0
        ? null
        : (_, scales, __, {width, marginRight}) => {
            const y = scales.y as (value: number) => number;
            const centre = width - marginRight + apart / 2 + 6;
            return missingMark({
              centre,
              y,
              group: quartiles ? feature.groups[missing]! : null,
              series: series.map(({style, means}) => ({style, mean: means[missing] ?? null})),
              label: set(groupLabel({kind: "missing"}, named, style)),
              bottom: height - marginBottom
            });
          }
    ]
  });
}

interface MissingOptions {
  centre: number;
  bottom: number;
  y: (value: number) => number;
  group: Group | null;
  series: readonly {style: SeriesStyle; mean: number | null}[];
  label: string;
}

/** Those whose value is missing have no place on the axis: they stand apart, on the same scale of contributions. */
function missingMark({centre, bottom, y, group, series, label}: MissingOptions): SVGElement {
  const half = 16;
  const words = label.split(" ");
  return svgElement(
    "g",
    {},
    group === null
      ? null
      : svgElement("rect", {
          x: centre - half,
          width: 2 * half,
          y: y(group.high),
          height: Math.max(1, y(group.low) - y(group.high)),
          fill: "var(--band)"
        }),
    ...series.flatMap(({style: {color, dash}, mean}) =>
      mean === null
        ? []
        : [
            svgElement("path", {
              d: `M${centre - half} ${y(mean)}h${2 * half}`,
              stroke: color,
              "stroke-width": 2.5,
              "stroke-dasharray": dash
            })
          ]
    ),
    svgElement(
      "text",
      {"text-anchor": "middle", fill: colors.muted},
      ...words.map((word, i) => svgElement("tspan", {x: centre, y: bottom + 18 + 15 * i}, word))
    )
  );
}

const rowHeight = 26;
const tallRow = 40;
const laneHeight = 7;
/** The longest name in CSS pixels, about, that a name beside its row may have. */
const beside = 230;

/** Contribution by group where groups have names: a line each, the highest mean first. */
export function namedGroupsPlot(
  {feature, named, series, quartiles, effect, style}: CurveOptions,
  width: number
): Element {
  const {language} = style;
  const rows = orderedGroups(feature).map((i) => ({
    i,
    group: feature.groups[i]!,
    label: `${typeset(groupLabel(feature.groups[i]!.group, named, style), language)}`,
    count: new Intl.NumberFormat(language === "fr" ? "fr-FR" : "en-GB").format(feature.groups[i]!.count)
  }));
  type Row = (typeof rows)[number];
  const place = (_: Row, order: number): number => order;
  const above = width < 2.2 * beside;
  const height = above ? tallRow : rowHeight;
  const centre = above ? 9 : 0;
  return Plot.plot({
    ...plotStyle,
    width,
    height: rows.length * height + 66,
    marginLeft: above ? 8 : beside + 60,
    marginTop: 22,
    marginBottom: 44,
    marginRight: 12,
    x: {
      domain: domainOf(feature.groups, series, quartiles),
      nice: true,
      ticks: above ? 5 : 7,
      grid: true,
      label: typeset(`${contributionIn(effect, style)} →`, language),
      labelArrow: "none",
      tickFormat: effect.tick
    },
    y: {type: "band", axis: null, domain: rows.map(place), padding: 0},
    marks: [
      Plot.ruleX([0], {stroke: colors.ink}),
      Plot.text(rows, {
        ...(above
          ? {frameAnchor: "left", textAnchor: "start", ...halo}
          : {frameAnchor: "left", textAnchor: "end", dx: -66}),
        y: place,
        dy: above ? -9 : 0,
        text: ({label, count}: Row) => (above ? `${label} (${count})` : label),
        fill: colors.ink
      }),
      above
        ? null
        : Plot.text(rows, {
            frameAnchor: "left",
            textAnchor: "end",
            dx: -12,
            y: place,
            text: ({count}: Row) => count,
            fill: colors.muted
          }),
      quartiles
        ? Plot.ruleY(rows, {
            x1: ({group}: Row) => group.low,
            x2: ({group}: Row) => group.high,
            y: place,
            dy: centre,
            stroke: "var(--band)",
            strokeWidth: 11
          })
        : null,
      ...series.map(({style: {color, symbol}, means}, order) =>
        Plot.dot(rows, {
          x: ({i}: Row) => means[i] ?? NaN,
          y: place,
          // Marks of several series stand below one another, so that none hides another.
          dy: centre + laneHeight * (order - (series.length - 1) / 2),
          symbol,
          r: 4.5,
          fill: color,
          stroke: colors.surface
        })
      )
    ]
  });
}

/** The order in which groups with names are told: the highest mean first, the missing last. */
export function orderedGroups({groups}: DependenceOfFeature): number[] {
  const isMissing = (i: number): number => Number(groups[i]!.group.kind === "missing");
  return groups.map((_, i) => i).sort((a, b) => isMissing(a) - isMissing(b) || groups[b]!.mean - groups[a]!.mean);
}

function domainOf(groups: readonly Group[], series: readonly Series[], quartiles: boolean): [number, number] {
  const told = [
    0,
    ...series.flatMap(({means}) => means.filter((mean) => mean !== null)),
    ...(quartiles ? groups.flatMap(({low, high}) => [low, high]) : [])
  ];
  return [Math.min(...told), Math.max(...told)];
}

function contributionIn({unit}: EffectWords, {language}: ValueStyle): string {
  return language === "fr" ? `Contribution, en ${unit}` : `Contribution, in ${unit}`;
}
