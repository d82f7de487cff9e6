import * as Plot from "@observablehq/plot";
import type {SelectionReport} from "../../model/contract/selection.ts";
import type {Language} from "../../model/contract/text.ts";
import {figure} from "./figure.js";
import {formatOf} from "./format.js";
import {colors, halo, narrow, plotStyle} from "./plot-style.js";
import {typeset} from "./typography.js";

type Attempt = SelectionReport["attempts"][number];

const words = {
  fr: {
    title: "Chercher plus longtemps, qu'est-ce que cela apporte ?",
    note: (clients: string) =>
      `La recherche sur les ${clients} clients, essai après essai. Losange : réglages standard ; cercle : tiré au hasard ; disque : proposé d'après les essais précédents ; croix : abandonné. ` +
      "Trait plein : le meilleur jusque-là, sur les clients qui l'ont fait choisir. Tirets : ce que vaut la recherche sur des clients qui n'ont rien choisi. L'écart entre les deux est ce que le premier a de trop flatteur.",
    beyond: (count: string, one: boolean) =>
      one
        ? ` ${count} essai, bien plus mauvais, est hors du cadre, en haut.`
        : ` ${count} essais, bien plus mauvais, sont hors du cadre, en haut.`,
    number: "Essai →",
    loss: "↑ Perte logarithmique (plus bas : mieux)",
    shortLoss: "↑ Perte logarithmique",
    best: (loss: string) => `le meilleur jusque-là : ${loss}`,
    honest: (loss: string) => `tirets, clients qui n'ont rien choisi : ${loss}`,
    summary: (standard: string, best: string, number: string, honest: string) =>
      `Perte logarithmique de chaque essai, dans l'ordre. Réglages standard : ${standard} ; le meilleur essai, le numéro ${number} : ${best} ; la recherche, sur des clients qui n'ont rien choisi : ${honest}.`,
    columns: ["Essai", "Venu", "Perte logarithmique", "Sort"],
    by: {default: "standard", random: "au hasard", model: "proposé"},
    fate: {dropped: "abandonné", best: "le meilleur jusque-là", kept: "essayé en entier"}
  },
  en: {
    title: "What does searching longer bring?",
    note: (clients: string) =>
      `The search on the ${clients} clients, trial after trial. Diamond: standard settings; circle: drawn at random; disc: suggested from the trials before; cross: dropped. ` +
      "Full line: the best so far, on the clients that it was chosen by. Dashes: what the search is worth on clients who chose nothing. The gap between the two is how much the first flatters.",
    beyond: (count: string, one: boolean) =>
      one
        ? ` ${count} trial, much worse, is outside the frame, above.`
        : ` ${count} trials, much worse, are outside the frame, above.`,
    number: "Trial →",
    loss: "↑ Log loss (lower is better)",
    shortLoss: "↑ Log loss",
    best: (loss: string) => `the best so far: ${loss}`,
    honest: (loss: string) => `dashes, clients who chose nothing: ${loss}`,
    summary: (standard: string, best: string, number: string, honest: string) =>
      `Log loss of each trial, in order. Standard settings: ${standard}; the best trial, number ${number}: ${best}; the search, on clients who chose nothing: ${honest}.`,
    columns: ["Trial", "How it came", "Log loss", "Fate"],
    by: {default: "standard", random: "at random", model: "suggested"},
    fate: {dropped: "dropped", best: "the best so far", kept: "tried in full"}
  }
};

/** After each trial, the least loss so far of those that were tried in full. */
export function bestSoFar(attempts: readonly Attempt[]): number[] {
  let least = Infinity;
  return attempts.map(({loss, dropped}) => (least = dropped ? least : Math.min(least, loss)));
}

/**
 * The greatest loss that the drawing shows: room for every trial that was tried in full and for the lines. Trials that
 * were dropped may be so far off that the others would be a line.
 */
export function highestShown({attempts, nested}: SelectionReport): number {
  const shown = attempts.filter(({dropped}) => !dropped).map(({loss}) => loss);
  const least = Math.min(...shown, nested.logLoss);
  const highest = Math.max(...shown, nested.logLoss);
  return highest + 0.25 * Math.max(highest - least, 0.002);
}

