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
  imported: {
    name: {fr: "Modèle importé", en: "Imported model"},
    meaning: {fr: "appris ailleurs, tel qu'il est en vigueur", en: "trained elsewhere, as it is in force"}
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
  },
  "boosted-protected": {
    name: {fr: "Boostés, attributs protégés compris", en: "Boosted, protected attributes included"},
    meaning: {
      fr: "les mêmes arbres, qui voient aussi le sexe, la famille et l'entourage",
      en: "the same trees, which also see gender, family and acquaintances"
    }
  }
};

/** What the clients say of a difference from the model in force: that it is below 0 or above, or neither. */
export type Side = "below" | "above" | "neither";

/** The side of 0 that a 95 % interval lies on. */
export function sideOf({low, high}: {low: number; high: number}): Side {
  return high < 0 ? "below" : low > 0 ? "above" : "neither";
}

/** The 95 % interval of an estimate with its standard error. */
export function intervalOf({value, standardError}: {value: number; standardError: number}): {
  value: number;
  low: number;
  high: number;
} {
  return {value, low: value - halfWidth * standardError, high: value + halfWidth * standardError};
}

/** What the clients say of a contender: that it ranks worse or better than the model in force, or neither. */
export type Verdict = "worse" | "better" | "same";

/** @returns null of the model in force itself */
export function verdictOf({difference}: Pick<Contender, "difference">): Verdict | null {
  if (difference === null) return null;
  return ({below: "worse", above: "better", neither: "same"} as const)[sideOf(intervalOf(difference))];
}

export const verdictWords: Record<Verdict, Text> = {
  worse: {fr: "classe moins bien", en: "ranks less well"},
  better: {fr: "classe mieux", en: "ranks better"},
  same: {fr: "non départagés par ces clients", en: "not told apart by these clients"}
};

