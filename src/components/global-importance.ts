import * as Plot from "@observablehq/plot";
import type {Importance} from "../../model/contract/global-explanation.ts";
import type {Language} from "../../model/contract/text.ts";
import {figure} from "./figure.js";
import {formatOf} from "./format.js";
import {labelOf, type GlobalData} from "./global-data.js";
import {effectOf} from "./global-effect.js";
import {colors, plotStyle} from "./plot-style.js";
import {typeset} from "./typography.js";

type Interval = Importance["features"][number]["mean"];

const words = {
  fr: {
    families: "Quelles familles de données déplacent le plus le score ?",
    features: (all: string) => `Et, parmi ${all} variables, lesquelles le déplacent le plus ?`,
    note: (unit: string, clients: string) =>
      `Déplacement moyen, en ${unit}, dans un sens ou dans l'autre ; ${clients} clients. Le trait noir : l'intervalle à 95 %.`,
    within: "Dans une famille, ce que les variables d'un même client ajoutent et retirent se compense d'abord.",
    summary: (first: string, amount: string, last: string, least: string) =>
      `Barres, de la plus longue à la plus courte. En premier, ${first} : ${amount} en moyenne ; en dernier, ${last} : ${least}.`,
    to: (low: string, high: string) => `${low} à ${high}`,
    columns: {
      families: (unit: string) => ["Famille", `En moyenne (${unit})`, "Intervalle à 95 %", "Variables"],
      features: (unit: string) => ["Variable", `En moyenne (${unit})`, "Intervalle à 95 %", "Famille"]
    }
  },
  en: {
    families: "Which families of data move the score most?",
    features: (all: string) => `And among ${all} features, which move it most?`,
    note: (unit: string, clients: string) =>
      `Mean shift, in ${unit}, either way; ${clients} clients. The black line: the 95% interval.`,
    within: "Within a family, what the features of one client add and take away is set off first.",
    summary: (first: string, amount: string, last: string, least: string) =>
      `Bars, from the longest to the shortest. First, ${first}: ${amount} on average; last, ${last}: ${least}.`,
    to: (low: string, high: string) => `${low} to ${high}`,
    columns: {
      families: (unit: string) => ["Family", `On average (${unit})`, "95% interval", "Features"],
      features: (unit: string) => ["Feature", `On average (${unit})`, "95% interval", "Family"]
    }
  }
};

/** Mean shift of the score by family of data, with its interval. */
export function familyShifts(data: GlobalData, language: Language): HTMLElement {
  const text = words[language];
  return shifts(
    data,
    {
      rows: data.explanation.importance.families.map(({id, features, mean}) => ({
        label: data.families[id][language],
        mean,
        detail: formatOf(language).integer(features)
      })),
      title: text.families,
      more: text.within,
      columns: text.columns.families
    },
    language
  );
}

/** Mean shift of the score by feature, the largest ones, with its interval. */
export function featureShifts(data: GlobalData, language: Language, count = 15): HTMLElement {
  const text = words[language];
  const rows = data.explanation.importance.features.slice(0, count).map(({id, family, mean}) => ({
    label: labelOf(data, id, language),
    mean,
    detail: data.families[family][language]
  }));
  return shifts(
    data,
    {
      rows,
      title: text.features(formatOf(language).integer(data.inputs)),
      more: null,
      columns: text.columns.features
    },
    language
  );
}

interface Row {
  label: string;
  mean: Interval;
  detail: string;
}

interface ShiftOptions {
  rows: readonly Row[];
  title: string;
  more: string | null;
  columns: (unit: string) => string[];
}

const rowHeight = 36;
const barCentre = 25;

function shifts(
  {explanation: {unit, importance}}: GlobalData,
  {rows, title, more, columns}: ShiftOptions,
  language: Language
): HTMLElement {
  const text = words[language];
  const effect = effectOf(unit, language);
  const set = (words: string): string => typeset(words, language);
  const most = Math.max(...rows.map(({mean}) => mean.high));
  const [first, last] = [rows[0]!, rows.at(-1)!];
  const place = (_: Row, i: number): number => i;
  const middle = barCentre - rowHeight / 2;
  return figure({
    language,
    title,
    note: [text.note(effect.unit, formatOf(language).integer(importance.clients)), more]
      .filter((part) => part !== null)
      .join(" "),
    summary: text.summary(first.label, effect.amount(first.mean.value), last.label, effect.amount(last.mean.value)),
    draw: (width) =>
      Plot.plot({
        ...plotStyle,
        width,
        height: rows.length * rowHeight + 4,
        marginLeft: 0,
        marginRight: 46,
        marginTop: 2,
        marginBottom: 2,
        x: {axis: null, domain: [0, most]},
        y: {type: "band", axis: null, domain: rows.map(place), padding: 0},
        marks: [
          Plot.barX(rows, {
            x: ({mean}: Row) => mean.value,
            y: place,
            fill: colors.accent,
            insetTop: 20,
            insetBottom: 6
          }),
          Plot.ruleY(rows, {
            x1: ({mean}: Row) => mean.low,
            x2: ({mean}: Row) => mean.high,
            y: place,
            dy: middle,
            stroke: colors.ink,
            strokeWidth: 2
          }),
          Plot.text(rows, {
            x: () => 0,
            y: place,
            text: ({label}: Row) => set(label),
            textAnchor: "start",
            dy: -9,
            fill: colors.ink
          }),
          Plot.text(rows, {
            x: ({mean}: Row) => mean.high,
            y: place,
            text: ({mean}: Row) => effect.figure(mean.value),
            textAnchor: "start",
            dx: 6,
            dy: middle,
            fontWeight: "bold",
            fill: colors.ink
          })
        ]
      }),
    table: {
      columns: columns(effect.unit),
      rows: rows.map(({label, mean, detail}) => [
        label,
        effect.figure(mean.value),
        text.to(effect.figure(mean.low), effect.figure(mean.high)),
        detail
      ])
    }
  });
}
