import type {SimulatorTexts} from "../../elements/simulator/texts.ts";
import type {Frequency} from "../frequency.ts";
import {number, points, share} from "./words.ts";

const some = (frequency: Frequency) => share(frequency, "", "", "tous", "aucun").trim();
const advice = {accept: "avis favorable", review: "dossier à examiner", refuse: "avis défavorable"};

export const simulator: SimulatorTexts = {
  heading: "Simuler une autre demande",
  intro:
    "C’est une simulation, ni une offre ni une promesse\u00a0: le modèle donne un avis, et c’est le conseiller qui décide.",
  start: "Lancer la simulation",
  startHint: "Faites varier le crédit demandé\u00a0: le score et ses raisons sont recalculés dans cette page.",
  loading: "Lecture du modèle…",
  unable: {
    credit: "Aucune simulation n’est possible\u00a0: le montant du crédit n’est pas renseigné dans ce dossier.",
    instalment:
      "Aucune simulation n’est possible\u00a0: il manque à ce dossier la mensualité, le prix du projet ou le revenu, dont le score dépend.",
    inconsistent:
      "Aucune simulation n’est possible\u00a0: les informations de ce dossier ne se recalculent pas exactement d’après le crédit demandé.",
    noOther:
      "Aucune simulation n’est possible\u00a0: trop peu de crédits semblables à celui-ci ont été observés pour en essayer d’autres."
  },
  now: "Simulation",
  before: "Demande",
  scale: "Score simulé sur l’échelle des points",
  scaleDescription: ({now, before, threshold, from, to}) =>
    `La simulation donne ${points(now)}, la demande ${points(before)}. Le seuil d’acceptation est à ${points(threshold)}\u00a0; de ${number(from)} à ${number(to)}, le dossier est à examiner. Plus le score est élevé, plus le remboursement est probable.`,
  frequency: (now, before) => {
    const than = some(now) === some(before) ? "comme avec la demande" : `au lieu de ${some(before)}`;
    return `Sur\u00a0100 clients avec ce score, ${share(now, "ne rembourse pas", "ne remboursent pas", "tous remboursent", "aucun ne rembourse")}, ${than}.`.replace(
      "de environ",
      "d’environ"
    );
  },
  controls: "Le crédit à simuler",
  levers: {credit: "Montant du crédit", downPayment: "Apport", months: "Durée"},
  line: "Montant du crédit renouvelable",
  leverHints: {
    credit: "Le prix du projet suit, en proportion.",
    downPayment: "Pour le même projet\u00a0: le crédit baisse d’autant.",
    months: "La mensualité suit."
  },
  exact: (lever, unit) => `${lever}, valeur exacte (${unit})`,
  months: "mois",
  asked: (value) => `Demande\u00a0: ${value}.`,
  limit: ({credit, price, income}) => ({
    usualCredit: "La simulation s’arrête ici\u00a0: au-delà, presque aucun crédit semblable n’a été observé.",
    change: `La simulation s’arrête ici\u00a0: elle ne s’écarte pas de plus de ${credit} du crédit demandé.`,
    cash: `La simulation s’arrête ici\u00a0: un apport de plus de ${price} du prix n’est pas habituel.`,
    instalment: `La simulation s’arrête ici\u00a0: au-delà, la mensualité dépasserait ${income} du revenu.`,
    usualMonths: "La simulation s’arrête ici\u00a0: au-delà, presque aucune durée semblable n’a été observée."
  }),
  total: "Total des mensualités",
  estimated: "La durée demandée est estimée d’après le montant et la mensualité\u00a0: à vérifier sur la demande.",
  reset: "Revenir à la demande",
  ways: {
    recourse: "Voir ce qui serait accepté",
    margins: "Voir jusqu’où l’avis reste favorable",
    none: {
      recourse:
        "Aucune autre formule simulée (montant, apport ou durée) n’atteint le seuil\u00a0: le score tient à d’autres éléments du dossier.",
      margins: "Aucune marge n’a été trouvée sur le montant, l’apport ou la durée."
    },
    fact: (quantity, value) => `${quantity}\u00a0: ${value}`,
    points: (value, review) => `${points(value)}${review ? ", à examiner" : ""}`,
    edge: {
      credit: {up: "Un crédit plus élevé", down: "Un crédit plus faible"},
      downPayment: {up: "Un apport plus élevé", down: "Un apport plus faible"},
      months: {up: "Une durée plus longue", down: "Une durée plus courte"}
    }
  },
  difference: {
    heading: "Pourquoi le score change",
    idle: "Déplacez un curseur pour voir ce qui change dans le score, et pourquoi.",
    same: "Le score ne change pas. Ce qui le relève et ce qui l’abaisse se compensent.",
    lead: (said) => `${said} par rapport à la demande.`,
    computed: "Calculé d’après le crédit demandé\u00a0:",
    barely: {up: "à peine plus", down: "à peine moins"},
    unchanged: "Le reste du dossier",
    unchangedHint: "Ces informations n’ont pas changé, mais elles pèsent autrement à côté d’un autre crédit.",
    minor: (count) =>
      count === 1
        ? "1 autre information a changé, sans effet notable."
        : `${count} autres informations ont changé, sans effet notable.`,
    surprises: {
      lessLowers: (value) =>
        `Demander moins n’est pas toujours plus favorable\u00a0: ici, le score perd ${points(value)}. Le modèle suit ce qui a été observé chez d’autres clients.`,
      moreRaises: (value) =>
        `Demander plus n’est pas toujours moins favorable\u00a0: ici, le score gagne ${points(value)}. Le modèle suit ce qui a été observé chez d’autres clients\u00a0; ce n’est pas un conseil.`
    },
    table: "Tout ce qui a changé, en un tableau",
    columns: {feature: "Information", before: "Demande", after: "Simulation", points: "Points"},
    total: "Différence de score"
  },
  status: ({points: value, by, advice: said}) => {
    const than = by === 0 ? "autant" : `${number(Math.abs(by))} de ${by > 0 ? "plus" : "moins"}`;
    return `${points(value)}, ${than} que la demande\u00a0: ${advice[said]}.`;
  }
};
