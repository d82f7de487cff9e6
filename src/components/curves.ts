import * as Plot from "@observablehq/plot";
import type {PerformanceReport} from "../../model/contract/report.ts";
import type {Language} from "../../model/contract/text.ts";
import {measuredOn} from "./assessment.js";
import {figure} from "./figure.js";
import {formatOf} from "./format.js";
import {colors, halo, plotStyle} from "./plot-style.js";
import {typeset} from "./typography.js";

type CurvePoint = PerformanceReport["roc"][number];

const words = {
  fr: {
    count: (clients: string, defaults: string) => `${clients} clients, dont ${defaults} en défaut.`,
    defaultsRefused: "Part des défauts refusés",
    goodRefused: "Part des bons clients refusés",
    precision: "Part de défauts parmi les refus",
    threshold: (points: string) => `${points} points`,
    points: "Seuil, en points",
    roc: {
      title: "Pour refuser plus de défauts, combien de bons clients refuse-t-on à tort ?",
      note: (how: string) => `Courbe ROC, ${how}. `,
      chance: "au hasard",
      summary: (points: string, tpr: string, fpr: string) =>
        `Courbe ROC, au-dessus de la diagonale du hasard. Au seuil de ${points} points, ${tpr} des défauts sont refusés, ` +
        `et ${fpr} des bons clients.`
    },
    pr: {
      title: "Quand le score conseille un refus, combien auraient fait défaut ?",
      note: (how: string) => `Courbe précision–rappel, ${how}, à partir de 1 % des défauts refusés. `,
      chance: (rate: string) => `au hasard : ${rate}`,
      summary: (points: string, recall: string, precision: string) =>
        `Courbe précision–rappel. Au seuil de ${points} points, ${recall} des défauts sont refusés, ` +
        `et ${precision} des refus auraient fait défaut.`
    }
  },
  en: {
    count: (clients: string, defaults: string) => `${clients} clients, ${defaults} of whom defaulted.`,
    defaultsRefused: "Share of defaults refused",
    goodRefused: "Share of good clients refused",
    precision: "Share of defaults among refusals",
    threshold: (points: string) => `${points} points`,
    points: "Threshold, in points",
    roc: {
      title: "To refuse more defaults, how many good clients are wrongly refused?",
      note: (how: string) => `ROC curve, ${how}. `,
      chance: "by chance",
      summary: (points: string, tpr: string, fpr: string) =>
        `ROC curve, above the diagonal of chance. At the threshold of ${points} points, ${tpr} of defaults are refused, ` +
        `and ${fpr} of good clients.`
    },
    pr: {
      title: "When the score advises refusal, how many would have defaulted?",
      note: (how: string) => `Precision–recall curve, ${how}, from 1% of defaults refused. `,
      chance: (rate: string) => `by chance: ${rate}`,
      summary: (points: string, recall: string, precision: string) =>
        `Precision–recall curve. At the threshold of ${points} points, ${recall} of defaults are refused, ` +
        `and ${precision} of refusals would have defaulted.`
    }
  }
};

/** Defaults refused against good clients refused, over all thresholds. */
export function rocFigure(report: PerformanceReport, language: Language): HTMLElement {
  const text = words[language];
  const {integer, percent} = formatOf(language);
  const set = (words: string): string => typeset(words, language);
  const at = atThreshold(report.roc, report.policy.threshold);
  return figure({
    language,
    title: text.roc.title,
    note:
      text.roc.note(measuredOn(report.assessment, language).curve) +
      text.count(integer(report.clients), integer(report.defaults)),
    summary: text.roc.summary(integer(at.points), percent(at.y), percent(at.x)),
    draw: (width) =>
      Plot.plot({
        ...squareOptions(width),
        x: {...shareAxis(language), label: set(`${text.goodRefused} →`)},
        y: {...shareAxis(language), label: set(`↑ ${text.defaultsRefused}`)},
        marks: [
          Plot.line(
            [
              [0, 0],
              [1, 1]
            ],
            {stroke: colors.muted, strokeDasharray: "3 4"}
          ),
          Plot.text([[0.72, 0.72]], {
            text: () => text.roc.chance,
            dy: 12,
            dx: 4,
            textAnchor: "start",
            fill: colors.muted
          }),
          Plot.line(report.roc, {x: "x", y: "y", stroke: colors.ink, strokeWidth: 2, sort: "x"}),
          ...thresholdMark(at, text.threshold(integer(at.points)), {dx: -8, dy: -8, textAnchor: "end"})
        ]
      }),
    table: {
      columns: [text.points, text.goodRefused, text.defaultsRefused],
      rows: everyNth(report.roc, 25).map(({points, x, y}) => [integer(points), percent(x, 1), percent(y, 1)])
    }
  });
}

