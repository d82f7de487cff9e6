import type {FamilyId} from "../../../model/contract/feature.ts";
import type {ChangeTexts, CommonTexts, ComparisonTexts, ReasonsTexts, ScoreTexts} from "./dictionary.ts";
import {formatNumber} from "./format.ts";
import type {Frequency} from "./frequency.ts";

// Non-breaking spaces before : ; ! ? and inside « » are written as escapes, since they look like any other space.

const number = (value: number) => formatNumber(value, "fr");
const points = (value: number) => `${number(value)}\u00a0${Math.abs(value) < 2 ? "point" : "points"}`;
const clients = (value: number) => `${number(value)}\u00a0${value < 2 ? "client" : "clients"}`;

/** « environ 8 ne remboursent pas » : le verbe s’accorde avec le nombre. */
function share({kind, count}: Frequency, one: string, many: string, none: string, all: string): string {
  switch (kind) {
    case "none":
      return none;
    case "less":
      return `moins d’un ${one}`;
    case "more":
      return `plus de ${count} ${many}`;
    case "all":
      return all;
    case "exactly":
      return `${count} ${count < 2 ? one : many}`;
    case "about":
      return `environ ${count} ${count < 2 ? one : many}`;
  }
}

/** « 82 clients sur 100 », « plus de 99 clients sur 100 ». */
function ofHundred({kind, count}: Frequency): string {
  if (kind === "none") return "aucun client";
  if (kind === "all") return "tous les clients";
  if (kind === "less") return "moins d’un client sur\u00a0100";
  const prefix = kind === "more" ? "plus de\u00a0" : "";
  return `${prefix}${count}\u00a0${count < 2 ? "client" : "clients"} sur\u00a0100`;
}

export const common: CommonTexts = {
  loading: "Chargement…",
  empty: {title: "Aucun client choisi", hint: "Choisissez un client pour afficher cette information."},
  failures: {
    E_NO_BOOK: {
      title: "Registre non indiqué",
      hint: "La page n’indique pas où lire les clients. Signalez-le au service informatique."
    },
    E_OFFLINE: {title: "Pas de connexion", hint: "L’affichage reprendra de lui-même dès que la connexion reviendra."},
    E_BOOK_UNREACHABLE: {
      title: "Registre injoignable",
      hint: "Les données de ce client n’ont pas pu être lues. Réessayez dans un instant."
    },
    E_BOOK_FORMAT: {
      title: "Données illisibles",
      hint: "Les données reçues ne sont pas celles attendues\u00a0: rien n’est affiché plutôt qu’un score incertain. Signalez-le au service informatique."
    },
    E_CLIENT_UNKNOWN: {
      title: "Client introuvable",
      hint: "Le registre ne contient pas ce client\u00a0: il n’a pas été noté, ou son dossier a changé de référence."
    },
    E_INSECURE_CONTEXT: {
      title: "Page non sécurisée",
      hint: "Cette page n’est pas servie en https\u00a0: le navigateur refuse d’y lire le registre."
    }
  },
  retry: "Réessayer",
  demonstration: "Données de démonstration",
  client: "Ce client"
};

export const families: Record<FamilyId, string> = {
  income: "Revenus et emploi",
  credit: "Crédit demandé",
  debts: "Autres crédits en cours",
  repayment: "Historique de remboursement",
  applications: "Demandes précédentes",
  situation: "Situation personnelle",
  housing: "Logement et patrimoine",
  external: "Scores externes"
};

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

export const comparison: ComparisonTexts = {
  heading: "Comparer ce client",
  feature: "Information",
  group: "Comparé à",
  points: "Score, en points",
  everyone: "Tous les clients",
  similar: "Clients similaires",
  others: "Autres groupes du client",
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
  cell: ({kind, count}) => (kind === "less" ? "<\u00a01" : kind === "more" ? ">\u00a099" : String(count)),
  suppressed: (smallest) => `–\u00a0: moins de ${smallest} clients, proportion non affichée.`,
  noOutcome: (smallest) => `remboursements non indiqués\u00a0: moins de ${smallest} issues connues`,
  tooFew: (smallest) =>
    `Moins de ${smallest} clients du groupe sont dans le même cas\u00a0: trop peu pour en tirer une proportion.`,
  numbers: "Les chiffres du graphique",
  columns: {
    bin: "Tranche",
    category: "Cas",
    people: "Clients",
    accepted: "Avis favorable, sur\u00a0100",
    defaults: "Non remboursé, sur\u00a0100",
    share: "Repère",
    value: "Valeur"
  },
  quantile: (percent) => (percent === 50 ? "Médiane" : `${percent}\u00a0% des clients sont au-dessous de`)
};
