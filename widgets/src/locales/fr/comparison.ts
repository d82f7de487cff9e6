import type {ComparisonTexts} from "../dictionary.ts";
import type {Frequency} from "../frequency.ts";
import {clients, number, ofHundred, share} from "./words.ts";

const cell = ({kind, count}: Frequency) =>
  kind === "less" ? "<\u00a01" : kind === "more" ? ">\u00a099" : String(count);

export const comparison: ComparisonTexts = {
  heading: "Comparer ce client",
  feature: "Information",
  group: "Comparé à",
  points: "Score, en points",
  everyone: "Tous les clients",
  similar: "Clients similaires",
  others: "Autres groupes du client",
  pairs: "Groupes croisés",
  outline: "Trait\u00a0: tous les clients",
  ofEveryone: (frequency) => `tous les clients\u00a0: ${cell(frequency)} sur\u00a0100`,
  meaning: "Ce que cela veut dire",
  loading: "Lecture du groupe…",
  numberRange: (low, high) => `${low} à ${high}`,
  standing: ({side, ago, frequency, same}) => {
    if (side === "same") return `La même valeur que ${ofHundred(same!)}`;
    const also = same === undefined ? "" : `, et ${same.count} ${same.count < 2 ? "a" : "ont"} la même valeur`;
    const [more, less] = ago ? ["ancien", "récent"] : ["élevé", "bas"];
    return `Plus ${side === "above" ? more : less} que chez ${ofHundred(frequency)}${also}`;
  },
  category: (frequency) => `Comme ${ofHundred(frequency)}`,
  unknown: "Information non renseignée pour ce client",
  unknownToo: (missing, count) =>
    missing === 0
      ? "Elle l’est pour tous les autres clients du groupe."
      : `Elle manque aussi à ${clients(missing)} du groupe, sur ${number(count)}.`,
  unavailable: "Cette information n’est connue d’aucun client du groupe.",
  people: (count, missing) =>
    `${clients(count)}${missing === 0 ? "" : `, et ${number(missing)} dont la valeur n’est pas connue`}`,
  chart: (feature, group) => `${feature}\u00a0: répartition, ${group}`,
  client: (value) => `Ce client\u00a0: ${value}`,
  median: (value) => `médiane ${value}`,
  thisClient: "Ce client",
  ofHundred: ({kind, count}) => `${kind === "less" ? "< " : kind === "more" ? "> " : ""}${count} sur\u00a0100`,
  otherCategories: (count) => (count === 1 ? "1 autre cas" : `${count} autres cas`),
  middle: (range, median) =>
    range === median
      ? `Au moins la moitié du groupe\u00a0: ${median}.`
      : `La moitié du groupe\u00a0: ${range}\u00a0; médiane\u00a0: ${median}.`,
  bin: {
    below: (edge) => (/^1\u00a0(an|mois|jour)$/.test(edge) ? `moins d’un${edge.slice(1)}` : `moins de ${edge}`),
    above: (edge) => `${edge} et plus`
  },
  inBin: (bin) => `Sur\u00a0100 clients du groupe dans la même tranche (${bin})`,
  inBins: (bins) => `Sur\u00a0100 clients du groupe aux valeurs voisines (${bins})`,
  inCategory: (category) => `Sur\u00a0100 clients du groupe dans le même cas (${category})`,
  accepted: (frequency) =>
    share(
      frequency,
      "reçoit un avis favorable",
      "reçoivent un avis favorable",
      "aucun ne reçoit un avis favorable",
      "tous reçoivent un avis favorable"
    ),
  defaults: (frequency) =>
    share(frequency, "n’a pas remboursé", "n’ont pas remboursé", "tous ont remboursé", "aucun n’a remboursé"),
  cell,
  suppressed: (smallest) => `–\u00a0: moins de ${smallest} clients, proportion non affichée.`,
  noOutcome: (smallest) => `remboursements non indiqués\u00a0: moins de ${smallest} issues connues`,
  tooFew: (smallest) =>
    `Moins de ${smallest} clients du groupe sont dans le même cas\u00a0: trop peu pour en tirer une proportion.`,
  numbers: "Les chiffres du graphique",
  columns: {
    bin: "Tranche",
    category: "Cas",
    people: "Clients",
    ofGroup: "Sur\u00a0100 du groupe",
    ofEveryone: "Sur\u00a0100 de tous les clients",
    accepted: "Avis favorable, sur\u00a0100",
    defaults: "Non remboursé, sur\u00a0100",
    share: "Repère",
    value: "Valeur"
  },
  quantile: (percent) => (percent === 50 ? "Médiane" : `${percent}\u00a0% des clients sont au-dessous de`)
};
