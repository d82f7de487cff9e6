import * as Plot from "@observablehq/plot";
import type {Beeswarm} from "../../model/contract/global-explanation.ts";
import type {Language} from "../../model/contract/text.ts";
import {element, svgElement} from "./dom.js";
import {figure} from "./figure.js";
import {formatOf} from "./format.js";
import {labelOf, type GlobalData} from "./global-data.js";
import {effectOf} from "./global-effect.js";
import {valueColor} from "./global-series.js";
import {colors, narrow, plotStyle} from "./plot-style.js";
import {typeset} from "./typography.js";

type Row = Beeswarm["features"][number];

const words = {
  fr: {
    title: "Dans quel sens chaque variable pousse-t-elle le score ?",
    note: (sample: string, clients: string, unit: string) =>
      `${sample} clients tirés au hasard parmi ${clients}, un point chacun sur chaque ligne ; contribution en ${unit}.`,
    scale: ["valeur basse", "valeur élevée"],
    unordered: "valeurs sans ordre",
    missing: "non renseignée",
    summary: (rows: string) => `Nuages de points. ${rows}`,
    row: (label: string, low: string, high: string) => `${label} : valeurs basses, ${low} ; valeurs élevées, ${high}.`,
    columns: [
      "Variable",
      "Quart des valeurs les plus basses",
      "Quart des plus élevées",
      "Valeur non renseignée",
      "9 clients sur 10"
    ],
    to: (low: string, high: string) => `${low} à ${high}`
  },
  en: {
    title: "Which way does each feature push the score?",
    note: (sample: string, clients: string, unit: string) =>
      `${sample} clients drawn at random from ${clients}, a point each on each line; contribution in ${unit}.`,
    scale: ["low value", "high value"],
    unordered: "values without order",
    missing: "not given",
    summary: (rows: string) => `Clouds of points. ${rows}`,
    row: (label: string, low: string, high: string) => `${label}: low values, ${low}; high values, ${high}.`,
    columns: ["Feature", "Lowest quarter of values", "Highest quarter", "Value not given", "9 in 10 clients"],
    to: (low: string, high: string) => `${low} to ${high}`
  }
};

/** Shades from the lowest value to the highest. */
const shades = 10;
const rowHeight = 64;
/** From the top of a row to the line that its points lie about, and how far they lie from it at most. */
const line = 42;
const spread = 17;

/** Sampled clients as points, a line a feature: contribution along, the client's value as colour. */
export function beeswarmFigure(data: GlobalData, language: Language): HTMLElement {
  const {unit, beeswarm} = data.explanation;
  const text = words[language];
  const {integer} = formatOf(language);
  const effect = effectOf(unit, language);
  const set = (words: string): string => typeset(words, language);
  const rows = beeswarm.features;
  const label = ({id}: Row): string => labelOf(data, id, language);
  const means = new Map(rows.map((row) => [row, meansOf(row, data.smallest)]));
  const written = (mean: number | null): string => (mean === null ? "–" : effect.signedFigure(mean));
  return figure({
    language,
    title: text.title,
    note: text.note(integer(beeswarm.sample), integer(beeswarm.clients), effect.unit),
    summary: text.summary(
      rows
        .filter(({categories}) => categories === null)
        .slice(0, 5)
        .map((row) => text.row(label(row), written(means.get(row)!.low), written(means.get(row)!.high)))
        .join(" ")
    ),
    draw: (width) =>
      element("div", {}, legend(rows, language), swarm(rows, width, {label: (row) => set(label(row)), effect})),
    table: {
      columns: text.columns,
      rows: rows.map((row) => {
        const {low, high, missing} = means.get(row)!;
        const [from, to] = [0.05, 0.95].map((share) =>
          effect.signedFigure(row.contributions[Math.round(share * (row.contributions.length - 1))]!)
        );
        return [label(row), written(low), written(high), written(missing), text.to(from!, to!)];
      })
    }
  });
}

