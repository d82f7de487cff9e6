import * as Plot from "@observablehq/plot";
import type {PerformanceReport} from "../../model/contract/report.ts";
import type {Language} from "../../model/contract/text.ts";
import {measuredOn} from "./assessment.js";
import {costOf} from "./decisions.js";
import {figure} from "./figure.js";
import {formatOf} from "./format.js";
import {colors, halo, narrow, plotStyle} from "./plot-style.js";
import {typeset} from "./typography.js";

type RatioPoint = PerformanceReport["costByRatio"][number];

const fewRatios = [2, 5, 10, 20, 50];

const words = {
  fr: {
    title: "Et si un défaut manqué coûtait plus, ou moins ?",
    note: (clients: string, how: string) =>
      `À chaque rapport, le seuil qui coûte le moins, en points (le nombre près de la marque), et ce qu'il accepte de 1 000 demandes. ` +
      `Axe des rapports logarithmique. ${clients} clients, ${how}.`,
    ratio: "Coût d'un défaut manqué, en bons clients refusés →",
    shortRatio: "Bons clients pour un défaut →",
    accepted: "↑ Acceptées, sur 1 000 demandes",
    inForce: (ratio: string) => `en vigueur : ${ratio} pour 1`,
    to: (ratio: string) => `${ratio} pour 1`,
    summary: (low: RatioWords, inForce: RatioWords, high: RatioWords) =>
      `Demandes acceptées selon le coût d'un défaut manqué. À ${low.ratio} pour 1, ${low.accepted} sur 1 000, seuil de ${low.threshold} points ; ` +
      `à ${inForce.ratio} pour 1, rapport en vigueur, ${inForce.accepted}, seuil de ${inForce.threshold} points ; ` +
      `à ${high.ratio} pour 1, ${high.accepted}, seuil de ${high.threshold} points.`,
    columns: [
      "Rapport",
      "Seuil, en points",
      "Acceptées, sur 1 000",
      "dont défauts",
      "Coût pour 1 000",
      "en acceptant tout",
      "en refusant tout"
    ]
  },
  en: {
    title: "What if a missed default cost more, or less?",
    note: (clients: string, how: string) =>
      `At each ratio, the least costly threshold, in points (the number by the mark), and what it accepts of 1,000 applications. ` +
      `Logarithmic axis of ratios. ${clients} clients, ${how}.`,
    ratio: "Cost of a missed default, in refused good clients →",
    shortRatio: "Good clients for a default →",
    accepted: "↑ Accepted, of 1,000 applications",
    inForce: (ratio: string) => `in force: ${ratio} to 1`,
    to: (ratio: string) => `${ratio} to 1`,
    summary: (low: RatioWords, inForce: RatioWords, high: RatioWords) =>
      `Applications accepted by the cost of a missed default. At ${low.ratio} to 1, ${low.accepted} of 1,000, threshold ${low.threshold} points; ` +
      `at ${inForce.ratio} to 1, the ratio in force, ${inForce.accepted}, threshold ${inForce.threshold} points; ` +
      `at ${high.ratio} to 1, ${high.accepted}, threshold ${high.threshold} points.`,
    columns: [
      "Ratio",
      "Threshold, in points",
      "Accepted, of 1,000",
      "defaults among them",
      "Cost per 1,000",
      "accepting all",
      "refusing all"
    ]
  }
};

interface RatioWords {
  ratio: string;
  accepted: string;
  threshold: string;
}

/** The ratios that were searched, and the one in force, which may lie between them or beyond. */
export function ratiosWithPolicy({clients, thresholds, policy, cost, costByRatio}: PerformanceReport): RatioPoint[] {
  if (costByRatio.some(({costRatio}) => costRatio === policy.costRatio)) return costByRatio;
  const outcomes = thresholds.find(({threshold}) => threshold === policy.threshold)!;
  const accepted = outcomes.falseNegatives + outcomes.trueNegatives;
  const inForce: RatioPoint = {
    costRatio: policy.costRatio,
    threshold: policy.threshold,
    cost: costOf(outcomes, policy.costRatio),
    acceptAll: cost.acceptAll,
    refuseAll: cost.refuseAll,
    accepted: accepted / clients,
    acceptedDefaults: accepted === 0 ? 0 : outcomes.falseNegatives / accepted
  };
  return [...costByRatio, inForce].sort((a, b) => a.costRatio - b.costRatio);
}

