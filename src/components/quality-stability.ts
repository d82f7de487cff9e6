import type {StabilityQuality} from "../../model/contract/explanation-quality.ts";
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
    title: "Si l'on réentraîne le modèle, combien de clients gardent la même première raison ?",
    note: (models: string, clients: string) =>
      `Un rond pour un client sur 100. ${models} modèles réentraînés, chacun sur une partie des mêmes clients ; raisons comparées sur ${clients} clients.`,
    summary: (same: string) => `${same} ronds pleins sur 100 : la même première raison. Les autres : une autre raison.`,
    same: (n: string) => `● ${n} gardent la même première raison`,
    other: (n: string) => `○ ${n} en ont une autre`,
    columns: ["Sur 100 clients", "Clients"],
    rows: ["La même première raison", "Une autre première raison"]
  },
  en: {
    title: "If the model is trained again, how many clients keep the same first reason?",
    note: (models: string, clients: string) =>
      `A circle for one client in 100. ${models} models trained again, each on a part of the same clients; reasons compared on ${clients} clients.`,
    summary: (same: string) => `${same} full circles of 100: the same first reason. The others: another reason.`,
    same: (n: string) => `● ${n} keep the same first reason`,
    other: (n: string) => `○ ${n} have another`,
    columns: ["Of 100 clients", "Clients"],
    rows: ["The same first reason", "Another first reason"]
  }
};

/** What reasons become when the model is trained again, or why that isn't known. */
export function stabilitySentence({quality}: QualityData, language: Language): string {
  const {stability} = quality;
  const french = language === "fr";
  if (stability === null) {
    return typeset(
      french
        ? "Ce modèle a été entraîné ailleurs et apporté ici tout fait. On ne peut pas le réentraîner : la stabilité de ses raisons n'est donc pas mesurée, et il faut la demander à qui l'a entraîné."
        : "This model was trained elsewhere and brought here ready made. It can't be trained again: the stability of its reasons is therefore not measured, and whoever trained it has to be asked for it.",
      language
    );
  }
  const {integer, decimal} = formatOf(language);
  const {count, of} = frequencyOf(stability.sameFirst);
  const kept = decimal(3 * stability.overlap3, 1);
  const [median, high] = [integer(stability.pointsMedian), integer(stability.pointsHigh)];
  return typeset(
    french
      ? `Si l'on réentraîne le modèle sur une partie seulement des mêmes clients, ${integer(count)} clients sur ${integer(of)} gardent la même première raison. Des trois premières raisons, ${kept} en moyenne ${3 * stability.overlap3 < 2 ? "reste" : "restent"} parmi les trois premières. Le score lui-même bouge : de ${median} points pour le client médian, de moins de ${high} points pour 9 clients sur 10.`
      : `When the model is trained again on a part of the same clients alone, ${integer(count)} clients in ${integer(of)} keep the same first reason. Of the first three reasons, ${kept} on average remain among the first three. The score itself moves: by ${median} points for the median client, by less than ${high} points for 9 clients in 10.`,
    language
  );
}

/** A hundred clients, those who keep their first reason filled; nothing where that isn't known. */
export function stabilityFigure({quality}: QualityData, language: Language): HTMLElement {
  const {stability} = quality;
  return stability === null ? element("div") : drawn(stability, language);
}

function drawn({models, clients, sameFirst}: StabilityQuality, language: Language): HTMLElement {
  const text = words[language];
  const {integer} = formatOf(language);
  const set = (words: string): string => typeset(words, language);
  const same = Math.round(100 * sameFirst);
  const counts = [integer(same), integer(100 - same)] as const;
  return figure({
    language,
    title: text.title,
    note: text.note(integer(models), integer(clients)),
    summary: text.summary(counts[0]),
    draw: (width) =>
      element(
        "div",
        {class: "quality-grid"},
        element(
          "div",
          {class: "quality-group"},
          element("p", {class: "quality-key quality-key-counted"}, set(text.same(counts[0]))),
          element("p", {class: "quality-key"}, set(text.other(counts[1]))),
          hundred(same, width)
        )
      ),
    table: {columns: text.columns, rows: text.rows.map((row, i) => [row, counts[i]!])}
  });
}
