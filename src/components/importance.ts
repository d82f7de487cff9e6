import * as Plot from "@observablehq/plot";
import type {Language, Text} from "../../model/contract/text.ts";
import {figure} from "./figure.js";
import {formatOf} from "./format.js";
import {colors, plotStyle} from "./plot-style.js";
import {typeset} from "./typography.js";

/** What moves the score: mean of |points| over all clients, largest first. */
export interface Explanation {
  clients: number;
  features: {label: Text; family: Text; meanAbsPoints: number}[];
  families: {label: Text; meanAbsPoints: number; features: number}[];
}

const words = {
  fr: {
    families: "Quelles familles de données déplacent le plus le score ?",
    features: (n: string) => `Et les ${n} variables qui pèsent le plus ?`,
    note: (clients: string) => `Déplacement moyen, en points, dans un sens ou dans l'autre ; ${clients} clients.`,
    summary: (first: string, points: string) =>
      `${first} déplace le score de ${points} points en moyenne, et vient en premier.`,
    columns: {
      families: ["Famille", "Points en moyenne", "Variables"],
      features: ["Variable", "Points en moyenne", "Famille"]
    }
  },
  en: {
    families: "Which families of data move the score most?",
    features: (n: string) => `And the ${n} features that weigh most?`,
    note: (clients: string) => `Mean shift, in points, either way; ${clients} clients.`,
    summary: (first: string, points: string) =>
      `${first} moves the score by ${points} points on average, and comes first.`,
    columns: {
      families: ["Family", "Points on average", "Features"],
      features: ["Feature", "Points on average", "Family"]
    }
  }
};

/** Mean shift of the score by family of data. */
export function familyImportance({clients, families}: Explanation, language: Language): HTMLElement {
  const {integer} = formatOf(language);
  return importance(
    families.map((family) => ({
      label: family.label[language],
      value: family.meanAbsPoints,
      detail: integer(family.features)
    })),
    {clients, title: words[language].families, columns: words[language].columns.families},
    language
  );
}

/** Mean shift of the score by feature, the largest ones. */
export function featureImportance({clients, features}: Explanation, language: Language, count = 10): HTMLElement {
  const {integer} = formatOf(language);
  const shown = features.slice(0, count);
  return importance(
    shown.map((feature) => ({
      label: feature.label[language],
      value: feature.meanAbsPoints,
      detail: feature.family[language]
    })),
    {clients, title: words[language].features(integer(shown.length)), columns: words[language].columns.features},
    language
  );
}

interface Row {
  label: string;
  value: number;
  detail: string;
}

function importance(
  rows: Row[],
  {clients, title, columns}: {clients: number; title: string; columns: readonly string[]},
  language: Language
): HTMLElement {
  const text = words[language];
  const {integer, decimal} = formatOf(language);
  const set = (words: string): string => typeset(words, language);
  const rowHeight = 36;
  return figure({
    language,
    title,
    note: text.note(integer(clients)),
    summary: rows[0] ? text.summary(rows[0].label, decimal(rows[0].value, 1)) : title,
    draw: (width) =>
      Plot.plot({
        ...plotStyle,
        width,
        height: rows.length * rowHeight + 4,
        marginLeft: 0,
        marginRight: 40,
        marginTop: 2,
        marginBottom: 2,
        x: {axis: null, domain: [0, Math.max(...rows.map(({value}) => value))]},
        y: {axis: null, domain: rows.map((_, i) => i), padding: 0},
        marks: [
          Plot.barX(rows, {x: "value", y: (_, i) => i, fill: colors.accent, insetTop: 20, insetBottom: 6}),
          Plot.text(rows, {
            x: () => 0,
            y: (_, i) => i,
            text: (row: Row) => set(row.label),
            textAnchor: "start",
            dy: -9,
            fill: colors.ink
          }),
          Plot.text(rows, {
            x: "value",
            y: (_, i) => i,
            text: (row: Row) => decimal(row.value, 1),
            textAnchor: "start",
            dx: 6,
            dy: 7,
            fontWeight: "bold",
            fill: colors.ink
          })
        ]
      }),
    table: {columns, rows: rows.map(({label, value, detail}) => [label, decimal(value, 1), detail])}
  });
}
