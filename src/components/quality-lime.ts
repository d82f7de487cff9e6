import * as Plot from "@observablehq/plot";
import type {LimeQuality} from "../../model/contract/explanation-quality.ts";
import type {Language} from "../../model/contract/text.ts";
import {figure} from "./figure.js";
import {formatOf} from "./format.js";
import {colors, narrow, plotStyle} from "./plot-style.js";
import type {QualityData} from "./quality-data.js";
import {typeset} from "./typography.js";

type Measure = {[K in keyof LimeQuality]: LimeQuality[K] extends number ? never : K}[keyof LimeQuality];

/** The measures of a second opinion, by the question that they answer. */
const questions: readonly {id: "fits" | "repeats" | "agrees"; measures: readonly Measure[]}[] = [
  {id: "fits", measures: ["fidelity"]},
  {id: "repeats", measures: ["jaccard", "spearman"]},
  {id: "agrees", measures: ["named", "signs", "rankCorrelation", "overlap3", "overlap5", "sameFirst"]}
];

const words = {
  fr: {
    title: "Que vaut l'avis de LIME, et rejoint-il le calcul exact ?",
    note: (clients: string, seeds: string) =>
      `${clients} clients, ${seeds} tirages chacun. Le point : la moyenne ; la barre : 8 clients sur 10. 1 est parfait.`,
    questions: {
      fits: "Imite-t-il bien le modèle ?",
      repeats: "Se répète-t-il d'un tirage à l'autre ?",
      agrees: "Est-il d'accord avec le calcul exact ?"
    },
    measures: {
      fidelity: "Part des variations qu'il reproduit (R²)",
      jaccard: "Variables citées en commun (Jaccard)",
      spearman: "Ordre des poids (Spearman)",
      named: "Variables de tête qu'il cite aussi",
      signs: "Variables de même sens",
      rankCorrelation: "Ordre des contributions (Spearman)",
      overlap3: "Trois premières en commun",
      overlap5: "Cinq premières en commun",
      sameFirst: "Même première raison"
    } satisfies Record<Measure, string>,
    columns: ["Mesure", "Moyenne", "Un client sur 10 au-dessous", "Médiane", "Un client sur 10 au-dessus"],
    summary: (parts: string) => `Moyennes : ${parts}.`,
    entry: (name: string, value: string) => `${name} : ${value}`
  },
  en: {
    title: "What is LIME's opinion worth, and does it meet the exact computation?",
    note: (clients: string, seeds: string) =>
      `${clients} clients, ${seeds} draws each. The dot: the mean; the bar: 8 clients in 10. 1 is perfect.`,
    questions: {
      fits: "Does it mimic the model well?",
      repeats: "Does it repeat itself from draw to draw?",
      agrees: "Does it agree with the exact computation?"
    },
    measures: {
      fidelity: "Share of the variation that it reproduces (R²)",
      jaccard: "Named features in common (Jaccard)",
      spearman: "Order of the weights (Spearman)",
      named: "Leading features that it names too",
      signs: "Features of the same direction",
      rankCorrelation: "Order of the contributions (Spearman)",
      overlap3: "First three in common",
      overlap5: "First five in common",
      sameFirst: "Same first reason"
    } satisfies Record<Measure, string>,
    columns: ["Measure", "Mean", "One client in 10 below", "Median", "One client in 10 above"],
    summary: (parts: string) => `Means: ${parts}.`,
    entry: (name: string, value: string) => `${name}: ${value}`
  }
};

interface Row {
  label: string;
  /** null of a question, which stands above its measures. */
  spread: LimeQuality["fidelity"] | null;
}

const rowHeight = 40;

/** LIME's fidelity, stability and agreement, on one scale from 0 to 1. */
export function limeFigure({quality}: QualityData, language: Language): HTMLElement {
  const text = words[language];
  const {lime} = quality;
  const {integer, decimal} = formatOf(language);
  const set = (words: string): string => typeset(words, language);
  const two = (value: number): string => decimal(value, 2).replace("-", "\u2212");
  const rows: Row[] = questions.flatMap(({id, measures}) => [
    {label: text.questions[id], spread: null},
    ...measures.map((measure) => ({label: text.measures[measure], spread: lime[measure]}))
  ]);
  const measured = rows.flatMap(({label, spread}) => (spread === null ? [] : [{label, spread}]));
  return figure({
    language,
    title: text.title,
    note: text.note(integer(lime.clients), integer(lime.seeds)),
    summary: text.summary(
      measured.map(({label, spread}) => text.entry(label, two(spread.mean))).join(language === "fr" ? " ; " : "; ")
    ),
    draw: (width) => spreads(rows, width, {set, two}),
    table: {
      columns: text.columns,
      rows: measured.map(({label, spread}) => [
        label,
        ...[spread.mean, spread.low, spread.median, spread.high].map(two)
      ])
    }
  });
}

function spreads(
  rows: readonly Row[],
  width: number,
  {set, two}: {set: (words: string) => string; two: (value: number) => string}
): Element {
  const place = (row: Row): number => rows.indexOf(row);
  const measured = rows.filter(({spread}) => spread !== null);
  const least = Math.min(0, ...measured.map(({spread}) => spread!.low));
  const middle = 28 - rowHeight / 2;
  const name = {frameAnchor: "left", textAnchor: "start", y: place, text: ({label}: Row) => set(label)} as const;
  return Plot.plot({
    ...plotStyle,
    width,
    height: rows.length * rowHeight + 34,
    marginLeft: 8,
    marginRight: 44,
    marginTop: 2,
    marginBottom: 30,
    x: {
      domain: [least, 1],
      ticks: width < narrow ? 4 : 8,
      grid: true,
      label: null,
      tickFormat: (d: number) => two(d).replace(/[.,]?0+$/, "")
    },
    y: {type: "band", axis: null, domain: rows.map(place), padding: 0},
    marks: [
      Plot.ruleX([0], {stroke: colors.ink}),
      Plot.text(
        rows.filter(({spread}) => spread === null),
        {...name, dy: 8, dx: -8, fontWeight: "bold", stroke: colors.surface, strokeWidth: 6, fill: colors.ink}
      ),
      Plot.ruleY(measured, {
        x1: ({spread}: Row) => spread!.low,
        x2: ({spread}: Row) => spread!.high,
        y: place,
        dy: middle,
        stroke: "var(--band)",
        strokeWidth: 10
      }),
      Plot.text(measured, {...name, dy: -9, stroke: colors.surface, strokeWidth: 4, fill: colors.ink}),
      Plot.dot(measured, {
        x: ({spread}: Row) => spread!.mean,
        y: place,
        dy: middle,
        r: 5,
        fill: colors.accent,
        stroke: colors.surface
      }),
      Plot.text(measured, {
        frameAnchor: "right",
        textAnchor: "start",
        dx: 10,
        y: place,
        dy: middle,
        text: ({spread}: Row) => two(spread!.mean),
        fontWeight: "bold",
        fill: colors.ink
      })
    ]
  });
}
