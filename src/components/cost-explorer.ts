import * as Plot from "@observablehq/plot";
import type {PerformanceReport} from "../../model/contract/report.ts";
import type {Language} from "../../model/contract/text.ts";
import {measuredOn} from "./assessment.js";
import {costOf, leastCost, type Outcomes} from "./decisions.js";
import {element} from "./dom.js";
import {figure} from "./figure.js";
import {formatOf} from "./format.js";
import {outcomesFigure} from "./outcomes.js";
import {colors, halo, narrow, plotStyle} from "./plot-style.js";
import {typeset} from "./typography.js";

const least = 2;
const most = 50;

const words = {
  fr: {
    slider: "Ce que coûte un défaut accepté, en bons clients refusés",
    value: (ratio: string) => `${ratio} pour 1`,
    inForce: "rapport en vigueur",
    reset: (ratio: string) => `Revenir à ${ratio} pour 1`,
    sentence: (ratio: string, points: string, cost: string, everyone: string) =>
      `À ${ratio} pour 1, le seuil qui coûte le moins est de ${points} points : ${cost} pour 1 000 demandes, ` +
      `au lieu de ${everyone} en acceptant tout le monde.`,
    title: (ratio: string) => `Quel seuil coûte le moins, à ${ratio} pour 1 ?`,
    note: (clients: string, how: string) =>
      `Coût pour 1 000 demandes, en bons clients refusés ; ${clients} clients, ${how}. En dessous du seuil, le refus est conseillé.`,
    threshold: "Seuil, en points →",
    cost: "↑ Coût pour 1 000 demandes",
    least: (points: string) => `${points} points`,
    acceptAll: "tout accepter",
    refuseAll: "tout refuser",
    summary: (points: string, cost: string) =>
      `Courbe du coût selon le seuil. Le coût est le plus bas à ${points} points : ${cost} pour 1 000 demandes.`,
    columns: ["Seuil, en points", "Coût pour 1 000", "Défauts acceptés", "Bons clients refusés"]
  },
  en: {
    slider: "What an accepted default costs, in refused good clients",
    value: (ratio: string) => `${ratio} to 1`,
    inForce: "ratio in force",
    reset: (ratio: string) => `Back to ${ratio} to 1`,
    sentence: (ratio: string, points: string, cost: string, everyone: string) =>
      `At ${ratio} to 1, the least costly threshold is ${points} points: ${cost} per 1,000 applications, ` +
      `instead of ${everyone} when everyone is accepted.`,
    title: (ratio: string) => `Which threshold costs least, at ${ratio} to 1?`,
    note: (clients: string, how: string) =>
      `Cost per 1,000 applications, in refused good clients; ${clients} clients, ${how}. Below the threshold, refusal is advised.`,
    threshold: "Threshold, in points →",
    cost: "↑ Cost per 1,000 applications",
    least: (points: string) => `${points} points`,
    acceptAll: "accept everyone",
    refuseAll: "refuse everyone",
    summary: (points: string, cost: string) =>
      `Cost curve by threshold. The cost is least at ${points} points: ${cost} per 1,000 applications.`,
    columns: ["Threshold, in points", "Cost per 1,000", "Defaults accepted", "Good clients refused"]
  }
};

