import type {ModelCard} from "../../model/contract/model-card.ts";
import type {Language} from "../../model/contract/text.ts";
import {formatOf} from "./format.js";
import {contenderLabels, protectedSentence} from "./model-comparison-words.js";
import {amountsOf} from "./money-curve-format.js";
import {tableLabels} from "./table-labels.js";
import {typeset} from "./typography.js";
import {perHundred} from "./validation-frequency.js";

const words = {
  fr: {
    quoted: (text: string) => `« ${text} »`,
    summary: (trained: boolean, version: string, date: string, clients: string, defaults: string) =>
      `Le modèle ${version}, ${trained ? "entraîné" : "importé"} le ${date}, est jugé sur ${clients} clients dont ${defaults} n'ont pas remboursé.`,
    worth: (auc: string, low: string, high: string, cost: string, lowest: string, highest: string) =>
      `Son AUC est de ${auc} (${low} à ${high}), et ses erreurs coûtent ${cost} bons clients refusés pour 1 000 dossiers (${lowest} à ${highest}).`,
    leftOut: (names: string) =>
      `Le modèle ne voit pas : ${names}. Ces attributs servent à vérifier qu'il traite chacun de même.`,
    included: (names: string) => `Ce modèle importé lit des attributs protégés : ${names}.`,
    money: (middle: string, low: string, high: string) =>
      `En argent, et pour 1 000 dossiers, le modèle qui les voit coûterait ${middle} (95 fois sur 100, de ${low} à ${high}).`,
    more: (amount: string) => `${amount} de plus`,
    less: (amount: string) => `${amount} de moins`,
    untried: "Un modèle importé ne se réentraîne pas : ce que coûte de les écarter n'est pas mesuré.",
    groups: (ratio: string) =>
      `Les mêmes mesures par groupe, au seuil retenu. Les groupes n'ont pas le même taux de défaut : un écart d'acceptation ne dit pas à lui seul une injustice, et l'égalité n'en écarte pas une. Un défaut accepté coûte ${ratio} bons clients refusés dans tous les groupes.`,
    demonstration:
      "Ces clients sont inventés : ces chiffres montrent la méthode et ne disent rien d'un portefeuille réel.",
    unlabelled: (share: string) =>
      `Clients dont l'issue n'est pas connue : ${share}. Ils sont notés, mais n'ont rien appris au modèle, et rien ne dit s'ils ressemblent aux autres.`,
    granted: "Seuls les crédits accordés ont une issue : le modèle est moins sûr des demandes que l'on refusait déjà.",
    time: "Les demandes n'ont pas de date : rien n'est éprouvé sur une période suivante, où les résultats baisseraient un peu.",
    defaults: (defaults: string) =>
      `Tout repose sur ${defaults} défauts : les intervalles disent de combien d'autres clients auraient changé les chiffres.`,
    external: (weight: string) =>
      `Les scores externes pèsent ${weight} de l'explication. Ils sont opaques : d'autres les calculent, et c'est à eux d'en répondre.`,
    missing: (list: string) => `Clients à qui il en manque : ${list}.`,
    missingOne: (label: string, share: string) => `« ${label} » (${share})`,
    without: (share: string) => `Qui n'en a aucun (${share}) est noté par le reste seul.`,
    absent: (list: string, one: boolean) =>
      `${one ? "Une table manque" : "Des tables manquent"}, avec ce qu'${one ? "elle aurait" : "elles auraient"} appris au modèle : ${list}.`,
    smallest: (clients: string) =>
      `Le plus petit groupe protégé que l'on mesure compte ${clients} clients : ses chiffres sont peu sûrs.`,
    tooSmall: (count: string, one: boolean) =>
      one
        ? "Un groupe protégé est trop petit pour être mesuré."
        : `${count} groupes protégés sont trop petits pour être mesurés.`,
    asGood: (names: string) =>
      `Sur ces clients, un modèle plus simple n'est ni moins bon ni plus cher, à ce que l'on peut en voir : ${names}.`,
    ratio: (ratio: string) =>
      `Compter un défaut accepté pour ${ratio} bons clients refusés est une convention de l'établissement ; le seuil en dépend.`,
    proxies:
      "Écarter les attributs protégés ne garantit pas l'équité : d'autres variables peuvent les porter en partie.",
    reviewed: (share: string) =>
      `Demandes qui tombent dans la bande autour du seuil, où les chiffres ne tranchent pas : ${share}. Une personne doit les relire.`
  },
  en: {
    quoted: (text: string) => `“${text}”`,
    summary: (trained: boolean, version: string, date: string, clients: string, defaults: string) =>
      `Model ${version}, ${trained ? "trained" : "imported"} on ${date}, is judged on ${clients} clients, ${defaults} of whom did not repay.`,
    worth: (auc: string, low: string, high: string, cost: string, lowest: string, highest: string) =>
      `Its AUC is ${auc} (${low} to ${high}), and its errors cost ${cost} refused good clients per 1,000 applications (${lowest} to ${highest}).`,
    leftOut: (names: string) =>
      `The model doesn't see: ${names}. These attributes serve to check that it treats everyone alike.`,
    included: (names: string) => `This imported model reads protected attributes: ${names}.`,
    money: (middle: string, low: string, high: string) =>
      `In money, and for 1,000 applications, the model that sees them would cost ${middle} (95 times in 100, ${low} to ${high}).`,
    more: (amount: string) => `${amount} more`,
    less: (amount: string) => `${amount} less`,
    untried: "An imported model can't be trained anew: what leaving them out costs isn't measured.",
    groups: (ratio: string) =>
      `The same measures by group, at the threshold in force. Groups don't have the same default rate: a gap in acceptance doesn't by itself tell an injustice, nor does equality rule one out. An accepted default costs ${ratio} refused good clients in every group.`,
    demonstration: "These clients are invented: the figures show the method and say nothing of a real portfolio.",
    unlabelled: (share: string) =>
      `Clients whose outcome isn't known: ${share}. They are scored, but taught the model nothing, and nothing says whether they resemble the others.`,
    granted:
      "Only credits that were granted have an outcome: the model is less sure of the applications that were already refused.",
    time: "Applications have no date: nothing is tried on a later period, where results would be a little lower.",
    defaults: (defaults: string) =>
      `Everything rests on ${defaults} defaults: the intervals say by how much other clients would have changed the figures.`,
    external: (weight: string) =>
      `External scores weigh ${weight} of the explanation. They are opaque: others compute them and have to answer for them.`,
    missing: (list: string) => `Clients who lack one: ${list}.`,
    missingOne: (label: string, share: string) => `“${label}” (${share})`,
    without: (share: string) => `Those who have none (${share}) are scored by the rest alone.`,
    absent: (list: string, one: boolean) =>
      `${one ? "One table is" : "Some tables are"} absent, with what ${one ? "it" : "they"} would have taught the model: ${list}.`,
    smallest: (clients: string) =>
      `The smallest protected group that is measured has ${clients} clients: its figures are unsure.`,
    tooSmall: (count: string, one: boolean) =>
      one
        ? "One protected group is too small to be measured."
        : `${count} protected groups are too small to be measured.`,
    asGood: (names: string) =>
      `On these clients, a plainer model is neither worse nor dearer, as far as can be seen: ${names}.`,
    ratio: (ratio: string) =>
      `Counting an accepted default as ${ratio} refused good clients is the lender's convention; the threshold depends on it.`,
    proxies: "Leaving protected attributes out doesn't guarantee fairness: other features may partly carry them.",
    reviewed: (share: string) =>
      `Applications that fall in the band around the threshold, where the figures don't decide: ${share}. A person must read them again.`
  }
};