const words = {
  fr: {
    quoted: (name: string) => `« ${name} »`,
    ranking: {
      same: (names: string) => `Ces clients ne départagent pas le modèle en vigueur de ${names}.`,
      worse: (names: string) => `Classement moins bon : ${names}.`,
      better: (names: string) => `Classement meilleur : ${names}.`
    },
    cost: {
      above: (names: string) => `Coût plus élevé, au-delà du hasard des clients : ${names}.`,
      below: (names: string) => `Coût moindre, au-delà du hasard des clients : ${names}.`
    },
    tried: (clients: string, defaults: string, folds: string) =>
      `Tous sont essayés sur les mêmes ${clients} clients, dont ${defaults} en défaut, répartis dans les mêmes ${folds} groupes. ` +
      "Un groupe est noté par un modèle appris sur les autres, et sa calibration et son seuil sont réglés sur les autres aussi : aucun client n'est jugé par un réglage auquel il a servi.",
    intervals: (samples: string) =>
      `Sous chaque chiffre : son intervalle à 95 %. Celui d'un coût vient de ${samples} tirages avec remise parmi les mêmes clients, les mêmes pour tous ; l'écart de coût avec le modèle en vigueur est dit quand son intervalle exclut 0.`,
    imported: {
      unseen:
        "Le modèle importé est pris tel quel : il est dit n'avoir pas appris sur ces clients. Les autres apprennent aussi de tous ceux dont l'issue est connue et qui n'en sont pas.",
      seen: "Le modèle importé est pris tel quel, et a pu apprendre sur ces clients mêmes : ses chiffres le flattent, et l'écart des autres avec lui n'est pas équitable."
    },
    refit: (divisions: string, auc: string, cost: string) =>
      `Entraîné de nouveau sur d'autres découpages (${divisions} en tout), le modèle en vigueur change lui-même de ${auc} d'AUC et de ${cost} bons clients refusés (écarts types) : les intervalles des écarts en tiennent compte.`,
    fewer: (name: string, clients: string) =>
      `La ligne « ${name} » est apprise sur ${clients} clients au plus à la fois.`,
    ratio: (ratio: string) => `Un défaut accepté coûte ${ratio} bons clients refusés`,
    money: (loss: string, margin: string) =>
      ` ; en argent, un défaut perd ${loss} du crédit et un refus à tort ${margin}`,
    other:
      "Un seul découpage en groupes et des seuils réglés ailleurs : les chiffres du modèle en vigueur s'écartent donc un peu de ceux du haut de la page.",
    protected: (
      auc: string,
      aucNow: string,
      aucDifference: string,
      cost: string,
      costNow: string,
      costDifference: string
    ) =>
      `S'il voyait aussi les attributs protégés, le modèle aurait une AUC de ${auc} au lieu de ${aucNow} (écart : ${aucDifference}) ` +
      `et coûterait ${cost} bons clients refusés pour 1 000 dossiers au lieu de ${costNow} (écart : ${costDifference}).`,
    range: (low: string, high: string) => `de ${low} à ${high}`,
    free: "Rien n'indique, sur ces clients, que les écarter coûte quelque chose.",
    loses: (what: string) => `Les écarter se paie donc : ${what}.`,
    gains: (what: string) => `Sans eux, il fait même mieux : ${what}.`,
    losses: {ranking: "un classement un peu moins bon", cost: "des erreurs un peu plus chères"},
    profits: {ranking: "un classement un peu meilleur", cost: "des erreurs un peu moins chères"}
  },
  en: {
    quoted: (name: string) => `“${name}”`,
    ranking: {
      same: (names: string) => `These clients don't tell the model in force apart from ${names}.`,
      worse: (names: string) => `Ranking less well: ${names}.`,
      better: (names: string) => `Ranking better: ${names}.`
    },
    cost: {
      above: (names: string) => `Costing more, beyond which clients these happen to be: ${names}.`,
      below: (names: string) => `Costing less, beyond which clients these happen to be: ${names}.`
    },
    tried: (clients: string, defaults: string, folds: string) =>
      `All are tried on the same ${clients} clients, ${defaults} of whom defaulted, in the same ${folds} groups. ` +
      "A group is scored by a model that learned on the others, and its calibration and threshold are set on the others too: nobody is judged by a setting that they had a part in.",
    intervals: (samples: string) =>
      `Under each figure: its 95% interval. That of a cost comes from ${samples} draws with replacement among the same clients, the same draws for all; the difference in cost from the model in force is told where its interval excludes 0.`,
    imported: {
      unseen:
        "The imported model is taken as it is: it is said not to have learned on these clients. The others also learn on everyone else whose outcome is known.",
      seen: "The imported model is taken as it is, and may have learned on these very clients: its figures flatter it, and the others' differences from it aren't fair."
    },
    refit: (divisions: string, auc: string, cost: string) =>
      `Trained anew on other divisions (${divisions} in all), the model in force itself changes by ${auc} of AUC and by ${cost} refused good clients (standard deviations): the intervals of differences count that.`,
    fewer: (name: string, clients: string) => `The row “${name}” learned on ${clients} clients at a time at most.`,
    ratio: (ratio: string) => `An accepted default costs ${ratio} refused good clients`,
    money: (loss: string, margin: string) =>
      `; in money, a default loses ${loss} of the credit and a wrong refusal ${margin}`,
    other:
      "One division into groups, and thresholds set elsewhere: the figures of the model in force therefore differ a little from those at the top of the page.",
    protected: (
      auc: string,
      aucNow: string,
      aucDifference: string,
      cost: string,
      costNow: string,
      costDifference: string
    ) =>
      `Were it shown the protected attributes too, the model would have an AUC of ${auc} instead of ${aucNow} (difference: ${aucDifference}) ` +
      `and cost ${cost} refused good clients per 1,000 applications instead of ${costNow} (difference: ${costDifference}).`,
    range: (low: string, high: string) => `${low} to ${high}`,
    free: "Nothing in these clients says that leaving them out costs anything.",
    loses: (what: string) => `Leaving them out therefore has its price: ${what}.`,
    gains: (what: string) => `Without them, it even does better: ${what}.`,
    losses: {ranking: "a slightly worse ranking", cost: "slightly dearer errors"},
    profits: {ranking: "a slightly better ranking", cost: "slightly cheaper errors"}
  }
};

