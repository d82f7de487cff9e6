import type {ComparisonReport, Contender} from "../../model/contract/comparison.ts";
import type {Language} from "../../model/contract/text.ts";
import {element} from "./dom.js";
import {formatOf} from "./format.js";
import {comparisonMethod, contenderLabels, halfWidth, verdictOf, verdictWords} from "./model-comparison-words.js";
import {amountsOf} from "./money-curve-format.js";
import {typeset} from "./typography.js";
import {rowsTable, type Content} from "./validation-rows.js";

const words = {
  fr: {
    label: "Ce que donnerait un modèle plus simple, et ce qu'il coûterait",
    columns: [
      "Modèle",
      "AUC",
      "Écart avec le modèle en vigueur",
      "Acceptés, sur 1 000",
      "dont défauts",
      "Bons clients refusés",
      "Coût, en bons clients"
    ],
    money: "Coût par client",
    champion: "en vigueur",
    interval: (low: string, high: string) => `${low} à ${high}`
  },
  en: {
    label: "What a simpler model would give, and what it would cost",
    columns: [
      "Model",
      "AUC",
      "Difference from the model in force",
      "Accepted, of 1,000",
      "defaults among them",
      "Good clients refused",
      "Cost, in good clients"
    ],
    money: "Cost a client",
    champion: "in force",
    interval: (low: string, high: string) => `${low} to ${high}`
  }
};

/** A comparison with the currency of its money. */
export type ComparisonData = ComparisonReport & {currency: string};

/** The kinds of model that were tried: how each ranks, what it decides of 1,000 clients and what that costs. */
export function modelComparison(data: ComparisonData, language: Language): HTMLElement {
  const text = words[language];
  const money = data.contenders.some((contender) => contender.money !== null);
  const amount = amountsOf(language, data.currency);
  const {integer} = formatOf(language);
  return element(
    "div",
    {class: "comparison"},
    rowsTable(
      {
        label: text.label,
        kind: "comparison-table",
        columns: money ? [...text.columns, text.money] : text.columns,
        rows: data.contenders.map((contender) => ({
          cells: [
            description(contender, contender.id === data.champion, language),
            ranking(contender, language),
            difference(contender, language),
            ...[contender.accepted, contender.missedDefaults, contender.refusedGood, contender.cost].map(integer),
            ...(money ? [contender.money === null ? "–" : amount(contender.money)] : [])
          ]
        }))
      },
      language
    ),
    element("p", {class: "figure-note"}, comparisonMethod(data, language))
  );
}

function description({id}: Contender, champion: boolean, language: Language): HTMLElement {
  const {name, meaning} = contenderLabels[id];
  return element(
    "div",
    {},
    element("span", {class: "validation-name"}, typeset(name[language], language)),
    champion ? element("span", {class: "validation-tag"}, words[language].champion) : null,
    element("span", {class: "comparison-meaning"}, typeset(meaning[language], language))
  );
}

function ranking({auc}: Contender, language: Language): Content {
  const {decimal} = formatOf(language);
  const [low, high] = [-halfWidth, halfWidth].map((width) => decimal(auc.value + width * auc.standardError, 3));
  // Saying the same to everyone ranks by chance, whoever the clients are.
  const certain = auc.standardError === 0;
  return element("div", {}, decimal(auc.value, 3), certain ? null : interval(low!, high!, language));
}

function difference(contender: Contender, language: Language): Content {
  const verdict = verdictOf(contender);
  if (contender.difference === null || verdict === null) return "–";
  const {signed} = formatOf(language);
  const {value, standardError} = contender.difference;
  const [low, high] = [-halfWidth, halfWidth].map((width) => signed(value + width * standardError, 3));
  return element(
    "div",
    {},
    signed(value, 3),
    interval(low!, high!, language),
    element("span", {class: "comparison-line"}, typeset(verdictWords[verdict][language], language))
  );
}

function interval(low: string, high: string, language: Language): HTMLElement {
  return element("span", {class: "comparison-line comparison-interval"}, words[language].interval(low, high));
}