/** Which model, on whom it is judged, and what it is worth. */
export function cardSummary({identity, evaluation}: ModelCard, language: Language): string {
  const text = words[language];
  const {integer, decimal, date} = formatOf(language);
  const {auc, cost, clients, defaults} = evaluation;
  const trained = identity.origin.kind === "trained";
  const parts = [
    text.summary(trained, identity.version, date(identity.trained), integer(clients), integer(defaults)),
    text.worth(
      decimal(auc.value, 3),
      decimal(auc.low, 3),
      decimal(auc.high, 3),
      integer(cost.value),
      integer(cost.low),
      integer(cost.high)
    )
  ];
  return typeset(parts.join(" "), language);
}

/** The protected attributes that the model doesn't see; nothing when there are none. */
export function leftOutSentence({protected: {leftOut}}: ModelCard, language: Language): string {
  const names = leftOut.map(({label}) => inSentence(label[language]));
  return names.length === 0 ? "" : typeset(words[language].leftOut(formatOf(language).list(names)), language);
}

/** Those that an imported model reads all the same; nothing when there are none. */
export function includedSentence({protected: {included}}: ModelCard, language: Language): string {
  const names = included.map(({label}) => inSentence(label[language]));
  return names.length === 0 ? "" : typeset(words[language].included(formatOf(language).list(names)), language);
}

