import type {ReasonsTexts} from "../dictionary.ts";

export const reasons: ReasonsTexts = {
  heading: "Pourquoi ce score",
  towards: "En faveur du client",
  against: "En défaveur du client",
  noTowards: "Rien ne relève nettement ce score.",
  noAgainst: "Rien n’abaisse nettement ce score.",
  points: (signed, value) => `${signed}\u00a0${Math.abs(value) < 2 ? "point" : "points"}`,
  compare: "Comparer",
  threshold: (points) => `seuil d’acceptation, ${points}\u00a0points`,
  account: "Le calcul, thème par thème",
  accountHint: "Chaque ligne s’ouvre sur ses informations. La somme est exactement le score.",
  base: "Point de départ",
  baseHint: "avant toute information sur le client",
  total: "Score du client",
  columns: {
    feature: "Information",
    client: "Ce client, et ce qui est habituel",
    points: "Points",
    part: "Partie du score"
  },
  others: (count) =>
    count === 1
      ? "1 autre information, sans effet notable ici"
      : `${count} autres informations, sans effet notable ici`,
  table: "Le calcul en un tableau"
};
