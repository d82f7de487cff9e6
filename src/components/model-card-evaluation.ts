import type {CardGroup, CardInterval, ModelCard} from "../../model/contract/model-card.ts";
import type {Language} from "../../model/contract/text.ts";
import {element} from "./dom.js";
import {formatOf} from "./format.js";
import {explained} from "./model-card-facts.js";
import {comparisonSentence} from "./model-comparison-words.js";
import {contenderCost, contenderName, contenderRanking} from "./model-comparison.js";
import {typeset} from "./typography.js";
import {perHundred} from "./validation-frequency.js";
import {rowsTable} from "./validation-rows.js";

const words = {
  fr: {
    assessed: {
      "out-of-fold": (clients: string, defaults: string) =>
        `Sur ${clients} clients, dont ${defaults} en défaut, chacun noté par un modèle qui ne l'avait pas vu.`,
      unseen: (clients: string, defaults: string) =>
        `Sur ${clients} clients, dont ${defaults} en défaut, qui sont dits n'avoir pas servi à entraîner ce modèle importé.`,
      seen: (clients: string, defaults: string) =>
        `Sur ${clients} clients, dont ${defaults} en défaut, qui ont pu servir à entraîner ce modèle importé : ces chiffres le flattent.`
    },
    intervals:
      "Les intervalles disent ce que d'autres clients, aussi nombreux, auraient donné 95 fois sur 100 : pour l'AUC, par la méthode de DeLong ; pour le reste, par tirages avec remise parmi les mêmes clients.",
    label: "Ce que vaut le modèle",
    columns: ["Mesure", "Valeur", "Intervalle à 95 %", "Sans modèle"],
    auc: ["AUC", "la chance que le score place un client en défaut plus bas qu'un client qui rembourse"],
    averagePrecision: [
      "Précision moyenne",
      "la part de vrais défauts parmi les clients que le score dit les plus risqués, en moyenne"
    ],
    ks: ["Kolmogorov-Smirnov", "le plus grand écart entre la part des défauts et celle des bons clients sous un score"],
    logLoss: [
      "Perte logarithmique",
      "pénalise une probabilité d'autant plus que l'issue la dément ; basse, elle est bonne"
    ],
    brier: ["Score de Brier", "l'erreur quadratique moyenne des probabilités ; bas, il est bon"],
    threshold: ["Seuil, en points", "le score à partir duquel l'acceptation est recommandée : le moins coûteux"],
    cost: (ratio: string): [string, string] => [
      "Coût pour 1 000 dossiers",
      `en bons clients refusés ; un défaut accepté en vaut ${ratio}`
    ],
    accept: (cost: string) => `${cost}, tout accepter`,
    refuse: (cost: string) => `${cost}, tout refuser`,
    interval: (low: string, high: string) => `${low} à ${high}`,
    calibration: (agreeing: string, groups: string) =>
      `Probabilités : dans ${agreeing} groupes de clients sur ${groups}, formés par probabilité annoncée, le taux de défaut observé s'accorde avec elle, à son intervalle à 95 % près.`,
    explanations: (clients: string, error: string) =>
      `Explications : pour chacun des ${clients} clients, les contributions s'additionnent au score, à ${error} près (en log-cotes).`,
    contenders: "Les autres modèles essayés",
    division:
      "Tous sont essayés sur un seul découpage des clients : les chiffres du modèle en vigueur y diffèrent un peu de ceux qui précèdent.",
    contenderColumns: ["Modèle", "AUC", "Coût pour 1 000 dossiers"],
    groups: "Le modèle par groupe protégé",
    groupColumns: ["Groupe", "Clients", "En défaut", "Acceptés", "Bons clients refusés", "AUC"],
    tooFew: "trop peu de défauts"
  },
  en: {
    assessed: {
      "out-of-fold": (clients: string, defaults: string) =>
        `On ${clients} clients, ${defaults} of whom defaulted, each scored by a model that had not seen them.`,
      unseen: (clients: string, defaults: string) =>
        `On ${clients} clients, ${defaults} of whom defaulted, who are said not to have trained this imported model.`,
      seen: (clients: string, defaults: string) =>
        `On ${clients} clients, ${defaults} of whom defaulted, who may have trained this imported model: these figures flatter it.`
    },
    intervals:
      "Intervals say what other clients, as many, would have given 95 times in 100: for the AUC by DeLong's method, for the rest by draws with replacement among the same clients.",
    label: "What the model is worth",
    columns: ["Measure", "Value", "95% interval", "Without a model"],
    auc: ["AUC", "the chance that the score puts a client who defaults below one who repays"],
    averagePrecision: [
      "Average precision",
      "the share of true defaults among the clients whom the score calls riskiest, on average"
    ],
    ks: ["Kolmogorov–Smirnov", "the widest gap between the shares of defaults and of good clients below a score"],
    logLoss: ["Log loss", "penalises a probability the more the outcome belies it; low is good"],
    brier: ["Brier score", "the mean squared error of probabilities; low is good"],
    threshold: ["Threshold, in points", "the score from which acceptance is recommended: the least costly"],
    cost: (ratio: string): [string, string] => [
      "Cost of 1,000 applications",
      `in refused good clients; an accepted default is worth ${ratio}`
    ],
    accept: (cost: string) => `${cost}, accepting all`,
    refuse: (cost: string) => `${cost}, refusing all`,
    interval: (low: string, high: string) => `${low} to ${high}`,
    calibration: (agreeing: string, groups: string) =>
      `Probabilities: in ${agreeing} of ${groups} groups of clients, made by the probability announced, the default rate observed agrees with it, within its 95% interval.`,
    explanations: (clients: string, error: string) =>
      `Explanations: for each of the ${clients} clients, contributions add up to the score, within ${error} (in log-odds).`,
    contenders: "The other models that were tried",
    division:
      "All are tried on one division of the clients: the figures of the model in force differ a little from those above.",
    contenderColumns: ["Model", "AUC", "Cost of 1,000 applications"],
    groups: "The model by protected group",
    groupColumns: ["Group", "Clients", "Defaulted", "Accepted", "Good clients refused", "AUC"],
    tooFew: "too few defaults"
  }
};

