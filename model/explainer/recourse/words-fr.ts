import type {Change, RecourseTexts} from "./recourse-texts.ts";

// Non-breaking spaces before : ; and between a number and what it counts are written as escapes.

const points = (value: number): string => `${value}\u00a0${value < 2 ? "point" : "points"}`;

const months = (change: Change, instalment: Change | undefined): string =>
  `${change.after} au lieu de\u00a0${change.before}` +
  (instalment ? ` (${instalment.after} par mois au lieu de ${instalment.before})` : "");

const inProportion = (price: Change | undefined): string => (price ? " (pour un projet réduit d’autant)" : "");

export const french: RecourseTexts = {
  lead: (count, goal) => {
    const terms = count === 1 ? "Une autre formule" : `${count === 2 ? "Deux" : "Trois"} autres formules`;
    const verb = count === 1 ? "atteindrait" : "atteindraient";
    return goal === "accept"
      ? `${terms} ${verb} le seuil d’acceptation.`
      : `${terms} ${verb} un avis favorable, sans examen du dossier.`;
  },
  none: (tried, needed) =>
    tried === 1
      ? `La seule autre formule simulée n’atteint pas les ${needed}\u00a0points nécessaires.`
      : `Aucune des ${tried} autres formules simulées (montant, apport ou durée) n’atteint les ${needed}\u00a0points nécessaires\u00a0: le score tient à d’autres éléments du dossier.`,
  noneTried: "Aucune autre formule n’a pu être simulée pour cette demande.",
  reached: "La demande atteint déjà les points nécessaires.",
  condition: {
    advisor: ({credit, downPayment, price, months: duration, instalment}) => {
      const parts = [
        downPayment &&
          `un apport de ${downPayment.after}${downPayment.isNew ? "" : ` au lieu de ${downPayment.before}`}`,
        credit && `un crédit de ${credit.after} au lieu de ${credit.before}${downPayment ? "" : inProportion(price)}`
      ].filter((part) => part !== undefined);
      if (!duration) return `Avec ${parts.join(" et ")}`;
      if (parts.length === 0) return `Avec un remboursement sur ${months(duration, instalment)}`;
      return `Avec ${parts.join(" et ")}, sur ${months(duration, instalment)}`;
    },
    applicant: ({credit, downPayment, price, months: duration, instalment}) => {
      const parts = [
        downPayment &&
          (downPayment.isNew
            ? `apportiez ${downPayment.after}`
            : `portiez votre apport de ${downPayment.before} à ${downPayment.after}`),
        credit && `empruntiez ${credit.after} au lieu de ${credit.before}${downPayment ? "" : inProportion(price)}`,
        duration && `remboursiez sur ${months(duration, instalment)}`
      ].filter((part) => part !== undefined);
      const last = parts.pop()!;
      return `Si vous ${parts.length > 0 ? `${parts.join(", ")} et ` : ""}${last}`;
    }
  },
  outcome: {
    advisor: (before, after, review) =>
      `, le score passerait de ${before} à ${after}\u00a0points\u00a0: ` +
      (review ? "le seuil serait atteint, mais le dossier serait à examiner." : "l’avis deviendrait favorable."),
    applicant: (before, after, review) =>
      `, votre score passerait de ${before} à ${after}\u00a0points\u00a0: ` +
      (review ? "le seuil serait atteint, mais votre dossier serait à examiner." : "l’avis deviendrait favorable.")
  },
  distance: {
    advisor: (spare, threshold) =>
      spare === 0
        ? `Le score est exactement au seuil d’acceptation, ${threshold}\u00a0points.`
        : `Le score dépasse de ${points(spare)} le seuil d’acceptation, ${threshold}\u00a0points.`,
    applicant: (spare, threshold) =>
      spare === 0
        ? `Votre score est exactement au seuil d’acceptation, ${threshold}\u00a0points.`
        : `Votre score dépasse de ${points(spare)} le seuil d’acceptation, ${threshold}\u00a0points.`
  },
  margin: ({lever, direction}, last, refused) => {
    const [the, a] = {
      credit: ["Le crédit", "un crédit de"],
      downPayment: ["L’apport", "un apport de"],
      months: ["La durée", "une durée de"]
    }[lever];
    const could = `${the} pourrait ${direction === "up" ? "aller jusqu’à" : "descendre à"} ${last}`;
    if (refused === null) return `${could}, limite de la simulation, sans que l’avis change.`;
    const lost = `l’avis deviendrait défavorable (${refused.points}\u00a0points).`;
    if (last === null) return `Avec ${a} ${refused.value} déjà, ${lost}`.replace(/de (environ)/, "d’$1");
    return `${could}\u202f; à ${refused.value}, ${lost}`;
  },
  simulation: {
    advisor:
      "C’est une simulation, ni une offre ni une promesse\u00a0: le modèle donne un avis, la décision vous revient.",
    applicant:
      "C’est une simulation, ni une offre ni une promesse\u00a0: un conseiller examine votre demande et décide."
  },
  estimated: "Les durées sont estimées d’après le montant et la mensualité\u00a0: à vérifier sur la demande.",
  dearer: "Rembourser plus longtemps allège la mensualité, mais coûte plus cher au total.",
  about: (value) => `environ ${value}`
};
