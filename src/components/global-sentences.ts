import type {Language} from "../../model/contract/text.ts";
import {formatOf} from "./format.js";
import {quote, type GlobalData} from "./global-data.js";
import {effectOf} from "./global-effect.js";
import {typeset} from "./typography.js";

/** Families that the page's first sentence names. */
const named = 3;

/** How much of what moves the score comes from the families that move it most. */
export function shareSentence({explanation, families}: GlobalData, language: Language): string {
  const told = explanation.importance.families;
  const total = told.reduce((sum, {mean}) => sum + mean.value, 0);
  const {list, integer} = formatOf(language);
  const shares = told.slice(0, named).map(({id, mean}) => ({
    name: quote(families[id][language], language),
    share: integer((100 * mean.value) / total)
  }));
  return typeset(
    language === "fr"
      ? `Sur 100 parts de ce qui déplace le score, ${list(shares.map(({name, share}, i) => (i === 0 ? `${share} viennent de la famille ${name}` : `${share} de ${name}`)))}.`
      : `Of 100 parts of what moves the score, ${list(shares.map(({name, share}, i) => (i === 0 ? `${share} come from the family ${name}` : `${share} from ${name}`)))}.`,
    language
  );
}

/** What a contribution is, in which unit, and what its intervals come from. */
export function contributionSentence({explanation}: GlobalData, language: Language): string {
  const {integer} = formatOf(language);
  const {clients, samples} = explanation.importance;
  const french = language === "fr";
  const unit =
    explanation.unit === "points"
      ? french
        ? "Elles sont en points du score : un score plus haut annonce un remboursement plus probable."
        : "They are in points of the score: a higher score announces a more probable repayment."
      : french
        ? "Elles sont en log-cotes de défaut, l'unité dans laquelle le modèle additionne : 0,69 de plus double le rapport des chances de défaut, et le score baisse."
        : "They are in log-odds of default, the unit in which the model adds up: 0.69 more doubles the odds of default, and the score falls.";
  return typeset(
    french
      ? `Cette page réunit les contributions exactes (valeurs de Shapley) des ${integer(clients)} clients. ${unit} Les intervalles à 95 % viennent de ${integer(samples)} tirages : ce que d'autres clients auraient donné.`
      : `This page gathers the exact contributions (Shapley values) of ${integer(clients)} clients. ${unit} The 95% intervals come from ${integer(samples)} draws: what other clients would have given.`,
    language
  );
}

/** What the drawing of points says, and how to read it. */
export function swarmSentence({explanation}: GlobalData, language: Language): string {
  const {own} = effectOf(explanation.unit, language);
  const unordered = explanation.beeswarm.features.some(({categories}) => categories !== null);
  return typeset(
    language === "fr"
      ? `Chaque point est un client : plus il est à droite, plus cette variable fait monter ${own}. ` +
          `Sa couleur dit si la valeur du client est basse ou élevée parmi celles de tous ; un carré gris, qu'elle n'est pas renseignée.` +
          (unordered ? " Une variable dont les valeurs n'ont pas d'ordre est dessinée d'une seule couleur." : "")
      : `Each point is a client: the further to the right, the more that feature raises ${own}. ` +
          `Its colour says whether the client's value is low or high among those of all; a grey square, that it isn't given.` +
          (unordered ? " A feature whose values have no order is drawn in a single colour." : ""),
    language
  );
}
