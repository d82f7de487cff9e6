import type {Language} from "../../model/contract/text.ts";
import {element} from "./dom.js";
import {figure} from "./figure.js";
import {formatOf} from "./format.js";
import type {QualityData} from "./quality-data.js";
import {frequencyOf} from "./quality-frequency.js";
import {hundred} from "./quality-hundred.js";
import {typeset} from "./typography.js";

const words = {
  fr: {
    title: "Pour combien de clients la première raison est-elle une note venue d'ailleurs ?",
    note: (refused: string, accepted: string) =>
      `Un rond pour un client sur 100 ; ${refused} clients dont le refus est conseillé, ${accepted} dont l'acceptation l'est.`,
    refused: "Sur 100 refus conseillés",
    accepted: "Sur 100 acceptations conseillées",
    opaque: (n: string) => `● ${n} : un score externe d'abord`,
    clear: (n: string) => `○ ${n} : un fait du dossier d'abord`,
    first: "Première raison",
    rows: ["Un score externe", "Un fait du dossier"]
  },
  en: {
    title: "For how many clients is the first reason a mark that comes from elsewhere?",
    note: (refused: string, accepted: string) =>
      `A circle for one client in 100; ${refused} clients whose refusal is advised, ${accepted} whose acceptance is.`,
    refused: "Of 100 refusals advised",
    accepted: "Of 100 acceptances advised",
    opaque: (n: string) => `● ${n}: an external score first`,
    clear: (n: string) => `○ ${n}: a fact of the file first`,
    first: "First reason",
    rows: ["An external score", "A fact of the file"]
  }
};

/** How many clients have reasons enough, on the side that matters to them. */
export function reasonsSentence({quality}: QualityData, language: Language): string {
  const {integer} = formatOf(language);
  const {threeAgainst, threeFor, refused, accepted} = quality.reasons;
  const french = language === "fr";
  const tell = (share: number, told: (count: string, of: string) => string): string => {
    const {count, of} = frequencyOf(share);
    return told(integer(count), integer(of));
  };
  const against = tell(threeAgainst, (count, of) =>
    french
      ? `Sur ${of} clients dont le refus est conseillé, ${count} reçoivent au moins trois raisons qui ont fait baisser leur score.`
      : `Of ${of} clients whose refusal is advised, ${count} get at least three reasons that lowered their score.`
  );
  const towards = tell(threeFor, (count, of) =>
    french
      ? `Sur ${of} clients dont l'acceptation est conseillée, ${count} reçoivent au moins trois raisons qui l'ont fait monter.`
      : `Of ${of} clients whose acceptance is advised, ${count} get at least three that raised it.`
  );
  return typeset([refused > 0 ? against : "", accepted > 0 ? towards : ""].filter(Boolean).join(" "), language);
}

/** What an external score as first reason leaves unsaid. */
export function opaqueSentence({quality}: QualityData, language: Language): string {
  const {integer} = formatOf(language);
  const {count, of} = frequencyOf(quality.reasons.opaqueFirstOfRefused);
  const french = language === "fr";
  const share = french
    ? ` Il est la première raison de ${integer(count)} refus conseillés sur ${integer(of)}.`
    : ` It is the first reason of ${integer(count)} advised refusals in ${integer(of)}.`;
  return typeset(
    (french
      ? "Un score externe est une note calculée par un autre organisme, qui ne dit pas comment : aucune explication ne peut aller plus loin que lui."
      : "An external score is a mark computed by another organisation, which doesn't say how: no explanation can go further than it does.") +
      (quality.reasons.refused > 0 ? share : "") +
      (french
        ? " La raison le nomme alors pour ce qu'il est et dit à qui s'adresser."
        : " The reason then names it as what it is and says whom to ask."),
    language
  );
}

/** Refused and accepted clients, a hundred each, those whose first reason is an external score filled. */
export function opaqueFigure({quality}: QualityData, language: Language): HTMLElement {
  const text = words[language];
  const {integer} = formatOf(language);
  const {opaqueFirstOfRefused, opaqueFirstOfAccepted, refused, accepted} = quality.reasons;
  const set = (words: string): string => typeset(words, language);
  const groups = [
    {title: text.refused, clients: refused, share: opaqueFirstOfRefused},
    {title: text.accepted, clients: accepted, share: opaqueFirstOfAccepted}
  ].flatMap(({title, clients, share}) => (clients > 0 ? [{title, count: Math.round(100 * share)}] : []));
  return figure({
    language,
    title: text.title,
    note: text.note(integer(refused), integer(accepted)),
    summary: groups
      .map(
        ({title, count}) =>
          `${title}, ${text.opaque(integer(count)).slice(2)}, ${text.clear(integer(100 - count)).slice(2)}.`
      )
      .join(" "),
    draw: (width) =>
      element(
        "div",
        {class: "quality-grid"},
        ...groups.map(({title, count}) =>
          element(
            "div",
            {class: "quality-group"},
            element("p", {class: "quality-key quality-key-title"}, set(title)),
            element("p", {class: "quality-key quality-key-counted"}, set(text.opaque(integer(count)))),
            element("p", {class: "quality-key"}, set(text.clear(integer(100 - count)))),
            hundred(count, width)
          )
        )
      ),
    table: {
      columns: [text.first, ...groups.map(({title}) => title)],
      rows: [
        [text.rows[0]!, ...groups.map(({count}) => integer(count))],
        [text.rows[1]!, ...groups.map(({count}) => integer(100 - count))]
      ]
    }
  });
}
