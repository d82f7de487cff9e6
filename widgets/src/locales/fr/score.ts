import type {ScoreTexts} from "../dictionary.ts";
import {number, points, share} from "./words.ts";

export const score: ScoreTexts = {
  heading: "Score de crédit",
  points: (value) => (Math.abs(value) < 2 ? "point" : "points"),
  recommendation: {accept: "Avis favorable", review: "À examiner", refuse: "Avis défavorable"},
  meaning: {
    accept: "Le modèle recommande d’accorder ce crédit\u00a0; c’est le conseiller qui décide.",
    review:
      "Le score est trop proche du seuil pour que le modèle tranche\u00a0: le dossier demande un examen, et c’est le conseiller qui décide.",
    refuse: "Le modèle recommande de ne pas accorder ce crédit\u00a0; c’est le conseiller qui décide."
  },
  distance: (value) => {
    if (value === 0) return "Exactement au seuil d’acceptation";
    return `${points(Math.abs(value))} ${value > 0 ? "au-dessus" : "au-dessous"} du seuil`;
  },
  zones: {accept: "Favorable", refuse: "Défavorable"},
  threshold: (value) => `Seuil\u00a0${number(value)}`,
  band: (from, to) => `à examiner de ${number(from)} à ${number(to)}`,
  scale: "Score du client sur l’échelle des points",
  scaleDescription: ({points: value, threshold, from, to}) =>
    `Ce client a ${points(value)}. Le seuil d’acceptation est à ${points(threshold)}\u00a0; de ${number(from)} à ${number(to)}, le dossier est à examiner. Plus le score est élevé, plus le remboursement est probable.`,
  frequency: (frequency) =>
    `Sur\u00a0100 clients avec ce score, ${share(frequency, "ne rembourse pas", "ne remboursent pas", "tous remboursent", "aucun ne rembourse")}.`,
  marks: {defaults: "ne rembourse pas", repays: "rembourse"},
  model: (version, day, imported) => `Modèle ${version}, ${imported ? "importé" : "entraîné"} le ${day}`
};