/**
 * Which contenders rank as well as the model in force as far as the clients can tell, which less well, which better;
 * and which cost more or less. The one that sees the protected attributes has a sentence of its own.
 */
export function comparisonSentence({contenders}: Pick<ComparisonReport, "contenders">, language: Language): string {
  const {list} = formatOf(language);
  const text = words[language];
  const rivals = contenders.filter(({id}) => id !== "boosted-protected");
  const named = (tell: (names: string) => string, isNamed: (contender: Contender) => boolean): string | null => {
    const names = rivals.filter(isNamed).map(({id}) => text.quoted(contenderLabels[id].name[language]));
    return names.length === 0 ? null : tell(list(names));
  };
  const ranks = (verdict: Verdict) => named(text.ranking[verdict], (contender) => verdictOf(contender) === verdict);
  const costs = (side: "above" | "below") =>
    named(text.cost[side], ({costDifference}) => costDifference !== null && sideOf(costDifference) === side);
  const parts = [ranks("same"), ranks("worse"), ranks("better"), costs("above"), costs("below")];
  return typeset(parts.filter((part) => part !== null).join(" "), language);
}

/** What leaving protected attributes out costs, by the same model with and without them; nothing when it wasn't tried. */
export function protectedSentence(
  {contenders, champion}: Pick<ComparisonReport, "contenders" | "champion">,
  language: Language
): string {
  const {decimal, signed, integer} = formatOf(language);
  const text = words[language];
  const now = contenders.find(({id}) => id === champion);
  const seeing = contenders.find(({id}) => id === "boosted-protected");
  if (now === undefined || seeing === undefined || seeing.difference === null || seeing.costDifference === null)
    return "";
  const ranking = intervalOf(seeing.difference);
  const range = ({low, high}: {low: number; high: number}, digits: number): string =>
    text.range(signed(low, digits), signed(high, digits));
  const figures = text.protected(
    decimal(seeing.auc.value, 3),
    decimal(now.auc.value, 3),
    range(ranking, 3),
    integer(seeing.cost.value),
    integer(now.cost.value),
    range(seeing.costDifference, 0)
  );
  const told = (side: Side, other: Side, names: {ranking: string; cost: string}): string[] => [
    ...(sideOf(ranking) === side ? [names.ranking] : []),
    ...(sideOf(seeing.costDifference!) === other ? [names.cost] : [])
  ];
  const {list} = formatOf(language);
  const losses = told("above", "below", text.losses);
  const profits = told("below", "above", text.profits);
  const verdict = [
    losses.length > 0 ? text.loses(list(losses)) : null,
    profits.length > 0 ? text.gains(list(profits)) : null,
    losses.length + profits.length === 0 ? text.free : null
  ];
  return typeset([figures, ...verdict.filter((part) => part !== null)].join(" "), language);
}

/** How the contenders were measured, and how to read their figures. */
export function comparisonMethod(report: ComparisonReport, language: Language): string {
  const {integer, decimal, percent} = formatOf(language);
  const text = words[language];
  const {clients, defaults, folds, costRatio, lossGivenDefault, margin, samples, contenders, assessment, refit} =
    report;
  const share = (value: number): string => percent(value, Number.isInteger(Math.round(1e6 * value) / 1e4) ? 0 : 1);
  const fewer = contenders.find(({trainedOn}) => trainedOn !== null);
  const money = contenders.some((contender) => contender.money !== null);
  const parts = [
    text.tried(integer(clients), integer(defaults), integer(folds)),
    assessment === "out-of-fold" ? null : text.imported[assessment],
    text.intervals(integer(samples)),
    refit === null ? null : text.refit(integer(refit.divisions), decimal(refit.auc, 3), integer(refit.cost)),
    fewer === undefined ? null : text.fewer(contenderLabels[fewer.id].name[language], integer(fewer.trainedOn!)),
    `${text.ratio(decimal(costRatio, Number.isInteger(costRatio) ? 0 : 1))}${money ? text.money(share(lossGivenDefault), share(margin)) : ""}.`,
    text.other
  ];
  return typeset(parts.filter((part) => part !== null).join(" "), language);
}
