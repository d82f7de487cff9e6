import type {ComparisonReport, Contender} from "../../model/contract/comparison.ts";
import type {Language} from "../../model/contract/text.ts";
import {element} from "./dom.js";
import {formatOf} from "./format.js";
import {
  comparisonMethod,
  contenderLabels,
  intervalOf,
  sideOf,
  verdictOf,
  verdictWords
} from "./model-comparison-words.js";
import {amountsOf} from "./money-curve-format.js";
import {typeset} from "./typography.js";
import {rowsTable, type Content} from "./validation-rows.js";

const words = {
  fr: {
    label: "Ce que donneraient d'autres modèles, et ce qu'ils coûteraient",
    columns: ["Modèle", "AUC", "Écart avec le modèle en vigueur", "Sur 1 000 dossiers", "Coût pour 1 000 dossiers"],
    accepted: (clients: string) => `${clients}\u00a0acceptés`,
    missed: (defaults: string) => `dont ${defaults} défauts`,
    refused: (clients: string) => `${clients} bons refusés`,
    money: "Coût par client",
    champion: "en vigueur",
    interval: (low: string, high: string) => `${low} à ${high}`,
    more: (amount: string) => `${amount} de\u00a0plus`,
    less: (amount: string) => `${amount} de\u00a0moins`
  },
  en: {
    label: "What other models would give, and what they would cost",
    columns: [
      "Model",
      "AUC",
      "Difference from the model in force",
      "Of 1,000 applications",
      "Cost of 1,000 applications"
    ],
    accepted: (clients: string) => `${clients}\u00a0accepted`,
    missed: (defaults: string) => `${defaults} of them default`,
    refused: (clients: string) => `${clients} good refused`,
    money: "Cost a client",
    champion: "in force",
    interval: (low: string, high: string) => `${low} to ${high}`,
    more: (amount: string) => `${amount} more`,
    less: (amount: string) => `${amount} less`
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
            contenderName(contender, contender.id === data.champion, language),
            contenderRanking(contender, language),
            difference(contender, language),
            decisions(contender, language),
            contenderCost(contender.cost, contender.costDifference, integer, language),
            ...(money ? [contenderCost(contender.money, contender.moneyDifference, amount, language)] : [])
          ]
        }))
      },
      language
    ),
    element("p", {class: "figure-note"}, comparisonMethod(data, language))
  );
}

/** What a kind of model is called, and in a phrase what it is. */
export function contenderName({id}: Contender, champion: boolean, language: Language): HTMLElement {
  const {name, meaning} = contenderLabels[id];
  return element(
    "div",
    {},
    element("span", {class: "validation-name"}, typeset(name[language], language)),
    champion ? element("span", {class: "validation-tag"}, words[language].champion) : null,
    element("span", {class: "comparison-meaning"}, typeset(meaning[language], language))
  );
}

/** An AUC and its interval. */
export function contenderRanking({auc}: Contender, language: Language): Content {
  const {decimal} = formatOf(language);
  const {low, high} = intervalOf(auc);
  // Saying the same to everyone ranks by chance, whoever the clients are.
  const certain = auc.standardError === 0;
  return element(
    "div",
    {},
    decimal(auc.value, 3),
    certain ? null : interval(decimal(low, 3), decimal(high, 3), language)
  );
}

function difference(contender: Contender, language: Language): Content {
  const verdict = verdictOf(contender);
  if (contender.difference === null || verdict === null) return "–";
  const {signed} = formatOf(language);
  const {value, low, high} = intervalOf(contender.difference);
  return element(
    "div",
    {},
    signed(value, 3),
    interval(signed(low, 3), signed(high, 3), language),
    line(verdictWords[verdict][language], language)
  );
}

/** What becomes of 1,000 applications. */
function decisions({accepted, missedDefaults, refusedGood}: Contender, language: Language): Content {
  const text = words[language];
  const {integer} = formatOf(language);
  return element(
    "div",
    {},
    typeset(text.accepted(integer(accepted)), language),
    unbroken(text.missed(integer(missedDefaults))),
    unbroken(text.refused(integer(refusedGood)))
  );
}

/** A cost, its interval, and how much more or less than the champion's it is where the clients tell. */
export function contenderCost(
  found: Contender["money"],
  fromChampion: Contender["moneyDifference"],
  write: (value: number) => string,
  language: Language
): Content {
  if (found === null) return "–";
  const text = words[language];
  const side = fromChampion === null ? "neither" : sideOf(fromChampion);
  const apart = side === "above" ? text.more : text.less;
  return element(
    "div",
    {},
    write(found.value),
    interval(write(found.low), write(found.high), language),
    side === "neither" ? null : line(apart(write(Math.abs(fromChampion!.value))), language)
  );
}

function line(text: string, language: Language): HTMLElement {
  return element("span", {class: "comparison-line"}, typeset(text, language));
}

function interval(low: string, high: string, language: Language): HTMLElement {
  return unbroken(words[language].interval(low, high));
}

function unbroken(text: string): HTMLElement {
  return element("span", {class: "comparison-line comparison-interval"}, text);
}
