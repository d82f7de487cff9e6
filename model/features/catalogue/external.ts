import {define} from "./define.ts";

/** Scores that other organisations gave the applicant, from 0 (risky) to 1 (safe). */
export const external = define("application", [
  {
    id: "external_score_a",
    unit: "score",
    family: "external",
    direction: "lowers",
    label: ["Score externe nº\u00a01", "External score 1"],
    description: [
      "Note de 0 à 1 calculée par un autre organisme, auquel le client peut demander comment elle est établie.",
      "A mark from 0 to 1 computed by another organisation, which the client may ask how it is worked out."
    ]
  },
  {
    id: "external_score_b",
    unit: "score",
    family: "external",
    direction: "lowers",
    label: ["Score externe nº\u00a02", "External score 2"],
    description: [
      "Note de 0 à 1 calculée par un deuxième organisme, auquel le client peut demander comment elle est établie.",
      "A mark from 0 to 1 computed by a second organisation, which the client may ask how it is worked out."
    ]
  },
  {
    id: "external_score_c",
    unit: "score",
    family: "external",
    direction: "lowers",
    label: ["Score externe nº\u00a03", "External score 3"],
    description: [
      "Note de 0 à 1 calculée par un troisième organisme, auquel le client peut demander comment elle est établie.",
      "A mark from 0 to 1 computed by a third organisation, which the client may ask how it is worked out."
    ]
  },
  {
    id: "external_score_mean",
    unit: "score",
    family: "external",
    direction: "lowers",
    label: ["Moyenne des scores externes", "Mean of the external scores"],
    description: [
      "Moyenne des notes que d'autres organismes nous ont communiquées ; le client peut les leur demander.",
      "Mean of the marks that other organisations gave us; the client may ask them for these."
    ]
  },
  {
    id: "external_score_lowest",
    unit: "score",
    family: "external",
    direction: "lowers",
    label: ["Score externe le plus bas", "Lowest external score"],
    description: [
      "La plus basse des notes communiquées par d'autres organismes ; le client peut la leur demander.",
      "The lowest of the marks that other organisations gave us; the client may ask them for it."
    ]
  },
  {
    id: "external_score_highest",
    unit: "score",
    family: "external",
    direction: "lowers",
    label: ["Score externe le plus haut", "Highest external score"],
    description: [
      "La plus haute des notes communiquées par d'autres organismes ; le client peut la leur demander.",
      "The highest of the marks that other organisations gave us; the client may ask them for it."
    ]
  },
  {
    id: "external_score_gap",
    unit: "score",
    family: "external",
    direction: "none",
    label: ["Écart entre les scores externes", "Gap between external scores"],
    description: [
      "Écart entre la plus haute et la plus basse des notes d'autres organismes ; absent s'il y en a moins de deux.",
      "The gap between the highest and the lowest mark of other organisations; absent if there are fewer than two."
    ]
  },
  {
    id: "external_scores_known",
    unit: "count",
    family: "external",
    direction: "none",
    label: ["Nombre de scores externes connus", "External scores known"],
    description: [
      "Nombre d'organismes, sur trois, qui nous ont communiqué une note pour ce client.",
      "How many of three organisations gave us a mark for this client."
    ]
  }
]);
