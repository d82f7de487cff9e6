import * as Plot from "@observablehq/plot";
import type {PerformanceReport} from "../../model/contract/report.ts";
import type {Language} from "../../model/contract/text.ts";
import {measuredOn} from "./assessment.js";
import {figure} from "./figure.js";
import {formatOf} from "./format.js";
import {amountsOf} from "./money-curve-format.js";
import {colors, halo, narrow, plotStyle} from "./plot-style.js";
import {typeset} from "./typography.js";

/** Of text in several lines, in ems: a line's halo spares the one above. */
const lineHeight = 1.35;

type Money = NonNullable<PerformanceReport["money"]>;

/** What a threshold costs in money, a client. */
export interface MoneyPoint {
  threshold: number;
  losses: number;
  marginForgone: number;
  total: number;
}

const words = {
  fr: {
    title: "Et en argent, quel seuil coûte le moins ?",
    note: (loss: string, margin: string, ratio: string, clients: string, how: string) =>
      `Hypothèses : un défaut accepté fait perdre ${loss} du crédit ; un bon client refusé, la marge qu'il aurait laissée, ${margin} du crédit. ` +
      `À crédit égal, un défaut coûte donc autant que ${ratio} bons clients refusés. Montant par client, en moyenne de ${clients} clients, ${how}.`,
    threshold: "Seuil, en points →",
    amount: "↑ Coût par client",
    losses: "pertes sur les\ndéfauts acceptés",
    margin: "marge perdue sur les\nbons clients refusés",
    shortLosses: "pertes",
    shortMargin: "marge\nperdue",
    both: (points: string, amount: string) => `en vigueur et le moins cher :\n${points} points, ${amount}`,
    least: (points: string, amount: string) => `le moins cher :\n${points} points, ${amount}`,
    inForce: (points: string, amount: string) => `en vigueur :\n${points} points, ${amount}`,
    summary: (least: string, amount: string, inForce: string, inForceAmount: string) =>
      `Pertes et marge perdue par client selon le seuil. Leur somme est la plus basse à ${least} points, ${amount} par client ; ` +
      `au seuil en vigueur, ${inForce} points, elle est de ${inForceAmount}.`,
    columns: ["Seuil, en points", "Pertes, par client", "Marge perdue, par client", "Ensemble"]
  },
  en: {
    title: "And in money, which threshold costs least?",
    note: (loss: string, margin: string, ratio: string, clients: string, how: string) =>
      `Assumptions: an accepted default loses ${loss} of the credit; a refused good client, the margin that they would have left, ${margin} of the credit. ` +
      `For the same credit, a default then costs as much as ${ratio} refused good clients. Amount a client, on average over ${clients} clients, ${how}.`,
    threshold: "Threshold, in points →",
    amount: "↑ Cost a client",
    losses: "losses on\naccepted defaults",
    margin: "margin forgone on\nrefused good clients",
    shortLosses: "losses",
    shortMargin: "margin\nforgone",
    both: (points: string, amount: string) => `in force, and least:\n${points} points, ${amount}`,
    least: (points: string, amount: string) => `least:\n${points} points, ${amount}`,
    inForce: (points: string, amount: string) => `in force:\n${points} points, ${amount}`,
    summary: (least: string, amount: string, inForce: string, inForceAmount: string) =>
      `Losses and margin forgone a client, by threshold. Their sum is least at ${least} points, ${amount} a client; ` +
      `at the threshold in force, ${inForce} points, it is ${inForceAmount}.`,
    columns: ["Threshold, in points", "Losses, a client", "Margin forgone, a client", "Together"]
  }
};

/** Money by threshold, in the currency of the amounts, a client. */
export function moneyPoints({thresholds, clients}: PerformanceReport, money: Money): MoneyPoint[] {
  return thresholds.map(({threshold}, i) => {
    const losses = money.losses[i]! / clients;
    const marginForgone = money.marginForgone[i]! / clients;
    return {threshold, losses, marginForgone, total: losses + marginForgone};
  });
}

