import * as Plot from "@observablehq/plot";
import type {PerformanceReport} from "../../model/contract/report.ts";
import type {Language} from "../../model/contract/text.ts";
import {figure} from "./figure.js";
import {formatOf} from "./format.js";
import {colors, halo, narrow, plotStyle} from "./plot-style.js";
import {typeset} from "./typography.js";

type Group = PerformanceReport["calibration"][number];

const words = {
  fr: {
    title: "Quand le score annonce une probabilité, est-ce celle que l'on observe ?",
    note: (groups: string, count: string, before: boolean) =>
      `${groups} groupes d'environ ${count} clients, du moins risqué au plus risqué. Losange : après calibration, en vigueur${before ? " ; cercle : avant" : ""}. ` +
      "Trait : intervalle de confiance à 95 %. " +
      "Axes en racine carrée, pour que les faibles risques se lisent.",
    announced: "Probabilité de défaut annoncée →",
    observed: "↑ Part de défauts observée",
    perfect: "annoncé = observé",
    summary: (inside: string, groups: string, before: string | null) =>
      `Probabilité annoncée et part observée de défauts par groupe : la diagonale est dans l'intervalle pour ${inside} groupes sur ${groups} après calibration${before === null ? "" : `, ${before} avant`}.`,
    columns: ["Annoncée", "Annoncée avant calibration", "Observée", "Intervalle à 95 %", "Clients"],
    to: " à "
  },
  en: {
    title: "When the score announces a probability, is it the one observed?",
    note: (groups: string, count: string, before: boolean) =>
      `${groups} groups of about ${count} clients, from least to most risky. Diamond: after calibration, in force${before ? "; circle: before" : ""}. ` +
      "Line: 95% confidence interval. " +
      "Square-root axes, so that low risks can be read.",
    announced: "Probability of default announced →",
    observed: "↑ Share of defaults observed",
    perfect: "announced = observed",
    summary: (inside: string, groups: string, before: string | null) =>
      `Announced probability and observed share of defaults by group: the diagonal is within the interval for ${inside} of ${groups} groups after calibration${before === null ? "" : `, ${before} before`}.`,
    columns: ["Announced", "Announced before calibration", "Observed", "95% interval", "Clients"],
    to: " to "
  }
};

const allTicks = [0, 0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.7, 1];
const fewTicks = [0, 0.01, 0.05, 0.1, 0.2, 0.4, 0.7, 1];

/** Groups whose interval of the observed rate holds the rate that was announced. */
export function groupsOnDiagonal(groups: readonly Group[]): number {
  return groups.filter(({predicted, low, high}) => predicted >= low && predicted <= high).length;
}

/** Announced probability against observed rate of default, by groups of equal size, before and after calibration. */
export function calibrationFigure(report: PerformanceReport, language: Language): HTMLElement {
  const text = words[language];
  const {integer, percent} = formatOf(language);
  const set = (words: string): string => typeset(words, language);
  const {calibration: groups, uncalibrated} = report;
  const most = Math.max(...[...groups, ...uncalibrated].map(({predicted, high}) => Math.max(predicted, high))) * 1.04;
  const axis = (width: number): Plot.ScaleOptions => ({
    type: "sqrt",
    domain: [0, most],
    ticks: (width < narrow ? fewTicks : allTicks).filter((tick) => tick <= most),
    tickFormat: (d: number) => percent(d),
    labelArrow: "none",
    grid: true
  });
  return figure({
    language,
    title: text.title,
    note: text.note(integer(groups.length), integer(groups[0]?.count ?? 0), uncalibrated.length > 0),
    summary: text.summary(
      integer(groupsOnDiagonal(groups)),
      integer(groups.length),
      uncalibrated.length > 0 ? integer(groupsOnDiagonal(uncalibrated)) : null
    ),
    draw: (width) =>
      Plot.plot({
        ...plotStyle,
        width,
        height: Math.min(width, 460),
        marginLeft: 46,
        marginTop: 28,
        marginBottom: 42,
        marginRight: 14,
        x: {...axis(width), label: set(text.announced)},
        y: {...axis(width), label: set(text.observed)},
        marks: [
          Plot.line([0, most], {x: (d) => d, y: (d) => d, stroke: colors.muted, strokeDasharray: "3 4"}),
          Plot.text([0.16 * most], {
            x: (d) => d,
            y: (d) => d,
            text: () => text.perfect,
            dx: 12,
            dy: 24,
            textAnchor: "start",
            ...halo,
            fill: colors.muted
          }),
          Plot.ruleX(groups, {x: "predicted", y1: "low", y2: "high", stroke: colors.ink, strokeWidth: 1.5}),
          Plot.dot(uncalibrated, {
            x: "predicted",
            y: "observed",
            r: 5,
            fill: colors.surface,
            stroke: colors.ink,
            strokeWidth: 1.5
          }),
          Plot.dot(groups, {
            x: "predicted",
            y: "observed",
            r: 6,
            fill: colors.default,
            symbol: "diamond2",
            stroke: colors.surface
          })
        ]
      }),
    table: {
      columns: text.columns,
      // Calibration keeps the order of clients, hence the groups.
      rows: groups.map(({predicted, observed, low, high, count}, i) => [
        percent(predicted, 1),
        uncalibrated[i] === undefined ? "–" : percent(uncalibrated[i].predicted, 1),
        percent(observed, 1),
        `${percent(low, 1)}${text.to}${percent(high, 1)}`,
        integer(count)
      ])
    }
  });
}