/** What leaving protected attributes out costs, in ranking, in errors and in money. */
export function priceSentences(card: ModelCard, language: Language): string {
  const text = words[language];
  const {price} = card.protected;
  if (price === null) return card.identity.origin.kind === "imported" ? typeset(text.untried, language) : "";
  const told = protectedSentence(card.evaluation, language);
  if (price.money === null) return told;
  const amount = amountsOf(language, card.data.currency);
  // What they would save is what the model that sees them costs less.
  const apart = (saved: number): string => {
    const rounded = amount(Number(Math.abs(saved).toPrecision(2)));
    return saved > 0 ? text.less(rounded) : text.more(rounded);
  };
  const {value, low, high} = price.money;
  return [told, typeset(text.money(apart(value), apart(high), apart(low)), language)].join(" ");
}

/** How to read the model's figures by group. */
export function groupsNote({evaluation: {policy}}: ModelCard, language: Language): string {
  return typeset(words[language].groups(ratioOf(policy.costRatio, language)), language);
}

/** What the figures don't say: computed where it can be. */
export function limitSentences({data, evaluation, limits}: ModelCard, language: Language): string[] {
  const text = words[language];
  const {integer, percent, list} = formatOf(language);
  const share = (part: number): string => perHundred(part, 1, language);
  const lacking = limits.external.filter(({missing}) => missing >= 0.005);
  const external = [
    text.external(percent(limits.externalWeight)),
    lacking.length === 0
      ? null
      : text.missing(list(lacking.map(({label, missing}) => text.missingOne(label[language], share(missing))))),
    limits.withoutExternal === 0 ? null : text.without(share(limits.withoutExternal))
  ];
  const absent = limits.absentTables.map((name) => text.quoted(tableLabels[name][language]));
  const plainer = limits.asGood.map((id) => text.quoted(contenderLabels[id].name[language]));
  const sentences = [
    data.demonstration ? text.demonstration : null,
    limits.unlabelled === 0 ? null : text.unlabelled(perHundred(data.clients - data.labelled, data.clients, language)),
    text.granted,
    text.time,
    text.defaults(integer(evaluation.defaults)),
    limits.external.length === 0 ? null : external.filter((part) => part !== null).join(" "),
    absent.length === 0 ? null : text.absent(list(absent), absent.length === 1),
    evaluation.groups.length === 0 ? null : text.smallest(integer(limits.smallestGroup)),
    limits.groupsTooSmall === 0 ? null : text.tooSmall(integer(limits.groupsTooSmall), limits.groupsTooSmall === 1),
    plainer.length === 0 ? null : text.asGood(list(plainer)),
    text.ratio(ratioOf(evaluation.policy.costRatio, language)),
    text.proxies
  ];
  return sentences.filter((sentence) => sentence !== null).map((sentence) => typeset(sentence, language));
}

/** How many applications a person must read again. */
export function reviewSentence({reviewed}: ModelCard["review"], language: Language): string {
  return typeset(words[language].reviewed(perHundred(reviewed, 1, language)), language);
}

function ratioOf(costRatio: number, language: Language): string {
  return formatOf(language).decimal(costRatio, Number.isInteger(costRatio) ? 0 : 1);
}

/** A label as it stands inside a sentence. */
function inSentence(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}
