import type {SelectionReport} from "../../model/contract/selection.ts";
import type {Language} from "../../model/contract/text.ts";
import {element} from "./dom.js";
import {formatOf} from "./format.js";
import {halfWidth, verdictOf} from "./model-comparison-words.js";
import type {SearchData} from "./search-data.ts";
import {searchParameters} from "./search-parameters.js";
import {trialsFigure} from "./search-trials.js";
import {optimismSentence, searchCommands, searchMethod} from "./search-words.js";
import {typeset} from "./typography.js";
import {rowsTable, type Content} from "./validation-rows.js";

const words = {
  fr: {
    label: "Ce que vaut la recherche, ce que valent les réglages standard, et le chiffre trop flatteur",
    columns: ["Réglages", "AUC", "Écart d'AUC", "Perte logarithmique"],
    nested: {name: "Choisis par la recherche", meaning: "sans les clients qu'ils notent : ce que vaut la recherche"},
    standard: {name: "Standard", meaning: "fixés d'avance, sur les mêmes clients"},
    optimistic: {
      name: "Le meilleur candidat",
      meaning: "sur les clients qui l'ont fait choisir : trop flatteur"
    },
    inForce: "en vigueur",
    interval: (low: string, high: string) => `${low} à ${high}`,
    verdicts: {worse: "moins que le standard", better: "plus que le standard", same: "non départagés"},
    honest: "de trop",
    notMore: "face à la recherche",
    found: "Les réglages trouvés",
    foundNote:
      "Le nombre d'arbres standard est celui que retient l'arrêt précoce. La dernière colonne dit ce qu'ont choisi les recherches menées sans chacun des groupes. Là où elles se contredisent, ces clients ne disent pas quelle valeur est la bonne, et peu importe laquelle est prise.",
    invitation: "Pour en mener une, et savoir ce qu'elle vaut :"
  },
  en: {
    label: "What the search is worth, what the standard settings are worth, and the figure that flatters",
    columns: ["Settings", "AUC", "Difference in AUC", "Log loss"],
    nested: {name: "Chosen by the search", meaning: "without the clients they score: what the search is worth"},
    standard: {name: "Standard", meaning: "set beforehand, on the same clients"},
    optimistic: {
      name: "The best candidate",
      meaning: "on the clients that it was chosen by: too flattering"
    },
    inForce: "in force",
    interval: (low: string, high: string) => `${low} to ${high}`,
    verdicts: {worse: "less than the standard", better: "more than the standard", same: "not told apart"},
    honest: "too much",
    notMore: "against the search",
    found: "The settings found",
    foundNote:
      "The standard number of trees is what early stopping keeps. The last column tells what the searches run without each of the groups chose. Where they contradict each other, these clients don't say which value is right, and it matters little which is taken.",
    invitation: "To run one, and know what it is worth:"
  }
};

/** How the parameters were chosen, and what that is worth; or how a search would be run. */
export function searchSection(data: SearchData, language: Language): HTMLElement {
  const {selection, imported} = data;
  const text = words[language];
  const set = (words: string): string => typeset(words, language);
  // Whoever brings a model along searches where it is trained.
  if (imported) return element("div");
  if (selection === null) {
    const commands = searchCommands(data, language).flatMap((command) => [element("br"), commandLine(command)]);
    return element("p", {class: "aside"}, set(text.invitation), ...commands);
  }
  return element(
    "div",
    {class: "comparison"},
    figures(selection, language),
    element("p", {}, optimismSentence(selection, language)),
    ...searchMethod(selection, language).map((paragraph) => element("p", {class: "figure-note"}, paragraph)),
    trialsFigure(selection, language),
    element("h3", {}, set(text.found)),
    searchParameters(selection, language),
    element("p", {class: "figure-note"}, set(text.foundNote))
  );
}

function commandLine(command: string): HTMLElement {
  const words = command.split(" ").flatMap((word) => [" ", element("span", {}, word)]);
  return element("code", {class: "search-command"}, ...words.slice(1));
}

/** The nested figure, the standard's and the optimistic one, side by side. */
function figures(report: SelectionReport, language: Language): HTMLElement {
  const text = words[language];
  const {decimal, signed} = formatOf(language);
  const {nested, ofStandard, optimistic, difference, optimism, adopted} = report;
  const row = (
    {name, meaning}: {name: string; meaning: string},
    tag: string | null,
    {auc, logLoss}: SelectionReport["nested"],
    versus: Content
  ) => ({
    cells: [
      element(
        "div",
        {},
        element("span", {class: "validation-name"}, typeset(name, language)),
        tag === null ? null : element("span", {class: "validation-tag"}, tag),
        element("span", {class: "comparison-meaning"}, typeset(meaning, language))
      ),
      withInterval(auc, (value) => decimal(value, 4), null, language),
      versus,
      decimal(logLoss, 4)
    ]
  });
  const change = (estimate: SelectionReport["difference"], line: string): Content =>
    withInterval(estimate, (value) => signed(value, 4), line, language);
  return rowsTable(
    {
      label: text.label,
      kind: "comparison-table",
      columns: text.columns,
      rows: [
        row(
          text.nested,
          adopted ? text.inForce : null,
          nested,
          change(difference, text.verdicts[verdictOf({difference})!])
        ),
        row(text.standard, adopted ? null : text.inForce, ofStandard, "–"),
        row(text.optimistic, null, optimistic, change(optimism, optimism.value > 0 ? text.honest : text.notMore))
      ]
    },
    language
  );
}

/** An estimate, its 95 % interval, and a line on what it says. */
function withInterval(
  {value, standardError}: SelectionReport["difference"],
  told: (value: number) => string,
  line: string | null,
  language: Language
): Content {
  const [low, high] = [-halfWidth, halfWidth].map((width) => told(value + width * standardError));
  return element(
    "div",
    {},
    told(value),
    element("span", {class: "comparison-line comparison-interval"}, words[language].interval(low!, high!)),
    line === null ? null : element("span", {class: "comparison-line"}, typeset(line, language))
  );
}