/** What the model is worth, each measure with its interval. */
export function modelCardMeasures({evaluation, explanations}: ModelCard, language: Language): HTMLElement {
  const text = words[language];
  const {integer, decimal, scientific} = formatOf(language);
  const {policy, uninformed, acceptAll, refuseAll, calibration} = evaluation;
  const row = (
    [name, meaning]: readonly string[],
    {value, low, high}: CardInterval,
    write: (value: number) => string,
    without: string
  ) => ({cells: [explained(name!, meaning!, language), write(value), text.interval(write(low), write(high)), without]});
  const digits = (count: number) => (value: number) => decimal(value, count);
  const ratio = decimal(policy.costRatio, Number.isInteger(policy.costRatio) ? 0 : 1);
  const trivial = acceptAll <= refuseAll ? text.accept(integer(acceptAll)) : text.refuse(integer(refuseAll));
  const rows = [
    row(text.auc, evaluation.auc, digits(3), decimal(0.5, 3)),
    row(text.averagePrecision, evaluation.averagePrecision, digits(3), decimal(uninformed.averagePrecision, 3)),
    row(text.ks, evaluation.ks, digits(3), "0"),
    row(text.logLoss, evaluation.logLoss, digits(4), decimal(uninformed.logLoss, 4)),
    row(text.brier, evaluation.brier, digits(4), decimal(uninformed.brier, 4)),
    row(text.threshold, evaluation.threshold, integer, "–"),
    row(text.cost(ratio), evaluation.cost, integer, typeset(trivial, language))
  ];
  const told = [
    text.assessed[evaluation.assessment](integer(evaluation.clients), integer(evaluation.defaults)),
    text.intervals
  ];
  const checks = [
    text.calibration(integer(calibration.agreeing), integer(calibration.groups)),
    text.explanations(integer(explanations.clients), scientific(explanations.largestError))
  ];
  return element(
    "div",
    {},
    element("p", {}, typeset(told.join(" "), language)),
    rowsTable({label: text.label, columns: text.columns, rows, kind: "card-table card-measures"}, language),
    ...checks.map((check) => element("p", {}, typeset(check, language)))
  );
}

/** What other kinds of model give on the same clients. */
export function modelCardContenders({evaluation}: ModelCard, language: Language): HTMLElement {
  const text = words[language];
  const {integer} = formatOf(language);
  const rows = evaluation.contenders.map((contender) => ({
    cells: [
      contenderName(contender, contender.id === evaluation.champion, language),
      contenderRanking(contender, language),
      contenderCost(contender.cost, contender.costDifference, integer, language)
    ]
  }));
  return element(
    "div",
    {},
    element("p", {}, `${comparisonSentence(evaluation, language)} ${typeset(text.division, language)}`),
    rowsTable(
      {label: text.contenders, columns: text.contenderColumns, rows, kind: "comparison-table card-table"},
      language
    )
  );
}

/** How the model treats the groups that protected attributes make. */
export function modelCardGroups({evaluation}: ModelCard, language: Language): HTMLElement {
  const text = words[language];
  const {integer, decimal} = formatOf(language);
  const cells = ({label, category, clients, defaults, accepted, refusedGood, auc}: CardGroup) => [
    explained(category[language], label[language], language),
    integer(clients),
    perHundred(defaults, clients, language),
    perHundred(accepted, 1, language),
    perHundred(refusedGood, 1, language),
    auc === null
      ? typeset(text.tooFew, language)
      : element(
          "div",
          {},
          decimal(auc.value, 3),
          element(
            "span",
            {class: "comparison-line comparison-interval"},
            text.interval(decimal(auc.low, 3), decimal(auc.high, 3))
          )
        )
  ];
  const rows = evaluation.groups.map((group) => ({cells: cells(group)}));
  return rowsTable({label: text.groups, columns: text.groupColumns, rows, kind: "card-table card-groups"}, language);
}
