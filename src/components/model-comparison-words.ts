import type {ComparisonReport, Contender, ContenderId} from "../../model/contract/comparison.ts";
import type {Language, Text} from "../../model/contract/text.ts";
import {formatOf} from "./format.js";
import {typeset} from "./typography.js";

/** Half-width of a 95 % interval, in standard errors. */
export const halfWidth = 1.96;

/** Kinds of model, in words. */
export const contenderLabels: Record<ContenderId, {name: Text; meaning: Text}> = {
  constant: {
    name: {fr: "Tous pareils", en: "Everyone the same"},
    meaning: {fr: "le même risque annoncé à chacun", en: "the same risk announced to each"}
  },
  logistic: {
    name: {fr: "Régression logistique", en: "Logistic regression"},
    meaning: {fr: "une somme de points par variable", en: "a sum of points, variable by variable"}
  },
  tree: {
    name: {fr: "Un seul arbre", en: "A single tree"},
    meaning: {fr: "quelques questions, que l'on peut lire", en: "a few questions, which can be read"}
  },
  forest: {
    name: {fr: "Forêt aléatoire", en: "Random forest"},
    meaning: {fr: "la moyenne de nombreux arbres", en: "the mean of many trees"}
  },
  boosted: {
    name: {fr: "Arbres boostés", en: "Boosted trees"},
    meaning: {fr: "chaque arbre corrige les précédents", en: "each tree corrects those before it"}
  },
  "boosted-weighted": {
    name: {fr: "Boostés, défauts pondérés", en: "Boosted, defaults weighted"},
    meaning: {
      fr: "les défauts pèsent autant que les bons clients",
      en: "defaults weigh as much as good clients"
    }
  },
  "boosted-undersampled": {
    name: {fr: "Boostés, bons clients échantillonnés", en: "Boosted, good clients sampled"},
    meaning: {
      fr: "autant de bons clients que de défauts à chaque arbre",
      en: "as many good clients as defaults for each tree"
    }
  }
};

/** What the clients say of a contender: that it ranks worse or better than the model in force, or neither. */
export type Verdict = "worse" | "better" | "same";

/** @returns null of the model in force itself */
export function verdictOf({difference}: Pick<Contender, "difference">): Verdict | null {
  if (difference === null) return null;
  const {value, standardError} = difference;
  if (value + halfWidth * standardError < 0) return "worse";
  if (value - halfWidth * standardError > 0) return "better";
  return "same";
}

export const verdictWords: Record<Verdict, Text> = {
  worse: {fr: "classe moins bien", en: "ranks less well"},
  better: {fr: "classe mieux", en: "ranks better"},
  same: {fr: "non départagés par ces clients", en: "not told apart by these clients"}
};

/** Which contenders rank as well as the model in force as far as the clients can tell, which less well, which better. */
export function comparisonSentence({contenders}: ComparisonReport, language: Language): string {
  const {list} = formatOf(language);
  const named = (verdict: Verdict): string | null => {
    const names = contenders
      .filter((contender) => verdictOf(contender) === verdict)
      .map(({id}) => `« ${contenderLabels[id].name[language]} »`);
    return names.length === 0 ? null : list(names);
  };
  const [same, worse, better] = [named("same"), named("worse"), named("better")];
  const parts =
    language === "fr"
      ? [
          same === null ? null : `Ces clients ne départagent pas le modèle en vigueur de ${same}.`,
          worse === null ? null : `Classement moins bon : ${worse}.`,
          better === null ? null : `Classement meilleur : ${better}.`
        ]
      : [
          same === null ? null : `These clients don't tell the model in force apart from ${same}.`,
          worse === null ? null : `Ranking less well: ${worse}.`,
          better === null ? null : `Ranking better: ${better}.`
        ];
  const sentence = parts.filter((part) => part !== null).join(" ");
  return typeset(language === "fr" ? sentence : sentence.replaceAll("« ", "“").replaceAll(" »", "”"), language);
}

/** How the contenders were measured, and how to read their figures. */
export function comparisonMethod(report: ComparisonReport, language: Language): string {
  const {integer, decimal} = formatOf(language);
  const {clients, defaults, folds, costRatio, lossGivenDefault, margin, contenders} = report;
  const ratio = decimal(costRatio, Number.isInteger(costRatio) ? 0 : 1);
  const share = (value: number): string =>
    formatOf(language).percent(value, Number.isInteger(Math.round(1e6 * value) / 1e4) ? 0 : 1);
  const fewer = contenders.find(({trainedOn}) => trainedOn !== null);
  const money = contenders.some(({money}) => money !== null);
  const parts =
    language === "fr"
      ? [
          `Tous sont essayés sur les mêmes ${integer(clients)} clients, dont ${integer(defaults)} en défaut, répartis dans les mêmes ${integer(folds)} groupes. ` +
            `Un groupe est noté par un modèle appris sur les autres, et sa calibration et son seuil sont réglés sur les autres aussi : aucun client n'est jugé par un réglage auquel il a servi. Sous l'AUC et sous l'écart : leur intervalle à 95 %.`,
          fewer === undefined
            ? null
            : `La ligne « ${contenderLabels[fewer.id].name.fr} » est apprise sur ${integer(fewer.trainedOn!)} clients au plus à la fois.`,
          `Un défaut accepté coûte ${ratio} bons clients refusés${money ? ` ; en argent, un défaut perd ${share(lossGivenDefault)} du crédit et un refus à tort ${share(margin)}` : ""}. ` +
            `Un seul découpage en groupes et des seuils réglés ailleurs : les chiffres du modèle en vigueur s'écartent donc un peu de ceux du haut de la page. ` +
            `Un petit écart de coût peut tenir au hasard des clients.`
        ]
      : [
          `All are tried on the same ${integer(clients)} clients, ${integer(defaults)} of whom defaulted, in the same ${integer(folds)} groups. ` +
            `A group is scored by a model that learned on the others, and its calibration and threshold are set on the others too: nobody is judged by a setting that they had a part in. Under the AUC and the difference: their 95% intervals.`,
          fewer === undefined
            ? null
            : `The row “${contenderLabels[fewer.id].name.en}” learned on ${integer(fewer.trainedOn!)} clients at a time at most.`,
          `An accepted default costs ${ratio} refused good clients${money ? `; in money, a default loses ${share(lossGivenDefault)} of the credit and a wrong refusal ${share(margin)}` : ""}. ` +
            `One division into groups, and thresholds set elsewhere: the figures of the model in force therefore differ a little from those at the top of the page. ` +
            `A small difference in cost may be down to which clients these are.`
        ];
  return typeset(parts.filter((part) => part !== null).join(" "), language);
}
