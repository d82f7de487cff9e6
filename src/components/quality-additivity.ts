import * as Plot from "@observablehq/plot";
import type {Language} from "../../model/contract/text.ts";
import {figure} from "./figure.js";
import {formatOf} from "./format.js";
import {colors, narrow, plotStyle} from "./plot-style.js";
import type {QualityData} from "./quality-data.js";
import {typeset} from "./typography.js";

const words = {
  fr: {
    title: "De combien une explication s'écarte-t-elle du score, au plus ?",
    note: (clients: string) =>
      `Somme de l'explication moins score brut rendu par ONNX Runtime, en log-cote ; ${clients} clients. Échelle logarithmique : chaque graduation vaut dix fois la précédente.`,
    largest: "Le plus grand écart",
    tolerance: "Ce qui est toléré",
    point: (exact: boolean) => `Un point du score${exact ? "" : ", environ"}`,
    summary: (largest: string, tolerance: string) =>
      `Le plus grand écart est de ${largest}, ce qui est toléré de ${tolerance}.`,
    columns: ["Écart", "En log-cote"]
  },
  en: {
    title: "By how much does an explanation miss the score, at most?",
    note: (clients: string) =>
      `Sum of the explanation less the raw score given by ONNX Runtime, in log-odds; ${clients} clients. Logarithmic scale: each tick is ten times the one before.`,
    largest: "The largest gap",
    tolerance: "What is tolerated",
    point: (exact: boolean) => `One point of the score${exact ? "" : ", about"}`,
    summary: (largest: string, tolerance: string) => `The largest gap is ${largest}, what is tolerated ${tolerance}.`,
    columns: ["Gap", "In log-odds"]
  }
};

/** Below double precision there is nothing to draw. */
const least = 1e-16;

/** A power of ten as it is read on an axis: 10⁻⁵, 1, 10. */
export function powerOfTen(value: number): string {
  const exponent = Math.round(Math.log10(value));
  if (exponent === 0 || exponent === 1) return String(10 ** exponent);
  return `10${String(exponent)
    .replace("-", "⁻")
    .replace(/\d/g, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]!)}`;
}

/** The largest gap of all explanations beside what is tolerated and what a point of the score is. */
export function additivityFigure({quality, pointsPerLogOdds}: QualityData, language: Language): HTMLElement {
  const text = words[language];
  const {integer, scientific} = formatOf(language);
  const {largest, tolerance} = quality.additivity;
  const rows = [
    {label: text.largest, value: largest, color: colors.accent},
    {label: text.tolerance, value: tolerance, color: colors.ink},
    {label: text.point(pointsPerLogOdds.exact), value: 1 / pointsPerLogOdds.value, color: colors.muted}
  ];
  type Row = (typeof rows)[number];
  const place = (_: Row, i: number): number => i;
  const drawn = ({value}: Row): number => Math.max(value, least);
  const exponents = rows.map((row) => Math.log10(drawn(row)));
  const [from, to] = [Math.floor(Math.min(...exponents)) - 1, Math.ceil(Math.max(...exponents))];
  return figure({
    language,
    title: text.title,
    note: text.note(integer(quality.clients)),
    summary: text.summary(scientific(largest), scientific(tolerance)),
    draw: (width) => {
      const step = width < narrow ? 2 : 1;
      const ticks = Array.from({length: Math.floor((to - from) / step) + 1}, (_, i) => 10 ** (from + i * step));
      return Plot.plot({
        ...plotStyle,
        width,
        height: rows.length * 42 + 34,
        marginLeft: 8,
        marginRight: 76,
        marginTop: 2,
        marginBottom: 30,
        x: {type: "log", domain: [10 ** from, 10 ** to], label: null},
        y: {type: "band", axis: null, domain: rows.map(place), padding: 0},
        marks: [
          Plot.gridX(ticks),
          Plot.axisX(ticks, {text: powerOfTen}),
          Plot.ruleY(rows, {
            x1: 10 ** from,
            x2: drawn,
            y: place,
            dy: 9,
            stroke: (row: Row) => row.color,
            strokeWidth: 2
          }),
          Plot.dot(rows, {x: drawn, y: place, dy: 9, r: 5, fill: (row: Row) => row.color, stroke: colors.surface}),
          Plot.text(rows, {
            frameAnchor: "left",
            y: place,
            text: ({label}: Row) => typeset(label, language),
            textAnchor: "start",
            dy: -8,
            stroke: colors.surface,
            strokeWidth: 4,
            fill: colors.ink
          }),
          Plot.text(rows, {
            x: drawn,
            y: place,
            text: ({value}: Row) => scientific(value),
            textAnchor: "start",
            dx: 10,
            dy: 9,
            fontWeight: "bold",
            stroke: colors.surface,
            strokeWidth: 4,
            fill: colors.ink
          })
        ]
      });
    },
    table: {columns: text.columns, rows: rows.map(({label, value}) => [label, scientific(value)])}
  });
}
