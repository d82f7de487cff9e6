import type {DirectionQuality} from "../../model/contract/explanation-quality.ts";
import type {Language} from "../../model/contract/text.ts";
import {element} from "./dom.js";
import {formatOf} from "./format.js";
import type {QualityData} from "./quality-data.js";
import {typeset} from "./typography.js";
import {rowsTable, type Content} from "./validation-rows.js";

type Contrary = DirectionQuality["contrary"][number];

/** Contrary features that are listed at once; the others open beneath them. */
const shown = 8;

/** Rank correlation below which a feature has hardly any trend. */
const faint = 0.3;

const words = {
  fr: {
    label: "Les variables qui vont à l'inverse de ce qui est attendu",
    columns: ["Variable", "Une valeur plus élevée devrait", "En moyenne, ici", "Déplacement moyen, en points"],
    raises: "augmenter le risque",
    lowers: "baisser le risque",
    contrary: {raises: "elle le baisse", lowers: "elle l'augmente"},
    faint: "avec une tendance faible",
    others: (n: string, points: string, one: boolean) =>
      one
        ? `L'autre, qui déplace le score de ${points} point`
        : `Les ${n} autres, qui déplacent chacune le score de ${points} au plus`,
    point: (points: string, one: boolean) => `${points} point${one ? "" : "s"}`
  },
  en: {
    label: "The features that go against what is expected",
    columns: ["Feature", "A higher value should", "On average, here", "Mean shift, in points"],
    raises: "raise the risk",
    lowers: "lower the risk",
    contrary: {raises: "it lowers it", lowers: "it raises it"},
    faint: "with a faint trend",
    others: (n: string, points: string, one: boolean) =>
      one
        ? `The other, which moves the score by ${points}`
        : `The ${n} others, each of which moves the score by ${points} at most`,
    point: (points: string, one: boolean) => `${points} point${one ? "" : "s"}`
  }
};

/** How many features go the way that is expected of them, and what they weigh. */
export function directionSentence({quality}: QualityData, language: Language): string {
  const {checked, agreeing, agreeingMovement} = quality.direction;
  const {integer} = formatOf(language);
  const movement = integer(100 * agreeingMovement);
  if (checked === 0) {
    return typeset(
      language === "fr"
        ? "Aucune variable de ce modèle n'a de sens attendu : il n'y a rien à comparer."
        : "No feature of this model has an expected direction: there is nothing to compare.",
      language
    );
  }
  return typeset(
    language === "fr"
      ? `De ${integer(checked)} variables, on sait d'avance dans quel sens elles devraient agir : plus de retards, plus de risque. ${integer(agreeing)} le font. Sur 100 points dont ces variables déplacent les scores, ${movement} viennent de celles-là.`
      : `Of ${integer(checked)} features, one knows beforehand which way they should act: more late payments, more risk. ${integer(agreeing)} do. Of 100 points that these features move scores by, ${movement} come from those.`,
    language
  );
}

/** Why some go the other way, and what that means for the reasons. */
export function contrarySentence({quality}: QualityData, language: Language): string {
  const {contrary} = quality.direction;
  if (contrary.length === 0) {
    return typeset(language === "fr" ? "Aucune ne va à l'inverse." : "None goes the other way.", language);
  }
  return typeset(
    language === "fr"
      ? `Les autres sont ci-dessous, de la plus lourde à la plus légère. Une cause courante : plusieurs variables disent presque la même chose, l'une prend un peu trop de l'effet commun et une autre le corrige. Seule la tendance d'ensemble est jugée : une courbe peut aussi monter puis redescendre. C'est pourquoi une raison donnée à un client énonce le fait et ce qu'il a fait au score, et ne dit jamais qu'une valeur est bonne ou mauvaise.`
      : `The others are below, from the weightiest to the lightest. A common cause: several features say almost the same, one takes a little too much of the effect that they share, and another sets it right. Only the overall trend is judged: a curve may also rise and then fall. That is why a reason given to a client states the fact and what it did to the score, and never says that a value is good or bad.`,
    language
  );
}

/** The features that go the other way, the weightiest first. */
export function contraryTable({quality, labels}: QualityData, language: Language): HTMLElement {
  const {contrary} = quality.direction;
  if (contrary.length === 0) return element("div");
  const text = words[language];
  const {integer, decimal} = formatOf(language);
  const rows = contrary.map((feature) => ({cells: cells(feature, labels[feature.id]![language], language)}));
  const table = (part: typeof rows): HTMLElement =>
    rowsTable({label: text.label, kind: "quality-contrary", columns: text.columns, rows: part}, language);
  const first = table(rows.slice(0, shown));
  if (rows.length <= shown) return first;
  const most = contrary[shown]!.meanAbsPoints;
  const summary = text.others(
    integer(rows.length - shown),
    text.point(decimal(most, 1), language === "fr" ? most < 1.95 : decimal(most, 1) === "1.0"),
    rows.length - shown === 1
  );
  return element(
    "div",
    {},
    first,
    element(
      "details",
      {class: "figure-numbers"},
      element("summary", {}, typeset(summary, language)),
      table(rows.slice(shown))
    )
  );
}

function cells({expected, correlation, meanAbsPoints}: Contrary, label: string, language: Language): Content[] {
  const text = words[language];
  const observed = text.contrary[expected];
  return [
    element("span", {class: "validation-name"}, typeset(label, language)),
    text[expected],
    typeset(Math.abs(correlation) < faint ? `${observed}, ${text.faint}` : observed, language),
    formatOf(language).decimal(meanAbsPoints, 1)
  ];
}
