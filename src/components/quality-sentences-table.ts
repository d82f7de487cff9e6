import type {SentenceQuality} from "../../model/contract/explanation-quality.ts";
import type {Language} from "../../model/contract/text.ts";
import {element} from "./dom.js";
import {formatOf} from "./format.js";
import type {QualityData} from "./quality-data.js";
import {typeset} from "./typography.js";
import {rowsTable} from "./validation-rows.js";

const words = {
  fr: {
    title: "Combien de temps faut-il pour dire les raisons d'un client ?",
    columns: [
      "Phrases",
      "Mesurées",
      "La plus longue, en caractères",
      "Longueur médiane",
      "Mots pour un client",
      "À voix haute, en secondes"
    ],
    languages: {fr: "en français", en: "en anglais"},
    audiences: {advisor: "Pour le conseiller", applicant: "Pour le client"}
  },
  en: {
    title: "How long does it take to say a client's reasons?",
    columns: [
      "Sentences",
      "Measured",
      "Longest, in characters",
      "Median length",
      "Words for a client",
      "Read aloud, in seconds"
    ],
    languages: {fr: "in French", en: "in English"},
    audiences: {advisor: "For the advisor", applicant: "For the applicant"}
  }
};

/** How long the sentences are, in the page's own language. */
export function readingSentence({quality}: QualityData, language: Language): string {
  const {integer} = formatOf(language);
  const own = quality.sentences.filter((one) => one.language === language);
  const checked = quality.sentences.reduce((sum, {sentences}) => sum + sentences, 0);
  const longest = Math.max(...quality.sentences.map(({longest}) => longest));
  const seconds = (audience: SentenceQuality["audience"]): string | null => {
    const found = own.find((one) => one.audience === audience);
    return found === undefined ? null : integer(Math.round(found.secondsPerClient));
  };
  const [advisor, applicant] = [seconds("advisor"), seconds("applicant")];
  const aloud =
    language === "fr"
      ? [
          advisor === null ? null : `Dire à voix haute les raisons d'un client prend ${advisor} secondes au conseiller`,
          applicant === null
            ? null
            : `${advisor === null ? "Lire les siennes prend" : "lire les siennes en prend"} ${applicant}${advisor === null ? " secondes" : ""} au client`
        ]
      : [
          advisor === null ? null : `Saying a client's reasons aloud takes the advisor ${advisor} seconds`,
          applicant === null
            ? null
            : `${advisor === null ? "Reading theirs takes" : "reading theirs takes"} the client ${applicant}${advisor === null ? " seconds" : ""}`
        ];
  const told = aloud.filter((part) => part !== null).join(language === "fr" ? ", " : ", ");
  return typeset(
    language === "fr"
      ? `${told === "" ? "" : `${told} (client médian). `}Des ${integer(checked)} phrases mesurées, la plus longue a ${integer(longest)} caractères.`
      : `${told === "" ? "" : `${told} (median client). `}Of the ${integer(checked)} sentences measured, the longest has ${integer(longest)} characters.`,
    language
  );
}

/** How long the sentences are, by whom they are for and in which language. */
export function sentencesTable({quality}: QualityData, language: Language): HTMLElement {
  const text = words[language];
  const {integer} = formatOf(language);
  const rows = quality.sentences.map((one) => ({
    cells: [
      element("span", {class: "validation-name"}, `${text.audiences[one.audience]}, ${text.languages[one.language]}`),
      ...[one.sentences, one.longest, one.medianLength, one.wordsPerClient, Math.round(one.secondsPerClient)].map(
        integer
      )
    ]
  }));
  return element(
    "div",
    {},
    element("h3", {}, typeset(text.title, language)),
    rowsTable({label: typeset(text.title, language), kind: "quality-sentences", columns: text.columns, rows}, language)
  );
}