/** Each trial's loss in order, the best so far, and what the search is worth on clients who chose nothing. */
export function trialsFigure(report: SelectionReport, language: Language): HTMLElement {
  const text = words[language];
  const {integer, decimal} = formatOf(language);
  const set = (words: string): string => typeset(words, language);
  const {attempts, nested} = report;
  const leading = bestSoFar(attempts);
  const best = attempts.find(({loss, dropped}) => !dropped && loss === leading.at(-1))!;
  const top = highestShown(report);
  const bottom = Math.min(...attempts.map(({loss}) => loss), nested.logLoss);
  // The dashes may lie below the full line, by luck.
  const lowest = Math.min(best.loss, nested.logLoss);
  const inside = attempts.filter(({loss}) => loss <= top);
  const beyond = attempts.length - inside.length;
  const told = (loss: number): string => decimal(loss, 4);
  const last = attempts.at(-1)!.number;
  const position = {x: "number", y: "loss"} as const;
  return figure({
    language,
    title: text.title,
    note: text.note(integer(report.clients)) + (beyond === 0 ? "" : text.beyond(integer(beyond), beyond === 1)),
    summary: text.summary(told(attempts[0]!.loss), told(best.loss), integer(best.number), told(nested.logLoss)),
    draw: (width) =>
      Plot.plot({
        ...plotStyle,
        width,
        height: width < narrow ? 320 : 360,
        marginLeft: 56,
        marginTop: 32,
        marginBottom: 42,
        marginRight: 16,
        x: {domain: [0, last], label: set(text.number), labelArrow: "none", insetLeft: 10, tickFormat: integer},
        y: {
          // Below the best there is room for words: whatever is worse lies above.
          domain: [bottom - 0.2 * (top - bottom), top],
          label: set(width < narrow ? text.shortLoss : text.loss),
          labelArrow: "none",
          grid: true,
          ticks: 6,
          tickFormat: (loss: number) => decimal(loss, 3)
        },
        marks: [
          Plot.ruleY([nested.logLoss], {stroke: colors.accent, strokeWidth: 2, strokeDasharray: "6 5"}),
          Plot.line(attempts, {
            x: "number",
            y: (_: Attempt, i: number) => leading[i]!,
            curve: "step-after",
            stroke: colors.ink,
            strokeWidth: 2
          }),
          Plot.dot(
            inside.filter(({dropped}) => dropped),
            {...position, r: 4, symbol: "times", stroke: colors.muted, strokeWidth: 1.5}
          ),
          Plot.dot(
            inside.filter(({dropped, by}) => !dropped && by === "random"),
            {...position, r: 4.5, fill: colors.surface, stroke: colors.ink, strokeWidth: 1.5}
          ),
          Plot.dot(
            inside.filter(({dropped, by}) => !dropped && by === "model"),
            {...position, r: 4.5, fill: colors.ink, stroke: colors.surface}
          ),
          Plot.dot([attempts[0]!], {
            ...position,
            r: 6.5,
            symbol: "diamond2",
            fill: colors.accent,
            stroke: colors.surface
          }),
          Plot.text([last], {
            x: (number: number) => number,
            y: () => lowest,
            text: () => set(text.honest(told(nested.logLoss))),
            textAnchor: "end",
            dy: 32,
            ...halo,
            fill: colors.accent,
            fontWeight: "bold"
          }),
          Plot.text([last], {
            x: (number: number) => number,
            y: () => lowest,
            text: () => set(text.best(told(best.loss))),
            textAnchor: "end",
            dy: 14,
            fontWeight: "bold",
            ...halo
          })
        ]
      }),
    table: {
      columns: text.columns,
      rows: attempts.map(({number, by, loss, dropped}, i) => [
        integer(number),
        text.by[by],
        told(loss),
        dropped ? text.fate.dropped : loss === leading[i] ? text.fate.best : text.fate.kept
      ])
    }
  });
}
