import * as Plot from "@observablehq/plot";
import type {Language} from "../../model/contract/text.ts";
import {figure} from "./figure.js";
import {formatOf} from "./format.js";
import {colors, plotStyle} from "./plot-style.js";
import type {QualityData} from "./quality-data.js";
import {directionSentence} from "./quality-direction.js";
import {typeset} from "./typography.js";

const words = {
  fr: {
    title: "Les variables poussent-elles le score dans le sens attendu ?",
    note: (clients: string) =>
      `Sens jugé sur la corrélation de rang entre valeur et contribution ; ${clients} clients. Les variables sans sens attendu, comme le métier, ne sont pas comptées.`,
    features: "En nombre de variables",
    movement: "En part de ce qu'elles déplacent",
    agreeing: (n: string) => `${n} dans le sens attendu`,
    contrary: (n: string) => `${n} à l'inverse`,
    columns: ["Les variables", "Dans le sens attendu", "À l'inverse"]
  },
  en: {
    title: "Do features push the score the way that is expected?",
    note: (clients: string) =>
      `Direction judged by the rank correlation of value and contribution; ${clients} clients. Features without an expected direction, such as the occupation, aren't counted.`,
    features: "In number of features",
    movement: "In share of what they move",
    agreeing: (n: string) => `${n} as expected`,
    contrary: (n: string) => `${n} the other way`,
    columns: ["Features", "As expected", "The other way"]
  }
};

/** Features that go the way that is expected of them and those that don't, counted and weighed. */
export function directionFigure(data: QualityData, language: Language): HTMLElement {
  const text = words[language];
  const {integer, percent} = formatOf(language);
  const {clients, checked, agreeing, agreeingMovement} = data.quality.direction;
  const rows = [
    {
      label: text.features,
      share: checked === 0 ? 1 : agreeing / checked,
      figures: [integer(agreeing), integer(checked - agreeing)] as const
    },
    {
      label: text.movement,
      share: agreeingMovement,
      figures: [percent(agreeingMovement), percent(1 - agreeingMovement)] as const
    }
  ];
  type Row = (typeof rows)[number];
  const place = (_: Row, i: number): number => i;
  const set = (words: string): string => typeset(words, language);
  return figure({
    language,
    title: text.title,
    note: text.note(integer(clients)),
    summary: directionSentence(data, language),
    draw: (width) =>
      Plot.plot({
        ...plotStyle,
        width,
        height: rows.length * 74,
        margin: 0,
        x: {axis: null, domain: [0, 1]},
        y: {type: "band", axis: null, domain: rows.map(place), padding: 0},
        marks: [
          Plot.barX(rows, {y: place, x1: 0, x2: "share", fill: colors.accent, insetTop: 22, insetBottom: 34}),
          Plot.barX(rows, {
            y: place,
            x1: "share",
            x2: 1,
            fill: "none",
            stroke: colors.ink,
            strokeWidth: 1.5,
            insetTop: 23,
            insetBottom: 35,
            insetLeft: 2,
            insetRight: 1
          }),
          Plot.text(rows, {
            frameAnchor: "left",
            textAnchor: "start",
            y: place,
            dy: -26,
            text: ({label}: Row) => set(label),
            fontWeight: "bold",
            fill: colors.ink
          }),
          Plot.text(rows, {
            frameAnchor: "left",
            textAnchor: "start",
            y: place,
            dy: 16,
            text: ({figures}: Row) => set(`■ ${text.agreeing(figures[0])}`),
            fill: colors.accent
          }),
          Plot.text(rows, {
            frameAnchor: "right",
            textAnchor: "end",
            y: place,
            dy: 16,
            text: ({figures}: Row) => set(`□ ${text.contrary(figures[1])}`),
            fill: colors.ink
          })
        ]
      }),
    table: {columns: text.columns, rows: rows.map(({label, figures}) => [label, ...figures])}
  });
}