/** A slider over the cost ratio, the cost of each threshold at it, and what the least costly one gives. */
export function costExplorer(report: PerformanceReport, language: Language): HTMLElement {
  const text = words[language];
  const {integer} = formatOf(language);
  const set = (words: string): string => typeset(words, language);
  const inForce = Math.min(most, Math.max(least, Math.round(report.policy.costRatio)));

  const input = element("input", {
    type: "range",
    id: "cost-ratio",
    min: least,
    max: most,
    step: 1,
    value: inForce
  });
  const value = element("output", {for: "cost-ratio", class: "slider-value"});
  const reset = element("button", {type: "button"}, set(text.reset(integer(inForce))));
  const sentence = element("p", {class: "answer", "aria-live": "polite"});
  let curve = element("figure");
  let outcomes = element("figure");
  const root = element(
    "div",
    {class: "cost-explorer"},
    element(
      "div",
      {class: "slider"},
      element("label", {for: "cost-ratio"}, set(text.slider)),
      element("div", {class: "slider-row"}, input, value, reset)
    ),
    sentence,
    curve,
    outcomes
  );

  function update(): void {
    const ratio = input.valueAsNumber;
    const best = leastCost(report.thresholds, ratio);
    value.textContent = set(text.value(integer(ratio)));
    input.setAttribute("aria-valuetext", value.textContent);
    reset.disabled = ratio === inForce;
    sentence.textContent = set(
      text.sentence(
        integer(ratio),
        integer(best.threshold),
        integer(perThousandPeople(report, costOf(best, ratio))),
        integer(perThousandPeople(report, ratio * report.defaults))
      )
    );
    curve = replace(curve, costCurve(report, ratio, best, language));
    outcomes = replace(outcomes, outcomesFigure(best, report.assessment, language));
  }

  input.addEventListener("input", update);
  reset.addEventListener("click", () => {
    input.valueAsNumber = inForce;
    update();
    input.focus();
  });
  update();
  return root;
}

function costCurve(report: PerformanceReport, ratio: number, best: Outcomes, language: Language): HTMLElement {
  const text = words[language];
  const {integer} = formatOf(language);
  const set = (words: string): string => typeset(words, language);
  const cost = (outcomes: Outcomes): number => perThousandPeople(report, costOf(outcomes, ratio));
  const drawn = report.thresholds;
  const first = drawn[0]!;
  const last = drawn.at(-1)!;
  return figure({
    language,
    title: text.title(integer(ratio)),
    note: text.note(integer(report.clients), measuredOn(report.assessment, language).clients),
    summary: text.summary(integer(best.threshold), integer(cost(best))),
    draw: (width) =>
      Plot.plot({
        ...plotStyle,
        width,
        height: width < narrow ? 300 : 340,
        marginLeft: 50,
        marginTop: 30,
        marginBottom: 42,
        marginRight: 12,
        x: {label: set(text.threshold), ticks: width < narrow ? 4 : 8, labelArrow: "none", tickFormat: integer},
        y: {
          label: set(text.cost),
          domain: [0, Math.max(...drawn.map(cost)) * 1.08],
          ticks: 5,
          grid: true,
          labelArrow: "none",
          tickFormat: integer
        },
        marks: [
          Plot.ruleY([0], {stroke: colors.ink}),
          Plot.ruleX([best], {
            x: "threshold",
            y1: 0,
            y2: cost,
            stroke: colors.accent,
            strokeWidth: 2
          }),
          Plot.line(drawn, {x: "threshold", y: cost, stroke: colors.ink, strokeWidth: 2}),
          Plot.text([first], {
            x: "threshold",
            y: cost,
            text: () => text.acceptAll,
            textAnchor: "start",
            dx: 4,
            dy: -12,
            ...halo
          }),
          Plot.text([last], {x: "threshold", y: cost, text: () => text.refuseAll, textAnchor: "end", dy: -12, ...halo}),
          Plot.dot([best], {
            x: "threshold",
            y: cost,
            r: 6,
            fill: colors.accent,
            stroke: colors.surface,
            strokeWidth: 2
          }),
          Plot.text([best], {
            x: "threshold",
            y: cost,
            text: () => set(text.least(integer(best.threshold))),
            dy: 20,
            dx: 8,
            textAnchor: "start",
            fontWeight: "bold",
            ...halo,
            fill: colors.accent
          })
        ]
      }),
    table: {
      columns: text.columns,
      rows: drawn
        .filter((outcomes) => outcomes.threshold % 25 === 0 || outcomes.threshold === best.threshold)
        .map((outcomes) => [
          integer(outcomes.threshold),
          integer(cost(outcomes)),
          integer(outcomes.falseNegatives),
          integer(outcomes.falsePositives)
        ])
    }
  });
}

function perThousandPeople(report: PerformanceReport, cost: number): number {
  return (1000 * cost) / report.clients;
}

/** Puts a figure in another's place; its table stays open if it was. */
function replace(old: HTMLElement, next: HTMLElement): HTMLElement {
  next.querySelector("details")!.open = old.querySelector("details")?.open ?? false;
  old.replaceWith(next);
  return next;
}
