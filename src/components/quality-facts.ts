import type {Language} from "../../model/contract/text.ts";
import {element} from "./dom.js";
import {formatOf} from "./format.js";
import type {QualityData} from "./quality-data.js";
import {frequencyOf, type Frequency} from "./quality-frequency.js";
import {sameFirstOf} from "./quality-lime-sentences.js";
import {typeset} from "./typography.js";

const words = {
  fr: {
    added: "explications additionnées, une par client, et toutes justes",
    of: (n: string, all: string) => `${n} sur ${all}`,
    direction: (all: string) => `variables, des ${all} dont un sens est attendu, vont dans ce sens`,
    stability: "clients gardent leur première raison quand le modèle est réentraîné",
    lime: "explications par LIME citent d'abord la même raison que le calcul exact"
  },
  en: {
    added: "explanations added up, one a client, and all right",
    of: (n: string, all: string) => `${n} of ${all}`,
    direction: (all: string) => `features, of the ${all} that a direction is expected of, go that way`,
    stability: "clients keep their first reason when the model is trained again",
    lime: "explanations by LIME name the same reason first as the exact computation"
  }
};

/** What was found, one figure a question. */
export function qualityFacts({quality}: QualityData, language: Language): HTMLElement {
  const text = words[language];
  const {integer} = formatOf(language);
  const frequency = ({count, of}: Frequency): string => text.of(integer(count), integer(of));
  const {clients, direction, stability, lime} = quality;
  const facts: [figure: string, meaning: string][] = [
    [integer(clients), text.added],
    ...(direction.checked > 0
      ? [[integer(direction.agreeing), text.direction(integer(direction.checked))] as [string, string]]
      : []),
    ...(stability === null ? [] : [[frequency(frequencyOf(stability.sameFirst)), text.stability] as [string, string]]),
    [frequency(sameFirstOf(lime)), text.lime]
  ];
  return element(
    "ul",
    {class: "facts"},
    ...facts.map(([figure, meaning]) =>
      element("li", {}, element("strong", {}, typeset(figure, language)), typeset(meaning, language))
    )
  );
}