function swarm(
  rows: readonly Row[],
  width: number,
  {label, effect}: {label: (row: Row) => string; effect: ReturnType<typeof effectOf>}
): Element {
  const place = (_: Row, i: number): number => i;
  const all = rows.flatMap(({contributions}) => [contributions[0]!, contributions.at(-1)!]);
  const domain = [Math.min(0, ...all), Math.max(0, ...all)];
  const radius = width < narrow ? 1.5 : 2;
  const side = {frameAnchor: "bottom", lineAnchor: "top", dy: 26, fill: colors.muted} as const;
  return Plot.plot({
    ...plotStyle,
    width,
    height: rows.length * rowHeight + 50,
    marginLeft: 6,
    marginRight: 6,
    marginTop: 2,
    marginBottom: 48,
    x: {domain, ticks: width < narrow ? 5 : 9, label: null, tickFormat: effect.tick, grid: true},
    y: {type: "band", axis: null, domain: rows.map(place), padding: 0},
    marks: [
      Plot.ruleX([0], {stroke: colors.ink}),
      Plot.text([effect.sides.low], {...side, frameAnchor: "bottom-left", textAnchor: "start", text: (d: string) => d}),
      Plot.text([effect.sides.high], {...side, frameAnchor: "bottom-right", textAnchor: "end", text: (d: string) => d}),
      Plot.text(rows, {
        x: () => domain[0],
        y: place,
        text: label,
        textAnchor: "start",
        dy: 11 - rowHeight / 2,
        stroke: colors.surface,
        strokeWidth: 4,
        fill: colors.ink
      }),
      (_, {x, y}) => {
        const along = x as (value: number) => number;
        const across = y as unknown as (row: number) => number;
        return svgElement(
          "g",
          {class: "global-swarm", "stroke-width": 2 * radius},
          ...rows.flatMap((row, i) => points(row, along, across(i) + line))
        );
      }
    ]
  });
}

/**
 * The points of a row, those of a shade in one path: a segment of no length, as wide as its line, is a dot. Thousands
 * of circles would take a second to draw where this takes none.
 */
function points(row: Row, along: (value: number) => number, y: number): SVGElement[] {
  const paths = new Map<string, string>();
  row.contributions.forEach((contribution, i) => {
    const value = row.values[i]!;
    const shade = value === null ? "missing" : row.categories === null ? String(shadeOf(value)) : "unordered";
    const at = `M${along(contribution).toFixed(1)} ${(y - row.offsets[i]! * spread).toFixed(1)}h0`;
    paths.set(shade, (paths.get(shade) ?? "") + at);
  });
  return [...paths].map(([shade, d]) =>
    svgElement("path", {
      d,
      stroke: strokeOf(shade),
      "stroke-linecap": shade === "missing" ? "square" : "round",
      fill: "none"
    })
  );
}

function shadeOf(percentile: number): number {
  return Math.min(shades - 1, Math.floor((percentile * shades) / 100));
}

function strokeOf(shade: string): string {
  if (shade === "missing") return "var(--value-missing)";
  if (shade === "unordered") return colors.ink;
  return valueColor(Number(shade) / (shades - 1));
}

function legend(rows: readonly Row[], language: Language): HTMLElement {
  const text = words[language];
  const has = (test: (row: Row) => boolean): boolean => rows.some(test);
  const mark = (shade: string): Element =>
    svgElement(
      "svg",
      {width: 12, height: 12},
      svgElement("path", {
        d: "M6 6h0",
        stroke: strokeOf(shade),
        "stroke-width": shade === "missing" ? 6 : 8,
        "stroke-linecap": shade === "missing" ? "square" : "round"
      })
    );
  return element(
    "div",
    {class: "global-legend"},
    element(
      "span",
      {class: "global-legend-entry"},
      text.scale[0]!,
      element("span", {class: "global-ramp"}, ...Array.from({length: shades}, (_, shade) => mark(String(shade)))),
      text.scale[1]!
    ),
    has(({values}) => values.includes(null))
      ? element("span", {class: "global-legend-entry"}, mark("missing"), text.missing)
      : null,
    has(({categories}) => categories !== null)
      ? element("span", {class: "global-legend-entry"}, mark("unordered"), text.unordered)
      : null
  );
}

/** Mean contributions of the quarters of lowest and highest values, and of the missing; null of too few points. */
function meansOf(
  {contributions, values, categories}: Row,
  smallest: number
): {low: number | null; high: number | null; missing: number | null} {
  const mean = (keep: (value: number | null) => boolean): number | null => {
    const kept = contributions.filter((_, i) => keep(values[i]!));
    return kept.length < smallest ? null : kept.reduce((sum, one) => sum + one, 0) / kept.length;
  };
  const ordered = categories === null;
  return {
    low: ordered ? mean((value) => value !== null && value <= 25) : null,
    high: ordered ? mean((value) => value !== null && value >= 75) : null,
    missing: mean((value) => value === null)
  };
}
