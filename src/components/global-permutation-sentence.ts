import type {Permutation} from "../../model/contract/global-explanation.ts";
import type {Language} from "../../model/contract/text.ts";
import {formatOf} from "./format.js";
import {quote, type GlobalData} from "./global-data.js";
import {typeset} from "./typography.js";

/** Pairs of a client who repaid and one who didn't that AUCs are told by. */
export const pairs = 10_000;

/** Features compared by both measures. */
export const compared = 10;

/** What exchanging values does to the ranking, and whether both measures put the same family first. */
export function permutationSentence(data: GlobalData, {auc, families}: Permutation, language: Language): string {
  const {integer} = formatOf(language);
  const used = data.explanation.importance.families[0]!;
  const lost = families[0]!;
  const name = (id: typeof used.id): string => quote(data.families[id][language], language);
  const ordered = integer(pairs * auc);
  const fewer = integer(pairs * lost.drop);
  const french = language === "fr";
  const ranking = french
    ? `De 10 000 paires formées d'un client en défaut et d'un client qui a remboursé, le score en classe ${ordered} dans le bon ordre.`
    : `Of 10,000 pairs of a client who defaulted and one who repaid, the score puts ${ordered} in the right order.`;
  const first =
    used.id === lost.id
      ? french
        ? `La famille ${name(used.id)} vient en tête des deux mesures : si l'on échange ses valeurs au hasard entre clients, ${fewer} de ces paires ne sont plus dans le bon ordre.`
        : `The family ${name(used.id)} comes first in both measures: once its values are exchanged among clients at random, ${fewer} of those pairs are no longer in order.`
      : french
        ? `La famille ${name(used.id)} déplace le plus le score, mais c'est de ${name(lost.id)} que le classement dépend le plus : si l'on échange ses valeurs au hasard entre clients, ${fewer} de ces paires ne sont plus dans le bon ordre.`
        : `The family ${name(used.id)} moves the score most, but it is ${name(lost.id)} that the ranking depends on most: once its values are exchanged among clients at random, ${fewer} of those pairs are no longer in order.`;
  return typeset(`${ranking} ${first}`, language);
}

/** Why single features seem to weigh less by the second measure. */
export function substitutesSentence(data: GlobalData, {features}: Permutation, language: Language): string {
  const used = data.explanation.importance.features.slice(0, compared).map(({id}) => id);
  const lost = features.slice(0, compared).map(({id}) => id);
  const both = used.filter((id) => lost.includes(id)).length;
  const {integer} = formatOf(language);
  const [of, common] = [integer(used.length), integer(both)];
  const french = language === "fr";
  const negative = features.some(({id, drop}) => used.includes(id) && pairs * drop <= -0.5);
  return typeset(
    (french
      ? `Des ${of} variables qui déplacent le plus le score, ${common} ${both < 2 ? "est" : "sont"} aussi parmi les ${of} dont le classement souffrirait le plus. Les variables qui disent la même chose se remplacent l'une l'autre : échangée seule, chacune semble peu utile ; la famille entière dit ce qu'elles valent ensemble.`
      : `Of the ${of} features that move the score most, ${common} ${both === 1 ? "is" : "are"} also among the ${of} that the ranking would suffer most from. Features that say the same stand in for one another: exchanged alone, each seems of little use; the whole family tells what they are worth together.`) +
      (negative
        ? french
          ? " Sous zéro, le classement ne perd rien, et gagne même quelques paires."
          : " Below zero, the ranking loses nothing, and even gains a few pairs."
        : ""),
    language
  );
}

/** On whom the second measure was taken, and what that means for it. */
export function permutationMethod({clients, defaults, inSample, repeats}: Permutation, language: Language): string {
  const {integer} = formatOf(language);
  const [people, bad, times] = [integer(clients), integer(defaults), integer(repeats)];
  const caveat = {
    fr: inSample
      ? `Le modèle a appris sur ces mêmes clients : il s'appuie sur leurs données plus qu'il ne le ferait sur d'autres, et les pertes sont donc plutôt surestimées.`
      : `Chacun est noté par un modèle qui ne l'avait pas vu.`,
    en: inSample
      ? `The model learned on these same clients: it relies on their data more than it would on others', so losses are rather overstated.`
      : `Each is scored by a model that had not seen them.`
  };
  return typeset(
    language === "fr"
      ? `Classement mesuré sur ${people} clients, dont ${bad} en défaut ; moyenne de ${times} échange${repeats < 2 ? "" : "s"} au hasard${repeats < 2 ? "" : ", avec son erreur type"}. ${caveat.fr}`
      : `Ranking measured on ${people} clients, ${bad} of whom defaulted; mean of ${times} random exchange${repeats === 1 ? "" : "s"}${repeats === 1 ? "" : ", with its standard error"}. ${caveat.en}`,
    language
  );
}

/** Said where no outcome is known. */
export function noPermutation(language: Language): string {
  return typeset(
    language === "fr"
      ? "L'issue d'aucun crédit n'est connue dans ces tables : ce que le classement perdrait ne peut pas être mesuré."
      : "The outcome of no credit is known in these tables: what the ranking would lose can't be measured.",
    language
  );
}