/** Losses on accepted defaults and margin forgone on refused good clients, one over the other, by threshold. */
export function moneyFigure(
  report: PerformanceReport,
  money: Money,
  currency: string,
  language: Language
): HTMLElement {
  const text = words[language];
  const {integer, decimal, percent} = formatOf(language);
  const amount = amountsOf(language, currency);
  const set = (words: string): string => typeset(words, language);
  const points = moneyPoints(report, money);
  const at = (threshold: number): MoneyPoint => points.find((point) => point.threshold === threshold)!;
  const least = at(money.threshold);
  const inForce = at(report.policy.threshold);
  const same = least === inForce;
  // Room above the curve for the labels.
  const most = Math.max(...points.map(({total}) => total)) * 1.2;
  const first = points[0]!.threshold;
  const last = points.at(-1)!.threshold;
  const share = (value: number): string => percent(value, Number.isInteger(100 * value) ? 0 : 1);
  const ratio = money.lossGivenDefault / money.margin;
  // Each label on the side where the other is not.
  const [leastSide, inForceSide] =
    least.threshold < inForce.threshold ? (["end", "start"] as const) : (["start", "end"] as const);
  const labels = same
    ? [{point: least, words: text.both, anchor: "middle" as const}]
    : [
        {point: least, words: text.least, anchor: leastSide},
        {point: inForce, words: text.inForce, anchor: inForceSide}
      ];
  return figure({
    language,
    title: text.title,
    note: text.note(
      share(money.lossGivenDefault),
      share(money.margin),
      decimal(ratio, Math.abs(ratio - Math.round(ratio)) < 0.05 ? 0 : 1),
      integer(report.clients),
      measuredOn(report.assessment, language).clients
    ),
    summary: text.summary(
      integer(least.threshold),
      amount(least.total),
      integer(inForce.threshold),
      amount(inForce.total)
    ),
    draw: (width) =>
      Plot.plot({
        ...plotStyle,
        width,
        height: width < narrow ? 320 : 360,
        marginLeft: 66,
        marginTop: 30,
        marginBottom: 42,
        marginRight: 12,
        x: {label: set(text.threshold), ticks: width < narrow ? 4 : 8, labelArrow: "none", tickFormat: integer},
        y: {label: set(text.amount), domain: [0, most], ticks: 5, grid: true, labelArrow: "none", tickFormat: amount},
        marks: [
          Plot.areaY(points, {x: "threshold", y1: 0, y2: "losses", fill: colors.default, fillOpacity: 0.35}),
          Plot.areaY(points, {x: "threshold", y1: "losses", y2: "total", fill: colors.repaid, fillOpacity: 0.35}),
          Plot.line(points, {x: "threshold", y: "losses", stroke: colors.default, strokeWidth: 1.5}),
          Plot.line(points, {x: "threshold", y: "total", stroke: colors.ink, strokeWidth: 2}),
          Plot.ruleY([0], {stroke: colors.ink}),
          Plot.text([points[0]!], {
            x: "threshold",
            y: () => points[0]!.total / 2,
            text: () => set(width < narrow ? text.shortLosses : text.losses),
            lineHeight,
            textAnchor: "start",
            dx: 8,
            fill: colors.ink
          }),
          Plot.text([points.at(-1)!], {
            x: "threshold",
            y: () => points.at(-1)!.total / 2,
            text: () => set(width < narrow ? text.shortMargin : text.margin),
            lineHeight,
            textAnchor: "end",
            dx: -8,
            fill: colors.ink
          }),
          ...labels.flatMap(({point, words, anchor}) => [
            Plot.ruleX([point], {
              x: "threshold",
              y1: 0,
              y2: "total",
              stroke: colors.accent,
              strokeWidth: 2,
              strokeDasharray: point === inForce ? "none" : "3 4"
            }),
            Plot.dot([point], {
              x: "threshold",
              y: "total",
              r: 6,
              fill: point === inForce ? colors.accent : colors.surface,
              stroke: point === inForce ? colors.surface : colors.accent,
              strokeWidth: 2
            }),
            Plot.text([point], {
              x: "threshold",
              y: () => most,
              text: () => set(words(integer(point.threshold), amount(point.total))),
              textAnchor: anchor,
              lineAnchor: "top",
              lineHeight,
              dx: anchor === "middle" ? 0 : anchor === "end" ? -6 : 6,
              dy: -6,
              fontWeight: "bold",
              ...halo,
              fill: colors.accent
            })
          ])
        ]
      }),
    table: {
      columns: text.columns,
      rows: points
        .filter(
          ({threshold}) =>
            threshold === first ||
            threshold === last ||
            threshold % 25 === 0 ||
            threshold === least.threshold ||
            threshold === inForce.threshold
        )
        .map(({threshold, losses, marginForgone, total}) => [
          integer(threshold),
          amount(losses),
          amount(marginForgone),
          amount(total)
        ])
    }
  });
}
