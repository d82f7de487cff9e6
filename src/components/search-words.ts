import type {SelectionReport} from "../../model/contract/selection.ts";
import type {Language, Text} from "../../model/contract/text.ts";
import {formatOf} from "./format.js";
import type {SearchData} from "./search-data.ts";
import {typeset} from "./typography.js";

/** Pairs of a client who repaid and one who didn't, of 10,000, that an AUC puts in the right order. */
export function pairsOf(auc: number): number {
  return Math.round(pairs * auc);
}
/** Enough of them to tell settings apart: they differ by less than one pair in a thousand as a rule. */
const pairs = 10_000;

/** Whether a search was run, and what came of it. */
export function searchSentence({selection, imported}: SearchData, language: Language): string {
  if (imported) return typeset(chosenElsewhere[language], language);
  return typeset(selection === null ? notSearched[language] : verdict(selection, language), language);
}

const chosenElsewhere: Text = {
  fr: "Le modèle a été appris ailleurs : ses réglages aussi ont été choisis ailleurs, et ces tables ne disent ni comment, ni sur quels clients.",
  en: "The model was trained elsewhere: its settings were chosen elsewhere too, and these tables tell neither how nor on which clients."
};

const notSearched: Text = {
  fr:
    `Les réglages du modèle (la taille des arbres, la part des clients et des variables que chacun voit) ont été fixés d'avance. ` +
    `Aucune recherche de meilleurs réglages n'a été menée sur ces tables. Seul le nombre d'arbres en vient : il est cherché parmi les clients sur lesquels chaque modèle apprend, sans ceux qu'il note.`,
  en:
    `The model's settings (the size of trees, the share of the clients and of the features that each sees) were set beforehand. ` +
    `No search for better settings was run on these tables. The number of trees alone comes from them: it is looked for among the clients that each model learns on, without those that it scores.`
};

function verdict(report: SelectionReport, language: Language): string {
  const {trials, nested, ofStandard} = report;
  const {integer} = formatOf(language);
  const found = integer(pairsOf(nested.auc.value));
  const standard = integer(pairsOf(ofStandard.auc.value));
  if (language === "fr") {
    return (
      `Une recherche a essayé ${integer(trials)} autres jeux de réglages. ${results[resultOf(report)].fr} ` +
      `De 10 000 paires formées d'un client qui a remboursé et d'un client en défaut, les réglages qu'elle choisit en classent ${found} dans le bon ordre, les réglages standard ${standard}.`
    );
  }
  return (
    `A search tried ${integer(trials)} other sets of settings. ${results[resultOf(report)].en} ` +
    `Of 10,000 pairs of a client who repaid and one who defaulted, the settings that it chooses put ${found} in the right order, the standard settings ${standard}.`
  );
}

type Result = "adopted" | "worse" | "chance" | "unbeaten";

function resultOf({adopted, difference}: SelectionReport): Result {
  if (adopted) return "adopted";
  if (difference.value <= 0) return "worse";
  return difference.value <= difference.standardError ? "chance" : "unbeaten";
}

const results: Record<Result, Text> = {
  adopted: {
    fr: "Elle fait mieux que les réglages standard, au-delà de l'erreur type : les réglages trouvés sont en vigueur.",
    en: "It does better than the standard settings, by more than a standard error: the settings found are in force."
  },
  worse: {
    fr: "Elle ne fait pas mieux que les réglages standard : ils restent en vigueur.",
    en: "It doesn't do better than the standard settings: they stay in force."
  },
  chance: {
    fr: "Elle fait à peine mieux que les réglages standard, d'un écart que le hasard des clients peut expliquer : ils restent en vigueur.",
    en: "It hardly does better than the standard settings, by a difference that chance among the clients may explain: they stay in force."
  },
  unbeaten: {
    fr: "Menée sans une partie des clients, elle fait mieux que les réglages standard ; menée sur tous, elle n'a rien trouvé qui les batte : ils restent en vigueur.",
    en: "Run without a part of the clients, it does better than the standard settings; run on all, it found nothing that beats them: they stay in force."
  }
};