/** Precision against recall, over all thresholds. */
export function precisionRecallFigure(report: PerformanceReport, language: Language): HTMLElement {
  const text = words[language];
  const {integer, percent} = formatOf(language);
  const set = (words: string): string => typeset(words, language);
  const rate = report.defaults / report.clients;
  const at = atThreshold(report.precisionRecall, report.policy.threshold);
  // Below a recall of 1 %, precision is that of a handful of people.
  const drawn = report.precisionRecall.filter(({x}) => x >= 0.01);
  return figure({
    language,
    title: text.pr.title,
    note:
      text.pr.note(measuredOn(report.assessment, language).curve) +
      text.count(integer(report.clients), integer(report.defaults)),
    summary: text.pr.summary(integer(at.points), percent(at.x), percent(at.y)),
    draw: (width) =>
      Plot.plot({
        ...squareOptions(width),
        x: {...shareAxis(language), label: set(`${text.defaultsRefused} →`)},
        y: {...shareAxis(language), label: set(`↑ ${text.precision}`)},
        marks: [
          Plot.ruleY([rate], {stroke: colors.muted, strokeDasharray: "3 4"}),
          Plot.text([rate], {
            x: 0,
            y: (d) => d,
            text: () => set(text.pr.chance(percent(rate, 1))),
            textAnchor: "start",
            dy: 12,
            dx: 4,
            fill: colors.muted
          }),
          Plot.line(drawn, {x: "x", y: "y", stroke: colors.ink, strokeWidth: 2, sort: "x"}),
          ...thresholdMark(at, text.threshold(integer(at.points)), {
            dy: -18,
            textAnchor: at.x > 0.85 ? "end" : "middle"
          })
        ]
      }),
    table: {
      columns: [text.points, text.defaultsRefused, text.precision],
      rows: everyNth(report.precisionRecall, 25).map(({points, x, y}) => [
        integer(points),
        percent(x, 1),
        percent(y, 1)
      ])
    }
  });
}

function squareOptions(width: number): Plot.PlotOptions {
  return {
    ...plotStyle,
    width,
    height: Math.min(width, 460),
    marginLeft: 46,
    marginTop: 28,
    marginBottom: 42,
    marginRight: 14
  };
}

function shareAxis(language: Language): Plot.ScaleOptions {
  const {percent} = formatOf(language);
  return {domain: [0, 1], ticks: 5, tickFormat: (d: number) => percent(d), grid: true, labelArrow: "none"};
}

function thresholdMark(at: CurvePoint, words: string, options: Plot.TextOptions): Plot.Markish[] {
  return [
    Plot.dot([at], {x: "x", y: "y", r: 5, fill: colors.accent, stroke: colors.surface, strokeWidth: 2}),
    Plot.text([at], {x: "x", y: "y", text: () => words, fontWeight: "bold", ...halo, fill: colors.accent, ...options})
  ];
}

/** The point of the curve at a threshold, or at the nearest one that it has. */
function atThreshold(curve: readonly CurvePoint[], threshold: number): CurvePoint {
  return curve.reduce((nearest, point) =>
    Math.abs(point.points - threshold) < Math.abs(nearest.points - threshold) ? point : nearest
  );
}

/** Rows at round thresholds: a table of each whole point would hide what it shows. */
function everyNth(curve: readonly CurvePoint[], step: number): CurvePoint[] {
  return curve.filter(({points}) => points % step === 0);
}