/** Accepted applications and threshold by what a missed default costs. */
export function costByRatioFigure(report: PerformanceReport, language: Language): HTMLElement {
  const text = words[language];
  const {integer, decimal} = formatOf(language);
  const set = (words: string): string => typeset(words, language);
  const points = ratiosWithPolicy(report);
  const inForce = points.find(({costRatio}) => costRatio === report.policy.costRatio)!;
  const number = (value: number): string => decimal(value, Number.isInteger(value) ? 0 : 1);
  const perThousand = (cost: number): string => integer((1000 * cost) / report.clients);
  const accepted = ({accepted}: RatioPoint): number => 1000 * accepted;
  const inWords = (point: RatioPoint): RatioWords => ({
    ratio: number(point.costRatio),
    accepted: integer(accepted(point)),
    threshold: integer(point.threshold)
  });
  return figure({
    language,
    title: text.title,
    note: text.note(integer(report.clients), measuredOn(report.assessment, language).clients),
    summary: text.summary(inWords(points[0]!), inWords(inForce), inWords(points.at(-1)!)),
    draw: (width) =>
      Plot.plot({
        ...plotStyle,
        width,
        height: width < narrow ? 300 : 340,
        marginLeft: 50,
        marginTop: 32,
        marginBottom: 42,
        marginRight: 22,
        x: {type: "log", label: set(width < narrow ? text.shortRatio : text.ratio), labelArrow: "none", insetLeft: 12},
        y: {
          label: set(text.accepted),
          domain: [0, 1000],
          ticks: 5,
          grid: true,
          labelArrow: "none",
          tickFormat: integer
        },
        marks: [
          // A logarithmic scale would leave out labels of its own choice.
          Plot.axisX(width < narrow ? fewRatios : points.map(({costRatio}) => costRatio), {text: number}),
          Plot.ruleY([0], {stroke: colors.ink}),
          Plot.ruleX([inForce], {x: "costRatio", y1: 0, y2: accepted, stroke: colors.accent, strokeWidth: 2}),
          Plot.line(points, {x: "costRatio", y: accepted, stroke: colors.ink, strokeWidth: 2}),
          Plot.dot(points, {
            x: "costRatio",
            y: accepted,
            r: 4,
            fill: colors.ink,
            stroke: colors.surface
          }),
          Plot.text(labelled(points, inForce, width < narrow), {
            x: "costRatio",
            y: accepted,
            text: ({threshold}: RatioPoint) => integer(threshold),
            textAnchor: "start",
            dx: 2,
            dy: -13,
            ...halo
          }),
          Plot.dot([inForce], {
            x: "costRatio",
            y: accepted,
            r: 6,
            fill: colors.accent,
            stroke: colors.surface,
            strokeWidth: 2
          }),
          Plot.text([inForce], {
            x: "costRatio",
            y: 0,
            text: () => set(text.inForce(number(inForce.costRatio))),
            // Away from the nearer edge.
            textAnchor: points.indexOf(inForce) > points.length / 2 ? "end" : "start",
            dx: points.indexOf(inForce) > points.length / 2 ? -8 : 8,
            dy: -14,
            fontWeight: "bold",
            ...halo,
            fill: colors.accent
          })
        ]
      }),
    table: {
      columns: text.columns,
      rows: points.map((point) => [
        text.to(number(point.costRatio)),
        integer(point.threshold),
        integer(accepted(point)),
        integer(accepted(point) * point.acceptedDefaults),
        perThousand(point.cost),
        perThousand(point.acceptAll),
        perThousand(point.refuseAll)
      ])
    }
  });
}

/** Points whose threshold is written: each, or where there is little room, those a factor apart. */
function labelled(points: readonly RatioPoint[], inForce: RatioPoint, few: boolean): RatioPoint[] {
  const factor = few ? 1.6 : 1.15;
  const chosen = [inForce];
  for (const point of points) {
    const apart = (other: RatioPoint): boolean =>
      Math.max(point.costRatio, other.costRatio) / Math.min(point.costRatio, other.costRatio) >= factor;
    if (chosen.every(apart)) chosen.push(point);
  }
  return chosen;
}
