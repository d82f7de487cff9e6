import type {LimeQuality} from "../../model/contract/explanation-quality.ts";
import type {Language} from "../../model/contract/text.ts";
import {formatOf} from "./format.js";
import type {QualityData} from "./quality-data.js";
import {frequencyOf, type Frequency} from "./quality-frequency.js";
import {typeset} from "./typography.js";

/** What LIME is, in plain words. */
export function limeSentence({quality}: QualityData, language: Language): string {
  const {integer} = formatOf(language);
  const {samples, features} = quality.lime;
  const [drawn, named] = [integer(samples), integer(features)];
  return typeset(
    language === "fr"
      ? `LIME (Ribeiro et al., 2016) explique un score sans regarder l'intérieur du modèle. Autour d'un client, il tire au hasard ${drawn} dossiers imaginaires qui lui ressemblent, demande au modèle de les noter, puis cherche la formule simple qui imite le mieux ces notes : une somme de ${named} termes au plus. C'est un deuxième avis, indépendant du calcul exact. Mais ce n'est qu'une imitation, et un autre tirage peut en donner une autre.`
      : `LIME (Ribeiro et al., 2016) explains a score without looking inside the model. Around a client, it draws ${drawn} imaginary files at random that are like theirs, asks the model to score them, then looks for the simple formula that mimics those scores best: a sum of ${named} terms at most. It is a second opinion, independent of the exact computation. But it only mimics, and another draw may give another formula.`,
    language
  );
}

/** Why the exact explanation is the one that clients are shown, from the figures. */
export function exactSentence({quality}: QualityData, language: Language): string {
  const {integer, percent} = formatOf(language);
  const {fidelity, jaccard, signs, sameFirst} = quality.lime;
  const french = language === "fr";
  const same = sameFirstOf(quality.lime);
  const agrees = sameFirst.mean >= 0.9 && fidelity.mean >= 0.9;
  const figures = french
    ? `Ici, sa formule rend compte de ${percent(fidelity.mean)} des variations du modèle autour d'un client. D'un tirage à l'autre, deux explications ont en commun ${percent(jaccard.mean)} des variables que l'une ou l'autre cite. Sur le sens, il s'accorde avec le calcul exact pour ${percent(signs.mean)} des variables citées ; sur la première raison, ${integer(same.count)} fois sur ${integer(same.of)}.`
    : `Here, its formula accounts for ${percent(fidelity.mean)} of the model's variation around a client. From one draw to another, two explanations share ${percent(jaccard.mean)} of the features that either names. On the direction, it agrees with the exact computation for ${percent(signs.mean)} of the features named; on the first reason, ${integer(same.count)} times in ${integer(same.of)}.`;
  const conclusion = french
    ? `${agrees ? "Les deux avis concordent, mais seule" : "Voilà pourquoi seule"} l'explication exacte est montrée aux clients : elle ne dépend d'aucun tirage, le même dossier reçoit toujours les mêmes raisons, et leur somme est le score. LIME sert à qui contrôle : là où les deux s'accordent sur le sens, une erreur commune est peu probable.`
    : `${agrees ? "Both opinions agree, but only" : "That is why only"} the exact explanation is shown to clients: it depends on no draw, the same file always gets the same reasons, and their sum is the score. LIME serves whoever reviews: where both agree on the direction, a common error is unlikely.`;
  return typeset(`${figures} ${conclusion}`, language);
}

/** Explanations that name the exact one's first reason first: as they were counted, where there are not even hundreds. */
export function sameFirstOf({clients, seeds, sameFirst}: LimeQuality): Frequency {
  const explanations = clients * seeds;
  return explanations < 200
    ? {count: Math.round(sameFirst.mean * explanations), of: explanations}
    : frequencyOf(sameFirst.mean);
}