/** Why the best candidate's figure on the clients that chose it must not be believed, and how much too good it is. */
export function optimismSentence({attempts, nested, optimistic}: SelectionReport, language: Language): string {
  const {integer} = formatOf(language);
  const candidates = integer(attempts.length);
  const [honest, flattering] = [pairsOf(nested.auc.value), pairsOf(optimistic.auc.value)];
  const excess = flattering - honest;
  const sentence =
    language === "fr"
      ? `Le chiffre à ne pas croire est celui du meilleur des ${candidates} candidats sur les clients mêmes qui l'ont fait choisir. ` +
        `De ${candidates} candidats, le premier l'est en partie par chance, et là où il a été choisi, sa chance passe pour du talent. ` +
        (excess > 0
          ? `Ce chiffre annonce ${integer(flattering)} paires bien classées sur 10 000, là où des clients qui n'ont rien choisi en donnent ${integer(honest)} : ${integer(excess)} de trop.`
          : `Ici, il annonce ${integer(flattering)} paires bien classées sur 10 000, et des clients qui n'ont rien choisi en donnent ${integer(honest)} : cette fois, il ne flatte pas, mais rien ne le garantissait.`)
      : `The figure not to believe is that of the best of the ${candidates} candidates on the very clients that it was chosen by. ` +
        `Of ${candidates} candidates, the first is so by luck in part, and where it was chosen, its luck passes for skill. ` +
        (excess > 0
          ? `That figure announces ${integer(flattering)} pairs of 10,000 put in order, where clients who chose nothing give ${integer(honest)}: ${integer(excess)} too many.`
          : `Here it announces ${integer(flattering)} pairs of 10,000 put in order, and clients who chose nothing give ${integer(honest)}: this time it doesn't flatter, but nothing guaranteed that.`);
  return typeset(sentence, language);
}

/** How the search was run, and the rule by which its finding is adopted: a paragraph each. */
export function searchMethod(report: SelectionReport, language: Language): string[] {
  const {integer} = formatOf(language);
  const [clients, defaults] = [integer(report.clients), integer(report.defaults)];
  const {outerFolds, innerFolds, trials, evenTrials, tried, dropped, adopted} = report;
  const [divided, counted, rule, scored] =
    language === "fr"
      ? [
          `Les ${clients} clients, dont ${defaults} en défaut, sont répartis en ${integer(outerFolds)} groupes. Pour noter un groupe, une recherche est menée sur les autres seulement : ` +
            `${integer(trials)} candidats, les ${integer(evenTrials)} premiers tirés au hasard, les suivants proposés d'après les précédents (estimateur de Parzen arborescent, TPE), ` +
            `chacun jugé par sa perte logarithmique sur ${integer(innerFolds)} parts de ces clients. Le meilleur apprend ensuite sur toutes ces parts et note le groupe laissé de côté. ` +
            `Une dernière recherche, sur tous les clients, dit quels réglages seraient mis en vigueur.`,
          `En tout, ${integer(tried)} candidats, réglages standard compris ; ${integer(dropped)} ont été abandonnés en route, trop loin derrière. Le choix des variables est refait dans chaque apprentissage, sans les clients notés.`,
          `La perte logarithmique dit de combien les probabilités s'écartent de ce qui est arrivé : plus elle est basse, mieux c'est. Règle fixée d'avance : les réglages trouvés ne sont adoptés que si l'AUC y gagne plus d'une erreur type de l'écart.`,
          `Pour que les mesures de cette page restent celles de clients qui n'ont rien choisi, chacun y est noté avec les réglages qu'a choisis la recherche menée sans lui.`
        ]
      : [
          `The ${clients} clients, ${defaults} of whom defaulted, are in ${integer(outerFolds)} groups. To score a group, a search is run on the others alone: ` +
            `${integer(trials)} candidates, the first ${integer(evenTrials)} drawn at random, the others suggested from those before (tree-structured Parzen estimator, TPE), ` +
            `each judged by its log loss on ${integer(innerFolds)} parts of these clients. The best then learns on all these parts and scores the group left out. ` +
            `One more search, on all clients, says which settings would be in force.`,
          `In all, ${integer(tried)} candidates, the standard settings among them; ${integer(dropped)} were dropped on the way, too far behind. The choice of features is made anew in each training, without the clients who are scored.`,
          `Log loss says how far the probabilities are from what happened: the lower, the better. A rule set beforehand: the settings found are adopted only if the AUC gains more than a standard error of the difference by them.`,
          `For the measures on this page to remain those of clients who chose nothing, each is scored there with the settings that the search run without them chose.`
        ];
  return [`${divided} ${counted}`, adopted ? `${rule} ${scored}` : rule!].map((part) => typeset(part, language));
}

/** The commands that search, then build with what was found. */
export function searchCommands({demonstration}: SearchData, language: Language): string[] {
  const [tables, folder] = language === "fr" ? ["TABLES", "recherche"] : ["TABLES", "search"];
  const data = demonstration ? "" : `--data ${tables} `;
  return [`npm run limpide -- search ${data}--out ${folder}`, `npm start -- ${data}--search ${folder}`];
}
