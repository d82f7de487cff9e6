import type {ChangeTexts} from "../dictionary.ts";
import {points} from "./words.ts";

export const change: ChangeTexts = {
  heading: "Ce qui changerait la décision",
  moves: {
    credit: "emprunter moins",
    downPayment: "apporter davantage",
    longer: "rembourser plus longtemps",
    shorter: "rembourser plus vite"
  },
  and: "et",
  quantities: {
    credit: "Crédit",
    downPayment: "Apport",
    months: "Durée",
    price: "Prix du projet",
    instalment: "Mensualité"
  },
  score: "Score",
  points,
  from: "de",
  to: "à",
  outcome: {accept: "Avis favorable", review: "À examiner"},
  above: (value) => (value === 0 ? "exactement au seuil" : `${points(value)} au-dessus du seuil`),
  askReview:
    "Ce que le client peut faire\u00a0: demander qu’une personne examine son dossier, et apporter des éléments que le modèle ne connaît pas.",
  margins: {
    asked: "Si le client demandait",
    last: "Avis favorable jusqu’à",
    refusedAt: "Avis défavorable à",
    rows: {
      credit: {up: "un crédit plus élevé", down: "un crédit plus faible"},
      downPayment: {up: "un apport plus élevé", down: "un apport plus faible"},
      months: {up: "une durée plus longue", down: "une durée plus courte"}
    },
    insteadOf: (value) => `au lieu de ${value}`.replace("de environ", "d’environ"),
    none: "aucune marge",
    refused: (value, points) => `${value} (${points}\u00a0points)`,
    limit: "non simulé au-delà"
  },
  aloud: "En phrases, à lire au client",
  about: (months) => `environ ${months}`
};
